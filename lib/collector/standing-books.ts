import { isSameValue } from "@/lib/domain/ghost/same-value";
import type { Lease, LeaseBook } from "@/lib/domain/lease/lease";
import type { MachineTimers, TimerBook } from "@/lib/domain/session/limits";
import type { KeyedRecords } from "@/lib/domain/snapshot";
import type { Surroundings } from "./protocol";

/** What a snapshot shows of limits and leases, out of the records and of what surrounds them. */

export const NO_SURROUNDINGS: Surroundings = {
  groupLimits: null,
  reading: { state: "reading", asOf: null, problem: null },
  rules: null,
  outageGroups: [],
  folders: [],
};

export function timerBook({ groupLimits }: Surroundings, timers: KeyedRecords<MachineTimers>): TimerBook {
  return { groups: groupLimits, machinesRead: timers.size, machine: (key) => timers.get(key) };
}

export function leaseBook(
  { reading, rules, outageGroups: groups, folders }: Surroundings,
  leases: KeyedRecords<Lease>,
): LeaseBook {
  return {
    ...{ reading, rules, groups, folders, size: leases.size },
    get: (key) => leases.get(key),
    values: () => leases.values(),
  };
}

/** What a reader that was replaced has not read yet stands as the one before it read it. */
export function sinceFormer(before: Surroundings, after: Surroundings): Surroundings {
  const isUnread = after.reading.asOf === null && after.reading.state !== "absent";
  return {
    ...after,
    reading: isUnread ? { ...after.reading, asOf: before.reading.asOf } : after.reading,
    groupLimits: after.groupLimits ?? before.groupLimits,
    ...(after.rules === null ? { rules: before.rules, outageGroups: before.outageGroups } : {}),
  };
}

/** Whether they say anything else; that the same was read again is no news. */
export function isOtherThan(before: Surroundings, after: Surroundings): boolean {
  return !isSameValue(withoutAges(before), withoutAges(after));
}

function withoutAges({ groupLimits, reading, folders, ...rest }: Surroundings) {
  return {
    ...rest,
    limits: groupLimits && { standby: groupLimits.standby, power: groupLimits.power },
    reading: { state: reading.state, problem: reading.problem },
    folders: folders.map((folder) => ({ ...folder, reading: { ...folder.reading, asOf: null } })),
  };
}
