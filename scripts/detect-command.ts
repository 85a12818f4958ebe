import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type CopyRead, type CopyReport, type DetectRequest, detectInCopy } from "@/lib/collector/detect/detect";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";
import { DeskError, describeError } from "@/lib/errors";
import { ghostRow } from "@/lib/reads/ghost-row";
import { claimRow } from "@/lib/reads/read-ghost";
import { printTable } from "./account-command";
import { clockText, DETECT_HEAD, detectLine } from "./detect-words";

/** `npm run detect -- --monitor FILE [--broker FILE] [--at TIME …] [--json]`: what Ghostdesk would find in a copy of a site's tables. */

export interface DetectOutside {
  print(line: string): void;
  complain(line: string): void;
  /** Where the person stands who typed a relative path. */
  readonly folder: string;
}

const USAGE = "Usage: npm run detect -- --monitor FILE [--broker FILE] [--at TIME ...] [--json]";

/** Exit codes: 0 it was read, whatever was found; 1 the copy lacks what is needed; 2 the command or a file is wrong. */
export function runDetect(args: readonly string[], outside: DetectOutside): 0 | 1 | 2 {
  try {
    const { request, isJson } = readArguments(args, outside.folder);
    const report = detectInCopy(request);
    if (isJson) outside.print(JSON.stringify(toJson(report), null, 2));
    else printReport(report, outside.print);
    return 0;
  } catch (error) {
    if (!(error instanceof DeskError)) {
      outside.complain(describeError(error));
      return 1;
    }
    outside.complain(error.message);
    return error.code === "invalid" || error.code === "not-found" ? 2 : 1;
  }
}

function readArguments(args: readonly string[], folder: string): { request: DetectRequest; isJson: boolean } {
  const values = parse(args);
  if (values.monitor === undefined) throw new DeskError("invalid", `A file is missing. ${USAGE}`);
  const request = {
    monitorFile: fileOf(values.monitor, folder),
    brokerFile: values.broker === undefined ? null : fileOf(values.broker, folder),
    at: (values.at ?? []).map(readTime),
  };
  return { request, isJson: values.json ?? false };
}

function parse(args: readonly string[]) {
  const one = { type: "string" } as const;
  const options = { monitor: one, broker: one, at: { ...one, multiple: true }, json: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/[.\n]/, 1)[0] ?? "") : "";
    throw new DeskError("invalid", `${reason}. ${USAGE}`, { cause });
  }
}

/** Relative to where it was typed, else to the program. */
function fileOf(name: string, folder: string): string {
  const typed = path.resolve(folder, name);
  return existsSync(typed) ? typed : path.resolve(name);
}

const ISO_TIME = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** ISO 8601; without a zone it is UTC, as the tables are. */
function readTime(text: string): Instant {
  const marked = /(Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) || text.length <= 10 ? text : `${text.replace(" ", "T")}Z`;
  const at = ISO_TIME.test(text) ? Date.parse(marked) : Number.NaN;
  if (Number.isFinite(at)) return at;
  throw new DeskError("invalid", `--at ${text} is no time; write it as 2026-11-17T09:05:00Z.`);
}

/** What a read says again with each row was said when the copy was as it stood then; no server was heard. */
function toRow(incident: Incident, asOf: Instant) {
  const evidence = incident.evidence.map((claim) =>
    claimRow(claim, claim.saidAt ?? (claim.source === "server" ? null : asOf)),
  );
  return { ...ghostRow(incident), evidence };
}

function toJson({ reads, notes }: CopyReport) {
  const told = reads.map(({ asOf, incidents }) => ({
    asOf: new Date(asOf).toISOString(),
    total: incidents.length,
    rows: incidents.map((incident) => toRow(incident, asOf)),
  }));
  return { ...told.at(-1), reads: told, notes };
}

function printReport({ reads, notes }: CopyReport, print: (line: string) => void): void {
  for (const read of reads) printRead(read, print);
  print("");
  for (const note of notes) print(note);
}

function printRead({ asOf, incidents }: CopyRead, print: (line: string) => void): void {
  print("");
  if (incidents.length === 0) {
    print(`${clockText(asOf)}: nothing found.`);
    return;
  }
  print(`${clockText(asOf)}: ${incidents.length} found.`);
  printTable(print, DETECT_HEAD, incidents.map(detectLine));
}
