import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../engine/site-time";
import { type OpenedSite, practiceSite, type Row } from "../practice.fixture";

/** Every scenario shows its symptom in the tables and on the servers, and nothing but symptoms. */

function subjectsOf({ tables }: OpenedSite, scenario: string): string[] {
  const rows = tables.rows(`SELECT "Subject" FROM "SimTruth" WHERE "Scenario" = ? AND "ClearedAt" IS NULL`, scenario);
  return rows.map(({ Subject }) => String(Subject));
}

function rowOf({ tables }: OpenedSite, key: string): Row {
  const [row] = tables.rows(
    `SELECT s.*, c."LogOnStartDate", c."LogOnEndDate", c."ProfileLoadStartDate", c."ProfileLoadEndDate", g."SessionSupport"
     FROM "Session" s JOIN "Machine" m ON m."Id" = s."MachineId" JOIN "DesktopGroup" g ON g."Id" = m."DesktopGroupId"
     LEFT JOIN "Connection" c ON c."Id" = s."CurrentConnectionId" WHERE s."SessionKey" = ?`,
    key,
  );
  if (!row) throw new Error(`No session ${key}`);
  return row;
}

const sessionOf = ({ site }: OpenedSite, key: string) => site.world.sessions.get(key);

async function started(scenario: string, count: number, wait = 15 * MINUTE): Promise<[OpenedSite, string[]]> {
  const opened = practiceSite();
  opened.site.startScenario(scenario, { count });
  await opened.pass(wait);
  const subjects = subjectsOf(opened, scenario);
  expect(subjects).toHaveLength(count);
  return [opened, subjects];
}

describe("ghost scenarios", () => {
  it("nameless-after-failed-logon: connected without a user, for good, and pending on the server", async () => {
    const [opened, keys] = await started("nameless-after-failed-logon", 4);
    for (const key of keys) {
      expect(rowOf(opened, key)).toMatchObject({
        ConnectionState: 1,
        UserId: null,
        IsAnonymous: 0,
        EndDate: null,
        LogOnDuration: null,
        LogOnStartDate: null,
        SessionSupport: 2,
      });
      const session = sessionOf(opened, key);
      expect(session).toMatchObject({ appState: "PreLogon", personId: null });
      expect(opened.site.world.census.pendingOn(session?.machineId ?? "")).toBeGreaterThan(0);
    }
    await opened.pass(3 * HOUR);
    expect(subjectsOf(opened, "nameless-after-failed-logon")).toEqual(keys);
    expect(
      opened.tables.count(`SELECT 1 FROM "Sessions" WHERE "TrustedUserUid" IS NULL AND "LogOnTime" IS NULL`),
    ).toBeGreaterThanOrEqual(4);
  });

  it("named-gone-disconnected: the tables go on saying Disconnected, the server has no such session", async () => {
    const [opened, keys] = await started("named-gone-disconnected", 3);
    for (const key of keys) {
      const row = rowOf(opened, key);
      expect(row).toMatchObject({ ConnectionState: 2, EndDate: null });
      expect(row.UserId).not.toBeNull();
      expect(sessionOf(opened, key)?.windows).toBeNull();
    }
    await opened.pass(10 * HOUR);
    expect(subjectsOf(opened, "named-gone-disconnected")).toEqual(keys);
  });

  it("named-without-application: active, with a user, and no application left", async () => {
    const [opened, keys] = await started("named-without-application", 2);
    for (const key of keys) {
      expect(rowOf(opened, key)).toMatchObject({ ConnectionState: 5, SessionType: 1, EndDate: null });
      expect(sessionOf(opened, key)).toMatchObject({ appState: "NoApps", windows: null });
      const open = `SELECT 1 FROM "ApplicationInstance" WHERE "SessionKey" = ? AND "EndDate" IS NULL`;
      expect(opened.tables.count(open, key)).toBe(0);
    }
  });

  it("hung-logon: a user, a logon that began and a profile that never finishes loading", async () => {
    const [opened, keys] = await started("hung-logon", 3, 40 * MINUTE);
    for (const key of keys) {
      const row = rowOf(opened, key);
      expect(row).toMatchObject({ EndDate: null, LogOnDuration: null, LogOnEndDate: null, ProfileLoadEndDate: null });
      expect(row.UserId).not.toBeNull();
      expect(row.ProfileLoadStartDate).not.toBeNull();
      expect(sessionOf(opened, key)?.appState).toBe("PreLogon");
      expect(row.ConnectionState).toBe(row.SessionSupport === 2 ? 1 : 5);
    }
  });

  it("stuck-connected: a single-session machine that stays connected and never becomes active", async () => {
    const [opened, keys] = await started("stuck-connected", 1, 20 * MINUTE);
    for (const key of keys) {
      expect(rowOf(opened, key)).toMatchObject({
        ConnectionState: 1,
        SessionSupport: 1,
        EndDate: null,
        LogOnDuration: null,
      });
    }
  });

  it("failure-trace: sessions on one server end with the failure that row 11 stands for, until the cause is gone", async () => {
    const opened = practiceSite();
    opened.site.startScenario("failure-trace", { count: 1, forMs: HOUR });
    await opened.pass(50 * MINUTE);
    const [machine] = subjectsOf(opened, "failure-trace");
    const traces = `SELECT 1 FROM "Session" WHERE "FailureId" = 11 AND "EndDate" IS NOT NULL AND "UserId" IS NOT NULL`;
    const here = opened.tables.count(`${traces} AND "MachineId" = ?`, String(machine));
    expect(here).toBeGreaterThan(3);
    expect(opened.tables.count(traces)).toBe(here);
    const category = opened.tables.rows(`SELECT * FROM "ConnectionFailureCategory" WHERE "Id" = 11`);
    expect(category).toEqual([{ Id: 11, ConnectionFailureEnumValue: 19, Category: 2 }]);
    await opened.pass(20 * MINUTE);
    const after = opened.tables.count(traces);
    await opened.pass(HOUR);
    expect(opened.tables.count(traces)).toBe(after);
    expect(subjectsOf(opened, "failure-trace")).toEqual([]);
  });

  it("the night's restart clears what was broken on servers", async () => {
    const opened = practiceSite();
    for (const name of ["nameless-after-failed-logon", "named-without-application", "stuck-connected"]) {
      opened.site.startScenario(name, { count: 1 });
    }
    await opened.pass(30 * MINUTE);
    expect(opened.tables.count(`SELECT 1 FROM "SimTruth" WHERE "ClearedAt" IS NULL`)).toBe(3);
    await opened.pass(DAY);
    const cleared = opened.tables.rows(`SELECT DISTINCT "ClearedBy" FROM "SimTruth"`);
    expect(cleared).toEqual([{ ClearedBy: "machine-restart" }]);
  });

  it("people run into a session that is gone: their launches fail and are logged", async () => {
    const [opened] = await started("named-gone-disconnected", 6, 2 * HOUR);
    const failed =
      opened.tables.rows(`SELECT DISTINCT "ConnectionFailureEnumValue" AS code FROM "ConnectionFailureLog" l
      JOIN "SimTruth" t ON t."UserId" = l."UserId" WHERE l."FailureDate" > t."AppearedAt"`);
    expect(failed.length).toBeGreaterThan(0);
  });

  it("an ended scenario breaks nothing more, and mends nothing", async () => {
    const opened = practiceSite();
    opened.site.startScenario("nameless-after-failed-logon", { count: 50 });
    await opened.pass(90 * SECOND);
    opened.site.endScenario("nameless-after-failed-logon");
    await opened.pass(MINUTE);
    const broken = subjectsOf(opened, "nameless-after-failed-logon");
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.length).toBeLessThan(50);
    await opened.pass(HOUR);
    expect(subjectsOf(opened, "nameless-after-failed-logon")).toEqual(broken);
  });
});
