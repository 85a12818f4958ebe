# Generated from ../sdk-cmdlets.json, head.ps1 and servers.ps1 by lib/site/powershell/stand-in/generate.ts. Do not edit.
# A stand-in for the Citrix modules: the cmdlets below with the parameter sets of the 7.15 reference, answered by the practice site.
# They are the ones that the bridge's scripts use, and what for; everything else of the SDK is left out, so that nobody leans on it:
#   Get-BrokerSession                   sessions as the broker believes in them
#   Get-BrokerMachine                   machines: registration, power, pending sessions
#   Get-BrokerDesktopGroup              delivery groups and their power policy
#   Get-BrokerPowerTimeScheme           which hours are peak for the power policy
#   Get-BrokerSite                      whether leases or the local host cache are on
#   Get-BrokerController                controllers and their release
#   Get-BrokerServiceStatus             whether a controller reaches its database
#   Get-BrokerLease                     connection leases
#   Get-BrokerSessionLinger             how long sessions linger
#   Get-BrokerSessionPreLaunch          how long pre-launched sessions stay
#   Get-BrokerAccessPolicyRule          who may reach a delivery group
#   Get-BrokerEntitlementPolicyRule     who may use shared desktops
#   Get-BrokerAppEntitlementPolicyRule  who may use applications of shared machines
#   Get-BrokerAssignmentPolicyRule      who gets a private desktop
#   Get-BrokerAppAssignmentPolicyRule   who gets a private machine for applications
#   Get-BrokerConnectionLog             attempts to broker a connection
#   Get-BrokerHostingPowerAction        what was asked of the hypervisor
#   Stop-BrokerSession                  log off
#   Disconnect-BrokerSession            disconnect
#   Set-BrokerSession                   hide and show again
#   Send-BrokerSessionMessage           a message to a user
#   Set-BrokerMachineMaintenanceMode    maintenance mode
#   New-BrokerHostingPowerAction        start, stop or restart a machine
#   Remove-BrokerLease                  remove a lease
#   Update-BrokerLocalLeaseCache        empty a controller's lease cache
#   Set-BrokerSite                      leasing on and off
#   Get-LogSite                         whether the site keeps a configuration log
#   Get-LogHighLevelOperation           what the site's own log says
#   Start-LogHighLevelOperation         begins an entry of the site's own log
#   Stop-LogHighLevelOperation          completes an entry of the site's own log
# A script's questions to servers are answered as well: Invoke-Command (with the few commands of servers.ps1 inside its block) and
# Get-WindowsSession.

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

# What scripts ask of servers. Invoke-Command runs its block here, in the module, where the functions below stand before the real
# commands; what they say comes from the practice site. As through WinRM, only copies of what the block put out come back.
function Invoke-Command {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [string[]] $ComputerName,
        [Parameter(Mandatory = $true)]
        [scriptblock] $ScriptBlock,
        [object[]] $ArgumentList
    )
    # An error inside the block comes back as one of this call.
    $ErrorActionPreference = Get-StandInPreference -Caller $PSCmdlet -Bound $PSBoundParameters
    foreach ($name in $ComputerName) {
        $answer = Get-StandInReply -Caller $PSCmdlet -Bound @{} -ComputerName $name
        Write-StandInFault -Caller $PSCmdlet -Bound $PSBoundParameters -Answer $answer
        if ($answer.Errors.Count -gt 0) { continue }
        $before = $script:Computer
        $script:Computer = $name
        try {
            $output = @(Microsoft.PowerShell.Core\Invoke-Command -ScriptBlock $ScriptBlock.Ast.GetScriptBlock() -ArgumentList $ArgumentList)
        }
        finally { $script:Computer = $before }
        foreach ($item in @($output | Where-Object { $null -ne $_ })) {
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item, 1))
            Add-Member -InputObject $copy -NotePropertyName PSComputerName -NotePropertyValue $name -Force -PassThru
        }
    }
}

# The list that Windows itself gives of its sessions, as the function of the same name in ../scripts gives it.
function Get-WindowsSession {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [string] $ComputerName
    )
    Send-StandInCall -Caller $PSCmdlet -Bound @{} -ComputerName $ComputerName
}

# Not exported: these stand for Windows' own commands inside the block of Invoke-Command alone.
function Get-Service {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Name
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Restart-Service {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [string] $Name,
        [switch] $Force
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-Process {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Name,
        [int] $Id
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-CimInstance {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true, Position = 0)]
        [string] $ClassName,
        [string] $Filter
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-ItemProperty {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)]
        [string] $Path,
        [string] $LiteralPath,
        [string[]] $Name
    )
    Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -ComputerName $script:Computer
}

function Get-BrokerSession {
    [CmdletBinding(DefaultParameterSetName = 'BySessionKey', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [long] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'BySessionKey', Position = 0)]
        [guid] $SessionKey,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $AgentVersion,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $AnonymousUserId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ApplicationInUse,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('PreLogon', 'PreLaunched', 'Active', 'Desktop', 'Lingering', 'NoApps')]
        [string] $AppState,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[datetime]] $AppStateLastChangeTime,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $AutonomouslyBrokered,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[int]] $BrokeringDuration,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[datetime]] $BrokeringTime,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $BrokeringUserName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $BrokeringUserSID,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $CatalogName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ClientAddress,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ClientName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ClientPlatform,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[int]] $ClientProductId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ClientVersion,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ConnectedViaHostName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ConnectedViaIP,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Brokered', 'Unbrokered', 'LeasedConnection', 'VdaHighAvailabilityMode', 'ThirdPartyBroker', 'ThirdPartyBrokerWithLicensing')]
        [string] $ConnectionMode,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ControllerDNSName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $DesktopGroupName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Private', 'Shared')]
        [string] $DesktopKind,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $DesktopSID,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $DesktopUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $DeviceId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $DNSName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[int]] $EntitlementPolicyRuleUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[int]] $EstablishmentDuration,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[datetime]] $EstablishmentTime,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $HardwareId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $Hidden,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $HostedMachineName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $HostingServerName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $HypervisorConnectionName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[timespan]] $IdleDuration,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[datetime]] $IdleSince,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[bool]] $ImageOutOfDate,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $InMaintenanceMode,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $IPAddress,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $IsAnonymousUser,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $IsPhysical,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $LaunchedViaHostName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $LaunchedViaIP,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $LaunchedViaPublishedName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $LogoffInProgress,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [bool] $LogonInProgress,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $MachineName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Off', 'Unregistered', 'Available', 'Disconnected', 'Preparing', 'InUse')]
        [string] $MachineSummaryState,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $MachineUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $OSType,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('OnLocal', 'Discard', 'OnPvd')]
        [string] $PersistUserChanges,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Unmanaged', 'Unknown', 'Unavailable', 'Off', 'On', 'Suspended', 'TurningOn', 'TurningOff', 'Suspending', 'Resuming')]
        [string] $PowerState,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $PreferredZoneName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[guid]] $PreferredZoneUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $Protocol,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Manual', 'PVS', 'MCS')]
        [string] $ProvisioningType,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ReceiverIPAddress,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ReceiverName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[bool]] $SecureIcaActive,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $SessionId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Always', 'DisconnectedOnly', 'SameEndpointOnly')]
        [string] $SessionReconnection,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Other', 'PreparingSession', 'PreparingNewSession', 'Connected', 'Active', 'Disconnected', 'Reconnecting', 'NonBrokeredSession', 'Unknown')]
        [string] $SessionState,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [datetime] $SessionStateChangeTime,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('SingleSession', 'MultiSession')]
        [string] $SessionSupport,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [ValidateSet('Application', 'Desktop')]
        [string] $SessionType,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[datetime]] $StartTime,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [System.Nullable[guid]] $TenantId,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $UntrustedUserName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $UserFullName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $UserName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $UserSID,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $UserUPN,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $ZoneName,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [guid] $ZoneUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $ApplicationUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $SharedDesktopUid,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'BySessionKey')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerSessionCommand'
    }
}

function Get-BrokerMachine {
    [CmdletBinding(DefaultParameterSetName = 'ByMachineName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByMachineName', Position = 0)]
        [string] $MachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AgentVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Static', 'Random', 'Permanent')]
        [string] $AllocationType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $ApplicationInUse,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssignedClientName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssignedIPAddress,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssignedUserSID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[guid]] $AssociatedTenantId,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssociatedUserFullName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssociatedUserName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssociatedUserSID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $AssociatedUserUPN,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $BrowserName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $CatalogName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $CatalogUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [guid] $CatalogUUID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $CbpVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('FourBit', 'EightBit', 'SixteenBit', 'TwentyFourBit')]
        [string] $ColorDepth,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $ControllerDNSName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('AppsOnly', 'DesktopsOnly', 'DesktopsAndApps')]
        [string] $DeliveryType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $DesktopCondition,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $DesktopGroupName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[guid]] $DesktopGroupUUID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Private', 'Shared')]
        [string] $DesktopKind,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $DesktopUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $DNSName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('None', 'FailedToStart', 'StuckOnBoot', 'Unregistered', 'MaxCapacity')]
        [string] $FaultState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('L5', 'L7', 'L7_6')]
        [string] $FunctionalLevel,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HostedMachineId,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HostedMachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HostingServerName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HypervisorConnectionName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $HypervisorConnectionUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[guid]] $HypHypervisorConnectionUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $IconUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $ImageOutOfDate,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $InMaintenanceMode,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $IPAddress,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $IsAssigned,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $IsPhysical,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $IsReserved,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('None', 'SessionPreparation', 'RegistrationTimeout', 'ConnectionTimeout', 'Licensing', 'Ticketing', 'Other')]
        [string] $LastConnectionFailure,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastConnectionTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $LastConnectionUser,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $LastDeregistrationReason,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastDeregistrationTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $LastErrorReason,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastErrorTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastHostingUpdateTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $LastPvdErrorReason,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastPvdErrorTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $LoadIndex,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $MachineInternalState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $OSType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $OSVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('OnLocal', 'Discard', 'OnPvd')]
        [string] $PersistUserChanges,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $PowerActionPending,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Unmanaged', 'Unknown', 'Unavailable', 'Off', 'On', 'Suspended', 'TurningOn', 'TurningOff', 'Suspending', 'Resuming')]
        [string] $PowerState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Manual', 'PVS', 'MCS')]
        [string] $ProvisioningType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $PublishedApplication,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $PublishedName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $PvdEstimatedCompletionTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[int]] $PvdPercentDone,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $PvdStage,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $PvdUpdateStartTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Unregistered', 'Initializing', 'Registered', 'AgentError')]
        [string] $RegistrationState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('None', 'Pending', 'Draining', 'InProgress', 'Natural')]
        [string] $ScheduledReboot,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $SecureIcaRequired,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $SessionAutonomouslyBrokered,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionClientAddress,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionClientName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionClientVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionConnectedViaHostName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionConnectedViaIP,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $SessionCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionDeviceId,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionHardwareId,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $SessionHidden,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[guid]] $SessionKey,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionLaunchedViaHostName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionLaunchedViaIP,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionProtocol,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $SessionSecureIcaActive,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $SessionsEstablished,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionSmartAccessTag,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $SessionsPending,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $SessionStartTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Other', 'PreparingSession', 'PreparingNewSession', 'Connected', 'Active', 'Disconnected', 'Reconnecting', 'NonBrokeredSession', 'Unknown')]
        [string] $SessionState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $SessionStateChangeTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('SingleSession', 'MultiSession')]
        [string] $SessionSupport,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Application', 'Desktop')]
        [string] $SessionType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[long]] $SessionUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionUserName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SessionUserSID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Off', 'Unregistered', 'Available', 'Disconnected', 'Preparing', 'InUse')]
        [string] $SummaryState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string[]] $SupportedPowerActions,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Tag,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [guid] $UUID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('NotPresent', 'Unknown', 'NotStarted', 'Running')]
        [string] $VMToolsState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [bool] $WillShutdownAfterUse,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('LogonEnabled', 'Draining', 'DrainingUntilRestart', 'LogonDisabled')]
        [string] $WindowsConnectionSetting,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $ZoneName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [guid] $ZoneUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerMachineCommand'
    }
}

function Get-BrokerDesktopGroup {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [guid] $AppDisk,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $AppDnaAnalysisState,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $AppDnaCompatibility,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $AutomaticPowerOnForAssigned,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $AutomaticPowerOnForAssignedDuringPeak,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('FourBit', 'EightBit', 'SixteenBit', 'TwentyFourBit')]
        [string] $ColorDepth,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('AppsOnly', 'DesktopsOnly', 'DesktopsAndApps')]
        [string] $DeliveryType,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Private', 'Shared')]
        [string] $DesktopKind,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $InMaintenanceMode,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IsRemotePC,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $LicenseModel,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('L5', 'L7', 'L7_6')]
        [string] $MinimumFunctionalLevel,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $OffPeakBufferSizePercent,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $OffPeakDisconnectAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $OffPeakDisconnectTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $OffPeakExtendedDisconnectAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $OffPeakExtendedDisconnectTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $OffPeakLogOffAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $OffPeakLogOffTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $PeakBufferSizePercent,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $PeakDisconnectAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $PeakDisconnectTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $PeakExtendedDisconnectAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $PeakExtendedDisconnectTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Nothing', 'Suspend', 'Shutdown')]
        [string] $PeakLogOffAction,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $PeakLogOffTimeout,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ProductCode,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $PublishedName,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ReuseMachinesWithoutShutdownInOutage,
        [Parameter(ParameterSetName = 'ByName')]
        [guid] $ScopeId,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ScopeName,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $SecureIcaRequired,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('SingleSession', 'MultiSession')]
        [string] $SessionSupport,
        [Parameter(ParameterSetName = 'ByName')]
        [timespan] $SettlementPeriodBeforeAutoShutdown,
        [Parameter(ParameterSetName = 'ByName')]
        [timespan] $SettlementPeriodBeforeUse,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ShutdownDesktopsAfterUse,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Tag,
        [Parameter(ParameterSetName = 'ByName')]
        [System.Nullable[guid]] $TenantId,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $TimeZone,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $TotalApplicationGroups,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $TotalApplications,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $TurnOnAddedMachine,
        [Parameter(ParameterSetName = 'ByName')]
        [guid] $UUID,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ZonePreference,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $ApplicationGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $ApplicationUid,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $TagUid,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $PowerTimeSchemeUid,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MachineConfigurationUid,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $RemotePCCatalogUid,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerDesktopGroupCommand'
    }
}

function Get-BrokerPowerTimeScheme {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerPowerTimeSchemeCommand'
    }
}

function Get-BrokerSite {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [bool] $ReuseMachinesWithoutShutdownInOutageAllowed,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerSiteCommand'
    }
}

function Get-BrokerController {
    [CmdletBinding(DefaultParameterSetName = 'ByMachineName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByMachineName', Position = 0)]
        [string] $MachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $ControllerVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $DesktopsRegistered,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $DNSName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastActivityTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $LastLicensingServerEvent,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastLicensingServerEventTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $LastStartTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('NotActive', 'InOutOfBoxGracePeriod', 'InSupplementalGracePeriod', 'InEmergencyGracePeriod', 'GracePeriodExpired')]
        [string] $LicensingGraceState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('ServerNotSpecified', 'NotConnected', 'OK', 'LicenseNotInstalled', 'LicenseExpired', 'Incompatible', 'Failed')]
        [string] $LicensingServerState,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $OSType,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $OSVersion,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Failed', 'Off', 'On', 'Active')]
        [string] $State,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [guid] $UUID,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerControllerCommand'
    }
}

function Get-BrokerServiceStatus {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerServiceStatusCommand'
    }
}

function Get-BrokerLease {
    [CmdletBinding(DefaultParameterSetName = 'ByKey', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [long] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByKey', Position = 0)]
        [string] $Key,
        [Parameter(ParameterSetName = 'ByKey')]
        [datetime] $Expiration,
        [Parameter(ParameterSetName = 'ByKey')]
        [datetime] $LastModified,
        [Parameter(ParameterSetName = 'ByKey')]
        [ValidateSet('Enumeration', 'Launch')]
        [string] $LeaseType,
        [Parameter(ParameterSetName = 'ByKey')]
        [string] $OwnerSAMName,
        [Parameter(ParameterSetName = 'ByKey')]
        [string] $OwnerSID,
        [Parameter(ParameterSetName = 'ByKey')]
        [string] $OwnerUPN,
        [Parameter(ParameterSetName = 'ByKey')]
        [System.Nullable[guid]] $ZoneUid,
        [Parameter(ParameterSetName = 'ByKey')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByKey')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByKey')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByKey')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByKey')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerLeaseCommand'
    }
}

function Get-BrokerSessionLinger {
    [CmdletBinding(DefaultParameterSetName = 'ByDesktopGroupName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByDesktopGroupUid', Mandatory = $true, Position = 0)]
        [int] $DesktopGroupUid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByDesktopGroupName', Position = 0)]
        [string] $DesktopGroupName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserFullName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserUPN,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxAverageLoadThreshold,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxLoadPerMachineThreshold,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [timespan] $MaxTimeBeforeDisconnect,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [timespan] $MaxTimeBeforeTerminate,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [bool] $UserFilterEnabled,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $UserSID,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerSessionLingerCommand'
    }
}

function Get-BrokerSessionPreLaunch {
    [CmdletBinding(DefaultParameterSetName = 'ByDesktopGroupName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByDesktopGroupUid', Mandatory = $true, Position = 0)]
        [int] $DesktopGroupUid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByDesktopGroupName', Position = 0)]
        [string] $DesktopGroupName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserFullName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserName,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $AssociatedUserUPN,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxAverageLoadThreshold,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxLoadPerMachineThreshold,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [timespan] $MaxTimeBeforeDisconnect,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [timespan] $MaxTimeBeforeTerminate,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [bool] $UserFilterEnabled,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $UserSID,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByDesktopGroupName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerSessionPreLaunchCommand'
    }
}

function Get-BrokerAccessPolicyRule {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Filtered', 'NotViaAG', 'ViaAG', 'AnyViaAG')]
        [string] $AllowedConnections,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Filtered', 'AnyAuthenticated', 'Any', 'AnonymousOnly', 'FilteredOrAnonymous')]
        [string] $AllowedUsers,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $DesktopGroupName,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedClientIPFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedClientName,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedClientNameFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedSmartAccessFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedSmartAccessTag,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedClientIPFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedClientName,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedClientNameFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedSmartAccessFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedSmartAccessTag,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerAccessPolicyRuleCommand'
    }
}

function Get-BrokerEntitlementPolicyRule {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $BrowserName,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('FourBit', 'EightBit', 'SixteenBit', 'TwentyFourBit')]
        [string] $ColorDepth,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [System.Nullable[int]] $IconUid,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Allowed', 'Disallowed')]
        [string] $LeasingBehavior,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $PublishedName,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $RestrictToTag,
        [Parameter(ParameterSetName = 'ByName')]
        [System.Nullable[bool]] $SecureIcaRequired,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Always', 'DisconnectedOnly', 'SameEndpointOnly')]
        [string] $SessionReconnection,
        [Parameter(ParameterSetName = 'ByName')]
        [guid] $UUID,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerEntitlementPolicyRuleCommand'
    }
}

function Get-BrokerAppEntitlementPolicyRule {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Allowed', 'Disallowed')]
        [string] $LeasingBehavior,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('Always', 'DisconnectedOnly', 'SameEndpointOnly')]
        [string] $SessionReconnection,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerAppEntitlementPolicyRuleCommand'
    }
}

function Get-BrokerAssignmentPolicyRule {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [ValidateSet('FourBit', 'EightBit', 'SixteenBit', 'TwentyFourBit')]
        [string] $ColorDepth,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [System.Nullable[int]] $IconUid,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxDesktops,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $PublishedName,
        [Parameter(ParameterSetName = 'ByName')]
        [System.Nullable[bool]] $SecureIcaRequired,
        [Parameter(ParameterSetName = 'ByName')]
        [guid] $UUID,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerAssignmentPolicyRuleCommand'
    }
}

function Get-BrokerAppAssignmentPolicyRule {
    [CmdletBinding(DefaultParameterSetName = 'ByName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [int] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByName', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Description,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $DesktopGroupUid,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $Enabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $ExcludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $ExcludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $IncludedUser,
        [Parameter(ParameterSetName = 'ByName')]
        [bool] $IncludedUserFilterEnabled,
        [Parameter(ParameterSetName = 'ByName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerAppAssignmentPolicyRuleCommand'
    }
}

function Get-BrokerConnectionLog {
    [CmdletBinding(DefaultParameterSetName = 'ByMachineName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [long] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByMachineName', Position = 0)]
        [string] $MachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [datetime] $BrokeringTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $BrokeringUserName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $BrokeringUserUPN,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('None', 'SessionPreparation', 'RegistrationTimeout', 'ConnectionTimeout', 'Licensing', 'Ticketing', 'Other')]
        [string] $ConnectionFailureReason,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[bool]] $Disconnected,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $EndTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $EstablishmentTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $MachineDNSName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $MachineUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerConnectionLogCommand'
    }
}

function Get-BrokerHostingPowerAction {
    [CmdletBinding(DefaultParameterSetName = 'ByMachineName', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByUid', Mandatory = $true, Position = 0)]
        [long] $Uid,
        [string[]] $Property,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByMachineName', Position = 0)]
        [string] $MachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('TurnOn', 'TurnOff', 'Shutdown', 'Reset', 'Restart', 'Suspend', 'Resume')]
        [string] $Action,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $ActionCompletionTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [System.Nullable[datetime]] $ActionStartTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $ActualPriority,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $BasePriority,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $DNSName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $FailureReason,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HostedMachineName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $HypervisorConnectionName,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $HypervisorConnectionUid,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Metadata,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [datetime] $RequestTime,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [ValidateSet('Pending', 'Started', 'Completed', 'Failed', 'Canceled', 'Deleted', 'Lost')]
        [string] $State,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [switch] $ReturnTotalRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $MaxRecordCount,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [int] $Skip,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $SortBy,
        [Parameter(ParameterSetName = 'ByMachineName')]
        [string] $Filter
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.GetBrokerHostingPowerActionCommand'
    }
}

function Stop-BrokerSession {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.StopBrokerSessionCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Session'
    }
}

function Disconnect-BrokerSession {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.DisconnectBrokerSessionCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Session'
    }
}

function Set-BrokerSession {
    [CmdletBinding(DefaultParameterSetName = 'ByInputObject', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [switch] $PassThru,
        [bool] $Hidden,
        [guid] $LoggingId,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'BySessionKey', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [guid] $SessionKey
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.SetBrokerSessionCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Session'
    }
}

function Send-BrokerSessionMessage {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [Parameter(Mandatory = $true, Position = 1, ValueFromPipeline = $true)]
        [ValidateSet('Critical', 'Question', 'Exclamation', 'Information')]
        [string] $MessageStyle,
        [Parameter(Mandatory = $true, Position = 2, ValueFromPipeline = $true)]
        [string] $Title,
        [Parameter(Mandatory = $true, Position = 3, ValueFromPipeline = $true)]
        [string] $Text,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.SendBrokerSessionMessageCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Session'
    }
}

function Set-BrokerMachineMaintenanceMode {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [Parameter(Mandatory = $true, Position = 1, ValueFromPipeline = $true)]
        [bool] $MaintenanceMode,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.SetBrokerMachineMaintenanceModeCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Machine'
    }
}

function New-BrokerHostingPowerAction {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $MachineName,
        [Parameter(Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateSet('TurnOn', 'TurnOff', 'Shutdown', 'Reset', 'Restart', 'Suspend', 'Resume')]
        [string] $Action,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [int] $ActualPriority,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.NewBrokerHostingPowerActionCommand'
    }
}

function Remove-BrokerLease {
    [CmdletBinding(DefaultParameterSetName = 'ByInputObject', PositionalBinding = $false)]
    param(
        [Parameter(ParameterSetName = 'ByInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object[]] $InputObject,
        [guid] $LoggingId,
        [string] $AdminAddress,
        [Parameter(ParameterSetName = 'ByKey', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $Key
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.RemoveBrokerLeaseCommand' -ObjectType 'Citrix.Broker.Admin.SDK.Lease'
    }
}

function Update-BrokerLocalLeaseCache {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [switch] $Workers,
        [switch] $Applications,
        [switch] $Icons,
        [switch] $Desktops,
        [switch] $Leases,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.UpdateBrokerLocalLeaseCacheCommand'
    }
}

function Set-BrokerSite {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [switch] $PassThru,
        [guid] $BaseOU,
        [ValidateSet('FourBit', 'EightBit', 'SixteenBit', 'TwentyFourBit')]
        [string] $ColorDepth,
        [bool] $ConnectionLeasingEnabled,
        [ValidateSet('L5', 'L7', 'L7_6')]
        [string] $DefaultMinimumFunctionalLevel,
        [int] $DesktopGroupIconUid,
        [bool] $DnsResolutionEnabled,
        [bool] $LocalHostCacheEnabled,
        [bool] $ReuseMachinesWithoutShutdownInOutageAllowed,
        [bool] $SecureIcaRequired,
        [bool] $TrustManagedAnonymousXmlServiceRequests,
        [bool] $TrustRequestsSentToTheXmlServicePort,
        [guid] $LoggingId,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.Broker.Admin.SDK.SetBrokerSiteCommand'
    }
}

function Get-LogSite {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.ConfigurationLogging.Sdk.Commands.GetLogSiteCommand'
    }
}

function Get-LogHighLevelOperation {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [guid] $Id,
        [string] $Text,
        [datetime] $StartTime,
        [string] $Source,
        [System.Nullable[datetime]] $EndTime,
        [System.Nullable[bool]] $IsSuccessful,
        [string] $User,
        [string] $AdminMachineIP,
        [ValidateSet('AdminActivity', 'ConfigurationChange')]
        [string] $OperationType,
        [string] $TargetType,
        [string[]] $Property,
        [switch] $ReturnTotalRecordCount,
        [int] $MaxRecordCount,
        [int] $Skip,
        [string] $SortBy,
        [string] $Filter,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.ConfigurationLogging.Sdk.Commands.GetLogHighLevelOperationCommand'
    }
}

function Start-LogHighLevelOperation {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true)]
        [string] $Text,
        [Parameter(Mandatory = $true)]
        [string] $Source,
        [datetime] $StartTime,
        [ValidateSet('AdminActivity', 'ConfigurationChange')]
        [string] $OperationType,
        [string[]] $TargetTypes,
        [hashtable] $Parameters,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.ConfigurationLogging.Sdk.Commands.StartLogHighLevelOperationCommand'
    }
}

function Stop-LogHighLevelOperation {
    [CmdletBinding(PositionalBinding = $false)]
    param(
        [Parameter(Mandatory = $true)]
        [string] $HighLevelOperationId,
        [Parameter(Mandatory = $true)]
        [bool] $IsSuccessful,
        [datetime] $EndTime,
        [string] $AdminAddress
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command 'Citrix.ConfigurationLogging.Sdk.Commands.StopLogHighLevelOperationCommand'
    }
}

Export-ModuleMember -Function @(
    'Get-BrokerSession',
    'Get-BrokerMachine',
    'Get-BrokerDesktopGroup',
    'Get-BrokerPowerTimeScheme',
    'Get-BrokerSite',
    'Get-BrokerController',
    'Get-BrokerServiceStatus',
    'Get-BrokerLease',
    'Get-BrokerSessionLinger',
    'Get-BrokerSessionPreLaunch',
    'Get-BrokerAccessPolicyRule',
    'Get-BrokerEntitlementPolicyRule',
    'Get-BrokerAppEntitlementPolicyRule',
    'Get-BrokerAssignmentPolicyRule',
    'Get-BrokerAppAssignmentPolicyRule',
    'Get-BrokerConnectionLog',
    'Get-BrokerHostingPowerAction',
    'Stop-BrokerSession',
    'Disconnect-BrokerSession',
    'Set-BrokerSession',
    'Send-BrokerSessionMessage',
    'Set-BrokerMachineMaintenanceMode',
    'New-BrokerHostingPowerAction',
    'Remove-BrokerLease',
    'Update-BrokerLocalLeaseCache',
    'Set-BrokerSite',
    'Get-LogSite',
    'Get-LogHighLevelOperation',
    'Start-LogHighLevelOperation',
    'Stop-LogHighLevelOperation',
    'Invoke-Command',
    'Get-WindowsSession'
)
