import * as z from "zod";
import { SOURCE_NAMES } from "@/lib/domain/snapshot";

/** An instant as it travels: ISO 8601, UTC, with milliseconds. */
export const IsoInstant = z.iso.datetime().describe("ISO 8601 in UTC");

export const SourceStatus = z.object({
  name: z.enum(SOURCE_NAMES),
  state: z.enum(["reading", "ok", "stale", "slow", "lost", "absent"]),
  asOf: IsoInstant.nullable().describe("site time of the last successful read"),
  ageSeconds: z.number().nullable().describe("now minus asOf"),
  newestChange: IsoInstant.nullable().describe("the newest change the source itself holds"),
  readMs: z.number().nullable(),
  problem: z.string().nullable().describe("a sentence for people; null while all is well"),
});
export type SourceStatus = z.infer<typeof SourceStatus>;

/** What every answer about the site carries: which snapshot, as of when, now, and how each source is. */
export const SnapshotEnvelope = z.object({
  version: z.number().int(),
  asOf: IsoInstant.describe("site time of the data"),
  now: IsoInstant.describe("site time now"),
  sources: z.array(SourceStatus),
});

/** A list: the window that was asked for, how many rows the filter has in all, and where the next window starts. */
export function listOf<TRow extends z.ZodType>(row: TRow) {
  return SnapshotEnvelope.extend({
    total: z.number().int().describe("rows of the filter in all"),
    first: z.number().int().describe("how many rows of the filter stand before this window"),
    rows: z.array(row),
    next: z.string().nullable().describe("cursor of the next window; null at the end"),
  });
}

export const ErrorBody = z.object({
  error: z.object({
    code: z.enum([
      "invalid",
      "unauthenticated",
      "forbidden",
      "not-found",
      "conflict",
      "limited",
      "unavailable",
      "internal",
    ]),
    message: z.string(),
    field: z.string().optional(),
    operationId: z.string().optional().describe("of a conflict: the operation that stands in the way"),
  }),
});

/** Which window of a list: after a cursor, or from a row number on (a scroll bar jumps), but not both. */
export function windowOf(limitUsual: number) {
  return {
    cursor: z.string().max(2000).optional().describe("`next` of the window before; stays put while rows come and go"),
    offset: z.coerce.number().int().min(0).optional().describe("row to start at, instead of a cursor"),
    limit: z.coerce.number().int().min(1).max(500).default(limitUsual),
  };
}

export const Nothing = z.strictObject({});
export const NoBody = z.undefined();
