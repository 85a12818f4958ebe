"use client";

import { type KeyboardEvent, type MouseEvent, useState } from "react";

export interface RowKeys {
  /** The row that the Tab key reaches. */
  readonly active: number;
  /** For the table's body. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  };
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
 * details, as does a press anywhere on the row that is not a link or a button. `focusRow` brings a row into view and focuses it.
 * Where rows can be marked, Space and the row's box do that instead.
 */
export function useRowKeys(options: {
  count: number;
  focusRow: (place: number) => void;
  onOpen?: ((place: number) => void) | undefined;
  onDetails?: ((place: number) => void) | undefined;
  onMark?: ((place: number) => void) | undefined;
  onEscape?: (() => void) | undefined;
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
    else if (event.key === " ") (options.onMark ?? options.onDetails)?.(active);
    else if (event.key === "Escape" && options.onEscape) options.onEscape();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const place = pressedPlace(event.target);
    if (place === null) return;
    setActive(place);
    if (isMark(event.target)) options.onMark?.(place);
    else options.onDetails?.(place);
  };
  return { active, handlers: { onKeyDown, onClick } };
}

/** The row that was pressed; null where the press was for something on it, or selected some text. */
function pressedPlace(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest("a, button")) return null;
  if (!isMark(target) && window.getSelection()?.isCollapsed === false) return null;
  const place = target.closest("tr")?.getAttribute("data-place");
  return place === null || place === undefined ? null : Number(place);
}

/** The box that marks a row. */
function isMark(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-mark]") !== null;
}
