/** Ranks in a sorted list that is kept as values with how often each occurs. */

/** The rank of the median of so many, counted from 1: of an even number the lower of the two in the middle. */
export function middleOf(count: number): number {
  return Math.ceil(count / 2);
}

/** The value at a rank (from 1) of `[value, occurrences]` in ascending order. Throws where there are fewer. */
export function valueAt(ascending: Iterable<readonly [value: number, occurrences: number]>, rank: number): number {
  let passed = 0;
  for (const [value, occurrences] of ascending) {
    passed += occurrences;
    if (passed >= rank) return value;
  }
  throw new RangeError(`There are ${passed} values, asked for number ${rank}.`);
}
