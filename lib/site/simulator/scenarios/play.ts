import type { Instant } from "@/lib/domain/site";
import type { World } from "../engine/world";
import type { Scenario } from "../entities/scenario";

/** How a scenario is acted out. */
export interface Play {
  /** How many sessions or machines it touches unless asked otherwise. */
  readonly count: number;
  /** How long its cause lasts unless asked otherwise; null until it is ended. */
  readonly lastsMs: number | null;
  /** Does the next thing; answers when to act again, null when it has done all it was asked for. */
  act(world: World, scenario: Scenario): Instant | null;
  /** Removes what the cause changed beyond sessions. */
  end?(world: World, scenario: Scenario): void;
}

/** A scenario that touches one thing after the other; `touch` says whether it found something to touch. */
export function oneByOne(
  choices: { count: number; lastsMs: number | null; pauseMs: number; retryMs: number },
  touch: (world: World, scenario: Scenario) => boolean,
): Play {
  return {
    count: choices.count,
    lastsMs: choices.lastsMs,
    act(world, scenario) {
      const touched = touch(world, scenario);
      if (touched) scenario.acted += 1;
      if (scenario.acted >= scenario.count) return null;
      return world.now + (touched ? 500 + world.random.wait(choices.pauseMs) : choices.retryMs);
    },
  };
}
