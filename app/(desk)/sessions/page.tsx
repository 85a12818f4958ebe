import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { routes } from "@/components/routes";
import { SessionsView } from "@/components/session/sessions-view";
import { requireActor } from "../require-actor";
import { type SearchParams, withSearch } from "../with-search";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireActor(withSearch(routes.sessions, await searchParams));
  return (
    <NuqsAdapter>
      <SessionsView />
    </NuqsAdapter>
  );
}
