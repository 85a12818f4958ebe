import { filterSessions, MINUTE, type PublicDetector } from "../detector-view";

const LIMIT_MS = 20 * MINUTE;

/** FindHung: `Get-BrokerSession -AppState PreLogon` with a BrokeringTime more than twenty minutes ago. */
export const preLogon: PublicDetector = {
  name: "PreLogon rule",
  rule: "AppState PreLogon, BrokeringTime 20 min ago",
  source: "https://github.com/mtponcho/PSScriptsWin/blob/master/root/FindHungSessions/FindHung.ps1",
  finds: "sessions",
  find: (view) =>
    filterSessions(
      view,
      ({ AppState, BrokeringTime }) =>
        AppState === "PreLogon" && BrokeringTime !== null && BrokeringTime < view.now - LIMIT_MS,
    ),
};
