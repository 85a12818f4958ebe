import { isOpen } from "@/lib/domain/ghost/classes";
import type { Incident } from "@/lib/domain/ghost/incident";

/** Why nobody can work on one that ended; null where it is open. */
export function endedSentence({ state, dismissed }: Incident): string | null {
  if (isOpen(state)) return null;
  if (state !== "dismissed") return "This ghost is gone: there is nothing left to work on.";
  const by = dismissed ? ` by ${dismissed.by}` : "";
  return `This was dismissed${by} as no ghost. Reopen it first.`;
}
