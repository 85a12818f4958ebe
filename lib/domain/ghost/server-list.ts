import type { Instant, Session } from "../site";
import { isSameAccount } from "./accounts";
import type { ServerWord, SessionFacts, WindowsSession } from "./facts";
import { isConnecting, isNamed } from "./logon";

/** What a server's own list of Windows sessions says about one session of the site. The list has no SessionKey: users match it. */

/** A word about a change must be younger than the change, with room for two clocks and a report under way. */
const WORD_MARGIN_MS = 5_000;

/** The server's word where it is younger than the session and its present state; null where it says nothing about them. */
export function validWord({ server, session }: Pick<SessionFacts, "server" | "session">): ServerWord | null {
  if (!server) return null;
  const changed: Instant = Math.max(session.since, session.startedAt ?? 0, session.logOnEndedAt ?? 0);
  return server.askedAt >= changed + WORD_MARGIN_MS ? server : null;
}

const isOf = (user: string | null) => (windows: WindowsSession) =>
  user !== null && windows.user !== null && isSameAccount(windows.user, user);

/** Active before others, then by start, newest first; the key decides between equals so that the order of reads does not. */
function byLife(a: Session, b: Session): number {
  const active = Number(b.state === "Active") - Number(a.state === "Active");
  return active || (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.key < b.key ? -1 : 1);
}

/**
 * Shares the listed Windows sessions out to sessions of the site: first to those that the server gives the same state, then by life.
 * Whoever gets none is not on the server; what is `free` belongs to nobody here.
 */
function shareOut(listed: readonly WindowsSession[], sessions: readonly Session[]) {
  const free = [...listed];
  const found = new Set<string>();
  const take = (session: Session, isHis: (windows: WindowsSession) => boolean) => {
    const place = found.has(session.key) ? -1 : free.findIndex(isHis);
    if (place < 0) return;
    free.splice(place, 1);
    found.add(session.key);
  };
  const live = [...sessions].sort(byLife);
  for (const each of live) take(each, (windows) => windows.state === each.state && isOf(each.user)(windows));
  for (const each of live) take(each, isOf(each.user));
  return { free, found };
}

/** Whether the server lists this named session; a session that is younger than its word takes nothing of what it lists. */
export function listsNamed(word: ServerWord, session: Session, onMachine: readonly Session[]): boolean {
  const others = onMachine.filter(
    (each) =>
      each.key !== session.key &&
      isNamed(each) &&
      each.user === session.user &&
      word.askedAt >= (each.startedAt ?? each.since) + WORD_MARGIN_MS,
  );
  return shareOut(word.sessions, [session, ...others]).found.has(session.key);
}

/**
 * The Windows session that may belong to a session whose logon is not through: one of the user that it is said to be, else one before
 * its logon, else, where nobody says who it is, any that no other session of the site accounts for.
 */
export function findUnnamed(
  word: ServerWord,
  session: Session,
  onMachine: readonly Session[],
): WindowsSession | undefined {
  const others = onMachine.filter((each) => each.key !== session.key && (isNamed(each) || !isConnecting(each)));
  const { free } = shareOut(word.sessions, others);
  const standIn = session.userSource === "client" ? null : session.user;
  const hisOwn = free.find(isOf(standIn)) ?? free.find(({ user }) => user === null);
  if (hisOwn || standIn !== null) return hisOwn;
  // Local and anonymous users, whom the site does not know, have one each.
  const strangers = others.filter(({ userSource }) => userSource === "none" || userSource === "client");
  return free.length > strangers.length ? free[0] : undefined;
}

/** Whether the server lists anything that may be this session's logon, named or not. */
export function listsLogon(word: ServerWord, session: Session, onMachine: readonly Session[]): boolean {
  return listsNamed(word, session, onMachine) || findUnnamed(word, session, onMachine) !== undefined;
}
