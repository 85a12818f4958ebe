import { type Actor, requirePermission } from "@/lib/audit/actor";
import { change } from "@/lib/audit/change";
import type { Clock } from "@/lib/clock";
import { changeIncident } from "@/lib/collector/ghosts/incident-changes";
import { readIncident } from "@/lib/collector/ghosts/incident-rows";
import type { GhostDesk, Runtime } from "@/lib/collector/runtime";
import type { Desk } from "@/lib/desk/client";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { IncidentEvent } from "@/lib/domain/ghost/incident-event";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";

/** What every verb on ghosts takes. */
export interface GhostsScope {
  readonly desk: Desk;
  /** Wall clock: when the audit says that it was done. */
  readonly clock: Clock;
  /** Incidents live by the site's time. */
  readonly siteClock: Clock;
  readonly ghosts: Pick<GhostDesk, "apply" | "settle">;
  readonly actor: Actor;
}

export function ghostsScopeOf(runtime: Runtime, actor: Actor): GhostsScope {
  const { desk, wallClock, siteClock, ghosts } = runtime;
  return { desk, clock: wallClock, siteClock, ghosts, actor };
}

/** One verb. */
export interface GhostWork {
  /** noun.verb for the audit. */
  readonly action: string;
  /** A sentence that says why it cannot be done to this one now; null where it can. */
  refuse(incident: Incident): string | null;
  event(at: Instant): IncidentEvent;
  /** What the audit keeps beside who and what the ghost is. */
  detail?(before: Incident): Readonly<Record<string, unknown>>;
}

/**
 * Does one thing to one incident, as it stands in our own tables, and shows it with the next version. Where nothing changes, nothing is
 * written. Throws `forbidden`, `not-found`, `unavailable`, or `conflict` where it cannot be done to this one now.
 */
export async function workOnGhost(scope: GhostsScope, id: string, work: GhostWork): Promise<Incident> {
  const { actor, ghosts } = scope;
  requirePermission(actor, "work-ghosts");
  await ghosts.settle();
  const at = scope.siteClock.now();
  const { incident, isChanged } = await change(
    { ...scope, permission: "work-ghosts", action: work.action },
    async (tx) => {
      const before = await readIncident(tx, actor.siteId, id);
      if (!before) throw new DeskError("not-found", "There is no such ghost.");
      const refusal = work.refuse(before);
      if (refusal !== null) throw new DeskError("conflict", refusal);
      const after = await changeIncident(tx, actor.siteId, id, work.event(at));
      const isOther = after.entries.length > 0;
      const detail = { ...subjectOf(before), ...work.detail?.(before) };
      return {
        result: { incident: after.incident, isChanged: isOther },
        record: isOther ? { subject: id, detail } : null,
      };
    },
  );
  if (isChanged) ghosts.apply(incident);
  return incident;
}

/** Who and what it is about, so that an entry says it by itself. */
function subjectOf({ class: ghostClass, subject, user, machine }: Incident) {
  return { class: ghostClass, [subject.kind]: subject.key, user, machine };
}
