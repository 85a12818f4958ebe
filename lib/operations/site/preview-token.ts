import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { PreviewBody } from "@/lib/api/contract/operations";
import type { Actor } from "@/lib/audit/actor";
import { DeskError } from "@/lib/errors";

/**
 * A preview in the hands of the person who saw it: what was asked, a digest of what was shown, and until when it holds, signed. It is
 * no secret and grants nothing by itself: starting an operation asks for every permission again.
 */
const Content = z.strictObject({
  id: z.string(),
  actor: z.string(),
  siteId: z.string(),
  asked: PreviewBody,
  digest: z.string(),
  expiresAt: z.number(),
});
export type PreviewToken = z.infer<typeof Content>;

export const TOKEN_MS = 2 * 60_000;

export function signPreview(key: Uint8Array, content: Omit<PreviewToken, "id">): string {
  const body = Buffer.from(JSON.stringify({ id: randomUUID(), ...content })).toString("base64url");
  return `${body}.${macOf(key, body)}`;
}

/** Throws `conflict` where it was not made by this start of the program, `forbidden` where it was shown to somebody else. */
export function readPreview(key: Uint8Array, token: string, actor: Actor): PreviewToken {
  const [body = "", mac = ""] = token.split(".");
  const [given, right] = [Buffer.from(mac), Buffer.from(macOf(key, body))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw new DeskError("conflict", "This preview does not hold any more. Look at it again.", { field: "token" });
  }
  const content = Content.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
  if (content.actor === actor.name && content.siteId === actor.siteId) return content;
  throw new DeskError("forbidden", "This preview was made for somebody else.", { field: "token" });
}

function macOf(key: Uint8Array, body: string): string {
  return createHmac("sha256", key).update(body).digest("base64url");
}
