import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FixedClock, SiteClock } from "@/lib/clock";
import type { PlumbingFault, PracticeSite } from "@/lib/site/simulator/practice-site";
import { PracticeControl } from "./practice-control";

/** The control over a site that only notes how far it was run; time is vitest's. */

const NOON = Date.parse("2026-11-17T12:00:00.000Z");
const MINUTE = 60_000;

function makeControl() {
  const wall = new FixedClock(NOON);
  const clock = new SiteClock(0, wall);
  const steps: string[] = [];
  let faults: readonly PlumbingFault[] = [];
  let release = () => {};
  let blocked: Promise<void> | null = null;
  const site = {
    runTo: async (to: number) => {
      await blocked;
      steps.push(`run ${(to - NOON) / MINUTE}`);
    },
    scenarios: async () => [],
  } as Partial<PracticeSite> as PracticeSite;
  const control = new PracticeControl({
    site,
    clock,
    runPass: async () => {
      steps.push(`pass ${(clock.now() - NOON) / MINUTE}`);
    },
    hold: (held) => steps.push(held ? "hold" : "go"),
    setClock: () => {},
    setFaults: (active) => {
      faults = active;
    },
  });
  const block = () => {
    blocked = new Promise((resolve) => {
      release = resolve;
    });
  };
  return { control, clock, steps, block, release: () => release(), faults: () => faults };
}

describe("control of the practice site", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("gives every simulated minute a pass of its own, at that minute", async () => {
    const { control, steps, clock } = makeControl();
    expect(await control.advance(2.5 * MINUTE)).toBe(NOON + 2.5 * MINUTE);
    expect(steps).toEqual(["hold", "run 1", "pass 1", "run 2", "pass 2", "run 2.5", "pass 2.5", "go"]);
    expect(clock.now()).toBe(NOON + 2.5 * MINUTE);
    await control.stop();
  });

  it("refuses a second move meanwhile, and bad lengths", async () => {
    const { control, block, release } = makeControl();
    block();
    const first = control.advance(MINUTE);
    await expect(control.advance(MINUTE)).rejects.toMatchObject({ code: "conflict" });
    release();
    await first;
    await expect(control.advance(0)).rejects.toMatchObject({ code: "invalid", field: "advance" });
    await expect(control.advance(15 * 24 * 60 * MINUTE)).rejects.toMatchObject({ code: "invalid" });
    await control.stop();
  });

  it("lets the site live each second, and not while its clock is moved", async () => {
    const { control, steps } = makeControl();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(steps).toEqual(["run 0", "run 0"]);
    await control.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(steps).toHaveLength(2);
  });

  it("ends a fault of the plumbing that ends before the time its clock is moved to", async () => {
    const { control, faults } = makeControl();
    await control.start("database-lost", {});
    await control.start("database-slow", { forMs: 10 * MINUTE });
    await control.advance(3 * MINUTE);
    expect(faults()).toEqual(["database-slow"]);
    await control.stop();
  });

  it("refuses a fault that would last longer than a timer can count", async () => {
    const { control, faults } = makeControl();
    const start = control.start("database-lost", { forMs: 1_000 * 60 * MINUTE });
    await expect(start).rejects.toMatchObject({ code: "invalid", field: "for" });
    expect(faults()).toEqual([]);
    await control.stop();
  });

  it("ends a fault of the plumbing by itself after two minutes, or when told", async () => {
    const { control, faults } = makeControl();
    await control.start("database-lost", {});
    await control.start("database-slow", { forMs: 10 * MINUTE });
    await expect(control.start("database-lost", {})).rejects.toMatchObject({ code: "conflict" });
    expect(faults()).toEqual(["database-lost", "database-slow"]);
    const running = (await control.list()).filter((row) => row.running);
    expect(running.map(({ name, endsAt }) => [name, endsAt])).toEqual([
      ["database-lost", NOON + 2 * MINUTE],
      ["database-slow", NOON + 10 * MINUTE],
    ]);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(faults()).toEqual(["database-slow"]);
    await control.end("database-slow");
    expect(faults()).toEqual([]);
    await control.stop();
  });

  it.each([
    ["database-lost", 14 * 24 * 60 * MINUTE + 1],
    ["logon-storm", Number.POSITIVE_INFINITY],
  ])("refuses to run %s for %d ms, which no timer and no date can hold", async (name, forMs) => {
    const { control, faults } = makeControl();
    await expect(control.start(name, { forMs })).rejects.toMatchObject({ code: "invalid", field: "for" });
    expect(faults()).toEqual([]);
    await control.stop();
  });
});
