import { filterSessions, MINUTE, type PublicDetector } from "../detector-view";

const TIMEOUT_MS = 5 * MINUTE;

/** Andy Simmons' Stop-GhostSessions: single-session machines whose session has been Connected for more than five minutes. */
export const simmons: PublicDetector = {
  name: "Simmons",
  rule: "SingleSession, Connected for 5 min",
  source: "https://github.com/andysimmons/vdi-utils/blob/master/Stop-GhostSessions.ps1",
  finds: "sessions",
  find: (view) =>
    filterSessions(
      view,
      ({ SessionSupport, SessionState, SessionStateChangeTime }) =>
        SessionSupport === "SingleSession" &&
        SessionState === "Connected" &&
        SessionStateChangeTime < view.now - TIMEOUT_MS,
    ),
};
