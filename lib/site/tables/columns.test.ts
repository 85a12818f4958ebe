import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkColumns, MONITOR_NEEDS, missingOptional } from "./columns";
import { openMonitorTables, type TablesDatabase } from "./database";
import { ColumnList } from "./select";
import { makeSiteFile, type SiteFile } from "./site-file.fixture";

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

describe("columns of a release", () => {
  it("finds all of them in our own tables", async () => {
    const columns = await checkColumns(database, MONITOR_NEEDS);
    expect(missingOptional(columns, MONITOR_NEEDS)).toEqual([]);
  });

  it("reads an optional column that an old release lacks as null", async () => {
    site.run('ALTER TABLE "Session" DROP COLUMN "SessionIdleTime"');
    site.run('ALTER TABLE "Connection" DROP COLUMN "ClientPlatform"');
    const columns = await checkColumns(database, MONITOR_NEEDS);
    expect(missingOptional(columns, MONITOR_NEEDS)).toEqual(["Session.SessionIdleTime", "Connection.ClientPlatform"]);
    const list = new ColumnList(database.dialect, columns);
    expect(list.of("s", "Session", ["SessionKey", "SessionIdleTime"])).toBe(
      's."SessionKey" AS "SessionKey", NULL AS "SessionIdleTime"',
    );
  });

  it("goes on without an optional table, and without one that lacks a required column", async () => {
    site.run('DROP TABLE "ConnectionFailureCategory"');
    site.run('ALTER TABLE "ConnectionFailureLog" DROP COLUMN "FailureDate"');
    site.run('ALTER TABLE "ConnectionFailureLog" DROP COLUMN "UserId"');
    const columns = await checkColumns(database, MONITOR_NEEDS);
    expect(missingOptional(columns, MONITOR_NEEDS)).toEqual([
      "ConnectionFailureCategory",
      "ConnectionFailureLog.FailureDate",
      "ConnectionFailureLog.UserId",
    ]);
    const list = new ColumnList(database.dialect, columns);
    const { required } = MONITOR_NEEDS.ConnectionFailureLog;
    expect(list.hasAll("ConnectionFailureLog", required)).toBe(false);
    expect(list.hasAll("ConnectionFailureLog", ["Id", "SessionKey"])).toBe(true);
    expect(list.hasAll("ConnectionFailureCategory", ["Id"])).toBe(false);
  });

  it("stops with one list of everything required that is missing", async () => {
    site.run('DROP TABLE "LoadIndex"');
    site.run('DROP INDEX "User_ModifiedDate"');
    site.run('ALTER TABLE "User" DROP COLUMN "ModifiedDate"');
    await expect(checkColumns(database, MONITOR_NEEDS)).rejects.toMatchObject({
      code: "invalid",
      message:
        "The database lacks what Ghostdesk must read: MonitorData.User: ModifiedDate; MonitorData.LoadIndex: the table.",
    });
  });
});

describe("the tables are read only", () => {
  it("refuses a write through the very connection that reads", async () => {
    await expect(database.query("DELETE FROM Session")).rejects.toMatchObject({ code: "unavailable" });
  });

  it("says so where there is no such file, and reads it once it is there", async () => {
    const missing = openMonitorTables("file:/nowhere/at/all.db", { readMsMax: 1_000 });
    await expect(missing.query("SELECT 1")).rejects.toThrow("There is no file /nowhere/at/all.db.");
  });
});
