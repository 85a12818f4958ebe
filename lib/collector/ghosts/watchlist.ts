import { hasLoggedOn, isNamed } from "@/lib/domain/ghost/logon";
import type { Instant, Session } from "@/lib/domain/site";

/**
 * Which sessions a rule may ever fire on by what their rows say, and when each is to be looked at next. Most sessions of a site are
 * sound (active, named, logged on): these cost nothing here, however large the site.
 */

/** A session that its row alone makes worth looking at. All others only a server's own word can make a ghost. */
export function isWatched(session: Session): boolean {
  if (session.anonymous === true) return false;
  const isSound = session.state === "Active" && isNamed(session) && hasLoggedOn(session);
  return !isSound || hasNoApplication(session);
}

/** Active without an application, as the SDK says: so a session is listed that died on its server while somebody worked in it. */
function hasNoApplication({ state, appState }: Session): boolean {
  return state === "Active" && appState === "NoApps";
}

/** Only its server can say that it is gone. */
function isSwept(session: Session): boolean {
  return session.state === "Disconnected" || hasNoApplication(session);
}

interface Watched {
  readonly machineKey: string | null;
  readonly swept: boolean;
  dueAt: Instant | null;
}

export class Watchlist {
  readonly #watched = new Map<string, Watched>();
  /** Sound sessions that are looked at once more at some time: their server said something about them. */
  readonly #planned = new Map<string, Instant>();
  /** How many sessions each machine has that only it can say to be gone. */
  readonly #swept = new Map<string, number>();

  get size(): number {
    return this.#watched.size;
  }

  /** Takes a session as its row says it is now. Answers whether it is watched, or was until now. */
  put(session: Session): boolean {
    const was = this.remove(session.key);
    if (!isWatched(session)) return was;
    const swept = isSwept(session);
    this.#watched.set(session.key, { machineKey: session.machineKey, swept, dueAt: null });
    if (swept) this.#count(session.machineKey, 1);
    return true;
  }

  /** Everything that is watched or planned comes due at this time. */
  planAll(at: Instant): void {
    for (const watched of this.#watched.values()) watched.dueAt = at;
    for (const key of this.#planned.keys()) this.#planned.set(key, at);
  }

  remove(key: string): boolean {
    const wasPlanned = this.#planned.delete(key);
    const before = this.#watched.get(key);
    if (!before) return wasPlanned;
    this.#watched.delete(key);
    if (before.swept) this.#count(before.machineKey, -1);
    return true;
  }

  /** Looks at it again at this time; null: only a change of its facts can make a difference. */
  plan(key: string, at: Instant | null): void {
    const watched = this.#watched.get(key);
    if (watched) watched.dueAt = at;
    else if (at === null) this.#planned.delete(key);
    else this.#planned.set(key, at);
  }

  /** Takes the keys that are due. Some thousands are watched at most, so they are simply gone through. */
  takeDue(now: Instant): string[] {
    const keys: string[] = [];
    for (const [key, watched] of this.#watched) {
      if (watched.dueAt === null || watched.dueAt > now) continue;
      watched.dueAt = null;
      keys.push(key);
    }
    for (const [key, dueAt] of this.#planned) {
      if (dueAt > now) continue;
      this.#planned.delete(key);
      keys.push(key);
    }
    return keys;
  }

  /** Machines of sessions that come due within `ms`, so that their servers can be heard in time. */
  machinesDueWithin(now: Instant, ms: number): Set<string> {
    const machines = new Set<string>();
    for (const { machineKey, dueAt, swept } of this.#watched.values()) {
      if (machineKey !== null && dueAt !== null && !swept && dueAt <= now + ms) machines.add(machineKey);
    }
    return machines;
  }

  machinesToSweep(): Iterable<string> {
    return this.#swept.keys();
  }

  #count(machineKey: string | null, by: 1 | -1): void {
    if (machineKey === null) return;
    const next = (this.#swept.get(machineKey) ?? 0) + by;
    if (next > 0) this.#swept.set(machineKey, next);
    else this.#swept.delete(machineKey);
  }
}
