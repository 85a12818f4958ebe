import type { ServerResponse, ServersQuery, ServersResponse } from "@/lib/api/contract/servers";
import { SERVER_SORTS } from "@/lib/api/sort-fields";
import type { Machine } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { envelopeOf, isoOrNull, type Reading } from "./envelope";
import { fold, foldWords } from "./fold";
import { resolveGroupKey, resolveMachine } from "./resolve-key";
import { slotRows } from "./row-list";
import { sortMachines } from "./server-order";
import { serverRow } from "./server-row";
import { sessionRow } from "./session-row";
import { type SiteIndex, siteIndex } from "./site-index";
import { isSkipped, SkippedServers } from "./skipped-servers";
import { cutWindow, parseSort } from "./window";

const USUAL_SORT = { field: "name", descending: false } as const;

/** One window of the machines, with how many of them each `only` filter would leave. */
export function readServers(reading: Reading, query: ServersQuery): ServersResponse {
  const index = siteIndex(reading.site);
  const sort = parseSort(query.sort, SERVER_SORTS, USUAL_SORT);
  const order = sortMachines(index, sort.field, reading.now);
  const inAll = order.slots.filter(isListed(index, query));
  const tolerance = reading.settings.concurrentLogonsTolerance;
  const isOnly = onlyFilters(index, tolerance);
  const skipped = new SkippedServers(index, tolerance);
  const only = (which: Only) => inAll.filter((slot) => isOnly[which](index.machines.at(slot).record));
  const slots = query.only ? only(query.only) : inAll;
  const rows = slotRows(index.machines, slots, (slot) => order.valueAt(slot));
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query), sort.descending);
  return {
    ...envelopeOf(reading, index.snapshot),
    ...window,
    rows: entries.map(({ record }) => serverRow(index, record, skipped, reading.now)),
    counts: {
      all: inAll.length,
      ghosts: only("ghosts").length,
      skipped: only("skipped").length,
      unregistered: only("unregistered").length,
      maintenance: only("maintenance").length,
      off: only("off").length,
      fault: only("fault").length,
    },
    groups: groupsOf(index),
  };
}

type Only = NonNullable<ServersQuery["only"]>;

function onlyFilters({ snapshot }: SiteIndex, tolerance: number): Record<Only, (machine: Machine) => boolean> {
  return {
    ghosts: ({ key }) => snapshot.ghosts.onMachine(key).length > 0,
    skipped: (machine) => isSkipped(machine, tolerance) === true,
    unregistered: ({ registration }) => registration === "Unregistered" || registration === "AgentError",
    maintenance: ({ maintenance }) => maintenance === true,
    off: ({ power }) => power === "Off",
    fault: ({ fault }) => fault !== "None" && fault !== "Unknown",
  };
}

function nameOfList({ q, group, support, only, sort }: ServersQuery): string {
  return JSON.stringify(["servers", q, group, support, only, sort]);
}

/** Whether the machine in a slot is in the list, before `only`. */
function isListed(index: SiteIndex, query: ServersQuery): (slot: number) => boolean {
  const words = foldWords(query.q);
  const groupKey = query.group ? resolveGroupKey(index, query.group, "group") : null;
  const isSupported = supportOf(query.support);
  return (slot) => {
    const { record, searched } = index.machines.at(slot);
    if (!isSupported(record) || (groupKey !== null && record.deliveryGroupKey !== groupKey)) return false;
    return words.every((word) => searched.includes(word));
  };
}

/** A machine of which the site does not say what it supports is in every list: leaving it out would hide it. */
function supportOf(text: string | undefined): (machine: Machine) => boolean {
  const wanted = (text || "MultiSession").toLowerCase();
  if (wanted === "all") return () => true;
  if (wanted !== "multisession" && wanted !== "singlesession") {
    const message = `There is no session support "${text}". It is MultiSession, SingleSession or all.`;
    throw new DeskError("invalid", message, { field: "support" });
  }
  return ({ sessionSupport }) =>
    sessionSupport === null || sessionSupport === "Unknown" || sessionSupport.toLowerCase() === wanted;
}

function groupsOf(index: SiteIndex): ServersResponse["groups"] {
  const groups = [...index.snapshot.groups.values()].map(({ key, name }) => ({ key, name }));
  return groups.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
}

/** One machine and every session on it, by user. Throws DeskError `not-found` and `conflict`. */
export function readServer(reading: Reading, machineKey: string): ServerResponse {
  const index = siteIndex(reading.site);
  const { record: machine } = resolveMachine(index, machineKey, "machineKey");
  const sessions = index.sessionsOnMachine(machine.key).map(({ record }) => record);
  // Unknown users stand last, as in the lists.
  const byUser = sessions
    .map((session) => ({ session, user: session.user === null ? "\u{10FFFF}" : fold(session.user) }))
    .sort((a, b) => (a.user < b.user ? -1 : a.user > b.user ? 1 : 0));
  const deregistration = machine.lastDeregistration;
  return {
    ...envelopeOf(reading, index.snapshot),
    server: {
      ...serverRow(index, machine, new SkippedServers(index, reading.settings.concurrentLogonsTolerance), reading.now),
      account: machine.account,
      ipAddress: machine.ipAddress,
      hypervisor: machine.hypervisor,
      hostedMachineName: machine.hostedMachineName,
      osType: machine.osType,
      powerSince: isoOrNull(machine.powerSince),
      poweredOnAt: isoOrNull(machine.poweredOnAt),
      faultSince: isoOrNull(machine.faultSince),
      lastContactAt: isoOrNull(machine.lastContactAt),
      lastDeregistration: deregistration && { reason: deregistration.reason, at: isoOrNull(deregistration.at) },
      reportedSessionCount: machine.reportedSessionCount,
      assignedUsers: [...machine.assignedUsers],
    },
    rows: byUser.map(({ session }) => sessionRow(session, index.snapshot, reading.now)),
  };
}
