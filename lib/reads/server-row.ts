import type { ServerRow } from "@/lib/api/contract/servers";
import type { Instant, Machine } from "@/lib/domain/site";
import { nextOnMachine } from "./due-orders";
import { isoOf, isoOrNull } from "./envelope";
import { validLeases } from "./lease-index";
import type { SiteIndex } from "./site-index";
import type { SkippedServers } from "./skipped-servers";

/** A machine as it travels, with what stands on it. */
export function serverRow(index: SiteIndex, machine: Machine, skippedServers: SkippedServers, now: Instant): ServerRow {
  const tally = index.tallyOnMachine(machine.key);
  const { skipped, skippedSince, wentElsewhere } = skippedServers.of(machine);
  return {
    key: machine.key,
    name: machine.name,
    dnsName: machine.dnsName,
    deliveryGroup: machine.deliveryGroup,
    catalog: machine.catalog,
    sessionSupport: machine.sessionSupport,
    users: tally.users,
    sessions: tally.sessions,
    states: tally.states(),
    pending: machine.pendingSessions,
    tolerance: skippedServers.tolerance,
    skipped,
    skippedSince: isoOrNull(skippedSince),
    wentElsewhere,
    ghosts: index.snapshot.ghosts.onMachine(machine.key).length,
    nextDeadline: nextDeadline(index, machine.key, now),
    leases: leasesTo(index, machine, now),
    loadIndex: machine.loadIndex,
    loadAt: isoOrNull(machine.loadAt),
    registration: machine.registration,
    registrationSince: isoOrNull(machine.registrationSince),
    power: machine.power,
    maintenance: machine.maintenance,
    fault: machine.fault,
    agentVersion: machine.agentVersion,
    controller: machine.controller,
  };
}

function nextDeadline(index: SiteIndex, machineKey: string, now: Instant): ServerRow["nextDeadline"] {
  const next = nextOnMachine(index, machineKey, now);
  return next && { ...next, at: isoOf(next.at) };
}

/** Null where leases were not read: nobody may take that for none. */
function leasesTo(index: SiteIndex, { name }: Machine, now: Instant): ServerRow["leases"] {
  if (index.snapshot.leases.reading.asOf === null) return null;
  const { count, nextExpiry } = validLeases(index.leases.onMachine(name), now);
  return { count, nextExpiry: isoOrNull(nextExpiry) };
}
