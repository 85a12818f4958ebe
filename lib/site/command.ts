import type { PowerAction } from "@/lib/domain/operation/verbs";

/** What can be done to a site, one act each; many sessions are many acts. Keys are those of the tables (lower-case guids). */
export type SiteCommand =
  | { readonly verb: "log-off" | "disconnect" | "hide" | "unhide"; readonly sessionKey: string }
  | { readonly verb: "message"; readonly sessionKey: string; readonly title: string; readonly text: string }
  | { readonly verb: "restart-agent" | "maintenance-on" | "maintenance-off"; readonly machineKey: string }
  | { readonly verb: "power"; readonly machineKey: string; readonly action: PowerAction }
  | { readonly verb: "remove-lease"; readonly leaseKey: string }
  /** DNS name of the controller whose local cache is emptied and filled again. */
  | { readonly verb: "refresh-leases"; readonly controller: string }
  | { readonly verb: "set-leasing"; readonly enabled: boolean };

/** Stands in the site's own configuration log beside the act. */
export interface ActContext {
  /** Our operation's id: a guid. */
  readonly operationId: string;
  /** Who asked for it. */
  readonly actor: string;
  readonly deadlineMs: number;
}

/**
 * `accepted`: the site took it, which is not yet that it happened. `failed`: a definite error of the site, nothing was done;
 * `errorId` is the SDK's own. `unknown`: no answer came back, so it may have been done.
 */
export type ActAnswer =
  | { readonly kind: "accepted"; readonly powerActionUid: number | null }
  | { readonly kind: "failed"; readonly errorId: string; readonly message: string }
  | { readonly kind: "unknown"; readonly why: string };

/** Does one act, once; never tries again by itself, and never rejects. */
export interface SiteActor {
  act(command: SiteCommand, context: ActContext): Promise<ActAnswer>;
}
