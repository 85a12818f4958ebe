import { auditSealOf, type DeskBinding } from "@/lib/desk/audit-seal";
import type { DeskTransaction } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import type { ActorKind } from "./actor";
import { type Link, macOf, NO_LINK, type SealedEntry } from "./chain";

/** One thing that was done, asked for or refused, as the audit keeps it. */
export interface AuditRecord {
  readonly siteId: string;
  /** Wall clock. */
  readonly at: Instant;
  readonly actor: string;
  readonly kind: ActorKind;
  readonly role: string;
  /** noun.verb, such as operation.intended; at most 64 characters. */
  readonly action: string;
  /** Whom or what it was done to; cut after 255 characters. */
  readonly subject: string;
  /** What else there is to know: JSON, never a secret. */
  readonly detail: Readonly<Record<string, unknown>>;
}

const SUBJECT_MAX = 255;

/**
 * Adds an entry to the end of its site's chain. The only place where the audit is written. Call it inside the serializable
 * transaction of what it tells, as late as possible: until the end of that transaction nobody else can add to the chain. Several
 * entries in one transaction are several calls, one after the other. Throws DeskError `internal` where the desk was opened
 * without the audit's key (see openAudit).
 */
export async function appendAudit(tx: DeskTransaction, record: AuditRecord): Promise<void> {
  const { seal, dialect } = auditSealOf(tx);
  const before = await readLast(tx, dialect, record.siteId);
  const entry = toEntry(record);
  await tx.auditEntry.create({ data: { ...entry, mac: macOf(seal.key, before, entry) }, select: { id: true } });
  seal.added(record.siteId);
}

/** The last entry, which stays the last one until this transaction ends. */
async function readLast(tx: DeskTransaction, dialect: DeskBinding["dialect"], siteId: string): Promise<Link> {
  switch (dialect) {
    case "sqlite": {
      // A transaction of ours holds the file's write lock from its first statement on.
      const last = { where: { siteId }, orderBy: { id: "desc" }, select: { id: true, mac: true } } as const;
      return (await tx.auditEntry.findFirst(last)) ?? NO_LINK;
    }
    case "sqlserver": {
      // Two that read with shared locks would deadlock when both of them write; with an update lock the second one waits.
      const rows = await tx.$queryRaw<Link[]>`
        SELECT TOP (1) [id], [mac] FROM [ghostdesk].[AuditEntry] WITH (UPDLOCK, HOLDLOCK)
        WHERE [siteId] = ${siteId} ORDER BY [id] DESC`;
      return rows[0] ?? NO_LINK;
    }
  }
}

function toEntry({ siteId, at, actor, kind, role, action, subject, detail }: AuditRecord): SealedEntry {
  return {
    ...{ siteId, at: new Date(at), actor: storable(actor), kind, role, action },
    subject: storable(subject.slice(0, SUBJECT_MAX)),
    detail: JSON.stringify(detail),
  };
}

/** What both databases give back as it was stored: SQLite ends a text at a zero, and neither keeps half a character. JSON escapes both. */
function storable(text: string): string {
  return text.replaceAll("\0", "\u{fffd}").replaceAll(/[\ud800-\udfff]/gu, "\u{fffd}");
}
