import type { ScenarioName } from "../catalogue";
import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Breakage } from "../entities/session";
import type { Group } from "../entities/site";
import { launch } from "../model/launching";
import { awaitClient } from "../model/logon";
import { addSession } from "../model/new-session";
import { oneByOne } from "./play";
import { idlePerson, runningServer } from "./victims";

/** Logons that break off: what stays behind is decided in model/logon.ts. */

const PACE = { lastsMs: null, pauseMs: 25 * SECOND, retryMs: MINUTE };

const onServers = (group: Group) => group.sessionSupport === "MultiSession" && !group.kiosk;
const onOwnMachines = (group: Group) => group.sessionSupport === "SingleSession";

function launchBroken(world: World, cause: ScenarioName, breakage: Breakage, fits: (group: Group) => boolean): boolean {
  const person = idlePerson(world, fits);
  if (!person) return false;
  const group = world.groupById(person.groupId);
  return launch(world, { person, group, device: person.device, breakage, cause }) !== null;
}

/** About a third of them never asked the broker: the client went straight to the server. */
const UNBROKERED_SHARE = 0.35;

export const namelessAfterFailedLogon = oneByOne({ count: 3, ...PACE }, (world) =>
  world.random.chance(UNBROKERED_SHARE)
    ? connectPastBroker(world)
    : launchBroken(world, "nameless-after-failed-logon", "nameless", onServers),
);

function connectPastBroker(world: World): boolean {
  const machine = runningServer(world, ({ groupId }) => !world.groupById(groupId).kiosk);
  const person = idlePerson(world, onServers);
  if (!machine || !person) return false;
  const session = addSession(world, {
    machine,
    group: world.groupById(machine.groupId),
    person: null,
    device: person.device,
    mode: "Unbrokered",
    protocol: world.random.chance(0.5) ? "RDP" : "HDX",
    breakage: "nameless",
    cause: "nameless-after-failed-logon",
  });
  if (world.random.chance(0.6)) session.untrustedUser = `${person.domain}\\${person.account}`;
  awaitClient(world, session, 2 * SECOND);
  return true;
}

export const hungLogon = oneByOne({ count: 2, ...PACE }, (world) =>
  launchBroken(world, "hung-logon", "hung", world.random.chance(0.85) ? onServers : onOwnMachines),
);

export const stuckConnected = oneByOne({ count: 2, ...PACE }, (world) =>
  launchBroken(world, "stuck-connected", "stuck", onOwnMachines),
);
