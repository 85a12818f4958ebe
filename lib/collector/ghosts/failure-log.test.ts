import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import {
  addSession,
  fillSmallSite,
  guid,
  MACHINE,
  makeSiteFile,
  type SiteFile,
} from "@/lib/site/tables/site-file.fixture";
import { composePerson } from "../compose";
import { FailureLog } from "./failure-log";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse("2026-11-17T09:05:00.000Z");
const iso = (at: number) => new Date(at).toISOString();
const ANNA = "S-1-5-21-1-2-3-1001";

let site: SiteFile;
let tables: TablesDatabase;
let people: Map<number, Person>;
let failing: boolean;
let sent: { sql: string; parameters: readonly (string | number)[] }[];
let log: FailureLog;

beforeEach(() => {
  site = makeSiteFile();
  fillSmallSite(site);
  tables = openMonitorTables(site.url, { readMsMax: 5_000 });
  people = new Map([[1, person(1, "anovak")]]);
  failing = false;
  sent = [];
  const query: TablesDatabase["query"] = (sql, parameters = []) => {
    sent.push({ sql, parameters });
    if (failing && sql.includes("ConnectionFailureLog"))
      throw new DeskError("unavailable", "The database cannot be reached.");
    return tables.query(sql, parameters);
  };
  log = new FailureLog({ ...tables, query }, (id) => people.get(id));
});
afterEach(async () => {
  await tables.close();
  site.remove();
});

function person(id: number, account: string): Person {
  const dates = { CreatedDate: NOW, ModifiedDate: NOW };
  return composePerson({
    Id: id,
    Sid: `S-1-5-21-1-2-3-${1000 + id}`,
    UserName: account,
    Domain: "VIENNA",
    Upn: null,
    FullName: null,
    ...dates,
  });
}

function addFailure(id: number, at: number, cells: Record<string, string | number | null> = {}) {
  site.insert("ConnectionFailureLog", {
    Id: id,
    SessionKey: guid(4, 50 + id),
    FailureDate: iso(at),
    ConnectionFailureEnumValue: 12,
    UserId: 1,
    MachineId: MACHINE,
    CreatedDate: iso(at),
    ModifiedDate: iso(at),
    ...cells,
  });
}

const addFailedSession = (index: number, at: number, cells: Record<string, string | number | null> = {}) =>
  addSession(site, index, {
    UserId: 1,
    EndDate: iso(at),
    FailureDate: iso(at),
    ModifiedDate: iso(at),
    FailureId: 11,
    ...cells,
  });

/** Reads as a pass does, which has read by then how far the site's own writing has come. */
async function read(now: number): Promise<void> {
  const [row] = await tables.query('SELECT MAX(ModifiedDate) AS Newest FROM "Session"');
  await log.read(now, row?.Newest ? Date.parse(String(row.Newest)) : null);
}
const launchTimes = (since = 0) => log.launchesOf(ANNA, since).map(({ at }) => at);

describe("the log of failures", () => {
  it("begins with the last 26 hours and keeps no more", async () => {
    addFailure(1, NOW - 26 * HOUR - 1);
    addFailure(2, NOW - 26 * HOUR);
    addFailure(3, NOW - MINUTE);
    await read(NOW);
    expect(launchTimes()).toEqual([NOW - 26 * HOUR, NOW - MINUTE]);
    expect(launchTimes(NOW - HOUR)).toEqual([NOW - MINUTE]);
    await read(NOW + 11 * MINUTE);
    expect(launchTimes()).toEqual([NOW - MINUTE]);
  });

  it("answers launches by the person's Sid and sessions by machine, and says once who has news", async () => {
    site.insert("ConnectionFailureCategory", { Id: 11, ConnectionFailureEnumValue: 10, Category: 2 });
    addFailure(1, NOW - MINUTE);
    const sessionKey = addFailedSession(2, NOW - 2 * MINUTE);
    await read(NOW);
    expect(log.launchesOf(ANNA, 0)).toEqual([{ at: NOW - MINUTE, userKey: ANNA, machineKey: MACHINE, code: 12 }]);
    expect(log.ofMachine(MACHINE, 0)).toEqual([
      { sessionKey, at: NOW - 2 * MINUTE, userKey: ANNA, machineKey: MACHINE, categoryId: 11, code: 10, category: 2 },
    ]);
    expect([[...log.usersChanged()], [...log.machinesChanged()]]).toEqual([[ANNA], [MACHINE]]);
    expect([log.usersChanged().size, log.machinesChanged().size]).toEqual([0, 0]);
  });

  it("finds what was committed later than stamped, and counts what it reads twice once", async () => {
    addFailure(1, NOW - MINUTE);
    addSession(site, 2, { ModifiedDate: iso(NOW) });
    await read(NOW);
    log.usersChanged();
    addFailure(2, NOW - 9_000);
    addFailedSession(3, NOW - 9_000);
    await read(NOW + 2_000);
    await read(NOW + 4_000);
    expect(launchTimes()).toEqual([NOW - MINUTE, NOW - 9_000]);
    expect(log.ofMachine(MACHINE, 0)).toHaveLength(1);
    expect([...log.usersChanged()]).toEqual([ANNA]);
  });

  it("reads from where the site's own writing has come, not from the last failure hours ago", async () => {
    addFailure(1, NOW - 20 * HOUR);
    addSession(site, 2, { ModifiedDate: iso(NOW - 3_000) });
    await read(NOW);
    sent.length = 0;
    await read(NOW + 2_000);
    const dated = sent.filter(({ parameters }) => parameters.length > 0);
    expect(dated).toHaveLength(2);
    for (const { parameters } of dated) expect(parameters).toEqual([iso(NOW - 13_000)]);
  });

  it("is not led astray by a stamp of the future", async () => {
    addSession(site, 2, { ModifiedDate: iso(NOW + HOUR) });
    await read(NOW);
    addFailure(1, NOW);
    await read(NOW + 2_000);
    expect(launchTimes()).toEqual([NOW]);
  });

  it("finds within ten minutes what a controller with a slow clock stamped", async () => {
    addSession(site, 2, { ModifiedDate: iso(NOW) });
    await read(NOW);
    addFailure(1, NOW - 20 * MINUTE);
    await read(NOW + 2_000);
    expect(launchTimes()).toEqual([]);
    await read(NOW + 10 * MINUTE);
    expect(launchTimes()).toEqual([NOW - 20 * MINUTE]);
  });

  it("waits for the person's row, and knows the launch once it is there", async () => {
    addFailure(1, NOW - MINUTE, { UserId: 7 });
    addFailedSession(2, NOW - MINUTE, { UserId: 7 });
    addFailure(2, NOW - MINUTE, { UserId: null });
    await read(NOW);
    expect(log.usersChanged().size).toBe(0);
    expect(log.ofMachine(MACHINE, 0)).toMatchObject([{ userKey: null }]);
    const late = person(7, "late");
    people.set(7, late);
    await read(NOW + 2_000);
    expect([...log.usersChanged()]).toEqual([late.key]);
    expect(log.launchesOf(late.key, 0)).toHaveLength(1);
    expect(log.ofMachine(MACHINE, 0)).toMatchObject([{ userKey: late.key }]);
  });

  it("takes nothing from a read of which a part failed, and all of it from the next", async () => {
    await read(NOW);
    addFailedSession(2, NOW);
    addFailure(1, NOW);
    failing = true;
    await expect(read(NOW + 2_000)).rejects.toMatchObject({ code: "unavailable" });
    expect(log.ofMachine(MACHINE, 0)).toEqual([]);
    failing = false;
    await read(NOW + 60_000);
    expect([log.ofMachine(MACHINE, 0).length, launchTimes().length]).toEqual([1, 1]);
  });

  it("says what this release does not keep", async () => {
    site.run('DROP TABLE "ConnectionFailureLog"');
    await read(NOW);
    expect([...log.missing]).toEqual(["launches"]);
  });
});
