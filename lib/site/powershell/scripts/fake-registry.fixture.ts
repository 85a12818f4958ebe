/** One registry: the values of each key that is there. */
interface FakeRegistry {
  readonly policy?: Readonly<Record<string, number>>;
  readonly listener?: Readonly<Record<string, number>>;
}

/** Servers of the fake SDK by the last digits of their key, each with what its registry holds. */
export const FAKE_REGISTRIES = {
  101: {},
  102: { policy: { MaxIdleTime: 7_200_000 }, listener: { fInheritResetBroken: 0 } },
  103: { policy: { fResetBroken: 1 } },
  104: { policy: { fResetBroken: 0 }, listener: { fResetBroken: 1, fInheritResetBroken: 0 } },
  105: { policy: { fResetBroken: 1 }, listener: { fResetBroken: 0, fInheritResetBroken: 0 } },
  106: { policy: {}, listener: { fResetBroken: 1 } },
  107: { listener: { fResetBroken: 1, fInheritResetBroken: 0 } },
  108: { listener: { fResetBroken: 1, fInheritResetBroken: 1 } },
  109: {
    policy: { MaxConnectionTime: 3_600_000 },
    listener: {
      ...{ MaxIdleTime: 60_000, fInheritMaxIdleTime: 0 },
      ...{ MaxDisconnectionTime: 60_000, fInheritMaxDisconnectionTime: 1 },
      ...{ MaxConnectionTime: 60_000, fInheritMaxSessionTime: 1 },
    },
  },
  110: { policy: { MaxDisconnectionTime: -1_294_967_296 } },
} as const satisfies Readonly<Record<number, FakeRegistry>>;
export type FakeServer = keyof typeof FAKE_REGISTRIES;

export function fakeServerKey(server: FakeServer): string {
  return `00000000-0000-4000-8000-000000000${server}`;
}

/** Cmdlets by which a script finds these servers and reads their registries. A key that is not there is one that Windows does not find. */
export const FAKE_REGISTRY = String.raw`
$script:Registries = ConvertFrom-Json -InputObject '${JSON.stringify(FAKE_REGISTRIES)}'
$script:Server = $null
function Get-BrokerMachine {
    [CmdletBinding()] param([guid] $UUID, [int] $MaxRecordCount, [string] $AdminAddress)
    [pscustomobject] @{ Uid = 1; UUID = $UUID; DNSName = ([string] $UUID).Substring(33) }
}
function Invoke-Command {
    [CmdletBinding()] param([string] $ComputerName, [scriptblock] $ScriptBlock)
    $script:Server = $ComputerName
    & $ScriptBlock
}
function Get-ItemProperty {
    [CmdletBinding()] param([string] $LiteralPath)
    $name = switch ($LiteralPath) {
        'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' { 'policy' }
        'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\ICA-Tcp' { 'listener' }
        default { 'none' }
    }
    $key = $script:Registries.$script:Server.$name
    if ($null -ne $key) { return $key }
    $missing = [System.Management.Automation.ItemNotFoundException]::new('Cannot find path ' + $LiteralPath)
    throw [System.Management.Automation.ErrorRecord]::new($missing, 'PathNotFound,Microsoft.PowerShell.Commands.GetItemPropertyCommand', 'ObjectNotFound', $LiteralPath)
}
`;
