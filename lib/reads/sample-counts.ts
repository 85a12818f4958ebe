import * as z from "zod";

const Count = z.number().int().min(0);

/** What of a stored sample is read here; samples of earlier releases have less. */
const Counts = z.object({
  flows: z.record(z.string(), Count).optional(),
  leases: z.object({ covered: Count, uncovered: Count }).optional(),
});

/** Null where the row is not what a sample looks like: one spoilt minute costs no answer. */
export function parseCounts(text: string): z.infer<typeof Counts> | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return Counts.safeParse(content).data ?? null;
}
