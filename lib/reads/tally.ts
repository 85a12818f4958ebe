import type { Session } from "@/lib/domain/site";

/** How many sessions, in which states, of how many people. Kept while sessions come and go, never counted anew. */
export interface ReadonlyTally {
  readonly sessions: number;
  /** Distinct people; a session that nobody is named on counts for none. */
  readonly users: number;
  states(): Record<string, number>;
}

export class Tally implements ReadonlyTally {
  readonly #states = new Map<string, number>();
  readonly #users = new Map<string, number>();
  #told: readonly [sessions: number, users: number] = [0, 0];
  sessions = 0;

  get users(): number {
    return this.#users.size;
  }

  states(): Record<string, number> {
    return Object.fromEntries(this.#states);
  }

  add(session: Session): void {
    this.#count(session, 1);
  }

  remove(session: Session): void {
    this.#count(session, -1);
  }

  /** Whether the numbers of sessions and people are others than at the last call. */
  wasRecounted(): boolean {
    const [sessions, users] = this.#told;
    this.#told = [this.sessions, this.users];
    return sessions !== this.sessions || users !== this.users;
  }

  #count(session: Session, by: 1 | -1): void {
    this.sessions += by;
    change(this.#states, session.state, by);
    const user = session.userKey ?? session.user;
    if (user !== null) change(this.#users, user, by);
  }
}

function change(counts: Map<string, number>, name: string, by: number): void {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}

export function tallyOf(sessions: Iterable<Session>): Tally {
  const tally = new Tally();
  for (const session of sessions) tally.add(session);
  return tally;
}

export const NO_SESSIONS: ReadonlyTally = new Tally();
