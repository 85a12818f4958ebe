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

/** An operation's session that is hidden past its time. */
interface Due {
  readonly operationId: string;
  readonly key: string;
  readonly label: string;
  readonly machineKey: string | null;
}

export async function lookAfterHidden(scope: RunScope, begin: (operationId: string) => void): Promise<void> {
  if (!scope.reach.sdk) return;
  const { desk, siteId, siteClock } = scope;
  const due = await desk.operation.findMany({
    where: { siteId, verb: "hide", state: "verified", endsAt: { lte: new Date(siteClock.now()) } },
    include: { parts: true },
    take: 20,
  });
  for (const { id, parts } of due) {
    for (const { key, label, machineKey } of parts) {
      const ended = await endHiding(scope, { operationId: id, key, label, machineKey }).catch((error) => {
        if (!(error instanceof DeskError)) throw error;
        log.debug({ event: "hidden.unreadable", operation: id, reason: describeError(error) });
        return null;
      });
      if (ended) begin(ended);
    }
  }
}

/** Id of the operation that shows it again; null where it stays as it is. */
async function endHiding(scope: RunScope, due: Due): Promise<string | null> {
  const sdk = requireSdk(scope);
  const session = await sdk.session(due.key);
  if (session === null || !session.hidden) {
    await scope.desk.operation.update({ where: { id: due.operationId }, data: { endsAt: null } });
    return null;
  }
  if (due.machineKey === null) return null;
  const user = fold(session.userName ?? session.untrustedUserName ?? "");
  const listed = (await sdk.windowsSessions(due.machineKey)).filter((each) => fold(each.user ?? "") === user).length;
  // Shown again, a ghost would keep its user out. The server lists this one only if it lists more than the user's other sessions there.
  if (user === "" || listed <= countOthers(scope, due, user)) return null;
  return writeUnhide(scope, due);
}

/** The same person's other sessions on that machine: somebody who was given a new one may well have it there. */
function countOthers({ site }: RunScope, { key, machineKey }: Due, user: string): number {
  const snapshot = site.current();
  if (!snapshot || machineKey === null) return Number.POSITIVE_INFINITY;
  const others = [...snapshot.sessionKeysOnMachine(machineKey)].filter((each) => each !== key);
  return others.filter((each) => fold(snapshot.sessions.get(each)?.user ?? "") === user).length;
}

const fold = (name: string) => name.toLowerCase();

/** Ghostdesk's own intent, in the place of a person's. */
async function writeUnhide({ desk, siteId, clock }: RunScope, due: Due): Promise<string> {
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
    await tx.operation.update({ where: { id: due.operationId }, data: { endsAt: null } });
    const detail = { verb: "unhide", label: due.label, reason, keys: [due.key] };
    await appendAudit(tx, { siteId, at: clock.now(), ...own, action: "operation.intended", subject: id, detail });
  });
  return id;
}
