import { type AuditRecord, appendAudit } from "@/lib/audit/append";
import { serializable } from "@/lib/desk/serializable";
import { networkOf } from "./failed-sign-ins";
import type { RefusalBudget } from "./refusal-budget";
import type { AuthScope } from "./scope";

/** Why somebody was not let in, as the audit keeps it; the person is told one and the same sentence. */
export type Refusal =
  | "unknown-account"
  | "wrong-password"
  | "disabled-account"
  | "demo-account"
  | "changed-meanwhile"
  | "limited";
export type SignOutReason = "signed-out" | "signed-in-anew";

interface Attempt {
  readonly account: string;
  readonly address: string;
}

const NAME_MAX = 64;

/** What an entry about somebody's own sign-in says of them. */
export function signedInAs({ siteId, clock }: AuthScope, { name, role }: { name: string; role: string }) {
  return { siteId, at: clock.now(), actor: name, kind: "person", role, subject: name } as const;
}

export function fromWhere({ address }: Attempt): AuditRecord["detail"] {
  return { address };
}

/**
 * Writes down that somebody was refused, within the budget. Who it was is not proven: the name is the account's or, where there is none
 * (`known` null), what was typed, and the role is `none`.
 */
export async function auditRefusal(
  { desk, siteId, clock }: AuthScope,
  budget: RefusalBudget,
  attempt: Attempt,
  known: string | null,
  why: Refusal,
): Promise<void> {
  const { write, omitted } = budget.take(why === "limited" ? networkOf(attempt.address) : null);
  if (!write && !omitted) return;
  const name = known ?? attempt.account.trim().slice(0, NAME_MAX);
  const nobody = { siteId, at: clock.now(), kind: "person", role: "none" } as const;
  await serializable(desk, async (tx) => {
    if (omitted) {
      const detail = { ...omitted, from: new Date(omitted.from).toISOString(), to: new Date(omitted.to).toISOString() };
      await appendAudit(tx, { ...nobody, actor: "several", action: "sign-in.omitted", subject: "several", detail });
    }
    if (!write) return;
    const detail = { why, ...fromWhere(attempt) };
    await appendAudit(tx, { ...nobody, actor: name, action: "sign-in.refused", subject: name, detail });
  });
}
