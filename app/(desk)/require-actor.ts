import { redirect } from "next/navigation";
import { cache } from "react";
import { signInRoute } from "@/components/routes";
import type { Actor } from "@/lib/audit/actor";
import { currentActor } from "@/lib/http/current-actor";

/** Once per request, though the layout and the page both ask. */
export const readActor = cache(currentActor);

/** Who looks at the page. Nobody: they are sent to sign in, and come back to `returnTo` afterwards. */
export async function requireActor(returnTo: string): Promise<Actor> {
  return (await readActor()) ?? redirect(signInRoute(returnTo));
}
