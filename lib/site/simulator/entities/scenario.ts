import type { Instant } from "@/lib/domain/site";
import type { ActedScenario } from "../scenarios/plays";
import type { Timers } from "./timers";

/** A named scenario that was asked for and has not ended yet. */
export interface Scenario {
  readonly kind: "scenario";
  readonly id: ActedScenario;
  readonly count: number;
  startedAt: Instant;
  endsAt: Instant | null;
  acted: number;
  /** What the scenario keeps in mind, such as the machine it picked. */
  machineIds: string[];
  timers: Timers<ScenarioTimer>;
}
export type ScenarioTimer = "start" | "act" | "end";
