import type { GroupLimits } from "@/lib/domain/session/limits";
import type { Session } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import type { DueSource, SessionEntry } from "./entries";
import { type DueFacts, dueOf, type SessionDue } from "./session-due";

/** Works out deadlines by the limits of the newest version, and tells which of them moved though their sessions did not. */
export class DueKeeper implements DueSource {
  #facts: DueFacts | null = null;

  of(session: Session): SessionDue {
    if (!this.#facts) throw new Error("No version was followed yet");
    return dueOf(session, this.#facts);
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
    if (!before || before.timers === snapshot.timers) return [];
    const keys = this.#touched(before, snapshot, machines);
    return [...keys].filter((key) => {
      const entry = entryOf(key);
      const seen = entry?.dueSeen;
      return entry && seen && !isSameDue(seen, dueOf(entry.record, snapshot));
    });
  }

  #touched(before: DueFacts, snapshot: Snapshot, machines: readonly string[] | null): Iterable<string> {
    if (machines === null || !areSameLimits(before.timers.groups, snapshot.timers.groups)) {
      return Array.from(snapshot.sessions.values(), ({ key }) => key);
    }
    return machines.flatMap((machine) => [...snapshot.sessionKeysOnMachine(machine)]);
  }
}

/** Whether two readings say the same limits, whenever they were read: groups are read again every few minutes and change a few times a year. */
function areSameLimits(a: GroupLimits | null, b: GroupLimits | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return JSON.stringify([a.standby, a.power]) === JSON.stringify([b.standby, b.power]);
}

/** By what lists are sorted and counted. */
function isSameDue(a: SessionDue, b: SessionDue): boolean {
  if (a.life !== b.life || a.ends.at !== b.ends.at) return false;
  return a.ends.at === null || b.ends.at === null
    ? a.ends.at === null && b.ends.at === null && a.ends.why === b.ends.why
    : a.ends.timer === b.ends.timer;
}
