import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkColumns, MONITOR_NEEDS } from "./columns";
import { openMonitorTables, type TablesDatabase } from "./database";
import { readLogonCounts } from "./read-logons";
import { ColumnList } from "./select";
import { addSession, makeSiteFile, type SiteFile } from "./site-file.fixture";

let site: SiteFile;
let database: TablesDatabase;
beforeEach(() => {
  site = makeSiteFile();
  database = openMonitorTables(site.url, { readMsMax: 5_000 });
});
afterEach(async () => {
  await database.close();
  site.remove();
});

const START = "2026-11-17T09:00:00.000Z";
const since = Date.parse(START);
const read = async () =>
  readLogonCounts(database, new ColumnList(database.dialect, await checkColumns(database, MONITOR_NEEDS)), since);
const later = (ms: number) => new Date(since + ms).toISOString();

describe("logons, counted by their length", () => {
  it("are counted by the whole second, with the longest of each", async () => {
    for (const [index, ms] of [30_100, 30_900, 30_000, 61_000].entries()) {
      addSession(site, index, { LogOnDuration: ms });
    }
    expect(await read()).toEqual([
      { seconds: 30, logons: 3, longestMs: 30_900 },
      { seconds: 61, logons: 1, longestMs: 61_000 },
    ]);
  });

  it("count ended sessions as well, but none that began before, that never finished or that nobody is named in", async () => {
    addSession(site, 1, { LogOnDuration: 5_000, EndDate: later(60_000) });
    addSession(site, 2, { LogOnDuration: 6_000, StartDate: later(-1) });
    addSession(site, 3, { LogOnDuration: null });
    addSession(site, 4, { LogOnDuration: 7_000, IsAnonymous: 1 });
    addSession(site, 5, { LogOnDuration: 8_000, StartDate: null });
    addSession(site, 6, { LogOnDuration: 9_000, IsAnonymous: null });
    expect((await read()).map(({ longestMs }) => longestMs)).toEqual([5_000, 9_000]);
  });

  it("take the first connection's dates where the session has no length", async () => {
    const nameless = { LogOnDuration: null };
    addSession(site, 1, nameless, {
      BrokeringDate: START,
      LogOnStartDate: later(5_000),
      LogOnEndDate: later(40_123),
    });
    addSession(site, 2, nameless, { LogOnStartDate: later(5_000), LogOnEndDate: later(20_000) });
    addSession(site, 3, nameless, { BrokeringDate: START, LogOnEndDate: later(50_000), IsReconnect: 1 });
    addSession(site, 4, nameless, { LogOnEndDate: later(50_000) });
    expect((await read()).map(({ longestMs }) => longestMs)).toEqual([15_000, 40_123]);
  });

  it("leave out what only a wrong clock can have written", async () => {
    const dates = { BrokeringDate: START };
    addSession(site, 1, {}, { ...dates, LogOnEndDate: later(-1_000) });
    addSession(site, 2, {}, { ...dates, LogOnEndDate: "2093-01-01T00:00:00.000Z" });
    addSession(site, 3, {}, { ...dates, LogOnEndDate: "1899-01-01T00:00:00.000Z" });
    addSession(site, 4, { LogOnDuration: -5 });
    expect(await read()).toEqual([]);
  });

  it("go without the connections, or without who is anonymous, in a release that lacks those columns", async () => {
    addSession(site, 1, { LogOnDuration: 5_000, IsAnonymous: 1 });
    addSession(site, 2, {}, { LogOnStartDate: START, LogOnEndDate: later(9_000) });
    site.run('ALTER TABLE "Connection" DROP COLUMN "BrokeringDate"');
    site.run('ALTER TABLE "Session" DROP COLUMN "IsAnonymous"');
    expect((await read()).map(({ longestMs }) => longestMs)).toEqual([5_000, 9_000]);
    site.run('ALTER TABLE "Connection" DROP COLUMN "LogOnStartDate"');
    expect((await read()).map(({ longestMs }) => longestMs)).toEqual([5_000]);
  });
});
