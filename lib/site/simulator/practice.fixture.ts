import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { onTestFinished } from "vitest";
import { makeSite } from "./make-site";
import { RunningSite } from "./running-site";
import type { SiteEra } from "./sizes";
import { openSiteFile } from "./store/site-file";

/** Small practice sites for tests: made once for each seed and era, copied for each test. */

/** A Thursday in winter; the site shows itself at 10:40 local time, 09:40 UTC. */
export const WALL_NOW = Date.UTC(2027, 0, 14, 20, 0);

const folder = mkdtempSync(path.join(tmpdir(), "practice-site-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const made = new Map<string, string>();
let copies = 0;

export interface PracticeSiteChoices {
  readonly seed?: number;
  readonly era?: SiteEra;
  readonly wallNow?: number;
}

function templateOf({ seed = 1, era = "leases", wallNow = WALL_NOW }: PracticeSiteChoices): string {
  const key = `${seed}-${era}-${wallNow}`;
  const known = made.get(key);
  if (known) return known;
  const file = path.join(folder, `template-${key}.db`);
  makeSite({ file, size: "XS", seed, era, wallNow, onProgress: () => undefined });
  made.set(key, file);
  return file;
}

/** A fresh copy of a file for one test. */
export function copiedSite(choices: PracticeSiteChoices = {}): string {
  copies += 1;
  const file = path.join(folder, `copy-${copies}.db`);
  copyFileSync(templateOf(choices), file);
  return file;
}

export type Row = Record<string, string | number | null>;

/** Reads what stands in the tables, as Ghostdesk would: through a connection of its own. */
export class TableReader {
  readonly #db: Database.Database;

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true });
  }

  rows(sql: string, ...parameters: (string | number)[]): Row[] {
    return this.#db.prepare(sql).all(parameters) as Row[];
  }

  count(sql: string, ...parameters: (string | number)[]): number {
    return Number(this.rows(`SELECT count(*) AS n FROM (${sql})`, ...parameters)[0]?.n);
  }

  /** One fingerprint of everything: all tables, rows in an order that does not depend on when they were written. */
  digest(): string {
    const hash = createHash("sha256");
    const tables = this.rows(`SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'SimMeta' ORDER BY name`);
    for (const { name } of tables) {
      const rows = this.rows(`SELECT * FROM "${name}"`).map((row) =>
        JSON.stringify(name === "SimEntity" ? sorted(JSON.parse(String(row.Json))) : row),
      );
      hash.update(`${name}\n${rows.sort().join("\n")}\n`);
    }
    return hash.digest("hex");
  }

  close(): void {
    this.#db.close();
  }
}

/** The same value with its keys in order: an entity that was read back keeps its values, not the order of its keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

export interface OpenedSite {
  readonly site: RunningSite;
  readonly tables: TableReader;
  readonly file: string;
  /** Lets this much time pass on the site. */
  pass(ms: number): Promise<void>;
}

/** Steps of a quarter of an hour: what happens does not depend on them. */
export function openSite(file: string, stepMs = 900_000): OpenedSite {
  const site = new RunningSite(openSiteFile(file), stepMs);
  const tables = new TableReader(file);
  onTestFinished(() => {
    tables.close();
    site.close();
  });
  return { site, tables, file, pass: (ms) => site.runTo(site.now + ms) };
}

export function practiceSite(choices: PracticeSiteChoices = {}): OpenedSite {
  return openSite(copiedSite(choices));
}
