/** How lists are sorted: text already folded, or a number; null (unknown) stands last in both directions. */
export type SortValue = string | number | null;

export function isSortValue(value: unknown): value is SortValue {
  return value === null || typeof value === "string" || typeof value === "number";
}

/** Ascending by value, nulls last, ties by key: the same two rows always stand in the same order. */
export function compareAt(value: SortValue, key: string, otherValue: SortValue, otherKey: string): number {
  if (value !== otherValue) {
    if (value === null) return 1;
    if (otherValue === null) return -1;
    if (value < otherValue) return -1;
    if (value > otherValue) return 1;
  }
  return compareKeys(key, otherKey);
}

/** Of no meaning, but always the same, and quicker than comparing the text of guids. */
function compareKeys(key: string, otherKey: string): number {
  const order = tieOf(key) - tieOf(otherKey);
  return order !== 0 ? order : key < otherKey ? -1 : key > otherKey ? 1 : 0;
}

/** FNV-1a, 32 bits. */
function tieOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/**
 * The indexes of `values`, sorted; equals stay in the order they are given in. For tens of thousands at once, without a
 * call per comparison.
 */
export function sortMany(values: readonly SortValue[]): Uint32Array<ArrayBuffer> {
  const rankOf = typeof values.find((value) => value !== null) === "number" ? rankNumbers(values) : rankTexts(values);
  const ranks = new Uint32Array(values.length);
  const next = new Uint32Array(values.length + 2);
  for (const [index, value] of values.entries()) {
    const rank = value === null ? values.length : rankOf(value);
    ranks[index] = rank;
    next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(values.length);
  for (const [index, rank] of ranks.entries()) {
    const place = next[rank] ?? 0;
    sorted[place] = index;
    next[rank] = place + 1;
  }
  return sorted;
}

/** Room for an index below a tie in the 53 bits of a number. */
const INDEXES = 2 ** 21;

/** The indexes of `keys` in the order in which {@link compareAt} puts rows of equal value. */
export function sortKeys(keys: readonly string[]): Uint32Array<ArrayBuffer> {
  const places = new Float64Array(keys.length);
  for (const [index, key] of keys.entries()) places[index] = tieOf(key) * INDEXES + index;
  places.sort();
  const sorted = new Uint32Array(keys.length);
  for (let at = 0; at < sorted.length; at += 1) {
    sorted[at] = (places[at] ?? 0) % INDEXES;
    // Two keys of one hash stand side by side, but by index; there are next to none.
    for (let back = at; back > 0 && (places[back] ?? 0) - (places[back - 1] ?? 0) < INDEXES; back -= 1) {
      const [before, index] = [sorted[back - 1] ?? 0, sorted[back] ?? 0];
      if (compareKeys(keys[before] ?? "", keys[index] ?? "") <= 0) break;
      sorted[back - 1] = index;
      sorted[back] = before;
    }
  }
  return sorted;
}

function rankTexts(values: readonly SortValue[]): (value: SortValue) => number {
  const ranks = new Map<SortValue, number>();
  for (const value of values) if (value !== null) ranks.set(value, 0);
  // Without a comparator text is compared by code units, as `<` does.
  for (const [rank, value] of [...ranks.keys()].sort().entries()) ranks.set(value, rank);
  return (value) => ranks.get(value) ?? 0;
}

function rankNumbers(values: readonly SortValue[]): (value: SortValue) => number {
  const sorted = new Float64Array(values.filter((value) => typeof value === "number")).sort();
  return (value) => searchFirst(sorted.length, (index) => (sorted[index] ?? 0) >= Number(value));
}

/** The first index for which `isPast` holds; it must hold for all after it. */
export function searchFirst(length: number, isPast: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
