import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { routes } from "@/components/routes";
import { ServersView } from "@/components/server/servers-view";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Servers" };

export default async function ServersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.servers, await searchParams));
  return (
    <NuqsAdapter>
      <ServersView />
    </NuqsAdapter>
  );
}
