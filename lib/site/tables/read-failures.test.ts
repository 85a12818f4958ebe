import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkColumns, MONITOR_NEEDS } from "./columns";
import { openMonitorTables, type TablesDatabase } from "./database";
import { readFailedLaunches, readFailedSessions } from "./read-failures";
import { ColumnList } from "./select";
import { addSession, fillSmallSite, guid, MACHINE, makeSiteFile, type SiteFile } from "./site-file.fixture";

let site: SiteFile;
let database: TablesDatabase;
beforeEach(() => {
  site = makeSiteFile();
  fillSmallSite(site);
  database = openMonitorTables(site.url, { readMsMax: 5_000 });
});
afterEach(async () => {
  await database.close();
  site.remove();
});

const at = (clock: string) => `2026-11-17T${clock}.000Z`;
const since = Date.parse(at("09:00:00"));
const columns = async () => new ColumnList(database.dialect, await checkColumns(database, MONITOR_NEEDS));

function addFailedSession(index: number, ended: string, cells: Record<string, string | number | null> = {}) {
  return addSession(site, index, {
    UserId: 1,
    EndDate: ended,
    FailureDate: ended,
    ModifiedDate: ended,
    FailureId: 11,
    ...cells,
  });
}

function addFailure(id: number, sessionKey: string, clock: string, who: { UserId: number; MachineId: string } | null) {
  site.insert("ConnectionFailureLog", {
    Id: id,
    SessionKey: sessionKey,
    FailureDate: at(clock),
    ConnectionFailureEnumValue: 12,
    CreatedDate: at(clock),
    ModifiedDate: at(clock),
    ...who,
  });
}

describe("failed sessions", () => {
  it("are joined to their category by its row's id, which is no code", async () => {
    site.insert("ConnectionFailureCategory", { Id: 11, ConnectionFailureEnumValue: 10, Category: 2 });
    const sessionKey = addFailedSession(2, at("09:10:00"));
    expect(await readFailedSessions(database, await columns(), since)).toEqual([
      { sessionKey, at: since + 600_000, userId: 1, machineId: MACHINE, categoryId: 11, code: 10, category: 2 },
    ]);
  });

  it("keep their id where the category has no row, and take the next best time", async () => {
    addFailedSession(2, at("09:10:00"), { FailureDate: null, FailureId: 77, UserId: null, MachineId: null });
    expect(await readFailedSessions(database, await columns(), since)).toMatchObject([
      { at: since + 600_000, userId: null, machineId: null, categoryId: 77, code: null, category: null },
    ]);
  });

  it("are ended ones with a failure that changed at or after the instant", async () => {
    addFailedSession(2, at("09:00:00"));
    addFailedSession(3, at("08:59:59"));
    addFailedSession(4, at("09:10:00"), { FailureId: null });
    addFailedSession(5, at("09:10:00"), { EndDate: null });
    const found = await readFailedSessions(database, await columns(), since);
    expect(found?.map(({ sessionKey }) => sessionKey)).toEqual([guid(4, 2)]);
  });

  it("are unknown, and not none, where the release lacks the column or the table", async () => {
    addFailedSession(2, at("09:10:00"));
    site.run('DROP TABLE "ConnectionFailureCategory"');
    expect(await readFailedSessions(database, await columns(), since)).toBeNull();
  });

  it("are unknown where sessions have no FailureId, and read where only FailureDate is missing", async () => {
    site.insert("ConnectionFailureCategory", { Id: 11, ConnectionFailureEnumValue: 10, Category: 2 });
    addFailedSession(2, at("09:10:00"), { EndDate: at("09:09:00") });
    site.run('ALTER TABLE "Session" DROP COLUMN "FailureDate"');
    expect(await readFailedSessions(database, await columns(), since)).toMatchObject([{ at: since + 540_000 }]);
    site.run('ALTER TABLE "Session" DROP COLUMN "FailureId"');
    expect(await readFailedSessions(database, await columns(), since)).toBeNull();
  });
});

describe("failed launches", () => {
  it("are read with who and where, from the log or from the session that it names", async () => {
    const sessionKey = addFailedSession(2, at("08:00:00"), { UserId: 2 });
    addFailure(1, sessionKey, "08:59:59", null);
    addFailure(2, sessionKey, "09:01:00", null);
    addFailure(3, guid(4, 99), "09:02:00", { UserId: 1, MachineId: guid(2, 7) });
    addFailure(4, guid(4, 98), "09:03:00", null);
    expect(await readFailedLaunches(database, await columns(), since)).toEqual([
      { id: 2, at: since + 60_000, sessionKey, userId: 2, machineId: MACHINE, code: 12 },
      { id: 3, at: since + 120_000, sessionKey: guid(4, 99), userId: 1, machineId: guid(2, 7), code: 12 },
      { id: 4, at: since + 180_000, sessionKey: guid(4, 98), userId: null, machineId: null, code: 12 },
    ]);
  });

  it("take user and machine from the session in a release whose log has neither", async () => {
    for (const name of ["UserId", "MachineId"]) site.run(`ALTER TABLE "ConnectionFailureLog" DROP COLUMN "${name}"`);
    addFailure(1, addFailedSession(2, at("09:10:00")), "09:10:00", null);
    expect(await readFailedLaunches(database, await columns(), since)).toMatchObject([
      { userId: 1, machineId: MACHINE },
    ]);
  });

  it("are unknown, and not none, where the release has no log", async () => {
    expect(await readFailedLaunches(database, await columns(), since)).toEqual([]);
    site.run('DROP TABLE "ConnectionFailureLog"');
    expect(await readFailedLaunches(database, await columns(), since)).toBeNull();
  });
});
