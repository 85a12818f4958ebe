import { aGroup as someGroup, aMachine as someMachine } from "../ghost/facts.fixture";
import type { DeliveryGroup, Instant, Machine } from "../site";
import type { GroupFacts } from "./group-facts";
import type { Lease } from "./lease";
import type { Pair } from "./pair";
import type { PairFacts } from "./verdict";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW: Instant = Date.parse("2026-03-11T12:00:00.000Z");
export const ANN = "S-1-5-21-1-2-3-1104";

/** Ann's launch lease for Calc of Office, on SRV-01, with ten days to go. */
export function aLease(said: Partial<Lease> = {}): Lease {
  return {
    key: "launch-1",
    type: "Launch",
    ownerName: "CORP\\ann",
    ownerSid: ANN,
    ownerUpn: "ann@corp.example.com",
    modifiedAt: NOW - 4 * DAY,
    expiresAt: NOW + 10 * DAY,
    zone: "Primary",
    resources: [{ group: "Office", application: "Calc" }],
    machine: "SRV-01",
    machineSid: "S-1-5-21-1-2-3-9001",
    sharingKey: "1:HDX",
    problem: null,
    ...said,
  };
}

/** Ann's enumeration lease, which lists Calc of Office. */
export function anEnumeration(said: Partial<Lease> = {}): Lease {
  return aLease({ key: "enumeration-1", type: "Enumeration", machine: null, machineSid: null, ...said });
}

export function aMachine(said: Partial<Machine> = {}): Machine {
  return someMachine({ name: "SRV-01", deliveryGroup: "Office", ...said });
}

export function aGroup(said: Partial<DeliveryGroup> = {}): DeliveryGroup {
  return someGroup({ name: "Office", ...said });
}

export function groupFacts(said: Partial<GroupFacts> = {}): GroupFacts {
  return {
    ...{ pooled: false, maintenance: false, reuseWithoutShutdown: false, powerManaged: false },
    ...{ machines: 2, registered: 2, open: 2 },
    ...said,
  };
}

export function aPair(said: Partial<Pair> = {}): Pair {
  return {
    key: `${ANN}\ngroup-1\ncalc`,
    ...{ userKey: ANN, userName: "CORP\\ann", groupKey: "group-1", groupName: "Office", application: "Calc" },
    ...{ enumeration: anEnumeration(), launch: aLease(), machine: "SRV-01", machineSid: "S-1-5-21-1-2-3-9001" },
    ...said,
  };
}

/** Covered: everything that can stand in the way does not. */
export function pairFacts(said: Partial<PairFacts> = {}): PairFacts {
  return {
    ...{ now: NOW, mechanism: "leases", pair: aPair(), group: groupFacts(), machine: aMachine() },
    ...{ anonymous: false, leasing: true, ghost: false, full: false },
    ...said,
  };
}
