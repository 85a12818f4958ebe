import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { PeopleView } from "@/components/people/people-view";
import { routes } from "@/components/routes";
import { Forbidden } from "@/components/shell/forbidden";
import { can } from "@/lib/domain/role";
import { requireActor } from "../require-actor";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const { role } = await requireActor(routes.people);
  if (!can(role, "manage-people")) return <Forbidden title="People" permission="manage-people" role={role} />;
  return (
    <NuqsAdapter>
      <PeopleView />
    </NuqsAdapter>
  );
}
