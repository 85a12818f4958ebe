import type Database from "libsql";
import { z } from "zod";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import { optional } from "@/lib/site/tables/cell";

/** What the simulation broke, from its own record alone (SimTruth): never from the tables that detectors read. */

const TruthCells = z.object({
  Scenario: z.string(),
  SubjectKind: z.enum(["session", "machine"]),
  Subject: z.string(),
  MachineId: z.string().nullable(),
  AppearedAt: optional.instant,
  ClearedAt: optional.instant,
});

export interface Truth {
  readonly scenario: string;
  readonly subjectKind: "session" | "machine";
  readonly subject: string;
  readonly machineId: string | null;
  readonly appearedAt: Instant;
  /** Null: it stood to the end of the run. */
  readonly clearedAt: Instant | null;
}

/** What each scenario that breaks something makes; every other scenario makes look-alikes. */
const CLASS_OF: Readonly<Record<string, GhostClass>> = {
  "nameless-after-failed-logon": "nameless",
  "named-gone-disconnected": "named-gone",
  "named-without-application": "named-gone",
  "hung-logon": "hung-logon",
  "stuck-connected": "stuck-connected",
  "failure-trace": "failure-trace",
};

export function classOf({ scenario }: Pick<Truth, "scenario">): GhostClass | null {
  return CLASS_OF[scenario] ?? null;
}

/** In the order in which it was broken, from the site's first day on. */
export function readTruth(db: Database.Database): Truth[] {
  const rows = db.prepare(`SELECT * FROM "SimTruth" ORDER BY "Id"`).all([]);
  return z
    .array(TruthCells)
    .parse(rows)
    .map((row) => ({
      scenario: row.Scenario,
      subjectKind: row.SubjectKind,
      subject: row.Subject,
      machineId: row.MachineId,
      appearedAt: row.AppearedAt ?? 0,
      clearedAt: row.ClearedAt,
    }));
}

const MINUTE = 60_000;
const usual = usualSettings();

/**
 * How long a fault must stand to count: the grace that its class has by default, the time in which every server with disconnected
 * sessions was asked once, and two passes. What is mended sooner was never anybody's ghost, and is counted apart.
 */
export const DUE_MS: Readonly<Record<GhostClass, number>> = {
  nameless: usual.namelessGraceMinutes * MINUTE,
  "hung-logon": usual.hungLogonGraceMinutes * MINUTE,
  "stuck-connected": usual.stuckConnectedGraceMinutes * MINUTE,
  "named-gone": usual.serverSweepMinutes * MINUTE,
  "failure-trace": usual.failureTraceWindowMinutes * MINUTE,
  "just-old": usual.justOldHours * 60 * MINUTE,
};
const TWO_PASSES_MS = 2 * MINUTE;

export function isDue(truth: Truth, until: Instant): boolean {
  const found = classOf(truth);
  return found !== null && (truth.clearedAt ?? until) - truth.appearedAt >= DUE_MS[found] + TWO_PASSES_MS;
}
