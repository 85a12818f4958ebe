import { copyFileSync } from "node:fs";
import Database from "libsql";
import { onTestFinished } from "vitest";
import type { Instant } from "@/lib/domain/site";
import type { ScenarioName } from "@/lib/site/simulator/catalogue";
import { copiedSite } from "@/lib/site/simulator/practice.fixture";
import { RunningSite } from "@/lib/site/simulator/running-site";
import { openSiteFile } from "@/lib/site/simulator/store/site-file";
import type { SessionCells } from "@/lib/site/tables/read-sessions";
import { sessionAt } from "./session-at";
import { readSiteCopy } from "./site-copy";
import { TableCopy } from "./table-copy";

/** Copies of a practice site that lived on, for looking back from the last of them. */

const MINUTE = 60_000;

/** Faults and look-alikes with the minutes after first sight at which they begin. */
const PLAY: readonly (readonly [ScenarioName, minute: number, count: number])[] = [
  ["nameless-after-failed-logon", 5, 3],
  ["hung-logon", 7, 3],
  ["stuck-connected", 9, 2],
  ["named-gone-disconnected", 11, 3],
  ["named-without-application", 13, 2],
  ["slow-logon", 16, 3],
  ["client-reconnecting", 18, 5],
  ["prelaunch-and-linger", 20, 4],
  ["console-and-rdp-administrators", 22, 4],
  ["agent-just-unregistered", 24, 2],
  ["failure-trace", 26, 1],
  ["logon-storm", 40, 20],
];

export interface EarlierCopy {
  readonly at: Instant;
  readonly file: string;
}

export interface LivedSite {
  /** As it stood at some moments, each in a file of its own. */
  readonly earlier: readonly EarlierCopy[];
  /** Half a day later, everything in between overwritten. */
  readonly late: string;
}

export async function livedSite(seed: number, moments: number): Promise<LivedSite> {
  const file = copiedSite({ seed });
  const site = new RunningSite(openSiteFile(file), 15 * MINUTE);
  for (const [name, minute, count] of PLAY) site.startScenario(name, { at: site.now + minute * MINUTE, count });
  const earlier: EarlierCopy[] = [];
  for (let moment = 1; moment <= moments; moment += 1) {
    await site.runTo(site.now + 11 * MINUTE + 13_000);
    earlier.push({ at: site.now, file: copyOf(file, `at-${moment}`) });
  }
  await site.runTo(site.now + 20 * 60 * MINUTE);
  const late = copyOf(file, "late");
  site.close();
  return { earlier, late };
}

/** The file with its write-ahead log, as somebody who copies a database makes it. */
export function copyOf(file: string, name: string): string {
  const copy = `${file}-${name}.db`;
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}

export function opened(file: string): TableCopy {
  const copy = new TableCopy(file);
  onTestFinished(() => copy.close());
  return copy;
}

/** The live sessions of a copy as they stood at a moment. */
export function sessionsAt(copy: TableCopy, at: Instant): Map<string, SessionCells> {
  const { sessions } = readSiteCopy(copy, { from: at, to: at });
  const standing = new Map<string, SessionCells>();
  for (const [key, history] of sessions) {
    const cells = sessionAt(history, at);
    if (cells) standing.set(key, cells);
  }
  return standing;
}

/** Changes a copy by SQL. */
export function changed(file: string, statements: readonly string[]): string {
  const db = new Database(file);
  for (const statement of statements) db.exec(statement);
  db.close();
  return file;
}
