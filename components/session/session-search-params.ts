import { parseAsString } from "nuqs";
import type { SessionFilter } from "@/lib/api/contract/sessions";

/** What the page of sessions keeps in its address, under the names that the API uses. */
export const sessionSearchParams = {
  q: parseAsString.withDefault(""),
  state: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
  group: parseAsString.withDefault(""),
  user: parseAsString.withDefault(""),
  userSource: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(""),
  details: parseAsString.withDefault(""),
};

/** Where the name on a session comes from, if not from the verified user: the sessions that Director shows as "-". */
export const UNNAMED = "untrusted,brokering,client,none";

export type SessionParams = { readonly [name in keyof typeof sessionSearchParams]: string };

/** The filter as the API takes it: without what is empty, and without what only the page needs. */
export function filterOf({ details: _, ...filter }: SessionParams): SessionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

/** Whether anything is left out. */
export function isFiltered({ sort: _sort, details: _details, ...filter }: SessionParams): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** `Active,Disconnected` with one state more or less. */
export function toggleState(states: string, state: string): string {
  const chosen = states.split(",").filter(Boolean);
  const isThere = chosen.some((each) => each.toLowerCase() === state.toLowerCase());
  const next = isThere ? chosen.filter((each) => each.toLowerCase() !== state.toLowerCase()) : [...chosen, state];
  return next.join(",");
}

export function hasState(states: string, state: string): boolean {
  return states.split(",").some((each) => each.trim().toLowerCase() === state.toLowerCase());
}
