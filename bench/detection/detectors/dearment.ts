import type { Hit, PublicDetector } from "../detector-view";

const WINDOW_MS = 600_000;

/** The script's query as it stands, its two inner joins included; its cutoff is a parameter here. */
const QUERY = `SELECT "Session".FailureDate, "Session".FailureId, "Machine".Name, "Machine".Id AS MachineId, "User".UserName
  FROM "Session"
    INNER JOIN "Machine" ON "Machine".Id = "Session".MachineId
    INNER JOIN "User" ON "User".Id = "Session".UserId
  WHERE "Session".FailureId = 11 AND "Session".EndDate > ?
  ORDER BY "Session".FailureDate`;

/** Paul DeArment: servers on which a session with failure row 11 ended within the last ten minutes. */
export const dearment: PublicDetector = {
  name: "DeArment",
  rule: "FailureId 11, ended within 600 s, joined with machine and user",
  source: "https://github.com/armentpau/Clear-XenDesktopPhantomSessions",
  finds: "servers",
  find: async ({ now, tables }) => {
    const rows = tables.rows(QUERY, [new Date(now - WINDOW_MS).toISOString()]);
    return rows.map((row): Hit => ({ sessionKey: null, machineId: String(row.MachineId) }));
  },
};
