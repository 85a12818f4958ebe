import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { repairSubject } from "../ghost/ghost-subject";
import type { RepairSubject } from "../operation/operation-request";

export interface LeadRepair {
  readonly subject: RepairSubject;
  /** The ghost that it is about; null where nothing is wrong with the session. */
  readonly ghostId: string | null;
}

/**
 * What the one button of a caller's page is about: their first ghost; a machine that keeps failing; or, where nothing is wrong, their
 * only session. Of several sessions that are well, the person says which one.
 */
export function leadRepair(
  person: string,
  sessions: readonly Pick<SessionRow, "key" | "machineKey" | "machine">[],
  ghosts: readonly GhostRow[],
): LeadRepair | null {
  const ghost = ghosts.find(({ subject }) => subject === "session") ?? ghosts[0];
  if (ghost) return { subject: repairSubject(ghost), ghostId: ghost.id };
  const [only, another] = sessions;
  if (!only || another) return null;
  const { key, machineKey, machine } = only;
  return { subject: { sessionKey: key, machineKey, machine, person }, ghostId: null };
}
