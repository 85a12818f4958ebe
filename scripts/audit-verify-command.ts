import { existsSync } from "node:fs";
import { verifyOnce } from "@/lib/audit/chain-watch";
import { chainSentence } from "@/lib/audit/chain-words";
import { readAuditKey } from "@/lib/audit/key-file";
import { openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { sqlitePath } from "@/lib/desk/sqlite-file";
import { readEnvironment } from "@/lib/env";

/** What `npm run audit:verify` says, a line each. */
export interface Verified {
  readonly whole: boolean;
  readonly lines: readonly string[];
}

/** Reads the whole audit of the site that the environment means, beside a running Ghostdesk or without one. Throws as readEnvironment does. */
export async function verifyAudit(environment: Readonly<Record<string, string | undefined>>): Promise<Verified> {
  const { deskUrl, siteId, auditKeyFile: keyFile } = readEnvironment(environment);
  if (deskUrl.startsWith("file:") && !existsSync(sqlitePath(deskUrl))) {
    return { whole: false, lines: [`There is no audit: ${sqlitePath(deskUrl)} does not exist.`] };
  }
  const key = await readAuditKey(keyFile);
  if (!key) return { whole: false, lines: [`Nothing can be checked: the audit's key ${keyFile} does not exist.`] };
  await migrateDesk(deskUrl);
  const desk = openDesk(deskUrl);
  try {
    const report = await verifyOnce({ desk, siteId, key, keyFile });
    const head = report.broken ? `The audit of ${siteId} is BROKEN.` : `The audit of ${siteId} is whole.`;
    return { whole: report.broken === null, lines: [head, chainSentence(report)] };
  } finally {
    await desk.$disconnect();
  }
}
