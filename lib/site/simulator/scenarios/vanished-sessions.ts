import { MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Scenario } from "../entities/scenario";
import type { Session } from "../entities/session";
import { disconnect } from "../model/connecting";
import { changeAppState } from "../model/logon";
import { applicationChanged, sessionChanged } from "../model/rows";
import { recordSessionTruth } from "../model/truth";
import { endIdle } from "../model/work";
import { oneByOne } from "./play";
import { soundSession } from "./victims";

/** Sessions whose Windows session dies without the site noticing. */

const PACE = { lastsMs: null, pauseMs: 20 * SECOND, retryMs: MINUTE };

/** The server's session is gone and with it everything that would ever end the site's one. */
function vanish(world: World, session: Session, scenario: Scenario): void {
  session.windows = null;
  session.broken = "gone";
  session.timers = {};
  world.changes.changed.add(session);
  recordSessionTruth(world, scenario.id, session);
  comeBackLater(world, session);
}

/** Its user runs into it sooner or later. */
function comeBackLater(world: World, session: Session): void {
  const person = session.personId === null ? null : world.personById(session.personId);
  if (person === null || person.groupId !== session.groupId || !world.random.chance(0.6)) return;
  world.setTimer(person, "retry", world.now + world.random.whole(3, 40) * MINUTE);
}

export const namedGoneDisconnected = oneByOne({ count: 3, ...PACE }, (world, scenario) => {
  const disconnected = soundSession(world, ({ state, personId }) => state === "Disconnected" && personId !== null);
  const session = disconnected ?? walkAway(world);
  if (!session) return false;
  vanish(world, session, scenario);
  return true;
});

/** Nobody is disconnected just now, so somebody has to disconnect first. */
function walkAway(world: World): Session | null {
  const session = soundSession(world, (each, { kiosk }) => each.state === "Active" && each.personId !== null && !kiosk);
  if (session) disconnect(world, session, "user");
  return session;
}

export const namedWithoutApplication = oneByOne({ count: 2, ...PACE }, (world, scenario) => {
  const session = soundSession(
    world,
    (each) => !each.desktop && !each.anonymous && each.state === "Active" && each.applications.length > 0,
  );
  if (!session) return false;
  for (const running of session.applications) {
    running.end = world.now;
    applicationChanged(world, session, running);
  }
  session.applications = [];
  changeAppState(world, session, "NoApps");
  endIdle(world, session);
  sessionChanged(world, session);
  vanish(world, session, scenario);
  return true;
});
