# Sessions and connections as the broker knows them.

# A page in the order of Uid. The SDK itself puts the variable's value into the filter (about_Broker_Filtering, values).
function Read-SessionPage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(1, 1000)][int]$count
    )
    $wanted = @('Uid', 'SessionKey', 'AppState', 'AppStateLastChangeTime', 'Hidden', 'UntrustedUserName', 'BrokeringUserName', 'ConnectionMode')
    $sessions = @(Get-BrokerSession -Filter { Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount $count -Property $wanted)
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = $null
    # Written out rather than through the functions of values.ps1: a site has 50,000 of them, every few seconds.
    foreach ($session in $sessions) {
        $appState = [string]$session.AppState
        $appSince = $session.AppStateLastChangeTime
        $untrusted = [string]$session.UntrustedUserName
        $brokering = [string]$session.BrokeringUserName
        $mode = [string]$session.ConnectionMode
        $rows.Add(@{
            sessionKey        = ([guid]$session.SessionKey).ToString()
            appState          = if ($appState -eq '') { $null } else { $appState }
            appSince          = if ($null -eq $appSince) { $null } else { ([datetime]$appSince).ToUniversalTime().ToString('o') }
            hidden            = [bool]$session.Hidden
            untrustedUserName = if ($untrusted -eq '') { $null } else { $untrusted }
            brokeringUserName = if ($brokering -eq '') { $null } else { $brokering }
            connectionMode    = if ($mode -eq '') { $null } else { $mode }
        })
        $next = [long]$session.Uid
    }
    if ($rows.Count -lt $count) { $next = $null }
    return @{ value = @{ rows = $rows.ToArray(); next = $next } }
}

# One session by its key, as the SDK's own object; null where there is none (any more).
function Find-Session {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$sessionKey)
    try {
        $found = @(Get-BrokerSession -SessionKey $sessionKey -MaxRecordCount 2)
    }
    catch {
        if (Test-UnknownObject -Record $_) { return $null }
        throw
    }
    if ($found.Count -eq 0) { return $null }
    if ($found.Count -gt 1) { throw (New-Refusal -Id 'AmbiguousTarget' -Message 'More than one session has this key.') }
    return $found[0]
}

function Read-Session {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][guid]$sessionKey)
    $session = Find-Session -sessionKey $sessionKey
    if ($null -eq $session) { return @{ value = $null } }
    $state = ConvertTo-Text -Value $session.SessionState
    # The SDK's documentation spells it in both ways.
    if ($state -eq 'PreparingNewSession') { $state = 'PreparingSession' }
    return @{
        value = @{
            sessionKey        = ([guid]$session.SessionKey).ToString()
            uid               = [long]$session.Uid
            userName          = ConvertTo-Text -Value $session.UserName
            untrustedUserName = ConvertTo-Text -Value $session.UntrustedUserName
            brokeringUserName = ConvertTo-Text -Value $session.BrokeringUserName
            machineName       = [string]$session.MachineName
            sessionState      = if ($null -eq $state) { 'Unknown' } else { $state }
            appState          = ConvertTo-Text -Value $session.AppState
            hidden            = [bool]$session.Hidden
            logonInProgress   = [bool]$session.LogonInProgress
            logoffInProgress  = [bool]$session.LogoffInProgress
            stateChangedAt    = ConvertTo-Instant -Value $session.SessionStateChangeTime
            startedAt         = ConvertTo-Instant -Value $session.StartTime
            desktopKind       = ConvertTo-Text -Value $session.DesktopKind
            sessionSupport    = ConvertTo-Text -Value $session.SessionSupport
        }
    }
}

# Attempts to broker a connection since an instant. The time is local, as in the filters of the SDK's own documentation.
function Read-ConnectionLog {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][datetime]$since,
        [Parameter(Mandatory = $true)][ValidateRange(0, [long]::MaxValue)][long]$afterUid,
        [Parameter(Mandatory = $true)][ValidateRange(1, 1000)][int]$count
    )
    $attempts = @(Get-BrokerConnectionLog -Filter { BrokeringTime -ge $since -and Uid -gt $afterUid } -SortBy 'Uid' -MaxRecordCount $count)
    $rows = [System.Collections.Generic.List[object]]::new()
    $next = $null
    foreach ($attempt in $attempts) {
        $rows.Add(@{
            uid           = [long]$attempt.Uid
            machineName   = ConvertTo-Text -Value $attempt.MachineName
            userName      = ConvertTo-Text -Value $attempt.BrokeringUserName
            brokeredAt    = ConvertTo-Instant -Value $attempt.BrokeringTime
            establishedAt = ConvertTo-Instant -Value $attempt.EstablishmentTime
            endedAt       = ConvertTo-Instant -Value $attempt.EndTime
            failure       = ConvertTo-Text -Value $attempt.ConnectionFailureReason
            disconnected  = ConvertTo-Flag -Value $attempt.Disconnected
        })
        $next = [long]$attempt.Uid
    }
    if ($rows.Count -lt $count) { $next = $null }
    return @{ value = @{ rows = $rows.ToArray(); next = $next } }
}
