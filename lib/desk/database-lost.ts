/** Prisma's codes for a database that is not reachable, not answering or out of connections. */
const LOST_CODES = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1011", "P1017", "P2024", "P2028"]);

/** Whether an error says that our own database cannot be reached, rather than that something is wrong in the program. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "PrismaClientInitializationError") return true;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return LOST_CODES.has(code) || ["ESOCKET", "ETIMEOUT", "ECONNCLOSED", "ENOCONN"].includes(code);
}

/** Whether our own database gave up one statement for another: SQL Server ends one of two that wait for each other, a reader too. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2034";
}
