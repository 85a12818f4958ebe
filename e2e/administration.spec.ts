import { expect, signInAs, test } from "./desk";

/** What administrators do: people, and the practice site. */

test("adds a person, who signs in; disabling ends that sign-in at once", async ({ page, signIn, browser, server }) => {
  await signIn("admin", "/people");
  await page.getByRole("button", { name: "Add an account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("maria.k");
  await dialog.getByLabel("Password").fill("short");
  await dialog.getByRole("button", { name: /^Add/ }).click();
  await expect(dialog.getByText("A password has at least 12 characters.")).toBeVisible();
  await dialog.getByLabel("Password").fill("correct horse battery");
  await dialog.getByRole("button", { name: /^Add/ }).click();
  const row = page.getByRole("table", { name: "Accounts" }).getByRole("row").filter({ hasText: "maria.k" });
  await expect(row).toContainText(/viewer|desk/);
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await other.goto("/sign-in");
  await signInAs(other, "maria.k", "correct horse battery");
  expect((await other.request.get("/api/me")).status()).toBe(200);
  await row.getByRole("button").last().click();
  await page.getByRole("menuitem", { name: /^Disable/ }).click();
  const confirm = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  if (await confirm.count()) await confirm.getByRole("button", { name: /^Disable/ }).click();
  await expect(row).toContainText(/disabled/i);
  expect((await other.request.get("/api/me")).status()).toBe(401);
  await context.close();
});

test("starts a scenario and moves the clock from the page", async ({ page, signIn, admin }) => {
  await signIn("admin", "/practice");
  const before = Date.parse((await (await admin.get("/api/practice/scenarios")).json()).now);
  await page.getByRole("button", { name: /Start.*nameless after failed logon/i }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Start/ })
    .click();
  const running = async () => {
    const { scenarios } = await (await admin.get("/api/practice/scenarios")).json();
    return scenarios.filter((row: { running: boolean }) => row.running).map((row: { name: string }) => row.name);
  };
  await expect.poll(running).toEqual(["nameless-after-failed-logon"]);
  await page.getByRole("button", { name: "Move the clock on by 15 min" }).click();
  await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 40_000 });
  const after = Date.parse((await (await admin.get("/api/practice/scenarios")).json()).now);
  expect(after - before).toBeGreaterThanOrEqual(15 * 60_000);
});

test("offers no practice controls to anybody but administrators @reads", async ({ page, signIn }) => {
  await signIn("engineer", "/practice");
  await expect(page.getByRole("main")).toContainText("admin");
  expect((await page.request.get("/api/practice/scenarios")).status()).toBe(403);
});
