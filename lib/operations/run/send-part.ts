import { roleNow } from "@/lib/auth/role-now";
import type { RunScope } from "@/lib/collector/run-scope";
import { VERBS } from "@/lib/domain/operation/verbs";
import { can } from "@/lib/domain/role";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { ActAnswer } from "@/lib/site/command";
import { verbRules } from "../verbs/table";
import { saveEvidence } from "./evidence";
import type { OpenOperation, OpenPart, PartBefore } from "./open-operation";
import { requireSdk } from "./seen";
import { claimPart, writePart } from "./write-part";

/** How long one act may take before its answer counts as lost. */
const ACT_MS_MAX = 120_000;

/**
 * Sends one part, once: read again, written down as being sent, sent, its answer written down. Where the world has changed since it was
 * shown, or cannot be read, nothing is sent.
 */
export async function sendPart(scope: RunScope, operation: OpenOperation, part: OpenPart): Promise<void> {
  const checked = await check(scope, operation, part);
  if ("refusal" in checked) {
    const step = { state: "refused", message: checked.refusal, settledAt: scope.siteClock.now() } as const;
    return writePart(scope, operation, part, step, "operation.outcome");
  }
  const { before } = checked;
  if (!(await claimPart(scope, operation, part, before))) return;
  const answer = await act(scope, operation, part);
  await writeAnswer(scope, operation, { ...part, before }, answer);
}

async function check(
  scope: RunScope,
  operation: OpenOperation,
  part: OpenPart,
): Promise<{ readonly refusal: string } | { readonly before: PartBefore }> {
  try {
    if (!(await mayStill(scope, operation))) {
      return { refusal: `${operation.actor} may not do this any more. Nothing was sent.` };
    }
    if (VERBS[operation.verb].disruptsMachine) await saveEvidence(scope, operation, part);
    return await readBefore(scope, operation, part);
  } catch (error) {
    log.warn({ event: "operation.not-checked", operation: operation.id, reason: describeError(error) });
    const why = error instanceof DeskError ? error.message : "The site could not be asked.";
    return { refusal: `${why} Nothing was sent.` };
  }
}

/** A part of many, or a restart that waited, comes long after it was asked for. */
async function mayStill(scope: RunScope, { actor: name, kind, role: then, verb, parts }: OpenOperation) {
  const role = await roleNow(scope, { name, kind, role: then });
  return role !== null && can(role, VERBS[verb].permission) && (parts.length === 1 || can(role, "act-in-bulk"));
}

async function readBefore(
  scope: RunScope,
  { targetKind }: OpenOperation,
  { key, before }: OpenPart,
): Promise<{ readonly refusal: string } | { readonly before: PartBefore }> {
  const sdk = requireSdk(scope);
  if (targetKind === "sessions") {
    const session = await sdk.session(key);
    if (session === null) return { refusal: "The session was gone already. Nothing was sent." };
    const isBack = session.sessionState === "Active" && before.shown !== null && before.shown !== "Active";
    return isBack ? { refusal: "Somebody came back to this session meanwhile. Nothing was sent." } : { before };
  }
  if (targetKind !== "machine") return { before };
  const machine = await sdk.machine(key);
  if (machine === null) return { refusal: "The site does not list the machine any more. Nothing was sent." };
  return { before: { ...before, lastDeregistrationAt: machine.lastDeregistrationAt } };
}

async function act({ reach }: RunScope, operation: OpenOperation, { key }: OpenPart): Promise<ActAnswer> {
  if (!reach.actor) return { kind: "failed", errorId: "NoBridge", message: reach.sentence ?? "There is no bridge." };
  const command = verbRules(operation.verb).command(key, operation.params);
  try {
    return await reach.actor.act(command, {
      operationId: operation.id,
      actor: operation.actor,
      deadlineMs: ACT_MS_MAX,
    });
  } catch (error) {
    log.error({ event: "operation.act-broke", operation: operation.id, reason: describeError(error) });
    return { kind: "unknown", why: "The answer was lost." };
  }
}

async function writeAnswer(
  scope: RunScope,
  operation: OpenOperation,
  part: OpenPart,
  answer: ActAnswer,
): Promise<void> {
  const at = scope.siteClock.now();
  const { agreesWithinMs } = VERBS[operation.verb];
  const look = agreesWithinMs === null ? { settledAt: at } : { lookUntil: at + agreesWithinMs };
  switch (answer.kind) {
    case "accepted": {
      const before = { ...part.before, powerActionUid: answer.powerActionUid };
      const step = { state: "accepted", message: null, before, acceptedAt: at, ...look } as const;
      return writePart(scope, operation, part, step, "operation.outcome");
    }
    case "failed": {
      const message = answer.message;
      return writePart(scope, operation, part, { state: "failed", message, settledAt: at }, "operation.outcome");
    }
    case "unknown": {
      const message = `${answer.why} Whether it was done is being found out by reading the site.`;
      const said = agreesWithinMs === null ? `${answer.why} Whether it was done cannot be read.` : message;
      return writePart(scope, operation, part, { state: "unknown", message: said, ...look }, "operation.outcome");
    }
  }
}
