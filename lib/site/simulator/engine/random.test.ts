import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "./random";

describe("Random", () => {
  it("goes on from its state as if it had never stopped", () => {
    void fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 50 }), (seed, steps) => {
        const one = Random.seeded(seed);
        for (let step = 0; step < steps; step++) one.word();
        const other = new Random(one.state);
        expect([other.guid(), other.unit()]).toEqual([one.guid(), one.unit()]);
      }),
    );
  });

  it("draws within its bounds", () => {
    const random = Random.seeded(3);
    const drawn = Array.from({ length: 2_000 }, () => random.whole(3, 7));
    expect(new Set(drawn)).toEqual(new Set([3, 4, 5, 6, 7]));
    const mean = Array.from({ length: 2_000 }, () => random.bell(10, 2)).reduce((a, b) => a + b) / 2_000;
    expect(Math.abs(mean - 10)).toBeLessThan(0.3);
  });

  it("makes guids in lower case that differ", () => {
    const random = Random.seeded(4);
    const guids = Array.from({ length: 500 }, () => random.guid());
    expect(new Set(guids).size).toBe(500);
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("gives different runs for different seeds", () => {
    expect(Random.seeded(1).guid()).not.toBe(Random.seeded(2).guid());
  });
});
