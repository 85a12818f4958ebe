import { FAKE_REGISTRY } from "./fake-registry.fixture";

/** Sessions of the fake SDK, each with its own fault. */
export const FAKE_SESSIONS = {
  usual: "00000000-0000-4000-8000-000000000001",
  unknown: "00000000-0000-4000-8000-000000000002",
  none: "00000000-0000-4000-8000-000000000003",
  unreadable: "00000000-0000-4000-8000-000000000004",
  hanging: "00000000-0000-4000-8000-000000000005",
  private: "00000000-0000-4000-8000-000000000006",
  broken: "00000000-0000-4000-8000-000000000011",
  failed: "00000000-0000-4000-8000-000000000012",
  partly: "00000000-0000-4000-8000-000000000013",
  gone: "00000000-0000-4000-8000-000000000014",
} as const;

/**
 * A few cmdlets with faults on demand: what the stand-in, which behaves as documented, never does. Calls are told on stderr. An
 * operator called fault-Enabled (Mandatory, Disabled, silent, end …) meets a site's log in that state which cannot be written.
 */
export const FAKE_SDK = String.raw`
class FakeSdkException : System.Exception {
    [string] $Status
    [System.Collections.Generic.Dictionary[string, string]] $ErrorData
    FakeSdkException([string] $message, [string] $status) : base($message) {
        $this.Status = $status
        $this.ErrorData = [System.Collections.Generic.Dictionary[string, string]]::new()
    }
}
function Say([string] $text) { [Console]::Error.WriteLine('CALL ' + $text) }
function Fail([string] $status, [hashtable] $data = @{}) {
    $exception = [FakeSdkException]::new('The SDK says ' + $status, $status)
    foreach ($key in $data.Keys) { $exception.ErrorData[$key] = [string] $data[$key] }
    throw [System.Management.Automation.ErrorRecord]::new($exception, 'Citrix.XDPowerShell.Broker.' + $status + ',Citrix.Fake', 'NotSpecified', $null)
}
function Get-BrokerSession {
    [CmdletBinding()] param([guid] $SessionKey, [int] $MaxRecordCount, [string] $AdminAddress)
    Write-Host 'noise on the standard output'
    $number = [int] ([string] $SessionKey).Substring(34)
    switch ($number) {
        2 { Fail 'UnknownObject' }
        3 { return }
        4 { Fail 'CommunicationError' }
        5 { Start-Sleep -Seconds 3600 }
    }
    $kind = if ($number -eq 6) { 'Private' } else { 'Shared' }
    [pscustomobject] @{ Uid = $number; SessionKey = $SessionKey; DesktopKind = $kind; MachineName = 'D\M' }
}
function Stop-BrokerSession {
    [CmdletBinding()] param([object] $InputObject, [guid] $LoggingId, [string] $AdminAddress)
    Say ('stop ' + $InputObject.Uid + ' logged ' + $PSBoundParameters.ContainsKey('LoggingId') + ' at ' + $AdminAddress)
    switch ($InputObject.Uid) {
        11 { Fail 'CommunicationError' }
        12 { Fail 'SessionOperationFailed' @{ OperationsSucceededCount = 0; UnresolvedSessionFailuresCount = 0 } }
        13 { Fail 'SessionOperationFailed' @{ OperationsSucceededCount = 1 } }
        14 { Fail 'SessionOperationFailed' @{ OperationsSucceededCount = 0; UnresolvedSessionFailuresCount = 1 } }
    }
    'a leak into the pipeline'
}
function Set-BrokerSession {
    [CmdletBinding()] param([guid] $SessionKey, [bool] $Hidden, [guid] $LoggingId, [string] $AdminAddress)
    Say ('hidden ' + $Hidden)
}
function Get-BrokerDesktopGroup {
    [CmdletBinding()] param([string] $Filter, [string] $SortBy, [int] $MaxRecordCount, [string] $AdminAddress)
    $group = @{ Uid = 7; UUID = [guid] '00000000-0000-4000-8000-00000000A007'; Name = 'Old'; TimeZone = 'UTC' }
    $rule = @{ PeakDisconnectTimeout = 0; PeakDisconnectAction = 'Nothing'; OffPeakDisconnectTimeout = 45; OffPeakDisconnectAction = 'Suspend' }
    [pscustomobject] ($group + $rule)
}
function Get-BrokerPowerTimeScheme {
    [CmdletBinding()] param([string] $Filter, [string] $SortBy, [int] $MaxRecordCount, [string] $AdminAddress)
    [pscustomobject] @{ Uid = 1; DesktopGroupUid = 7; DaysOfWeek = 'Sunday, Weekdays' }
}
function Get-BrokerSite {
    [CmdletBinding()] param([string] $AdminAddress)
    [pscustomobject] @{ Name = 'Old' }
}
function Get-BrokerController {
    [CmdletBinding()] param([string] $SortBy, [int] $MaxRecordCount, [string] $AdminAddress)
}
function Start-LogHighLevelOperation {
    [CmdletBinding()] param([string] $Text, [string] $Source, [string] $OperationType, [string] $AdminAddress)
    Say ('log ' + $Text)
    $script:LogFault = [regex]::Match($Text, 'fault-(\w+)').Groups[1].Value
    if (@('', 'end') -notcontains $script:LogFault) { Fail 'DatabaseError' }
    [pscustomobject] @{ Id = [string] [guid]::NewGuid() }
}
function Stop-LogHighLevelOperation {
    [CmdletBinding()] param([string] $HighLevelOperationId, [bool] $IsSuccessful, [string] $AdminAddress)
    Say ('log ends ' + $IsSuccessful)
    if ($script:LogFault -eq 'end') { Fail 'DatabaseError' }
}
function Get-LogSite {
    [CmdletBinding()] param([string] $AdminAddress)
    if ($script:LogFault -eq 'silent') { Fail 'CommunicationError' }
    [pscustomobject] @{ State = $script:LogFault }
}
${FAKE_REGISTRY}
Export-ModuleMember -Function *-*
`;
