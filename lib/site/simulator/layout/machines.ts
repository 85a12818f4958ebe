import { DAY, HOUR } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Catalog, Group } from "../entities/site";
import type { SiteSize } from "../sizes";
import type { OfficeLayout } from "./groups";
import { SITE_AGE_MS } from "./groups";

/** Shares of an office's servers and of its single-session machines. */
const SERVER_SHARES = { applications: 0.3, kiosk: 0.08 };
const PRIVATE_SHARE = 0.62;
/** Part of the servers that stands in maintenance mode for weeks. */
const MAINTENANCE_SHARE = 0.02;
/** Offices with fewer servers cannot spare one. */
const MAINTENANCE_FROM = 8;

export interface MachineCounts {
  readonly desktops: number;
  readonly applications: number;
  readonly kiosk: number;
  readonly privateDesktops: number;
  readonly pooledDesktops: number;
}

/** How many machines of each kind one of `offices` equal offices has. */
export function machineCounts(size: SiteSize, offices: number): MachineCounts {
  const servers = Math.round(size.servers / offices);
  const single = Math.round(size.desktops / offices);
  const applications = Math.max(1, Math.round(servers * SERVER_SHARES.applications));
  const kiosk = Math.max(1, Math.round(servers * SERVER_SHARES.kiosk));
  const privateDesktops = Math.round(single * PRIVATE_SHARE);
  return {
    desktops: servers - applications - kiosk,
    applications,
    kiosk,
    privateDesktops,
    pooledDesktops: single - privateDesktops,
  };
}

export function addMachines(world: World, office: OfficeLayout, counts: MachineCounts): void {
  const servers = [
    ...repeated(office.desktops, counts.desktops),
    ...repeated(office.applications, counts.applications),
    ...repeated(office.kiosk, counts.kiosk),
  ];
  const number = (index: number) => String(index + 1).padStart(3, "0");
  for (const [index, group] of servers.entries()) {
    const machine = addMachine(world, office, group, office.serverCatalog, `${office.code}-XA-${number(index)}`);
    const chosen = index === counts.desktops - 1 || world.random.chance(MAINTENANCE_SHARE);
    machine.maintenance = group === office.desktops && counts.desktops >= MAINTENANCE_FROM && chosen;
  }
  for (let index = 0; index < counts.privateDesktops; index++) {
    addMachine(world, office, office.privateDesktops, office.privateCatalog, `${office.code}-ENG-${number(index)}`);
  }
  for (let index = 0; index < counts.pooledDesktops; index++) {
    addMachine(world, office, office.pooledDesktops, office.pooledCatalog, `${office.code}-W10-${number(index)}`);
  }
}

function repeated(group: Group, count: number): Group[] {
  return Array.from({ length: count }, () => group);
}

function addMachine(world: World, office: OfficeLayout, group: Group, catalog: Catalog, name: string): Machine {
  const { random, now, site } = world;
  const index = world.machines.size;
  const domain = site.domains[office.index % site.domains.length] ?? site.domains[0];
  if (!domain) throw new Error("The site has no domain");
  const host = `esx${String(1 + (index % 24)).padStart(2, "0")}.${office.code.toLowerCase()}.${domain.dns}`;
  const machine: Machine = {
    kind: "machine",
    id: random.guid(),
    uid: index + 1,
    index,
    domain: domain.name,
    name,
    dns: `${name.toLowerCase()}.${domain.dns}`,
    sid: `${domain.sid}-${20_000 + index}`,
    ip: `10.${20 + (office.index % 200)}.${1 + Math.floor((index % 50_000) / 250)}.${1 + (index % 250)}`,
    hostedMachineId: random.guid(),
    host,
    catalogId: catalog.id,
    catalogUid: catalog.uid,
    groupId: group.id,
    hypervisorId: office.hypervisor.id,
    hypervisorUid: office.hypervisor.uid,
    agentVersion: "7.15.4000.653",
    osType: group.sessionSupport === "MultiSession" ? "Windows 2016" : "Windows 10",
    created: now - SITE_AGE_MS,
    ...initialState(world, index),
    timers: {},
  };
  world.admit(machine);
  return machine;
}

function initialState({ random, now, site }: World, index: number) {
  const startedAt = now - random.whole(HOUR, DAY);
  return {
    modified: now,
    assignedTo: [],
    controller: index % site.controllers.length,
    maintenance: false,
    sick: false,
    power: "On",
    powerSince: startedAt,
    poweredOnAt: startedAt,
    registered: true,
    registrationSince: startedAt + 90_000,
    registrationKey: random.guid(),
    lastContact: now - random.whole(0, 299_000),
    lastDeregistration: null,
    fault: "None",
    faultSince: null,
    failureLogId: null,
    reportedSessions: 0,
    loadIndexId: null,
    lastConnection: null,
    nextWindowsId: 2,
  } as const satisfies Partial<Machine>;
}
