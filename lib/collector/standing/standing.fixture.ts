import type { SdkSource } from "@/lib/site/port";
import type { SdkGroup, SdkLease } from "@/lib/site/sdk";

/** An SDK that answers what stands: groups, limits, rules and leases. A test changes what it says, and what it refuses. */
export class StandingSdk {
  groups: SdkGroup[] = [];
  leases: SdkLease[] = [];
  /** What is asked by these names is refused. */
  readonly refused = new Map<string, unknown>();
  readonly asked: string[] = [];

  readonly source: Pick<SdkSource, "groups" | "standby" | "accessRules" | "leases" | "serverTimers"> = {
    groups: () => this.#answer("groups", this.groups),
    standby: () =>
      this.#answer("standby", [
        {
          ...{ kind: "linger", deliveryGroup: "Apps", deliveryGroupUid: 2, enabled: true },
          ...{ disconnectMs: 900_000, terminateMs: 7_200_000, averageLoadMost: 0, machineLoadMost: 0, users: null },
        },
        {
          ...{ kind: "linger", deliveryGroup: "Gone", deliveryGroupUid: 9, enabled: true },
          ...{ disconnectMs: 0, terminateMs: 0, averageLoadMost: 0, machineLoadMost: 0, users: null },
        },
      ]),
    accessRules: () =>
      this.#answer("accessRules", [
        aRule("access", 2, ["CORP\\all"]),
        aRule("app-entitlement", 2, ["CORP\\ann"]),
        aRule("desktop-entitlement", 9, null),
      ]),
    leases: () => this.#pages(),
    serverTimers: () => this.#answer("serverTimers", { timers: [], endsAtLimit: false }),
  };

  async #answer<TAnswer>(what: string, answer: TAnswer): Promise<TAnswer> {
    this.asked.push(what);
    if (this.refused.has(what)) throw this.refused.get(what);
    return answer;
  }

  async *#pages(): AsyncGenerator<readonly SdkLease[]> {
    // The first page comes, the second may be refused: what was read before stands.
    yield this.leases.slice(0, 1);
    yield await this.#answer("leases", this.leases.slice(1));
  }
}

function aRule(
  kind: "access" | "app-entitlement" | "desktop-entitlement",
  deliveryGroupUid: number,
  users: string[] | null,
) {
  return {
    ...{ kind, uid: deliveryGroupUid, name: kind, deliveryGroupUid, enabled: true, includedUsers: users },
    ...{ excludedUsers: null, allowedConnections: null, allowedProtocols: [], leasing: "Allowed" },
  };
}

const NO_POWER = {
  ...{ disconnectMs: 0, disconnectAction: "Nothing" },
  ...{ extendedDisconnectMs: 0, extendedDisconnectAction: "Nothing" },
};

export function aGroupOfSdk(uid: number, facts: Partial<SdkGroup> = {}): SdkGroup {
  return {
    ...{ uid, groupKey: `group-${uid}`, name: "Apps", timeZone: null, peak: NO_POWER, offPeak: NO_POWER },
    ...{ peakHours: null, reuseMachinesWithoutShutdownInOutage: null },
    ...facts,
  };
}

export function aLeaseOfSdk(number: number, facts: Partial<SdkLease> = {}): SdkLease {
  const expiresAt = Date.parse("2026-12-01T00:00:00.000Z") + number;
  return {
    ...{
      uid: number,
      key: `L${number}`,
      type: "Launch",
      ownerName: "CORP\\ann",
      ownerSid: "S-1-5-21-1",
      ownerUpn: null,
    },
    ...{ modifiedAt: expiresAt - 1_000, expiresAt, zone: "Primary" },
    value: `<Lease><DesktopGroup name="Apps"/><RSApps><RSApp name="Calc"/></RSApps><Worker sid="S-1-2" name="CORP\\SRV1"/></Lease>`,
    ...facts,
  };
}
