import type * as z from "zod";
import type { SnapshotEnvelope, SourceStatus } from "@/lib/api/contract/envelope";
import type { Runtime, SiteView } from "@/lib/collector/runtime";
import type { GhostSettings } from "@/lib/domain/ghost/settings";
import type { Instant } from "@/lib/domain/site";
import type { Snapshot, Source } from "@/lib/domain/snapshot";

/** Where a read looks: the site as it is held in memory, the site's time now, and what the rules of ghosts go by. */
export interface Reading {
  readonly site: SiteView;
  readonly now: Instant;
  readonly settings: GhostSettings;
}

export function readingOf({ site, siteClock, ghosts }: Pick<Runtime, "site" | "siteClock" | "ghosts">): Reading {
  return { site, now: siteClock.now(), settings: ghosts.settings };
}

export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : isoOf(instant);
}

/** How long ago, in whole seconds; never negative, though two clocks may disagree. */
function secondsSince(instant: Instant, now: Instant): number {
  return Math.max(0, Math.round((now - instant) / 1000));
}

export function sourceStatus(source: Source, now: Instant): SourceStatus {
  return {
    name: source.name,
    state: source.state,
    asOf: isoOrNull(source.asOf),
    ageSeconds: source.asOf === null ? null : secondsSince(source.asOf, now),
    newestChange: isoOrNull(source.newestChange),
    readMs: source.readMs,
    problem: source.problem,
  };
}

/** A read that found nothing new makes no version, but it does say that the data still hold. */
export function asOfNow(snapshot: Snapshot, sources: readonly Source[]): Instant {
  const monitor = sources.find(({ name }) => name === "monitor");
  return Math.max(snapshot.asOf, monitor?.asOf ?? snapshot.asOf);
}

export function envelopeOf(
  { site, now }: Pick<Reading, "site" | "now">,
  snapshot: Snapshot,
): z.infer<typeof SnapshotEnvelope> {
  const sources = site.sourcesNow();
  return {
    version: snapshot.version,
    asOf: isoOf(asOfNow(snapshot, sources)),
    now: isoOf(now),
    sources: sources.map((source) => sourceStatus(source, now)),
  };
}
