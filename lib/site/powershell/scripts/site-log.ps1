# The site's own configuration log: every act stands there as one operation with its operator and our operation id.

# Whether the site logs at all: Enabled, Disabled, Mandatory, NotSupported; Unknown where it does not say.
function Get-SiteLogState {
    [CmdletBinding()]
    param()
    try {
        return [string](Get-LogSite).State
    }
    catch {
        [Console]::Error.WriteLine('The site does not say whether it logs: ' + $_.Exception.Message)
        return 'Unknown'
    }
}

# Control characters and line separators of a name would forge lines of a log.
function ConvertTo-SafeName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][AllowEmptyString()][ValidateLength(0, 256)][string]$Name)
    return [regex]::Replace($Name, '[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]', ' ')
}

# Begins the entry; its Id is null on a site that does not log (switched off, or not licensed). Everywhere else an act that
# cannot be logged is refused: whoever reads the site's log has to find who did it.
function Start-SiteLog {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][ValidateLength(1, 100)][string]$What,
        [Parameter(Mandatory = $true)][ValidateSet('AdminActivity', 'ConfigurationChange')][string]$Kind
    )
    if ([string]::IsNullOrEmpty($bridge.Actor) -or $null -eq $bridge.OperationId) {
        throw (New-Refusal -Id 'NoOperator' -Message 'Nothing is changed without the name of who asks for it and the id of the operation.')
    }
    $text = 'Ghostdesk: {0}, for {1}, operation {2}' -f $What, (ConvertTo-SafeName -Name $bridge.Actor), $bridge.OperationId
    try {
        $entry = Start-LogHighLevelOperation -Text $text -Source 'Ghostdesk' -OperationType $Kind
        return @{ Id = [guid]$entry.Id }
    }
    catch {
        $why = [string]$_.Exception.Message
        if (@('Disabled', 'NotSupported') -contains (Get-SiteLogState)) { return @{ Id = $null } }
        $message = 'The site''s configuration log cannot be written, so nothing was done: ' + $why
        throw (New-Refusal -Id 'LoggingUnavailable' -Message $message.Substring(0, [Math]::Min($message.Length, 1000)))
    }
}

# Ends the entry. What was done stays done, so an error here is for our log only.
function Stop-SiteLog {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowNull()][Nullable[guid]]$Id,
        [Parameter(Mandatory = $true)][bool]$IsSuccessful
    )
    if ($null -eq $Id) { return }
    try {
        $null = Stop-LogHighLevelOperation -HighLevelOperationId ([string]$Id) -IsSuccessful $IsSuccessful
    }
    catch {
        [Console]::Error.WriteLine('The entry in the site''s log stays open: ' + $_.Exception.Message)
    }
}
