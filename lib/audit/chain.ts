import { createHmac } from "node:crypto";

/** The texts and the time of one entry, as the columns of AuditEntry hold them. */
export interface SealedEntry {
  readonly siteId: string;
  readonly at: Date;
  readonly actor: string;
  readonly kind: string;
  readonly role: string;
  readonly action: string;
  readonly subject: string;
  /** JSON. */
  readonly detail: string;
}

/** An entry as the next one refers to it; `mac` is null on entries from before there was a chain. */
export interface Link {
  readonly id: number;
  readonly mac: string | null;
}

/** What the very first entry of a site follows. */
export const NO_LINK: Link = { id: 0, mac: null };

/**
 * The mac of an entry: the id of the one before it, a dot, and HMAC-SHA256 over that entry's id and mac and over each of this one's
 * texts. So nothing of an entry can be changed, left out or moved without the key, and the id names what was left out.
 */
export function macOf(key: Uint8Array, before: Link, entry: SealedEntry): string {
  const { siteId, at, actor, kind, role, action, subject, detail } = entry;
  // A list of texts in JSON: one way to write it, and no two entries are written alike.
  const text = JSON.stringify([
    ...[before.id, before.mac, siteId, at.toISOString()],
    ...[actor, kind, role, action, subject, detail],
  ]);
  return `${before.id}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

/** The id of the entry that this mac follows; null where the text is no mac. */
export function idBefore(mac: string): number | null {
  const id = /^(0|[1-9]\d{0,9})\.[\w-]{43}$/.exec(mac)?.[1];
  return id === undefined ? null : Number(id);
}
