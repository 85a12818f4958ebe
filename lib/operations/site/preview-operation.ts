import { createHash } from "node:crypto";
import { previewOperation as endpoint, type PreviewBody, type PreviewResponse } from "@/lib/api/contract/operations";
import { requirePermission } from "@/lib/audit/actor";
import { readActionSettings } from "@/lib/collector/action-settings";
import { VERBS } from "@/lib/domain/operation/verbs";
import { parseInput } from "../parse-input";
import { capOf } from "./cap";
import { requireFree } from "./locks";
import { prepare } from "./prepare";
import type { Prepared } from "./prepared";
import { signPreview, TOKEN_MS } from "./preview-token";
import type { OperationScope } from "./scope";

/**
 * What an operation would touch and lose, and a token to do exactly that. Throws `forbidden`, `invalid`, `not-found`, or `conflict` with
 * the reason where it is ruled out or another one is under way there.
 */
export async function previewOperation(scope: OperationScope, input: unknown): Promise<PreviewResponse> {
  const { actor, clock, operations, desk } = scope;
  requirePermission(actor, "act-on-sessions");
  const asked = parseInput(endpoint.body, input);
  requirePermission(actor, VERBS[asked.verb].permission);
  const settings = await readActionSettings(desk, actor.siteId);
  const prepared = await prepare(scope, asked, settings);
  await requireFree(desk, actor.siteId, prepared);
  const cap = await capOf(desk, { actor, clock }, prepared, settings);
  const expiresAt = clock.now() + TOKEN_MS;
  const content = { actor: actor.name, siteId: actor.siteId, asked, digest: digestOf(asked, prepared), expiresAt };
  return {
    token: signPreview(operations.previewKey, content),
    expiresAt: new Date(expiresAt).toISOString(),
    verb: prepared.verb,
    target: { kind: prepared.kind, label: prepared.label },
    touches: [...prepared.touches],
    touchesTotal: prepared.touchesTotal,
    warnings: [...(cap ? [cap.sentence] : []), ...staleSentence(scope), ...prepared.warnings],
    undo: prepared.undo,
    ticketNeeded: settings.ticketRequired,
  };
}

/** Where it changes, what was shown does not hold any more. */
export function digestOf(asked: PreviewBody, { shown, params, acts, ghosts }: Prepared): string {
  const bound = [asked.verb, params, acts.map(({ key }) => key), ghosts.map(({ id }) => id).sort(), shown];
  return createHash("sha256").update(JSON.stringify(bound)).digest("base64url");
}

function staleSentence({ site }: OperationScope): string[] {
  const monitor = site.sourcesNow().find(({ name }) => name === "monitor");
  if (!monitor || monitor.state === "ok" || monitor.state === "slow") return [];
  return ["The site's tables cannot be read now: what is shown here is older than it should be."];
}
