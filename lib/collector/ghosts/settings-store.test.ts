import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { usualSettings } from "@/lib/domain/ghost/settings";
import { log } from "@/lib/log";
import { readStoredSettings } from "./settings-store";

let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const store = (values: Readonly<Record<string, string>>, siteId = "site") =>
  temporary.desk.setting.createMany({
    data: Object.entries(values).map(([name, value]) => ({
      ...{ siteId, name, value, changedAt: new Date("2026-11-21T10:00:00Z"), changedBy: "maria" },
    })),
  });
const read = () => readStoredSettings(temporary.desk, "site");

describe("stored settings", () => {
  it("stand over the defaults, on their own site", async () => {
    expect(await read()).toEqual(usualSettings());
    await store({ namelessGraceMinutes: "20", excludedAccounts: '["CORP\\\\robot-*"]' });
    await store({ justOldHours: "99" }, "another site");
    const changed = { namelessGraceMinutes: 20, excludedAccounts: ["CORP\\robot-*"] };
    expect(await read()).toEqual({ ...usualSettings(), ...changed });
  });

  it("that are unknown or out of bounds are ignored, with one line in the log", async () => {
    const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
    const wrong = { justOldHours: "0", failureCategoryIds: "[1,", excludedAccounts: '"CORP"', poltergeists: "1" };
    await store({ namelessGraceMinutes: "15", ...wrong });
    expect(await read()).toEqual({ ...usualSettings(), namelessGraceMinutes: 15 });
    expect(warn.mock.calls).toEqual([[{ event: "settings.ignored", names: Object.keys(wrong).sort() }]]);
  });
});
