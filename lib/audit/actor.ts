import { can, type Permission, type Role } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";

/** `person`: signed in with a browser. `token`: a script. `local`: somebody at the machine itself, or Ghostdesk. */
export type ActorKind = "person" | "token" | "local";

declare const proven: unique symbol;

/**
 * Who is acting, proven: only lib/auth makes one, after it checked a cookie or a token (a test sees to that). Whoever
 * takes an Actor needs no other proof of identity, and none of permission but `requirePermission`.
 */
export interface Actor {
  readonly [proven]: true;
  readonly name: string;
  readonly role: Role;
  readonly kind: ActorKind;
  readonly siteId: string;
}

const MAY: Record<Permission, string> = {
  read: "see this",
  export: "export",
  "work-ghosts": "work on ghosts",
  "act-on-sessions": "act on sessions",
  "restart-agents": "restart the broker agent of a server",
  "act-in-bulk": "act on several sessions at once",
  "act-on-machines": "change maintenance mode or power of a machine",
  "act-on-leases": "act on leases",
  "manage-people": "manage people and tokens",
  "manage-settings": "change settings",
  "run-practice": "run the practice site",
};

/** Throws DeskError `forbidden` with a sentence that names the role, unless the actor's role includes the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (can(actor.role, permission)) return;
  throw new DeskError("forbidden", `Your role (${actor.role}) may not ${MAY[permission]}.`);
}
