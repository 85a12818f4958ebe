"use client";

import { useZone } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import type { Ghost } from "./ghost-sentence";
import { ghostTicket } from "./ghost-ticket";

/** The evidence as text for a ticket, in the zone that the page tells. */
export function CopyEvidence({ ghost, asOf }: { ghost: Ghost; asOf: string }) {
  const zone = useZone();
  return <CopyButton label="Copy for the ticket" text={() => ghostTicket(ghost, asOf, zone)} />;
}
