import type { RunScope } from "@/lib/collector/run-scope";
import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { VerbOn } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import type { SdkSource } from "@/lib/site/port";
import { CONTROLLER_VERBS, LEASE_VERBS, MACHINE_VERBS, SESSION_VERBS, SITE_VERBS } from "../verbs/table";
import type { Agreement } from "../verbs/verb";
import type { OpenOperation, OpenPart } from "./open-operation";

/** Reads what was acted on again, and says whether the world agrees. Rejects with `unavailable` where it cannot be read. */
export async function lookAgain(scope: RunScope, operation: OpenOperation, part: OpenPart): Promise<Agreement | null> {
  const sdk = requireSdk(scope);
  const { verb, params } = operation;
  switch (verb) {
    case "log-off":
    case "disconnect":
    case "message":
    case "hide":
    case "unhide": {
      const { agrees } = SESSION_VERBS[verb];
      return agrees?.(await sdk.session(part.key), params) ?? null;
    }
    case "restart-agent":
    case "maintenance-on":
    case "maintenance-off":
    case "power":
      return lookAtMachine(scope, sdk, { ...operation, verb }, part);
    case "remove-lease": {
      const { agrees } = LEASE_VERBS[verb];
      return agrees?.(await sdk.lease(part.key), params) ?? null;
    }
    case "refresh-leases": {
      const { agrees } = CONTROLLER_VERBS[verb];
      return agrees?.(null, params) ?? null;
    }
    case "set-leasing": {
      const { agrees } = SITE_VERBS[verb];
      return agrees?.(await sdk.site(), params) ?? null;
    }
  }
}

async function lookAtMachine(
  scope: RunScope,
  sdk: SdkSource,
  { verb, params, ghosts }: OpenOperation & { readonly verb: VerbOn<"machine"> },
  { key, before }: OpenPart,
): Promise<Agreement | null> {
  const { agrees } = MACHINE_VERBS[verb];
  if (!agrees) return null;
  const machine = await sdk.machine(key);
  const actions = verb === "power" ? await sdk.powerActions(key) : [];
  const powerAction = actions.find(({ uid }) => uid === before.powerActionUid) ?? null;
  const left = await countStanding(scope, sdk, ghosts);
  return agrees({ machine, powerAction, before, ghosts: { left, of: ghosts.length } }, params);
}

async function countStanding(
  { ghosts: desk }: RunScope,
  sdk: SdkSource,
  ghosts: OpenOperation["ghosts"],
): Promise<number> {
  let left = 0;
  for (const { incidentId } of ghosts) if (await isStanding(sdk, desk.get(incidentId))) left += 1;
  return left;
}

/** A ghost stands while its incident is open and the broker still has its session. */
export async function isStanding(sdk: SdkSource, incident: Incident | undefined): Promise<boolean> {
  if (!incident || !isOpen(incident.state) || incident.subject.kind !== "session") return false;
  return (await sdk.session(incident.subject.key)) !== null;
}

export function requireSdk({ reach }: Pick<RunScope, "reach">): SdkSource {
  if (reach.sdk) return reach.sdk;
  throw new DeskError("unavailable", reach.sentence ?? "The site cannot be asked.");
}
