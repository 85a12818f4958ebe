import { describe, expect, it } from "vitest";
import { healthySession, machineWhere, sessionsWhere } from "./acts/acts.fixture";
import { HOUR, MINUTE } from "./engine/site-time";
import { launch } from "./model/launching";
import { practiceSite } from "./practice.fixture";
import { all, sdkOf } from "./sdk-reads.fixture";

/** Reads that no table answers: they say what the simulation itself lives by. */

describe("one session and one machine", () => {
  it("read as the tables have them", async () => {
    const opened = practiceSite();
    const sdk = sdkOf(opened);
    const session = healthySession(opened.site.world, "Business applications");
    const [row] = opened.tables.rows(
      `SELECT u."Domain" || '\\' || u."UserName" AS user, m."Name" AS machine, m."DnsName" AS dns, s."StartDate" AS start
       FROM "Session" s JOIN "User" u ON u."Id" = s."UserId" JOIN "Machine" m ON m."Id" = s."MachineId"
       WHERE s."SessionKey" = ?`,
      session.id,
    );
    const now = await sdk.session(session.id);
    expect(now).toMatchObject({
      ...{ userName: row?.user, untrustedUserName: row?.user, machineName: row?.machine },
      ...{ sessionState: "Active", desktopKind: "Shared", sessionSupport: "MultiSession", hidden: false },
    });
    expect(now?.startedAt).toBe(Date.parse(String(row?.start)));
    const machine = await sdk.machine(session.machineId);
    expect(machine).toMatchObject({
      ...{ machineName: row?.machine, dnsName: row?.dns, power: "On", registration: "Registered", maintenance: false },
      ...{ lastConnectionFailure: "None", supportedPowerActions: expect.not.arrayContaining(["Suspend"]) },
    });
    const live = opened.tables.count(
      `SELECT 1 FROM "Session" WHERE "EndDate" IS NULL AND "MachineId" = ?`,
      session.machineId,
    );
    expect(machine?.sessionCount).toBe(live);
    expect((machine?.sessionsPending ?? 0) + (machine?.sessionsEstablished ?? 0)).toBe(live);
    const [load] = opened.tables.rows(
      `SELECT "EffectiveLoadIndex" AS load FROM "LoadIndex" WHERE "MachineId" = ? ORDER BY "CreatedDate" DESC LIMIT 1`,
      session.machineId,
    );
    expect(machine?.loadIndex).toBe(load?.load);
    expect(await sdk.session("none")).toBeNull();
    expect(await sdk.machine("none")).toBeNull();
  });
});

describe("a server's own word", () => {
  it("names the limits that its sessions are really ended by", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const sdk = sdkOf(opened);
    const server = machineWhere(world, ({ groupId }) => world.groupById(groupId).name === "Office desktops");
    expect(await sdk.serverTimers(server.id)).toEqual({
      timers: [
        { timer: "idle", ms: 2 * HOUR, source: "group-policy" },
        { timer: "disconnected", ms: 8 * HOUR, source: "group-policy" },
      ],
      endsAtLimit: false,
    });
    const own = machineWhere(
      world,
      ({ groupId, power }) => power === "On" && world.groupById(groupId).desktopKind === "Private",
    );
    expect(await sdk.serverTimers(own.id)).toEqual({
      timers: [{ timer: "disconnected", ms: 12 * HOUR, source: "citrix-policy" }],
      endsAtLimit: false,
    });
  });

  it("says how its agent runs, and nothing where it does not run", async () => {
    const opened = practiceSite();
    const sdk = sdkOf(opened);
    const machine = machineWhere(opened.site.world, ({ registered }) => registered);
    const service = await sdk.agentService(machine.id);
    expect(service).toMatchObject({ status: "Running" });
    expect(service.startedAt).toBeGreaterThanOrEqual(machine.poweredOnAt ?? 0);
    machine.power = "Off";
    await expect(sdk.agentService(machine.id)).rejects.toMatchObject({ code: "unavailable" });
    await expect(sdk.serverTimers(machine.id)).rejects.toMatchObject({ code: "unavailable" });
    await expect(sdk.serverTimers("none")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("settings of the site", () => {
  it("tell pre-launch and linger as the sessions of those groups live by them", async () => {
    const standby = await sdkOf(practiceSite()).standby();
    expect(
      standby.map(({ kind, deliveryGroup, disconnectMs, terminateMs }) => [
        kind,
        deliveryGroup,
        disconnectMs,
        terminateMs,
      ]),
    ).toEqual([
      ["linger", "Business applications", 15 * MINUTE, 2 * HOUR],
      ["pre-launch", "Business applications", 15 * MINUTE, 2 * HOUR],
    ]);
  });

  it("tell when machines are stopped after a disconnect, and which hours are peak: those of single-session groups alone", async () => {
    const groups = await sdkOf(practiceSite()).groups();
    expect(groups.map(({ name }) => name)).toContain("Pooled desktops");
    for (const { timeZone, peakHours } of groups) {
      expect(timeZone).toBe("W. Europe Standard Time");
      expect(peakHours?.map((day) => day.length)).toEqual(Array(7).fill(24));
    }
    const nothing = { disconnectMs: 0, disconnectAction: "Nothing" };
    expect(groups.find(({ name }) => name === "Pooled desktops")).toMatchObject({
      peak: nothing,
      offPeak: { disconnectMs: HOUR, disconnectAction: "Shutdown", extendedDisconnectAction: "Nothing" },
    });
    expect(groups.filter(({ offPeak }) => offPeak?.disconnectAction === "Nothing")).toHaveLength(groups.length - 1);
    const peaks = groups.map(({ name, peakHours }) => [name, peakHours?.map((day) => day.indexOf(true))]);
    expect(Object.fromEntries(peaks)).toMatchObject({
      "Office desktops": [-1, -1, -1, -1, -1, -1, -1],
      "Pooled desktops": [-1, 7, 7, 7, 7, 7, -1],
    });
  });

  it("tell who may reach what: everybody who works somewhere is named there", async () => {
    const opened = practiceSite();
    const rules = await sdkOf(opened).accessRules();
    for (const group of opened.site.world.groups.values()) {
      const own = rules.filter(({ deliveryGroupUid }) => deliveryGroupUid === group.uid);
      expect(own.map(({ allowedConnections }) => allowedConnections)).toEqual(["NotViaAG", "ViaAG", null]);
    }
    for (const session of sessionsWhere(opened.site.world, ({ brokeredFor }) => brokeredFor !== null)) {
      const { domain, account } = opened.site.world.personById(session.brokeredFor ?? 0);
      const group = opened.site.world.groupById(session.groupId);
      const grant = rules.find((rule) => rule.deliveryGroupUid === group.uid && rule.kind !== "access");
      expect(grant?.includedUsers).toContain(`${domain}\\${account}`);
    }
  });
});

describe("the connection log", () => {
  it("is the broker's table from a moment on, with names, in pages", async () => {
    const opened = practiceSite();
    await opened.pass(HOUR);
    const since = opened.site.now - 26 * HOUR;
    const log = await all(sdkOf(opened).connectionLog(since));
    const rows = opened.tables.rows(
      `SELECT l.rowid AS uid, l."EstablishmentTime" AS at, w."SAMName" AS machine, a."SAMName" AS user, l."Disconnected" AS parted
       FROM "ConnectionLog" l JOIN "WorkerNames" w ON w."Uid" = l."WorkerUid"
       LEFT JOIN "AccountNames" a ON a."Uid" = l."BrokeringUserUid" WHERE l."BrokeringTime" >= ? ORDER BY 1`,
      new Date(since).toISOString(),
    );
    expect(rows.length).toBeGreaterThan(50);
    expect(log.map(({ uid }) => uid)).toEqual(rows.map(({ uid }) => uid));
    expect(log.map(({ machineName }) => machineName)).toEqual(rows.map(({ machine }) => machine));
    for (const [index, row] of rows.entries()) if (row.user !== null) expect(log[index]?.userName).toBe(row.user);
    expect(new Set(log.map(({ failure }) => failure))).toContain("None");
    expect(new Set(log.map(({ disconnected }) => disconnected))).toEqual(new Set([null, true, false]));
    expect(await all(sdkOf(opened).connectionLog(opened.site.now + 1))).toEqual([]);
  });
});

describe("a session that ended between two reads", () => {
  it("ends also where its user starts something in these seconds, and gets a session", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    opened.site.startScenario("ended-between-two-reads", { count: 4 });
    await opened.pass(1_500);
    const [ending] = sessionsWhere(world, ({ timers, personId }) => timers.gone !== undefined && personId !== null);
    const person = world.personById(ending?.personId ?? 0);
    launch(world, { person, group: world.groupById(ending?.groupId ?? ""), device: person.device });
    await opened.pass(MINUTE);
    expect(ending?.end).not.toBeNull();
    const open = `SELECT 1 FROM "Session" WHERE "SessionKey" = ? AND "EndDate" IS NULL`;
    expect(opened.tables.count(open, ending?.id ?? "")).toBe(0);
  });
});
