import { HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { LogonDelays } from "../entities/session";
import type { Group } from "../entities/site";
import { freeAdministrators, openKiosk, visitServer } from "../model/guests";
import { launch } from "../model/launching";
import { recordSessionTruth } from "../model/truth";
import { oneByOne } from "./play";
import { idlePerson, runningServer } from "./victims";

/** Logons that look wrong and are not. */

const onServers = (group: Group) => group.sessionSupport === "MultiSession" && !group.kiosk;

function launchSlow(world: World, cause: "logon-storm" | "slow-logon", delays: LogonDelays): boolean {
  const person = idlePerson(world, onServers);
  if (!person) return false;
  const group = world.groupById(person.groupId);
  return launch(world, { person, group, device: person.device, cause, delays }) !== null;
}

/** Everybody at once: domain controllers and disks are slow, some wait long before anybody knows who they are. */
export const logonStorm = oneByOne(
  { count: 40, lastsMs: 30 * MINUTE, pauseMs: 2 * SECOND, retryMs: 30 * SECOND },
  (world) => {
    const { random } = world;
    const authentication = random.chance(0.15) ? random.whole(360, 800) : random.whole(15, 240);
    return launchSlow(world, "logon-storm", {
      authentication: authentication * SECOND,
      profile: random.whole(40, 200) * SECOND,
    });
  },
);

export const slowLogon = oneByOne({ count: 4, lastsMs: null, pauseMs: 30 * SECOND, retryMs: MINUTE }, (world) =>
  launchSlow(world, "slow-logon", { authentication: 0, profile: world.random.whole(360, 780) * SECOND }),
);

export const anonymousUsers = oneByOne({ count: 10, lastsMs: null, pauseMs: 5 * SECOND, retryMs: MINUTE }, (world) => {
  const kiosks = [...world.groups.values()].filter((group) => group.kiosk);
  return kiosks.length > 0 && openKiosk(world, world.random.pick(kiosks), "anonymous-users") !== null;
});

export const consoleAndRdpAdministrators = oneByOne(
  { count: 4, lastsMs: null, pauseMs: 20 * SECOND, retryMs: MINUTE },
  (world, scenario) => {
    const machine = runningServer(world, () => true);
    if (!machine) return false;
    const free = freeAdministrators(world);
    // Without a domain account left somebody takes the local one, which the site does not know.
    const local = free.length === 0 || world.random.chance(0.35);
    const session = visitServer(world, local ? null : world.random.pick(free), machine, scenario.id);
    const stays = world.random.whole(60, 300) * MINUTE;
    world.setTimer(session, "leave", world.now + stays);
    if (world.random.chance(0.4))
      world.setTimer(session, "standbyDisconnect", world.now + world.random.whole(1, 20) * MINUTE);
    recordSessionTruth(world, scenario.id, session);
    return stays < 6 * HOUR;
  },
);
