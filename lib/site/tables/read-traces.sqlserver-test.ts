import { afterAll, beforeAll, expect, it } from "vitest";
import { checkColumns, MONITOR_NEEDS } from "./columns";
import { openMonitorTables } from "./database";
import { readHistoryStart, readTraces } from "./read-traces";
import { ColumnList } from "./select";
import { fillSmallSite, GROUP, makeSiteFile, type SiteFile } from "./site-file.fixture";
import { copySite, makeScratchDatabase, type ScratchDatabase } from "./sql-server.fixture";

/** What the sessions of a group did, read from SQL Server and from SQLite, must be the same. GHOSTDESK_TEST_SITE_FILE names a larger site. */

let site: SiteFile;
let file: string;
let scratch: ScratchDatabase;
beforeAll(async () => {
  site = makeSiteFile();
  fillSmallSite(site);
  file = process.env.GHOSTDESK_TEST_SITE_FILE ?? site.file;
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  await copySite(scratch, "monitor", file);
});
afterAll(async () => {
  await scratch.drop();
  site.remove();
});

/** `datetime` holds steps of 1/300 s: .000, .003, .007. */
const toDatetime = (_name: string, value: unknown) =>
  typeof value === "number" && value >= 1e12 ? Math.round(Math.round(value * 0.3) / 0.3) : value;

async function read(url: string) {
  const database = openMonitorTables(url, { readMsMax: 120_000 });
  const list = new ColumnList(database.dialect, await checkColumns(database, MONITOR_NEEDS));
  const groups = await database.query(`SELECT Id FROM ${database.dialect.table("MonitorData", "DesktopGroup")}`, []);
  const keys = [GROUP, ...groups.map(({ Id }) => String(Id).toLowerCase())];
  const told: string[] = [];
  for (const groupKey of new Set(keys)) {
    const traces = await readTraces(database, list, { groupKey, from: 0, to: Date.UTC(2100, 0), sessionsMax: 200_000 });
    told.push(...traces.map((trace) => JSON.stringify({ groupKey, ...trace }, toDatetime)));
  }
  const start = await readHistoryStart(database);
  await database.close();
  return { told: told.sort(), start: toDatetime("", start) };
}

it("reads the same", async () => {
  const [server, lite] = [await read(scratch.url), await read(`file:${file}`)];
  process.stdout.write(`${lite.told.length} sessions\n`);
  expect(server.told.filter((trace) => !lite.told.includes(trace)).slice(0, 3)).toEqual([]);
  expect(lite.told.filter((trace) => !server.told.includes(trace)).slice(0, 3)).toEqual([]);
  expect(server.start).toEqual(lite.start);
  expect(lite.told.length).toBeGreaterThan(0);
});
