import { describe, expect, it } from "vitest";
import type { ReplayLimits, SessionTrace } from "../what-if";
import { replay } from "./replay";
import { aTrace, at, limits, MINUTE, spans } from "./replay.fixture";

/** Lingering and pre-launched sessions, within the hours from 0:00 to 10:00. */
const SPAN = { from: at(0), to: at(600), stepMs: 60 * MINUTE };

function ask(traces: readonly SessionTrace[], now: Partial<ReplayLimits>, changed: Partial<ReplayLimits>) {
  const answer = replay(traces, limits(now), limits({ ...now, ...changed }), SPAN);
  const minutes = (mean: number) => Math.round((mean * (SPAN.to - SPAN.from)) / MINUTE);
  return { slots: minutes(answer.changed.slotsMean), licences: minutes(answer.changed.licencesMean), ...answer };
}

const anApplication = (from: number, to: number | null, facts: Partial<SessionTrace>) =>
  aTrace(from, to, { isApplication: true, ...facts });
const LINGER = { "linger-disconnect": 15, "linger-terminate": 120 };
const AHEAD = { "pre-launch-disconnect": 15, "pre-launch-terminate": 120 };

/** Worked until 100, was disconnected at 115 and ended at 220: what {@link LINGER} does. */
const lingered = (facts: Partial<SessionTrace> = {}) =>
  anApplication(0, 220, { connected: spans([0, 115]), working: spans([0, 40], [30, 100]), ...facts });

describe("linger timers", () => {
  it("as they are change nothing", () => {
    expect(ask([lingered()], LINGER, {})).toMatchObject({ slots: 220, licences: 115, logonsMore: 0, logonsFewer: 0 });
  });

  it("that disconnect sooner free the licence, not the slot", () => {
    expect(ask([lingered()], LINGER, { "linger-disconnect": 5 })).toMatchObject({ slots: 220, licences: 105 });
  });

  it("that disconnect later, or never, hold the licence for longer", () => {
    expect(ask([lingered()], LINGER, { "linger-disconnect": 60 })).toMatchObject({ slots: 220, licences: 160 });
    expect(ask([lingered()], LINGER, { "linger-disconnect": 0 })).toMatchObject({ slots: 220, licences: 220 });
  });

  it("that end sooner free the slot; equal means at once, without being disconnected first", () => {
    expect(ask([lingered()], LINGER, { "linger-terminate": 30 })).toMatchObject({ slots: 130, licences: 115 });
    const equal = { "linger-disconnect": 30, "linger-terminate": 30 };
    expect(ask([lingered()], LINGER, equal)).toMatchObject({ slots: 130, licences: 130 });
  });

  it("that end later let it live on, until the next session of its user", () => {
    expect(ask([lingered()], LINGER, { "linger-terminate": 240 })).toMatchObject({ slots: 340, licences: 115 });
    const next = anApplication(300, 400, { connected: spans([300, 400]), working: spans([300, 400]) });
    expect(ask([lingered(), next], LINGER, { "linger-terminate": 240 })).toMatchObject({ slots: 400, logonsFewer: 1 });
  });

  it("that never end it leave it to the disconnected limit, where that is known", () => {
    expect(ask([lingered()], LINGER, { "linger-terminate": 0 }).slots).toBe(600);
    expect(ask([lingered()], { ...LINGER, disconnected: 300 }, { "linger-terminate": 0 }).slots).toBe(415);
  });

  it("that disconnect sooner let the disconnected limit begin sooner", () => {
    const trace = lingered({ endedAt: at(175) });
    const now = { ...LINGER, disconnected: 60 };
    expect(ask([trace], now, { "linger-disconnect": 5 })).toMatchObject({ slots: 165, licences: 105 });
    expect(ask([trace], now, { "linger-disconnect": 25 })).toMatchObject({ slots: 185, licences: 125 });
  });

  it("that end sooner cost a logon where another application was started in the same session", () => {
    const trace = anApplication(0, 300, {
      connected: spans([0, 115], [180, 300]),
      working: spans([0, 100], [180, 300]),
    });
    expect(ask([trace], LINGER, { "linger-terminate": 80 })).toMatchObject({ slots: 300, logonsMore: 0 });
    expect(ask([trace], LINGER, { "linger-terminate": 79 })).toMatchObject({
      slots: 299,
      logonsMore: 1,
      waitingMs: 30_000,
    });
    expect(ask([trace], LINGER, { "linger-disconnect": 5 })).toMatchObject({ licences: 105 + 120, logonsMore: 0 });
  });

  it("switched off end a session with its last application", () => {
    const off = { "linger-disconnect": 0, "linger-terminate": 0 };
    expect(ask([lingered()], LINGER, off)).toMatchObject({ slots: 100, licences: 100 });
  });

  it("switched on keep what its user closed while connected, and nothing else", () => {
    const closed = (facts: Partial<SessionTrace> = {}) =>
      anApplication(0, 100, { connected: spans([0, 100]), working: spans([0, 100]), ...facts });
    expect(ask([closed()], {}, LINGER)).toMatchObject({ slots: 220, licences: 115 });
    expect(ask([closed({ connected: spans([0, 90]) })], {}, LINGER)).toMatchObject({ slots: 100, licences: 90 });
    expect(ask([closed({ isApplication: false, working: [] })], {}, LINGER).slots).toBe(100);
  });

  it("do nothing to sessions of which no application is known", () => {
    const answer = ask([lingered({ working: [] })], LINGER, { "linger-terminate": 10 });
    expect(answer).toMatchObject({ slots: 220, licences: 115, gaps: { withoutApplications: 1 } });
  });
});

describe("pre-launch timers", () => {
  /** Started ahead at 0, disconnected at 15; its first application at 60. */
  const ahead = (facts: Partial<SessionTrace> = {}) =>
    anApplication(0, 200, { connected: spans([0, 15], [60, 200]), working: spans([60, 200]), ...facts });

  it("run from the logon to the first application", () => {
    expect(ask([ahead()], AHEAD, {})).toMatchObject({ slots: 200, licences: 155 });
    expect(ask([ahead()], AHEAD, { "pre-launch-disconnect": 5 })).toMatchObject({ slots: 200, licences: 145 });
    expect(ask([ahead()], AHEAD, { "pre-launch-disconnect": 30 })).toMatchObject({ slots: 200, licences: 170 });
    expect(ask([ahead()], AHEAD, { "pre-launch-terminate": 60 })).toMatchObject({ slots: 200, logonsMore: 0 });
    expect(ask([ahead()], AHEAD, { "pre-launch-terminate": 50 })).toMatchObject({ slots: 190, logonsMore: 1 });
  });

  it("leave a session lingering where its group does that", () => {
    const never = anApplication(0, 240, { connected: spans([0, 15]) });
    const both = { ...AHEAD, ...LINGER };
    expect(ask([never], both, {})).toMatchObject({ slots: 240, licences: 15 });
    expect(ask([never], both, { "linger-terminate": 20 }).slots).toBe(140);
    expect(ask([never], both, { "pre-launch-terminate": 30 }).slots).toBe(150);
    expect(ask([never], both, { "pre-launch-terminate": 180 }).slots).toBe(300);
  });

  it("switched off make who came early wait for the first application", () => {
    const off = { "pre-launch-disconnect": 0, "pre-launch-terminate": 0 };
    expect(ask([ahead()], AHEAD, off)).toMatchObject({ slots: 140, licences: 140, logonsMore: 1 });
  });

  it("switched on cannot be replayed: nobody knows whose sessions would be started ahead", () => {
    expect(ask([ahead()], {}, AHEAD)).toMatchObject({ slots: 200, licences: 155, logonsMore: 0 });
  });

  it("do not take a first application that is a moment late for a session started ahead", () => {
    const prompt = ahead({ connected: spans([0, 200]), working: spans([2, 200]) });
    expect(ask([prompt], AHEAD, { "pre-launch-terminate": 1, "pre-launch-disconnect": 1 })).toMatchObject({
      ...{ slots: 200, logonsMore: 0 },
    });
  });
});
