import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShardedMap } from "@/lib/collector/sharded-map";
import { type Entry, RecordIndex } from "./record-index";
import { compareAt } from "./sorting";

interface Thing {
  readonly key: string;
  readonly size: number | null;
}

const newIndex = () => new RecordIndex<Thing, Entry<Thing>>((record) => ({ record }));
const bySize = (index: RecordIndex<Thing, Entry<Thing>>) =>
  Array.from(index.sorted("size", ({ record }) => record.size).slots, (slot) => index.at(slot).record);

function mapOf(things: readonly Thing[]): ShardedMap<Thing> {
  const draft = ShardedMap.empty<Thing>().draft();
  for (const thing of things) draft.set(thing.key, thing);
  return draft.done();
}

function naive(things: Iterable<Thing>): Thing[] {
  return [...things].sort((a, b) => compareAt(a.size, a.key, b.size, b.key));
}

const thing = fc.record({
  key: fc.integer({ min: 0, max: 60 }).map((number) => `key-${number}`),
  size: fc.option(fc.integer({ min: 0, max: 9 })),
});
const step = fc.record({
  put: fc.array(thing, { maxLength: 30 }),
  drop: fc.array(
    fc.integer({ min: 0, max: 60 }).map((number) => `key-${number}`),
    { maxLength: 20 },
  ),
  told: fc.boolean(),
  looked: fc.boolean(),
});

/** Compares all that the index says with what the things say themselves. */
function expectRight(index: RecordIndex<Thing, Entry<Thing>>, things: ReadonlyMap<string, Thing>): void {
  expect(bySize(index)).toEqual(naive(things.values()));
  const column = index.column("size", ({ record }) => `${record.size}`);
  for (const { key, size } of things.values()) {
    const slot = index.slotOf(key) ?? -1;
    expect(column.values[column.codes[slot] ?? -1]).toBe(`${size}`);
  }
}

interface Step {
  readonly put: readonly Thing[];
  readonly drop: readonly string[];
  readonly told: boolean;
  readonly looked: boolean;
}

function replay(steps: readonly Step[]): void {
  const index = newIndex();
  const things = new Map<string, Thing>();
  for (const { put, drop, told, looked } of steps) {
    for (const each of put) things.set(each.key, each);
    for (const key of drop) things.delete(key);
    index.follow(mapOf([...things.values()]), told ? [...put.map(({ key }) => key), ...drop] : null);
    if (looked) expectRight(index, things);
  }
}

describe("a record index", () => {
  it("keeps every order and column right over any run of versions", () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), replay));
  });

  it("looks at everything where the changes it was told do not add up", () => {
    const index = newIndex();
    const a = { key: "a", size: 1 };
    const b = { key: "b", size: 2 };
    index.follow(mapOf([a]), null);
    index.follow(mapOf([a, b]), []);
    expect(bySize(index)).toEqual([a, b]);
  });

  it("tells who came and who went, and leaves what is the same alone", () => {
    const index = newIndex();
    const [a, b] = [
      { key: "a", size: 1 },
      { key: "b", size: 2 },
    ];
    index.follow(mapOf([a, b]), null);
    const entry = index.get("a");
    const changed = { key: "b", size: 3 };
    const turnover = index.follow(mapOf([a, changed]), ["a", "b"]);
    expect(turnover.born.map(({ record }) => record)).toEqual([changed]);
    expect(turnover.died.map(({ record }) => record)).toEqual([b]);
    expect(index.get("a")).toBe(entry);
  });

  it("makes entries again that are sorted by something else than their record", () => {
    const sizes = new Map([["a", 5]]);
    const index = newIndex();
    const things = mapOf([
      { key: "a", size: null },
      { key: "b", size: null },
    ]);
    const keys = () =>
      Array.from(
        index.sorted("outside", ({ record }) => sizes.get(record.key) ?? 0).slots,
        (slot) => index.at(slot).record.key,
      );
    index.follow(things, null);
    expect(keys()).toEqual(["b", "a"]);
    sizes.set("a", -1);
    index.follow(things, [], ["a"]);
    expect(keys()).toEqual(["a", "b"]);
  });

  it("forgets columns that nobody asked for in a long time", () => {
    const index = newIndex();
    index.follow(mapOf([{ key: "a", size: 1 }]), null);
    const first = index.column("search 0", () => "yes");
    for (let number = 1; number <= 30; number += 1) index.column(`search ${number}`, () => "no");
    expect(index.column("search 0", () => "yes")).not.toBe(first);
    expect(index.column("search 0", () => "yes").codeOf("yes")).toBe(0);
  });
});
