import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/timeouts/what-if/route";
import type { WhatIfResponse } from "@/lib/api/contract/timeouts";
import { answerWhatIf } from "@/lib/collector/history";
import { type HistoryDesk, setRuntime, type WhatIfQuestion } from "@/lib/collector/runtime";
import { ROLES, type Role } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { aGroup, aMachine, aStandby, machineTimers, NOON, TestSite } from "@/lib/reads/site.fixture";
import { openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import { addSession, fillSmallSite, GROUP, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";

/** The console's clock stands at 9:00 on 21 November; the sessions were the day before. */
const day = (time: string) => `2026-11-20T${time}:00.000Z`;
const MINUTE = 60_000;

let running: TestConsole;
let tables: SiteFile;
let database: TablesDatabase;
let site: TestSite;
let asked: WhatIfQuestion[];
beforeEach(async () => {
  running = await startTestConsole();
  tables = makeSiteFile();
  fillSmallSite(tables);
  tables.run('DELETE FROM "Session"');
  tables.run('DELETE FROM "Connection"');
  database = openMonitorTables(tables.url, { readMsMax: 5_000 });
  site = new TestSite();
  publish({});
  asked = [];
  // The thread's own work, without the thread.
  const whatIf: HistoryDesk["whatIf"] = (question) => {
    asked.push(question);
    return answerWhatIf(database, question);
  };
  setRuntime({ ...running.runtime, site, history: { whatIf, stop: async () => undefined } });
});
afterEach(async () => {
  await database.close();
  tables.remove();
  await running.close();
});

/** Three machines: two with a limit of 8 hours, one with one of its own; sessions linger for two hours. */
function publish({ others = 480, byLoad = false, users = null as string[] | null }): void {
  const group = { ...aGroup(1, "Office Desktops"), key: GROUP };
  const linger = byLoad ? { disconnectMs: 0, terminateMs: 0, averageLoadMost: 7_000 } : { terminateMs: 120 * MINUTE };
  site.publish({
    groups: [group, aGroup(2, "Twins"), aGroup(3, "Twins")],
    machines: [1, 2, 3].map((number) => aMachine(number, { deliveryGroupKey: GROUP })),
    timers: [480, 480, others].map((disconnected, index) => machineTimers(index + 1, { disconnected })),
    surroundings: {
      groupLimits: { readAt: NOON, standby: [aStandby(GROUP, { ...linger, users })], power: [] },
    },
  });
}

async function ask(body: unknown, role: Role | null = "viewer") {
  const headers: Record<string, string> = role ? { cookie: await running.cookie(role) } : {};
  const response = await POST(makeRequest("POST", "/api/timeouts/what-if", { headers, body }));
  return {
    status: response.status,
    body: (await response.json()) as WhatIfResponse & { error: Record<string, string> },
  };
}
const DAY = { from: day("00:00"), to: "2026-11-21T00:00:00.000Z" };
const HALF = { group: "office desktops", timers: { disconnected: 240 }, ...DAY };

describe("what if", () => {
  it("is asked by everybody who is signed in, and by nobody else", async () => {
    expect((await ask(HALF, null)).status).toBe(401);
    for (const role of ROLES) expect((await ask(HALF, role)).status).toBe(200);
  });

  it("tells what other limits would have saved and cost, from the limits of now", async () => {
    addSession(tables, 9, { UserId: 2, StartDate: "2026-11-01T00:00:00.000Z", EndDate: "2026-11-02T00:00:00.000Z" });
    const session = { UserId: 1, StartDate: day("06:00"), EndDate: day("18:00"), LogOnDuration: 30_000 };
    addSession(tables, 1, session, { EstablishmentDate: day("06:00"), DisconnectDate: day("08:00") });
    addSession(tables, 2, { ...session, UserId: 2 }, { EstablishmentDate: day("06:00"), DisconnectDate: day("08:00") });
    tables.insert("Connection", {
      ...{ Id: 12, SessionKey: "00000004-0000-4000-8000-000000000002", IsReconnect: 1 },
      ...{
        EstablishmentDate: day("14:00"),
        DisconnectDate: day("18:00"),
        CreatedDate: day("14:00"),
        ModifiedDate: day("14:00"),
      },
    });
    const { body } = await ask(HALF);
    expect(body).toMatchObject({
      ...{
        group: { key: GROUP, name: "Office Desktops" },
        ...DAY,
        historyFrom: "2026-11-02T00:00:00.000Z",
        sessions: 2,
      },
      now: { licencesPeak: 2, slotsPeak: 2, licencesMean: 0.33, slotsMean: 1 },
      changed: { licencesPeak: 2, slotsPeak: 2, licencesMean: 0.33, slotsMean: 0.67 },
      ...{ logonsMore: 1, logonsFewer: 0, waitingMinutes: 0.5, logonSeconds: 30, days: 1 },
    });
    expect(body.series).toHaveLength(288);
    expect(body.series[144]).toEqual({ at: day("12:00"), licencesNow: 0, licencesThen: 0, slotsNow: 2, slotsThen: 0 });
    expect(body.timers).toEqual([
      { timer: "disconnected", nowMinutes: 480, thenMinutes: 240, source: "rds-group-policy" },
      { timer: "pre-launch-disconnect", nowMinutes: 0, thenMinutes: 0, source: "group-pre-launch" },
      { timer: "pre-launch-terminate", nowMinutes: 0, thenMinutes: 0, source: "group-pre-launch" },
      { timer: "linger-disconnect", nowMinutes: 15, thenMinutes: 15, source: "group-linger" },
      { timer: "linger-terminate", nowMinutes: 120, thenMinutes: 120, source: "group-linger" },
    ]);
  });

  it("looks at the last seven days unless it is told when", async () => {
    await ask({ group: GROUP, timers: {} });
    const now = Date.parse("2026-11-21T09:00:00.000Z");
    expect(asked[0]).toMatchObject({ to: now, from: now - 7 * 24 * 60 * MINUTE });
    await ask({ group: GROUP, timers: {}, to: "2026-11-21T09:00:59.000Z" });
    expect(asked[1]?.to).toBe(now);
  });

  it.each([
    [{ ...HALF, group: "Nowhere" }, 404, "group", 'The site knows no delivery group "Nowhere".'],
    [{ ...HALF, group: "Twins" }, 409, "group", undefined],
    [{ ...HALF, from: DAY.to, to: DAY.from }, 400, "from", "The time to replay ends before it begins."],
    [{ ...HALF, from: "2026-10-20T23:59:59.000Z" }, 400, "from", "At most 31 days can be replayed at once."],
    [{ ...HALF, to: "2026-11-21T09:01:01.000Z" }, 400, "to", "The time to replay ends in the future."],
    [{ ...HALF, from: "yesterday" }, 400, "from", undefined],
    [{ ...HALF, timers: { disconnected: -1 } }, 400, "timers.disconnected", undefined],
    [{ ...HALF, timers: { idle: 5 } }, 400, undefined, undefined],
    [
      { ...HALF, timers: { "linger-disconnect": 121 } },
      400,
      "timers.linger-disconnect",
      "The linger disconnect time must not be longer than the linger terminate time.",
    ],
    [
      { ...HALF, timers: { "linger-terminate": 14 } },
      400,
      "timers.linger-disconnect",
      "The linger disconnect time must not be longer than the linger terminate time.",
    ],
  ])("%j is refused: %d %s", async (body, status, field, message) => {
    const answer = await ask(body);
    expect(answer.status).toBe(status);
    if (field !== undefined) expect(answer.body.error.field).toBe(field);
    if (message !== undefined) expect(answer.body.error.message).toBe(message);
    expect(asked).toEqual([]);
  });

  it("says why where the history cannot be asked", async () => {
    const whatIf = () => Promise.reject(new DeskError("limited", "Others are waiting.", { retryAfterSeconds: 5 }));
    setRuntime({ ...running.runtime, site, history: { whatIf, stop: async () => undefined } });
    expect(await ask(HALF)).toEqual({
      status: 429,
      body: { error: { code: "limited", message: "Others are waiting." } },
    });
  });
});

describe("what a replay takes for granted", () => {
  const assumptions = async (body: object = HALF) => (await ask(body)).body.assumptions.join("\n");

  it("is said in sentences", async () => {
    const said = await assumptions();
    expect(said).toContain("A disconnected session holds a slot and no licence.");
    expect(said).toContain("the idle limit cannot be replayed");
    for (const sentence of said.split("\n")) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(said).not.toContain("restarts at night");
    expect(await assumptions({ ...HALF, timers: { disconnected: 0 } })).toContain("restarts at night are not replayed");
  });

  it("names limits that are not the same everywhere, hold for some only or go by load", async () => {
    publish({ others: 60, users: ["CORP\\jnovak"] });
    expect(await assumptions()).toMatch(
      /different disconnected limits[\s\S]*The linger setting holds for some accounts only/,
    );
    publish({ byLoad: true });
    const said = await assumptions();
    expect(said).toContain("The linger setting ends sessions by the load of servers");
    expect(said).toContain("Not known, and left out: the linger disconnect time, the linger terminate time.");
  });

  it("tells what could not be replayed, and why", async () => {
    addSession(tables, 1, { UserId: 1, SessionType: 1, StartDate: day("06:00"), EndDate: day("18:00") });
    tables.run('DELETE FROM "Connection"');
    addSession(tables, 2, { StartDate: day("06:00"), EndDate: day("07:00") }, { EstablishmentDate: day("06:00") });
    const said = await assumptions({ ...HALF, timers: { "pre-launch-terminate": 60 } });
    expect(said).toContain("1 session has no connection in the history.");
    expect(said).toContain("1 application session has no application in the history.");
    expect(said).toContain("The replay starts where its history does.");
    expect(said).toContain("Pre-launch is off now.");
  });

  it("does not know what nobody read", async () => {
    const before = site;
    site = new TestSite();
    site.publish({ groups: [...(before.current()?.groups.values() ?? [])] });
    setRuntime({
      ...running.runtime,
      site,
      history: { whatIf: (q) => answerWhatIf(database, q), stop: async () => undefined },
    });
    const { body } = await ask(HALF);
    expect(body.timers[0]).toEqual({ timer: "disconnected", nowMinutes: null, thenMinutes: 240, source: null });
    expect(body.assumptions.join("\n")).toContain("It is not known what the disconnected limit is now");
  });
});
