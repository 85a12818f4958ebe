import { parseAsString } from "nuqs";
import type { AuditFilter } from "@/lib/api/contract/audit";

/** What the page of the audit keeps in its address, under the names that the API uses. */
export const auditSearchParams = {
  actor: parseAsString.withDefault(""),
  action: parseAsString.withDefault(""),
  subject: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
};

export type AuditParams = { readonly [name in keyof typeof auditSearchParams]: string };

export const NO_FILTER: AuditParams = { actor: "", action: "", subject: "", from: "", to: "" };

/** The filter as the API takes it: without what is empty. */
export function filterOf(params: AuditParams): AuditFilter {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ""));
}

export function isFiltered(params: AuditParams): boolean {
  return Object.keys(filterOf(params)).length > 0;
}
