import * as z from "zod";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing, windowOf } from "./envelope";

/** Who did what, in order, in a chain that shows where somebody changed it. */

export const AuditRow = z.object({
  id: z.number().int(),
  at: IsoInstant.describe("wall-clock time"),
  actor: z.string(),
  kind: z.string().describe("person, token or local"),
  role: z.string(),
  action: z.string().describe("noun.verb, such as operation.intended"),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.infer<typeof AuditRow>;

/**
 * `whole`: every entry was checked and fits. `broken`: from one entry on it does not. `checking`: not finished since the start.
 * What stood there before the chain began is not covered and is counted apart.
 */
export const ChainState = z.object({
  state: z.enum(["checking", "whole", "broken"]),
  sentence: z.string(),
  checkedAt: IsoInstant.nullable(),
  entries: z.number().int(),
  uncovered: z.number().int(),
  brokenAt: z.number().int().nullable().describe("id of the first entry that does not fit"),
});
export type ChainState = z.infer<typeof ChainState>;

const filters = {
  actor: z.string().max(64).optional(),
  action: z.string().max(200).optional().describe("an action, or its noun"),
  subject: z.string().max(255).optional(),
  from: IsoInstant.optional(),
  to: IsoInstant.optional(),
};
export const AuditFilter = z.strictObject(filters);
export type AuditFilter = z.infer<typeof AuditFilter>;
export const AuditQuery = z.strictObject({ ...filters, ...windowOf(60) });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditResponse = z.object({
  now: IsoInstant.describe("wall-clock time"),
  chain: ChainState,
  total: z.number().int(),
  first: z.number().int(),
  rows: z.array(AuditRow).describe("newest first"),
  next: z.string().nullable(),
});
export type AuditResponse = z.infer<typeof AuditResponse>;

const json = { params: Nothing, body: NoBody, status: 200 } as const;

export const listAudit = {
  ...json,
  ...ROUTES.listAudit,
  summary: "The audit, newest first, and whether its chain is whole",
  permission: "read",
  query: AuditQuery,
  response: AuditResponse,
  mediaType: "application/json",
} as const satisfies Endpoint;

export const exportAudit = {
  ...json,
  ...ROUTES.exportAudit,
  summary: "Exactly the entries of a filter as CSV",
  permission: "export",
  query: AuditFilter,
  response: z.string(),
  mediaType: "text/csv",
} as const satisfies Endpoint;
