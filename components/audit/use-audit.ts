"use client";

import { useQueries } from "@tanstack/react-query";
import type { AuditResponse } from "@/lib/api/contract/audit";
import { auditQuery } from "@/lib/api/query";
import { useWindowOffsets, useWindowSource, WINDOW } from "../shell/use-windows";
import { type AuditParams, filterOf } from "./audit-search-params";

/** No event tells of new entries, so the page asks. */
const AGAIN_MS = 15_000;
/** So many are laid out as cards. */
export const CARDS_MAX = 100;
const FIRST = [0];

/** Tables know their rows by `key`; the newest answer is the one of the latest time. */
function forTable(page: AuditResponse) {
  return { ...page, version: Date.parse(page.now), rows: page.rows.map((row) => ({ ...row, key: `${row.id}` })) };
}
export type AuditPage = ReturnType<typeof forTable>;
export type AuditListRow = AuditPage["rows"][number];

/** The entries of a filter: window by window for a list, or as cards their first {@link CARDS_MAX}. */
export function useAudit(params: AuditParams, cards: boolean) {
  const filter = filterOf(params);
  const id = JSON.stringify([filter, cards]);
  const { offsets, onRange } = useWindowOffsets(id);
  const limit = cards ? CARDS_MAX : WINDOW;
  const results = useQueries({
    queries: (cards ? FIRST : offsets).map((offset) => ({
      ...auditQuery({ ...filter, offset, limit }),
      select: forTable,
      gcTime: 60_000,
      refetchInterval: AGAIN_MS,
    })),
  });
  return { ...useWindowSource<AuditPage>(id, results), onRange };
}
