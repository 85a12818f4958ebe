import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShardedMap } from "./sharded-map";

type Step = { key: string; value: number | null };

function applied(map: ShardedMap<number>, steps: readonly Step[]): ShardedMap<number> {
  const draft = map.draft();
  for (const { key, value } of steps) {
    if (value === null) draft.delete(key);
    else draft.set(key, value);
  }
  return draft.done();
}

function content(map: { values(): Iterable<number>; size: number }): { size: number; values: number[] } {
  return { size: map.size, values: [...map.values()].sort((a, b) => a - b) };
}

const steps = fc.array(fc.record({ key: fc.string({ maxLength: 3 }), value: fc.option(fc.integer()) }), {
  maxLength: 60,
});

describe("a sharded map", () => {
  it("holds what a plain map would, through any changes, and never changes itself", () => {
    fc.assert(
      fc.property(steps, steps, (first, second) => {
        const plain = new Map<string, number>();
        const note = ({ key, value }: Step) => (value === null ? plain.delete(key) : plain.set(key, value));
        const one = applied(ShardedMap.empty<number>(), first);
        for (const step of first) note(step);
        expect(content(one)).toEqual(content(plain));
        const before = content(one);
        const two = applied(one, second);
        for (const step of second) note(step);
        expect(content(two)).toEqual(content(plain));
        for (const [key, value] of plain) expect(two.get(key)).toBe(value);
        expect(content(one)).toEqual(before);
      }),
    );
  });

  it("is the same map where nothing was changed", () => {
    const map = applied(ShardedMap.empty<number>(), [{ key: "a", value: 1 }]);
    expect(map.draft().done()).toBe(map);
    expect(applied(map, [{ key: "not there", value: null }])).toBe(map);
  });
});
