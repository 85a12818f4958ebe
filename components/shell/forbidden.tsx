import { LEAST_ROLE, type Permission, type Role } from "@/lib/domain/role";
import { EmptyState } from "../ui/empty-state";
import { PageTitle } from "./page-title";

/** A page that this role may not see: says which role may. */
export function Forbidden({ title, permission, role }: { title: string; permission: Permission; role: Role }) {
  return (
    <>
      <PageTitle title={title} />
      <EmptyState kind="forbidden" title={`This page needs the role ${LEAST_ROLE[permission]}.`}>
        You are signed in as {role}. Somebody with the role admin can change that.
      </EmptyState>
    </>
  );
}
