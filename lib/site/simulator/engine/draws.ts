import type { SiteEntity } from "../entities/site";
import { Random } from "./random";

/**
 * Chance of its own for one purpose, such as one act on one session: the same on every run of this site, and without a
 * draw from the site's generator, so that nothing else goes another way because somebody acted.
 */
export function drawsFor({ site }: { readonly site: SiteEntity }, purpose: string): Random {
  let hash = 0x811c9dc5;
  for (const letter of `${site.seed} ${purpose}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return Random.seeded(hash >>> 0);
}
