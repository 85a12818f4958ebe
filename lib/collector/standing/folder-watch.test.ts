import { afterEach, beforeEach, expect, it } from "vitest";
import type { Lease } from "@/lib/domain/lease/lease";
import { aLease } from "@/lib/reads/site.fixture";
import { CacheFolder, launchXml } from "@/lib/site/leases/cache-folder.fixture";
import { FolderWatch } from "./folder-watch";

const NOW = Date.parse("2026-11-19T09:00:00.000Z");
const ofUser = (user: number): Lease => aLease(user, { ownerSid: `S-1-5-21-1-2-3-${user}`, resources: [CALC] });
const CALC = { group: "Office", application: "Calc" };

let cache: CacheFolder;
beforeEach(() => {
  cache = new CacheFolder();
  for (const user of [1, 2, 3]) {
    cache.write(`Leases/Launch/${user}/lease.xml`, launchXml({ user, expires: "2026-12-01T00:00:00Z" }));
  }
});
afterEach(() => cache.remove());

async function missing(siteLeases: readonly Lease[] | null, entriesMax = 100): Promise<number | null | undefined> {
  const watch = new FolderWatch([{ controller: "ddc1", path: cache.path }], { entriesMax, depthMax: 4 });
  await watch.read(NOW, siteLeases);
  return watch.current[0]?.missing;
}

it("counts what the site has and the folder has not", async () => {
  expect(await missing([ofUser(1), ofUser(2), ofUser(9)])).toBe(1);
});

it("cannot tell what is missing where the site's leases were not read, or the folder was not read to its end", async () => {
  expect(await missing(null)).toBeNull();
  expect(await missing([ofUser(1), ofUser(2), ofUser(9)], 4)).toBeNull();
});
