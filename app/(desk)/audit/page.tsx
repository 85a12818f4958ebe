import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { AuditView } from "@/components/audit/audit-view";
import { routes } from "@/components/routes";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.audit, await searchParams));
  return (
    <NuqsAdapter>
      <AuditView />
    </NuqsAdapter>
  );
}
