import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROKER_NEEDS, checkColumns, MONITOR_NEEDS } from "@/lib/site/tables/columns";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { readBrokerSessions } from "@/lib/site/tables/read-broker-sessions";
import { readFailedLaunches, readFailedSessions } from "@/lib/site/tables/read-failures";
import { readLogonCounts } from "@/lib/site/tables/read-logons";
import { ColumnList } from "@/lib/site/tables/select";
import {
  addSession,
  fillSmallSite,
  guid,
  MACHINE,
  makeSiteFile,
  type SiteFile,
} from "@/lib/site/tables/site-file.fixture";
import { copySite, makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";

/** What the rules of ghosts read, from SQL Server and from SQLite: the same rows must be the same facts. */

const START = "2026-11-17T09:00:00.000Z";
const since = Date.parse(START);
// Seconds only: `datetime` keeps three hundredths of a second, SQLite every millisecond.
const later = (seconds: number) => new Date(since + seconds * 1000).toISOString();

let site: SiteFile;
let scratch: ScratchDatabase;

beforeAll(async () => {
  site = makeSiteFile();
  fillSmallSite(site);
  fillFailuresAndLogons();
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  await copySite(scratch, "monitor", site.file);
  await copySite(scratch, "broker", site.file);
});
afterAll(async () => {
  await scratch.drop();
  site.remove();
});

function fillFailuresAndLogons(): void {
  site.insert("ConnectionFailureCategory", { Id: 11, ConnectionFailureEnumValue: 10, Category: 2 });
  const ended = { UserId: 1, EndDate: later(60), FailureDate: later(60), ModifiedDate: later(60) };
  addSession(site, 2, { ...ended, FailureId: 11 });
  addSession(site, 3, { ...ended, FailureId: 77, FailureDate: null });
  addSession(site, 4, { ...ended, FailureId: 11, ModifiedDate: later(-1) });
  addSession(site, 5, { LogOnDuration: 30_123 });
  addSession(site, 6, { LogOnDuration: 30_900 });
  addSession(site, 7, {}, { BrokeringDate: START, LogOnEndDate: later(45) });
  addSession(site, 8, {}, { LogOnStartDate: later(5), LogOnEndDate: later(65) });
  addSession(site, 9, {}, { BrokeringDate: "1901-01-01T00:00:00.000Z", LogOnEndDate: later(65) });
  addSession(site, 10, {}, { BrokeringDate: START, LogOnEndDate: "2090-01-01T00:00:00.000Z" });
  const stamps = { FailureDate: later(30), CreatedDate: later(30), ModifiedDate: later(30) };
  site.insert("ConnectionFailureLog", { Id: 1, SessionKey: guid(4, 2), ConnectionFailureEnumValue: 12, ...stamps });
  const who = { UserId: 2, MachineId: MACHINE };
  site.insert("ConnectionFailureLog", {
    Id: 2,
    SessionKey: guid(4, 99),
    ConnectionFailureEnumValue: 3,
    ...stamps,
    ...who,
  });
  site.insert("Workers", { Uid: 1, UUID: MACHINE });
  site.insert("Workers", { Uid: 2, UUID: guid(2, 2) });
  site.insert("Sessions", { WorkerUid: 1, SessionStartTime: later(10), TrustedUserUid: 1 });
  site.insert("Sessions", { WorkerUid: 1, SessionStartTime: later(20), TrustedUserUid: null });
}

async function readEverything(url: string) {
  const monitor = openMonitorTables(url, { readMsMax: 60_000 });
  const broker = openBrokerTables(url, { readMsMax: 60_000 });
  const list = new ColumnList(monitor.dialect, await checkColumns(monitor, MONITOR_NEEDS));
  const brokerList = new ColumnList(broker.dialect, await checkColumns(broker, BROKER_NEEDS));
  const found = {
    sessions: (await readFailedSessions(monitor, list, since))?.sort((a, b) => a.categoryId - b.categoryId),
    launches: (await readFailedLaunches(monitor, list, since))?.sort((a, b) => a.id - b.id),
    logons: await readLogonCounts(monitor, list, since),
    broker: await readBrokerSessions(broker, brokerList, [MACHINE, guid(2, 2), guid(2, 3)]),
  };
  await Promise.all([monitor.close(), broker.close()]);
  return found;
}

describe("what the rules of ghosts read from SQL Server", () => {
  it("is what they read from SQLite", async () => {
    const [server, sqlite] = [await readEverything(scratch.url), await readEverything(site.url)];
    expect(server).toEqual(sqlite);
    expect(server.sessions?.map(({ categoryId, code }) => [categoryId, code])).toEqual([
      [11, 10],
      [77, null],
    ]);
    expect(server.launches?.map(({ id, userId }) => [id, userId])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(server.logons.map(({ seconds, logons }) => [seconds, logons])).toEqual([
      [30, 2],
      [45, 1],
      [60, 1],
    ]);
    expect([...server.broker].map(([key, sessions]) => [key, sessions.length]).sort()).toEqual([
      [MACHINE, 2],
      [guid(2, 2), 0],
    ]);
  });
});
