"use client";

import { useQueries } from "@tanstack/react-query";
import type { LeaseFilter, LeasesResponse } from "@/lib/api/contract/leases";
import { leasesQuery } from "@/lib/api/query-standing";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { CARDS_MAX, FIRST } from "./use-pairs";

/** Leases that were not read have no number; a list of them has no rows. */
function forTable(page: LeasesResponse) {
  return { ...page, total: page.total ?? 0, isRead: page.total !== null };
}
export type LeasePage = ReturnType<typeof forTable>;

/** The leases of a filter: window by window for a list, or as cards their first. `ready`: the site's time is known, by which it filters. */
export function useLeases(filter: LeaseFilter, { cards, ready }: { cards: boolean; ready: boolean }) {
  const id = JSON.stringify([filter, cards]);
  const { offsets, onRange } = useWindowOffsets(id);
  const limit = cards ? CARDS_MAX : WINDOW;
  const results = useQueries({
    queries: (cards ? FIRST : offsets).map((offset) => ({
      ...leasesQuery({ ...filter, offset, limit }),
      select: forTable,
      enabled: ready,
      gcTime: 60_000,
    })),
  });
  return { ...useWindowSource<LeasePage>(id, results), onRange };
}
