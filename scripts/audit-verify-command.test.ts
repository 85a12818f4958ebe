import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { appendAudit } from "@/lib/audit/append";
import { openAuditedDesk } from "@/lib/audit/open";
import { migrateDesk } from "@/lib/desk/migrate";
import { readEnvironment } from "@/lib/env";
import { log } from "@/lib/log";
import { verifyAudit } from "./audit-verify-command";

let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-verify-"));
  environment = { GHOSTDESK_DATA: folder, GHOSTDESK_MONITOR_DATABASE_URL: "file:/nowhere.db" };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a running Ghostdesk has: two entries, the database open, the anchor behind them once it is closed. */
async function openRunning() {
  const { deskUrl, auditKeyFile, siteId } = readEnvironment(environment);
  await migrateDesk(deskUrl);
  const audited = await openAuditedDesk(deskUrl, auditKeyFile);
  const record = { siteId, at: 0, actor: "a", kind: "local", role: "admin", action: "x.y", detail: {} } as const;
  await audited.desk.$transaction(async (tx) => {
    await appendAudit(tx, { ...record, subject: "one" });
    await appendAudit(tx, { ...record, subject: "two" });
  });
  return audited;
}

const WHOLE = "2 entries checked: each is what was written, and none is missing.";

it("says that the audit is whole, beside a running Ghostdesk and after it", async () => {
  const running = await openRunning();
  const head = "The audit of site is whole.";
  const noEnd = "Its end is not remembered outside the database, so that entries cut off there would not show.";
  expect(await verifyAudit(environment)).toEqual({ whole: true, lines: [head, `${WHOLE} ${noEnd}`] });
  await running.close();
  expect(await verifyAudit(environment)).toEqual({ whole: true, lines: [head, WHOLE] });
});

it("says where it is broken", async () => {
  const running = await openRunning();
  await running.close();
  const again = await openRunning();
  const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await again.desk.$executeRawUnsafe('DROP TRIGGER "AuditEntry_no_delete"');
  await again.desk.$executeRawUnsafe('DELETE FROM "AuditEntry" WHERE "id" = 2');
  await again.close();
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
  expect(await verifyAudit(environment)).toEqual({
    whole: false,
    lines: [
      "The audit of site is BROKEN.",
      "Something is missing right before entry 3. What comes after it proves nothing.",
    ],
  });
});

it("says that there is nothing to check, or nothing to check it with", async () => {
  const desk = path.join(folder, "desk.db");
  expect(await verifyAudit(environment)).toEqual({
    whole: false,
    lines: [`There is no audit: ${desk} does not exist.`],
  });
  writeFileSync(desk, "");
  const lines = [`Nothing can be checked: the audit's key ${path.join(folder, "audit.key")} does not exist.`];
  expect(await verifyAudit(environment)).toEqual({ whole: false, lines });
});
