import { setImmediate } from "node:timers/promises";
import type { Instant } from "@/lib/domain/site";
import { isoOf } from "./envelope";

/** CSV as RFC 4180 says, in UTF-8 with a byte order mark, so that spreadsheets read the letters right. */

export type CsvValue = string | number | boolean | null;

/** At the start of a cell, and behind a semicolon, where some spreadsheets begin the next one; in wide letters as well. */
const FORMULA_START = /(^|;)([=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * One cell. Unknown is empty. Text that a spreadsheet would take for a formula gets an apostrophe in front
 * (OWASP, CSV injection): names come from other machines.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return `${value}`;
  const safe = value.replaceAll(FORMULA_START, "$1'$2");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

/** What a file begins with: the byte order mark and the names of its columns. */
export function csvHead(names: readonly string[]): string {
  return `\u{FEFF}${names.join(",")}\r\n`;
}

/** The name of a file: what it lists, of which site, and as of when. */
export function csvName(what: string, siteName: string, now: Instant): string {
  const name = siteName.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "") || "site";
  return `${what}-${name}-${isoOf(now).replace(/[:.]/g, "-")}.csv`;
}

/** Sends what is made as it is made; between two chunks others are served. Ends the making where nobody reads on. */
export function streamChunks(
  chunks: Generator<string> | AsyncGenerator<string>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
      await setImmediate();
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
}
