import { parseAsString } from "nuqs";
import type { OperationFilter } from "@/lib/api/contract/operations";

/** What the page of operations keeps in its address: filters under the names that the API uses, and the operation shown beside the list. */
export const operationSearchParams = {
  actor: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
  verb: parseAsString.withDefault(""),
  state: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  operation: parseAsString.withDefault(""),
};

export type OperationPageParams = { readonly [name in keyof typeof operationSearchParams]: string };

export const NO_FILTER = { actor: "", server: "", verb: "", state: "", from: "", to: "" } as const;

/** The filter as the API takes it: without what is empty, and without what only the page needs. */
export function filterOf({ operation: _, ...filter }: OperationPageParams): OperationFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

export function isFiltered(params: OperationPageParams): boolean {
  return Object.keys(filterOf(params)).length > 0;
}
