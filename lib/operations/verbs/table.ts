import type { TargetKind, VerbOn } from "@/lib/domain/operation/verbs";
import { disconnect } from "./disconnect";
import { hide } from "./hide";
import { refreshLeases, removeLease, setLeasing } from "./leases";
import { logOff } from "./log-off";
import { maintenanceOff, maintenanceOn } from "./maintenance";
import { message } from "./message";
import { power } from "./power";
import { restartAgent } from "./restart-agent";
import { unhide } from "./unhide";
import type { ControllerVerb, LeaseVerb, MachineVerb, SessionVerb, SiteVerb } from "./verb";

/** Every verb by its name, by what it is done to. */
export const SESSION_VERBS: Readonly<Record<VerbOn<"sessions">, SessionVerb>> = {
  "log-off": logOff,
  disconnect,
  message,
  hide,
  unhide,
};
export const MACHINE_VERBS: Readonly<Record<VerbOn<"machine">, MachineVerb>> = {
  "restart-agent": restartAgent,
  "maintenance-on": maintenanceOn,
  "maintenance-off": maintenanceOff,
  power,
};
export const LEASE_VERBS: Readonly<Record<VerbOn<"lease">, LeaseVerb>> = { "remove-lease": removeLease };
export const CONTROLLER_VERBS: Readonly<Record<VerbOn<"controller">, ControllerVerb>> = {
  "refresh-leases": refreshLeases,
};
export const SITE_VERBS: Readonly<Record<VerbOn<"site">, SiteVerb>> = { "set-leasing": setLeasing };

const ALL = { ...SESSION_VERBS, ...MACHINE_VERBS, ...LEASE_VERBS, ...CONTROLLER_VERBS, ...SITE_VERBS };
export type AnyVerb = (typeof ALL)[keyof typeof ALL];

/** The rules of a verb, where it does not matter what it is done to. */
export function verbRules<TKind extends TargetKind>(verb: VerbOn<TKind>): AnyVerb {
  return ALL[verb];
}
