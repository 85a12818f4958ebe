import type { Metadata } from "next";
import { routes } from "@/components/routes";
import { ServerView } from "@/components/server/server-view";
import { requireActor } from "../../require-actor";

export const metadata: Metadata = { title: "Server" };

export default async function ServerPage({ params }: { params: Promise<{ key: string }> }) {
  const key = decodeURIComponent((await params).key);
  await requireActor(routes.server(key));
  return <ServerView serverKey={key} />;
}
