"use client";

import { useQuery } from "@tanstack/react-query";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { ghostQuery } from "@/lib/api/query";
import { useNow } from "../ui/clock";
import { ghostHeadline } from "./ghost-sentence";
import { GHOST_CLASS } from "./ghost-words";

/**
 * What is wrong, with the values of its evidence, which is read for each ghost apart; undefined until it is here. Where it
 * cannot be read: what such a ghost is.
 */
export function useHeadline(ghost: GhostRow): string | undefined {
  const now = useNow(60_000);
  const { data, error } = useQuery(ghostQuery(ghost.id));
  if (data) return ghostHeadline(data.ghost, now);
  return error ? GHOST_CLASS[ghost.class].meaning : undefined;
}
