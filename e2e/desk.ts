import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, test as base, expect, type Page } from "@playwright/test";
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
  signIn: async ({ page }, use) => use((role, to = "/") => signInAs(page, role, to)),
  admin: async ({ playwright, server }, use) => {
    const request = await playwright.request.newContext({
      baseURL: server.url,
      extraHTTPHeaders: { Origin: server.url },
    });
    const answer = await request.post("/api/sign-in", { data: { account: "admin", password: "ghostdesk" } });
    expect(answer.status()).toBe(204);
    await use(request);
    await request.dispose();
  },
});

export { expect };

async function signInAs(page: Page, role: Role, to: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(to)}`);
  await page.getByLabel("Account").fill(role);
  await page.getByLabel("Password", { exact: true }).fill("ghostdesk");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === to.split("?")[0]);
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
