import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkColumns, MONITOR_NEEDS } from "./columns";
import { openMonitorTables, type TablesDatabase } from "./database";
import { readHistoryStart, readTraces, type TracesAsked } from "./read-traces";
import { ColumnList } from "./select";
import { addMachine, addSession, fillSmallSite, GROUP, guid, makeSiteFile, type SiteFile } from "./site-file.fixture";

let site: SiteFile;
let database: TablesDatabase;
beforeEach(() => {
  site = makeSiteFile();
  fillSmallSite(site);
  site.run('DELETE FROM "Session"');
  site.run('DELETE FROM "Connection"');
  database = openMonitorTables(site.url, { readMsMax: 5_000 });
});
afterEach(async () => {
  await database.close();
  site.remove();
});

const NINE = Date.parse("2026-11-17T09:00:00.000Z");
const at = (minute: number) => NINE + minute * 60_000;
const iso = (minute: number) => new Date(at(minute)).toISOString();
const ASKED: TracesAsked = { groupKey: GROUP, from: at(0), to: at(600), sessionsMax: 10_000 };

const columns = async () => new ColumnList(database.dialect, await checkColumns(database, MONITOR_NEEDS));
const read = async (asked: Partial<TracesAsked> = {}) => readTraces(database, await columns(), { ...ASKED, ...asked });

function addConnection(index: number, sessionIndex: number, cells: Record<string, string | number | null>): void {
  const stamps = { CreatedDate: iso(0), ModifiedDate: iso(0) };
  site.insert("Connection", { Id: index, SessionKey: guid(4, sessionIndex), IsReconnect: 1, ...stamps, ...cells });
}
function addInstance(index: number, sessionIndex: number, cells: Record<string, string | null>): void {
  const stamps = { CreatedDate: iso(0), ModifiedDate: iso(0) };
  site.insert("ApplicationInstance", {
    Id: index,
    ApplicationId: guid(9, 1),
    SessionKey: guid(4, sessionIndex),
    ...stamps,
    ...cells,
  });
}

describe("what the sessions of a group did", () => {
  it("is told by their rows, their connections and their applications", async () => {
    const row = {
      UserId: 1,
      SessionType: 1,
      StartDate: iso(1),
      EndDate: iso(90),
      ModifiedDate: iso(95),
      LogOnDuration: 45_000,
    };
    addSession(site, 1, row, {
      BrokeringDate: iso(0),
      EstablishmentDate: iso(1),
      LogOnEndDate: iso(2),
      DisconnectDate: iso(30),
    });
    addConnection(11, 1, { BrokeringDate: iso(40), EstablishmentDate: iso(41), DisconnectDate: null });
    addInstance(1, 1, { StartDate: iso(2), EndDate: iso(20) });
    addInstance(2, 1, { StartDate: iso(41), EndDate: null });
    addInstance(3, 1, { StartDate: null, EndDate: null });
    expect(await read()).toEqual([
      {
        ...{ sessionKey: guid(4, 1), userKey: "1", isApplication: true, startedAt: at(1), endedAt: at(90) },
        ...{ readyAt: at(2), seenAt: at(95), logonMs: 45_000 },
        connected: [
          { from: at(1), to: at(30) },
          { from: at(41), to: at(90) },
        ],
        working: [
          { from: at(2), to: at(20) },
          { from: at(41), to: null },
        ],
      },
    ]);
  });

  it("ends a connection with the next one, or with its session's last change of state", async () => {
    const state = { ConnectionState: 2, ConnectionStateChangeDate: iso(50), StartDate: iso(0) };
    addSession(site, 1, state, { EstablishmentDate: iso(0) });
    addConnection(11, 1, { EstablishmentDate: iso(20) });
    addSession(site, 2, { StartDate: iso(0), ConnectionState: 5 }, { EstablishmentDate: iso(0) });
    expect((await read()).map(({ connected, endedAt }) => [...connected, endedAt])).toEqual([
      [{ from: at(0), to: at(20) }, { from: at(20), to: at(50) }, null],
      [{ from: at(0), to: null }, null],
    ]);
  });

  it("takes brokering for a connection only in a release that keeps no other date", async () => {
    addSession(site, 1, { StartDate: iso(0), LogOnDuration: null }, { BrokeringDate: iso(-1), LogOnEndDate: iso(1) });
    expect(await read()).toMatchObject([{ connected: [], logonMs: 120_000, readyAt: at(1) }]);
    site.run('ALTER TABLE "Connection" DROP COLUMN "EstablishmentDate"');
    expect(await read()).toMatchObject([{ connected: [{ from: at(0), to: null }] }]);
  });

  it("tells people, anonymous users and sessions without a user apart, and knows a session that is over without an end", async () => {
    addSession(site, 1, { UserId: null, IsAnonymous: 1, LifecycleState: 1, ConnectionStateChangeDate: iso(7) });
    addSession(site, 2, { UserId: null, ConnectionState: 3, ConnectionStateChangeDate: iso(8) });
    expect((await read()).map(({ userKey, endedAt }) => [userKey, endedAt])).toEqual([
      [`anonymous ${guid(4, 1)}`, at(7)],
      [null, at(8)],
    ]);
  });

  it("leaves out other groups, other times, stubs and launches that came to nothing", async () => {
    addMachine(site, 2, { DesktopGroupId: guid(1, 2) });
    addSession(site, 1, { StartDate: iso(0), MachineId: guid(2, 2) });
    addSession(site, 2, { StartDate: iso(-60), EndDate: iso(-1) });
    addSession(site, 3, { StartDate: iso(600) });
    addSession(site, 4, { StartDate: iso(0), LifecycleState: 3 });
    addSession(site, 5, { StartDate: null, EndDate: iso(5) });
    addSession(site, 6, { StartDate: iso(-60), EndDate: iso(0) });
    addSession(site, 7, { StartDate: iso(599) });
    expect((await read()).map(({ sessionKey }) => sessionKey)).toEqual([guid(4, 6), guid(4, 7)]);
  });

  it("comes in pages, each with its own connections, and stops where it is too much", async () => {
    site.run("BEGIN");
    for (let index = 1; index <= 2_001; index += 1) {
      addSession(
        site,
        index,
        { StartDate: iso(0), EndDate: iso(9) },
        { EstablishmentDate: iso(0), DisconnectDate: iso(index % 9) },
      );
    }
    site.run("COMMIT");
    const traces = await read();
    expect(traces).toHaveLength(2_001);
    for (const [index, { connected }] of traces.entries())
      expect(connected).toEqual([{ from: at(0), to: at((index + 1) % 9) }]);
    await expect(read({ sessionsMax: 2_000 })).rejects.toMatchObject({
      ...{
        code: "invalid",
        field: "from",
        message: "The group had more than 2,000 sessions in this time. Choose a shorter one.",
      },
    });
    expect(await read({ sessionsMax: 2_001 })).toHaveLength(2_001);
  });

  it("cannot be told by a release that does not keep when a client was disconnected", async () => {
    site.run('ALTER TABLE "Connection" DROP COLUMN "DisconnectDate"');
    await expect(read()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("begins with the oldest end that is still there", async () => {
    expect(await readHistoryStart(database)).toBeNull();
    addSession(site, 1, { StartDate: iso(-900) });
    addSession(site, 2, { StartDate: iso(-300), EndDate: iso(-100) });
    addSession(site, 3, { StartDate: iso(-400), EndDate: iso(-200) });
    expect(await readHistoryStart(database)).toBe(at(-200));
  });
});
