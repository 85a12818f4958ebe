import type { ReactNode } from "react";
import { routes } from "@/components/routes";
import { Shell } from "@/components/shell/shell";
import { getRuntime } from "@/lib/collector/runtime";
import { requireActor } from "./require-actor";

/** The frame around every page of a signed-in person. Each page asks for the person again: a layout is not rendered each time. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { name, role } = await requireActor(routes.find);
  const { site, practice } = getRuntime();
  return <Shell facts={{ me: { name, role }, siteName: site.siteName, practice: practice !== null }}>{children}</Shell>;
}
