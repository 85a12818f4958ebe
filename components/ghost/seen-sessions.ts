"use client";

import { useRef } from "react";
import type { QueueRow } from "./ghost-columns";

/**
 * Which session each ghost is about that was on screen since the page was opened: what is selected stays selected when its part of the list
 * is not loaded any more. Gives the sessions of ghosts; one about a machine has none.
 */
export function useSeenSessions(rows: ReadonlyMap<string, QueueRow>): (ids: Iterable<string>) => readonly string[] {
  const seen = useRef(new Map<string, string | null>());
  for (const row of rows.values()) seen.current.set(row.key, row.sessionKey);
  return (ids) => [...ids].flatMap((id) => seen.current.get(id) ?? []);
}
