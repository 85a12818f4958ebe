import { describe, expect, it } from "vitest";
import type { ReplayLimits, SessionTrace } from "../what-if";
import { replay } from "./replay";
import { aTrace, at, limits, MINUTE, spans } from "./replay.fixture";

/** All examples within the hours from 0:00 to 10:00, counted by hand. */
const SPAN = { from: at(0), to: at(600), stepMs: 60 * MINUTE };

function ask(traces: readonly SessionTrace[], now: Partial<ReplayLimits>, changed: Partial<ReplayLimits>, span = SPAN) {
  const answer = replay(traces, limits(now), limits({ ...now, ...changed }), span);
  const minutes = (mean: number) => Math.round((mean * (span.to - span.from)) / MINUTE);
  return {
    ...answer,
    slotMinutes: [minutes(answer.now.slotsMean), minutes(answer.changed.slotsMean)],
    licenceMinutes: [minutes(answer.now.licencesMean), minutes(answer.changed.licencesMean)],
  };
}

describe("a shorter disconnected limit", () => {
  const away = (back: number | null, end = 500) =>
    aTrace(0, end, { connected: back === null ? spans([0, 100]) : spans([0, 100], [back, end]) });

  it("ends a session that nobody comes back to", () => {
    const { slotMinutes, licenceMinutes, logonsMore } = ask(
      [away(null, 400)],
      { disconnected: 300 },
      { disconnected: 60 },
    );
    expect(slotMinutes).toEqual([400, 160]);
    expect(licenceMinutes).toEqual([100, 100]);
    expect(logonsMore).toBe(0);
  });

  it("costs who comes back later a logon, and the rest is a session of its own", () => {
    const answer = ask([away(300)], { disconnected: 300 }, { disconnected: 60 });
    expect(answer.slotMinutes).toEqual([500, 500 - 140]);
    expect(answer.licenceMinutes).toEqual([300, 300]);
    expect(answer).toMatchObject({ logonsMore: 1, logonsFewer: 0, waitingMs: 30_000, sessions: 1 });
  });

  it.each([
    [159, 0, 500],
    [160, 0, 500],
    [161, 1, 499],
  ])("back in minute %d, 60 minutes after 100: %d logons", (back, logonsMore, slots) => {
    const answer = ask([away(back)], { disconnected: 300 }, { disconnected: 60 });
    expect([answer.logonsMore, answer.slotMinutes[1]]).toEqual([logonsMore, slots]);
  });

  it("counts each time that somebody was away for too long", () => {
    const trace = aTrace(0, 500, { connected: spans([0, 50], [200, 220], [230, 300], [450, 500]) });
    const { slotMinutes, logonsMore } = ask([trace], {}, { disconnected: 60 });
    expect([slotMinutes[1], logonsMore]).toEqual([500 - 90 - 90, 2]);
  });

  it("needs not know the limit of now, and counts only what falls into the time", () => {
    const now = { disconnected: null };
    expect(ask([away(300)], now, { disconnected: 60 }).logonsMore).toBe(1);
    const early = aTrace(-500, 100, { connected: spans([-500, -400], [-100, 100]) });
    const { slotMinutes, logonsMore } = ask([early], { disconnected: 400 }, { disconnected: 60 });
    expect([slotMinutes, logonsMore]).toEqual([[100, 100], 0]);
    const across = aTrace(-500, 100, { connected: spans([-500, -70], [50, 100]) });
    expect(ask([across], { disconnected: 400 }, { disconnected: 60 })).toMatchObject({
      ...{ slotMinutes: [100, 50], logonsMore: 1 },
    });
  });

  it("ends sessions that are still open, and cuts at the end of the time what goes on", () => {
    const open = aTrace(0, null, { connected: spans([0, 100]), seenAt: at(100) });
    const late = aTrace(500, 900, { userKey: "B", connected: spans([500, 550], [700, 900]) });
    const { slotMinutes, logonsMore } = ask([open, late], { disconnected: 700 }, { disconnected: 60 });
    expect(slotMinutes).toEqual([600 + 100, 160 + 100]);
    expect(logonsMore).toBe(0);
    expect(ask([late], {}, { disconnected: 49 }).slotMinutes[1]).toBe(99);
  });
});

describe("a longer disconnected limit", () => {
  const ended = (facts: Partial<SessionTrace> = {}) => aTrace(0, 160, { connected: spans([0, 100]), ...facts });

  it("lets a session that the old one ended live on until the new one", () => {
    const { slotMinutes, licenceMinutes } = ask([ended()], { disconnected: 60 }, { disconnected: 120 });
    expect([slotMinutes, licenceMinutes]).toEqual([
      [160, 220],
      [100, 100],
    ]);
    expect(ask([ended()], { disconnected: 60 }, { disconnected: 0 }).slotMinutes[1]).toBe(600);
  });

  it.each([
    [157, 157],
    [158, 220],
    [162, 220],
    [163, 163],
  ])("takes an end in minute %d for the limit's work within two minutes: held until %d", (end, held) => {
    const trace = aTrace(0, end, { connected: spans([0, 100]) });
    expect(ask([trace], { disconnected: 60 }, { disconnected: 120 }).slotMinutes[1]).toBe(held);
  });

  it("leaves alone what somebody ended, and what it cannot know", () => {
    expect(
      ask([ended({ connected: spans([0, 160]) })], { disconnected: 60 }, { disconnected: 120 }).slotMinutes[1],
    ).toBe(160);
    expect(ask([ended()], { disconnected: null }, { disconnected: 120 }).slotMinutes[1]).toBe(160);
    expect(ask([ended()], { disconnected: null }, { disconnected: null }).slotMinutes[1]).toBe(160);
  });

  it.each([
    [219, 1, 219],
    [220, 1, 220],
    [221, 0, 220],
  ])("spares a logon where the user's next session begins in minute %d: %d", (next, logonsFewer, until) => {
    const answer = ask([ended(), aTrace(next, 300, { logonMs: 20_000 })], { disconnected: 60 }, { disconnected: 120 });
    expect(answer.logonsFewer).toBe(logonsFewer);
    expect(0 - answer.waitingMs).toBe(logonsFewer * 20_000);
    expect(answer.slotMinutes[1]).toBe(until + 300 - next);
  });

  it("counts what ended before the time and would have lived on into it", () => {
    const before = aTrace(-200, -40, { connected: spans([-200, -100]) });
    const answer = ask([before, aTrace(15, 30)], { disconnected: 60 }, { disconnected: 120 });
    expect(answer).toMatchObject({ sessions: 1, slotMinutes: [15, 15 + 15], logonsFewer: 1 });
  });

  it("is somebody else's session for everybody else, and for nobody's", () => {
    const others = [aTrace(200, 300, { userKey: "B" }), aTrace(200, 300, { userKey: null })];
    expect(ask([ended(), ...others], { disconnected: 60 }, { disconnected: 120 }).logonsFewer).toBe(0);
    const nameless = ended({ userKey: null });
    expect(ask([nameless, aTrace(200, 300)], { disconnected: 60 }, { disconnected: 120 }).slotMinutes[1]).toBe(320);
  });

  it("counts a spared logon once, and lets what else stands go on standing", () => {
    const older = aTrace(0, 150, { connected: spans([0, 90]) });
    const answer = ask([older, ended(), aTrace(180, 300)], { disconnected: 60 }, { disconnected: 120 });
    expect(answer.logonsFewer).toBe(1);
    expect(answer.slotMinutes[1]).toBe(210 + 180 + 120);
  });

  it("takes the time in the middle for a logon whose own time nobody knows", () => {
    const traces = [ended(), aTrace(200, 300, { logonMs: null }), aTrace(0, 10, { userKey: "B", logonMs: 40_000 })];
    const answer = ask(traces, { disconnected: 60 }, { disconnected: 120 });
    expect([answer.logonMedianMs, answer.waitingMs]).toEqual([30_000, -30_000]);
    const unknown = traces.map((trace) => ({ ...trace, logonMs: null }));
    expect(ask(unknown, { disconnected: 60 }, { disconnected: 120 })).toMatchObject({
      ...{ logonMedianMs: null, waitingMs: 0, logonsFewer: 1 },
    });
  });
});

describe("what is counted", () => {
  it("licences by people, slots by sessions, and who leaves makes room for who comes", () => {
    const traces = [
      aTrace(0, 100),
      aTrace(50, 100),
      aTrace(100, 200, { userKey: "B" }),
      aTrace(60, 120, { userKey: null }),
    ];
    const { now, sessions, series } = ask(traces, {}, {});
    expect([now.licencesPeak, now.slotsPeak, sessions]).toEqual([1, 3, 4]);
    expect(now.licencesMean).toBeCloseTo(200 / 600, 10);
    expect(now.slotsMean).toBeCloseTo(310 / 600, 10);
    expect(series.map(({ slotsNow }) => slotsNow)).toEqual([2, 3, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(series[1]?.at).toBe(at(60));
  });

  it("peaks between two steps are not missed, and the last step may be shorter", () => {
    const { now, series } = ask([aTrace(61, 62), aTrace(61, 62, { userKey: "B" })], {}, {}, { ...SPAN, to: at(90) });
    expect([now.licencesPeak, now.slotsPeak]).toEqual([2, 2]);
    expect(series.map(({ licencesNow }) => licencesNow)).toEqual([0, 2]);
  });

  it("what was over before, or began after, is not there", () => {
    const { now, sessions } = ask([aTrace(-100, 0), aTrace(600, 700)], {}, {});
    expect([now.slotsPeak, now.slotsMean, sessions]).toEqual([0, 0, 0]);
  });

  it("a session without an end and without a sign of life for a fortnight ended with that sign", () => {
    const fortnight = 14 * 24 * 60;
    const silent = (minute: number) => aTrace(600 - fortnight - 50, null, { seenAt: at(600 - fortnight + minute) });
    expect(ask([silent(0)], {}, {})).toMatchObject({ slotMinutes: [600, 600], gaps: { longSilent: 0 } });
    expect(ask([silent(-1)], {}, {}).slotMinutes).toEqual([0, 0]);
    const span = { ...SPAN, from: at(600 - fortnight - 20), stepMs: 24 * 60 * MINUTE };
    expect(ask([silent(-1)], {}, {}, span)).toMatchObject({ slotMinutes: [19, 19], gaps: { longSilent: 1 } });
  });

  it("a session without a connection is counted as connected, and told", () => {
    const { licenceMinutes, gaps } = ask([aTrace(0, 100, { connected: [] })], {}, { disconnected: 10 });
    expect(licenceMinutes).toEqual([100, 100]);
    expect(gaps).toEqual({ withoutConnections: 1, withoutApplications: 0, longSilent: 0 });
  });
});
