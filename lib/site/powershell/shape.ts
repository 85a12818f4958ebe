import { z } from "zod";
import type { Instant } from "@/lib/domain/site";

/** Building blocks of what the scripts answer: every text has a limit, every instant becomes a number, unknown words stay unknown. */

/**
 * A schema that gives exactly `TWanted`: the compiler refuses one that gives less (first condition) or more (second).
 * Fields that nobody wants are dropped by z.object when it reads.
 */
export const exactly =
  <TWanted>() =>
  <TSchema extends z.ZodType<TWanted>>(
    schema: TSchema & (TWanted extends z.output<TSchema> ? unknown : "gives more than is wanted"),
  ): z.ZodType<TWanted> =>
    schema;

export const Text = z.string().max(4_096);
export const TextOrNull = Text.nullable();
export const Texts = z.array(Text).max(10_000).readonly();
/** A number of the broker's own (Uid): whole, and exact as a JSON number. */
export const Uid = z.number().int().nonnegative();
export const Count = z.number().int().nonnegative();
/** Whole milliseconds of a TimeSpan. */
export const Milliseconds = z.number().int().nonnegative();

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Lower case with dashes, as the tables hold it. */
export const Guid = z.string().regex(GUID, "must be a guid in lower case");

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/;
/** ISO 8601 in UTC with up to seven digits after the second, as .NET's format "o" writes it; becomes UTC milliseconds. */
export const InstantText = z.string().transform((text, context): Instant => {
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(instant)) return instant;
  context.addIssue({ code: "custom", message: "must be an instant such as 2026-01-31T12:00:00.0000000Z" });
  return z.NEVER;
});
export const InstantOrNull = InstantText.nullable();

/** A word of a known list; a word that a newer release brings is null, which is what unknown is called here. */
export function wordOrNull<const TWord extends string>(words: readonly TWord[]) {
  const known = new Map<string, TWord>(words.map((word) => [word, word]));
  return Text.nullable().transform((word): TWord | null => (word === null ? null : (known.get(word) ?? null)));
}

/** As {@link wordOrNull}, for lists whose own word for it is "Unknown". */
export function wordOrUnknown<const TWord extends string>(words: readonly TWord[]) {
  const known = new Map<string, TWord>(words.map((word) => [word, word]));
  return Text.nullable().transform((word): TWord | "Unknown" => known.get(word ?? "") ?? "Unknown");
}

/** One page in the order of Uid; `next` is the Uid to go on after, null at the end. */
export function pageOf<TRow>(row: z.ZodType<TRow>) {
  return z.object({ rows: z.array(row).max(1_000).readonly(), next: Uid.nullable() });
}
