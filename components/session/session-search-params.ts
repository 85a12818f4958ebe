import { parseAsString, parseAsStringLiteral } from "nuqs";
import type { SessionFilter } from "@/lib/api/contract/sessions";

/** What the page of sessions keeps in its address, under the names that the API uses. */
export const sessionSearchParams = {
  q: parseAsString.withDefault(""),
  state: parseAsString.withDefault(""),
  class: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
  group: parseAsString.withDefault(""),
  user: parseAsString.withDefault(""),
  userSource: parseAsString.withDefault(""),
  life: parseAsString.withDefault(""),
  overdue: parseAsStringLiteral(["true", ""]).withDefault(""),
  sort: parseAsString.withDefault(""),
  details: parseAsString.withDefault(""),
};

/** Where the name on a session comes from, if not from the verified user: the sessions that Director shows as "-". */
export const UNNAMED = "untrusted,brokering,client,none";

export type SessionParams = { readonly [name in keyof typeof sessionSearchParams]: string } & {
  /** Only sessions past their deadline. */
  readonly overdue: "true" | "";
};

/** The filter as the API takes it: without what is empty, and without what only the page needs. */
export function filterOf({ details: _, ...filter }: SessionParams): SessionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

/** Whether anything is left out. */
export function isFiltered({ sort: _sort, details: _details, ...filter }: SessionParams): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** `Active,Disconnected` with one name more or less, for states and classes alike. */
export function toggleName(names: string, name: string): string {
  const chosen = names.split(",").filter(Boolean);
  const isThere = chosen.some((each) => each.toLowerCase() === name.toLowerCase());
  const next = isThere ? chosen.filter((each) => each.toLowerCase() !== name.toLowerCase()) : [...chosen, name];
  return next.join(",");
}

export function hasName(names: string, name: string): boolean {
  return names.split(",").some((each) => each.trim().toLowerCase() === name.toLowerCase());
}
