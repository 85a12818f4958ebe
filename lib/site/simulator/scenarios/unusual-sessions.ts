import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Scenario } from "../entities/scenario";
import { loseClient } from "../model/connecting";
import { launch } from "../model/launching";
import { loseContact } from "../model/machines";
import { recordMachineTruth, recordSessionTruth } from "../model/truth";
import { closeApplications } from "../model/work";
import { oneByOne } from "./play";
import { idlePerson, runningServer, soundSession } from "./victims";

/** Sessions and machines that look wrong and are not. */

export const prelaunchAndLinger = oneByOne(
  { count: 6, lastsMs: null, pauseMs: 10 * SECOND, retryMs: MINUTE },
  (world, scenario) => (scenario.acted % 2 === 0 ? prelaunch(world) : linger(world, scenario)) || prelaunch(world),
);

function prelaunch(world: World): boolean {
  const person = idlePerson(world, (group) => group.prelaunch !== null);
  if (!person) return false;
  const group = world.groupById(person.groupId);
  const request = { person, group, device: person.device, prelaunch: true, cause: "prelaunch-and-linger" } as const;
  return launch(world, request) !== null;
}

function linger(world: World, scenario: Scenario): boolean {
  const session = soundSession(
    world,
    (each, group) => group.linger !== null && each.state === "Active" && each.applications.length > 0,
  );
  if (!session) return false;
  closeApplications(world, session);
  recordSessionTruth(world, scenario.id, session);
  return true;
}

/** Within session reliability and automatic reconnect a client has about eight minutes. */
export const clientReconnecting = oneByOne(
  { count: 5, lastsMs: null, pauseMs: 10 * SECOND, retryMs: MINUTE },
  (world, scenario) => {
    const session = soundSession(
      world,
      (each, { kiosk }) => !kiosk && each.state === "Active" && each.mode === "Brokered",
    );
    if (!session) return false;
    const waits = world.random.chance(0.4);
    loseClient(world, session, waits ? "Connected" : "Disconnected", world.random.whole(30, 450) * SECOND);
    recordSessionTruth(world, scenario.id, session);
    return true;
  },
);

export const agentJustUnregistered = oneByOne(
  { count: 2, lastsMs: null, pauseMs: 30 * SECOND, retryMs: MINUTE },
  (world, scenario) => {
    const machine = runningServer(world, (each) => world.census.sessionsOn(each.id).size > 0);
    if (!machine) return false;
    loseContact(world, machine, world.random.whole(90, 480) * SECOND);
    recordMachineTruth(world, scenario.id, machine);
    return true;
  },
);

/** The server's session is over; the site hears of it some seconds later. */
export const endedBetweenTwoReads = oneByOne(
  { count: 8, lastsMs: null, pauseMs: 10 * SECOND, retryMs: MINUTE },
  (world, scenario) => {
    const session =
      soundSession(world, ({ state }) => state === "Disconnected") ??
      soundSession(world, ({ state, anonymous }) => state === "Active" && !anonymous);
    if (!session) return false;
    session.windows = null;
    session.timers = {};
    world.setTimer(session, "gone", world.now + world.random.whole(3, 9) * SECOND);
    recordSessionTruth(world, scenario.id, session);
    return true;
  },
);
