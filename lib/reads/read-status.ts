import type { StatusResponse } from "@/lib/api/contract/console";
import type { SiteView } from "@/lib/collector/runtime";
import { envelopeOf, type Reading } from "./envelope";
import { siteIndex } from "./site-index";

/** The site and each of its sources. Throws DeskError `unavailable` before the first read, with what the source says. */
export function readStatus(reading: Reading, practice: boolean): StatusResponse {
  const { snapshot } = siteIndex(reading.site);
  const { site } = reading;
  return {
    ...envelopeOf(reading, snapshot),
    site: {
      name: snapshot.siteName,
      release: site.release,
      practice,
      timeZone: site.timeZone,
      clockSkewSeconds: snapshot.clockSkewMs === null ? null : Math.round(snapshot.clockSkewMs / 1000),
    },
    counts: {
      sessions: snapshot.sessions.size,
      servers: snapshot.machines.size,
      people: snapshot.people.size,
      ghosts: snapshot.ghosts.size,
    },
    pollSeconds: site.pollMs / 1000,
  };
}

/** Well means: the site was read at least once, and its Monitoring tables are not lost. */
export function isHealthy(site: SiteView): boolean {
  const monitor = site.sourcesNow().find(({ name }) => name === "monitor");
  return site.current() !== null && monitor !== undefined && monitor.state !== "lost";
}
