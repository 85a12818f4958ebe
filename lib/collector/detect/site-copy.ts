import type { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { logonEndOf, logonOf } from "./connections-at";
import {
  ApplicationCopy,
  CategoryCopy,
  ConnectionCopy,
  FailureCopy,
  GroupCopy,
  InstanceCopy,
  MachineCopy,
  SessionCopy,
  UserCopy,
} from "./copy-cells";
import { MONITOR_COPY } from "./copy-needs";
import type { SessionHistory } from "./session-at";
import type { TableCopy } from "./table-copy";

/** The rows of a copy that matter to some moments of its history, read once. */

/** How far before the first moment logons and failures count. */
export const LOOK_BACK_MS = 8 * 24 * 3_600_000;

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export interface SiteCopy {
  /** Sessions that stood at some time in the span, with all their connections. */
  readonly sessions: ReadonlyMap<string, SessionHistory>;
  /** Ended sessions with a failure, since some days before the span. */
  readonly failed: readonly SessionCopy[];
  /** Every logon since some days before the span, of sessions that ended as well. */
  readonly logons: readonly CopiedLogon[];
  readonly machines: readonly MachineCopy[];
  readonly people: readonly UserCopy[];
  readonly groups: readonly GroupCopy[];
  readonly applications: readonly z.infer<typeof ApplicationCopy>[];
  readonly instances: readonly InstanceCopy[];
  readonly categories: readonly CategoryCopy[];
  readonly failures: readonly FailureCopy[];
}

/** A logon of a named session: when it began, and when it was over, if ever. */
export interface CopiedLogon {
  readonly sessionKey: string;
  readonly began: Instant;
  readonly finishedAt: Instant | null;
  readonly tookMs: number | null;
  /** When the session itself ended; null where it had not in the copy. */
  readonly sessionEndedAt: Instant | null;
}

type MonitorTable = keyof typeof MONITOR_COPY;

function rows<TSchema extends z.ZodObject>(copy: TableCopy, table: MonitorTable, cells: TSchema) {
  return copy.rows(table, MONITOR_COPY[table], cells);
}

/** Throws DeskError `unavailable` with one list where the copy lacks what is needed; answers what it may lack. */
export function requireTables(copy: TableCopy, needs: Parameters<TableCopy["lacks"]>[0], what: string): string[] {
  const { required, optional } = copy.lacks(needs);
  if (required.length > 0) throw new DeskError("unavailable", `${what} lacks what is needed: ${required.join(", ")}.`);
  return optional.length === 0 ? [] : [`${what} lacks, and is read without: ${optional.join(", ")}.`];
}

/** The newest date at which the copy says that something changed; null where it holds nothing. */
export function newestChange(copy: TableCopy): Instant | null {
  let newest: Instant | null = null;
  const take = (date: Instant | null) => {
    if (date !== null && (newest === null || date > newest)) newest = date;
  };
  const changes = SessionCopy.pick({ ModifiedDate: true, EndDate: true, ConnectionStateChangeDate: true });
  for (const row of rows(copy, "Session", changes)) {
    for (const date of [row.ModifiedDate, row.EndDate, row.ConnectionStateChangeDate]) take(date);
  }
  for (const row of rows(copy, "Connection", ConnectionCopy.pick({ ModifiedDate: true }))) take(row.ModifiedDate);
  for (const row of rows(copy, "Machine", MachineCopy.pick({ ModifiedDate: true }))) take(row.ModifiedDate);
  return newest;
}

/** Throws DeskError `unavailable` where a row holds what it should not. */
export function readSiteCopy(copy: TableCopy, span: Span): SiteCopy {
  const since = span.from - LOOK_BACK_MS;
  const machines = [...rows(copy, "Machine", MachineCopy)];
  const groups = [...rows(copy, "DesktopGroup", GroupCopy)];
  const { standing, failed, recent } = readSessions(copy, span, since);
  const connections = readConnections(copy, (key) => standing.has(key) || recent.has(key));
  return {
    sessions: joinSessions(copy, standing, connections, { machines, groups }),
    failed,
    logons: [...recent.values()].flatMap((row) => logonOfSession(row, connections.get(row.SessionKey) ?? [])),
    machines,
    groups,
    people: [...rows(copy, "User", UserCopy)],
    applications: [...rows(copy, "Application", ApplicationCopy)],
    instances: [...rows(copy, "ApplicationInstance", InstanceCopy)].filter(({ SessionKey }) =>
      standing.has(SessionKey),
    ),
    categories: [...rows(copy, "ConnectionFailureCategory", CategoryCopy)],
    failures: [...rows(copy, "ConnectionFailureLog", FailureCopy)].filter(({ FailureDate }) => FailureDate >= since),
  };
}

function readSessions(copy: TableCopy, { from, to }: Span, since: Instant) {
  const standing = new Map<string, SessionCopy>();
  const recent = new Map<string, SessionCopy>();
  const failed: SessionCopy[] = [];
  for (const row of rows(copy, "Session", SessionCopy)) {
    const began = row.StartDate ?? row.CreatedDate ?? to;
    if (began > to) continue;
    if (row.EndDate === null || row.EndDate > from) standing.set(row.SessionKey, row);
    if (row.StartDate !== null && began >= since && row.IsAnonymous !== true) recent.set(row.SessionKey, row);
    if (row.FailureId !== null && row.EndDate !== null && row.EndDate >= since && row.EndDate <= to) failed.push(row);
  }
  return { standing, recent, failed };
}

function readConnections(copy: TableCopy, isWanted: (sessionKey: string) => boolean): Map<string, ConnectionCopy[]> {
  const bySession = new Map<string, ConnectionCopy[]>();
  for (const row of rows(copy, "Connection", ConnectionCopy)) {
    if (!isWanted(row.SessionKey)) continue;
    const there = bySession.get(row.SessionKey);
    if (there) there.push(row);
    else bySession.set(row.SessionKey, [row]);
  }
  return bySession;
}

/** As a running reader counts them: by LogOnDuration, else by what the first connection tells. */
function logonOfSession(row: SessionCopy, connections: readonly ConnectionCopy[]): CopiedLogon[] {
  const logon = logonOf(connections);
  const began = logon?.BrokeringDate ?? row.StartDate;
  if (began === null) return [];
  const finishedAt = logonEndOf(row, connections);
  const tookMs = row.LogOnDuration ?? (finishedAt === null ? null : finishedAt - began);
  return [{ sessionKey: row.SessionKey, began, finishedAt, tookMs, sessionEndedAt: row.EndDate }];
}

/** SessionSupport 1 is a single-session group (Monitor Service API, enums). */
const SINGLE_SESSION = 1;

function joinSessions(
  copy: TableCopy,
  standing: ReadonlyMap<string, SessionCopy>,
  connections: ReadonlyMap<string, readonly ConnectionCopy[]>,
  { machines, groups }: Pick<SiteCopy, "machines" | "groups">,
): Map<string, SessionHistory> {
  const single = new Set(groups.filter((group) => group.SessionSupport === SINGLE_SESSION).map(({ Id }) => Id));
  const isSingle = new Set(machines.filter((each) => single.has(each.DesktopGroupId ?? "")).map(({ Id }) => Id));
  const lacking = copy.lacks({ Session: MONITOR_COPY.Session, Connection: MONITOR_COPY.Connection }).optional;
  const tellsLogons = !(lacking.includes("Connection.LogOnEndDate") && lacking.includes("Session.LogOnDuration"));
  const histories = new Map<string, SessionHistory>();
  for (const [key, row] of standing) {
    const isSingleSession = isSingle.has(row.MachineId ?? "");
    histories.set(key, { row, connections: connections.get(key) ?? [], isSingleSession, tellsLogons });
  }
  return histories;
}
