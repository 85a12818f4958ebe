import type { Instant } from "../../site";
import type { SessionTrace } from "../what-if";
import type { Relived } from "./relive";

/**
 * A session that lives on is what its user comes back to: it lasts until the user's next session would have begun, and that logon is
 * spared. Of several that still stand the one that would have stood longest is taken. Changes the lives; answers whose logons are spared.
 */
export function comeBackToStanding(lives: readonly Relived[]): SessionTrace[] {
  return [...livesByUser(lives).values()].flatMap((own) =>
    own.some(({ livesOnFrom }) => livesOnFrom !== null) ? spared(own) : [],
  );
}

/** The lives of each user that is known. */
export function livesByUser(lives: readonly Relived[]): ReadonlyMap<string, readonly Relived[]> {
  const ofUser = new Map<string, Relived[]>();
  for (const life of lives) {
    const { userKey } = life.trace;
    if (userKey === null) continue;
    const own = ofUser.get(userKey);
    if (own) own.push(life);
    else ofUser.set(userKey, [life]);
  }
  return ofUser;
}

function spared(own: readonly Relived[]): SessionTrace[] {
  const standing = new Set(own.filter(({ livesOnFrom }) => livesOnFrom !== null));
  const byStart = own.map(({ trace }) => trace).sort((a, b) => a.startedAt - b.startedAt);
  return byStart.filter((next) => {
    const found = [...standing]
      .filter((life) => life.trace !== next && isThere(life, next.startedAt))
      .reduce<Relived | null>((best, life) => (best && lastOf(best) >= lastOf(life) ? best : life), null);
    if (!found) return false;
    standing.delete(found);
    cut(found, next.startedAt);
    return true;
  });
}

const lastOf = (life: Relived): Instant => life.held.at(-1)?.to ?? Number.NEGATIVE_INFINITY;

const isThere = (life: Relived, at: Instant) =>
  life.livesOnFrom !== null && life.livesOnFrom <= at && at <= lastOf(life);

function cut(life: Relived, at: Instant): void {
  const before = (stretches: Relived["held"]) =>
    stretches.flatMap(({ from, to }) => (from < at ? [{ from, to: Math.min(to, at) }] : []));
  life.held = before(life.held);
  life.connected = before(life.connected);
}
