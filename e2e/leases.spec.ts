import type { APIRequestContext, Page } from "@playwright/test";
import { advance, endScenario, expect, expectAccessible, startScenario, tableRows, test } from "./desk";
import { confirm, corner, untilOperation } from "./repair";
import { expectWell, outageAnswer, readLeases, readOutage, tab, untilStandingRead } from "./standing";

/** The page of leases: who could launch without the database, before and while it is away, and what is done about leases. */

const COULD = /If the database failed now: [\d,]+ of [\d,]+ could still launch\./;
const leaseTable = (page: Page) => page.getByRole("table", { name: "Leases" });
const pairTable = (page: Page) => page.getByRole("table", { name: "Pairs of user and resource" });
const untilCounted = (admin: APIRequestContext) =>
  expect.poll(async () => (await readOutage(admin)).covered ?? 0, { timeout: 30_000 }).toBeGreaterThan(100);
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("answers before, while and after the controllers are without their database", async ({ page, signIn, admin }) => {
  await untilStandingRead(admin);
  await signIn("engineer", "/leases");
  await expect(outageAnswer(page)).toContainText(COULD);
  const banner = page.getByRole("status").filter({ hasText: "Leases are in use." });
  await expect(banner).toHaveCount(0);
  const { now } = await readOutage(admin);
  await startScenario(admin, "site-database-down");
  await advance(admin, "PT5M");
  await expect(banner).toContainText(/Since .*\d\d:\d\d.*connection leases decide what can be launched/);
  const since = await banner.locator("time").first().getAttribute("datetime");
  const during = await readOutage(admin);
  expect(since).toBe(during.inUse?.since);
  expect(Math.abs(Date.parse(since ?? "") - Date.parse(now))).toBeLessThan(90_000);
  await expect(outageAnswer(page)).toContainText(/The database is away: [\d,]+ of [\d,]+ can still launch\./);
  await expect(outageAnswer(page)).toContainText("Leases could not be read: ");
  await expect(page.getByText("Last reading failed")).toBeVisible();
  await expect(page.getByText(/\([4-6] min ago\)/).first()).toBeVisible();
  await expectAccessible(page);
  await tab(page, "Leases").click();
  await expect(leaseTable(page).getByRole("row").nth(5)).toBeVisible();
  expect((await readLeases(admin)).total).toBeGreaterThan(1000);
  await tab(page, "Controllers").click();
  await expect(page.getByRole("button", { name: /^Refresh the cache of / }).first()).toHaveAccessibleDescription(
    /Not while the database is away: a refresh deletes first/,
  );
  await expect(page.getByText(/^Database (just lost|not found)$/).first()).toBeVisible();
  await endScenario(admin, "site-database-down");
  await advance(admin, "PT5M");
  await expect(banner).toHaveCount(0);
  await expect(outageAnswer(page)).toContainText(COULD);
  await expect(page.getByText("Last reading failed")).toHaveCount(0);
  await expect(page.getByText("Service OK").first()).toBeVisible();
  expect((await readOutage(admin)).inUse).toBeNull();
});

test("says why not, for whom, and who falls out next @reads", async ({ page, signIn, admin }) => {
  await untilStandingRead(admin);
  await signIn("viewer", "/leases");
  const { byReason, falling } = await readOutage(admin);
  const bar = panel(page, "Why not").getByRole("button", { name: /^Never launched/ });
  await expect(bar).toContainText((byReason["never-launched"] ?? 0).toLocaleString("en-GB"));
  await expectWell(page);
  await bar.click();
  await expect(page).toHaveURL(/tab=pairs/);
  await expect(page).toHaveURL(/why=never-launched/);
  const verdicts = async () => new Set((await tableRows(pairTable(page))).map((row) => row["In an outage"]));
  await expect.poll(verdicts).toEqual(new Set(["Never launched"]));
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Could launch/ }).click();
  await expect.poll(verdicts).toEqual(new Set(["Could launch"]));
  await tab(page, "Outage").click();
  await panel(page, "Who falls out")
    .getByRole("button", { name: `3 days: ${falling?.threeDays}` })
    .click();
  await expect(page).toHaveURL(/within=3d/);
  await expect(pairTable(page).getByRole("row")).toHaveCount((falling?.threeDays ?? 0) + 1);
  const rows = await tableRows(pairTable(page));
  for (const row of rows) expect(row["Falls out"]).toMatch(/^in ([012] d )?\d+ (h|min)/);
  await pairTable(page).getByRole("row").nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/users\//);
  await expect(
    page
      .getByRole("region", { name: "Leases" })
      .getByText(/^falls out/)
      .first(),
  ).toBeVisible();
});

test("shows a lease with its document to whoever looks, by keyboard, and says why it is not theirs to remove @reads", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("desk", "/leases");
  await tab(page, "Outage").focus();
  for (const name of ["Pairs", "Leases"]) {
    await page.keyboard.press("ArrowRight");
    await expect(tab(page, name)).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Launch/ }).click();
  await expect
    .poll(async () => new Set((await tableRows(leaseTable(page))).map(({ Type }) => Type)))
    .toEqual(new Set(["Launch"]));
  const [first] = await tableRows(leaseTable(page));
  await leaseTable(page).getByRole("row").nth(1).focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Launch lease" });
  await expect(sheet).toContainText(first?.Machine ?? "");
  const remove = sheet.getByRole("button", { name: "Remove the lease…" });
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expect(remove).toHaveAccessibleDescription(/role/);
  const pretty = sheet.getByRole("region", { name: "Document, indented" }).locator("pre > span");
  expect(await pretty.count()).toBeGreaterThan(5);
  await expect(pretty.first()).toContainText("<");
  await expectWell(page);
  await sheet.getByRole("radio", { name: "Raw" }).press("Space");
  const raw = await sheet.getByRole("region", { name: "Document as it is" }).textContent();
  const key = new URL(page.url()).searchParams.get("lease");
  const { xml } = await (await admin.get(`/api/leases/${key}`)).json();
  expect(raw?.trim()).toBe(xml.trim());
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.getByLabel("Filter the leases").fill("nothing of this name");
  await expect(page.getByText("No lease fits this filter.")).toBeVisible();
  await expectWell(page);
  await page.goto("/leases?tab=controllers");
  for (const button of [/^Refresh the cache of /, /^Switch connection leasing off/]) {
    await expect(page.getByRole("button", { name: button }).first()).toHaveAccessibleDescription(/role/);
  }
  await expectAccessible(page);
});

test("removes a lease, refreshes a cache and switches leasing off, as an engineer", async ({ page, signIn, admin }) => {
  await untilStandingRead(admin);
  const { rows } = await readLeases(admin, "type=Launch&sort=-expiresAt");
  const lease = rows[0];
  await signIn("engineer", `/leases?tab=leases&lease=${lease?.key}`);
  await page.getByRole("button", { name: "Remove the lease…" }).click();
  const question = page.getByRole("dialog", { name: /^Remove the launch lease of / });
  await expect(question).toContainText("cannot launch this while the controllers are without their database");
  await expect(question).toContainText("The next launch writes a new one.");
  await confirm(page, "It leads to a machine that is gone");
  await advance(admin, "PT1M");
  await untilOperation(admin, "verified");
  await expect(corner(page)).toContainText("Removed");
  await expect(page.getByText("The site does not have this lease any more.")).toBeVisible();
  const { rows: left } = await readLeases(admin, `user=${lease?.userKey}&limit=500`);
  expect(left.map(({ key }) => key)).not.toContain(lease?.key);
  await page.goto("/leases?tab=controllers");
  await page
    .getByRole("button", { name: /^Refresh the cache of / })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toContainText("It deletes the cached leases of this controller first.");
  await confirm(page, "Its cache differs from the site");
  await expect(corner(page)).toContainText("Asked for");
  await page.getByRole("button", { name: "Switch connection leasing off…" }).click();
  await expect(page.getByRole("dialog")).toContainText("nobody can be brokered by a lease");
  await confirm(page, "Local Host Cache comes instead", "CHG0006");
  await advance(admin, "PT1M");
  await untilOperation(admin, "verified");
  await expect(outageAnswer(page)).toContainText("If the database failed now, nobody could be brokered.");
  await tab(page, "Outage").click();
  await expect(panel(page, "Nothing brokers without the database")).toContainText("Set-BrokerSite");
  await expect(page.getByRole("button", { name: "Switch connection leasing on…" })).toBeVisible();
  await expectAccessible(page);
});

test("shows the page of Local Host Cache, never an empty list of leases, and that it is in use @cache", async ({
  page,
  signIn,
  admin,
}) => {
  await untilCounted(admin);
  await signIn("engineer", "/leases");
  await expect(outageAnswer(page)).toContainText(COULD);
  await expect(page.getByRole("main")).toContainText(/^Leases\s*Local Host Cache/);
  await expect(panel(page, "What Local Host Cache does")).toContainText("It takes over once");
  await expect(panel(page, "What the site says")).toContainText(
    /Connection leasing\s*not in this release\s*Local Host Cache\s*on/,
  );
  await expect(panel(page, "Controllers").getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("tab")).toHaveText(["Outage", "Pairs", "Controllers"]);
  await expectWell(page);
  await startScenario(admin, "site-database-down");
  await advance(admin, "PT4M");
  await expect(page.getByRole("status").filter({ hasText: "Local Host Cache is in use." })).toBeVisible();
  await expect(outageAnswer(page)).toContainText(/The database is away: [\d,]+ of [\d,]+ can still launch\./);
});

test("says where leases and cache are both on, and counts what leases promise @reads @both", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("engineer", "/leases");
  await expect(page.getByText("Connection leasing and Local Host Cache are both on.")).toBeVisible();
  await expect(outageAnswer(page)).toContainText(COULD);
  await expect(panel(page, "What Local Host Cache does")).toContainText("It takes over once");
  await expect(panel(page, "Who falls out").getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  await tab(page, "Controllers").click();
  await expect(panel(page, "Site")).toContainText(/Connection leasing\s*on\s*Local Host Cache\s*on/);
  await tab(page, "Leases").click();
  await expect(leaseTable(page).getByRole("row").nth(3)).toBeVisible();
});
