import { describe, expect, it } from "vitest";
import { can, LEAST_ROLE, type Permission, ROLES, type Role } from "./role";

/** The roles of the console as they were decided, written out: a change of the table has to be a change here too. */
const MAY: Record<Permission, readonly Role[]> = {
  read: ["viewer", "desk", "engineer", "admin"],
  export: ["viewer", "desk", "engineer", "admin"],
  "work-ghosts": ["desk", "engineer", "admin"],
  "act-on-sessions": ["desk", "engineer", "admin"],
  "restart-agents": ["desk", "engineer", "admin"],
  "act-in-bulk": ["engineer", "admin"],
  "act-on-machines": ["engineer", "admin"],
  "act-on-leases": ["engineer", "admin"],
  "manage-people": ["admin"],
  "manage-settings": ["admin"],
  "run-practice": ["admin"],
};

describe("what a role may", () => {
  it.each(Object.entries(MAY) as [Permission, readonly Role[]][])("%s: %j", (permission, roles) => {
    expect(ROLES.filter((role) => can(role, permission))).toEqual(roles);
  });

  it("is written out for every permission", () => {
    expect(Object.keys(LEAST_ROLE).sort()).toEqual(Object.keys(MAY).sort());
  });
});
