import type { Session } from "@/lib/domain/site";
import { fold } from "./fold";
import { lifeColumn } from "./session-filter";
import type { SiteIndex } from "./site-index";

/** What pre-launched and lingering sessions hold while nobody works in them. */

const STANDBY = ["pre-launched-active", "pre-launched-disconnected", "lingering-active", "lingering-disconnected"];
const CONNECTED = ["pre-launched-active", "lingering-active"];

/** `sessions`: all of them; `licences`: people whose only connected sessions these are. A session that names nobody may be anybody's: it counts for none. */
export function standbyCost(
  index: SiteIndex,
  slots: Uint32Array,
): { readonly sessions: number; readonly licences: number } {
  const lives = lifeColumn(index.sessions);
  const codesOf = (names: readonly string[]) => new Set(names.map((name) => lives.codeOf(name)));
  const [standby, connected] = [codesOf(STANDBY), codesOf(CONNECTED)];
  let sessions = 0;
  const holders = new Map<string, Session>();
  for (const slot of slots) {
    const code = lives.codes[slot] ?? -1;
    if (standby.has(code)) sessions += 1;
    if (!connected.has(code)) continue;
    const { record } = index.sessions.at(slot);
    const name = record.userKey ?? (record.user === null ? null : fold(record.user));
    if (name !== null) holders.set(name, record);
  }
  const alone = [...holders.values()].filter((session) => !holdsAnyway(index, session));
  return { sessions, licences: alone.length };
}

/** Whether the person is connected in a session that does not stand by. */
function holdsAnyway(index: SiteIndex, { userKey, user }: Session): boolean {
  const others = userKey === null ? [...(index.unverified.get(fold(user ?? "")) ?? [])] : index.sessionsOfUser(userKey);
  return others.some(({ record, due }) => isConnected(record) && !CONNECTED.includes(due.life ?? ""));
}

function isConnected({ state }: Session): boolean {
  return state === "Active" || state === "Connected" || state === "Reconnecting";
}
