import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endedByLoad, type GroupLoad, type StandingBy } from "./load-limits";

const by = (sessionKey: string, appSince: number | null, machineKey: string | null = "m1"): StandingBy => ({
  ...{ sessionKey, machineKey, appSince },
});
const load = (average: number | null, machines: Record<string, number> = {}): GroupLoad => ({
  average,
  machine: (key) => machines[key] ?? null,
});
const ended = (sessions: readonly StandingBy[], most: { average?: number; machine?: number }, found: GroupLoad) =>
  endedByLoad(sessions, { averageLoadMost: most.average ?? 0, machineLoadMost: most.machine ?? 0 }, found).map(
    ({ sessionKey }) => sessionKey,
  );

const SESSIONS = [by("young", 300), by("old", 100, "m2"), by("unknown", null), by("middle", 200)];

describe("sessions that a load threshold ends", () => {
  it("go by how long they stand by, the longest first, an unknown time last", () => {
    expect(ended(SESSIONS, { average: 8_000 }, load(8_000))).toEqual(["old", "middle", "young", "unknown"]);
  });

  it("are those of the machine where only that is full", () => {
    expect(ended(SESSIONS, { average: 8_000, machine: 9_000 }, load(5_000, { m1: 9_500, m2: 4_000 }))).toEqual([
      ...["middle", "young", "unknown"],
    ]);
  });

  it("are none below the threshold, at none, and where the load is not known", () => {
    expect(ended(SESSIONS, { average: 8_000 }, load(7_999))).toEqual([]);
    expect(ended(SESSIONS, {}, load(10_000, { m1: 10_000 }))).toEqual([]);
    expect(ended(SESSIONS, { average: 1, machine: 1 }, load(null))).toEqual([]);
    expect(ended([by("nowhere", 1, null)], { machine: 1 }, load(null, { m1: 10_000 }))).toEqual([]);
  });

  it("go in an order that does not depend on how they are listed", () => {
    const any = fc.uniqueArray(fc.record({ key: fc.string(), since: fc.option(fc.integer({ min: 0, max: 3 })) }), {
      selector: ({ key }) => key,
    });
    fc.assert(
      fc.property(any, (facts) => {
        const sessions = facts.map(({ key, since }) => by(key, since));
        const order = ended(sessions, { average: 1 }, load(1));
        expect(ended(sessions.toReversed(), { average: 1 }, load(1))).toEqual(order);
        expect(order).toHaveLength(sessions.length);
      }),
    );
  });
});
