import type { Actor } from "@/lib/audit/actor";
import type { Clock } from "@/lib/clock";
import type { GhostDesk, OperationDesk, Runtime, SiteReach, SiteView } from "@/lib/collector/runtime";
import type { Desk } from "@/lib/desk/client";
import type { Snapshot } from "@/lib/domain/snapshot";
import { DeskError } from "@/lib/errors";
import type { SiteActor } from "@/lib/site/command";
import type { SdkSource } from "@/lib/site/port";

/** What every operation on the site takes. */
export interface OperationScope {
  readonly desk: Desk;
  /** Wall clock: tokens, caps and the audit. */
  readonly clock: Clock;
  /** What is verified is verified by the site's time. */
  readonly siteClock: Clock;
  readonly site: Pick<SiteView, "current" | "sourcesNow">;
  readonly ghosts: Pick<GhostDesk, "apply" | "settle">;
  readonly reach: SiteReach;
  readonly operations: Pick<OperationDesk, "begin" | "inTurn" | "previewKey">;
  readonly actor: Actor;
}

export function operationScopeOf(runtime: Runtime, actor: Actor): OperationScope {
  const { desk, wallClock, siteClock, site, ghosts, reach, operations } = runtime;
  return { desk, clock: wallClock, siteClock, site, ghosts, reach, operations, actor };
}

/** The site as it was read last. Throws `unavailable` before the first read. */
export function snapshotOf({ site }: Pick<OperationScope, "site">): Snapshot {
  const snapshot = site.current();
  if (snapshot) return snapshot;
  throw new DeskError("unavailable", "The site has not been read yet.", { retryAfterSeconds: 2 });
}

/** How the site is acted on. Throws `conflict` with the reason where it cannot be. */
export function requireReach({ reach }: Pick<OperationScope, "reach">): { sdk: SdkSource; actor: SiteActor } {
  const { sdk, actor, sentence } = reach;
  if (sdk && actor) return { sdk, actor };
  throw new DeskError("conflict", sentence ?? "There is no way to act on this site.");
}
