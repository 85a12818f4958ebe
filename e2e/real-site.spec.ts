import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "@/scripts/server-process";
import { expect, signInAs, test } from "./desk";
import { copySeed, removeCopy } from "./site";

/** A copy of a site's tables opened as a real site: no simulation, no demo accounts, and what no table tells is unknown. */

test("starts on a copy of a site, makes its first account, and says what it cannot know", async ({ browser }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-e2e-real-"));
  const copy = copySeed("quiet");
  const practice = path.join(copy, "practice");
  const file = path.join(practice, readdirSync(practice).find((name) => /^site-.*\.db$/.test(name)) ?? "");
  const env = {
    GHOSTDESK_DATA: folder,
    GHOSTDESK_MONITOR_DATABASE_URL: `file:${file}`,
    GHOSTDESK_SITE_NAME: "Copy of Vienna",
  };
  const server = await startServer(env);
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByText("npm run user -- add NAME --role admin")).toBeVisible();
  await expect(page.getByRole("region", { name: "Demo accounts" })).toHaveCount(0);
  execFileSync(process.execPath, [".build/user.mjs", "add", "anna", "--role", "admin"], {
    env: { ...process.env, ...env },
    input: "correct horse battery\n",
  });
  await page.reload();
  await signInAs(page, "anna", "correct horse battery");
  await expect(page.getByText("Copy of Vienna").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Practice site" })).toHaveCount(
    0,
  );
  expect((await page.request.get("/api/practice/scenarios")).status()).toBe(404);
  const { sources, rows } = await (await page.request.get("/api/sessions?limit=5")).json();
  expect(sources.map((source: { state: string }) => source.state)).toEqual(["stale", "absent", "absent"]);
  expect(rows.map((row: { appState: string | null; hidden: boolean | null }) => [row.appState, row.hidden])[0]).toEqual(
    [null, null],
  );
  await page.goto("/sessions");
  await expect(page.getByRole("table", { name: "Sessions" }).getByText("unknown").first()).toBeVisible();
  await expect(page.getByText(/Nothing was written into it for/).first()).toBeVisible();
  await context.close();
  await server.end();
  for (const each of [folder, copy]) removeCopy(each);
});
