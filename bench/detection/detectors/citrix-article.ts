import { filterSessions, type PublicDetector } from "../detector-view";

/** Citrix's own article on pending sessions: `Get-BrokerSession -ConnectionMode Unbrokered -SessionState Connected`. */
export const citrixArticle: PublicDetector = {
  name: "Citrix article",
  rule: "ConnectionMode Unbrokered, SessionState Connected",
  source: "https://support.citrix.com/s/article/CTX239314",
  finds: "sessions",
  find: (view) =>
    filterSessions(
      view,
      ({ ConnectionMode, SessionState }) => ConnectionMode === "Unbrokered" && SessionState === "Connected",
    ),
};
