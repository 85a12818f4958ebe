import type * as z from "zod";

/** Control characters end texts in databases, forge lines of logs and ring bells: one line has none, several have their ends. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
const PLAIN = "Only text can be written here.";

export const oneLine = (text: z.ZodString) => text.regex(ONE_LINE, PLAIN);
export const severalLines = (text: z.ZodString) => text.regex(LINES, PLAIN);
