import { CONFIRM_AFTER_MS } from "@/lib/domain/ghost/confirm-incident";
import type { Incident } from "@/lib/domain/ghost/incident";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { CopiedBroker } from "./copied-broker";
import { CopiedSite } from "./copied-site";
import { BROKER_COPY, MONITOR_COPY } from "./copy-needs";
import { IncidentBook } from "./incident-book";
import { newestChange, readSiteCopy, requireTables } from "./site-copy";
import { TableCopy } from "./table-copy";

/** What Ghostdesk would find in a copy of a site's tables, at moments of its history. */

export interface DetectRequest {
  readonly monitorFile: string;
  readonly brokerFile: string | null;
  /** Moments in any order; none: the newest change that the copy holds. */
  readonly at: readonly Instant[];
}

export interface CopyRead {
  readonly asOf: Instant;
  /** Open incidents, the oldest first. */
  readonly incidents: readonly Incident[];
}

export interface CopyReport {
  /** In order of time, one for each moment. */
  readonly reads: readonly CopyRead[];
  /** What the copy could not tell, in sentences. */
  readonly notes: readonly string[];
}

const WITHOUT_WITNESSES =
  "Tables only: no server was asked and the broker SDK was not there, so a session that may be gone stays a suspect.";
const BROKER_IS_PRESENT =
  "The broker's rows hold the present only: at earlier moments a row of theirs counts, its absence does not.";

/**
 * Throws DeskError: `not-found` or `invalid` where a file is not there or no database, `unavailable` where it lacks what is needed or
 * holds what it should not.
 */
export function detectInCopy({ monitorFile, brokerFile, at }: DetectRequest): CopyReport {
  const monitor = new TableCopy(monitorFile);
  try {
    const notes = requireTables(monitor, MONITOR_COPY, monitorFile);
    const moments = momentsOf(monitor, at);
    const broker = brokerFile === null ? null : readBroker(brokerFile, notes);
    notes.push(WITHOUT_WITNESSES, ...(broker ? [BROKER_IS_PRESENT] : []));
    return { reads: readMoments(monitor, broker, moments), notes };
  } finally {
    monitor.close();
  }
}

function momentsOf(monitor: TableCopy, at: readonly Instant[]): Instant[] {
  if (at.length > 0) return [...new Set(at)].sort((a, b) => a - b);
  const newest = newestChange(monitor);
  if (newest === null) throw new DeskError("unavailable", "The copy holds no rows, so it says nothing of any moment.");
  return [newest];
}

function readBroker(file: string, notes: string[]): CopiedBroker {
  const copy = new TableCopy(file);
  try {
    notes.push(...requireTables(copy, BROKER_COPY, file));
    return new CopiedBroker(copy);
  } finally {
    copy.close();
  }
}

/**
 * How long before each moment the copy is read as well, as a running program would have read it: what stood a little earlier is confirmed,
 * and what was found before its machine lost its registration is still held.
 */
const BEFORE_MS = [45, 30, 20, 15, 10, 5, 2].map((minutes) => minutes * 60_000).concat(CONFIRM_AFTER_MS);

function readMoments(monitor: TableCopy, broker: CopiedBroker | null, moments: readonly Instant[]): CopyRead[] {
  const before = moments.flatMap((at) => BEFORE_MS.map((ms) => at - ms));
  const reads = [...new Set([...before, ...moments])].sort((a, b) => a - b);
  const [from = 0] = reads;
  const site = new CopiedSite(readSiteCopy(monitor, { from, to: reads.at(-1) ?? from }), broker, usualSettings());
  const book = new IncidentBook();
  const wanted = new Set(moments);
  return reads.flatMap((at) => {
    book.take(site.readAt(at));
    if (!wanted.has(at)) return [];
    return [{ asOf: at, incidents: book.open().sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)) }];
  });
}
