import { describe, expect, it } from "vitest";
import { stepMsFor } from "./at-once";
import { expiryOf, faultOfLimits, limitsToReplay, reachBackMs } from "./expiry";
import { limits, MINUTE } from "./replay.fixture";

const NEVER = Number.POSITIVE_INFINITY;

describe("when the timers of standing by run out", () => {
  it.each([
    [15, 120, 15, 120],
    [120, 120, NEVER, 120],
    [0, 120, NEVER, 120],
    [15, 0, 15, NEVER],
    [0, 0, NEVER, 0],
    [null, 120, NEVER, 120],
    [15, null, 15, NEVER],
    [null, 0, NEVER, NEVER],
  ])("disconnect %s and terminate %s: in minute %d, over in minute %d", (disconnect, terminate, parted, over) => {
    const given = limits({ "linger-disconnect": disconnect, "linger-terminate": terminate });
    expect(expiryOf("linger", 0, given)).toEqual({ disconnectAt: parted * MINUTE, endAt: over * MINUTE });
  });

  it("a session started ahead lingers after its time, and is disconnected by whichever comes first", () => {
    const linger = { "linger-disconnect": 5, "linger-terminate": 60 };
    const given = limits({ "pre-launch-terminate": 30, ...linger });
    expect(expiryOf("pre-launch", 0, given)).toEqual({ disconnectAt: 35 * MINUTE, endAt: 90 * MINUTE });
    expect(expiryOf("pre-launch", 0, limits(linger)).endAt).toBe(0);
  });
});

describe("limits that somebody asks for", () => {
  it("may not disconnect after they ended; equal is fine, and so is off", () => {
    expect(faultOfLimits(limits({ "linger-disconnect": 61, "linger-terminate": 60 }))).toEqual({
      timer: "linger-disconnect",
      sentence: "The linger disconnect time must not be longer than the linger terminate time.",
    });
    expect(faultOfLimits(limits({ "pre-launch-disconnect": 2, "pre-launch-terminate": 1 }))?.timer).toBe(
      "pre-launch-disconnect",
    );
    expect(faultOfLimits(limits({ "linger-disconnect": 60, "linger-terminate": 60 }))).toBeNull();
    expect(faultOfLimits(limits({ "linger-disconnect": 60, "linger-terminate": 0 }))).toBeNull();
    expect(faultOfLimits(limits({ disconnected: -1 }))?.timer).toBe("disconnected");
  });

  it("stay as they are where nothing is given, and start nobody's session ahead", () => {
    const now = limits({ disconnected: 60, "linger-terminate": null });
    const none = { disconnected: null, "linger-disconnect": null, "linger-terminate": null };
    const changed = { ...none, "pre-launch-disconnect": 5, "pre-launch-terminate": 10 };
    expect(limitsToReplay(now, changed)).toEqual(now);
  });
});

describe("what a replay looks at", () => {
  const now = limits({ disconnected: 60, "linger-terminate": 30 });
  const HOUR = 60 * MINUTE;

  it.each([
    [{}, 0],
    [{ disconnected: 30 * MINUTE }, 0],
    [{ disconnected: 5 * HOUR }, 5.5 * HOUR],
    [{ disconnected: 0 }, 7 * 24 * HOUR],
    [{ "linger-terminate": 2 * HOUR }, 4 * HOUR],
    [{ disconnected: 400 * HOUR }, 7 * 24 * HOUR],
  ])("reaches back as far as %j lets an older session live on", (changes, reach) => {
    expect(reachBackMs(now, { ...now, ...changes })).toBe(reach);
  });

  it.each([
    [1, 60_000],
    [340, 60_000],
    [341, 2 * 60_000],
    [7 * 1_440, 30 * 60_000],
    [31 * 1_440, 3 * HOUR],
    [341 * 1_440, Math.ceil((341 * 24 * HOUR) / 340)],
  ])("is drawn in steps that make %d minutes at most 340", (minutes, stepMs) => {
    expect(stepMsFor(minutes * MINUTE)).toBe(stepMs);
    expect(Math.ceil((minutes * MINUTE) / stepMs)).toBeLessThanOrEqual(340);
  });
});
