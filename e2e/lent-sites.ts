import { type APIRequestContext, expect } from "@playwright/test";
import { type SeedName, seedEnv } from "./seed";
import { copySeed, openScript, type Playwright, removeCopy, type Site, startSite } from "./site";

/** Sites that many tests read and none may change: one for each seed, started for the first test that asks. */

export interface LentSite {
  readonly folder: string;
  readonly site: Site;
  /** Fails where the test that had it left anything behind. */
  expectUnchanged(): Promise<void>;
}

export class LentSites {
  readonly #playwright: Playwright;
  readonly #lent = new Map<SeedName, Promise<LentSite>>();

  constructor(playwright: Playwright) {
    this.#playwright = playwright;
  }

  get(seed: SeedName): Promise<LentSite> {
    const lent = this.#lent.get(seed) ?? lend(this.#playwright, seed);
    this.#lent.set(seed, lent);
    return lent;
  }

  async end(): Promise<void> {
    for (const lent of await Promise.all(this.#lent.values())) {
      await lent.site.server.end();
      removeCopy(lent.folder);
    }
  }
}

async function lend(playwright: Playwright, seed: SeedName): Promise<LentSite> {
  const folder = copySeed(seed);
  const site = await startSite(playwright, { GHOSTDESK_DATA: folder, ...seedEnv(seed) });
  const look = async () => {
    const admin = await openScript(playwright, site, "admin");
    const footprint = await readFootprint(admin);
    await admin.dispose();
    return footprint;
  };
  const before = await look();
  return { folder, site, expectUnchanged: async () => expectSame(await look(), before) };
}

/** What a test leaves behind: audited changes, scenarios, a clock that was moved. Signing in is nothing of that. */
interface Footprint {
  readonly changes: number;
  readonly running: readonly string[];
  readonly aheadMs: number;
}

async function readFootprint(admin: APIRequestContext): Promise<Footprint> {
  const read = async (path: string) => (await admin.get(path)).json();
  const [all, signIns, practice] = await Promise.all([
    read("/api/audit?limit=1"),
    read("/api/audit?limit=1&action=sign-in"),
    read("/api/practice/scenarios"),
  ]);
  const scenarios: readonly { name: string; running: boolean }[] = practice.scenarios;
  return {
    changes: all.total - signIns.total,
    running: scenarios.filter(({ running }) => running).map(({ name }) => name),
    aheadMs: Date.parse(practice.now) - Date.now(),
  };
}

/** Below any step of the clock that a test takes, above what a call may take on its way. */
const AHEAD_MS_MAX = 30_000;

function expectSame(now: Footprint, before: Footprint): void {
  const said = "a test that only reads, on a site that others read too, has changed something";
  expect({ ...now, aheadMs: 0 }, said).toEqual({ ...before, aheadMs: 0 });
  expect(Math.abs(now.aheadMs - before.aheadMs), said).toBeLessThan(AHEAD_MS_MAX);
}
