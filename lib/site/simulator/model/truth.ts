import type { ScenarioName } from "../catalogue";
import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import type { Session } from "../entities/session";
import { TRUTH, type TruthRecord } from "../store/own-tables";

/** What the simulator broke, or made look broken, and until when: for judging detectors, never for the tables. */

export function recordSessionTruth(world: World, scenario: ScenarioName, session: Session): void {
  record(world, scenario, "session", session.id, session.personId ?? session.brokeredFor, session.machineId);
}

export function recordMachineTruth(world: World, scenario: ScenarioName, machine: Machine): void {
  record(world, scenario, "machine", machine.id, null, machine.id);
}

function record(
  world: World,
  scenario: ScenarioName,
  subjectKind: TruthRecord["subjectKind"],
  subject: string,
  personId: number | null,
  machineId: string,
): void {
  const truth: TruthRecord = {
    kind: "truth",
    id: world.nextId("truth"),
    scenario,
    subjectKind,
    subject,
    personId,
    machineId,
    appearedAt: world.now,
    clearedAt: null,
    clearedBy: null,
    timers: {},
  };
  world.admit(truth);
  world.changes.changed.add(truth);
  world.batch.put(TRUTH, truth);
}

/** Everything recorded about this subject is over. */
export function closeTruth(world: World, kind: TruthRecord["subjectKind"], subject: string, by: string): void {
  for (const truth of world.openTruth.get(`${kind} ${subject}`) ?? []) {
    truth.clearedAt = world.now;
    truth.clearedBy = by;
    world.batch.put(TRUTH, truth);
    world.changes.remove(truth);
  }
  world.openTruth.delete(`${kind} ${subject}`);
}
