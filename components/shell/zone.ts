"use client";

import { useSyncExternalStore } from "react";
import { isZone } from "../ui/time-format";
import { useStored } from "../ui/use-stored";

/** In whose time the pages are written. */
export const ZONE_CHOICES = ["mine", "site", "utc"] as const;
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

function parseChoice(stored: unknown): ZoneChoice {
  return ZONE_CHOICES.find((choice) => choice === stored) ?? "mine";
}

/** The chosen zone, by its IANA name, and how to choose another. A site that does not tell its zone is shown in the viewer's. */
export function useZoneChoice(siteZone: string | null) {
  const [choice, choose] = useStored("ghostdesk.zone", parseChoice);
  const mine = useViewerZone();
  const known = siteZone !== null && isZone(siteZone) ? siteZone : null;
  const zones: Record<ZoneChoice, string> = { mine, site: known ?? mine, utc: "UTC" };
  return { choice, zone: zones[choice], mine, siteZone: known, choose };
}

/** The browser's own zone; UTC while the server renders, which cannot know it. */
function useViewerZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
