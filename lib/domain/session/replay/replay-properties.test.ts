import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPLAYED_TIMERS, type ReplayLimits, type SessionTrace } from "../what-if";
import { faultOfLimits } from "./expiry";
import { replay } from "./replay";
import { aTrace, at, MINUTE, spans } from "./replay.fixture";

const SPAN = { from: at(0), to: at(1_440), stepMs: 60 * MINUTE };

/** Cuts a life at these places, given as shares of a thousand, and takes every second part. */
function parts(from: number, to: number, cuts: readonly number[]): [number, number][] {
  const places = [...new Set(cuts.map((cut) => from + Math.round(((to - from) * cut) / 1_000)))].sort((a, b) => a - b);
  const whole = [from, ...places, to];
  return whole.flatMap((place, index): [number, number][] => {
    const end = whole[index + 1];
    return index % 2 === 0 && end !== undefined && place < end ? [[place, end]] : [];
  });
}

const cuts = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 6 });
const trace: fc.Arbitrary<SessionTrace> = fc
  .record({
    from: fc.integer({ min: -700, max: 1_500 }),
    length: fc.integer({ min: 0, max: 900 }),
    isOpen: fc.boolean(),
    isApplication: fc.boolean(),
    userKey: fc.constantFrom("A", "B", "C", null),
    logonMs: fc.constantFrom(null, 10_000, 40_000),
    away: cuts,
    idle: cuts,
  })
  .map(({ from, length, isOpen, isApplication, userKey, logonMs, away, idle }) => {
    const to = from + length;
    const working = isApplication ? spans(...parts(from, to, idle)) : [];
    const connected = spans(...parts(from, to, away));
    return aTrace(from, isOpen ? null : to, { isApplication, userKey, logonMs, connected, working, seenAt: at(to) });
  });
const traces = fc.array(trace, { maxLength: 12 });

const known = fc.constantFrom(0, 1, 5, 15, 60, 120, 480).map((each) => each * MINUTE);
/** The settings of standing by are read together, or not at all. */
const NOT_READ = {
  ...{ "pre-launch-disconnect": null, "pre-launch-terminate": null },
  ...{ "linger-disconnect": null, "linger-terminate": null },
};
const standby = fc.record({
  "pre-launch-disconnect": known,
  "pre-launch-terminate": known,
  "linger-disconnect": known,
  "linger-terminate": known,
});
const limits: fc.Arbitrary<ReplayLimits> = fc
  .tuple(fc.option(known), fc.oneof({ arbitrary: standby, weight: 5 }, fc.constant(NOT_READ)))
  .map(([disconnected, rest]) => ({ disconnected, ...rest }));

describe("a replay, whatever the sessions were", () => {
  it("under the same limits comes to the same, and costs and spares no logon", () => {
    fc.assert(
      fc.property(traces, limits, (all, now) => {
        const answer = replay(all, now, now, SPAN);
        expect(answer.changed).toEqual(answer.now);
        expect([answer.logonsMore, answer.logonsFewer, answer.waitingMs]).toEqual([0, 0, 0]);
        for (const step of answer.series) {
          expect([step.licencesThen, step.slotsThen]).toEqual([step.licencesNow, step.slotsNow]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("under a shorter limit never holds more slots, and never needs fewer logons", () => {
    const shorter = fc.record({
      timer: fc.constantFrom(...REPLAYED_TIMERS.filter((timer) => !timer.endsWith("-disconnect"))),
      short: fc.integer({ min: 1, max: 500 }),
      more: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(traces, limits, shorter, (all, now, { timer, short, more }) => {
        const under = (each: number) => ({ ...now, [timer]: each * MINUTE });
        fc.pre(faultOfLimits(now) === null && faultOfLimits(under(short)) === null);
        // Equal means that nothing is disconnected: what then lingers is away from no client, and may stand longer.
        fc.pre(timer !== "pre-launch-terminate" || now["pre-launch-disconnect"] !== short * MINUTE);
        const [tight, loose] = [short, short + more].map((each) => replay(all, now, under(each), SPAN));
        if (!tight || !loose) throw new Error("Two limits, two answers");
        expect(tight.changed.slotsPeak).toBeLessThanOrEqual(loose.changed.slotsPeak);
        expect(tight.changed.slotsMean).toBeLessThanOrEqual(loose.changed.slotsMean + 1e-9);
        expect(tight.logonsMore).toBeGreaterThanOrEqual(loose.logonsMore);
        expect(tight.logonsFewer).toBeLessThanOrEqual(loose.logonsFewer);
      }),
      { numRuns: 500 },
    );
  });

  it("holds no fewer than nothing, no more than its peak, and its series has the peak", () => {
    fc.assert(
      fc.property(traces, limits, limits, (all, now, changed) => {
        const answer = replay(all, now, changed, SPAN);
        for (const totals of [answer.now, answer.changed]) {
          for (const value of Object.values(totals)) expect(value).toBeGreaterThanOrEqual(0);
          expect(totals.slotsMean).toBeLessThanOrEqual(totals.slotsPeak + 1e-9);
          expect(totals.licencesPeak).toBeLessThanOrEqual(totals.slotsPeak);
        }
        const most = (of: "slotsThen" | "licencesThen") => Math.max(...answer.series.map((step) => step[of]));
        expect([most("slotsThen"), most("licencesThen")]).toEqual([
          ...[answer.changed.slotsPeak, answer.changed.licencesPeak],
        ]);
        for (const step of answer.series) expect(step.licencesThen).toBeLessThanOrEqual(step.slotsThen);
      }),
      { numRuns: 300 },
    );
  });
});
