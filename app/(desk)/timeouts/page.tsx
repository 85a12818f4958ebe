import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { routes } from "@/components/routes";
import { TimeoutsView } from "@/components/timeouts/timeouts-view";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Timeouts" };

export default async function TimeoutsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.timeouts, await searchParams));
  return (
    <NuqsAdapter>
      <TimeoutsView />
    </NuqsAdapter>
  );
}
