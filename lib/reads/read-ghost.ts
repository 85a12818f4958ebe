import type { ClaimRow, GhostResponse } from "@/lib/api/contract/ghosts";
import { isOpen } from "@/lib/domain/ghost/classes";
import type { Claim, ClaimValue } from "@/lib/domain/ghost/evidence";
import type { Incident } from "@/lib/domain/ghost/incident";
import type { Instant } from "@/lib/domain/site";
import type { Source } from "@/lib/domain/snapshot";
import { DeskError } from "@/lib/errors";
import { envelopeOf, isoOf, isoOrNull } from "./envelope";
import { fold } from "./fold";
import { endedAt } from "./ghost-order";
import { ghostRow } from "./ghost-row";
import { type SiteIndex, siteIndex } from "./site-index";
import { type GhostReading, readStored } from "./stored-ghosts";

/** One incident with its evidence and history, whether open or over. Throws DeskError `not-found`. */
export async function readGhost(reading: GhostReading, id: string): Promise<GhostResponse> {
  const stored = await readStored(reading, id);
  const index = siteIndex(reading.site);
  const incident = index.snapshot.ghosts.get(id) ?? stored.incident;
  if (!incident) throw new DeskError("not-found", "There is no such ghost.", { field: "id" });
  const { dismissed, hurt } = incident;
  const sources = reading.site.sourcesNow();
  return {
    ...envelopeOf(reading, index.snapshot),
    ghost: {
      ...ghostRow(incident),
      lastSeenAt: isoOf(incident.lastSeenAt),
      dismissed: dismissed && { by: dismissed.by, reason: dismissed.reason, at: isoOf(dismissed.at) },
      lastFailedLaunchAt: isoOrNull(hurt.lastAt),
      evidence: incident.evidence.map((claim) => claimRow(claim, saidAt(claim, incident, sources))),
      history: stored.history.map(({ at, ...entry }) => ({ at: isoOf(at), ...entry })),
      othersOnMachine: othersOnMachine(index, incident),
    },
  };
}

/** A claim as it travels. */
export function claimRow({ field, value, stance, source }: Claim, at: Instant | null): ClaimRow {
  return { field, value: claimValue(value), stance, source, saidAt: isoOrNull(at) };
}

function claimValue(value: ClaimValue): ClaimRow["value"] {
  return value.kind === "instant" ? { kind: "instant", at: isoOf(value.at) } : value;
}

/**
 * When a claim was said last. What a source repeats with every read it says as of its last one, until the incident is over. What
 * Ghostdesk itself counted or was told stands on the Monitoring tables; a server that was never heard never said anything.
 */
function saidAt(claim: Claim, incident: Incident, sources: readonly Source[]): Instant | null {
  if (claim.saidAt !== null) return claim.saidAt;
  if (claim.source === "server") return null;
  if (!isOpen(incident.state)) return endedAt(incident);
  const named = claim.source === "history" || claim.source === "settings" ? "monitor" : claim.source;
  return sources.find(({ name }) => name === named)?.asOf ?? null;
}

/** How many other people have a session on its machine: whom a repair of all of it would touch. Null where it is unknown. */
function othersOnMachine(index: SiteIndex, { machineKey, subject, user }: Incident): number | null {
  if (machineKey === null || !index.machines.get(machineKey)) return null;
  const others = index.sessionsOnMachine(machineKey).filter(({ record }) => record.key !== subject.key);
  const people = new Set(others.flatMap(({ record }) => (record.user === null ? [] : fold(record.user))));
  if (user !== null) people.delete(fold(user));
  return people.size;
}
