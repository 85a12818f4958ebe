"use client";

import { type FocusEvent, useMemo, useRef, useState } from "react";
import { type HeldView, type Hold, holdRows, NO_HOLD } from "./held-rows";
import type { DeskRow } from "./table-model";

/** A list of which parts may be loaded: how long it is, and what stands where. */
export interface RowSource<TRow extends DeskRow> {
  readonly count: number;
  readonly rowAt: (place: number) => TRow | undefined;
  /** The newest values of all that is loaded. */
  readonly byKey: ReadonlyMap<string, TRow>;
  /** Changes when another list is asked for: another filter, another order. Nothing is held across it. */
  readonly id: string;
}

/**
 * Holds the rows of `places` in place while the pointer or the focus is on them. Spread `handlers` on what contains the rows;
 * `release` lets the newest order in.
 */
export function useHeldRows<TRow extends DeskRow>(source: RowSource<TRow>, places: readonly number[]) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [, setReleases] = useState(0);
  const memory = useRef<{ id: string; hold: Hold<TRow> }>({ id: source.id, hold: NO_HOLD });
  const holding = pointed || focused;
  if (!holding || memory.current.id !== source.id) memory.current = { id: source.id, hold: NO_HOLD };
  const view: HeldView<TRow> = holdRows(memory.current.hold, places, source.rowAt, source.byKey);
  memory.current.hold = view.hold;
  const handlers = useMemo(
    () => ({
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    }),
    [],
  );
  const release = () => {
    memory.current = { id: source.id, hold: NO_HOLD };
    setReleases((count) => count + 1);
  };
  return { rows: view.rows, arrived: holding ? view.arrived : 0, handlers, release };
}
