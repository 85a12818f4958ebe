# Delivery groups with what they do to machines after a disconnect. A property that a release does not have is null.

# Time schemes of the groups in a span of Uids, by group. No two of a group cover the same day, so that each has seven at most.
function Get-PeakScheme {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$lastUid
    )
    $byGroup = @{}
    foreach ($scheme in @(Get-BrokerPowerTimeScheme -Filter { DesktopGroupUid -gt $afterUid -and DesktopGroupUid -le $lastUid } -SortBy 'Uid' -MaxRecordCount ([int]::MaxValue))) {
        $group = [long]$scheme.DesktopGroupUid
        if (-not $byGroup.ContainsKey($group)) { $byGroup[$group] = [System.Collections.Generic.List[object]]::new() }
        $hours = [System.Collections.Generic.List[object]]::new()
        foreach ($hour in @(Get-PropertyValue -Of $scheme -Name 'PeakHours')) { if ($null -ne $hour) { $hours.Add([bool]$hour) } }
        $byGroup[$group].Add(@{ days = [string]$scheme.DaysOfWeek; peakHours = $hours.ToArray() })
    }
    return $byGroup
}

# What is done some time after a disconnect. The names of the properties begin with the part of the day.
function ConvertTo-PowerRule {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Group,
        [Parameter(Mandatory = $true)][ValidateSet('Peak', 'OffPeak')][string]$Hours
    )
    return @{
        disconnectMinutes         = ConvertTo-Number -Value (Get-PropertyValue -Of $Group -Name ($Hours + 'DisconnectTimeout'))
        disconnectAction          = ConvertTo-Text -Value (Get-PropertyValue -Of $Group -Name ($Hours + 'DisconnectAction'))
        extendedDisconnectMinutes = ConvertTo-Number -Value (Get-PropertyValue -Of $Group -Name ($Hours + 'ExtendedDisconnectTimeout'))
        extendedDisconnectAction  = ConvertTo-Text -Value (Get-PropertyValue -Of $Group -Name ($Hours + 'ExtendedDisconnectAction'))
    }
}

# A page in the order of Uid. Not by -Property: the SDK refuses names that a release does not have.
function Read-GroupPage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(1, 1000)][int]$count
    )
    $groups = @(Get-BrokerDesktopGroup -Filter { Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount $count)
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = $null
    if ($groups.Count -gt 0) {
        $next = [long]$groups[$groups.Count - 1].Uid
        $schemes = Get-PeakScheme -afterUid $afterUid -lastUid $next
        foreach ($group in $groups) {
            $uid = [long]$group.Uid
            $own = @()
            if ($schemes.ContainsKey($uid)) { $own = $schemes[$uid].ToArray() }
            $rows.Add(@{
                uid                                  = $uid
                groupKey                             = ([guid]$group.UUID).ToString()
                name                                 = [string]$group.Name
                timeZone                             = ConvertTo-Text -Value (Get-PropertyValue -Of $group -Name 'TimeZone')
                peak                                 = ConvertTo-PowerRule -Group $group -Hours 'Peak'
                offPeak                              = ConvertTo-PowerRule -Group $group -Hours 'OffPeak'
                schemes                              = $own
                reuseMachinesWithoutShutdownInOutage = ConvertTo-Flag -Value (Get-PropertyValue -Of $group -Name 'ReuseMachinesWithoutShutdownInOutage')
            })
        }
    }
    if ($groups.Count -lt $count) { $next = $null }
    return @{ value = @{ rows = $rows.ToArray(); next = $next } }
}
