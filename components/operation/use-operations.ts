"use client";

import { useQueries } from "@tanstack/react-query";
import type { OperationsResponse } from "@/lib/api/contract/operations";
import { operationsQuery } from "@/lib/api/query";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { filterOf, type OperationPageParams } from "./operation-search-params";
import { isWatched } from "./progress-words";

/** While something of a window is under way it is asked for, should the live line fail. */
const UNDER_WAY_MS = 5_000;
/** So many are laid out as cards. */
export const CARDS_MAX = 100;
const FIRST = [0];

/** Tables know their rows by `key`; the newest answer is the one of the latest time. */
function forTable(page: OperationsResponse) {
  return { ...page, version: Date.parse(page.now), rows: page.rows.map((row) => ({ ...row, key: row.id })) };
}
export type OperationsPage = ReturnType<typeof forTable>;
export type OperationListRow = OperationsPage["rows"][number];

/** The operations of a filter: window by window for a list, or as cards their first {@link CARDS_MAX}. */
export function useOperations(params: OperationPageParams, cards: boolean) {
  const filter = filterOf(params);
  const id = JSON.stringify([filter, cards]);
  const { offsets, onRange } = useWindowOffsets(id);
  const limit = cards ? CARDS_MAX : WINDOW;
  const results = useQueries({
    queries: (cards ? FIRST : offsets).map((offset) => ({
      ...operationsQuery({ ...filter, offset, limit }),
      select: forTable,
      gcTime: 60_000,
      refetchInterval: ({ state }: { state: { data: OperationsResponse | undefined } }) =>
        state.data?.rows.some(isWatched) ? UNDER_WAY_MS : (false as const),
    })),
  });
  return { ...useWindowSource<OperationsPage>(id, results), onRange };
}
