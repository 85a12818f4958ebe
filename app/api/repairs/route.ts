import { getRepairs } from "@/lib/api/contract/repairs";
import { handle } from "@/lib/http/handle";
import { listRepairs } from "@/lib/operations/site/list-repairs";
import { operationScopeOf } from "@/lib/operations/site/scope";
import { operationsReadingOf } from "@/lib/reads/read-operations";
import { readExperience, readUnderWay } from "@/lib/reads/read-repairs";
import { triedInVain } from "@/lib/reads/tried-in-vain";

export const GET = handle(getRepairs, async ({ runtime, actor, query }) => {
  const reading = { ...operationsReadingOf(runtime), wallNow: runtime.wallClock.now() };
  const { about, ...repairs } = await listRepairs(operationScopeOf(runtime, actor), query, {
    worked: (ghost, verb) => readExperience(reading, ghost, verb),
    triedInVain: async (incidentId) => (await triedInVain(reading, [incidentId])).get(incidentId) ?? new Set(),
  });
  return { ...repairs, options: [...repairs.options], ...(await readUnderWay(reading, about)) };
});
