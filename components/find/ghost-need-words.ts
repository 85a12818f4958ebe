import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import type { OPEN_STATES } from "@/lib/domain/ghost/classes";
import { INCIDENT_STATE } from "../ghost/ghost-words";
import { formatInstant } from "../ui/time-format";
import { formatNumber } from "../words";

/** `12 confirmed, 38 suspect`; the open ones alone. */
export function openWords(byState: GhostsResponse["byState"]): string {
  const order = [
    "confirmed",
    "returned",
    "acting",
    "suspect",
  ] as const satisfies readonly (typeof OPEN_STATES)[number][];
  return order
    .flatMap((state) => {
      const count = byState[state] ?? 0;
      return count === 0 ? [] : [`${formatNumber(count)} ${INCIDENT_STATE[state].label.toLowerCase()}`];
    })
    .join(", ");
}

/**
 * A site without ghosts, and since when: a good state. `lost`: the site cannot be read, so that nothing is known of now.
 * Times by the clock of `zone`; `now` in site time.
 */
export function noGhostsWords(
  { emptySince, asOf }: Pick<GhostsResponse, "emptySince" | "asOf">,
  lost: boolean,
  now: number,
  zone: string,
): string {
  const at = (instant: string) => formatInstant(Date.parse(instant), now, zone);
  if (lost) return `No ghosts were known at ${at(asOf)}, when the site was last read`;
  return emptySince === null ? `No ghosts at ${at(asOf)}` : `No ghosts since ${at(emptySince)}`;
}
