# One process of the bridge: reads requests as lines of JSON from standard input, does what each asks, and answers each with one
# framed reply on standard output. Windows PowerShell 5.1 and PowerShell 7 run the same file. What it does is in docs/powershell.md.
# Exit codes: 0 at the end of input, 65 a line that is no request, 70 past the deadline of a request, 71 a restricted language
# mode, 72 anything else.

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$InformationPreference = 'SilentlyContinue'
$VerbosePreference = 'SilentlyContinue'
$DebugPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

# In a restricted language mode nothing below works, the reply included: the exit code has to say it.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Error -Message 'Ghostdesk needs the full language mode: allow its scripts folder by policy, or sign the scripts.' -ErrorAction Continue
    exit 71
}

. (Join-Path -Path $PSScriptRoot -ChildPath 'failures.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'values.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'wire.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'watchdog.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'connect.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-sessions.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-machines.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-site.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-leases.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-rules.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'read-groups.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'windows-sessions.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'server.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'site-log.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'act-on-sessions.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'act-on-machines.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'act-on-leases.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'operations.ps1')

# What the functions share. Act is true for an operation that changes something; from ActBegun on an error may have come too late.
$bridge = @{
    IsReady     = $false
    Sdk         = $null
    Act         = $false
    ActBegun    = $false
    Actor       = $null
    OperationId = $null
    Watch       = Start-Watchdog
    Output      = [Console]::OpenStandardOutput()
}

try {
    $requests = [System.IO.StreamReader]::new([Console]::OpenStandardInput(), [System.Text.UTF8Encoding]::new($false))
    while ($null -ne ($line = $requests.ReadLine())) {
        if ($line.Trim() -ne '') { Invoke-Line -Line $line }
    }
}
catch {
    # Nobody was answered, so whoever waits has to see the process end.
    [Console]::Error.WriteLine('The bridge ends: ' + $_.Exception.Message)
    [Environment]::Exit(72)
}
# Not exit: that would wait for the guards, which never end by themselves.
[Environment]::Exit(0)
