import type { Incident } from "@/lib/domain/ghost/incident";
import type { Params } from "@/lib/domain/operation/params";
import type { VerbOn } from "@/lib/domain/operation/verbs";
import type { DeliveryGroup, Instant, Machine, Session } from "@/lib/domain/site";
import type { SiteCommand } from "@/lib/site/command";
import type { SdkSite } from "@/lib/site/port";
import type { SdkLease, SdkMachineNow, SdkPowerAction, SdkSessionNow } from "@/lib/site/sdk";

/** The one shape that every verb has: what rules it out, what it costs whom, what is sent, and what shows that it worked. */

export interface SessionTarget {
  readonly kind: "sessions";
  readonly session: Session;
  readonly machine: Machine | null;
  readonly group: DeliveryGroup | null;
  /** Its open incident. */
  readonly incident: Incident | null;
}

export interface MachineTarget {
  readonly kind: "machine";
  readonly machine: Machine;
  /** Everybody on it, as the site says. */
  readonly sessions: readonly Session[];
  /** Open incidents of sessions on it and its own. */
  readonly incidents: readonly Incident[];
}

export interface LeaseTarget {
  readonly kind: "lease";
  readonly lease: SdkLease;
}
export interface ControllerTarget {
  readonly kind: "controller";
  /** DNS name, as the site spells it. */
  readonly controller: string;
  readonly site: SdkSite;
}
export interface SiteTarget {
  readonly kind: "site";
  readonly site: SdkSite;
}
export type Target = SessionTarget | MachineTarget | LeaseTarget | ControllerTarget | SiteTarget;

/** What a later read shows of what was acted on. */
export type Agreement =
  | { readonly kind: "agrees"; readonly sentence: string }
  | { readonly kind: "not-yet"; readonly sentence: string }
  /** The site says for certain that it came to nothing. */
  | { readonly kind: "failed"; readonly sentence: string };

interface Shape<TTarget extends Target, TSeen> {
  /** A sentence that says why it cannot help or must not be done now; null where it may. */
  refuse(target: TTarget, params: Params): string | null;
  /** How it is taken back; null where it cannot be. */
  readonly undo: string | null;
  command(key: string, params: Params): SiteCommand;
  /** Null where nothing that can be read would show it: then it ends when the site has taken it. */
  readonly agrees: ((seen: TSeen, params: Params) => Agreement) | null;
}

export interface SessionVerb extends Shape<SessionTarget, SdkSessionNow | null> {
  readonly verb: VerbOn<"sessions">;
  /** What this person loses by it, as a sentence; null: nothing. */
  loses(target: SessionTarget): string | null;
  warn(targets: readonly SessionTarget[]): readonly string[];
}

/** A machine before and after, and what is left of the ghosts that were on it. */
export interface MachineSeen {
  readonly machine: SdkMachineNow | null;
  readonly powerAction: SdkPowerAction | null;
  readonly before: MachineBefore;
  readonly ghosts: { readonly left: number; readonly of: number };
}
/** What was read of a machine right before it was acted on. */
export interface MachineBefore {
  readonly lastDeregistrationAt: Instant | null;
}

export interface MachineVerb extends Shape<MachineTarget, MachineSeen> {
  readonly verb: VerbOn<"machine">;
  loses(session: Session, params: Params): string | null;
  warn(target: MachineTarget, params: Params): readonly string[];
}

interface Warned<TTarget extends Target, TSeen> extends Shape<TTarget, TSeen> {
  warn(target: TTarget, params: Params): readonly string[];
}
export interface LeaseVerb extends Warned<LeaseTarget, SdkLease | null> {
  readonly verb: VerbOn<"lease">;
}
export interface ControllerVerb extends Warned<ControllerTarget, null> {
  readonly verb: VerbOn<"controller">;
}
export interface SiteVerb extends Warned<SiteTarget, SdkSite> {
  readonly verb: VerbOn<"site">;
}

export const agrees = (sentence: string): Agreement => ({ kind: "agrees", sentence });
export const notYet = (sentence: string): Agreement => ({ kind: "not-yet", sentence });
export const cameToNothing = (sentence: string): Agreement => ({ kind: "failed", sentence });
