import type * as z from "zod";
import type { listScenarios, ScenarioRow } from "@/lib/api/contract/practice";
import type { PracticeController, Runtime } from "@/lib/collector/runtime";
import { DeskError } from "@/lib/errors";
import type { ScenarioStatus } from "@/lib/site/simulator/practice-site";
import { isoOf, isoOrNull } from "./envelope";

/** The practice site's controls. Throws DeskError `not-found` where the site is real. */
export function requirePractice({ practice }: Pick<Runtime, "practice">): PracticeController {
  if (practice) return practice;
  throw new DeskError("not-found", "This site is real: it has no scenarios, and its clock cannot be moved.");
}

/** The practice site's scenarios and its time. */
export async function readScenarios(
  runtime: Pick<Runtime, "practice" | "siteClock">,
): Promise<z.infer<typeof listScenarios.response>> {
  const scenarios = await requirePractice(runtime).list();
  return { now: isoOf(runtime.siteClock.now()), scenarios: scenarios.map(scenarioRow) };
}

function scenarioRow({ name, kind, summary, running, startedAt, endsAt }: ScenarioStatus): ScenarioRow {
  return { name, kind, summary, running, startedAt: isoOrNull(startedAt), endsAt: isoOrNull(endsAt) };
}
