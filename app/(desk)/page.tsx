import type { Metadata } from "next";
import { FindView } from "@/components/find/find-view";
import { routes } from "@/components/routes";
import { requireActor } from "./require-actor";

export const metadata: Metadata = { title: "Find" };

export default async function FindPage() {
  await requireActor(routes.find);
  return <FindView />;
}
