import type { Lease, LeaseBook } from "@/lib/domain/lease/lease";
import type { GroupLimits, MachineTimers, TimerBook } from "@/lib/domain/session/limits";

/** The books of limits and leases of a test's snapshot: what was said until then, and never changes afterwards. */

export type LeaseSurroundings = Pick<LeaseBook, "reading" | "rules" | "groups" | "folders">;

/** A site whose leases nobody can ask for. */
export const NO_LEASE_SURROUNDINGS: LeaseSurroundings = {
  ...{ reading: { state: "absent", asOf: null, problem: null }, rules: null, groups: [], folders: [] },
};

export function makeTimerBook(groups: GroupLimits | null, said: ReadonlyMap<string, MachineTimers>): TimerBook {
  const machines = new Map(said);
  return { groups, machinesRead: machines.size, machine: (key) => machines.get(key) };
}

export function makeLeaseBook(surroundings: LeaseSurroundings, read: ReadonlyMap<string, Lease>): LeaseBook {
  const leases = new Map(read);
  return {
    ...surroundings,
    size: leases.size,
    get: (key) => leases.get(key),
    values: () => leases.values(),
  };
}
