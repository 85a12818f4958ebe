import type { Instant, Machine, Session } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import type { SessionState } from "@/lib/domain/states";
import { groupColumn, sortAll } from "./session-filter";
import type { SiteIndex } from "./site-index";
import { searchFirst } from "./sorting";

/**
 * Servers that load balancing passes over: as many sessions wait there for the end of their logon as the Citrix policy
 * "Concurrent logons tolerance" allows. How many, the SDK counts; since when, the tables' own sessions say.
 */

export interface Skipped {
  /** Null where nobody knows how many are pending, or whether the machine is a server. */
  readonly skipped: boolean | null;
  readonly skippedSince: Instant | null;
  readonly wentElsewhere: number | null;
}

/** Only servers are balanced by load: a machine of one session is never passed over for this. */
export function isSkipped({ sessionSupport, pendingSessions }: Machine, tolerance: number): boolean | null {
  if (sessionSupport === "SingleSession") return false;
  if (pendingSessions === null) return null;
  if (pendingSessions < tolerance) return false;
  return sessionSupport === "MultiSession" ? true : null;
}

export class SkippedServers {
  readonly tolerance: number;
  readonly #index: SiteIndex;

  constructor(index: SiteIndex, tolerance: number) {
    this.#index = index;
    this.tolerance = tolerance;
  }

  of(machine: Machine): Skipped {
    const skipped = isSkipped(machine, this.tolerance);
    if (skipped !== true) return { skipped, skippedSince: null, wentElsewhere: null };
    const skippedSince = this.#skippedSince(machine.key);
    const wentElsewhere = skippedSince === null ? null : this.#wentElsewhere(machine, skippedSince);
    return { skipped, skippedSince, wentElsewhere };
  }

  /** When the oldest sessions that still wait became as many as the tolerance; null where the tables list fewer. */
  #skippedSince(machineKey: string): Instant | null {
    const waiting = this.#index.sessionsOnMachine(machineKey).flatMap(({ record }) => waitsSince(record) ?? []);
    waiting.sort((a, b) => a - b);
    return waiting[this.tolerance - 1] ?? null;
  }

  #wentElsewhere({ key, deliveryGroupKey }: Machine, since: Instant): number | null {
    if (deliveryGroupKey === null) return null;
    const starts = startsByGroup(this.#index).get(deliveryGroupKey) ?? [];
    const begun = starts.length - searchFirst(starts.length, (at) => (starts[at] ?? 0) >= since);
    const here = this.#index.sessionsOnMachine(key).filter(({ record }) => {
      return record.deliveryGroupKey === deliveryGroupKey && (record.startedAt ?? Number.NEGATIVE_INFINITY) >= since;
    });
    return begun - here.length;
  }
}

const BEFORE_ACTIVE: readonly SessionState[] = ["Connected", "PreparingSession", "Pending", "Unknown"];

/** Since when a session waits for the end of its logon; null where it does not. A reconnecting one has had its logon. */
function waitsSince(session: Session): Instant | null {
  const { state, logOnEndedAt, logOnDurationMs, brokeredAt, startedAt, since } = session;
  if (logOnEndedAt !== null || logOnDurationMs !== null || !BEFORE_ACTIVE.includes(state)) return null;
  return brokeredAt ?? startedAt ?? since;
}

type Starts = ReadonlyMap<string, readonly Instant[]>;
const startsOfVersions = new WeakMap<Snapshot, Starts>();

/** When the sessions that stand now began, ascending, by delivery group: counted once for all rows and readers of a version. */
function startsByGroup(index: SiteIndex): Starts {
  const starts = startsOfVersions.get(index.snapshot) ?? countStarts(index);
  startsOfVersions.set(index.snapshot, starts);
  return starts;
}

function countStarts({ sessions }: SiteIndex): Starts {
  const order = sortAll(sessions, "startedAt");
  const { codes, values } = groupColumn(sessions);
  const starts = values.map((): Instant[] => []);
  for (const slot of order.slots) {
    const startedAt = order.valueAt(slot);
    if (typeof startedAt === "number") starts[codes[slot] ?? 0]?.push(startedAt);
  }
  return new Map(values.map((group, code) => [group, starts[code] ?? []]));
}
