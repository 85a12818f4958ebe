"use client";

import { type KeyboardEvent, useState } from "react";

export interface RowKeys {
  /** The row that the Tab key reaches. */
  readonly active: number;
  readonly setActive: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const PAGE = 15;
const MOVES: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(last, place + 1),
  ArrowUp: (place) => Math.max(0, place - 1),
  PageDown: (place, last) => Math.min(last, place + PAGE),
  PageUp: (place) => Math.max(0, place - PAGE),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * One row of a table is reached by Tab, and the arrows move to the others. Enter opens what the row stands for, Space shows its
 * details. `focusRow` brings a row into view and focuses it.
 */
export function useRowKeys(options: {
  count: number;
  focusRow: (place: number) => void;
  onOpen?: ((place: number) => void) | undefined;
  onDetails?: ((place: number) => void) | undefined;
}): RowKeys {
  const [chosen, setActive] = useState(0);
  const last = options.count - 1;
  const active = Math.max(0, Math.min(chosen, last));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (move) {
      const next = move(active, last);
      setActive(next);
      options.focusRow(next);
    } else if (event.key === "Enter") options.onOpen?.(active);
    else if (event.key === " ") options.onDetails?.(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
