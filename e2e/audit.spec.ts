import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import Database from "libsql";
import { startServer } from "@/scripts/server-process";
import { expect, expectAccessible, tableRows, test } from "./desk";

/** Who did what: everything is written down, everybody may read it, and nobody can change it unseen. */

const table = (page: Page) => page.getByRole("table", { name: "Audit" });
const WHOLE = /(entry|entries) checked: each is what was written, and none is missing/;

test("tells who came in and who was refused, newest first, and narrows to it", async ({ page, signIn, admin }) => {
  for (const account of ["desk", "nobody.here"]) {
    const answer = await admin.post("/api/sign-in", { data: { account, password: "guessed" } });
    expect(answer.status()).toBe(401);
  }
  await signIn("viewer", "/audit");
  await expect(table(page)).toContainText("Signed in");
  const [first, second] = await tableRows(table(page));
  expect(first).toMatchObject({ What: "Signed in", "About whom or what": "viewer" });
  expect(first?.Who).toMatch(/^viewer\s*viewer$/);
  expect(second).toMatchObject({ What: "Sign-in refused", "About whom or what": "nobody.here" });
  expect(second?.Detail).toMatch(/^there is no such account · from /);
  await page.getByLabel("What", { exact: true }).selectOption("Sign-ins: sign-in refused");
  await expect(page).toHaveURL(/action=sign-in\.refused/);
  await expect(page.getByText("2 entries of this filter")).toBeVisible();
  await page.getByLabel("Who", { exact: true }).selectOption("desk");
  await expect(page.getByText("1 entry of this filter")).toBeVisible();
  await expect(table(page)).toContainText("wrong password");
  await expect(table(page)).toContainText("not signed in");
  await page.reload();
  await expect(page.getByText("1 entry of this filter")).toBeVisible();
  await page.getByLabel("From").fill("2020-01-01");
  await page.getByLabel("To").fill("2020-01-02");
  await expect(page.getByText("No entry fits this filter.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(table(page)).toContainText("Demo accounts added");
});

test("opens an entry with the keyboard, with all that was written, and closes it @reads", async ({ page, signIn }) => {
  await signIn("admin", "/audit?action=account");
  await expect(page.getByRole("row", { name: /Demo accounts added/ })).toBeVisible();
  await page.getByRole("row", { name: /Demo accounts added/ }).focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Demo accounts added" });
  await expect(sheet).toContainText("command-line");
  await expect(sheet).toContainText("account.add-demo");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("gives exactly the filter as CSV", async ({ page, signIn }) => {
  await signIn("viewer", "/audit?action=sign-in&actor=viewer");
  await expect(page.getByText("1 entry of this filter")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-.*\.csv$/);
  const lines = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines[0]).toBe("\u{FEFF}id,at,actor,kind,role,action,subject,detail,mac");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(",viewer,person,viewer,sign-in.granted,viewer,");
});

test("says that it is whole, and after somebody changed it, from which entry on not to trust it", async ({
  page,
  signIn,
  server,
  dataFolder,
}) => {
  await signIn("admin", "/audit");
  await expect(page.getByText(WHOLE)).toContainText("Checked");
  await page.goto("about:blank");
  await server.end();
  const db = new Database(path.join(dataFolder, "practice", "desk.db"));
  db.exec('DROP TRIGGER "AuditEntry_no_update"');
  db.exec(`UPDATE "AuditEntry" SET "actor" = 'somebody else' WHERE "id" = 1`);
  db.close();
  const again = await startServer({ GHOSTDESK_DATA: dataFolder });
  try {
    // The cookie is of this computer, whatever the port: still signed in.
    await page.goto(`${again.url}/audit`);
    await expect(page.getByText("Somebody has changed the audit: do not trust it from entry 1 on.")).toBeVisible();
    await expect(page.getByText("Entry 1 is not what Ghostdesk wrote.")).toBeVisible();
    expect(again.output()).toContain("audit.chain-broken");
    await expectAccessible(page);
  } finally {
    await again.end();
  }
});

test("keeps every changed setting of actions, in the words of their page", async ({ page, signIn }) => {
  await signIn("admin", "/settings");
  await page.getByLabel("Ticket number").check();
  await page.getByLabel("At once").fill("10");
  await page.getByRole("button", { name: "Save…" }).click();
  const review = page.getByRole("dialog");
  await expect(review).toContainText("Ticket number");
  await expectAccessible(page);
  await review.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  const row = page.getByRole("row", { name: /Settings changed/ });
  await expect(row).toContainText("At once: 25 sessions → 10 sessions · Ticket number: off → on");
});

for (const width of [1440, 390]) {
  test(`the page is accessible and whole at ${width} px`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 844 });
    await signIn("admin", "/audit");
    await expect(page.getByText(WHOLE)).toBeVisible();
    await expect(page.getByText("Demo accounts added", { exact: true })).toBeVisible();
    await expectAccessible(page);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
  });
}
