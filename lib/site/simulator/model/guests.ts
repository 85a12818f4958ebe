import type { ScenarioName } from "../catalogue";
import { MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Device, Person } from "../entities/person";
import type { Session } from "../entities/session";
import type { Group } from "../entities/site";
import { KIOSK_SESSIONS_PER_SERVER } from "../layout/people";
import { launch } from "./launching";
import { happen } from "./life";
import { changeAppState, changeState, newWindowsSession } from "./logon";
import { addSession } from "./new-session";
import { brokerSessionChanged, connectionChanged, personSeen, sessionChanged } from "./rows";

/** Sessions of nobody's working day: kiosks, and administrators on servers. */

/** Local minutes within which kiosks are used. */
const KIOSK_HOURS = { from: 7 * 60, to: 19 * 60 };

export function fillKiosks(world: World): void {
  const { minute, weekday } = world.time.localOf(world.now);
  const open = minute >= KIOSK_HOURS.from && minute < KIOSK_HOURS.to && weekday !== 0;
  if (!open || world.site.outageSince !== null) return;
  for (const group of world.groups.values()) {
    if (!group.kiosk) continue;
    const machines = world.census.machinesOf(group.id);
    const wanted = machines.length * KIOSK_SESSIONS_PER_SERVER;
    const present = machines.reduce((sum, machine) => sum + world.census.sessionsOn(machine.id).size, 0);
    const coming = Math.min(wanted - present, Math.max(1, Math.ceil(wanted / 20)));
    for (let made = 0; made < coming; made++) if (world.random.chance(0.6)) openKiosk(world, group);
  }
}

export function openKiosk(world: World, group: Group, cause?: ScenarioName): Session | null {
  const number = world.random.whole(1, 400);
  const device: Device = {
    name: `KIOSK-${String(number).padStart(3, "0")}`,
    address: `10.99.${1 + (number % 4)}.${1 + (number % 250)}`,
    version: "13.8.0.10299705",
    platform: "Linux",
    remote: false,
  };
  return launch(world, { person: null, group, device, ...(cause ? { cause } : {}) });
}

/** Now and then somebody looks after a server, in working hours. */
export function visitAdministrators(world: World): void {
  const { minute, weekday } = world.time.localOf(world.now);
  if (minute < 8 * 60 || minute > 17 * 60 || weekday === 0 || weekday === 6) return;
  if (!world.random.chance(Math.min(0.5, world.machines.size / 3_500))) return;
  const idle = freeAdministrators(world);
  const servers = world.census.machines.filter(
    (machine) => machine.registered && world.groupById(machine.groupId).sessionSupport === "MultiSession",
  );
  if (idle.length === 0 || servers.length === 0) return;
  visitServer(world, world.random.pick(idle), world.random.pick(servers));
}

export function freeAdministrators(world: World): Person[] {
  return world.census.administrators.filter((person) => world.census.sessionsOf(person.id).length === 0);
}

/** An RDP or console session: the broker learns of it, but did not make it. */
export function visitServer(world: World, person: Person | null, machine: Machine, cause?: ScenarioName): Session {
  const group = world.groupById(machine.groupId);
  const protocol = world.random.chance(0.7) ? "RDP" : "Console";
  const device = protocol === "RDP" && person ? person.device : null;
  const session = addSession(world, {
    machine,
    group,
    person: null,
    device,
    mode: "Unbrokered",
    protocol,
    cause: cause ?? null,
  });
  const account = person ? `${person.domain}\\${person.account}` : `${machine.name}\\Administrator`;
  session.untrustedUser = account;
  if (person) takeUser(world, session, person);
  session.established = true;
  session.windows = { ...newWindowsSession(world, machine, "Active"), user: account };
  if (session.connection) {
    session.connection.establishedAt = world.now;
    session.connection.logOnStartedAt = world.now;
    session.connection.logOnEndedAt = world.now + 4_000;
  }
  session.logOnTime = world.now;
  session.logOnMs = 4_000;
  world.census.setPending(session, false);
  happen(world, session, { kind: "logged-on", ahead: false }, () => {
    changeState(world, session, "Active");
    changeAppState(world, session, "Desktop");
  });
  sessionChanged(world, session);
  connectionChanged(world, session);
  brokerSessionChanged(world, session);
  world.setTimer(session, "leave", world.now + world.random.wait(40 * MINUTE) + MINUTE);
  return session;
}

function takeUser(world: World, session: Session, person: Person): void {
  world.census.removeSession(session);
  session.personId = person.id;
  world.census.addSession(session);
  personSeen(world, person);
}
