import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { GhostsView } from "@/components/ghost/ghosts-view";
import { routes } from "@/components/routes";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Ghosts" };

export default async function GhostsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.ghosts, await searchParams));
  return (
    <NuqsAdapter>
      <GhostsView />
    </NuqsAdapter>
  );
}
