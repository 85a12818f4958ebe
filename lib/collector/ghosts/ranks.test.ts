import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { middleOf, valueAt } from "./ranks";

describe("ranks in a counted list", () => {
  it("are those of the list written out", () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const counted = new Map<number, number>();
        for (const value of sorted) counted.set(value, (counted.get(value) ?? 0) + 1);
        for (const rank of [1, middleOf(list.length), list.length]) {
          expect(valueAt(counted, rank)).toBe(sorted[rank - 1]);
        }
      }),
    );
  });

  it("end where the list ends", () => {
    expect(() => valueAt([[1, 2]], 3)).toThrow(RangeError);
  });
});
