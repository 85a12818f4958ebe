/**
 * Where each endpoint lives: data alone, without schemas, so that a browser can call an endpoint without loading the
 * schema library (about 90 kB). The contracts spread these rows; lib/api/endpoints.ts lists them all.
 */
export const ROUTES = {
  signIn: { id: "signIn", method: "POST", path: "/api/sign-in" },
  signOut: { id: "signOut", method: "POST", path: "/api/sign-out" },
  getMe: { id: "getMe", method: "GET", path: "/api/me" },
  getStatus: { id: "getStatus", method: "GET", path: "/api/status" },
  getHealth: { id: "getHealth", method: "GET", path: "/api/health" },
  getOpenApi: { id: "getOpenApi", method: "GET", path: "/api/openapi.json" },
  live: { id: "live", method: "GET", path: "/api/live" },
  listSessions: { id: "listSessions", method: "GET", path: "/api/sessions" },
  exportSessions: { id: "exportSessions", method: "GET", path: "/api/sessions.csv" },
  getSession: { id: "getSession", method: "GET", path: "/api/sessions/{sessionKey}" },
  listUsers: { id: "listUsers", method: "GET", path: "/api/users" },
  getUser: { id: "getUser", method: "GET", path: "/api/users/{userKey}" },
  listServers: { id: "listServers", method: "GET", path: "/api/servers" },
  getServer: { id: "getServer", method: "GET", path: "/api/servers/{machineKey}" },
  listGhosts: { id: "listGhosts", method: "GET", path: "/api/ghosts" },
  getGhost: { id: "getGhost", method: "GET", path: "/api/ghosts/{id}" },
  takeGhost: { id: "takeGhost", method: "POST", path: "/api/ghosts/{id}/take" },
  releaseGhost: { id: "releaseGhost", method: "POST", path: "/api/ghosts/{id}/release" },
  dismissGhost: { id: "dismissGhost", method: "POST", path: "/api/ghosts/{id}/dismiss" },
  reopenGhost: { id: "reopenGhost", method: "POST", path: "/api/ghosts/{id}/reopen" },
  getTimeouts: { id: "getTimeouts", method: "GET", path: "/api/timeouts" },
  askWhatIf: { id: "askWhatIf", method: "POST", path: "/api/timeouts/what-if" },
  listLeases: { id: "listLeases", method: "GET", path: "/api/leases" },
  exportLeases: { id: "exportLeases", method: "GET", path: "/api/leases.csv" },
  getOutage: { id: "getOutage", method: "GET", path: "/api/leases/outage" },
  getLease: { id: "getLease", method: "GET", path: "/api/leases/{key}" },
  getSettings: { id: "getSettings", method: "GET", path: "/api/settings" },
  changeSettings: { id: "changeSettings", method: "PATCH", path: "/api/settings" },
  getRepairs: { id: "getRepairs", method: "GET", path: "/api/repairs" },
  previewOperation: { id: "previewOperation", method: "POST", path: "/api/operations/preview" },
  startOperation: { id: "startOperation", method: "POST", path: "/api/operations" },
  listOperations: { id: "listOperations", method: "GET", path: "/api/operations" },
  exportOperations: { id: "exportOperations", method: "GET", path: "/api/operations.csv" },
  getOperation: { id: "getOperation", method: "GET", path: "/api/operations/{id}" },
  stopOperation: { id: "stopOperation", method: "POST", path: "/api/operations/{id}/stop" },
  listAudit: { id: "listAudit", method: "GET", path: "/api/audit" },
  exportAudit: { id: "exportAudit", method: "GET", path: "/api/audit.csv" },
  listAccounts: { id: "listAccounts", method: "GET", path: "/api/people" },
  addAccount: { id: "addAccount", method: "POST", path: "/api/people" },
  changeAccount: { id: "changeAccount", method: "PATCH", path: "/api/people/{id}" },
  revokeToken: { id: "revokeToken", method: "DELETE", path: "/api/people/tokens/{id}" },
  listScenarios: { id: "listScenarios", method: "GET", path: "/api/practice/scenarios" },
  startScenario: { id: "startScenario", method: "POST", path: "/api/practice/scenarios/{name}" },
  endScenario: { id: "endScenario", method: "DELETE", path: "/api/practice/scenarios/{name}" },
  advanceClock: { id: "advanceClock", method: "POST", path: "/api/practice/clock" },
} as const satisfies Record<string, Route>;

export interface Route {
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string;
}
export type EndpointId = keyof typeof ROUTES;
