import type { Page } from "@playwright/test";
import { advance, endScenario, expect, expectAccessible, firstSession, startScenario, tableRows, test } from "./desk";

/** Every page: accessible in light and dark, whole at 390 px, honest when the site is lost. */

const PAGES = ["/", "/sessions", "/servers", "/people", "/practice", "/no-such-page"];

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.locator("[data-skeleton], [aria-busy=true]")).toHaveCount(0);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
}

for (const path of PAGES) {
  test(`${path} is accessible in light and dark @reads`, async ({ page, signIn }) => {
    await signIn("admin");
    await page.goto(path);
    await settled(page);
    await expectAccessible(page);
  });

  test(`${path} is whole and accessible at 390 px @reads`, async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn("admin");
    await page.goto(path);
    await settled(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test("a person's page, a server's page and a session's details are accessible @reads", async ({
  page,
  signIn,
  admin,
}) => {
  const session = await firstSession(admin, "state=Disconnected&sort=user");
  await signIn("admin", `/users/${session.userKey}`);
  await settled(page);
  await expectAccessible(page);
  await page
    .getByRole("table", { name: /^Sessions of/ })
    .getByRole("row")
    .nth(1)
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(`/servers/${session.machineKey}`);
  await settled(page);
  await expectAccessible(page);
});

test("a lost database greys the page, says since when, and recovers by itself", async ({ page, signIn, admin }) => {
  await signIn("desk", "/sessions");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect(table.getByRole("row").nth(5)).toBeVisible();
  await startScenario(admin, "database-lost");
  const banner = page.getByText(/What is shown is the last that was read, at/);
  await expect(banner).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/The database cannot be reached/).first()).toBeVisible();
  await expect(table.getByRole("row").nth(5)).toBeVisible();
  await expectAccessible(page);
  await endScenario(admin, "database-lost");
  await expect(banner).toHaveCount(0, { timeout: 30_000 });
});

test("a clock that is wrong is said and corrected", async ({ page, signIn, admin }) => {
  await signIn("desk");
  const before = await (await admin.get("/api/status")).json();
  await startScenario(admin, "clock-skewed");
  await expect(page.getByText("The clocks differ.")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/420 s ahead of/)).toBeVisible();
  const during = await (await admin.get("/api/status")).json();
  expect(Date.parse(during.now) - Date.parse(before.now)).toBeLessThan(120_000);
  await endScenario(admin, "clock-skewed");
  await expect(page.getByText("The clocks differ.")).toHaveCount(0, { timeout: 40_000 });
});

test("holds still when it is told to, and catches up after", async ({ page, signIn, admin }) => {
  await signIn("desk", "/sessions?userSource=user&sort=-startedAt");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("button", { name: "Hold the screen as it is" }).click();
  const held = (await tableRows(table))[0]?.User;
  await advance(admin, "PT20M");
  await expect(page.getByRole("banner").getByText(/paused/i)).toBeVisible();
  expect((await tableRows(table))[0]?.User).toBe(held);
  await page.getByRole("button", { name: /^Go on|^Resume/ }).click();
  await expect.poll(async () => (await tableRows(table))[0]?.User, { timeout: 20_000 }).not.toBe(held);
});
