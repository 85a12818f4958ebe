import { parseAsString, parseAsStringLiteral } from "nuqs";
import type { ServersQuery } from "@/lib/api/contract/servers";

/** Filters of which one holds; `all` leaves nothing out. */
export const ONLY = ["all", "ghosts", "skipped", "unregistered", "fault", "maintenance", "off"] as const;
export const SUPPORTS = ["MultiSession", "SingleSession", "all"] as const;

/** What the page of servers keeps in its address, under the names that the API uses. */
export const serverSearchParams = {
  q: parseAsString.withDefault(""),
  group: parseAsString.withDefault(""),
  support: parseAsStringLiteral(SUPPORTS).withDefault("MultiSession"),
  only: parseAsStringLiteral(ONLY).withDefault("all"),
  sort: parseAsString.withDefault(""),
};

export interface ServerParams {
  readonly q: string;
  readonly group: string;
  readonly support: (typeof SUPPORTS)[number];
  readonly only: (typeof ONLY)[number];
  readonly sort: string;
}

/** The query as the API takes it, without its window. */
export function queryOf({ q, group, support, only, sort }: ServerParams): Partial<ServersQuery> {
  return {
    support,
    ...(q === "" ? {} : { q }),
    ...(group === "" ? {} : { group }),
    ...(only === "all" ? {} : { only }),
    ...(sort === "" ? {} : { sort }),
  };
}

export function isFiltered({ q, group, only }: ServerParams): boolean {
  return q !== "" || group !== "" || only !== "all";
}
