import { headers } from "next/headers";
import type { Actor } from "@/lib/audit/actor";
import { getRuntime } from "@/lib/collector/runtime";
import { identify } from "./identify";

/** Who is looking at the page that is being rendered, or null: the page then sends them to sign in. */
export async function currentActor(): Promise<Actor | null> {
  return identify(getRuntime(), await headers());
}
