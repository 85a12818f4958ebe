import type { Session } from "../site";
import type { SessionState } from "../states";
import type { LifeState } from "./life";

/** Where a session stands in the diagram of the timeouts article, by what the tables and the SDK say of it now. Asked of every session: kept cheap. */

/** Why a session has no place in the diagram: its logon goes on, what its applications are needs the SDK, or it is at the console or by RDP. */
export const APARTS = ["starting", "unknown", "not-brokered"] as const;
export type Apart = (typeof APARTS)[number];

type Connection = "active" | "disconnected" | "preparing" | "ended";

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

/** Null where nobody can tell, or where it is not the site's session; {@link apartOf} says which. */
export function placeOf(session: Session): LifeState | null {
  const connection = CONNECTIONS[session.state];
  if (connection === undefined || isNotBrokered(session)) return null;
  if (connection === "ended") return "ended";
  if (connection === "preparing") return "starting";
  const disconnected = connection === "disconnected";
  switch (session.appState) {
    case "PreLogon":
      return "starting";
    case "PreLaunched":
      return disconnected ? "pre-launched-disconnected" : "pre-launched-active";
    case "Lingering":
      return disconnected ? "lingering-disconnected" : "lingering-active";
    // Nothing runs in it and it does not linger: it goes on as an interactive session does.
    case "NoApps":
    case "Active":
    case "Desktop":
      return interactive(session, disconnected);
    case null:
      return withoutSdk(session, disconnected);
    // A state that only a later release knows.
    default:
      return null;
  }
}

function interactive({ idleSince }: Session, disconnected: boolean): LifeState {
  if (disconnected) return "interactive-disconnected";
  return idleSince === null ? "interactive-active" : "interactive-idle";
}

/** By the tables alone: a desktop, or a session in which applications run, is interactive; one without any may be pre-launched or lingering. */
function withoutSdk(session: Session, disconnected: boolean): LifeState | null {
  const { state, logOnEndedAt, logOnDurationMs, reconnect } = session;
  const loggedOn = logOnEndedAt !== null || logOnDurationMs !== null || reconnect === true;
  if (state === "Connected" && !loggedOn) return "starting";
  if (session.sessionType !== "Desktop" && session.applications.length === 0) return null;
  return interactive(session, disconnected);
}

/** Null where the session has a place among the standing states. */
export function apartOf(session: Session): Apart | null {
  const place = placeOf(session);
  if (place === "starting") return "starting";
  if (place !== null) return null;
  return isNotBrokered(session) ? "not-brokered" : "unknown";
}
