/** Roles of the console, from least to most; each may do all that the ones before it may. */
export const ROLES = ["viewer", "desk", "engineer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a role may do, each with the least role that may. The server's check and every disabled control read this table. */
export const LEAST_ROLE = {
  read: "viewer",
  export: "viewer",
  "work-ghosts": "desk",
  "act-on-sessions": "desk",
  "restart-agents": "desk",
  "act-in-bulk": "engineer",
  "act-on-machines": "engineer",
  "act-on-leases": "engineer",
  "manage-people": "admin",
  "manage-settings": "admin",
  "run-practice": "admin",
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof LEAST_ROLE;

export function can(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}
