import { DAY } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Device, Habit, Person } from "../entities/person";
import { type OfficeLayout, SITE_AGE_MS } from "./groups";
import type { MachineCounts } from "./machines";
import type { NameGiver } from "./names";

/** Part of the people who have a session when most of them work: not everybody works every day or comes early. */
const AT_WORK = 0.82;
/** Part of those with a server desktop who also use published applications. */
const SECOND_GROUP_SHARE = 0.15;
/** Sessions of a kiosk server, which no person stands for. */
export const KIOSK_SESSIONS_PER_SERVER = 6;
const ADMINISTRATORS_PER_OFFICE = 4;

export interface OfficePeople {
  readonly office: OfficeLayout;
  readonly counts: MachineCounts;
  readonly occasional: number;
  /** Sessions this office should have at its peak. */
  readonly sessions: number;
}

/** As many people as it takes for the wanted number of sessions at the peak. */
export function addPeople(
  world: World,
  names: NameGiver,
  { office, counts, sessions, occasional }: OfficePeople,
): void {
  const engineers = Math.round((counts.privateDesktops * 0.92) / (1 + occasional));
  const pooled = Math.round(counts.pooledDesktops * 0.75);
  const kiosk = counts.kiosk * KIOSK_SESSIONS_PER_SERVER;
  const onServers = Math.max(10, sessions - kiosk - Math.round((engineers + pooled) * AT_WORK));
  const share = counts.desktops / (counts.desktops + counts.applications);
  const clerks = Math.round((onServers * share) / (AT_WORK * (1 + SECOND_GROUP_SHARE * share)));
  const users = Math.round((onServers * (1 - share)) / AT_WORK);
  const add = (daily: number, groupId: string, secondShare: number) => {
    for (let made = 0; made < daily * (1 + occasional); made++) {
      const secondGroupId = world.random.chance(secondShare) ? office.applications.id : null;
      const presence = made < daily ? "daily" : "occasional";
      addPerson(world, names, office, { groupId, secondGroupId, administrator: false }, presence);
    }
  };
  add(clerks, office.desktops.id, SECOND_GROUP_SHARE);
  add(users, office.applications.id, 0);
  add(engineers, office.privateDesktops.id, 0.1);
  add(pooled, office.pooledDesktops.id, 0);
  for (let made = 0; made < ADMINISTRATORS_PER_OFFICE; made++) {
    const role = { groupId: office.desktops.id, secondGroupId: null, administrator: true };
    addPerson(world, names, office, role, "never");
  }
}

/** How often somebody comes; administrators have no working day of their own here. */
type Presence = "daily" | "occasional" | "never";

type Role = Pick<Person, "groupId" | "secondGroupId" | "administrator">;

function addPerson(world: World, names: NameGiver, office: OfficeLayout, role: Role, presence: Presence): void {
  const { random, site } = world;
  const { account, fullName } = names.next();
  const domain = site.domains[random.chance(0.9) ? office.index % site.domains.length : 0] ?? site.domains[0];
  if (!domain) throw new Error("The site has no domain");
  const id = world.nextId("person");
  const name = role.administrator ? `adm-${account}` : account;
  world.admit({
    kind: "person",
    id,
    sid: `${domain.sid}-${1_100 + id}`,
    domain: domain.name,
    account: name,
    upn: `${name}@${domain.dns}`,
    // Directories never fill in everything.
    fullName: random.chance(0.04) ? null : fullName,
    created: world.now - random.whole(DAY, SITE_AGE_MS),
    known: random.chance(0.97),
    habit: habitOf(world, presence),
    ...role,
    device: deviceOf(world, office, id),
    leaveAt: null,
    refusals: 0,
    timers: {},
  });
}

/** Mostly office hours with the storm between half past seven and nine; some come late, few at night. */
function habitOf({ random }: World, presence: Presence): Habit {
  if (presence === "never") return { workday: 0, weekend: 0, arrive: 480, stay: 480, logsOff: 1 };
  if (presence === "occasional") {
    return { workday: 0.08, weekend: 0.01, arrive: random.whole(470, 700), stay: random.whole(120, 300), logsOff: 0.9 };
  }
  const shift = random.unit();
  const logsOff = random.chance(0.7) ? 0.93 : 0.35;
  if (shift < 0.04) return { workday: 0.85, weekend: 0.5, arrive: 21 * 60 + 30, stay: 450, logsOff };
  if (shift < 0.11) return { workday: 0.87, weekend: 0.2, arrive: random.whole(730, 800), stay: 480, logsOff };
  return {
    workday: random.between(0.82, 0.98),
    weekend: random.chance(0.1) ? 0.2 : 0.012,
    arrive: Math.round(random.bell(495, 32)),
    stay: Math.round(random.bell(525, 40)),
    logsOff,
  };
}

const CLIENTS = {
  thin: { prefix: "TC", version: "13.8.0.10299705", platform: "Linux" },
  desktop: { prefix: "PC", version: "14.12.0.18020", platform: "Windows" },
  laptop: { prefix: "NB", version: "14.9.1000.17", platform: "Windows" },
  mac: { prefix: "MAC", version: "12.8.1.1", platform: "Mac" },
} as const;

function deviceOf({ random }: World, { code, index }: OfficeLayout, id: number): Device {
  const draw = random.unit();
  const kind = draw < 0.45 ? "thin" : draw < 0.75 ? "desktop" : draw < 0.95 ? "laptop" : "mac";
  const { prefix, version, platform } = CLIENTS[kind];
  const remote = (kind === "laptop" || kind === "mac") && random.chance(0.5);
  const name = `${prefix}-${code}-${String(1_000 + id)}`;
  const address = remote
    ? `198.51.100.${random.whole(1, 254)}`
    : `10.${120 + (index % 100)}.${1 + (Math.floor(id / 250) % 250)}.${1 + (id % 250)}`;
  return { name, address, version, platform, remote };
}
