"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { DeskRow } from "../ui/table/table-model";
import type { RowSource } from "../ui/table/use-held-rows";

/** Rows that are asked for at once. */
export const WINDOW = 100;

interface Page<TRow> {
  readonly version: number;
  readonly total: number;
  /** How many rows of the list stand before this page. */
  readonly first: number;
  readonly rows: readonly TRow[];
}

/** Which windows of a list are on screen, by their first row. `id` names the list: another filter begins at its top. */
export function useWindowOffsets(id: string) {
  const [range, setRange] = useState({ id, first: 0, last: 0 });
  const { first, last } = range.id === id ? range : { first: 0, last: 0 };
  const onRange = useCallback(
    (from: number, to: number) => {
      const next = { id, first: Math.floor(from / WINDOW), last: Math.floor(to / WINDOW) };
      setRange((now) => (now.id === id && now.first === next.first && now.last === next.last ? now : next));
    },
    [id],
  );
  const offsets = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * WINDOW);
  return { offsets, onRange };
}

export interface Windows<TPage extends Page<DeskRow>> {
  readonly source: RowSource<TPage["rows"][number]>;
  /** The newest page: its totals and counts. */
  readonly page: TPage | undefined;
  readonly error: Error | null;
  readonly failureReason: Error | null;
  readonly isFetching: boolean;
  /** What is shown belongs to the list before; the answer for the new one is under way. */
  readonly isPrevious: boolean;
  readonly refetch: () => void;
}

/** The windows of a list as one list with holes. The list before stays on screen until the first window of the new one is here. */
export function useWindowSource<TPage extends Page<DeskRow>>(
  id: string,
  results: readonly UseQueryResult<TPage, Error>[],
): Windows<TPage> {
  const pages = results.flatMap(({ data }) => (data ? [data] : []));
  const shown = useRef<{ id: string; pages: readonly TPage[] }>({ id, pages });
  if (pages.length > 0) shown.current = { id, pages };
  const newest = shown.current.pages.reduce<TPage | undefined>(
    (best, page) => (best && best.version >= page.version ? best : page),
    undefined,
  );
  return {
    source: sourceOf(shown.current.id, shown.current.pages, newest?.total ?? 0),
    page: newest,
    error: results.find(({ error }) => error)?.error ?? null,
    failureReason: results.find(({ failureReason }) => failureReason)?.failureReason ?? null,
    isFetching: results.some(({ isFetching }) => isFetching),
    isPrevious: pages.length === 0 && newest !== undefined,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
  };
}

function sourceOf<TRow extends DeskRow>(id: string, pages: readonly Page<TRow>[], count: number): RowSource<TRow> {
  const rowAt = (place: number) => {
    const page = pages.find(({ first, rows }) => place >= first && place < first + rows.length);
    return page?.rows[place - page.first];
  };
  const byKey = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.key, row] as const)));
  return { id, count, rowAt, byKey };
}
