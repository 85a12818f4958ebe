# Requests in, replies out.

# A value of a request: text, a whole number, yes or no, or nothing. Lists and objects have no place in arguments.
function ConvertFrom-JsonValue {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][object]$Element)
    switch ([string]$Element.ValueKind) {
        'String' { return $Element.GetString() }
        'Number' { return $Element.GetInt64() }
        'True' { return $true }
        'False' { return $false }
        'Null' { return $null }
    }
    throw 'a value is neither text, whole number, yes or no, nor null'
}

# PowerShell 7: its ConvertFrom-Json turns text that looks like a date into one, so it is read by hand.
function ConvertFrom-LineInCore {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidateLength(2, 1048576)][string]$Line)
    $document = [System.Text.Json.JsonDocument]::Parse($Line)
    $request = @{}
    foreach ($field in $document.RootElement.EnumerateObject()) {
        if ([string]$field.Value.ValueKind -eq 'Object') {
            $inner = @{}
            foreach ($argument in $field.Value.EnumerateObject()) { $inner.Add($argument.Name, (ConvertFrom-JsonValue -Element $argument.Value)) }
            $request.Add($field.Name, $inner)
        }
        else {
            $request.Add($field.Name, (ConvertFrom-JsonValue -Element $field.Value))
        }
    }
    return $request
}

# Windows PowerShell: its ConvertFrom-Json leaves text as it is.
function ConvertFrom-LineInDesktop {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidateLength(2, 1048576)][string]$Line)
    $parsed = ConvertFrom-Json -InputObject $Line
    $request = @{}
    foreach ($field in $parsed.PSObject.Properties) { $request.Add($field.Name, $field.Value) }
    $inner = @{}
    foreach ($argument in $parsed.args.PSObject.Properties) {
        $isPlain = $null -eq $argument.Value -or @('String', 'Boolean', 'Int32', 'Int64') -contains $argument.Value.GetType().Name
        if (-not $isPlain) {
            throw 'a value is neither text, whole number, yes or no, nor null'
        }
        $inner.Add($argument.Name, $argument.Value)
    }
    $request['args'] = $inner
    return $request
}

# The fields of a request, each of its type; what is null stays null.
function New-Request {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(1, 1)][int]$v,
        [Parameter(Mandatory = $true)][guid]$id,
        [Parameter(Mandatory = $true)][ValidatePattern('\A[a-z]{1,20}(-[a-z]{1,20}){0,3}\z')][string]$op,
        [Parameter(Mandatory = $true)][hashtable]$arguments,
        [Parameter(Mandatory = $true)][ValidateRange(1, 3600000)][int]$deadlineMs,
        [Parameter(Mandatory = $true)][ValidatePattern('\A[0-9a-f]{32}\z')][string]$mark,
        [Parameter()][AllowNull()][AllowEmptyString()][ValidateLength(0, 256)][string]$actor,
        [Parameter()][AllowNull()][Nullable[guid]]$operationId
    )
    return @{
        id = $id.ToString(); op = $op; arguments = $arguments; deadlineMs = $deadlineMs; mark = $mark; actor = $actor; operationId = $operationId
    }
}

# Throws where the line is no request.
function Read-Request {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidateLength(2, 1048576)][string]$Line)
    if ($PSVersionTable.PSEdition -eq 'Core') { $fields = ConvertFrom-LineInCore -Line $Line }
    else { $fields = ConvertFrom-LineInDesktop -Line $Line }
    # A parameter cannot be called args.
    $fields['arguments'] = $fields['args']
    $fields.Remove('args')
    return New-Request @fields
}

# Base64 between two marks, as bytes: nothing else that is printed can be taken for it.
function Send-Reply {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidatePattern('\A[0-9a-f]{32}\z')][string]$Mark,
        [Parameter(Mandatory = $true)][hashtable]$Reply
    )
    $json = ConvertTo-Json -InputObject $Reply -Depth 8 -Compress
    $body = [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json))
    $frame = [System.Text.Encoding]::ASCII.GetBytes("`n" + $Mark + ':' + $body + ':' + $Mark + "`n")
    $bridge.Output.Write($frame, 0, $frame.Length)
    $bridge.Output.Flush()
}
