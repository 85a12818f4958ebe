import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import type { Role } from "@/lib/domain/role";
import type { RunningServer } from "@/scripts/server-process";
import { LentSites } from "./lent-sites";
import { type SeedName, seedEnv } from "./seed";
import { copySeed, openScript, removeCopy, type Site, startSite } from "./site";

/** Fixtures and verbs of the end-to-end tests. Every test that changes anything has a practice site of its own. */

interface Desk {
  /** The practice site of this test; for one that only reads, the site that those share. */
  site: Site;
  /** Its data folder, for tests that start its server again. */
  dataFolder: string;
  server: RunningServer;
  /** More environment for the server; set with test.use. */
  serverEnv: Record<string, string>;
  /** Opens a page as one of the demo accounts, who signed in by a call. */
  signIn: (role: Role, path?: string) => Promise<void>;
  /** Calls of a script that signed in as one of the demo accounts. */
  script: (account: Role) => Promise<APIRequestContext>;
  /** Calls of a script that signed in as the administrator. */
  admin: APIRequestContext;
}

interface Lent {
  lentSites: LentSites;
}

/**
 * What a title's tags say of the test's site. `@reads`: the test changes nothing there but who is signed in; it shares the site with
 * others, and is held to that. `@one-ghost`, `@many-ghosts`: one nameless ghost stands confirmed from the start, or fifty. `@cache`,
 * `@both`: Local Host Cache brokers without the database, or leases and the cache are both on.
 */
const seedOf = (tags: readonly string[]): SeedName => TAGGED.find((seed) => tags.includes(`@${seed}`)) ?? "quiet";
const TAGGED = ["one-ghost", "many-ghosts", "cache", "both"] as const satisfies readonly SeedName[];
const onlyReads = (tags: readonly string[]) => tags.includes("@reads");

export const test = base.extend<Desk, Lent>({
  lentSites: [
    async ({ playwright }, use) => {
      const sites = new LentSites(playwright);
      await use(sites);
      await sites.end();
    },
    { scope: "worker" },
  ],
  serverEnv: [{}, { option: true }],
  dataFolder: async ({ lentSites }, use, { tags }) => {
    const seed = seedOf(tags);
    if (onlyReads(tags)) return use((await lentSites.get(seed)).folder);
    const folder = copySeed(seed);
    await use(folder);
    removeCopy(folder);
  },
  site: async ({ lentSites, playwright, dataFolder, serverEnv }, use, info) => {
    const attachOutput = async ({ server }: Site) => {
      if (info.status !== info.expectedStatus) await info.attach("server", { body: server.output() });
    };
    if (onlyReads(info.tags)) {
      const lent = await lentSites.get(seedOf(info.tags));
      await use(lent.site);
      await attachOutput(lent.site);
      return lent.expectUnchanged();
    }
    const site = await startSite(playwright, {
      GHOSTDESK_DATA: dataFolder,
      ...seedEnv(seedOf(info.tags)),
      ...serverEnv,
    });
    await use(site);
    await attachOutput(site);
    await site.server.end();
  },
  server: ({ site }, use) => use(site.server),
  baseURL: ({ server }, use) => use(server.url),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(`${error}`));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
  signIn: ({ page, site }, use) =>
    use(async (role, to = "/") => {
      await page.context().addCookies((await site.signedIn(role)).cookies);
      await page.goto(to);
    }),
  script: async ({ playwright, site }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (account) => {
      const request = await openScript(playwright, site, account);
      opened.push(request);
      return request;
    });
    for (const request of opened) await request.dispose();
  },
  admin: async ({ script }, use) => use(await script("admin")),
});

export { expect };

/** Fills and sends the sign-in page that is open. */
export async function signInAs(page: Page, account: string, password = "ghostdesk"): Promise<void> {
  await page.getByRole("textbox", { name: "Account" }).fill(account);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** A row of the site, of which a test needs a few fields only. */
export interface SiteRow {
  readonly key: string;
  readonly user: string;
  readonly userKey: string;
  readonly userFullName: string | null;
  readonly machine: string;
  readonly machineKey: string;
  readonly state: string;
}

/** The first session that a filter of the API leaves, such as `state=Active&sort=user`. */
export async function firstSession(admin: APIRequestContext, filter: string): Promise<SiteRow> {
  const { rows } = await (await admin.get(`/api/sessions?limit=1&${filter}`)).json();
  expect(rows, `a session with ${filter}`).toHaveLength(1);
  return rows[0];
}

/** The rows of a table as objects by the names of its headers. */
export async function tableRows(table: Locator): Promise<Record<string, string>[]> {
  const texts = (found: Locator) => found.allInnerTexts();
  const headers = await texts(table.getByRole("columnheader"));
  const rows = await table
    .getByRole("row")
    .filter({ has: table.page().getByRole("cell") })
    .all();
  const cells = await Promise.all(rows.map((row) => texts(row.locator("[role=rowheader], [role=cell], th, td"))));
  return cells.map((row) => Object.fromEntries(row.map((text, index) => [headers[index]?.trim() ?? "", text.trim()])));
}

/** No violation of WCAG 2.2 A and AA on the page as it is now, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ["light", "dark"]) {
    await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      // Without a second page that puts the results of frames together: no page of ours has any.
      .setLegacyMode()
      .analyze();
    const said = violations.map(({ id, nodes }) => `${theme}: ${id} ${nodes.map(({ html }) => html).join(" | ")}`);
    expect(said).toEqual([]);
  }
}

/** Starts a scenario of the practice site. */
export async function startScenario(admin: APIRequestContext, name: string, body: object = {}): Promise<void> {
  const answer = await admin.post(`/api/practice/scenarios/${name}`, { data: body });
  expect(answer.status(), await answer.text()).toBe(202);
}

/** Ends a scenario, as whoever mends its cause would. */
export async function endScenario(admin: APIRequestContext, name: string): Promise<void> {
  expect((await admin.delete(`/api/practice/scenarios/${name}`)).ok()).toBe(true);
}

/** Moves the practice site's clock; everything in between has happened when this resolves. */
export async function advance(admin: APIRequestContext, by: string): Promise<void> {
  const answer = await admin.post("/api/practice/clock", { data: { advance: by }, timeout: 120_000 });
  expect(answer.status(), await answer.text()).toBe(200);
}
