import type { Instant } from "@/lib/domain/site";
import type { Timers } from "./timers";

/** The right to reach a resource again while the controllers are without their database; renewed with each launch. */
export interface Lease {
  readonly kind: "lease";
  readonly id: string;
  readonly type: "Enumeration" | "Launch";
  readonly personId: number;
  /** Group and, for applications, the application; null on enumeration leases. */
  readonly resource: { readonly groupId: string; readonly applicationId: string | null } | null;
  machineId: string | null;
  modified: Instant;
  expires: Instant;
  timers: Timers<never>;
}
