import type { Clock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import type { GhostDesk, SiteReach, SiteView } from "./runtime";

/** What carrying out operations (lib/operations/run) takes of the running program. */
export interface RunScope {
  readonly desk: Desk;
  readonly siteId: string;
  /** Wall clock. */
  readonly clock: Clock;
  readonly siteClock: Clock;
  readonly site: Pick<SiteView, "current" | "subscribe">;
  readonly ghosts: Pick<GhostDesk, "get" | "apply" | "settle">;
  readonly reach: SiteReach;
  /** Operations that began, went on or ended: the next version, to be made at once, names them. */
  onChanged(ids: readonly string[]): void;
  /** Something was done about leases: they are read again soon. */
  onLeasesTouched(): void;
}
