import { type BrokerSession, filterSessions, MINUTE, type PublicDetector } from "../detector-view";

/**
 * Tests 1 and 2 of the health check's table of stuck sessions. Their filters compare SessionStateChangeTime with '0:10', which lacks
 * the minus that the SDK's relative times need: as written the age never filters; the comments beside them say ten minutes.
 */

const SOURCE = "https://github.com/sacha81/XA-and-XD-HealthCheck";
const MEANT_MS = 10 * MINUTE;

const isTest1 = ({ SessionState, UserName, LogonInProgress }: BrokerSession) =>
  SessionState === "Connected" && UserName === null && LogonInProgress;
const isTest2 = ({ AppState }: BrokerSession) => AppState === "PreLogon";

function healthCheck(name: string, rule: string, test: (session: BrokerSession) => boolean): PublicDetector[] {
  const shared = { source: SOURCE, finds: "sessions" } as const;
  return [
    { ...shared, name: `${name}, as written`, rule, find: (view) => filterSessions(view, test) },
    {
      ...shared,
      name: `${name}, as meant`,
      rule: `${rule}, for 10 min`,
      find: (view) =>
        filterSessions(view, (session) => test(session) && session.SessionStateChangeTime < view.now - MEANT_MS),
    },
  ];
}

export const healthCheckTests: readonly PublicDetector[] = [
  ...healthCheck("Health check test 1", "Connected, no UserName, LogonInProgress", isTest1),
  ...healthCheck("Health check test 2", "AppState PreLogon", isTest2),
];
