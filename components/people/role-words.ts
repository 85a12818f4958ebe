import { ROLES, type Role } from "@/lib/domain/role";

/** What each role may do, in a few words. */
export const ROLE_MEANING: Record<Role, string> = {
  viewer: "reads everything, exports",
  desk: "also repairs sessions",
  engineer: "also changes machines and rules",
  admin: "also people and settings",
};

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: `${role} – ${ROLE_MEANING[role]}` }));
