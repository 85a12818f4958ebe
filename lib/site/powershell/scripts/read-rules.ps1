# Who may reach what, and what waits for them: access, entitlement and assignment rules; linger and pre-launch settings.

# Names of the accounts of a filter.
function Get-AccountName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][AllowEmptyCollection()][object[]]$Accounts)
    $names = [System.Collections.Generic.List[object]]::new()
    foreach ($account in @($Accounts)) {
        if ($null -eq $account) { continue }
        $name = Get-PropertyValue -Of $account -Name 'Name'
        # An account that the directory no longer resolves has its SID alone.
        if ([string]::IsNullOrEmpty([string]$name)) { $name = Get-PropertyValue -Of $account -Name 'SID' }
        if ([string]::IsNullOrEmpty([string]$name)) { $name = $account }
        $names.Add([string]$name)
    }
    return @{ value = $names.ToArray() }
}

function ConvertTo-StandbyRow {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('linger', 'pre-launch')][string]$Kind,
        [Parameter(Mandatory = $true)][object]$Setting
    )
    $users = $null
    if ([bool]$Setting.UserFilterEnabled) { $users = (Get-AccountName -Accounts @($Setting.AssociatedUserNames)).value }
    return @{
        kind             = $Kind
        deliveryGroup    = [string]$Setting.DesktopGroupName
        deliveryGroupUid = [int]$Setting.DesktopGroupUid
        enabled          = [bool]$Setting.Enabled
        disconnectMs     = [long][Math]::Floor(([timespan]$Setting.MaxTimeBeforeDisconnect).TotalMilliseconds)
        terminateMs      = [long][Math]::Floor(([timespan]$Setting.MaxTimeBeforeTerminate).TotalMilliseconds)
        averageLoadMost  = [int]$Setting.MaxAverageLoadThreshold
        machineLoadMost  = [int]$Setting.MaxLoadPerMachineThreshold
        users            = $users
    }
}

function Read-Standby {
    [CmdletBinding()]
    param()
    $rows = [System.Collections.Generic.List[object]]::new()
    foreach ($setting in @(Get-BrokerSessionLinger -SortBy 'DesktopGroupUid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-StandbyRow -Kind 'linger' -Setting $setting))
    }
    foreach ($setting in @(Get-BrokerSessionPreLaunch -SortBy 'DesktopGroupUid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-StandbyRow -Kind 'pre-launch' -Setting $setting))
    }
    return @{ value = $rows.ToArray() }
}

# Included accounts: null where the filter is off, or where the rule admits everybody by another word.
function Get-IncludedName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][object]$Rule)
    $names = $null
    $admits = [string](Get-PropertyValue -Of $Rule -Name 'AllowedUsers')
    if ([bool]$Rule.IncludedUserFilterEnabled -and @('Any', 'AnyAuthenticated') -notcontains $admits) {
        $names = (Get-AccountName -Accounts @($Rule.IncludedUsers)).value
    }
    return @{ value = $names }
}

function ConvertTo-RuleRow {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('access', 'desktop-entitlement', 'app-entitlement', 'desktop-assignment', 'app-assignment')][string]$Kind,
        [Parameter(Mandatory = $true)][object]$Rule
    )
    $excluded = $null
    if ([bool]$Rule.ExcludedUserFilterEnabled) { $excluded = (Get-AccountName -Accounts @($Rule.ExcludedUsers)).value }
    $protocols = [System.Collections.Generic.List[object]]::new()
    foreach ($protocol in @(Get-PropertyValue -Of $Rule -Name 'AllowedProtocols')) { if ($null -ne $protocol) { $protocols.Add([string]$protocol) } }
    return @{
        kind               = $Kind
        uid                = [int]$Rule.Uid
        name               = [string]$Rule.Name
        deliveryGroupUid   = [int]$Rule.DesktopGroupUid
        enabled            = [bool]$Rule.Enabled
        includedUsers      = (Get-IncludedName -Rule $Rule).value
        excludedUsers      = $excluded
        allowedConnections = ConvertTo-Text -Value (Get-PropertyValue -Of $Rule -Name 'AllowedConnections')
        allowedProtocols   = $protocols.ToArray()
        leasing            = ConvertTo-Text -Value (Get-PropertyValue -Of $Rule -Name 'LeasingBehavior')
    }
}

function Read-AccessRule {
    [CmdletBinding()]
    param()
    $rows = [System.Collections.Generic.List[object]]::new()
    foreach ($rule in @(Get-BrokerAccessPolicyRule -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-RuleRow -Kind 'access' -Rule $rule))
    }
    foreach ($rule in @(Get-BrokerEntitlementPolicyRule -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-RuleRow -Kind 'desktop-entitlement' -Rule $rule))
    }
    foreach ($rule in @(Get-BrokerAppEntitlementPolicyRule -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-RuleRow -Kind 'app-entitlement' -Rule $rule))
    }
    foreach ($rule in @(Get-BrokerAssignmentPolicyRule -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-RuleRow -Kind 'desktop-assignment' -Rule $rule))
    }
    foreach ($rule in @(Get-BrokerAppAssignmentPolicyRule -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $rows.Add((ConvertTo-RuleRow -Kind 'app-assignment' -Rule $rule))
    }
    return @{ value = $rows.ToArray() }
}
