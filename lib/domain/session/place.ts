import type { Session } from "../site";
import type { AppState, SessionState } from "../states";
import type { LifeState } from "./life";

/** Where a session stands in the diagram of the timeouts article, by what the tables and the SDK say of it now. Asked of every session: kept cheap. */

/** Why a session has no place in the diagram: its logon goes on, what its applications are needs the SDK, or it is at the console or by RDP. */
export const APARTS = ["starting", "unknown", "not-brokered"] as const;
export type Apart = (typeof APARTS)[number];

type Standing = "active" | "disconnected";
type Connection = Standing | "preparing" | "ended";

/** Session reliability keeps a session active while its client is away (Reconnecting). States that are not here tell nothing. */
const CONNECTIONS: Readonly<Partial<Record<SessionState, Connection>>> = {
  Active: "active",
  Connected: "active",
  Reconnecting: "active",
  Disconnected: "disconnected",
  PreparingSession: "preparing",
  Pending: "preparing",
  Terminated: "ended",
};

/** At the console, or by RDP past the broker: the site lists it and has no say in it. */
export function isNotBrokered({ state, protocol, connectionMode, brokeredAt }: Session): boolean {
  if (state === "NonBrokeredSession" || protocol === "Console") return true;
  if (protocol !== "RDP") return false;
  return connectionMode === null ? brokeredAt === null : connectionMode === "Unbrokered";
}

/** Where nothing runs in it and it does not linger, it goes on as an interactive session does. */
const LIVES: Readonly<Partial<Record<AppState, "starting" | "pre-launched" | "interactive" | "lingering">>> = {
  PreLogon: "starting",
  PreLaunched: "pre-launched",
  Active: "interactive",
  Desktop: "interactive",
  NoApps: "interactive",
  Lingering: "lingering",
};

/** Null where nobody can tell, or where it is not the site's session; {@link apartOf} says which. */
export function placeOf(session: Session): LifeState | null {
  const connection = CONNECTIONS[session.state];
  if (connection === undefined || isNotBrokered(session)) return null;
  if (connection === "ended") return "ended";
  if (connection === "preparing") return "starting";
  if (session.appState === null) return withoutSdk(session, connection);
  const life = LIVES[session.appState];
  if (life === undefined || life === "starting") return life ?? null;
  return life === "interactive" ? interactive(session, connection) : `${life}-${connection}`;
}

function interactive({ idleSince }: Session, connection: Standing): LifeState {
  if (connection === "disconnected") return "interactive-disconnected";
  return idleSince === null ? "interactive-active" : "interactive-idle";
}

/** By the tables alone: a desktop, or a session in which applications run, is interactive; one without any may be pre-launched or lingering. */
function withoutSdk(session: Session, connection: Standing): LifeState | null {
  const { state, logOnEndedAt, logOnDurationMs, reconnect } = session;
  const loggedOn = logOnEndedAt !== null || logOnDurationMs !== null || reconnect === true;
  if (state === "Connected" && !loggedOn) return "starting";
  if (session.sessionType !== "Desktop" && session.applications.length === 0) return null;
  return interactive(session, connection);
}

/** Null where the session has a place among the standing states. */
export function apartOf(session: Session): Apart | null {
  const place = placeOf(session);
  if (place === "starting") return "starting";
  if (place !== null) return null;
  return isNotBrokered(session) ? "not-brokered" : "unknown";
}
