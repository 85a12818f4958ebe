import fc from "fast-check";
import { expect, it } from "vitest";
import { compareAt, type SortValue, searchFirst, sortKeys, sortMany } from "./sorting";

const values = fc.oneof(
  fc.array(fc.oneof(fc.constant<SortValue>(null), fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }))),
  fc.array(fc.oneof(fc.constant<SortValue>(null), fc.string(), fc.constantFrom("a", "B", "é", "a\u{10FFFF}"))),
);

it("sorts many as it would compare each with each", () => {
  fc.assert(
    fc.property(values, (given) => {
      const keys = given.map((_, index) => `key-${index}`);
      const byKey = sortKeys(keys);
      const sorted = [...sortMany(Array.from(byKey, (index) => given[index] ?? null))].map((at) => byKey[at] ?? -1);
      const naive = given.map((_, index) => index);
      naive.sort((a, b) => compareAt(given[a] ?? null, keys[a] ?? "", given[b] ?? null, keys[b] ?? ""));
      expect(sorted).toEqual(naive);
    }),
  );
});

it("sorts keys of one hash by their text, however they came", () => {
  // Pairs with the same 32-bit FNV-1a hash.
  const keys = ["liquid", "costarring", "x", "declinate", "macallums"];
  const order = (given: string[]) => Array.from(sortKeys(given), (index) => given[index]);
  expect(order(keys)).toEqual(order([...keys].reverse()));
  expect(order(["liquid", "costarring"])).toEqual(["costarring", "liquid"]);
});

it("puts unknown last", () => {
  expect([...sortMany(["b", null, "a"])]).toEqual([2, 0, 1]);
  expect([...sortMany([null, null])]).toEqual([0, 1]);
  expect([...sortMany([])]).toEqual([]);
});

it("finds the first that is past", () => {
  const list = [1, 3, 3, 8];
  expect([0, 3, 8, 9].map((wanted) => searchFirst(list.length, (at) => (list[at] ?? 0) >= wanted))).toEqual([
    0, 1, 3, 4,
  ]);
});
