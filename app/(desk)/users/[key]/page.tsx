import type { Metadata } from "next";
import { CallerView } from "@/components/caller/caller-view";
import { routes } from "@/components/routes";
import { requireActor } from "../../require-actor";

export const metadata: Metadata = { title: "Caller" };

export default async function CallerPage({ params }: { params: Promise<{ key: string }> }) {
  const key = decodeURIComponent((await params).key);
  await requireActor(routes.user(key));
  return <CallerView userKey={key} />;
}
