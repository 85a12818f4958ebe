# Acts on one session. The SDK accepts them and returns; whether they happened is read afterwards.

# The call itself, on the SDK's own object of the session.
function Send-SessionAct {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('log-off', 'disconnect', 'hide', 'unhide', 'message')][string]$Verb,
        [Parameter(Mandatory = $true)][object]$Session,
        [Parameter(Mandatory = $true)][AllowNull()][Nullable[guid]]$LoggingId,
        [Parameter()][AllowEmptyString()][ValidateLength(0, 1000)][string]$Title,
        [Parameter()][AllowEmptyString()][ValidateLength(0, 10000)][string]$Text
    )
    $target = @{ InputObject = $Session }
    if ($null -ne $LoggingId) { $target.LoggingId = $LoggingId }
    $shown = @{ SessionKey = [guid]$Session.SessionKey; Hidden = $Verb -eq 'hide' }
    if ($null -ne $LoggingId) { $shown.LoggingId = $LoggingId }
    $bridge.ActBegun = $true
    switch ($Verb) {
        'log-off' { $null = Stop-BrokerSession @target }
        'disconnect' { $null = Disconnect-BrokerSession @target }
        'hide' { $null = Set-BrokerSession @shown }
        'unhide' { $null = Set-BrokerSession @shown }
        'message' { $null = Send-BrokerSessionMessage @target -MessageStyle 'Information' -Title $Title -Text $Text }
    }
}

# Looks for the session right before: the SDK passes over one that is gone without a word.
function Invoke-SessionAct {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateSet('log-off', 'disconnect', 'hide', 'unhide', 'message')][string]$Verb,
        [Parameter(Mandatory = $true)][guid]$sessionKey,
        [Parameter()][AllowEmptyString()][ValidateLength(0, 1000)][string]$title,
        [Parameter()][AllowEmptyString()][ValidateLength(0, 10000)][string]$text
    )
    $session = Find-Session -sessionKey $sessionKey
    if ($null -eq $session) { throw (New-Refusal -Id 'SessionNotFound' -Message 'The site has no such session any more.') }
    if ($Verb -eq 'hide' -and [string]$session.DesktopKind -eq 'Private') {
        throw (New-Refusal -Id 'SessionNotShared' -Message 'Only sessions of shared desktops and applications can be hidden.')
    }
    $whats = @{
        'log-off' = 'log off a session'; 'disconnect' = 'disconnect a session'; 'hide' = 'hide a session'
        'unhide' = 'show a hidden session again'; 'message' = 'message to a session'
    }
    $log = Start-SiteLog -What $whats[$Verb] -Kind 'AdminActivity'
    $isDone = $false
    try {
        Send-SessionAct -Verb $Verb -Session $session -LoggingId $log.Id -Title $title -Text $text
        $isDone = $true
    }
    finally {
        Stop-SiteLog -Id $log.Id -IsSuccessful $isDone
    }
    return @{ value = @{ powerActionUid = $null } }
}
