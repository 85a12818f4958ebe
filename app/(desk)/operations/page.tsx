import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { OperationsView } from "@/components/operation/operations-view";
import { routes } from "@/components/routes";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.operations, await searchParams));
  return (
    <NuqsAdapter>
      <OperationsView />
    </NuqsAdapter>
  );
}
