import type { Permission } from "../role";

/** What can be done to a site: the verbs as data, so that no screen, check or test can know another list. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const TARGET_KINDS = ["sessions", "machine", "lease", "controller", "site"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

interface VerbRule {
  readonly on: TargetKind;
  readonly permission: Permission;
  /** Touches everybody on a machine: at most one at a time there, and never two machines of one person at once. */
  readonly disruptsMachine: boolean;
  /** Site time within which the site should show that it worked; null where nothing can be read that would show it. */
  readonly agreesWithinMs: number | null;
}

/** A log-off is asked for and happens later; an agent registers again within its heartbeat of five minutes; a machine starts within twenty. */
export const VERBS = {
  "log-off": { on: "sessions", permission: "act-on-sessions", disruptsMachine: false, agreesWithinMs: 3 * MINUTE },
  disconnect: { on: "sessions", permission: "act-on-sessions", disruptsMachine: false, agreesWithinMs: MINUTE },
  message: { on: "sessions", permission: "act-on-sessions", disruptsMachine: false, agreesWithinMs: null },
  hide: { on: "sessions", permission: "act-on-sessions", disruptsMachine: false, agreesWithinMs: MINUTE },
  unhide: { on: "sessions", permission: "act-on-sessions", disruptsMachine: false, agreesWithinMs: MINUTE },
  "restart-agent": { on: "machine", permission: "restart-agents", disruptsMachine: true, agreesWithinMs: 10 * MINUTE },
  "maintenance-on": { on: "machine", permission: "act-on-machines", disruptsMachine: false, agreesWithinMs: MINUTE },
  "maintenance-off": { on: "machine", permission: "act-on-machines", disruptsMachine: false, agreesWithinMs: MINUTE },
  power: { on: "machine", permission: "act-on-machines", disruptsMachine: true, agreesWithinMs: 20 * MINUTE },
  "remove-lease": { on: "lease", permission: "act-on-leases", disruptsMachine: false, agreesWithinMs: MINUTE },
  "refresh-leases": { on: "controller", permission: "act-on-leases", disruptsMachine: false, agreesWithinMs: null },
  "set-leasing": { on: "site", permission: "act-on-leases", disruptsMachine: false, agreesWithinMs: MINUTE },
} as const satisfies Record<string, VerbRule>;

export type Verb = keyof typeof VERBS;
export const VERB_NAMES = Object.keys(VERBS) as [Verb, ...Verb[]];
export type VerbOn<TKind extends TargetKind> = {
  [TVerb in Verb]: (typeof VERBS)[TVerb]["on"] extends TKind ? TVerb : never;
}[Verb];

/** Actions of New-BrokerHostingPowerAction, as the SDK spells them. */
export const POWER_ACTIONS = ["TurnOn", "TurnOff", "Shutdown", "Reset", "Restart", "Suspend", "Resume"] as const;
export type PowerAction = (typeof POWER_ACTIONS)[number];
