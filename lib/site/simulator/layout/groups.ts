import { DAY, HOUR, MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Application, Catalog, Group, Hypervisor } from "../entities/site";
import { APPLICATIONS, KIOSK_APPLICATION, OFFICES } from "./offices";

/** The groups, catalogs and host connection of one office. */
export interface OfficeLayout {
  readonly index: number;
  readonly code: string;
  readonly desktops: Group;
  readonly applications: Group;
  readonly kiosk: Group;
  readonly privateDesktops: Group;
  readonly pooledDesktops: Group;
  readonly serverCatalog: Catalog;
  readonly privateCatalog: Catalog;
  readonly pooledCatalog: Catalog;
  readonly hypervisor: Hypervisor;
}

const STANDBY = { disconnectMs: 15 * MINUTE, terminateMs: 2 * HOUR };

/** Timers differ from group to group, as they do where several teams run a site. */
const LIMITS = {
  servers: { idleMs: 2 * HOUR, disconnectedMs: 8 * HOUR },
  applications: { idleMs: 1 * HOUR, disconnectedMs: 5 * HOUR },
  kiosk: { idleMs: 15 * MINUTE, disconnectedMs: 1 * MINUTE },
  privateDesktops: { idleMs: null, disconnectedMs: 12 * HOUR },
  pooledDesktops: { idleMs: 4 * HOUR, disconnectedMs: 2 * HOUR },
} as const;

/** Pooled desktops that nobody came back to are shut down in the evening and at night, long before their session's own limit. */
const POOLED_POWER = {
  peak: { disconnectMs: 0, action: "Nothing" },
  offPeak: { disconnectMs: HOUR, action: "Shutdown" },
} as const;

/** When the site was set up, before the simulation starts. */
export const SITE_AGE_MS = 420 * DAY;

export function addApplications(world: World): { office: Application[]; kiosk: Application } {
  const add = ({ name, path, folder }: (typeof APPLICATIONS)[number] | typeof KIOSK_APPLICATION): Application => {
    const application: Application = {
      kind: "application",
      id: world.random.guid(),
      name,
      publishedName: name,
      path,
      folder,
      created: world.now - SITE_AGE_MS,
      timers: {},
    };
    world.admit(application);
    return application;
  };
  return { office: APPLICATIONS.map(add), kiosk: add(KIOSK_APPLICATION) };
}

/** Several offices only where the site is large; a single one gives the groups plain names. */
export function addOffice(
  world: World,
  index: number,
  several: boolean,
  applications: ReturnType<typeof addApplications>,
): OfficeLayout {
  const { name, code } = OFFICES[index % OFFICES.length] ?? OFFICES[0];
  const suffix = several ? ` ${name}${index < OFFICES.length ? "" : ` ${1 + Math.floor(index / OFFICES.length)}`}` : "";
  const hypervisor = addHypervisor(world, `vCenter ${name}`);
  return {
    index,
    code,
    hypervisor,
    ...addOfficeGroups(world, suffix, applications),
    serverCatalog: addCatalog(world, hypervisor, `Servers 2016${suffix}`, "Random", "MultiSession"),
    privateCatalog: addCatalog(world, hypervisor, `Windows 10 dedicated${suffix}`, "Static", "SingleSession"),
    pooledCatalog: addCatalog(world, hypervisor, `Windows 10 pooled${suffix}`, "Random", "SingleSession"),
  };
}

function addOfficeGroups(world: World, suffix: string, { office, kiosk }: ReturnType<typeof addApplications>) {
  const shared = { desktopKind: "Shared", sessionSupport: "MultiSession", deliveryType: "DesktopsOnly" } as const;
  const apps = { ...shared, deliveryType: "AppsOnly" } as const;
  const single = { ...shared, sessionSupport: "SingleSession" } as const;
  const standby = { linger: STANDBY, prelaunch: STANDBY };
  const add = (name: string, choices: Omit<GroupChoices, "name">) =>
    addGroup(world, { name: name + suffix, ...choices });
  return {
    desktops: add("Office desktops", { ...shared, limits: LIMITS.servers }),
    applications: add("Business applications", {
      ...apps,
      ...standby,
      applicationIds: office.map(({ id }) => id),
      limits: LIMITS.applications,
    }),
    kiosk: add("Kiosks", { ...apps, kiosk: true, applicationIds: [kiosk.id], limits: LIMITS.kiosk }),
    privateDesktops: add("Engineering desktops", { ...single, desktopKind: "Private", limits: LIMITS.privateDesktops }),
    pooledDesktops: add("Pooled desktops", { ...single, limits: LIMITS.pooledDesktops, power: POOLED_POWER }),
  };
}

type GroupChoices = Pick<Group, "name" | "desktopKind" | "sessionSupport" | "deliveryType" | "limits"> &
  Partial<Pick<Group, "kiosk" | "applicationIds" | "linger" | "prelaunch" | "power">>;

function addGroup(world: World, choices: GroupChoices): Group {
  const group: Group = {
    kind: "group",
    id: world.random.guid(),
    uid: world.groups.size + 1,
    kiosk: false,
    applicationIds: [],
    linger: null,
    prelaunch: null,
    power: null,
    ...choices,
    created: world.now - SITE_AGE_MS,
    timers: {},
  };
  world.admit(group);
  return group;
}

function addCatalog(
  world: World,
  hypervisor: Hypervisor,
  name: string,
  allocation: Catalog["allocation"],
  sessionSupport: Catalog["sessionSupport"],
): Catalog {
  const catalog: Catalog = {
    kind: "catalog",
    id: world.random.guid(),
    uid: world.catalogs.size + 1,
    name,
    provisioning: "MCS",
    allocation,
    sessionSupport,
    schemeId: world.random.guid(),
    hypervisorUid: hypervisor.uid,
    created: world.now - SITE_AGE_MS,
    timers: {},
  };
  world.admit(catalog);
  return catalog;
}

function addHypervisor(world: World, name: string): Hypervisor {
  const uid = world.hypervisors.size + 1;
  const created = world.now - SITE_AGE_MS;
  const hypervisor: Hypervisor = { kind: "hypervisor", id: world.random.guid(), uid, name, created, timers: {} };
  world.admit(hypervisor);
  return hypervisor;
}
