import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/audit/actor";
import { localActor } from "@/lib/auth/local-actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { FixedClock } from "@/lib/clock";
import { readActionSettings } from "@/lib/collector/action-settings";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { readStoredSettings } from "@/lib/collector/ghosts/settings-store";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { GHOST_SETTINGS, type GhostSettingName, usualSettings } from "@/lib/domain/ghost/settings";
import { usualActionSettings } from "@/lib/domain/operation/settings";
import { ROLES } from "@/lib/domain/role";
import { log } from "@/lib/log";
import { changeSettings, type SettingsScope } from "./change-settings";

const clock = new FixedClock(Date.parse("2026-11-21T10:00:00Z"));
let temporary: TemporaryDesk;
let ghosts: TestGhostDesk;
let scope: SettingsScope;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  ghosts = new TestGhostDesk();
  scope = { desk: temporary.desk, clock, ghosts, actor: localActor("s") };
});
afterEach(() => temporary.remove());

const stored = async () => {
  const rows = await temporary.desk.setting.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ name, value, changedBy }) => [name, JSON.parse(value), changedBy] as const);
};
const audited = async () => {
  const entries = await temporary.desk.auditEntry.findMany({ orderBy: { id: "asc" } });
  return entries.map(({ action, subject, detail }) => [action, subject, JSON.parse(detail) as unknown]);
};

describe("changing settings", () => {
  it("keeps what is not named, tells the rules, and writes down old and new of what is another one", async () => {
    await changeSettings(scope, { namelessGraceMinutes: 15, justOldHours: GHOST_SETTINGS.justOldHours.usual });
    await changeSettings(scope, { namelessGraceMinutes: 30, excludedAccounts: ["CORP\\robot*"] });
    expect(ghosts.settings).toEqual({
      ...usualSettings(),
      namelessGraceMinutes: 30,
      excludedAccounts: ["CORP\\robot*"],
    });
    expect(await stored()).toEqual([
      ["excludedAccounts", ["CORP\\robot*"], "command-line"],
      ["namelessGraceMinutes", 30, "command-line"],
    ]);
    expect(await audited()).toEqual([
      ["settings.change", "ghosts", { namelessGraceMinutes: { from: 10, to: 15 } }],
      [
        ...["settings.change", "ghosts"],
        { namelessGraceMinutes: { from: 15, to: 30 }, excludedAccounts: { from: [], to: ["CORP\\robot*"] } },
      ],
    ]);
  });

  it.each([{}, { concurrentLogonsTolerance: 2 }, { failureCategoryIds: [11, 11] }])(
    "%j changes nothing: nothing is told, nothing written",
    async (input) => {
      const before = ghosts.settings;
      await changeSettings(scope, input);
      expect(ghosts.settings).toBe(before);
      expect([await stored(), await audited()]).toEqual([[], []]);
    },
  );

  it("back to the default is a change too, and says who made it", async () => {
    await changeSettings(scope, { concurrentLogonsTolerance: 5 });
    await changeSettings(scope, { concurrentLogonsTolerance: 2 });
    expect(ghosts.settings).toEqual(usualSettings());
    expect(await stored()).toEqual([["concurrentLogonsTolerance", 2, "command-line"]]);
    expect(await audited()).toHaveLength(2);
  });

  it("loses nothing where two change different settings at once", async () => {
    await Promise.all([
      changeSettings(scope, { justOldHours: 48 }),
      changeSettings(scope, { serverSweepMinutes: 20 }),
      changeSettings(scope, { failureTraceCount: 4 }),
    ]);
    expect(ghosts.settings).toMatchObject({ justOldHours: 48, serverSweepMinutes: 20, failureTraceCount: 4 });
    expect(await stored()).toHaveLength(3);
  });

  it("says as old what the rules went by, where what was stored is out of its bounds", async () => {
    const row = { siteId: "s", name: "justOldHours", value: "-5", changedAt: new Date(0), changedBy: "x" };
    await temporary.desk.setting.create({ data: row });
    await changeSettings(scope, { justOldHours: 48 });
    expect(await audited()).toEqual([["settings.change", "ghosts", { justOldHours: { from: 24, to: 48 } }]]);
    expect(await stored()).toEqual([["justOldHours", 48, "command-line"]]);
  });

  it("of actions are stored and audited the same way, and the rules of ghosts are not told", async () => {
    const before = ghosts.settings;
    await changeSettings(scope, { ticketRequired: true, bulkMost: 10, restartsPerSitePerHour: 20 });
    expect(ghosts.settings).toBe(before);
    expect(await readActionSettings(temporary.desk, "s")).toEqual({
      ...usualActionSettings(),
      ...{ ticketRequired: true, bulkMost: 10 },
    });
    await changeSettings(scope, { ticketRequired: false, justOldHours: 48 });
    expect(ghosts.settings).toEqual({ ...usualSettings(), justOldHours: 48 });
    expect(await audited()).toEqual([
      ["settings.change", "actions", { bulkMost: { from: 25, to: 10 }, ticketRequired: { from: false, to: true } }],
      [
        ...["settings.change", "ghosts and actions"],
        { justOldHours: { from: 24, to: 48 }, ticketRequired: { from: true, to: false } },
      ],
    ]);
    expect(await readStoredSettings(temporary.desk, "s")).toEqual({ ...usualSettings(), justOldHours: 48 });
  });

  it("of actions that are stored out of their bounds stand at their default, with a line in the log", async () => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
    const row = { siteId: "s", changedAt: new Date(0), changedBy: "x" };
    await temporary.desk.setting.create({ data: { ...row, name: "bulkMost", value: "100000" } });
    expect(await readActionSettings(temporary.desk, "s")).toEqual(usualActionSettings());
    expect(warn.mock.calls).toEqual([[{ event: "settings.ignored", names: ["bulkMost"] }]]);
    warn.mockRestore();
  });

  it.each([
    [{ ticketRequired: 1 }, "ticketRequired", "“Ticket number” is true or false."],
    [{ bulkMost: 0 }, "bulkMost", "“At once” is a whole number of sessions from 1 to 200."],
    [
      { restartsPerSitePerHour: -1 },
      "restartsPerSitePerHour",
      "“Agent restarts: whole site” is a whole number per hour from 0 to 1000.",
    ],
  ])("%j is refused", async (input, field, message) => {
    await expect(changeSettings(scope, input)).rejects.toMatchObject({ code: "invalid", field, message });
  });

  it("belongs to one site", async () => {
    await changeSettings(scope, { justOldHours: 48 });
    await changeSettings({ ...scope, actor: localActor("other") }, { justOldHours: 24 });
    expect(await stored()).toHaveLength(1);
  });
});

describe("bounds", () => {
  const numbers = (Object.keys(GHOST_SETTINGS) as GhostSettingName[]).flatMap((name) => {
    const rule = GHOST_SETTINGS[name];
    return rule.kind === "number" ? [[name, rule.least, rule.most, rule.label, rule.unit] as const] : [];
  });

  it.each(numbers)("%s from %i to %i", async (name, least, most, label, unit) => {
    for (const value of [least, most]) {
      await changeSettings(scope, { [name]: value });
      expect(ghosts.settings[name]).toBe(value);
    }
    for (const value of [least - 1, most + 1, least + 0.5, `${least}`, null, Number.NaN]) {
      await expect(changeSettings(scope, { [name]: value })).rejects.toMatchObject({
        ...{ code: "invalid", field: name },
        message: `“${label}” is a whole number of ${unit} from ${least} to ${most}.`,
      });
    }
    expect(ghosts.settings[name]).toBe(most);
  });

  it.each([
    [{ failureCategoryIds: [1.5] }, "failureCategoryIds.0", /at most 50 row ids, each a whole number from 0 on\.$/],
    [{ failureCategoryIds: [-1] }, "failureCategoryIds.0", /row ids/],
    [{ failureCategoryIds: "11" }, "failureCategoryIds", /row ids/],
    [{ failureCategoryIds: Array.from({ length: 51 }, (_, id) => id) }, "failureCategoryIds", /at most 50/],
    [{ excludedAccounts: [" "] }, "excludedAccounts.0", /each of 1 to 200 characters/],
    [{ excludedAccounts: ["*"] }, "excludedAccounts.0", /would exclude everybody/],
    [{ excludedAccounts: ["x".repeat(201)] }, "excludedAccounts.0", /names/],
    [{ excludedAccounts: [5] }, "excludedAccounts.0", /names/],
  ])("%j is refused", async (input, field, message) => {
    const refusal = changeSettings(scope, { ...input, justOldHours: 48 });
    await expect(refusal).rejects.toMatchObject({ code: "invalid", field });
    await expect(refusal).rejects.toThrow(message);
    expect([await stored(), ghosts.settings.justOldHours]).toEqual([[], 24]);
  });
});

it.each(ROLES.filter((role) => role !== "admin"))("%s may not", async (role) => {
  const actor = mintActor({ name: "somebody", role, siteId: "s" }, "person") as Actor;
  await expect(changeSettings({ ...scope, actor }, { justOldHours: 48 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(changeSettings({ ...scope, actor }, { justOldHours: -1 })).rejects.toMatchObject({ code: "forbidden" });
});
