"use client";

import { useQueries } from "@tanstack/react-query";
import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import { ghostsQuery } from "@/lib/api/query";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { filterOf, type GhostParams } from "./ghost-search-params";

/** So many rows are laid out in parts or as cards; a list has no end. */
export const WHOLE_MAX = 500;
const FIRST = [0];

/** Tables know their rows by `key`. */
function withKeys(page: GhostsResponse) {
  return { ...page, rows: page.rows.map((row) => ({ ...row, key: row.id })) };
}
export type QueuePage = ReturnType<typeof withKeys>;

/** The queue of a filter: window by window for a list, or `whole`, which is its first {@link WHOLE_MAX} rows. */
export function useQueue(params: GhostParams, whole: boolean) {
  const filter = filterOf(params);
  const id = JSON.stringify([filter, whole]);
  const { offsets, onRange } = useWindowOffsets(id);
  const limit = whole ? WHOLE_MAX : WINDOW;
  const results = useQueries({
    queries: (whole ? FIRST : offsets).map((offset) => ({
      ...ghostsQuery({ ...filter, offset, limit }),
      select: withKeys,
      gcTime: 60_000,
    })),
  });
  return { ...useWindowSource<QueuePage>(id, results), onRange };
}
