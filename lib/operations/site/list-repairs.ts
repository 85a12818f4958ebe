import type { RepairOption, RepairsQuery } from "@/lib/api/contract/repairs";
import type { Actor } from "@/lib/audit/actor";
import { requirePermission } from "@/lib/audit/actor";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import { NO_PARAMS } from "@/lib/domain/operation/params";
import { ladderOf, rungNow } from "@/lib/domain/operation/rungs";
import { type PowerAction, VERBS, type Verb, type VerbOn } from "@/lib/domain/operation/verbs";
import { can } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { MACHINE_VERBS, SESSION_VERBS } from "../verbs/table";
import type { MachineTarget, SessionTarget } from "../verbs/verb";
import { findMachine, findSessions } from "./find-target";
import { type OperationScope, snapshotOf } from "./scope";

/** What can be done about one session or one machine, and which of it first. */
export interface Repairs {
  readonly primary: Verb | null;
  readonly why: string | null;
  readonly options: readonly RepairOption[];
  /** Keys that operations under way there would be about. */
  readonly about: { readonly sessionKey: string | null; readonly machineKey: string | null };
}

/** What worked before on this class, and what was tried on this ghost in vain, as our own tables say. */
export interface Experience {
  worked(ghost: GhostClass, verb: Verb): Promise<RepairOption["worked"]>;
  triedInVain(incidentId: string): Promise<ReadonlySet<Verb>>;
}

type Scope = Pick<OperationScope, "site" | "reach" | "actor">;
const SESSION_ORDER = ["message", "disconnect", "log-off", "hide", "unhide"] as const;
const MACHINE_ORDER = ["restart-agent", "maintenance-on", "maintenance-off"] as const;
const POWER_ORDER: readonly PowerAction[] = ["TurnOn", "Resume", "Restart", "Shutdown", "Reset", "TurnOff", "Suspend"];

/** Throws `invalid` where neither or both are named, `not-found` where the site has none. */
export async function listRepairs(scope: Scope, query: RepairsQuery, experience: Experience): Promise<Repairs> {
  requirePermission(scope.actor, "read");
  const { session, server } = query;
  if ((session === undefined) === (server === undefined)) {
    throw new DeskError("invalid", "Name a session or a server.", { field: "session" });
  }
  const snapshot = snapshotOf(scope);
  if (server !== undefined) return ofMachine(scope, findMachine(snapshot, server), experience);
  const [target] = findSessions(snapshot, [session ?? ""]);
  if (!target) throw new DeskError("not-found", "The session is gone.");
  const { machineKey } = target.session;
  const machine = machineKey !== null && snapshot.machines.has(machineKey) ? findMachine(snapshot, machineKey) : null;
  return ofSession(scope, target, machine, experience);
}

async function ofSession(
  scope: Scope,
  target: SessionTarget,
  machine: MachineTarget | null,
  experience: Experience,
): Promise<Repairs> {
  const { session, incident } = target;
  const own = SESSION_ORDER.filter((verb) => verb !== "unhide" || session.hidden !== false).map((verb) =>
    option(scope, verb, null, SESSION_VERBS[verb].refuse(target, NO_PARAMS)),
  );
  const ladder = incident ? ladderOf(incident.class) : [];
  const onMachine = machine
    ? machineOptions(scope, machine).filter(({ verb, action }) => ladder.includes(verb) && isRung(action))
    : [];
  const options = [...own, ...onMachine];
  const tried = incident ? await experience.triedInVain(incident.id) : new Set<Verb>();
  const primary = incident ? firstFit(incident, options, tried) : null;
  return {
    primary,
    why: incident ? reasonOf(incident, primary, tried) : null,
    options: await withExperience(inLadder(options, ladder), incident, experience),
    about: { sessionKey: session.key, machineKey: session.machineKey },
  };
}

/** The machine's restart is the rung that the ladder calls power. */
function isRung(action: PowerAction | null): boolean {
  return action === null || action === "Restart";
}

async function ofMachine(scope: Scope, target: MachineTarget, experience: Experience): Promise<Repairs> {
  const options = machineOptions(scope, target);
  const ghost = target.incidents.find(({ class: each }) => ladderOf(each).includes("restart-agent")) ?? null;
  const restart = options.find(({ verb }) => verb === "restart-agent");
  const isNeeded = ghost !== null || target.machine.registration === "Unregistered";
  const primary = isNeeded && restart?.refused === null ? "restart-agent" : null;
  return {
    primary,
    why: primary ? machineReason(target) : null,
    options: await withExperience(options, ghost, experience),
    about: { sessionKey: null, machineKey: target.machine.key },
  };
}

function machineReason({ machine, incidents }: MachineTarget): string {
  if (machine.registration === "Unregistered")
    return `${machine.name} is not registered: its agent may come back with a restart.`;
  return incidents.length === 1 ? "A ghost stands on it." : `${incidents.length} ghosts stand on it.`;
}

function machineOptions(scope: Scope, target: MachineTarget): RepairOption[] {
  const plain = MACHINE_ORDER.filter((verb) => isOffered(verb, target)).map((verb) =>
    option(scope, verb, null, MACHINE_VERBS[verb].refuse(target, NO_PARAMS)),
  );
  const power = POWER_ORDER.map((action) =>
    option(scope, "power", action, MACHINE_VERBS.power.refuse(target, { ...NO_PARAMS, action })),
  );
  return [...plain, ...power];
}

/** Of the two ends of maintenance mode, the one that it is not in. */
function isOffered(verb: VerbOn<"machine">, { machine: { maintenance } }: MachineTarget): boolean {
  if (verb === "maintenance-on") return maintenance !== true;
  return verb !== "maintenance-off" || maintenance !== false;
}

function option({ reach, actor }: Scope, verb: Verb, action: PowerAction | null, refusal: string | null): RepairOption {
  const none = reach.actor && reach.sdk ? null : (reach.sentence ?? "There is no way to act on this site.");
  return { verb, action, refused: none ?? refusal, mayNot: mayNot(actor, verb), worked: null };
}

function mayNot({ role }: Actor, verb: Verb): string | null {
  return can(role, VERBS[verb].permission) ? null : `Your role (${role}) may not do this.`;
}

/** The least harmful rung that nothing rules out. */
function firstFit(incident: Incident, options: readonly RepairOption[], tried: ReadonlySet<Verb>): Verb | null {
  const ruledOut = new Set(tried);
  for (;;) {
    const verb = rungNow(incident, ruledOut);
    if (verb === null) return null;
    if (options.some((each) => each.verb === verb && each.refused === null)) return verb;
    ruledOut.add(verb);
  }
}

function reasonOf(incident: Incident, primary: Verb | null, tried: ReadonlySet<Verb>): string | null {
  if (primary === null)
    return incident.next === "wait" ? "Its timer ends it: nothing needs to be done." : "No step is left that may help.";
  return tried.size > 0 ? "What was tried before did not help." : "The least harmful step that may help.";
}

/** The ladder first, in its order; then the rest. */
function inLadder(options: readonly RepairOption[], ladder: readonly Verb[]): RepairOption[] {
  const place = ({ verb }: RepairOption) => (ladder.includes(verb) ? ladder.indexOf(verb) : ladder.length);
  return [...options].sort((a, b) => place(a) - place(b));
}

async function withExperience(options: readonly RepairOption[], incident: Incident | null, experience: Experience) {
  if (!incident) return options;
  const ladder = ladderOf(incident.class);
  return Promise.all(
    options.map(async (each) =>
      ladder.includes(each.verb) ? { ...each, worked: await experience.worked(incident.class, each.verb) } : each,
    ),
  );
}
