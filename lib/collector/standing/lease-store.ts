import type { Lease } from "@/lib/domain/lease/lease";
import { leaseOfSdk } from "@/lib/site/leases/sdk-lease";
import type { SdkSource } from "@/lib/site/port";
import type { SdkLease } from "@/lib/site/sdk";
import { PendingChanges } from "./pending-changes";

/** Documents are parsed in steps, so that a whole site's never hold up the pass beside them. */
const STEP_ROWS = 250;

/** Bare names of machines by the Sids of their computer accounts. */
export type MachineNames = ReadonlyMap<string, string>;

interface Held {
  readonly lease: Lease;
  /** What the record was made from, in short: the same row again is not parsed again. */
  readonly stamp: string;
}

const stampOf = ({ modifiedAt, expiresAt, value }: SdkLease) => `${modifiedAt} ${expiresAt} ${value.length}`;

/** All leases as last read whole, and what changed since that was last taken. The documents themselves are not kept. */
export class LeaseStore {
  #held = new Map<string, Held>();
  readonly changes = new PendingChanges<Lease>();
  #isFirst = false;
  #isRead = false;

  *values(): Generator<Lease> {
    for (const { lease } of this.#held.values()) yield lease;
  }

  /** Reads them all. Where that fails halfway, what was known before stands. Rejects as the source does. */
  async read(sdk: Pick<SdkSource, "leases">, machineNames: MachineNames): Promise<void> {
    const read = new Map<string, Held>();
    for await (const page of sdk.leases()) {
      for (let from = 0; from < page.length; from += STEP_ROWS) {
        for (const row of page.slice(from, from + STEP_ROWS)) read.set(row.key, this.#hold(row, machineNames));
        await new Promise(setImmediate);
      }
    }
    for (const key of this.#held.keys()) if (!read.has(key)) this.changes.remove(key);
    for (const [key, { lease }] of read) if (this.#held.get(key)?.lease !== lease) this.changes.put(lease);
    this.#held = read;
    this.#isFirst = !this.#isRead;
    this.#isRead = true;
  }

  /** Once: whether they were just read whole for the first time. */
  takeFirst(): boolean {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    return isFirst;
  }

  #hold(row: SdkLease, machineNames: MachineNames): Held {
    const stamp = stampOf(row);
    const known = this.#held.get(row.key);
    const lease = known?.stamp === stamp ? known.lease : leaseOfSdk(row);
    return { lease: withMachine(lease, machineNames), stamp };
  }
}

/** A document may name its machine by Sid alone; the tables tell whose it is. */
function withMachine(lease: Lease, machineNames: MachineNames): Lease {
  const { machine, machineSid } = lease;
  const name = machine === null && machineSid !== null ? machineNames.get(machineSid) : undefined;
  return name === undefined ? lease : { ...lease, machine: name.toUpperCase() };
}
