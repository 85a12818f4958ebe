import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/audit/actor";
import { appendAudit } from "@/lib/audit/append";
import { readActionSettings } from "@/lib/collector/action-settings";
import { changeIncident } from "@/lib/collector/ghosts/incident-changes";
import { readIncident } from "@/lib/collector/ghosts/incident-rows";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import { serializable } from "@/lib/desk/serializable";
import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";
import { DeskError } from "@/lib/errors";
import { capOf } from "./cap";
import { hold, requireFree } from "./locks";
import type { Prepared } from "./prepared";
import type { OperationScope } from "./scope";
import type { Confirmed } from "./start-operation";

/** The intent row, committed before anything is sent: with its parts, what it holds, its audit entry, and its ghosts marked as acted on. */

export interface Intent {
  readonly id: string;
  /** False: the same request had made it already. */
  readonly isNew: boolean;
}

/** The operation that the same request or the same preview made before; null where none did. */
export async function findSame(
  desk: Desk | DeskTransaction,
  { siteId, name }: Actor,
  { preview, requestKey }: Pick<Confirmed, "preview" | "requestKey">,
): Promise<string | null> {
  const row = await desk.operation.findFirst({
    where: { siteId, OR: [{ actor: name, requestKey: storedKey(requestKey) }, { previewId: preview.id }] },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** SQL Server takes keys for the same that differ in case or in blanks at the end; their digests differ in more. */
function storedKey(requestKey: string): string {
  return createHash("sha256").update(requestKey).digest("hex");
}

/** Throws `conflict` where an operation is under way there, `limited` where a cap is reached; then nothing was written. */
export async function writeIntent(scope: OperationScope, confirmed: Confirmed, prepared: Prepared): Promise<Intent> {
  const { desk, actor, ghosts } = scope;
  await ghosts.settle();
  const { intent, incidents } = await serializable(desk, async (tx) => {
    const known = await findSame(tx, actor, confirmed);
    if (known !== null) return { intent: { id: known, isNew: false }, incidents: [] };
    await requireFree(tx, actor.siteId, prepared);
    await requireRoom(tx, scope, prepared);
    const id = randomUUID();
    await writeRows(tx, scope, { id, confirmed, prepared });
    const marked = await markGhosts(tx, scope, prepared);
    await audit(tx, scope, { id, confirmed, prepared });
    return { intent: { id, isNew: true }, incidents: marked };
  });
  for (const incident of incidents) ghosts.apply(incident);
  return intent;
}

async function requireRoom(tx: DeskTransaction, scope: OperationScope, prepared: Prepared) {
  const settings = await readActionSettings(tx, scope.actor.siteId);
  const cap = await capOf(tx, scope, prepared, settings);
  if (cap) throw new DeskError("limited", cap.sentence, { retryAfterSeconds: cap.retryAfterSeconds });
}

interface Written {
  readonly id: string;
  readonly confirmed: Confirmed;
  readonly prepared: Prepared;
}

async function writeRows(tx: DeskTransaction, { actor, clock }: OperationScope, { id, confirmed, prepared }: Written) {
  const { siteId } = actor;
  const { preview, body, requestKey } = confirmed;
  const { verb, kind, params, label, machine, machineKey, acts, ghosts } = prepared;
  await tx.operation.create({
    data: {
      ...{ id, siteId, verb, targetKind: kind, label, machine, machineKey, params: JSON.stringify(params) },
      ...{ actor: actor.name, kind: actor.kind, role: actor.role, reason: body.reason, ticket: body.ticket || null },
      ...{
        requestKey: storedKey(requestKey),
        previewId: preview.id,
        state: "intended",
        askedAt: new Date(clock.now()),
        evidence: "[]",
      },
    },
  });
  const parts = acts.map(({ shown, ...act }, number) => {
    return { operationId: id, number, ...act, state: "intended", before: JSON.stringify({ shown }) };
  });
  await tx.operationPart.createMany({ data: parts });
  if (ghosts.length > 0) {
    const meant = ghosts.map((ghost) => ({ operationId: id, incidentId: ghost.id, siteId, verb, class: ghost.class }));
    await tx.operationGhost.createMany({ data: meant });
  }
  await hold(tx, siteId, id, prepared);
}

/** Its ghosts are being acted on from now; one that ended meanwhile is left as it is. */
async function markGhosts(tx: DeskTransaction, { actor, siteClock }: OperationScope, { verb, ghosts }: Prepared) {
  const marked: Incident[] = [];
  for (const { id } of ghosts) {
    const before = await readIncident(tx, actor.siteId, id);
    if (!before || !isOpen(before.state)) continue;
    const event = { type: "acting", by: actor.name, verb, at: siteClock.now() } as const;
    marked.push((await changeIncident(tx, actor.siteId, id, event)).incident);
  }
  return marked;
}

async function audit(tx: DeskTransaction, { actor, clock }: OperationScope, { id, confirmed, prepared }: Written) {
  const { verb, label, params, acts, ghosts, touchesTotal } = prepared;
  await appendAudit(tx, {
    ...{ siteId: actor.siteId, at: clock.now(), actor: actor.name, kind: actor.kind, role: actor.role },
    action: "operation.intended",
    subject: id,
    detail: {
      ...{ verb, label, params, reason: confirmed.body.reason, ticket: confirmed.body.ticket ?? null },
      ...{ keys: acts.map(({ key }) => key), ghosts: ghosts.map((ghost) => ghost.id), touches: touchesTotal },
    },
  });
}
