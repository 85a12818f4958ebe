import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import { type OpenedSite, practiceSite, type Row } from "../practice.fixture";

/** Look-alikes look like ghosts for a while, are none, and pass. */

function touched({ tables }: OpenedSite, scenario: string): Row[] {
  return tables.rows(
    `SELECT s.*, t."ClearedAt" FROM "SimTruth" t JOIN "Session" s ON s."SessionKey" = t."Subject" WHERE t."Scenario" = ?`,
    scenario,
  );
}

function start(scenario: string, count: number): OpenedSite {
  const opened = practiceSite();
  opened.site.startScenario(scenario, { count });
  return opened;
}

describe("look-alike scenarios", () => {
  it("logon-storm: many wait without a user, and all get through", async () => {
    const opened = start("logon-storm", 8);
    await opened.pass(3 * MINUTE);
    const waiting = touched(opened, "logon-storm").filter(({ ConnectionState }) => ConnectionState === 1);
    expect(waiting.length).toBeGreaterThan(2);
    await opened.pass(40 * MINUTE);
    const all = touched(opened, "logon-storm");
    expect(all).toHaveLength(8);
    for (const row of all) expect(Number(row.LogOnDuration)).toBeGreaterThan(50 * SECOND);
  });

  it("slow-logon: minutes of profile, then it finishes", async () => {
    const opened = start("slow-logon", 3);
    await opened.pass(5 * MINUTE);
    for (const row of touched(opened, "slow-logon"))
      expect(row).toMatchObject({ ConnectionState: 1, LogOnDuration: null });
    await opened.pass(25 * MINUTE);
    const durations = touched(opened, "slow-logon").map(({ LogOnDuration }) => Number(LogOnDuration));
    expect(durations).toHaveLength(3);
    for (const duration of durations) expect(duration).toBeGreaterThan(6 * MINUTE);
    for (const duration of durations) expect(duration).toBeLessThan(18 * MINUTE);
  });

  it("anonymous-users: no user by design, for longer than any grace", async () => {
    const opened = start("anonymous-users", 6);
    await opened.pass(20 * MINUTE);
    const live = touched(opened, "anonymous-users").filter(({ EndDate }) => EndDate === null);
    expect(live.length).toBeGreaterThan(3);
    for (const row of live) expect(row).toMatchObject({ IsAnonymous: 1, UserId: null, ConnectionState: 5 });
  });

  it("console-and-rdp-administrators: unbrokered, alive on the server, some without a user the site knows", async () => {
    const opened = start("console-and-rdp-administrators", 8);
    await opened.pass(30 * MINUTE);
    const rows = touched(opened, "console-and-rdp-administrators");
    expect(rows).toHaveLength(8);
    expect(rows.some(({ UserId }) => UserId === null)).toBe(true);
    for (const { SessionKey, EndDate } of rows.filter((row) => row.EndDate === null)) {
      const session = opened.site.world.sessions.get(String(SessionKey));
      expect(session).toMatchObject({ mode: "Unbrokered", end: EndDate });
      expect(["RDP", "Console"]).toContain(session?.protocol);
      expect(session?.windows?.user).toBe(session?.untrustedUser);
    }
  });

  it("prelaunch-and-linger: no application, by configuration, until the group's timers end it", async () => {
    const opened = start("prelaunch-and-linger", 4);
    await opened.pass(5 * MINUTE);
    const states = touched(opened, "prelaunch-and-linger").map(
      ({ SessionKey }) => opened.site.world.sessions.get(String(SessionKey))?.appState,
    );
    expect(states.filter((state) => state === "PreLaunched" || state === "Lingering").length).toBeGreaterThan(2);
    await opened.pass(5 * HOUR);
    const standing = [...opened.site.world.sessions.values()].filter(({ cause }) => cause === "prelaunch-and-linger");
    expect(standing.filter(({ applications }) => applications.length === 0)).toEqual([]);
  });

  it("client-reconnecting: parted for some minutes, reported, and back", async () => {
    const opened = start("client-reconnecting", 5);
    await opened.pass(40 * SECOND);
    expect(
      opened.tables.count(`SELECT 1 FROM "Session" WHERE "ConnectionState" IN (1, 2) AND "EndDate" IS NULL`),
    ).toBeGreaterThan(0);
    await opened.pass(12 * MINUTE);
    const rows = touched(opened, "client-reconnecting");
    expect(rows).toHaveLength(5);
    for (const { SessionKey } of rows) {
      const events = `SELECT 1 FROM "SessionAutoReconnect" WHERE "SessionKey" = ?`;
      expect(opened.tables.count(events, String(SessionKey))).toBeGreaterThanOrEqual(2);
      const reconnects = `SELECT 1 FROM "Connection" WHERE "SessionKey" = ? AND "IsReconnect" = 1`;
      expect(opened.tables.count(reconnects, String(SessionKey))).toBeGreaterThanOrEqual(1);
    }
  });

  it("agent-just-unregistered: no registration for some minutes while everybody goes on working", async () => {
    const opened = start("agent-just-unregistered", 1);
    await opened.pass(MINUTE);
    const [truth] = opened.tables.rows(`SELECT "Subject" FROM "SimTruth"`);
    const id = String(truth?.Subject);
    const state = () =>
      opened.tables.rows(`SELECT "CurrentRegistrationState" AS state, "Name" FROM "Machine" WHERE "Id" = ?`, id)[0]
        ?.state;
    const registrations = `SELECT 1 FROM "WorkerRegistrations" r JOIN "Workers" w ON w."Uid" = r."Uid" WHERE w."UUID" = ?`;
    expect(state()).toBe(2);
    expect(opened.tables.count(registrations, id)).toBe(0);
    const people = [...opened.site.world.census.sessionsOn(id)];
    expect(people.length).toBeGreaterThan(0);
    for (const session of people) expect(session.windows).not.toBeNull();
    await opened.pass(9 * MINUTE);
    expect(state()).toBe(1);
    expect(opened.tables.count(registrations, id)).toBe(1);
  });

  it("ended-between-two-reads: the server is seconds ahead of the site", async () => {
    const opened = start("ended-between-two-reads", 6);
    await opened.pass(SECOND);
    const ahead = [...opened.site.world.sessions.values()].filter(
      ({ windows, broken }) => windows === null && broken === null,
    );
    expect(ahead.filter(({ established }) => established).length).toBeGreaterThan(0);
    await opened.pass(10 * MINUTE);
    const rows = opened.tables.rows(
      `SELECT (julianday("ClearedAt") - julianday("AppearedAt")) * 86400 AS seconds FROM "SimTruth"`,
    );
    expect(rows).toHaveLength(6);
    for (const { seconds } of rows) expect(Number(seconds)).toBeLessThan(10);
  });

  it("none of them is broken", async () => {
    const names = ["logon-storm", "slow-logon", "anonymous-users", "console-and-rdp-administrators"];
    const others = [
      "prelaunch-and-linger",
      "client-reconnecting",
      "agent-just-unregistered",
      "ended-between-two-reads",
    ];
    const opened = practiceSite();
    for (const name of [...names, ...others]) opened.site.startScenario(name, { count: 2 });
    await opened.pass(30 * MINUTE);
    const broken = [...opened.site.world.sessions.values()].filter((session) => session.broken !== null);
    expect(broken).toEqual([]);
  });
});
