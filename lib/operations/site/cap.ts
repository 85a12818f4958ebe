import type { Actor } from "@/lib/audit/actor";
import type { Clock } from "@/lib/clock";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { CAP_WINDOW_MS, capPassed, countedWith } from "@/lib/domain/operation/caps";
import type { ActionSettings } from "@/lib/domain/operation/settings";
import type { Prepared } from "./prepared";

/** The cap that this operation would pass now; null where it fits. What was refused or stopped before it was sent does not count. */
export async function capOf(
  desk: Desk | DeskTransaction,
  { actor, clock }: { readonly actor: Actor; readonly clock: Clock },
  { verb, acts }: Pick<Prepared, "verb" | "acts">,
  settings: ActionSettings,
): Promise<ReturnType<typeof capPassed>> {
  const verbs = countedWith(verb);
  if (!verbs) return null;
  const now = clock.now();
  const done = await desk.operationPart.findMany({
    where: {
      state: { notIn: ["refused", "stopped"] },
      operation: { siteId: actor.siteId, verb: { in: [...verbs] }, askedAt: { gt: new Date(now - CAP_WINDOW_MS) } },
    },
    select: { operation: { select: { actor: true, askedAt: true } } },
    orderBy: { operation: { askedAt: "asc" } },
  });
  const times = done.map(({ operation }) => ({ actor: operation.actor, at: operation.askedAt.getTime() }));
  const byPerson = times.filter((each) => each.actor === actor.name).map(({ at }) => at);
  return capPassed(verb, acts.length, { byPerson, bySite: times.map(({ at }) => at) }, settings, now);
}
