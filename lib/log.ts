import pino from "pino";

/**
 * The program's log: one JSON line per event on standard error, so that standard output stays for people. Secrets are
 * named here once and never written.
 */
export const log = pino(
  {
    level: process.env.GHOSTDESK_LOG || "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "token", "cookie", "authorization", "*.password", "*.token", "*.cookie", "*.authorization"],
  },
  pino.destination({ fd: 2, sync: true }),
);
