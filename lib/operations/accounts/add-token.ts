import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AccountName } from "@/lib/api/contract/people";
import { requirePermission } from "@/lib/audit/actor";
import { change } from "@/lib/audit/change";
import { nameKeyOf } from "@/lib/auth/scope";
import { hashSecret, makeApiToken } from "@/lib/auth/secret";
import { ROLES } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { parseInput } from "../parse-input";
import type { AccountsScope } from "./accounts-scope";

const Input = z.object({ name: AccountName, role: z.enum(ROLES) });

/**
 * Makes a token for scripts and returns it: it is shown this once and stored as a hash. The name of a revoked token may be
 * used again. Throws `forbidden`, `invalid`, or `conflict` where a token in use has the name.
 */
export async function addToken(scope: AccountsScope, input: unknown): Promise<string> {
  const { actor, clock } = scope;
  requirePermission(actor, "manage-people");
  const { name, role } = parseInput(Input, input);
  const token = makeApiToken();
  return change({ ...scope, permission: "manage-people", action: "token.add" }, async (tx) => {
    const siteId = actor.siteId;
    const nameKey = nameKeyOf(name);
    const taken = await tx.apiToken.findUnique({ where: { siteId_nameKey: { siteId, nameKey } } });
    if (taken && !taken.revokedAt) throw new DeskError("conflict", `There is a token named ${taken.name} already.`);
    if (taken) await tx.apiToken.delete({ where: { id: taken.id } });
    const createdAt = new Date(clock.now());
    const tokenHash = hashSecret(token);
    await tx.apiToken.create({
      data: { id: randomUUID(), siteId, name, nameKey, role, tokenHash, createdAt, createdBy: actor.name },
    });
    return { result: token, record: { subject: name, detail: { role } } };
  });
}
