# The controller that a cmdlet asks who names none: any cmdlet's -AdminAddress becomes the next one's (reference, AdminAddress).
$script:AdminAddress = 'localhost'
# The computer whose words the commands of servers.ps1 speak, while Invoke-Command runs its block.
$script:Computer = $null
$script:Client = $null

# One client for the life of the process, so that its connection is kept open. WebClient needs no assembly loaded in 5.1.
function Get-StandInClient {
    [CmdletBinding()]
    [OutputType([System.Net.WebClient])]
    param()
    if ($null -eq $script:Client) {
        $script:Client = New-Object -TypeName System.Net.WebClient
        $script:Client.Proxy = $null
    }
    $script:Client.Headers['Authorization'] = "Bearer $env:GHOSTDESK_STAND_IN_TOKEN"
    $script:Client.Headers['Content-Type'] = 'application/json'
    return $script:Client
}

# Asks the practice site. The answer is CLIXML, whose values have types of their own: Guid, DateTime (local), TimeSpan.
function Get-StandInAnswer {
    [CmdletBinding()]
    param([hashtable] $Question)
    $json = ConvertTo-Json -InputObject $Question -Depth 5 -Compress
    $client = Get-StandInClient
    $bytes = $client.UploadData($env:GHOSTDESK_STAND_IN_URL, 'POST', [System.Text.Encoding]::UTF8.GetBytes($json))
    return [System.Management.Automation.PSSerializer]::Deserialize([System.Text.Encoding]::UTF8.GetString($bytes))
}

# The record and its exception carry Status and ErrorData, as about_Broker_ErrorHandling says. The exception's own class,
# SdkOperationException, is Citrix's: here only its name stands in the record.
function New-StandInError {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([string] $Id, [string] $Message, [string] $Category, [string] $Command, [hashtable] $Data, [object] $Total)
    $counts = New-Object -TypeName 'System.Collections.Generic.Dictionary[string, string]'
    foreach ($key in $Data.Keys) { $counts[$key] = [string] $Data[$key] }
    $facts = @{ Status = $Id; ErrorData = $counts }
    $reason = 'SdkOperationException'
    if ($null -ne $Total) {
        $facts['TotalAvailableResultCount'] = [int] $Total
        $reason = 'PartialDataException'
    }
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList $Message
    $fullId = $Id
    if ($Command) { $fullId = $Id + ',' + $Command }
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, $fullId, $Category, $null
    $record.CategoryInfo.Reason = $reason
    foreach ($item in @($exception, $record)) { Add-Member -InputObject $item -NotePropertyMembers $facts }
    return $record
}

# The SDK's own objects, or their numeric Uids, where a list of objects is asked for; anything else cannot be converted.
function ConvertTo-StandInUid {
    [CmdletBinding()]
    param([object[]] $Items, [string] $ObjectType)
    foreach ($item in $Items) {
        if ($item -is [int] -or $item -is [long]) { [long] $item; continue }
        if ($null -ne $item -and $item.PSObject.TypeNames -contains $ObjectType) { [long] $item.Uid; continue }
        throw "Cannot convert the value `"$item`" to type `"$ObjectType`"."
    }
}

# A parameter's value as JSON can hold it: instants in UTC, spans in milliseconds.
function ConvertTo-StandInValue {
    [CmdletBinding()]
    param([AllowNull()] [object] $Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [switch] -or $Value -is [bool]) { return [bool] $Value }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('o') }
    if ($Value -is [timespan]) { return [long] $Value.TotalMilliseconds }
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [double]) { return $Value }
    if ($Value -is [System.Collections.IDictionary]) {
        $pairs = @{}
        foreach ($key in $Value.Keys) { $pairs[[string] $key] = [string] $Value[$key] }
        return $pairs
    }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        $list = @(foreach ($item in $Value) { ConvertTo-StandInValue -Value $item })
        return , $list
    }
    return [string] $Value
}

# A filter may name variables of whoever calls: Uid -gt $last.
function Get-StandInVariable {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet] $Caller, [string] $Filter)
    $values = @{}
    foreach ($match in [regex]::Matches($Filter, '\$([A-Za-z_][A-Za-z0-9_]*)')) {
        $name = $match.Groups[1].Value
        if (@('true', 'false', 'null') -contains $name) { continue }
        $value = ConvertTo-StandInValue -Value $Caller.SessionState.PSVariable.GetValue($name)
        if ($value -is [System.Array]) { $value = $value.PSObject.BaseObject }
        $values[$name] = $value
    }
    return $values
}

# The objects of an answer: their type first among the names, their lists as arrays.
function Write-StandInRow {
    [CmdletBinding()]
    param([object] $Answer)
    foreach ($row in $Answer.Rows) {
        $row.PSObject.TypeNames.Insert(0, $Answer.TypeName)
        foreach ($list in $Answer.Lists) {
            $property = $row.PSObject.Properties[$list]
            if ($null -ne $property.Value) { $property.Value = $property.Value.ToArray() }
        }
        foreach ($list in $Answer.TextLists) {
            $property = $row.PSObject.Properties[$list]
            if ($null -ne $property.Value) { $property.Value = [string[]] $property.Value }
        }
        $row
    }
}

# What the caller wants of errors: its own -ErrorAction, or else the preference where it stands.
function Get-StandInPreference {
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.PSCmdlet] $Caller, [System.Collections.IDictionary] $Bound)
    if ($Bound.ContainsKey('ErrorAction')) { return [string] $Bound['ErrorAction'] }
    return [string] $Caller.SessionState.PSVariable.GetValue('ErrorActionPreference')
}

# Errors as the SDK raises them. Where the caller wants to stop at any error it is thrown as it is, so that its id is the SDK's
# own; otherwise PowerShell adds the function's name to the id.
function Write-StandInFault {
    [CmdletBinding()]
    param([System.Management.Automation.PSCmdlet] $Caller, [System.Collections.IDictionary] $Bound, [object] $Answer, [string] $Command)
    $preference = Get-StandInPreference -Caller $Caller -Bound $Bound
    foreach ($fault in $Answer.Errors) {
        $record = New-StandInError -Id $fault.Id -Message $fault.Message -Category $fault.Category -Command $Command -Data $fault.Data -Total $fault.Total
        if ($preference -eq 'Stop') { throw $record }
        if ($fault.Terminating) { $Caller.ThrowTerminatingError($record) }
        $Caller.WriteError($record)
    }
}

# What was bound, without PowerShell's own parameters.
function Get-StandInParameter {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet] $Caller, [System.Collections.IDictionary] $Bound, [string] $ObjectType)
    $values = @{}
    foreach ($name in @($Bound.Keys)) {
        if ([System.Management.Automation.Cmdlet]::CommonParameters -contains $name) { continue }
        if ($name -ne 'InputObject') {
            # Bare: Windows PowerShell writes an array that went through a pipeline as an object with a count.
            $value = ConvertTo-StandInValue -Value $Bound[$name]
            if ($value -is [System.Array]) { $value = $value.PSObject.BaseObject }
            $values[$name] = $value
            continue
        }
        try { $values[$name] = @(ConvertTo-StandInUid -Items $Bound[$name] -ObjectType $ObjectType) }
        catch {
            $record = New-StandInError -Id 'ParameterArgumentTransformationError' -Message $_.Exception.Message -Category 'InvalidArgument' -Data @{}
            $Caller.ThrowTerminatingError($record)
        }
    }
    return $values
}

# Sends one call and gives back the whole answer.
function Get-StandInReply {
    [CmdletBinding()]
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [System.Collections.IDictionary] $Bound,
        [string] $Command,
        [string] $ObjectType,
        [string] $ComputerName
    )
    $values = Get-StandInParameter -Caller $Caller -Bound $Bound -ObjectType $ObjectType
    $variables = @{}
    if ($values.ContainsKey('AdminAddress')) { $script:AdminAddress = $values['AdminAddress'] }
    if ($values.ContainsKey('Filter')) { $variables = Get-StandInVariable -Caller $Caller -Filter $values['Filter'] }
    $question = @{
        cmdlet       = $Caller.MyInvocation.MyCommand.Name
        parameters   = $values
        variables    = $variables
        adminAddress = $script:AdminAddress
        computerName = $ComputerName
    }
    try { return Get-StandInAnswer -Question $question }
    catch {
        $message = 'The stand-in cannot be reached: ' + $_.Exception.Message
        $record = New-StandInError -Id 'Citrix.XDPowerShell.Broker.NoServerErrorId' -Message $message -Category 'InvalidOperation' -Command $Command -Data @{}
        $Caller.ThrowTerminatingError($record)
    }
}

# What a generated function does: sends what was bound, gives back objects, warnings and errors.
function Send-StandInCall {
    [CmdletBinding()]
    param(
        [System.Management.Automation.PSCmdlet] $Caller,
        [System.Collections.IDictionary] $Bound,
        [string] $Command,
        [string] $ObjectType,
        [string] $ComputerName
    )
    $answer = Get-StandInReply @PSBoundParameters
    Write-StandInRow -Answer $answer
    foreach ($text in $answer.Warnings) { $Caller.WriteWarning($text) }
    Write-StandInFault -Caller $Caller -Bound $Bound -Answer $answer -Command $Command
}
