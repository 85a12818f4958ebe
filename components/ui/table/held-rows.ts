/** Rows do not change places under the pointer: what is on screen stays where it is until the person looks away. */

export interface HeldRow<TRow> {
  readonly row: TRow;
  /** It is no longer in the list; shown as it was last seen. */
  readonly gone: boolean;
}

export interface Hold<TRow> {
  /** What stands at which place, as it was when the place was first seen. */
  readonly places: ReadonlyMap<number, TRow>;
}

export interface HeldView<TRow> {
  readonly hold: Hold<TRow>;
  readonly rows: ReadonlyMap<number, HeldRow<TRow>>;
  /** Rows that would stand here now and are kept out. */
  readonly arrived: number;
}

export const NO_HOLD: Hold<never> = { places: new Map<number, never>() };

/**
 * The rows of `places` while they are held: a place seen before keeps its row with fresh values, a new place takes the row
 * that is there now, and a place that left the screen is forgotten. `fresh` is the list as it is, `freshByKey` the newest
 * values of what is loaded of it.
 */
export function holdRows<TRow extends { readonly key: string }>(
  hold: Hold<TRow>,
  places: readonly number[],
  fresh: (place: number) => TRow | undefined,
  freshByKey: ReadonlyMap<string, TRow>,
): HeldView<TRow> {
  const onScreen = new Set(places);
  const kept = new Map([...hold.places].filter(([place]) => onScreen.has(place)));
  const used = new Set([...kept.values()].map((row) => row.key));
  const rows = new Map<number, HeldRow<TRow>>();
  for (const place of places) {
    const row = kept.get(place) ?? findUnused(fresh, place - countGone(kept, place, freshByKey), used);
    if (!row) continue;
    const newest = freshByKey.get(row.key);
    used.add(row.key);
    kept.set(place, newest ?? row);
    rows.set(place, { row: newest ?? row, gone: newest === undefined });
  }
  return { hold: { places: kept }, rows, arrived: countArrived(kept, used, fresh) };
}

/** Rows held above a place that left the list: everything below them moved up by as many. */
function countGone<TRow extends { readonly key: string }>(
  kept: ReadonlyMap<number, TRow>,
  place: number,
  freshByKey: ReadonlyMap<string, TRow>,
): number {
  return [...kept].filter(([at, row]) => at < place && !freshByKey.has(row.key)).length;
}

/** The first row from a place on that does not stand somewhere already. */
function findUnused<TRow extends { readonly key: string }>(
  fresh: (place: number) => TRow | undefined,
  from: number,
  used: ReadonlySet<string>,
): TRow | undefined {
  for (let place = from; ; place += 1) {
    const row = fresh(place);
    if (!row || !used.has(row.key)) return row;
  }
}

function countArrived<TRow extends { readonly key: string }>(
  kept: ReadonlyMap<number, TRow>,
  used: ReadonlySet<string>,
  fresh: (place: number) => TRow | undefined,
): number {
  const now = [...kept.keys()].map((place) => fresh(place));
  return now.filter((row) => row !== undefined && !used.has(row.key)).length;
}
