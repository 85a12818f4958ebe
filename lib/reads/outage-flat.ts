import type { PersonCover } from "./outage-wards";

/** Pairs one after the other as numbers, by person: counting a million of them is a pass over an array. */
export interface FlatPairs {
  readonly people: readonly { readonly record: PersonCover; readonly sortText: string }[];
  /** Where the pairs of each person begin in `codes`, and behind the last where they end. */
  readonly starts: Uint32Array;
  /** As PersonCover.codes. */
  readonly codes: Uint32Array;
}

/** Which pairs are asked about. */
export interface PairScope {
  readonly flat: FlatPairs;
  /** Whether the pair at that place of `codes` is; null: all are. */
  readonly isMeant: ((place: number) => boolean) | null;
}

export function flatten(people: FlatPairs["people"]): FlatPairs {
  const starts = new Uint32Array(people.length + 1);
  for (const [index, { record }] of people.entries()) {
    starts[index + 1] = (starts[index] ?? 0) + record.codes.length;
  }
  const codes = new Uint32Array(starts[people.length] ?? 0);
  for (const [index, { record }] of people.entries()) codes.set(record.codes, starts[index]);
  return { people, starts, codes };
}
