import type { Instant } from "@/lib/domain/site";
import type { SessionCells } from "@/lib/site/tables/read-sessions";
import { authenticatedAt, beganAt, currentAt, hasDesktopAt, known, logonEndOf, logonOf } from "./connections-at";
import type { ConnectionCopy, SessionCopy } from "./copy-cells";

/**
 * One session row as it stood at a moment. Rows are updated in place, so a copy made later shows what became of them; their dates, and those
 * of their connections, tell what they were. What nothing tells is as it is in the copy.
 */

/** Numbers of ConnectionState and LifecycleState (Monitor Service API, enums). */
const CONNECTED = 1;
const DISCONNECTED = 2;
const TERMINATED = 3;
const PREPARING = 4;
const ACTIVE = 5;
const DELETED = 1;

export interface SessionHistory {
  readonly row: SessionCopy;
  readonly connections: readonly ConnectionCopy[];
  /** Single-session machines show a session as active from its authentication on. */
  readonly isSingleSession: boolean;
  /** False where the copy has no column that could tell the end of a logon. */
  readonly tellsLogons: boolean;
}

/** The row as it stood, or null where it was not there yet or had ended. */
export function sessionAt(history: SessionHistory, at: Instant): SessionCells | null {
  const { row, connections } = history;
  const began = row.StartDate ?? row.CreatedDate;
  if ((began !== null && began > at) || (row.EndDate !== null && row.EndDate <= at)) return null;
  const current = connectionAt(history, at);
  const { state, since } = stateAt(history, at);
  const isEnding = row.EndDate !== null;
  return {
    SessionKey: row.SessionKey,
    StartDate: row.StartDate,
    LogOnDuration: (logonEndOf(row, connections) ?? 0) > at ? null : row.LogOnDuration,
    EndDate: null,
    ConnectionState: state,
    ConnectionStateChangeDate: since,
    LifecycleState: isEnding && row.LifecycleState === DELETED ? 0 : row.LifecycleState,
    UserId: userAt(row, connections, at),
    MachineId: row.MachineId,
    SessionType: row.SessionType,
    IsAnonymous: row.IsAnonymous,
    SessionIdleTime: known(row.SessionIdleTime, at),
    ModifiedDate: Math.min(row.ModifiedDate ?? since, at),
    ...connectionCells(current, at),
  };
}

/** Nothing about the row itself has changed since. */
function isUnchanged({ ModifiedDate, EndDate, ConnectionStateChangeDate }: SessionCopy, at: Instant): boolean {
  return ModifiedDate !== null && ModifiedDate <= at && EndDate === null && (ConnectionStateChangeDate ?? 0) <= at;
}

/** A row that has not changed names its own connection, or that the site has let go of it. */
function connectionAt({ row, connections }: SessionHistory, at: Instant): ConnectionCopy | null {
  const own = connections.find(({ Id }) => Id === row.CurrentConnectionId) ?? null;
  return isUnchanged(row, at) && (own !== null || row.LogOnDuration !== null) ? own : currentAt(connections, at);
}

function connectionCells(connection: ConnectionCopy | null, at: Instant) {
  return {
    ClientName: connection?.ClientName ?? null,
    ClientAddress: connection?.ClientAddress ?? null,
    ClientVersion: connection?.ClientVersion ?? null,
    ClientPlatform: connection?.ClientPlatform ?? null,
    Protocol: connection?.Protocol ?? null,
    IsReconnect: connection?.IsReconnect ?? null,
    BrokeringDate: known(connection?.BrokeringDate ?? null, at),
    LogOnStartDate: known(connection?.LogOnStartDate ?? null, at),
    LogOnEndDate: known(connection?.LogOnEndDate ?? null, at),
    ConnectionModifiedDate: connection ? Math.min(connection.ModifiedDate ?? at, at) : null,
  };
}

/** The verified user is written when the logon authenticates; a row without any step of a logon keeps what it has. */
function userAt(row: SessionCopy, connections: readonly ConnectionCopy[], at: Instant): number | null {
  if (row.UserId === null || isUnchanged(row, at)) return row.UserId;
  const logon = logonOf(connections);
  const verified = logon && authenticatedAt(logon);
  return verified !== null && verified > at ? null : row.UserId;
}

interface StateAt {
  readonly state: number;
  readonly since: Instant;
}

function stateAt(history: SessionHistory, at: Instant): StateAt {
  const { row } = history;
  const changed = row.ConnectionStateChangeDate ?? row.StartDate ?? row.CreatedDate ?? at;
  const isItsEnd = row.EndDate !== null && row.ConnectionState === TERMINATED;
  if (changed <= at && !isItsEnd) return { state: row.ConnectionState, since: changed };
  return inferState(history, at);
}

/** What its connections tell: established and not logged on is Connected, logged on is Active, until it was disconnected. */
function inferState(history: SessionHistory, at: Instant): StateAt {
  const { row, connections } = history;
  const start = row.StartDate ?? row.CreatedDate ?? at;
  const current = currentAt(connections, at);
  const disconnected = known(current?.DisconnectDate ?? null, at);
  if (disconnected !== null) return { state: DISCONNECTED, since: disconnected };
  const active = activeSince(history, current, at);
  if (active !== null && active <= at) return { state: ACTIVE, since: active };
  if (!history.tellsLogons)
    return { state: row.ConnectionState === TERMINATED ? ACTIVE : row.ConnectionState, since: start };
  const established = current?.EstablishmentDate ?? current?.LogOnStartDate ?? start;
  if (established <= at) return { state: CONNECTED, since: established };
  return { state: PREPARING, since: start };
}

function activeSince(history: SessionHistory, current: ConnectionCopy | null, at: Instant): Instant | null {
  const { row, connections, isSingleSession } = history;
  const logonEnd = logonEndOf(row, connections);
  const logon = logonOf(connections);
  const comesBack = current !== null && (current.IsReconnect === true || (current !== logon && (logonEnd ?? at) < at));
  if (comesBack) return current.EstablishmentDate ?? beganAt(current);
  const desktop = isSingleSession && current ? hasDesktopAt(current) : null;
  return desktop === null || (logonEnd !== null && logonEnd < desktop) ? logonEnd : desktop;
}
