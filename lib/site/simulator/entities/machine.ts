import type { Instant } from "@/lib/domain/site";
import type { FaultState, PowerState } from "@/lib/domain/states";
import type { Timers } from "./timers";

export interface Machine {
  readonly kind: "machine";
  readonly id: string;
  readonly uid: number;
  readonly index: number;
  readonly domain: string;
  readonly name: string;
  readonly dns: string;
  readonly sid: string;
  readonly ip: string;
  readonly hostedMachineId: string;
  readonly host: string;
  readonly catalogId: string;
  readonly catalogUid: number;
  readonly groupId: string;
  readonly hypervisorId: string;
  readonly hypervisorUid: number;
  readonly agentVersion: string;
  readonly osType: string;
  readonly created: Instant;
  modified: Instant;
  assignedTo: number[];
  controller: number;
  maintenance: boolean;
  /** Takes launches and then fails them, until its agent or the machine restarts. */
  sick: boolean;
  power: PowerState;
  powerSince: Instant;
  poweredOnAt: Instant | null;
  registered: boolean;
  registrationSince: Instant;
  registrationKey: string | null;
  lastContact: Instant | null;
  lastDeregistration: { readonly code: number; readonly at: Instant } | null;
  fault: FaultState;
  faultSince: Instant | null;
  /** Id of the open MachineFailureLog row. */
  failureLogId: number | null;
  /** As the Monitor service counted them last. */
  reportedSessions: number;
  loadIndexId: number | null;
  lastConnection: { readonly at: Instant; readonly personId: number | null; readonly failure: number | null } | null;
  /** Next id of a Windows session on this machine since it started. */
  nextWindowsId: number;
  /** When the agent's process was started, where that was not with the machine itself. */
  agentStartedAt?: Instant;
  /** The effective load index of the last sample. */
  load?: number;
  timers: Timers<MachineTimer>;
}
export type MachineTimer =
  | "restart"
  | "off"
  | "booted"
  | "registered"
  | "agentBack"
  | "fault"
  | "turnedOff"
  | "suspended"
  | "resumed";
