import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { SCENARIO_CATALOGUE, type ScenarioName } from "../catalogue";
import { HOUR, MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Scenario, ScenarioTimer } from "../entities/scenario";
import type { ScenarioOptions, ScenarioStatus } from "../practice-site";
import { type ActedScenario, PLAYS } from "./plays";

/** Scenarios as people ask for them: start, end, list. What each does stands in its own file. */

const COUNT_MAX = 1_000;
const LASTS_MS_MAX = 14 * 24 * HOUR;

export function listScenarios(world: World): ScenarioStatus[] {
  return SCENARIO_CATALOGUE.map((entry) => {
    const running = world.scenarios.get(entry.name);
    return {
      ...entry,
      running: running !== undefined,
      startedAt: running?.startedAt ?? null,
      endsAt: running?.endsAt ?? null,
    };
  });
}

function isActed(name: ScenarioName): name is ActedScenario {
  return name in PLAYS;
}

/** Rejects with `not-found`, `invalid` or `conflict`; answers when the scenario starts, which may be later. */
export function startScenario(world: World, name: string, options: ScenarioOptions): { startedAt: Instant } {
  const entry = SCENARIO_CATALOGUE.find((each) => each.name === name);
  if (!entry) throw new DeskError("not-found", `There is no scenario named ${name}.`);
  if (!isActed(entry.name)) {
    throw new DeskError("invalid", `${name} is a fault of the plumbing; the simulated site cannot act it out.`);
  }
  if (world.scenarios.has(entry.name)) throw new DeskError("conflict", `${name} is running already.`);
  const { count, startedAt, forMs } = checked(world, options, PLAYS[entry.name]);
  const scenario: Scenario = {
    kind: "scenario",
    id: entry.name,
    count,
    startedAt,
    endsAt: forMs === null ? null : startedAt + forMs,
    acted: 0,
    machineIds: [],
    timers: {},
  };
  world.admit(scenario);
  world.setTimer(scenario, "start", startedAt);
  return { startedAt };
}

function checked(world: World, options: ScenarioOptions, play: { count: number; lastsMs: number | null }) {
  const count = options.count ?? play.count;
  if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX) {
    throw new DeskError("invalid", `count is a whole number from 1 to ${COUNT_MAX}.`, { field: "count" });
  }
  const startedAt = options.at ?? world.now;
  if (!Number.isFinite(startedAt) || startedAt < world.now - 10 * MINUTE || startedAt > world.now + LASTS_MS_MAX) {
    throw new DeskError("invalid", "at is a site time within the next 14 days.", { field: "at" });
  }
  const forMs = options.forMs ?? play.lastsMs;
  if (forMs !== null && !(forMs >= 1_000 && forMs <= LASTS_MS_MAX)) {
    throw new DeskError("invalid", "for is a duration from a second to 14 days.", { field: "for" });
  }
  return { count, startedAt: Math.max(startedAt, world.now), forMs };
}

export function endScenario(world: World, name: string): void {
  if (!SCENARIO_CATALOGUE.some((each) => each.name === name)) {
    throw new DeskError("not-found", `There is no scenario named ${name}.`);
  }
  const running = world.scenarios.get(name);
  if (running) finish(world, running);
}

/** The cause is gone; what is broken stays broken until the site's own life mends it. */
function finish(world: World, scenario: Scenario): void {
  scenario.timers = {};
  world.scenarios.delete(scenario.id);
  world.changes.remove(scenario);
  PLAYS[scenario.id].end?.(world, scenario);
}

export const SCENARIO_HANDLERS: Readonly<Record<ScenarioTimer, (world: World, scenario: Scenario) => void>> = {
  start: (world, scenario) => {
    if (scenario.endsAt !== null) world.setTimer(scenario, "end", scenario.endsAt);
    act(world, scenario);
  },
  act,
  end: finish,
};

/** A scenario acts until it has done what was asked for; it goes on running, as its cause does. */
function act(world: World, scenario: Scenario): void {
  const next = PLAYS[scenario.id].act(world, scenario);
  if (next !== null) world.setTimer(scenario, "act", next);
}
