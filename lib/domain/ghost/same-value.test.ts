import { expect, it } from "vitest";
import { isSameValue } from "./same-value";

it.each([
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [1, 2, 3], false],
  [[], {}, false],
  [null, {}, false],
  [Number.NaN, Number.NaN, true],
  ["1", 1, false],
  [{ a: { b: [1] } }, { a: { b: [2] } }, false],
])("%j and %j: %s", (left, right, isSame) => {
  expect(isSameValue(left, right)).toBe(isSame);
  expect(isSameValue(right, left)).toBe(isSame);
});
