import { expect, expectAccessible, test } from "./desk";

/** What the rules go by: read by everybody, changed by administrators, never lost on the way. */

test("changes a grace: wrong values are said, and saving shows first what changes", async ({ page, signIn, admin }) => {
  await signIn("admin", "/settings");
  const grace = page.getByLabel("Nameless session: grace");
  await expect(grace).toHaveValue("10");
  await grace.fill("3");
  await grace.blur();
  await expect(page.getByText("At least 5.")).toBeVisible();
  await page.getByRole("button", { name: "Save…" }).click();
  await expect(grace).toBeFocused();
  await grace.fill("15");
  await page.getByLabel("Excluded accounts").last().fill("NORDWERK\\robot*");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 changes not saved")).toBeVisible();
  await page.getByRole("button", { name: "Save…" }).click();
  const review = page.getByRole("dialog");
  await expect(review).toContainText("10 minutes");
  await expect(review).toContainText("15 minutes");
  await expect(review).toContainText("NORDWERK\\robot*");
  await expectAccessible(page);
  await review.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  const { settings, changed } = await (await admin.get("/api/settings")).json();
  expect([settings.namelessGraceMinutes, settings.excludedAccounts]).toEqual([15, ["NORDWERK\\robot*"]]);
  expect(changed.namelessGraceMinutes.by).toBe("admin");
  await expect(page.getByText(/Changed .* by admin/).first()).toBeVisible();
  await page.getByRole("button", { name: "Reset to 10 minutes" }).click();
  await expect(grace).toHaveValue("10");
});

test("keeps what is typed while somebody looks something up elsewhere @reads", async ({ page, signIn }) => {
  await signIn("admin", "/settings");
  await page.getByLabel("Hung logon: grace").fill("25");
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: /^Ghosts/ }).click();
  await expect(page.getByText("Settings are not saved yet.")).toBeVisible();
  await main.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByLabel("Hung logon: grace")).toHaveValue("25");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Hung logon: grace")).toHaveValue("20");
  await expect(page.getByText("Everything is saved.")).toBeVisible();
});

test("lets everybody read, and tells who may change @reads", async ({ page, signIn }) => {
  await signIn("viewer", "/settings");
  await expect(page.getByText(/needs the role admin/)).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expect(page.getByText("Concurrent logons tolerance")).toBeVisible();
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.patch("/api/settings", { data: { justOldHours: 1 }, headers });
  expect(answer.status()).toBe(403);
  await expectAccessible(page);
});

for (const width of [1440, 390]) {
  test(`the page is accessible and whole at ${width} px @reads`, async ({ page, signIn }) => {
    await page.setViewportSize({ width, height: 844 });
    await signIn("admin", "/settings");
    await expect(page.getByLabel("Nameless session: grace")).toBeVisible();
    await expectAccessible(page);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
  });
}
