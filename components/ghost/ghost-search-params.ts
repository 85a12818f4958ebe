import { parseAsString, parseAsStringLiteral } from "nuqs";
import type { GhostsQuery } from "@/lib/api/contract/ghosts";

/** How the queue is laid out: one list, or a part for each server. */
export const LAYOUTS = ["list", "server"] as const;

/** What the queue keeps in its address: filters under the names that the API uses, the layout, and the ghost shown beside it. */
export const ghostSearchParams = {
  q: parseAsString.withDefault(""),
  class: parseAsString.withDefault(""),
  state: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
  group: parseAsString.withDefault(""),
  user: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(""),
  by: parseAsStringLiteral(LAYOUTS).withDefault("list"),
  ghost: parseAsString.withDefault(""),
};

export interface GhostParams {
  readonly q: string;
  readonly class: string;
  readonly state: string;
  readonly server: string;
  readonly group: string;
  readonly user: string;
  readonly sort: string;
  readonly by: (typeof LAYOUTS)[number];
  readonly ghost: string;
}

export const NO_FILTER = { q: "", class: "", state: "", server: "", group: "", user: "" } as const;

/** The filter as the API takes it: without what is empty, and without what only the page needs. */
export function filterOf({ by: _by, ghost: _ghost, ...filter }: GhostParams): Partial<GhostsQuery> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

/** Whether anything is left out that the queue shows by itself. */
export function isFiltered(params: GhostParams): boolean {
  return (Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[]).some((name) => params[name] !== "");
}
