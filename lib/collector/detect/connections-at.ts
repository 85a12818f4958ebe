import type { Instant } from "@/lib/domain/site";
import type { ConnectionCopy, SessionCopy } from "./copy-cells";

/** The connections of one session as they stood at a moment, out of a copy made later. */

/** A date that had come by then; what came later was not known. */
export const known = (date: Instant | null, at: Instant): Instant | null => (date !== null && date <= at ? date : null);

const isInstant = (date: Instant | null): date is Instant => date !== null;
const earliest = (dates: readonly (Instant | null)[]): Instant | null => {
  const all = dates.filter(isInstant);
  return all.length === 0 ? null : Math.min(...all);
};

/** When a connection began: when it was asked for, else when its client was there. */
export function beganAt(connection: ConnectionCopy): Instant | null {
  const { BrokeringDate, EstablishmentDate, LogOnStartDate, LogOnEndDate, CreatedDate } = connection;
  return earliest([BrokeringDate, EstablishmentDate, LogOnStartDate]) ?? CreatedDate ?? LogOnEndDate;
}

/** The connection that was current: the newest that had begun. */
export function currentAt(connections: readonly ConnectionCopy[], at: Instant): ConnectionCopy | null {
  let newest: ConnectionCopy | null = null;
  let newestBegan = Number.NEGATIVE_INFINITY;
  for (const connection of connections) {
    const began = beganAt(connection) ?? Number.NEGATIVE_INFINITY;
    if (began > at || began < newestBegan) continue;
    [newest, newestBegan] = [connection, began];
  }
  return newest;
}

/** The connection in which the session's user logged on; later ones only come back to it. */
export function logonOf(connections: readonly ConnectionCopy[]): ConnectionCopy | null {
  const logons = connections.filter(({ IsReconnect }) => IsReconnect !== true);
  const byStart = logons.sort((a, b) => (beganAt(a) ?? 0) - (beganAt(b) ?? 0) || a.Id - b.Id);
  return byStart[0] ?? null;
}

/**
 * When Windows knew who it is: authentication is the first step of a logon, group policies and the profile come after it. Null where no
 * step of it is known.
 */
export function authenticatedAt(connection: ConnectionCopy): Instant | null {
  const { LogOnStartDate, AuthenticationDuration, GpoStartDate, ProfileLoadStartDate, LogOnEndDate } = connection;
  const authenticated = LogOnStartDate === null ? null : LogOnStartDate + (AuthenticationDuration ?? 0);
  return earliest([authenticated, GpoStartDate, ProfileLoadStartDate, LogOnEndDate]);
}

/** The same, where a step after the authentication shows that it succeeded. */
export function hasDesktopAt(connection: ConnectionCopy): Instant | null {
  const { LogOnStartDate, AuthenticationDuration, GpoStartDate, ProfileLoadStartDate } = connection;
  const isTimed = LogOnStartDate !== null && AuthenticationDuration !== null;
  return earliest([isTimed ? LogOnStartDate + AuthenticationDuration : null, GpoStartDate, ProfileLoadStartDate]);
}

/** When the logon was over, by its own connection, else by how long it took. */
export function logonEndOf(row: SessionCopy, connections: readonly ConnectionCopy[]): Instant | null {
  const logon = logonOf(connections);
  if (logon?.LogOnEndDate) return logon.LogOnEndDate;
  const began = logon?.BrokeringDate ?? row.StartDate;
  return row.LogOnDuration === null || began === null ? null : began + row.LogOnDuration;
}
