import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AskPlan } from "./ask-plan";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SWEEP = 10 * MINUTE;
const START = Date.parse("2026-11-17T09:00:00.000Z");
const machines = (count: number, name = "m") => Array.from({ length: count }, (_, index) => `${name}${index}`);

/** Everything that is planned now, asked and answered at once. */
function askAll(plan: AskPlan, at: number, isAnswered: (key: string) => boolean = () => true): string[] {
  const asked: string[] = [];
  for (let key = plan.next(); key !== null; key = plan.next()) {
    plan.began(key, at);
    plan.ended(key, isAnswered(key));
    asked.push(key);
  }
  return asked;
}

interface Round {
  readonly urgent?: string[];
  readonly sweep?: string[];
}

/** Updates every `stepMs` for `forMs` and answers when each machine was asked. */
function run(
  plan: AskPlan,
  round: (at: number) => Round,
  { stepMs = 2 * SECOND, forMs, from = START }: { stepMs?: number; forMs: number; from?: number },
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (let now = from; now <= from + forMs; now += stepMs) {
    plan.update({ now, urgent: [], sweep: [], sweepMs: SWEEP, ...round(now) });
    for (const key of askAll(plan, now)) times.set(key, [...(times.get(key) ?? []), now]);
  }
  return times;
}

describe("the sweep", () => {
  it("spreads its asks evenly from the start on, each machine once in its time", () => {
    const sweep = machines(300);
    const plan = new AskPlan();
    const first = run(plan, () => ({ sweep }), { forMs: SWEEP });
    expect(first.size).toBe(300);
    const perMinute = Array.from({ length: 10 }, (_, minute) =>
      [...first.values()].flat().filter((at) => Math.floor((at - START - 1) / MINUTE) === minute),
    );
    for (const asked of perMinute) expect(Math.abs(asked.length - 30)).toBeLessThanOrEqual(1);
    for (const times of first.values()) expect(times).toHaveLength(1);
  });

  it("asks nobody in the first moment, and each of a few in their time as well", () => {
    const plan = new AskPlan();
    const times = run(plan, () => ({ sweep: ["a"] }), { forMs: 3 * SWEEP });
    expect(times.get("a")?.map((at) => at - START)).toEqual([SWEEP, 2 * SWEEP, 3 * SWEEP]);
  });

  it("asks as many as the time that passed allows when the clock jumps", () => {
    const sweep = machines(100);
    const plan = new AskPlan();
    const at = (minute: number) => {
      plan.update({ now: START + minute * MINUTE, urgent: [], sweep, sweepMs: SWEEP });
      return askAll(plan, START + minute * MINUTE).length;
    };
    expect([0, 1, 3, 3.5, 4].map(at)).toEqual([0, 10, 20, 5, 5]);
    expect(at(64)).toBe(100);
    expect(at(65)).toBe(10);
  });

  it("lets a machine that joins later wait its turn, and hurries nobody", () => {
    const plan = new AskPlan();
    const early = machines(50);
    run(plan, () => ({ sweep: early }), { forMs: SWEEP });
    const sweep = [...early, ...machines(50, "late")];
    const from = START + SWEEP + 2 * SECOND;
    const times = run(plan, () => ({ sweep }), { forMs: SWEEP, from });
    expect(times.size).toBe(100);
    const counts = new Map<number, number>();
    for (const at of [...times.values()].flat()) counts.set(at, (counts.get(at) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  });

  it("asks nobody who left it, and does not hurry one that comes back", () => {
    const plan = new AskPlan();
    run(plan, () => ({ sweep: machines(10) }), { forMs: SWEEP });
    const from = START + 3 * SWEEP;
    expect(run(plan, () => ({}), { forMs: 2 * SWEEP, from: START + SWEEP }).size).toBe(0);
    const back = run(plan, () => ({ sweep: machines(10) }), { forMs: MINUTE, from });
    expect([...back.values()].flat().length).toBeLessThanOrEqual(1);
  });

  it("keeps every machine within its time, whichever others come and go", () => {
    const change = fc.record({ seconds: fc.integer({ min: 1, max: 90 }), size: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 20, maxLength: 80 }), (changes) => {
        const plan = new AskPlan();
        let heard = new Map<string, number>();
        let now = START;
        for (const { seconds, size } of changes) {
          now += seconds * SECOND;
          const sweep = machines(size);
          plan.update({ now, urgent: [], sweep, sweepMs: SWEEP });
          const asked = new Set(askAll(plan, now));
          heard = new Map(sweep.map((key) => [key, asked.has(key) ? now : (heard.get(key) ?? now)]));
          // Updates come at most 90 s apart, so nobody waits longer than its time and one such gap.
          const longestMs = now - Math.min(now, ...heard.values());
          expect(longestMs).toBeLessThan(SWEEP + 90 * SECOND);
        }
      }),
    );
  });
});

describe("urgent machines", () => {
  it("come first and in the given order", () => {
    const plan = new AskPlan();
    plan.update({ now: START, urgent: [], sweep: machines(20), sweepMs: SWEEP });
    plan.update({ now: START + MINUTE, urgent: ["c", "a", "b", "a"], sweep: machines(20), sweepMs: SWEEP });
    expect(askAll(plan, START + MINUTE)).toEqual(["c", "a", "b", "m0", "m1"]);
  });

  it("are asked once a minute as long as they are urgent", () => {
    const times = run(new AskPlan(), () => ({ urgent: ["a"] }), { forMs: 5 * MINUTE });
    expect(times.get("a")?.map((at) => (at - START) / MINUTE)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("are asked in turn where there are more than can be asked: the newly urgent, then who waits the longest", () => {
    const plan = new AskPlan();
    const urgent = machines(6);
    const ask = (minute: number, keys: readonly string[], count: number) => {
      const now = START + minute * MINUTE;
      plan.update({ now, urgent: keys, sweep: [], sweepMs: SWEEP });
      return Array.from({ length: count }, () => {
        const key = plan.next() ?? "none";
        plan.began(key, now);
        plan.ended(key, true);
        return key;
      });
    };
    expect(ask(0, urgent, 4)).toEqual(["m0", "m1", "m2", "m3"]);
    expect(ask(1, urgent, 4)).toEqual(["m4", "m5", "m0", "m1"]);
    expect(ask(2, [...urgent, "new"], 4)).toEqual(["new", "m2", "m3", "m0"]);
  });

  it("give way to every fourth ask once sweeps are late", () => {
    const plan = new AskPlan();
    plan.update({ now: START, urgent: [], sweep: machines(3), sweepMs: SWEEP });
    const now = START + SWEEP + 1;
    plan.update({ now, urgent: machines(9, "u"), sweep: machines(3), sweepMs: SWEEP });
    expect(askAll(plan, now)).toEqual("u0 u1 u2 m0 u3 u4 u5 m1 u6 u7 u8 m2".split(" "));
  });

  it("stay urgent until they were asked, though nobody names them again: a launch fails only once", () => {
    const plan = new AskPlan();
    plan.update({ now: START, urgent: ["a"], sweep: [], sweepMs: SWEEP });
    askAll(plan, START);
    const asked = [20, 22, 58, 60, 120].map((seconds) => {
      const now = START + seconds * SECOND;
      plan.update({ now, urgent: [], sweep: [], sweepMs: SWEEP });
      if (seconds === 20) plan.update({ now, urgent: ["a"], sweep: [], sweepMs: SWEEP });
      return askAll(plan, now);
    });
    expect(asked).toEqual([[], [], [], ["a"], []]);
  });
});

describe("a machine that cannot be asked", () => {
  it("is asked less and less often, up to every ten minutes, and as usual once it answered", () => {
    const plan = new AskPlan();
    const times: number[] = [];
    const upTo = (from: number, minutes: number, isAnswered: boolean) => {
      for (let now = from; now <= from + minutes * MINUTE; now += MINUTE) {
        plan.update({ now, urgent: ["a"], sweep: [], sweepMs: SWEEP });
        if (askAll(plan, now, () => isAnswered).length > 0) times.push((now - START) / MINUTE);
      }
    };
    upTo(START, 45, false);
    expect(times).toEqual([0, 1, 3, 7, 15, 25, 35, 45]);
    times.length = 0;
    upTo(START + 46 * MINUTE, 12, true);
    expect(times).toEqual([55, 56, 57, 58]);
  });

  it("comes after those that can", () => {
    const plan = new AskPlan();
    plan.update({ now: START, urgent: ["bad"], sweep: [], sweepMs: SWEEP });
    askAll(plan, START, () => false);
    plan.update({ now: START + MINUTE, urgent: ["bad", "good"], sweep: [], sweepMs: SWEEP });
    expect(askAll(plan, START + MINUTE)).toEqual(["good", "bad"]);
  });
});

describe("the plan as a whole", () => {
  it("asks again after the site's clock was set back", () => {
    const plan = new AskPlan();
    plan.update({ now: START, urgent: ["a"], sweep: [], sweepMs: SWEEP });
    askAll(plan, START);
    plan.update({ now: START - 10 * MINUTE, urgent: ["a"], sweep: [], sweepMs: SWEEP });
    expect(askAll(plan, START - 10 * MINUTE)).toEqual(["a"]);
  });

  it("forgets a machine that nobody has wanted for an hour, and nothing sooner", () => {
    const plan = new AskPlan();
    const at = (minutes: number, urgent: string[]) => {
      plan.update({ now: START + minutes * MINUTE, urgent, sweep: [], sweepMs: SWEEP });
      askAll(plan, START + minutes * MINUTE);
      return plan.knows("a");
    };
    expect([at(0, ["a"]), at(60, []), at(61, [])]).toEqual([true, true, false]);
  });

  it("never asks a machine twice within a minute or twice at once, whatever comes", () => {
    const keys = machines(6);
    const step = fc.record({
      seconds: fc.integer({ min: 0, max: 120 }),
      urgent: fc.subarray(keys),
      sweep: fc.subarray(keys),
      take: fc.integer({ min: 0, max: 4 }),
      ends: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      answers: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const plan = new AskPlan();
        const askedAt = new Map<string, number>();
        const underWay = new Set<string>();
        let now = START;
        for (const { seconds, urgent, sweep, take, ends, answers } of steps) {
          now += seconds * SECOND;
          plan.update({ now, urgent, sweep, sweepMs: SWEEP });
          const asked = Array.from({ length: take }, () => plan.next()).filter((key) => key !== null);
          for (const key of asked) {
            expect(underWay.has(key)).toBe(false);
            expect(now - (askedAt.get(key) ?? 0)).toBeGreaterThanOrEqual(MINUTE);
            plan.began(key, now);
            askedAt.set(key, now);
            underWay.add(key);
          }
          for (const key of [...underWay].filter((_, index) => ends[index])) {
            underWay.delete(key);
            plan.ended(key, answers);
          }
        }
      }),
    );
  });
});
