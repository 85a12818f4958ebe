import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api/api-error";
import { SettingsValues } from "@/lib/api/contract/settings";
import { SETTINGS, usualValues } from "@/lib/domain/settings";
import { GROUP_WORDS, namesOf, SETTING_GROUPS, SETTING_NAMES } from "./setting-groups";
import { boundsWords, parseTyped, typedOf, valueWords } from "./setting-value";
import { bodyOf, isAboutSetting, readDraft, settingOfField, withTyped } from "./settings-draft";

const saved = SettingsValues.parse(usualValues());
const list = (items: string[], pending = "") => ({ items, pending });

describe("the parts of the page", () => {
  it("hold every setting once, and none is empty", () => {
    const shown = SETTING_GROUPS.flatMap(namesOf);
    expect([...shown].sort()).toEqual(Object.keys(SETTINGS).sort());
    expect(SETTING_GROUPS.filter((group) => namesOf(group).length === 0)).toEqual([]);
    expect(Object.keys(GROUP_WORDS).sort()).toEqual([...SETTING_GROUPS].sort());
  });
});

describe("what is typed", () => {
  it("means what it shows: every default, as it stands in its field", () => {
    for (const name of SETTING_NAMES) {
      expect(parseTyped(name, typedOf(saved[name]))).toEqual({ ok: true, value: saved[name] });
    }
  });

  it("is a whole number within the bounds, which the server draws as well", () => {
    const parse = (text: string) => parseTyped("namelessGraceMinutes", text);
    expect(parse(" 15 ")).toEqual({ ok: true, value: 15 });
    expect(parse("4")).toEqual({ ok: false, problem: "At least 5." });
    expect(parse("241")).toEqual({ ok: false, problem: "At most 240." });
    for (const text of ["", "ten", "1.5", "-7", "1e2", "0x10"]) {
      expect(parse(text)).toEqual({ ok: false, problem: "Write a whole number." });
    }
    for (const value of [4, 5, 240, 241]) {
      const isTaken = SettingsValues.partial().safeParse({ namelessGraceMinutes: value }).success;
      expect([value, parse(`${value}`).ok]).toEqual([value, isTaken]);
    }
  });

  it("counts what stands in the box of a list as its last entry", () => {
    expect(parseTyped("failureCategoryIds", list(["11"], "14"))).toEqual({ ok: true, value: [11, 14] });
    expect(parseTyped("excludedAccounts", list([], " SITE\\robot* "))).toEqual({ ok: true, value: ["SITE\\robot*"] });
  });

  it("names the entry of a list that cannot be used", () => {
    const problem = (name: "failureCategoryIds" | "excludedAccounts", typed: ReturnType<typeof list>) => {
      const parsed = parseTyped(name, typed);
      return parsed.ok ? null : parsed.problem;
    };
    expect(problem("failureCategoryIds", list(["11"], "eleven"))).toBe("“eleven” is not a whole number.");
    expect(problem("failureCategoryIds", list([], "2147483648"))).toMatch(/too large/);
    expect(problem("excludedAccounts", list(["SITE\\robot"], "site\\ROBOT"))).toMatch(/in the list already/);
    expect(problem("excludedAccounts", list([], "x".repeat(201)))).toMatch(/at most 200 characters/);
    expect(problem("failureCategoryIds", list(Array.from({ length: 51 }, (_, id) => `${id}`)))).toBe(
      "At most 50 entries.",
    );
  });

  it("is put into words with its unit", () => {
    expect(valueWords("namelessGraceMinutes", 15)).toBe("15 minutes");
    expect(valueWords("justOldHours", 1)).toBe("1 hour");
    expect(valueWords("failureCategoryIds", [11, 14])).toBe("11, 14");
    expect(valueWords("excludedAccounts", [])).toBe("none");
    expect(boundsWords("justOldHours")).toBe("1 to 2,160 hours");
    expect(boundsWords("excludedAccounts")).toBeNull();
    expect(valueWords("restartsPerPersonPerHour", 1)).toBe("1 per hour");
    expect(boundsWords("restartsPerSitePerHour")).toBe("0 to 1,000 per hour");
    expect(["on", "off"]).toEqual([valueWords("ticketRequired", true), valueWords("ticketRequired", false)]);
    expect(boundsWords("ticketRequired")).toBeNull();
  });
});

describe("the draft", () => {
  it("names what saving would change, and what stands in its way", () => {
    const draft = { namelessGraceMinutes: "15", hungLogonGraceMinutes: "5", excludedAccounts: list(["SITE\\robot"]) };
    const { changes, problems } = readDraft(saved, draft);
    expect(changes.map(({ name, from, to }) => [name, from, to])).toEqual([
      ["namelessGraceMinutes", 10, 15],
      ["excludedAccounts", [], ["SITE\\robot"]],
    ]);
    expect([...problems]).toEqual([["hungLogonGraceMinutes", "At least 10."]]);
    expect(bodyOf(changes)).toEqual({ namelessGraceMinutes: 15, excludedAccounts: ["SITE\\robot"] });
    expect(SettingsValues.partial().safeParse(bodyOf(changes)).success).toBe(true);
  });

  it("takes a switch as it stands", () => {
    const draft = withTyped({}, saved, "ticketRequired", true);
    expect(readDraft(saved, draft).changes.map(({ name, from, to }) => [name, from, to])).toEqual([
      ["ticketRequired", false, true],
    ]);
    expect(withTyped(draft, saved, "ticketRequired", false)).toEqual({});
  });

  it("is none where everything stands as it is saved, however it got there", () => {
    const draft = withTyped({}, saved, "namelessGraceMinutes", "15");
    expect(draft).toEqual({ namelessGraceMinutes: "15" });
    expect(withTyped(draft, saved, "namelessGraceMinutes", "10")).toEqual({});
    expect(readDraft(saved, { namelessGraceMinutes: " 10" }).changes).toEqual([]);
  });

  it("compares with what is saved now, not with what was when typing began", () => {
    const draft = { namelessGraceMinutes: "15" };
    expect(readDraft({ ...saved, namelessGraceMinutes: 15 }, draft).changes).toEqual([]);
    expect(readDraft({ ...saved, namelessGraceMinutes: 12 }, draft).changes[0]?.from).toBe(12);
  });

  it("finds the field that the server refuses", () => {
    expect(settingOfField("excludedAccounts.3")).toBe("excludedAccounts");
    expect(settingOfField("namelessGraceMinutes")).toBe("namelessGraceMinutes");
    expect(settingOfField("namelessGrace")).toBeNull();
    expect(settingOfField(null)).toBeNull();
    expect(isAboutSetting(new ApiError("invalid", "Too small.", { field: "justOldHours" }))).toBe(true);
    expect(isAboutSetting(new ApiError("forbidden", "Not you."))).toBe(false);
  });
});
