import type { Timers } from "../entities/timers";
import { iso, isoOrNull, table } from "./table";

/** Tables of the simulator's own, in the same file: its memory, and its record of what it broke. */
export const OWN_TABLES = [
  `CREATE TABLE "SimMeta" ("Name" TEXT NOT NULL PRIMARY KEY, "Value" TEXT NOT NULL)`,
  `CREATE TABLE "SimEntity" ("Kind" TEXT NOT NULL, "Id" TEXT NOT NULL, "Json" TEXT NOT NULL, PRIMARY KEY ("Kind", "Id"))`,
  `CREATE TABLE "SimPending" (
    "TableName" TEXT NOT NULL, "Key" TEXT NOT NULL, "Row" TEXT NULL, PRIMARY KEY ("TableName", "Key"))`,
  `CREATE TABLE "SimTruth" (
    "Id" INTEGER NOT NULL PRIMARY KEY, "Scenario" TEXT NOT NULL, "SubjectKind" TEXT NOT NULL, "Subject" TEXT NOT NULL,
    "UserId" BIGINT NULL, "MachineId" TEXT NULL, "AppearedAt" DATETIME NOT NULL, "ClearedAt" DATETIME NULL,
    "ClearedBy" TEXT NULL)`,
] as const;

/** One thing that a scenario broke, or made look broken; never visible in the tables of the site. */
export interface TruthRecord {
  readonly kind: "truth";
  readonly id: number;
  readonly scenario: string;
  readonly subjectKind: "session" | "machine";
  readonly subject: string;
  readonly personId: number | null;
  readonly machineId: string | null;
  readonly appearedAt: number;
  clearedAt: number | null;
  clearedBy: string | null;
  timers: Timers<never>;
}

export const TRUTH = table<TruthRecord>({
  name: "SimTruth",
  key: "Id",
  keyOf: (record) => record.id,
  outage: "own",
  columns: {
    Id: (record) => record.id,
    Scenario: (record) => record.scenario,
    SubjectKind: (record) => record.subjectKind,
    Subject: (record) => record.subject,
    UserId: (record) => record.personId,
    MachineId: (record) => record.machineId,
    AppearedAt: (record) => iso(record.appearedAt),
    ClearedAt: (record) => isoOrNull(record.clearedAt),
    ClearedBy: (record) => record.clearedBy,
  },
});
