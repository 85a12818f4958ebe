import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/append";
import type { RunScope } from "@/lib/collector/run-scope";
import { serializable } from "@/lib/desk/serializable";
import { NO_PARAMS } from "@/lib/domain/operation/params";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { hold, requireFree } from "../site/locks";
import { requireSdk } from "./seen";

/** Hiding expires: a session that is no ghost any more is shown again by itself; one that still is stays hidden, and screens remind of it. */

/** A session that an operation hid, past its time. */
interface Due {
  readonly operationId: string;
  readonly key: string;
  readonly label: string;
  readonly machineKey: string | null;
}

/** Showing again is an operation like any other and may fail: then it is tried again so much later. Site time. */
const AGAIN_MS = 30 * 60_000;

export async function lookAfterHidden(scope: RunScope, begin: (operationId: string) => void): Promise<void> {
  if (!scope.reach.sdk) return;
  const { desk, siteId, siteClock } = scope;
  const due = await desk.operation.findMany({
    where: { siteId, verb: "hide", endsAt: { lte: new Date(siteClock.now()) } },
    select: { id: true, parts: { where: { state: "verified" } } },
    orderBy: { endsAt: "asc" },
  });
  for (const { id, parts } of due) {
    let isOver = true;
    for (const { key, label, machineKey } of parts) {
      const part = { operationId: id, key, label, machineKey };
      isOver = (await lookAt(scope, part, begin)) && isOver;
    }
    if (isOver) await desk.operation.update({ where: { id }, data: { endsAt: null } });
  }
}

/** Whether it is not hidden any more. What cannot be read, or is acted on just now, is looked at again. */
async function lookAt(scope: RunScope, due: Due, begin: (operationId: string) => void): Promise<boolean> {
  try {
    const session = await requireSdk(scope).session(due.key);
    if (session === null || !session.hidden) return true;
    const user = fold(session.userName ?? session.untrustedUserName ?? "");
    if (await isListed(scope, due, user)) begin(await writeUnhide(scope, due));
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    log.debug({ event: "hidden.unreadable", operation: due.operationId, reason: describeError(error) });
  }
  return false;
}

/** Shown again, a ghost would keep its user out. The server lists this one only if it lists more than the user's other sessions there. */
async function isListed(scope: RunScope, due: Due, user: string): Promise<boolean> {
  if (due.machineKey === null || user === "") return false;
  const listed = await requireSdk(scope).windowsSessions(due.machineKey);
  return listed.filter((each) => fold(each.user ?? "") === user).length > countOthers(scope, due, user);
}

/** The same person's other sessions on that machine: somebody who was given a new one may well have it there. */
function countOthers({ site }: RunScope, { key, machineKey }: Due, user: string): number {
  const snapshot = site.current();
  if (!snapshot || machineKey === null) return Number.POSITIVE_INFINITY;
  const others = [...snapshot.sessionKeysOnMachine(machineKey)].filter((each) => each !== key);
  return others.filter((each) => fold(snapshot.sessions.get(each)?.user ?? "") === user).length;
}

const fold = (name: string) => name.toLowerCase();

/** Ghostdesk's own intent, in the place of a person's. Returns its id. Throws `conflict` where an operation is under way there. */
async function writeUnhide({ desk, siteId, clock, siteClock }: RunScope, due: Due): Promise<string> {
  const id = randomUUID();
  const acts = [{ key: due.key, label: due.label, machineKey: due.machineKey, shown: null }];
  const reason = "The time for which it was hidden is over, and its server lists it.";
  await serializable(desk, async (tx) => {
    const holds = { verb: "unhide", kind: "sessions", acts, label: due.label } as const;
    await requireFree(tx, siteId, holds);
    const own = { actor: "Ghostdesk", kind: "local", role: "admin" } as const;
    await tx.operation.create({
      data: {
        ...{ id, siteId, verb: "unhide", targetKind: "sessions", label: due.label, machineKey: due.machineKey },
        ...{ ...own, params: JSON.stringify(NO_PARAMS), reason, requestKey: id, previewId: id, state: "intended" },
        ...{ askedAt: new Date(clock.now()), evidence: "[]" },
        parts: { create: { number: 0, key: due.key, label: due.label, machineKey: due.machineKey, state: "intended" } },
      },
    });
    await hold(tx, siteId, id, holds);
    const endsAt = new Date(siteClock.now() + AGAIN_MS);
    await tx.operation.update({ where: { id: due.operationId }, data: { endsAt } });
    const detail = { verb: "unhide", label: due.label, reason, keys: [due.key] };
    await appendAudit(tx, { siteId, at: clock.now(), ...own, action: "operation.intended", subject: id, detail });
  });
  return id;
}
