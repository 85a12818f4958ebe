import { MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Person } from "../entities/person";
import { launch } from "./launching";

/** How people come to work: when, and what they start first. */

const PRELAUNCHES = 0.2;
/** Who does not come within these days does not come at all. */
const DAYS_AHEAD_MAX = 90;

/** Sets the timer for the next day on which this person works. */
export function scheduleArrival(world: World, person: Person, fromDaysAhead: number): void {
  if (person.habit.workday === 0) return;
  const today = world.time.localOf(world.now).day;
  for (let ahead = fromDaysAhead; ahead <= DAYS_AHEAD_MAX; ahead++) {
    const at = world.time.instantOf(today + ahead, person.habit.arrive + world.random.bell(0, 11));
    const { weekday } = world.time.localOf(at);
    const works = weekday === 0 || weekday === 6 ? person.habit.weekend : person.habit.workday;
    if (at <= world.now + MINUTE || !world.random.chance(works)) continue;
    world.setTimer(person, "arrive", at);
    return;
  }
}

export function arrive(world: World, person: Person): void {
  person.leaveAt = Math.round(world.now + (person.habit.stay + world.random.bell(0, 22)) * MINUTE);
  person.refusals = 0;
  scheduleArrival(world, person, 1);
  const group = world.groupById(person.groupId);
  const prelaunch = group.prelaunch !== null && world.random.chance(PRELAUNCHES);
  launch(world, { person, group, device: person.device, prelaunch });
  if (group.deliveryType === "AppsOnly") scheduleLaunch(world, person, prelaunch ? 25 * MINUTE : 90 * MINUTE);
  if (person.secondGroupId !== null) {
    world.setTimer(person, "launchSecond", world.now + 5 * MINUTE + world.random.wait(50 * MINUTE));
  }
}

function isAtWork(world: World, person: Person): boolean {
  return person.leaveAt !== null && world.now < person.leaveAt;
}

function scheduleLaunch(world: World, person: Person, meanMs: number): void {
  world.setTimer(person, "launch", world.now + MINUTE + world.random.wait(meanMs));
}

/** Starts another application, or a first one after a pre-launch. */
export function launchAgain(world: World, person: Person): void {
  if (!isAtWork(world, person)) return;
  launch(world, { person, group: world.groupById(person.groupId), device: person.device });
  scheduleLaunch(world, person, 90 * MINUTE);
}

export function launchSecond(world: World, person: Person): void {
  if (!isAtWork(world, person) || person.secondGroupId === null) return;
  launch(world, { person, group: world.groupById(person.secondGroupId), device: person.device });
}

export function retryLaunch(world: World, person: Person): void {
  if (!isAtWork(world, person)) return;
  launch(world, { person, group: world.groupById(person.groupId), device: person.device });
}
