import type { z } from "zod";
import { DeskError } from "@/lib/errors";

/**
 * What the schema makes of a value. Throws DeskError `invalid` with one sentence that names the first field that is wrong;
 * our own messages are sentences already, zod's get the field's name in front.
 */
export function parseInput<TSchema extends z.ZodType>(schema: TSchema, value: unknown): z.output<TSchema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  const message = issue?.message ?? "not valid";
  const sentence = message.endsWith(".") || field === "" ? message : `${field}: ${message}.`;
  throw new DeskError("invalid", sentence, { ...(field === "" ? {} : { field }), cause: parsed.error });
}
