import type { PreviewBody } from "@/lib/api/contract/operations";
import { requirePermission } from "@/lib/audit/actor";
import type { Params } from "@/lib/domain/operation/params";
import type { ActionSettings } from "@/lib/domain/operation/settings";
import { VERBS, type VerbOn } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import { CONTROLLER_VERBS, LEASE_VERBS, MACHINE_VERBS, SESSION_VERBS, SITE_VERBS } from "../verbs/table";
import { findController, findLease, findMachine, findSessions, findSite } from "./find-target";
import { prepareMachine } from "./prepare-machine";
import { prepareSessions } from "./prepare-sessions";
import type { Prepared } from "./prepared";
import { readParams } from "./read-params";
import { type OperationScope, requireReach, snapshotOf } from "./scope";

/**
 * What an operation would be now, from the site as it was read last. Throws `forbidden`, `invalid`, `not-found`, or `conflict` with the
 * reason why it must not be done.
 */
export async function prepare(scope: OperationScope, asked: PreviewBody, settings: ActionSettings): Promise<Prepared> {
  const { verb, target } = asked;
  requirePermission(scope.actor, VERBS[verb].permission);
  const params = readParams(verb, asked.params, settings);
  const { sdk } = requireReach(scope);
  switch (verb) {
    case "log-off":
    case "disconnect":
    case "message":
    case "hide":
    case "unhide": {
      if (!("sessions" in target)) throw wrongTarget(verb);
      const targets = findSessions(snapshotOf(scope), target.sessions);
      return prepareSessions(SESSION_VERBS[verb], { actor: scope.actor, targets, params, settings });
    }
    case "restart-agent":
    case "maintenance-on":
    case "maintenance-off":
    case "power":
      if (!("machine" in target)) throw wrongTarget(verb);
      return prepareMachine(MACHINE_VERBS[verb], findMachine(snapshotOf(scope), target.machine), params);
    case "remove-lease": {
      if (!("lease" in target)) throw wrongTarget(verb);
      const found = await findLease(sdk, target.lease);
      const label = `${found.lease.type} lease of ${found.lease.ownerName ?? "an unknown user"}`;
      return plain(LEASE_VERBS[verb], found, params, { key: found.lease.key, label });
    }
    case "refresh-leases": {
      if (!("controller" in target)) throw wrongTarget(verb);
      const found = await findController(sdk, target.controller);
      return plain(CONTROLLER_VERBS[verb], found, params, { key: found.controller, label: found.controller });
    }
    case "set-leasing": {
      if (!("site" in target)) throw wrongTarget(verb);
      const found = await findSite(sdk);
      return plain(SITE_VERBS[verb], found, params, { key: "site", label: found.site.name });
    }
  }
}

function wrongTarget(verb: string): DeskError {
  return new DeskError("invalid", `${verb} is not done to a target of that kind.`, { field: "target" });
}

interface PlainRules<TTarget> {
  readonly verb: VerbOn<"lease" | "controller" | "site">;
  readonly undo: string | null;
  refuse(target: TTarget, params: Params): string | null;
  warn(target: TTarget, params: Params): readonly string[];
}

/** A verb that touches no session now. */
function plain<TTarget>(
  rules: PlainRules<TTarget>,
  target: TTarget,
  params: Params,
  { key, label }: { readonly key: string; readonly label: string },
): Prepared {
  const refusal = rules.refuse(target, params);
  if (refusal !== null) throw new DeskError("conflict", refusal);
  return {
    ...{ verb: rules.verb, kind: VERBS[rules.verb].on, params, label, machine: null, machineKey: null },
    acts: [{ key, label, machineKey: null, shown: null }],
    ...{ ghosts: [], touches: [], touchesTotal: 0, undo: rules.undo },
    warnings: rules.warn(target, params),
    shown: [key, params.enabled],
  };
}
