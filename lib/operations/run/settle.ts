import { appendAudit } from "@/lib/audit/append";
import { changeIncident, hasLater } from "@/lib/collector/ghosts/incident-changes";
import { readIncident } from "@/lib/collector/ghosts/incident-rows";
import type { RunScope } from "@/lib/collector/run-scope";
import type { DeskTransaction } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { ActionOutcome } from "@/lib/domain/ghost/incident-event";
import { type OperationState, stateOfAll } from "@/lib/domain/operation/states";
import type { Verb } from "@/lib/domain/operation/verbs";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { OpenOperation, OpenPart } from "./open-operation";
import { isStanding, requireSdk } from "./seen";
import { entryOf } from "./write-part";

/**
 * The end of an operation: once nothing more is expected of any part. What it held is let go, its ghosts learn what came of them, and the
 * audit says it. Returns whether it is over.
 */
export async function settle(scope: RunScope, operation: OpenOperation): Promise<boolean> {
  if (operation.isSettled) return true;
  if (operation.parts.some(({ settledAt }) => settledAt === null)) return false;
  const outcomes = await outcomesOf(scope, operation);
  await scope.ghosts.settle();
  const incidents = await serializable(scope.desk, (tx) => write(tx, scope, operation, outcomes));
  for (const incident of incidents) scope.ghosts.apply(incident);
  scope.onChanged([operation.id]);
  if (TOUCHES_LEASES.includes(operation.verb)) scope.onLeasesTouched();
  return true;
}

const TOUCHES_LEASES: readonly Verb[] = ["remove-lease", "refresh-leases", "set-leasing"];

/** Ids of its ghosts with what came of each; null where that cannot be said. */
type Outcomes = ReadonlyMap<string, "cleared" | "still-there" | null>;

/** What did not reach the site, or ended in a definite error, is no experience with a verb. */
const TELLS: readonly OperationState[] = ["verified", "still-there"];

async function outcomesOf(scope: RunScope, { ghosts, parts, targetKind }: OpenOperation): Promise<Outcomes> {
  const [only] = parts;
  const outcomes = new Map<string, "cleared" | "still-there" | null>();
  for (const { incidentId } of ghosts) {
    const incident = scope.ghosts.get(incidentId);
    const part = targetKind === "machine" ? only : parts.find(({ key }) => key === incident?.subject.key);
    outcomes.set(incidentId, await outcomeOf(scope, part, incident, targetKind === "machine"));
  }
  return outcomes;
}

async function outcomeOf(
  scope: RunScope,
  part: OpenPart | undefined,
  incident: Incident | undefined,
  isMachine: boolean,
) {
  if (!part || !TELLS.includes(part.state)) return null;
  if (part.state === "verified") return "cleared" as const;
  // A machine may have lost some of its ghosts and kept others.
  if (!isMachine) return "still-there" as const;
  return standingOf(scope, incident);
}

/** Null where it cannot be read: what is not known is no experience with a verb. */
async function standingOf(scope: RunScope, incident: Incident | undefined) {
  try {
    return (await isStanding(requireSdk(scope), incident)) ? ("still-there" as const) : ("cleared" as const);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    log.debug({ event: "operation.ghost-unreadable", ghost: incident?.id, reason: describeError(error) });
    return null;
  }
}

async function write(tx: DeskTransaction, scope: RunScope, operation: OpenOperation, outcomes: Outcomes) {
  const { id, parts } = operation;
  const state = stateOf(operation);
  const message = parts.length === 1 ? (parts[0]?.message ?? null) : summaryOf(parts);
  const { count } = await tx.operation.updateMany({
    where: { id, settledAt: null },
    data: { state, message, settledAt: new Date(scope.clock.now()), ...ends(scope, operation) },
  });
  if (count === 0) return [];
  await tx.operationLock.deleteMany({ where: { operationId: id } });
  for (const [incidentId, outcome] of outcomes) {
    await tx.operationGhost.update({
      where: { operationId_incidentId: { operationId: id, incidentId } },
      data: { outcome },
    });
  }
  await appendAudit(
    tx,
    entryOf(scope, operation, "operation.settled", { state, message, ghosts: Object.fromEntries(outcomes) }),
  );
  return endActs(tx, scope, operation, state);
}

/** A part whose verb nothing can verify ends as accepted, and so does the whole. */
function stateOf({ parts }: OpenOperation): OperationState {
  return stateOfAll(parts.map(({ state }) => state));
}

/** A hidden session is shown again when its time is over, whatever became of others that were to be hidden with it. */
function ends({ siteClock }: RunScope, { verb, params, parts }: OpenOperation) {
  if (verb !== "hide" || params.forMs === null || !parts.some(({ state }) => state === "verified")) return {};
  return { endsAt: new Date(siteClock.now() + params.forMs) };
}

async function endActs(
  tx: DeskTransaction,
  { siteClock, siteId }: RunScope,
  { ghosts, actor }: OpenOperation,
  state: OperationState,
) {
  const told: Incident[] = [];
  const outcome: ActionOutcome = state === "intended" || state === "acting" || state === "accepted" ? "unknown" : state;
  for (const { incidentId } of ghosts) {
    const incident = await readIncident(tx, siteId, incidentId);
    if (!incident || (await hasLater(tx, siteId, incident))) continue;
    const event = { type: "acted", by: actor, outcome, at: siteClock.now() } as const;
    told.push((await changeIncident(tx, siteId, incidentId, event)).incident);
  }
  return told;
}

const COUNTED: readonly (readonly [OperationState, string])[] = [
  ["verified", "done"],
  ["accepted", "sent"],
  ["still-there", "still there"],
  ["failed", "failed"],
  ["refused", "left alone"],
  ["stopped", "not sent"],
  ["unknown", "not known"],
];

/** Such as “21 done, 2 still there, 1 failed.” */
export function summaryOf(parts: readonly Pick<OpenPart, "state">[]): string {
  const said = COUNTED.flatMap(([state, words]) => {
    const count = parts.filter((part) => part.state === state).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return `${said.join(", ")}.`;
}
