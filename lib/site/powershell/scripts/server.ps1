# What a server says of itself. Servers are asked by the one DNS name that the broker has for the machine, never by a name from
# outside. Each remote block is one plain command, so that a restricted endpoint can allow exactly these.

# The DNS name of a machine of the site.
function Get-ServerName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][object]$Machine)
    $name = [string]$Machine.DNSName
    if ($name -notmatch '\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z') {
        throw (New-Refusal -Id 'NoServerName' -Message 'The broker has no DNS name for this machine, so it cannot be asked.')
    }
    return $name
}

# A service's status in the words of Get-Service, also where it comes back from a remote shell as a number.
function ConvertTo-ServiceStatus {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowNull()][object]$Value)
    $words = @('', 'Stopped', 'StartPending', 'StopPending', 'Running', 'ContinuePending', 'PausePending', 'Paused')
    $text = [string]$Value
    if ($text -match '\A[1-7]\z') { return $words[[int]$text] }
    return $text
}

# Throws where the server, or the service on it, cannot be asked.
function Get-AgentStatus {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$ComputerName)
    $services = @(Invoke-Command -ComputerName $ComputerName -ScriptBlock { Get-Service -Name 'BrokerAgent' })
    if ($services.Count -ne 1) { throw (New-Refusal -Id 'AgentNotFound' -Message 'The server has no service BrokerAgent.') }
    return ConvertTo-ServiceStatus -Value $services[0].Status
}

function Read-AgentService {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $server = Get-ServerName -Machine (Get-KnownMachine -machineKey $machineKey)
    $status = Get-AgentStatus -ComputerName $server
    $processId = $null
    $startedAt = $null
    if ($status -ne 'Stopped') {
        try {
            $processes = @(Invoke-Command -ComputerName $server -ScriptBlock { Get-Process -Name 'BrokerAgent' })
        }
        catch {
            # It ended between the two questions, or has not started yet.
            if ([string]$_.FullyQualifiedErrorId -notlike 'NoProcessFoundForGivenName*') { throw }
            $processes = @()
        }
        if ($processes.Count -eq 1) {
            $processId = [int]$processes[0].Id
            $startedAt = ConvertTo-Instant -Value $processes[0].StartTime
        }
    }
    return @{ value = @{ status = $status; processId = $processId; startedAt = $startedAt } }
}

# One key of the server's registry; null where it is not there.
function Get-TimerKey {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidatePattern('\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}\z')][string]$ComputerName,
        [Parameter(Mandatory = $true)][ValidateSet('group-policy', 'listener', 'citrix-policy')][string]$Source
    )
    try {
        switch ($Source) {
            'group-policy' {
                return Invoke-Command -ComputerName $ComputerName -ScriptBlock { Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' }
            }
            'listener' {
                return Invoke-Command -ComputerName $ComputerName -ScriptBlock { Get-ItemProperty -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\ICA-Tcp' }
            }
            'citrix-policy' {
                return Invoke-Command -ComputerName $ComputerName -ScriptBlock { Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Policies\Citrix\ICAPolicies' }
            }
        }
    }
    catch {
        if ([string]$_.FullyQualifiedErrorId -like 'PathNotFound*') { return $null }
        throw
    }
}

# A number of one key; null where it is not there, or where the listener leaves it to the user's own setting.
function Get-OwnNumber {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowNull()][object]$Key,
        [Parameter(Mandatory = $true)][ValidateSet('MaxIdleTime', 'MaxDisconnectionTime', 'MaxConnectionTime', 'MaxIdleSessionTimeout', 'fResetBroken')][string]$Name
    )
    $flags = @{
        MaxIdleTime          = 'fInheritMaxIdleTime'
        MaxDisconnectionTime = 'fInheritMaxDisconnectionTime'
        MaxConnectionTime    = 'fInheritMaxSessionTime'
        fResetBroken         = 'fInheritResetBroken'
    }
    $value = Get-PropertyValue -Of $Key -Name $Name
    if ($null -eq $value) { return $null }
    if ($flags.ContainsKey($Name)) {
        $inherits = Get-PropertyValue -Of $Key -Name $flags[$Name]
        if ($null -ne $inherits -and [long]$inherits -ne 0) { return $null }
    }
    return [long]$value
}

# A limit of one key in milliseconds; null where the key does not set it.
function Get-TimerValue {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowNull()][object]$Key,
        [Parameter(Mandatory = $true)][ValidateSet('MaxIdleTime', 'MaxDisconnectionTime', 'MaxConnectionTime', 'MaxIdleSessionTimeout')][string]$Name
    )
    $limit = Get-OwnNumber -Key $Key -Name $Name
    if ($null -eq $limit) { return $null }
    # The registry's numbers have 32 bits without a sign.
    if ($limit -lt 0) { $limit = $limit + 4294967296 }
    return $limit
}

function Read-ServerTimer {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $server = Get-ServerName -Machine (Get-KnownMachine -machineKey $machineKey)
    $values = @(
        @{ source = 'group-policy'; timer = 'idle'; name = 'MaxIdleTime' }
        @{ source = 'group-policy'; timer = 'disconnected'; name = 'MaxDisconnectionTime' }
        @{ source = 'group-policy'; timer = 'connection'; name = 'MaxConnectionTime' }
        @{ source = 'listener'; timer = 'idle'; name = 'MaxIdleTime' }
        @{ source = 'listener'; timer = 'disconnected'; name = 'MaxDisconnectionTime' }
        @{ source = 'listener'; timer = 'connection'; name = 'MaxConnectionTime' }
        @{ source = 'citrix-policy'; timer = 'idle'; name = 'MaxIdleSessionTimeout' }
    )
    $keys = @{}
    foreach ($source in @('group-policy', 'listener', 'citrix-policy')) { $keys[$source] = Get-TimerKey -ComputerName $server -Source $source }
    $rows = [System.Collections.Generic.List[object]]::new()
    foreach ($value in $values) {
        $limit = Get-TimerValue -Key $keys[$value.source] -Name $value.name
        if ($null -ne $limit) { $rows.Add(@{ timer = $value.timer; ms = $limit; source = $value.source }) }
    }
    # Whether reaching the idle or connection limit ends a session instead of disconnecting it; Windows disconnects where nothing is set.
    $ends = Get-OwnNumber -Key $keys['group-policy'] -Name 'fResetBroken'
    if ($null -eq $ends) { $ends = Get-OwnNumber -Key $keys['listener'] -Name 'fResetBroken' }
    return @{ value = @{ timers = $rows.ToArray(); endsAtLimit = ($null -ne $ends -and $ends -ne 0) } }
}

function Read-WindowsSession {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$machineKey)
    $server = Get-ServerName -Machine (Get-KnownMachine -machineKey $machineKey)
    $rows = [System.Collections.Generic.List[object]]::new()
    foreach ($session in @(Get-WindowsSession -ComputerName $server)) {
        $rows.Add(@{ id = [int]$session.id; user = ConvertTo-Text -Value $session.user; state = [string]$session.state })
    }
    return @{ value = $rows.ToArray() }
}
