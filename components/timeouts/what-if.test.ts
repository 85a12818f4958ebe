import { describe, expect, it } from "vitest";
import { aGroup, aLimit, aWhatIf } from "./timeouts.fixture";
import { bodyOf, draftFaults, minutesNow } from "./what-if-draft";
import { linesUntil, peaksByDay, signed, whatIfFigures } from "./what-if-words";

const now = minutesNow(aGroup().limits);

describe("what is about to be asked", () => {
  it("begins with what holds now: off is 0, what was not read is null", () => {
    expect(now).toMatchObject({ disconnected: 480, "linger-disconnect": 15 });
    expect(minutesNow([aLimit({ kind: "off", seconds: null })]).disconnected).toBe(0);
    expect(minutesNow([aLimit({ kind: "mixed" })]).disconnected).toBeNull();
    expect(minutesNow([]).disconnected).toBeNull();
  });

  it("is only what differs from now", () => {
    expect(bodyOf("g1", { "linger-disconnect": "5", disconnected: "480" }, now)).toEqual({
      group: "g1",
      timers: { "linger-disconnect": 5 },
    });
    expect(bodyOf("g1", { disconnected: "480" }, now)).toBeNull();
    expect(bodyOf("", { disconnected: "60" }, now)).toBeNull();
    expect(bodyOf("g1", { disconnected: "0" }, now)).toEqual({ group: "g1", timers: { disconnected: 0 } });
    expect(bodyOf("g1", { disconnected: "7,5" }, now)?.timers).toEqual({ disconnected: 7.5 });
  });

  it("cannot disconnect after it has ended, against what is typed or what holds", () => {
    expect(draftFaults({ "linger-disconnect": "500" }, now)["linger-disconnect"]).toBe(
      "It cannot be disconnected (500 min) after it has ended (480 min).",
    );
    expect(draftFaults({ "linger-terminate": "10" }, now)["linger-terminate"]).toMatch(/\(15 min\).*\(10 min\)/);
    expect(bodyOf("g1", { "linger-terminate": "10" }, now)).toBeNull();
  });

  it("may do both at the same time, and either may be off", () => {
    expect(draftFaults({ "linger-disconnect": "480" }, now)).toEqual({});
    expect(draftFaults({ "linger-terminate": "0" }, now)).toEqual({});
    expect(draftFaults({ "linger-disconnect": "0", "linger-terminate": "5" }, now)).toEqual({});
    expect(draftFaults({ "linger-disconnect": "500" }, minutesNow([]))).toEqual({});
  });

  it("is minutes", () => {
    for (const text of ["abc", "-5", "1e3", "5 min"])
      expect(draftFaults({ disconnected: text }, now).disconnected).toMatch(/^Minutes/);
    expect(draftFaults({ disconnected: "525601" }, now).disconnected).toMatch(/^A year/);
    expect(draftFaults({ disconnected: " " }, now)).toEqual({});
  });
});

describe("the answer", () => {
  it("is four figures, a day where it is one", () => {
    const figures = whatIfFigures(aWhatIf());
    expect(figures.map(({ value }) => value)).toEqual(["−138", "±0", "+41", "+27 min"]);
    expect(figures[2]?.note).toBe("41 more, 0 fewer");
    expect(figures[3]?.note).toBe("a logon takes 40 s in the middle");
  });

  it("says when waiting is saved", () => {
    const [, , , waiting] = whatIfFigures(aWhatIf({ waitingMinutes: -3, logonSeconds: null }));
    expect(waiting).toMatchObject({ value: "−0.4 min", name: "less waiting a day, all people together" });
    expect(signed(0)).toBe("±0");
  });

  it("has the peaks of each day", () => {
    const step = (at: string, licencesNow: number, licencesThen: number) => {
      return { at, licencesNow, licencesThen, slotsNow: 9, slotsThen: 8 };
    };
    const series = [step("2026-11-20T22:00Z", 5, 4), step("2026-11-20T23:00Z", 7, 3), step("2026-11-21T00:00Z", 1, 1)];
    expect(peaksByDay(series, (at) => at.slice(0, 10))).toEqual([
      { at: "2026-11-20T22:00Z", licencesNow: 7, licencesThen: 4, slotsNow: 9, slotsThen: 8 },
      { at: "2026-11-21T00:00Z", licencesNow: 1, licencesThen: 1, slotsNow: 9, slotsThen: 8 },
    ]);
  });

  it("has lines that hold their last value to the end", () => {
    const step = { licencesNow: 5, licencesThen: 4, slotsNow: 9, slotsThen: 8 };
    const series = [
      { at: "2026-11-20T22:00Z", ...step, licencesNow: 7 },
      { at: "2026-11-20T23:00Z", ...step },
    ];
    const end = Date.parse("2026-11-21T00:00Z");
    const hour = 3_600_000;
    expect(linesUntil("2026-11-21T00:00Z", series, "licences")).toEqual([
      { at: end - 2 * hour, now: 7, asked: 4 },
      { at: end - hour, now: 5, asked: 4 },
      { at: end, now: 5, asked: 4 },
    ]);
    expect(linesUntil("2026-11-20T23:00Z", series, "slots").map(({ now }) => now)).toEqual([9, 9]);
    expect(linesUntil("2026-11-20T23:00Z", [], "slots")).toEqual([]);
  });
});
