import { startOperation as endpoint, type OperationBody } from "@/lib/api/contract/operations";
import { requirePermission } from "@/lib/audit/actor";
import { readActionSettings } from "@/lib/collector/action-settings";
import type { ActionSettings } from "@/lib/domain/operation/settings";
import { VERBS } from "@/lib/domain/operation/verbs";
import { DeskError } from "@/lib/errors";
import { parseInput } from "../parse-input";
import { findSame, writeIntent } from "./intent";
import { requireFree } from "./locks";
import { prepare } from "./prepare";
import type { Prepared } from "./prepared";
import { digestOf } from "./preview-operation";
import { type PreviewToken, readPreview } from "./preview-token";
import type { OperationScope } from "./scope";

const KEY_LENGTH_MAX = 200;

/** A preview that somebody says yes to. */
export interface Confirmed {
  readonly preview: PreviewToken;
  readonly body: OperationBody;
  readonly requestKey: string;
}

/**
 * Writes the intent of what a preview showed, has it begun, and returns its id at once. The same key or preview again is the same
 * operation. Throws `forbidden`, `invalid`, `conflict` (what it touches has changed, the preview is too old, or another operation is
 * under way there: then with its id), `limited` where a cap is reached.
 */
export async function startOperation(
  scope: OperationScope,
  input: unknown,
  requestKey: string | null,
): Promise<string> {
  requirePermission(scope.actor, "act-on-sessions");
  const confirmed = readConfirmed(scope, input, requestKey);
  const { verb } = confirmed.preview.asked;
  requirePermission(scope.actor, VERBS[verb].permission);
  const known = await findSame(scope.desk, scope.actor, confirmed);
  if (known !== null) return known;
  try {
    return await startNew(scope, confirmed);
  } catch (error) {
    // The same request, at once through another process, may be what stands in the way.
    const made =
      error instanceof DeskError && error.code === "conflict"
        ? await findSame(scope.desk, scope.actor, confirmed)
        : null;
    if (made !== null) return made;
    throw error;
  }
}

async function startNew(scope: OperationScope, confirmed: Confirmed): Promise<string> {
  const settings = await readActionSettings(scope.desk, scope.actor.siteId);
  requireTicket(settings, confirmed.body);
  const prepared = await prepareAsShown(scope, confirmed.preview, settings);
  // Most of many at once are turned away here; the transaction asks again.
  await requireFree(scope.desk, scope.actor.siteId, prepared);
  const { id, isNew } = await scope.operations.inTurn(() => writeIntent(scope, confirmed, prepared));
  if (isNew) scope.operations.begin(id);
  return id;
}

function readConfirmed({ actor, operations }: OperationScope, input: unknown, requestKey: string | null): Confirmed {
  const body = parseInput(endpoint.body, input);
  if (!requestKey || requestKey.length > KEY_LENGTH_MAX) {
    throw new DeskError("invalid", "An Idempotency-Key header of 1 to 200 characters is needed.", {
      field: "Idempotency-Key",
    });
  }
  return { body, requestKey, preview: readPreview(operations.previewKey, body.token, actor) };
}

function requireTicket({ ticketRequired }: ActionSettings, { ticket }: OperationBody): void {
  if (!ticketRequired || ticket) return;
  throw new DeskError("invalid", "A ticket number is needed.", { field: "ticket" });
}

async function prepareAsShown(
  scope: OperationScope,
  preview: PreviewToken,
  settings: ActionSettings,
): Promise<Prepared> {
  if (scope.clock.now() >= preview.expiresAt) {
    throw new DeskError("conflict", "This preview is too old. Look at it again.", { field: "token" });
  }
  const prepared = await prepare(scope, preview.asked, settings).catch((error) => {
    if (error instanceof DeskError && error.code === "not-found") {
      throw new DeskError("conflict", error.message, { field: "token", cause: error });
    }
    throw error;
  });
  if (digestOf(preview.asked, prepared) === preview.digest) return prepared;
  throw new DeskError("conflict", "What it touches has changed since it was shown. Look at it again.", {
    field: "token",
  });
}
