import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { RepairSubject } from "../operation/operation-request";

/** What a ghost's repairs are done to: its session, or the machine whose failures it is about. */
export function repairSubject(ghost: GhostRow): RepairSubject {
  const { sessionKey, machineKey, machine, userFullName, user } = ghost;
  return { sessionKey, machineKey, machine, person: userFullName ?? user };
}
