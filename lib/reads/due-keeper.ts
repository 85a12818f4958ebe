import { isSameValue } from "@/lib/domain/ghost/same-value";
import type { GroupLimits } from "@/lib/domain/session/limits";
import type { Instant, Session } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import type { DueSource, SessionEntry } from "./entries";
import { dueOf, type SessionDue } from "./session-due";

type Facts = Pick<Snapshot, "timers" | "asOf">;

/** Works out deadlines by the limits of the newest version, and tells which of them moved though their sessions did not. */
export class DueKeeper implements DueSource {
  #facts: Facts | null = null;
  /** When the next step of a power policy comes, by session: after it there may be another. */
  readonly #steps = new Map<string, Instant>();
  #nextStep = Number.POSITIVE_INFINITY;

  of(session: Session): SessionDue {
    if (!this.#facts) throw new Error("No version was followed yet");
    const due = dueBy(session, this.#facts);
    if (due.ends.at !== null && due.ends.becomes === "machine") {
      this.#steps.set(session.key, due.ends.at);
      this.#nextStep = Math.min(this.#nextStep, due.ends.at);
    }
    return due;
  }

  /** The version that sessions are taken in from. */
  start(snapshot: Snapshot): void {
    this.#facts = snapshot;
  }

  /**
   * Moves on to this version. `machines` names those whose limits may be others than before; null means that any may. Returns the keys of sessions
   * that are due otherwise than somebody was told.
   */
  follow(
    snapshot: Snapshot,
    machines: readonly string[] | null,
    entryOf: (key: string) => SessionEntry | undefined,
  ): string[] {
    const before = this.#facts;
    this.#facts = snapshot;
    if (!before) return [];
    const keys = new Set([...this.#touched(before, snapshot, machines), ...this.#stepped(snapshot.asOf)]);
    return [...keys].filter((key) => {
      const entry = entryOf(key);
      const seen = entry?.dueSeen;
      return entry && seen && !isSameDue(seen, dueBy(entry.record, snapshot));
    });
  }

  #touched(before: Facts, snapshot: Snapshot, machines: readonly string[] | null): Iterable<string> {
    if (machines === null || !areSameLimits(before.timers.groups, snapshot.timers.groups)) {
      return Array.from(snapshot.sessions.values(), ({ key }) => key);
    }
    return machines.flatMap((machine) => [...snapshot.sessionKeysOnMachine(machine)]);
  }

  #stepped(asOf: Instant): string[] {
    if (asOf <= this.#nextStep) return [];
    const passed = [...this.#steps].filter(([, at]) => at < asOf).map(([key]) => key);
    for (const key of passed) this.#steps.delete(key);
    this.#nextStep = Number.POSITIVE_INFINITY;
    for (const at of this.#steps.values()) this.#nextStep = Math.min(this.#nextStep, at);
    return passed;
  }
}

function dueBy(session: Session, { timers, asOf }: Facts): SessionDue {
  return dueOf(session, { timers, now: asOf });
}

/** Whether two readings say the same limits, whenever they were read: groups are read again every few minutes and change a few times a year. */
function areSameLimits(a: GroupLimits | null, b: GroupLimits | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && isSameValue([a.standby, a.power], [b.standby, b.power]);
}

/** By what lists are sorted and counted. */
function isSameDue(a: SessionDue, b: SessionDue): boolean {
  if (a.ends.at === null || b.ends.at === null) {
    return a.ends.at === null && b.ends.at === null && a.ends.why === b.ends.why;
  }
  return a.ends.at === b.ends.at && a.ends.timer === b.ends.timer && a.ends.becomes === b.ends.becomes;
}
