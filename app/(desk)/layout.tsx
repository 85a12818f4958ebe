import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { getRuntime } from "@/lib/collector/runtime";
import { readActor } from "./require-actor";

/** The frame around every page of a signed-in person. Each page asks for the person again: a layout is not rendered each time. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await readActor();
  // Each page sends people to sign in by itself: only it knows where to come back to.
  if (!actor) return children;
  const { name, role } = actor;
  const { site, practice } = getRuntime();
  return <Shell facts={{ me: { name, role }, siteName: site.siteName, practice: practice !== null }}>{children}</Shell>;
}
