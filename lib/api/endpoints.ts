import { exportAudit, listAudit } from "./contract/audit";
import { getHealth, getMe, getOpenApi, getStatus, live, signIn, signOut } from "./contract/console";
import { dismissGhost, getGhost, listGhosts, releaseGhost, reopenGhost, takeGhost } from "./contract/ghosts";
import { exportLeases, getLease, getOutage, listLeases } from "./contract/leases";
import {
  exportOperations,
  getOperation,
  listOperations,
  previewOperation,
  startOperation,
  stopOperation,
} from "./contract/operations";
import { addAccount, changeAccount, listAccounts, revokeToken } from "./contract/people";
import { advanceClock, endScenario, listScenarios, startScenario } from "./contract/practice";
import { getRepairs } from "./contract/repairs";
import { getServer, listServers } from "./contract/servers";
import { exportSessions, getSession, listSessions } from "./contract/sessions";
import { changeSettings, getSettings } from "./contract/settings";
import { askWhatIf, getTimeouts } from "./contract/timeouts";
import { getUser, listUsers } from "./contract/users";
import type { Endpoint } from "./endpoint";
import type { EndpointId } from "./routes";

/** Every endpoint by its id: the OpenAPI document is made from it. Browser code may take types from here, no values. */
export const ENDPOINTS = {
  signIn,
  signOut,
  getMe,
  getStatus,
  getHealth,
  getOpenApi,
  live,
  listSessions,
  exportSessions,
  getSession,
  listUsers,
  getUser,
  listServers,
  getServer,
  listGhosts,
  getGhost,
  takeGhost,
  releaseGhost,
  dismissGhost,
  reopenGhost,
  getTimeouts,
  askWhatIf,
  listLeases,
  exportLeases,
  getOutage,
  getLease,
  getSettings,
  changeSettings,
  getRepairs,
  previewOperation,
  startOperation,
  listOperations,
  exportOperations,
  getOperation,
  stopOperation,
  listAudit,
  exportAudit,
  listAccounts,
  addAccount,
  changeAccount,
  revokeToken,
  listScenarios,
  startScenario,
  endScenario,
  advanceClock,
} as const satisfies Record<EndpointId, Endpoint>;
export type Endpoints = typeof ENDPOINTS;
