import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeltaPart, PassResult } from "./protocol";
import { nextPollMs, POLL_UNWATCHED_MS, POLL_WATCHED_MS, type Runner, Schedule } from "./schedule";

describe("the pace of reading", () => {
  it.each([
    { watched: true, readMs: 20, failing: false, expected: 2_000 },
    { watched: false, readMs: 20, failing: false, expected: 10_000 },
    { watched: true, readMs: 200, failing: false, expected: 2_000 },
    { watched: true, readMs: 201, failing: false, expected: 2_010 },
    { watched: true, readMs: 30_000, failing: false, expected: 60_000 },
    { watched: true, readMs: 15, failing: true, expected: 2_000 },
    { watched: true, readMs: 15_000, failing: true, expected: 15_000 },
    { watched: true, readMs: 30_000, failing: true, expected: 20_000 },
  ])("$readMs ms, watched $watched, failing $failing: $expected ms", ({ expected, ...state }) => {
    expect(nextPollMs(state)).toBe(expected);
  });
});

class CountingRunner implements Runner {
  runs = 0;
  running = 0;
  readonly health = { monitor: { readMs: 10, isFailing: false } };

  async *run(): AsyncGenerator<DeltaPart, Omit<PassResult, "pollMs">> {
    this.running += 1;
    expect(this.running).toBe(1);
    yield { groups: [] };
    this.running -= 1;
    this.runs += 1;
    const ghosts = { judgedAt: 1, found: [], withdrawn: [] };
    return {
      ghosts,
      servers: { heard: 0, failing: 0 },
      asOf: 1,
      sources: [],
      clockSkewMs: null,
      sdkSite: null,
      samples: [],
      outageSince: null,
    };
  }
}

describe("the schedule", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const started = async () => {
    const runner = new CountingRunner();
    const results: PassResult[] = [];
    const schedule = new Schedule(runner, { part: async () => {}, result: (result) => results.push(result) });
    schedule.start();
    await vi.advanceTimersByTimeAsync(0);
    return { runner, schedule, results };
  };

  it("reads at once, then slowly, and soon after somebody begins to watch", async () => {
    const { runner, schedule, results } = await started();
    expect(runner.runs).toBe(1);
    expect(results[0]?.pollMs).toBe(POLL_UNWATCHED_MS);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(runner.runs).toBe(1);
    schedule.setWatched(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(runner.runs).toBe(2);
    expect(results[1]?.pollMs).toBe(POLL_WATCHED_MS);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(runner.runs).toBe(4);
    await schedule.stop();
  });

  it("composes the next part only when the last was taken", async () => {
    const order: string[] = [];
    const runner: Runner = {
      health: { monitor: { readMs: 1, isFailing: false } },
      async *run() {
        for (const name of ["one", "two"]) {
          order.push(`composed ${name}`);
          yield { groups: [] };
        }
        const ghosts = { judgedAt: 1, found: [], withdrawn: [] };
        return {
          ghosts,
          servers: { heard: 0, failing: 0 },
          asOf: 1,
          sources: [],
          clockSkewMs: null,
          sdkSite: null,
          samples: [],
          outageSince: null,
        };
      },
    };
    let take = () => {};
    const part = () =>
      new Promise<void>((resolve) => {
        take = resolve;
      });
    const schedule = new Schedule(runner, { part, result: () => order.push("done") });
    schedule.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(["composed one"]);
    take();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(["composed one", "composed two"]);
    take();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual(["composed one", "composed two", "done"]);
    await schedule.stop();
  });

  it("runs only on request while it is held, one pass at a time", async () => {
    const { runner, schedule } = await started();
    schedule.setHeld(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runner.runs).toBe(1);
    await Promise.all([schedule.runPass(), schedule.runPass()]);
    expect(runner.runs).toBe(3);
    schedule.setHeld(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(runner.runs).toBe(4);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runner.runs).toBe(4);
  });
});
