import type { PowerAction } from "@/lib/domain/operation/verbs";
import type { Instant } from "@/lib/domain/site";
import type { Timers } from "./timers";

/** What was asked of a hypervisor, queued there and kept for an hour after it is over. */
export interface PowerActionRecord {
  readonly kind: "power-action";
  /** The broker's Uid. */
  readonly id: number;
  readonly machineId: string;
  readonly hypervisorId: string;
  readonly action: PowerAction;
  state: "Pending" | "Started" | "Completed" | "Failed";
  readonly requestedAt: Instant;
  startedAt: Instant | null;
  completedAt: Instant | null;
  failureReason: string | null;
  timers: Timers<PowerActionTimer>;
}
export type PowerActionTimer = "start" | "watch" | "forget";
