"use client";

import { useQueries } from "@tanstack/react-query";
import type { OutageResponse } from "@/lib/api/contract/leases";
import { outageQuery } from "@/lib/api/query-standing";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { type LeaseParams, pairFilterOf } from "./lease-search-params";
import { pairKey } from "./pair-key";

/** Of a list on a small screen so many are laid out as cards. */
export const CARDS_MAX = 100;
export const FIRST = [0];

/** Tables know their rows by `key`. */
function forTable(page: OutageResponse) {
  return { ...page, rows: page.rows.map((row) => ({ ...row, key: pairKey(row) })) };
}
export type PairPage = ReturnType<typeof forTable>;
export type PairListRow = PairPage["rows"][number];

/** The pairs of a filter: window by window for a list, or as cards their first {@link CARDS_MAX}. */
export function usePairs(params: LeaseParams, cards: boolean) {
  const filter = pairFilterOf(params);
  const id = JSON.stringify([filter, cards]);
  const { offsets, onRange } = useWindowOffsets(id);
  const limit = cards ? CARDS_MAX : WINDOW;
  const results = useQueries({
    queries: (cards ? FIRST : offsets).map((offset) => ({
      ...outageQuery({ ...filter, offset, limit }),
      select: forTable,
      gcTime: 60_000,
    })),
  });
  return { ...useWindowSource<PairPage>(id, results), onRange };
}
