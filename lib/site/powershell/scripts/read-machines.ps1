# Machines as the broker knows them.

function Read-MachinePage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(1, 1000)][int]$count
    )
    $wanted = @('Uid', 'UUID', 'SessionsPending')
    $machines = @(Get-BrokerMachine -Filter { Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount $count -Property $wanted)
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = $null
    foreach ($machine in $machines) {
        $rows.Add(@{ machineId = ([guid]$machine.UUID).ToString(); sessionsPending = [int]$machine.SessionsPending })
        $next = [long]$machine.Uid
    }
    if ($rows.Count -lt $count) { $next = $null }
    return @{ value = @{ rows = $rows.ToArray(); next = $next } }
}

# One machine by its UUID, as the SDK's own object; null where the site has none.
function Find-Machine {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    try {
        $found = @(Get-BrokerMachine -UUID $machineKey -MaxRecordCount 2)
    }
    catch {
        if (Test-UnknownObject -Record $_) { return $null }
        throw
    }
    if ($found.Count -eq 0) { return $null }
    if ($found.Count -gt 1) { throw (New-Refusal -Id 'AmbiguousTarget' -Message 'More than one machine has this key.') }
    return $found[0]
}

# As Find-Machine; a machine that the site does not have is refused.
function Get-KnownMachine {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $machine = Find-Machine -machineKey $machineKey
    if ($null -eq $machine) { throw (New-Refusal -Id 'MachineNotFound' -Message 'The site has no such machine (any more).') }
    return $machine
}

function Read-Machine {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $machine = Find-Machine -machineKey $machineKey
    if ($null -eq $machine) { return @{ value = $null } }
    $supported = [System.Collections.Generic.List[object]]::new()
    foreach ($action in @($machine.SupportedPowerActions)) { if ($null -ne $action) { $supported.Add([string]$action) } }
    return @{
        value = @{
            machineKey               = ([guid]$machine.UUID).ToString()
            machineName              = [string]$machine.MachineName
            dnsName                  = ConvertTo-Text -Value $machine.DNSName
            registration             = [string]$machine.RegistrationState
            lastDeregistrationReason = ConvertTo-Text -Value $machine.LastDeregistrationReason
            lastDeregistrationAt     = ConvertTo-Instant -Value $machine.LastDeregistrationTime
            power                    = [string]$machine.PowerState
            powerActionPending       = [bool]$machine.PowerActionPending
            supportedPowerActions    = $supported.ToArray()
            maintenance              = [bool]$machine.InMaintenanceMode
            faultState               = ConvertTo-Text -Value $machine.FaultState
            sessionCount             = [int]$machine.SessionCount
            sessionsPending          = [int]$machine.SessionsPending
            sessionsEstablished      = [int]$machine.SessionsEstablished
            loadIndex                = ConvertTo-Number -Value $machine.LoadIndex
            lastErrorReason          = ConvertTo-Text -Value $machine.LastErrorReason
            lastErrorAt              = ConvertTo-Instant -Value $machine.LastErrorTime
            lastConnectionFailure    = ConvertTo-Text -Value $machine.LastConnectionFailure
            lastConnectionAt         = ConvertTo-Instant -Value $machine.LastConnectionTime
            windowsConnectionSetting = ConvertTo-Text -Value $machine.WindowsConnectionSetting
        }
    }
}

# What was asked of the hypervisor for one machine, oldest first. The name is the broker's own, never a pattern.
function Read-PowerAction {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $name = [string](Get-KnownMachine -machineKey $machineKey).MachineName
    $pattern = [System.Management.Automation.WildcardPattern]::Escape($name)
    $rows = [System.Collections.Generic.List[object]]::new()
    [long]$afterUid = 0
    do {
        $actions = @(Get-BrokerHostingPowerAction -MachineName $pattern -Filter { Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount 1000)
        foreach ($action in $actions) {
            $afterUid = [long]$action.Uid
            if ([string]$action.MachineName -ne $name) { continue }
            $rows.Add(@{
                uid           = [long]$action.Uid
                machineName   = [string]$action.MachineName
                action        = [string]$action.Action
                state         = [string]$action.State
                requestedAt   = ConvertTo-Instant -Value $action.RequestTime
                startedAt     = ConvertTo-Instant -Value $action.ActionStartTime
                completedAt   = ConvertTo-Instant -Value $action.ActionCompletionTime
                failureReason = ConvertTo-Text -Value $action.FailureReason
            })
        }
    } while ($actions.Count -eq 1000)
    return @{ value = $rows.ToArray() }
}
