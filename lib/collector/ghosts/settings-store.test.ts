import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { usualSettings } from "@/lib/domain/ghost/settings";
import { log } from "@/lib/log";
import { readSettings, writeSettings } from "./settings-store";

const AT = Date.parse("2026-11-21T10:00:00Z");
let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const write = (values: Parameters<typeof writeSettings>[2], by = "maria", siteId = "site") =>
  temporary.desk.$transaction((tx) => writeSettings(tx, siteId, values, { by, at: AT }));
const read = () => readSettings(temporary.desk, "site");

describe("stored settings", () => {
  it("stand over the defaults, with who changed them last", async () => {
    expect(await read()).toEqual({ settings: usualSettings(), changed: new Map() });
    await write({ namelessGraceMinutes: 15, excludedAccounts: ["CORP\\robot-*"] });
    await write({ namelessGraceMinutes: 20 }, "petr");
    await write({ justOldHours: 99 }, "petr", "another site");
    expect(await read()).toEqual({
      settings: { ...usualSettings(), namelessGraceMinutes: 20, excludedAccounts: ["CORP\\robot-*"] },
      changed: new Map([
        ["excludedAccounts", { at: AT, by: "maria" }],
        ["namelessGraceMinutes", { at: AT, by: "petr" }],
      ]),
    });
  });

  it("that are unknown or out of bounds are ignored, with one line in the log", async () => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
    await write({ namelessGraceMinutes: 15 });
    const others = { justOldHours: "0", failureCategoryIds: "[1,", excludedAccounts: '"CORP\\\\x"', poltergeists: "1" };
    const rows = Object.entries(others).map(([name, value]) => ({ siteId: "site", name, value }));
    await temporary.desk.setting.createMany({
      data: rows.map((row) => ({ ...row, changedAt: new Date(AT), changedBy: "maria" })),
    });
    const { settings, changed } = await read();
    expect(settings).toEqual({ ...usualSettings(), namelessGraceMinutes: 15 });
    expect([...changed.keys()]).toEqual(["namelessGraceMinutes"]);
    expect(warn.mock.calls).toEqual([[{ event: "settings.ignored", names: Object.keys(others).sort() }]]);
  });
});
