import { POWER_ACTIONS, type PowerAction } from "@/lib/domain/operation/verbs";
import { refreshLeases, removeLease, setLeasing } from "../acts/lease-acts";
import { queuePowerAction, setMaintenance } from "../acts/machine-acts";
import { setHidden } from "../acts/session-acts";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import { leaseKeyOf, leaseUidOf } from "../model/lease-keys";
import { addressed } from "./controller";
import { BROKER_ERROR, CmdletFault, notSupported } from "./fault";
import { tableOf } from "./listing";
import { MACHINES, machineNameOf } from "./objects/machines";
import { POWER_ACTIONS as POWER_ACTION_OBJECTS } from "./objects/power-actions";
import { SESSIONS } from "./objects/sessions";
import { SITE } from "./objects/site";
import type { StandInSite } from "./reads";
import { select } from "./select";
import { disconnectSessions, logOffSessions, messageSessions } from "./session-operations";
import { wildcard } from "./wildcard";
import { type CmdletAnswer, type CmdletCall, NOTHING, type ParameterValue } from "./wire";

/** The cmdlets that change the site. What they refuse they refuse before anything is done. */

type Act = (call: CmdletCall, site: StandInSite) => CmdletAnswer;

export const ACTS: ReadonlyMap<string, Act> = new Map(
  Object.entries<Act>({
    "Stop-BrokerSession": logOffSessions,
    "Disconnect-BrokerSession": disconnectSessions,
    "Send-BrokerSessionMessage": messageSessions,
    "Set-BrokerSession": hideSessions,
    "Set-BrokerMachineMaintenanceMode": setMachines,
    "New-BrokerHostingPowerAction": powerMachine,
    "Remove-BrokerLease": removeLeases,
    "Update-BrokerLocalLeaseCache": emptyCache,
    "Set-BrokerSite": setSite,
  }),
);

/** The numbers that an InputObject came down to. */
export function uidsOf({ parameters }: CmdletCall): number[] {
  const { InputObject: input } = parameters;
  return Array.isArray(input) ? input.map(Number) : [];
}

/** All of them, or an error before anything is done. */
function found<T>(items: Iterable<T>, test: (item: T) => boolean): T[] {
  const all = [...items].filter(test);
  if (all.length > 0) return all;
  throw new CmdletFault(`${BROKER_ERROR}.UnknownObject`, "No items match the supplied pattern", {
    category: "ObjectNotFound",
  });
}

function hideSessions(call: CmdletCall, site: StandInSite): CmdletAnswer {
  const { Hidden: hidden, SessionKey: key, PassThru: isPassed } = call.parameters;
  const uids = uidsOf(call);
  const chosen = found(SESSIONS.items(site.world), ({ uid, id }) =>
    key === undefined ? uids.includes(uid) : id === key,
  );
  if (typeof hidden === "boolean") for (const session of chosen) site.act((now) => setHidden(now, session, hidden));
  return isPassed === true ? { ...NOTHING, table: tableOf(SESSIONS, chosen, site.world) } : NOTHING;
}

function setMachines(call: CmdletCall, site: StandInSite): CmdletAnswer {
  const uids = uidsOf(call);
  const isOn = call.parameters.MaintenanceMode === true;
  const chosen = found(MACHINES.items(site.world), ({ uid }) => uids.includes(uid));
  for (const machine of chosen) site.act((now) => setMaintenance(now, machine, isOn));
  return NOTHING;
}

/** "The machine called XD_VDA1" as well as DOMAIN\machine, or its DNS name. Exactly one: a pattern is no name. */
function machineNamed(world: World, name: ParameterValue | undefined): Machine {
  const wanted = `${name}`.toLowerCase();
  const names = (machine: Machine) => [machineNameOf(machine), machine.name, machine.dns];
  const [machine] = found(world.machines.values(), (each) => names(each).some((one) => one.toLowerCase() === wanted));
  if (!machine) throw new Error("What was found is there");
  return machine;
}

function powerMachine({ parameters }: CmdletCall, site: StandInSite): CmdletAnswer {
  const { ActualPriority: priority, Action: named } = parameters;
  if (priority !== undefined && priority !== 30) throw notSupported("queue a power action with another priority");
  const action = POWER_ACTIONS.find((each) => each.toLowerCase() === `${named}`.toLowerCase());
  if (!action) throw new CmdletFault(`${BROKER_ERROR}.InvalidArgument`, `There is no power action ${named}`);
  const machine = machineNamed(site.world, parameters.MachineName);
  const record = site.act((now) => queuePowerAction(now, machine, action satisfies PowerAction));
  return { ...NOTHING, table: tableOf(POWER_ACTION_OBJECTS, [record], site.world) };
}

function removeLeases(call: CmdletCall, site: StandInSite): CmdletAnswer {
  const { world } = site;
  const { Key: key } = call.parameters;
  const uids = uidsOf(call);
  const matches = typeof key === "string" ? wildcard(key) : null;
  const chosen = found(world.leases.values(), (lease) =>
    matches ? matches(leaseKeyOf(world, lease)) : uids.includes(leaseUidOf(world, lease)),
  );
  for (const lease of chosen) site.act((now) => removeLease(now, lease));
  return NOTHING;
}

const CACHE_PARTS = ["Workers", "Applications", "Icons", "Desktops", "Leases"];

/** "Without switches = everything." The practice site's controllers keep nothing but leases. */
function emptyCache({ parameters, adminAddress }: CmdletCall, site: StandInSite): CmdletAnswer {
  const parts = CACHE_PARTS.filter((part) => parameters[part] === true);
  const { dns } = addressed(site.world, adminAddress);
  if (parts.length === 0 || parts.includes("Leases")) site.act((now) => refreshLeases(now, dns));
  return NOTHING;
}

const SETTABLE = ["ConnectionLeasingEnabled", "PassThru", "LoggingId", "AdminAddress"];

function setSite(call: CmdletCall, site: StandInSite): CmdletAnswer {
  const { ConnectionLeasingEnabled: leasing, PassThru: isPassed } = call.parameters;
  const other = Object.keys(call.parameters).find((name) => !SETTABLE.includes(name));
  if (other) throw notSupported(`set ${other}`);
  if (typeof leasing === "boolean") site.act((now) => setLeasing(now, leasing));
  return isPassed === true ? select({ ...call, parameters: {} }, SITE, site.world) : NOTHING;
}
