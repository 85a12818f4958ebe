import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import type { Role } from "@/lib/domain/role";
import { type RunningServer, startServer } from "@/scripts/server-process";
import { seedFolder } from "./seed";

/** Fixtures and verbs of the end-to-end tests. Every test has a practice site of its own, copied from the seeded one. */

interface Desk {
  /** The practice server of this test. */
  server: RunningServer;
  /** Its data folder, for tests that start it again. */
  dataFolder: string;
  /** More environment for the server; set with test.use. */
  serverEnv: Record<string, string>;
  /** Signs in through the page, as one of the demo accounts. */
  signIn: (role: Role, path?: string) => Promise<void>;
  /** Calls of a script that signed in as one of the demo accounts. */
  script: (account: Role) => Promise<APIRequestContext>;
  /** Calls of a script that signed in as the administrator. */
  admin: APIRequestContext;
}

export const test = base.extend<Desk>({
  serverEnv: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures destructured
  dataFolder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-e2e-"));
    cpSync(seedFolder(), folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  server: async ({ dataFolder, serverEnv }, use, info) => {
    const server = await startServer({ GHOSTDESK_DATA: dataFolder, ...serverEnv });
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach("server", { body: server.output() });
    await server.end();
  },
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/Failed to load resource/.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(`${error}`));
    await use(page);
    expect(errors, "errors in the browser's console").toEqual([]);
  },
  signIn: async ({ page }, use) =>
    use(async (role, to = "/") => {
      await page.goto(`/sign-in?return=${encodeURIComponent(to)}`);
      await signInAs(page, role);
    }),
  script: async ({ playwright, server }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (account) => {
      const extraHTTPHeaders = { Origin: server.url };
      const request = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders });
      opened.push(request);
      const answer = await request.post("/api/sign-in", { data: { account, password: "ghostdesk" } });
      expect(answer.status()).toBe(204);
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
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
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

/** Moves the practice site's clock; everything in between has happened when this resolves. */
export async function advance(admin: APIRequestContext, by: string): Promise<void> {
  const answer = await admin.post("/api/practice/clock", { data: { advance: by }, timeout: 120_000 });
  expect(answer.status(), await answer.text()).toBe(200);
}
