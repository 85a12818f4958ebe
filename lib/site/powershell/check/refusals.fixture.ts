import type { RuleName } from "./refusal";

/** Small scripts that the check has to refuse, each with one that looks alike and may pass. */

export interface Case {
  readonly name: string;
  readonly refused: string;
  /** What the refused script becomes when its fault is taken away; refused by nothing. */
  readonly passes: string;
}

const fn = (body: string, params = "[Parameter(Mandatory = $true)][guid]$key"): string =>
  `function Read-Probe {\n    [CmdletBinding()]\n    param(${params})\n    ${body}\n}\n`;
const page = "[Parameter(Mandatory = $true)][ValidateRange(0, 9)][long]$afterUid";
const title = "[Parameter(Mandatory = $true)][ValidateLength(0, 9)][string]$title";
const read = "return Get-BrokerSession -SessionKey $key -MaxRecordCount 2";
const given = (params: string) =>
  `${fn("return $null", params)}function Invoke-All {\n    [CmdletBinding()]\n    param([Parameter(Mandatory = $true)][hashtable]$Arguments)\n    return Read-Probe @Arguments\n}\n`;

export const CASES: Readonly<Record<RuleName, readonly Case[]>> = {
  "parse-error": [
    {
      name: "a brace too few",
      refused: "function Read-Probe {\n    [CmdletBinding()]\n    param()\n",
      passes: fn(read),
    },
    { name: "a ternary", refused: fn("$a = $key ? 1 : 2"), passes: fn("$a = if ($key) { 1 } else { 2 }") },
    { name: "??", refused: fn("$a = $key ?? 1"), passes: fn("$a = if ($null -eq $key) { 1 } else { $key }") },
    { name: "??=", refused: fn("$a ??= 1"), passes: fn("if ($null -eq $a) { $a = 1 }") },
    { name: "?.", refused: fn("$a = ($key)?.Length"), passes: fn("$a = $key.Length") },
    { name: "?[]", refused: fn("$a = ($key)?[0]"), passes: fn("$a = $key[0]") },
  ],
  "newer-syntax": [
    { name: "&&", refused: fn(`${read} && ${read}`), passes: fn(`${read}\n    ${read}`) },
    { name: "||", refused: fn(`${read} || ${read}`), passes: fn(`if ($null -or $key) { ${read} }`) },
    {
      name: "ForEach-Object -Parallel",
      refused: fn("1..3 | ForEach-Object -Parallel { $_ }"),
      passes: fn("foreach ($one in @(1, 2, 3)) { $one }"),
    },
    { name: "$IsWindows", refused: fn("$a = $IsWindows"), passes: fn("$isWindowsHere = $PSVersionTable.PSEdition") },
  ],
  "non-ascii": [
    { name: "a letter", refused: "$a = 'na\u00efve'\n", passes: "$a = 'naive'\n" },
    { name: "a byte-order mark", refused: "\u00ef\u00bb\u00bf$a = 1\n", passes: "$a = 1\n" },
    { name: "a dash that PowerShell takes for one", refused: fn("$a = 1 \u2013 2"), passes: fn("$a = 1 - 2") },
    { name: "a NUL", refused: "$a = 'a\0b'\n", passes: "$a = 'a\tb'\n" },
  ],
  "dollar-input": [
    { name: "$input", refused: fn("return $input"), passes: fn("return $inputs") },
    { name: "in other letters", refused: fn("return $Input"), passes: fn("$a = @{ Input = 1 }") },
  ],
  "computed-call": [
    { name: "& $x", refused: fn("& $key"), passes: fn(read) },
    { name: "& with a name as text", refused: fn("& 'Get-BrokerSite'"), passes: fn("Get-BrokerSite") },
    { name: "& with a block", refused: fn("& { Get-BrokerSite }"), passes: fn("if ($key) { Get-BrokerSite }") },
    { name: ". $x", refused: ". $file\n", passes: ". (Join-Path -Path $PSScriptRoot -ChildPath 'probe.ps1')\n" },
    {
      name: "a file of another folder",
      refused: ". (Join-Path -Path $PSScriptRoot -ChildPath '../other.ps1')\n",
      passes: ". (Join-Path -Path $PSScriptRoot -ChildPath 'probe.ps1')\n",
    },
    {
      name: "a folder from outside",
      refused: ". (Join-Path -Path $env:TEMP -ChildPath 'probe.ps1')\n",
      passes: ". (Join-Path -Path $PSScriptRoot -ChildPath 'probe.ps1')\n",
    },
    {
      name: "a computed file",
      refused: '. (Join-Path -Path $PSScriptRoot -ChildPath "$name.ps1")\n',
      passes: ". (Join-Path -Path $PSScriptRoot -ChildPath 'probe.ps1')\n",
    },
  ],
  "text-as-code": [
    {
      name: "Invoke-Expression",
      refused: fn("Invoke-Expression -Command 'a'"),
      passes: fn("Write-Output -InputObject 'a'"),
    },
    { name: "iex", refused: fn("iex 'a'"), passes: fn("$iex = 'a'") },
    { name: "iex in disguise", refused: fn("i`ex 'a'"), passes: fn("Write-Output -InputObject 'i`ex'") },
    { name: "Set-Alias", refused: fn("Set-Alias -Name a -Value b"), passes: fn("$a = 'b'") },
    {
      name: "[scriptblock]::Create",
      refused: fn("[scriptblock]::Create('a')"),
      passes: fn("$a = [initialsessionstate]::Create()"),
    },
    { name: ".Invoke()", refused: fn("$key.Invoke()"), passes: fn("$null = $key.BeginInvoke()") },
    {
      name: "InvokeScript",
      refused: fn("$ExecutionContext.InvokeCommand.InvokeScript('a')"),
      passes: fn("$a = $ExecutionContext.SessionState.LanguageMode"),
    },
    {
      name: "AddScript of a variable",
      refused: fn("$null = $shell.AddScript($key)"),
      passes: fn("$null = $shell.AddScript({ 1 })"),
    },
    {
      name: "AddScript of text with a variable",
      refused: fn('$null = $shell.AddScript("a $key")'),
      passes: fn("$null = $shell.AddScript('a $key')"),
    },
    { name: "a computed member", refused: fn("$key.$name(1)"), passes: fn("$key.Equals(1)") },
    { name: "a computed static member", refused: fn("[regex]::$name('a')"), passes: fn("[regex]::Escape('a')") },
    {
      name: "Invoke-Command with a variable",
      refused: fn("Invoke-Command -ComputerName 'a' -ScriptBlock $key"),
      passes: fn("Invoke-Command -ComputerName 'a' -ScriptBlock { Get-Service -Name 'BrokerAgent' }"),
    },
  ],
  "compiled-code": [
    { name: "Add-Type", refused: fn("Add-Type -TypeDefinition 'class A { }'"), passes: fn("$a = 'Add-Type'") },
    { name: "Add-Type of a library", refused: fn("Add-Type -Path 'a.dll'"), passes: fn("$a = 'a.dll'") },
  ],
  "computed-filter": [
    {
      name: "a text with a variable",
      refused: fn('Get-BrokerSession -Filter "Uid -gt $afterUid" -MaxRecordCount 5', page),
      passes: fn("Get-BrokerSession -Filter { Uid -gt $afterUid } -MaxRecordCount 5", page),
    },
    {
      name: "a variable",
      refused: fn("Get-BrokerSession -Filter $afterUid -MaxRecordCount 5", page),
      passes: fn("Get-BrokerSession -Filter 'Uid -gt 5' -MaxRecordCount 5", page),
    },
    {
      name: "texts put together",
      refused: fn("Get-BrokerSession -Filter ('Uid -gt ' + $afterUid) -MaxRecordCount 5", page),
      passes: fn("Get-BrokerSession -Filter { Uid -gt $afterUid -and Uid -lt $afterUid } -MaxRecordCount 5", page),
    },
    {
      name: "a text from outside in the block",
      refused: fn("Get-BrokerSession -Filter { UserName -eq $title } -MaxRecordCount 5", title),
      passes: fn("Get-BrokerSession -Filter { Uid -gt $afterUid } -MaxRecordCount 5", page),
    },
    {
      name: "a property of something in the block",
      refused: fn("Get-BrokerSession -Filter { Uid -gt $afterUid.Text } -MaxRecordCount 5", page),
      passes: fn("Get-BrokerSession -Filter { Uid -ge $afterUid } -MaxRecordCount 5", page),
    },
    {
      name: "by way of a table",
      refused: fn("$a = @{ Filter = 'Uid -gt 5'; MaxRecordCount = 5 }\n    Get-BrokerSession @a", page),
      passes: fn("$a = @{ MaxRecordCount = 5 }\n    Get-BrokerSession @a -Filter 'Uid -gt 5'", page),
    },
  ],
  "loose-parameter": [
    { name: "no type", refused: fn(read, "$key"), passes: fn(read) },
    { name: "text without a bound", refused: fn("return 1", "[string]$title"), passes: fn("return 1", title) },
    {
      name: "a pattern that lets a line end through",
      refused: fn("return 1", "[ValidatePattern('^a$')][string]$title"),
      passes: fn("return 1", "[ValidatePattern('\\Aa\\z')][string]$title"),
    },
    { name: "no CmdletBinding", refused: "function Read-Probe {\n    param()\n}\n", passes: fn("", "") },
    {
      name: "parameters before the body",
      refused: "function Read-Probe([guid]$key) {\n    $key\n}\n",
      passes: fn("$key"),
    },
    { name: "a number from outside without a bound", refused: given("[Parameter()][long]$count"), passes: given(page) },
    {
      name: "anything from outside",
      refused: given("[Parameter()][object]$it"),
      passes: fn("return 1", "[object]$it"),
    },
  ],
  "hidden-default": [
    {
      name: "a parameter that no call shows",
      refused: fn("$global:PSDefaultParameterValues['*:Filter'] = $key"),
      passes: fn("$global:PSDefaultParameterValues['*-Broker*:AdminAddress'] = $key"),
    },
    {
      name: "all of them",
      refused: fn("$PSDefaultParameterValues = @{ }"),
      passes: fn("$global:PSDefaultParameterValues['*-Log*:AdminAddress'] = $key"),
    },
  ],
  "unknown-command": [
    { name: "a command that nobody listed", refused: fn("Get-Content -Path 'a'"), passes: fn("Get-Service -Name 'a'") },
    {
      name: "a parameter that nobody listed",
      refused: fn("Get-Service -Name 'a' -ComputerName 'b'"),
      passes: fn("Get-Service -Name 'a'"),
    },
    { name: "a program", refused: fn("quser.exe /server:a"), passes: fn("Read-Probe -key $key") },
    { name: "a value without a name", refused: fn("Write-Output 'a'"), passes: fn("Write-Output -InputObject 'a'") },
    { name: "newer than 5.1", refused: fn("Get-Error"), passes: fn("$a = 'Get-Error'") },
  ],
  "unknown-type": [
    {
      name: "a web client",
      refused: fn("[System.Net.WebClient]::new()"),
      passes: fn("[System.Text.UTF8Encoding]::new($false)"),
    },
    { name: "a file", refused: fn("[IO.File]::ReadAllText('a')"), passes: fn("[Math]::Floor(1)") },
  ],
  "unknown-citrix-cmdlet": [
    { name: "a name that the reference does not know", refused: fn("Get-BrokerGhost"), passes: fn("Get-BrokerSite") },
    { name: "one of its own", refused: fn("").replace("Read-Probe", "Get-BrokerProbe"), passes: fn("") },
    { name: "of another snap-in", refused: fn("Get-ConfigSite"), passes: fn("Get-LogSite") },
  ],
  "unknown-citrix-parameter": [
    { name: "a name that it does not know", refused: fn(read.replace("SessionKey", "SessionGuid")), passes: fn(read) },
    { name: "an abbreviation", refused: fn(read.replace("SessionKey", "SessionKe")), passes: fn(read) },
    { name: "a value without a name", refused: fn("Get-BrokerSession $key -MaxRecordCount 2"), passes: fn(read) },
    { name: "-Confirm", refused: fn(`${read} -Confirm:$false`), passes: fn(`${read} -ErrorAction Stop`) },
    {
      name: "by way of a table",
      refused: fn("$a = @{ SessionGuid = $key; MaxRecordCount = 2 }\n    Get-BrokerSession @a"),
      passes: fn("$a = @{ SessionKey = $key; MaxRecordCount = 2 }\n    Get-BrokerSession @a"),
    },
    {
      name: "set in the table afterwards",
      refused: fn("$a = @{ MaxRecordCount = 2 }\n    $a.SessionGuid = $key\n    Get-BrokerSession @a"),
      passes: fn("$a = @{ MaxRecordCount = 2 }\n    $a['SessionKey'] = $key\n    Get-BrokerSession @a"),
    },
  ],
  "no-parameter-set": [
    {
      name: "of two sets",
      refused: fn("Get-BrokerSession -Uid 1 -SessionKey $key"),
      passes: fn("Get-BrokerSession -Uid 1"),
    },
    {
      name: "without what it must have",
      refused: fn("$null = Stop-BrokerSession -LoggingId $key"),
      passes: fn("$null = Stop-BrokerSession -InputObject 5 -LoggingId $key"),
    },
    {
      name: "what it must have only perhaps",
      refused: fn("$a = @{ LoggingId = $key }\n    if ($key) { $a.InputObject = 5 }\n    Stop-BrokerSession @a"),
      passes: fn("$a = @{ InputObject = 5 }\n    if ($key) { $a.LoggingId = $key }\n    Stop-BrokerSession @a"),
    },
    {
      name: "the same twice",
      refused: fn(`$a = @{ SessionKey = $key }\n    ${read} @a`),
      passes: fn(`$a = @{ Property = 'Uid' }\n    ${read} @a`),
    },
  ],
  "unseen-splat": [
    {
      name: "a table from outside",
      refused: fn("Get-BrokerSession @a -MaxRecordCount 2", "[hashtable]$a"),
      passes: fn("$a = @{ SessionKey = $key }\n    Get-BrokerSession @a -MaxRecordCount 2"),
    },
    {
      name: "a computed key",
      refused: fn("$a = @{ SessionKey = $key }\n    $a[$name] = 1\n    Get-BrokerSession @a -MaxRecordCount 2"),
      passes: fn("$a = @{ SessionKey = $key }\n    $a['SortBy'] = 'Uid'\n    Get-BrokerSession @a -MaxRecordCount 2"),
    },
    {
      name: "a table that something else changes",
      refused: fn("$a = @{ SessionKey = $key }\n    $a.Add('SortBy', 1)\n    Get-BrokerSession @a -MaxRecordCount 2"),
      passes: fn(
        "$a = @{ SessionKey = $key }\n    $b = @{ }\n    $b.Add('SortBy', 1)\n    Get-BrokerSession @a -MaxRecordCount 2",
      ),
    },
    {
      name: "two tables of one name",
      refused: fn("$a = @{ SessionKey = $key }\n    $a = @{ Uid = 1 }\n    Get-BrokerSession @a"),
      passes: fn("$a = @{ Uid = 1 }\n    $b = @{ SessionKey = $key }\n    Get-BrokerSession @a"),
    },
    {
      name: "what PowerShell collected",
      refused: fn("Get-BrokerSession @args"),
      passes: fn("Read-Probe @PSBoundParameters"),
    },
  ],
  "unbounded-read": [
    {
      name: "250 rows and no more",
      refused: fn("Get-BrokerSession -SessionKey $key"),
      passes: fn(read),
    },
    {
      name: "a list",
      refused: fn("Get-BrokerController -SortBy 'Uid'"),
      passes: fn("Get-BrokerController -MaxRecordCount 9"),
    },
  ],
  "unlogged-act": [
    {
      name: "no id of the site's log",
      refused: fn("$null = Stop-BrokerSession -InputObject 5"),
      passes: fn("$null = Stop-BrokerSession -InputObject 5 -LoggingId $key"),
    },
    {
      name: "nor in the table",
      refused: fn("$a = @{ Hidden = $true; SessionKey = $key }\n    Set-BrokerSession @a"),
      passes: fn("$a = @{ Hidden = $true; SessionKey = $key }\n    $a.LoggingId = $key\n    Set-BrokerSession @a"),
    },
  ],
};
