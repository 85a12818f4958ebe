import { z } from "zod";
import type { SessionTrace, Span } from "@/lib/domain/session/what-if";
import type { Instant } from "@/lib/domain/site";
import { guidCell, instantCell, optional, wholeCell } from "./cell";

/** What one session did, out of its row, its connections and its applications. */

export const TraceSessionCells = z.object({
  SessionKey: guidCell,
  StartDate: instantCell,
  EndDate: optional.instant,
  LogOnDuration: optional.whole,
  ConnectionState: wholeCell,
  ConnectionStateChangeDate: instantCell,
  LifecycleState: wholeCell,
  UserId: optional.whole,
  SessionType: optional.whole,
  IsAnonymous: optional.bit,
  ModifiedDate: instantCell,
});
export type TraceSessionCells = z.infer<typeof TraceSessionCells>;

export const TraceConnectionCells = z.object({
  Id: wholeCell,
  SessionKey: guidCell,
  BrokeringDate: optional.instant,
  EstablishmentDate: optional.instant,
  LogOnStartDate: optional.instant,
  LogOnEndDate: optional.instant,
  DisconnectDate: optional.instant,
});
export type TraceConnectionCells = z.infer<typeof TraceConnectionCells>;

export const TraceInstanceCells = z.object({
  SessionKey: guidCell,
  StartDate: instantCell,
  EndDate: optional.instant,
});
export type TraceInstanceCells = z.infer<typeof TraceInstanceCells>;

/** ConnectionState and LifecycleState (Monitor Service API, enums). */
const DISCONNECTED = 2;
const TERMINATED = 3;
const DELETED = 1;
const APPLICATION = 1;
/** Longer is no logon but a wrong clock. */
const LOGON_MS_MAX = 24 * 60 * 60_000;

/** `hasEstablishment`: whether this release keeps when a client was connected; else its brokering stands for it. */
export function traceOf(
  row: TraceSessionCells,
  connections: readonly TraceConnectionCells[],
  instances: readonly TraceInstanceCells[],
  hasEstablishment: boolean,
): SessionTrace {
  const inOrder = [...connections].sort((a, b) => a.Id - b.Id);
  const endedAt = endOf(row);
  const logonMs = logonOf(row, inOrder[0]);
  const dates = [
    ...[row.StartDate, row.EndDate, row.ConnectionStateChangeDate, row.ModifiedDate],
    ...connections.flatMap((each) => [each.EstablishmentDate, each.DisconnectDate]),
    ...instances.flatMap((each) => [each.StartDate, each.EndDate]),
  ];
  return {
    sessionKey: row.SessionKey,
    userKey: userOf(row),
    isApplication: row.SessionType === APPLICATION,
    startedAt: row.StartDate,
    ...{ endedAt, logonMs },
    readyAt: inOrder[0]?.LogOnEndDate ?? row.StartDate + (logonMs ?? 0),
    seenAt: Math.max(...dates.map((date) => date ?? row.StartDate)),
    connected: connectedOf(row, inOrder, endedAt, hasEstablishment),
    working: instances.map(({ StartDate, EndDate }) => ({ from: StartDate, to: EndDate })),
  };
}

/** A row that says that its session is over, without saying when, changed its state when it was. */
function endOf(row: TraceSessionCells): Instant | null {
  if (row.EndDate !== null) return row.EndDate;
  const isOver = row.LifecycleState === DELETED || row.ConnectionState === TERMINATED;
  return isOver ? row.ConnectionStateChangeDate : null;
}

function userOf({ UserId, IsAnonymous, SessionKey }: TraceSessionCells): string | null {
  if (UserId !== null) return `${UserId}`;
  return IsAnonymous ? `anonymous ${SessionKey}` : null;
}

/** As the count of logons has it (read-logons): LogOnDuration, else from the brokering to the logon's end. */
function logonOf(row: TraceSessionCells, first: TraceConnectionCells | undefined): number | null {
  const began = first?.BrokeringDate ?? first?.LogOnStartDate ?? null;
  const ended = first?.LogOnEndDate ?? null;
  const told = began === null || ended === null ? null : ended - began;
  const ms = row.LogOnDuration ?? told;
  return ms !== null && ms >= 0 && ms <= LOGON_MS_MAX ? ms : null;
}

/** A connection lasts until it is said to be over, or until the next one; the last one as long as the session shows one. */
function connectedOf(
  row: TraceSessionCells,
  connections: readonly TraceConnectionCells[],
  endedAt: Instant | null,
  hasEstablishment: boolean,
): Span[] {
  const begun = connections.flatMap((each) => {
    const at = each.EstablishmentDate ?? each.LogOnStartDate ?? (hasEstablishment ? null : each.BrokeringDate);
    return at === null ? [] : [{ from: Math.max(at, row.StartDate), over: each.DisconnectDate }];
  });
  const isParted = endedAt === null && row.ConnectionState === DISCONNECTED;
  const last = isParted ? row.ConnectionStateChangeDate : endedAt;
  return begun.map(({ from, over }, index) => ({ from, to: over ?? begun[index + 1]?.from ?? last }));
}
