import type { Actor } from "@/lib/audit/actor";
import { DeskError } from "@/lib/errors";
import { mintActor } from "./mint-actor";

/**
 * Whoever can run programs in Ghostdesk's own folder: they could change the database itself, so they count as
 * administrators, and the audit says that it was done here.
 */
export function localActor(siteId: string): Actor {
  const actor = mintActor({ name: "command-line", role: "admin", siteId }, "local");
  if (!actor) throw new DeskError("internal", "The role admin is not known.");
  return actor;
}
