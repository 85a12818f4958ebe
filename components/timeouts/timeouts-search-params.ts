import { parseAsString } from "nuqs";
import type { TimeoutsQuery } from "@/lib/api/contract/timeouts";

/** What the page of timeouts keeps in its address, under the names that the API uses. */
export const timeoutsSearchParams = {
  group: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
};

export type TimeoutsParams = { readonly [name in keyof typeof timeoutsSearchParams]: string };

export const NO_FILTER: TimeoutsParams = { group: "", server: "" };

/** The query as the API takes it. */
export function queryOf({ group, server }: TimeoutsParams): TimeoutsQuery {
  return { ...(group && { group }), ...(server && { server }) };
}
