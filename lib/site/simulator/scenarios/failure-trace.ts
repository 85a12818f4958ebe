import type { Instant } from "@/lib/domain/site";
import { MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Scenario } from "../entities/scenario";
import { launchOn } from "../model/launching";
import { closeTruth, recordMachineTruth } from "../model/truth";
import type { Play } from "./play";
import { idlePerson, runningServer } from "./victims";

/** Servers that take people and throw them out again, until their agent or they themselves restart. */
export const failureTrace: Play = {
  count: 1,
  lastsMs: 60 * MINUTE,
  act(world, scenario) {
    if (scenario.acted < scenario.count) fallIll(world, scenario);
    sendSomebody(world, scenario);
    return nextTry(world);
  },
  end(world, scenario) {
    for (const id of scenario.machineIds) {
      const machine = world.machineById(id);
      machine.sick = false;
      world.changes.changed.add(machine);
      closeTruth(world, "machine", id, "cause-removed");
    }
  },
};

function nextTry(world: World): Instant {
  return world.now + MINUTE + world.random.wait(90_000);
}

function fallIll(world: World, scenario: Scenario): void {
  const machine = runningServer(world, (each) => !each.sick && !world.groupById(each.groupId).kiosk);
  if (!machine) return;
  machine.sick = true;
  world.changes.changed.add(machine);
  scenario.acted += 1;
  scenario.machineIds.push(machine.id);
  recordMachineTruth(world, scenario.id, machine);
}

/** Load balancing alone would send few people there within the hour. */
function sendSomebody(world: World, scenario: Scenario): void {
  const sick = scenario.machineIds.map((id) => world.machineById(id)).filter((each) => each.sick && each.registered);
  if (sick.length === 0) return;
  const machine = world.random.pick(sick);
  const person = idlePerson(world, (group) => group.id === machine.groupId);
  if (person) launchOn(world, machine, { person, group: world.groupById(machine.groupId), device: person.device });
}
