import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { LeasesView } from "@/components/lease/leases-view";
import { routes } from "@/components/routes";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Leases" };

export default async function LeasesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.leases, await searchParams));
  return (
    <NuqsAdapter>
      <LeasesView />
    </NuqsAdapter>
  );
}
