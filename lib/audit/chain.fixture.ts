import type { Desk } from "@/lib/desk/client";
import { TEST_SEAL } from "@/lib/desk/temporary-desk.fixture";
import type { Anchor } from "./anchor";
import { type AuditRecord, appendAudit } from "./append";
import { keyIdOf } from "./key-file";
import { type ChainReport, verifyChain } from "./verify-chain";

export const AT = Date.parse("2026-11-21T10:00:00.123Z");

export function record(subject: string, more: Partial<AuditRecord> = {}): AuditRecord {
  return {
    ...{ siteId: "s", at: AT, actor: "Zoë", kind: "person", role: "admin", action: "account.add", subject },
    ...{ detail: { text: "Ünal 語 😀" } },
    ...more,
  };
}

export async function append(desk: Desk, ...records: readonly AuditRecord[]): Promise<void> {
  for (const each of records) {
    await desk.$transaction((tx) => appendAudit(tx, each), { isolationLevel: "Serializable" });
  }
}

/** Takes away what keeps the table from being changed, as somebody with the database in hand could. */
export async function unlock(desk: Desk): Promise<void> {
  await desk.$executeRawUnsafe('DROP TRIGGER "AuditEntry_no_update"');
  await desk.$executeRawUnsafe('DROP TRIGGER "AuditEntry_no_delete"');
}

/** The anchor as it is written after the last entry. */
export async function anchorOf(desk: Desk, siteId = "s"): Promise<Anchor | null> {
  const last = await desk.auditEntry.findFirst({ where: { siteId }, orderBy: { id: "desc" } });
  return last?.mac ? { keyId: keyIdOf(TEST_SEAL.key), id: last.id, mac: last.mac } : null;
}

export function verify(desk: Desk, anchor: Anchor | null, key = TEST_SEAL.key): Promise<ChainReport> {
  return verifyChain(desk, "s", { key, anchor });
}
