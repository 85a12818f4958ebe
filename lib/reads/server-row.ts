import type { ServerRow } from "@/lib/api/contract/servers";
import type { Machine } from "@/lib/domain/site";
import { isoOrNull } from "./envelope";
import type { SiteIndex } from "./site-index";
import type { SkippedServers } from "./skipped-servers";

/** A machine as it travels, with what stands on it. */
export function serverRow(index: SiteIndex, machine: Machine, skippedServers: SkippedServers): ServerRow {
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
