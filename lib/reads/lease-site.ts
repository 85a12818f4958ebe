import type { OutageResponse, LeaseReading as ReadingAnswer } from "@/lib/api/contract/leases";
import type { SiteView } from "@/lib/collector/runtime";
import type { LeaseFolder, LeaseReading } from "@/lib/domain/lease/lease";
import { isoOrNull } from "./envelope";
import { fold } from "./fold";
import { eraOfSite } from "./outage-index";
import type { SiteIndex } from "./site-index";

/** What the site says about leases as a whole: its era, its flags, its controllers and their caches. */

export function siteAnswer(
  site: SiteView,
  { snapshot }: SiteIndex,
): Pick<OutageResponse, "era" | "flags" | "release" | "reading"> {
  const { sdkSite, release } = site;
  return {
    era: eraOfSite(site),
    flags: {
      leasing: sdkSite?.connectionLeasingEnabled ?? null,
      cache: sdkSite?.localHostCacheEnabled ?? null,
    },
    release,
    reading: readingAnswer(snapshot.leases.reading),
  };
}

function readingAnswer({ state, asOf, problem }: LeaseReading): ReadingAnswer {
  return { state, asOf: isoOrNull(asOf), problem };
}

/** The site's controllers, then those of which only a folder is configured. */
export function controllerAnswers({ sdkSite }: SiteView, { snapshot }: SiteIndex): OutageResponse["controllers"] {
  const { folders } = snapshot.leases;
  const controllers = sdkSite?.controllers ?? [];
  const known = controllers.map(({ dnsName, state, serviceStatus }) => {
    return { dnsName, state, serviceStatus, folder: folderAnswer(folders.find(isOf(dnsName))) };
  });
  const others = folders.filter(({ controller }) => !controllers.some(({ dnsName }) => isSame(dnsName, controller)));
  const alone = others.map((folder) => {
    return { dnsName: folder.controller, state: "Unknown", serviceStatus: null, folder: folderAnswer(folder) };
  });
  return [...known, ...alone];
}

const isOf = (dnsName: string) => (folder: LeaseFolder) => isSame(folder.controller, dnsName);

/** The cache folder of a controller by its DNS name; undefined where none is configured. */
export function folderOf({ snapshot }: SiteIndex, dnsName: string): LeaseFolder | undefined {
  return snapshot.leases.folders.find(isOf(dnsName));
}

function isSame(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function folderAnswer(folder: LeaseFolder | undefined): OutageResponse["controllers"][number]["folder"] {
  if (!folder) return null;
  const { reading, files, enumeration, launch, expired, missing, unread, problems } = folder;
  return {
    reading: readingAnswer(reading),
    files: { ...files },
    ...{ enumeration, launch, expired, missing, unread },
    problems: problems.map(({ file, why }) => ({ file, why })),
  };
}
