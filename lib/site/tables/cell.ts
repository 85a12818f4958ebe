import { z } from "zod";
import type { Instant } from "@/lib/domain/site";

/**
 * What a cell of the Citrix tables may hold, as zod types. The two drivers differ: dates come as Date or as ISO text (UTC,
 * with or without a zone marker), whole numbers as number, bigint or digits, bits as boolean or 0/1, guids in either case.
 */

function toInstant(value: Date | string | number): Instant {
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.getTime();
  const marked = /(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value.replace(" ", "T")}Z`;
  return Date.parse(marked);
}

export const instantCell = z
  .union([z.date(), z.string(), z.number()])
  .transform(toInstant)
  .refine((value) => Number.isFinite(value), "is not a date");
/**
 * One string for many equal ones. Ids and versions repeat in tens of thousands of rows, and every read makes them anew; keeping one
 * of each saves a quarter of what a large site takes in memory. Forgotten as a whole when it grows beyond reason.
 */
const INTERNED_MAX = 20_000;
const interned = new Map<string, string>();

export function intern(value: string): string {
  const known = interned.get(value);
  if (known !== undefined) return known;
  if (interned.size >= INTERNED_MAX) interned.clear();
  interned.set(value, value);
  return value;
}

export const guidCell = z.string().transform((value) => value.toLowerCase());
/** Whole numbers, ids included: every id of these tables is far below 2^53. */
export const wholeCell = z.union([z.number(), z.bigint(), z.string().regex(/^-?\d+$/)]).transform(Number);
export const bitCell = z.union([z.boolean(), z.number()]).transform(Boolean);
/** Text; Citrix writes an empty string where it means that there is none. */
export const textCell = z.string().transform((value) => (value.trim() === "" ? null : value));

/** References and other values that many rows share. */
export const sharedGuidCell = z.string().transform((value) => intern(value.toLowerCase()));
export const sharedTextCell = z.string().transform((value) => (value.trim() === "" ? null : intern(value)));

export const optional = {
  instant: instantCell.nullable(),
  guid: guidCell.nullable(),
  whole: wholeCell.nullable(),
  bit: bitCell.nullable(),
  text: textCell.nullable(),
  sharedGuid: sharedGuidCell.nullable(),
  sharedText: sharedTextCell.nullable(),
};
