# Acts on one machine.

# Restarts the broker agent of one server: the one that the broker names for this machine.
function Invoke-AgentRestart {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $server = Get-ServerName -Machine (Get-KnownMachine -machineKey $machineKey)
    # Proves that the server can be asked and has the service, so that an error up to here is certain to have done nothing.
    $null = Get-AgentStatus -ComputerName $server
    $log = Start-SiteLog -What 'restart the broker agent of a machine' -Kind 'AdminActivity'
    $isDone = $false
    try {
        $bridge.ActBegun = $true
        $null = Invoke-Command -ComputerName $server -ScriptBlock { Restart-Service -Name 'BrokerAgent' -Force }
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $null } }
}

# A machine without power management, or without this action, is refused before anything is queued.
function Assert-PowerAction {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Machine,
        [Parameter(Mandatory = $true)][ValidateSet('TurnOn', 'TurnOff', 'Shutdown', 'Reset', 'Restart', 'Suspend', 'Resume')][string]$Action
    )
    if ([string]$Machine.PowerState -eq 'Unmanaged') {
        throw (New-Refusal -Id 'MachineNotPowerManaged' -Message 'The site does not manage the power of this machine.')
    }
    $supported = @($Machine.SupportedPowerActions)
    if ($supported.Count -gt 0 -and $supported -notcontains $Action) {
        throw (New-Refusal -Id 'PowerActionNotSupported' -Message ('This machine does not support ' + $Action + '.'))
    }
}

# The call itself; gives back the Uid of a queued power action, else null.
function Send-MachineAct {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('maintenance-on', 'maintenance-off', 'power')][string]$Verb,
        [Parameter(Mandatory = $true)][object]$Machine,
        [Parameter(Mandatory = $true)][AllowNull()][Nullable[guid]]$LoggingId,
        [Parameter()][ValidateSet('', 'TurnOn', 'TurnOff', 'Shutdown', 'Reset', 'Restart', 'Suspend', 'Resume')][string]$Action
    )
    $mode = @{ InputObject = $Machine; MaintenanceMode = $Verb -eq 'maintenance-on' }
    if ($null -ne $LoggingId) { $mode.LoggingId = $LoggingId }
    $power = @{ MachineName = [string]$Machine.MachineName; Action = $Action }
    if ($null -ne $LoggingId) { $power.LoggingId = $LoggingId }
    $bridge.ActBegun = $true
    if ($Verb -eq 'power') {
        $queued = @(New-BrokerHostingPowerAction @power)
        if ($queued.Count -ne 1) { throw 'The power action was taken, but the site did not say which one it is.' }
        return [long]$queued[0].Uid
    }
    $null = Set-BrokerMachineMaintenanceMode @mode
    return $null
}

function Invoke-MachineAct {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('maintenance-on', 'maintenance-off', 'power')][string]$Verb,
        [Parameter(Mandatory = $true)][guid]$machineKey,
        [Parameter()][ValidateSet('TurnOn', 'TurnOff', 'Shutdown', 'Reset', 'Restart', 'Suspend', 'Resume')][string]$action
    )
    $machine = Get-KnownMachine -machineKey $machineKey
    if ($Verb -eq 'power') { Assert-PowerAction -Machine $machine -Action $action }
    $whats = @{ 'maintenance-on' = 'maintenance mode on'; 'maintenance-off' = 'maintenance mode off'; 'power' = 'power action ' + $action }
    $kinds = @{ 'maintenance-on' = 'ConfigurationChange'; 'maintenance-off' = 'ConfigurationChange'; 'power' = 'AdminActivity' }
    $log = Start-SiteLog -What $whats[$Verb] -Kind $kinds[$Verb]
    $isDone = $false
    try {
        $uid = Send-MachineAct -Verb $Verb -Machine $machine -LoggingId $log.Id -Action $action
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $uid } }
}
