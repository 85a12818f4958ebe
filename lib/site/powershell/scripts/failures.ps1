# How errors become answers: definite means that nothing was done.

# Words of the SDK's error status that mean no (about_Broker_ErrorHandling); others may have come too late.
$sdkRefusals = @('UnknownObject', 'InvalidOperation', 'InvalidArgument', 'AccessDenied', 'PermissionDenied', 'NamedParameterNotFound')
# First words of the error ids of a remote shell that never opened.
$neverOpened = @('AccessDenied', 'AuthenticationFailed', 'InvalidAuthentication', 'LogonFailure', 'ComputerNotFound', 'NetworkPathNotFound')

# An error of our own, for throw: nothing was done.
function New-Refusal {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z]{1,60}\z')][string]$Id,
        [Parameter(Mandatory = $true)][ValidateLength(1, 4000)][string]$Message
    )
    $exception = [System.InvalidOperationException]::new($Message)
    $exception.Data['GhostdeskRefusal'] = $true
    return [System.Management.Automation.ErrorRecord]::new($exception, $Id, 'InvalidOperation', $null)
}

# The SDK's word for what went wrong: of its own record or exception, or the end of the error id's first part.
function Get-ErrorStatus {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record)
    foreach ($place in @($Record, $Record.Exception)) {
        $status = Get-PropertyValue -Of $place -Name 'Status'
        if ($null -ne $status) { return ([string]$status).Split('.')[-1] }
    }
    return ([string]$Record.FullyQualifiedErrorId).Split(',')[0].Split('.')[-1]
}

# A count of the SDK's error data; null where the error has none of that name.
function Get-ErrorCount {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record,
        [Parameter(Mandatory = $true)][ValidateSet('OperationsSucceededCount', 'UnresolvedSessionFailuresCount')][string]$Name
    )
    foreach ($place in @($Record, $Record.Exception)) {
        $data = Get-PropertyValue -Of $place -Name 'ErrorData'
        if ($data -is [System.Collections.IDictionary] -and $data.ContainsKey($Name)) { return [int]$data[$Name] }
    }
    return $null
}

# Whether the SDK says that there is no such object (any more).
function Test-UnknownObject {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record)
    return (Get-ErrorStatus -Record $Record) -eq 'UnknownObject'
}

# Whether it is certain that nothing was done.
function Test-Definite {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record)
    $exception = $Record.Exception
    if ($exception.Data.Contains('GhostdeskRefusal')) { return $true }
    # All that happens before the act itself only reads.
    if ($bridge.Act -and -not $bridge.ActBegun) { return $true }
    if ($exception -is [System.Management.Automation.ParameterBindingException]) { return $true }
    if ($exception -is [System.Management.Automation.CommandNotFoundException]) { return $true }
    if (@('ObjectNotFound', 'PermissionDenied', 'SecurityError', 'InvalidArgument') -contains [string]$Record.CategoryInfo.Category) { return $true }
    $status = Get-ErrorStatus -Record $Record
    if ($status -eq 'SessionOperationFailed') { return (Get-ErrorCount -Record $Record -Name 'OperationsSucceededCount') -eq 0 }
    if ([string]$Record.FullyQualifiedErrorId -like '*,PSSessionStateBroken') { return $neverOpened -contains $status }
    return $sdkRefusals -contains $status
}

# The error of a reply.
function Get-Failure {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record)
    $id = [string]$Record.FullyQualifiedErrorId
    $unresolved = Get-ErrorCount -Record $Record -Name 'UnresolvedSessionFailuresCount'
    # The session ended between our look at it and the act.
    if ($null -ne $unresolved -and $unresolved -gt 0) { $id = 'SessionNotFound' }
    if ($id -eq '') { $id = $Record.Exception.GetType().Name }
    $message = [string]$Record.Exception.Message
    return @{
        id       = $id.Substring(0, [Math]::Min($id.Length, 1000))
        message  = $message.Substring(0, [Math]::Min($message.Length, 4000))
        definite = [bool](Test-Definite -Record $Record)
    }
}
