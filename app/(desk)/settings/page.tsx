import type { Metadata } from "next";
import { routes } from "@/components/routes";
import { SettingsView } from "@/components/settings/settings-view";
import { requireActor } from "../require-actor";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireActor(routes.settings);
  return <SettingsView />;
}
