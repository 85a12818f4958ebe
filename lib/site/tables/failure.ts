import { DeskError } from "@/lib/errors";

/**
 * What a person is told of a failed read; what really happened stays in `cause` for the log. Numbers are SQL Server's, as Prisma
 * writes them around a text that comes in the server's language; bare, they would also be found in an address.
 */
export function sentenceFor(cause: unknown): string {
  if (cause instanceof DeskError) return cause.message;
  const text = cause instanceof Error ? cause.message : String(cause);
  if (/login failed|authentication failed|`18456`/i.test(text)) return "The database refused the login.";
  if (/no such table|invalid object name|`208`/i.test(text)) return "A table that should be there is missing.";
  if (/permission was denied|`229`/i.test(text)) return "The login may not read a table that is needed.";
  if (/not a database|malformed/i.test(text)) return "The file is not a database, or is damaged.";
  return "The database cannot be reached.";
}
