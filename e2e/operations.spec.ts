import type { APIRequestContext, Page } from "@playwright/test";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { advance, expect, expectAccessible, firstSession, startScenario, tableRows, test } from "./desk";
import { confirmedNameless, loneNameless, queueOf, readGhosts } from "./haunt";
import { chooseOther, confirm, corner, operate, readOperations, repairsIn, untilOperation } from "./repair";

/** From a caller's page to a ghost that is gone: what is offered, shown, asked, followed and kept. */

test.describe.configure({ timeout: 180_000 });

const answerOf = (page: Page) => page.getByRole("region", { name: "Answer" });

test("repairs a ghost from its caller's page, and follows it wherever the person goes @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const ghost = await loneNameless(admin, "restart-agent");
  await signIn("desk", `/users/${ghost.userKey}`);
  const button = repairsIn(answerOf(page)).getByRole("button").first();
  await expect(button).toHaveText(/^(Log off the session|Restart the broker agent of )/);
  await expect(page.locator("main .bg-accent.text-on-accent").filter({ visible: true })).toHaveCount(2);
  await button.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Whom it touches" })).toBeVisible();
  await expectAccessible(page);
  await dialog.locator("button[type=submit]:not([aria-disabled])").click();
  await expect(dialog.getByText("Say in a few words why.")).toBeVisible();
  await confirm(page, "A session without a user holds the place", "INC0017");
  await expect(repairsIn(answerOf(page))).toContainText("Asked");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Operations" }).click();
  await advance(admin, "PT2M");
  await expect(corner(page)).toContainText(/after \d+ (s|min)/, { timeout: 90_000 });
  const done = await untilOperation(admin, "verified");
  expect(done).toMatchObject({ actor: "desk", reason: "A session without a user holds the place", ticket: "INC0017" });
  const [row] = await tableRows(page.getByRole("table", { name: "Operations" }));
  expect(row).toMatchObject({ Who: "desk", Why: expect.stringContaining("INC0017") });
  await expect
    .poll(async () => (await readGhosts(admin, "state=cleared")).rows.map(({ id }) => id))
    .toContain(ghost.id);
  await expectAccessible(page);
  await corner(page)
    .getByRole("button", { name: /^Dismiss: / })
    .click();
  await expect(corner(page)).toHaveCount(0);
});

test("shows a viewer what could be done and why they may not @reads @one-ghost", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedNameless(admin);
  await signIn("viewer", `/ghosts?ghost=${ghost?.id}`);
  const repairs = repairsIn(page.getByRole("dialog"));
  const button = repairs.getByRole("button").first();
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/role \(?viewer/);
  await repairs.getByRole("button", { name: "Other steps" }).focus();
  await page.keyboard.press("ArrowDown");
  const steps = page.getByRole("menuitem");
  await expect(steps.first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(steps.first()).toBeFocused();
  for (const step of await steps.all()) await expect(step).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expectAccessible(page);
  expect((await readOperations(admin)).total).toBe(0);
});

test("leads to the operation that stands in the way", async ({ page, signIn, admin }) => {
  const session = await firstSession(admin, "state=Active&sort=user");
  await signIn("desk", `/servers/${session.machineKey}`);
  await chooseOther(page, page, /^Restart the broker agent/);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/others? on the same machine|sessions? stands? on it/);
  const id = await operate(admin, { verb: "restart-agent", target: { machine: session.machineKey } }, "Ours is first");
  await dialog.getByLabel("Why", { exact: true }).fill("Somebody else is first");
  await page.keyboard.press("Enter");
  await dialog.getByRole("link", { name: "Show that operation" }).click();
  await expect(page).toHaveURL(new RegExp(`operation=${id}`));
  await expect(page.getByRole("dialog")).toContainText("Ours is first");
});

async function vanished(admin: APIRequestContext, count: number): Promise<readonly GhostRow[]> {
  await startScenario(admin, "named-gone-disconnected", { count });
  for (let minutes = 0; minutes < 60; minutes += 1) {
    const { rows } = await readGhosts(admin, "class=named-gone&state=confirmed");
    if (rows.length >= count) return rows;
    await advance(admin, "PT1M");
  }
  throw new Error(`Not ${count} sessions have vanished within an hour.`);
}

test("hides several at once, keeps them in mind, and shows one again", async ({ page, signIn, admin }) => {
  await vanished(admin, 2);
  await signIn("engineer", "/ghosts?class=named-gone");
  for (const place of [0, 1]) await queueOf(page).locator(`[data-place='${place}']`).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Hide…" }).click();
  await expect(page.getByRole("dialog", { name: "Hide 2 sessions?" })).toBeVisible();
  await confirm(page, "They cannot start anything new");
  const bulk = await untilOperation(admin, "verified");
  expect(bulk).toMatchObject({ verb: "hide", parts: 2, partsOver: 2 });
  await page.goto("/operations");
  const hidden = page.getByRole("region", { name: "Hidden sessions" });
  await expect(hidden).toContainText("2 sessions are hidden");
  await expectAccessible(page);
  await hidden
    .getByRole("button", { name: /^Unhide / })
    .first()
    .click();
  await confirm(page, "It was the wrong one");
  await expect(hidden).toContainText("1 session is hidden", { timeout: 60_000 });
});

test("keeps the filter in the address, and the CSV to it", async ({ page, signIn, admin }) => {
  const session = await firstSession(admin, "state=Active&sort=user");
  const said = {
    verb: "message",
    target: { sessions: [session.key] },
    params: { title: "From the desk", text: "Please save." },
  };
  const id = await operate(admin, said, "Maintenance at noon");
  await signIn("viewer", "/operations?state=failed");
  await expect(page.getByText("No operation fits this filter.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByLabel("What", { exact: true }).selectOption("message");
  await expect(page).toHaveURL(/verb=message/);
  const row = page.getByRole("table", { name: "Operations" }).getByRole("row").nth(1);
  await expect(row).toContainText("Sent");
  const csv = page.getByRole("link", { name: "CSV" });
  await expect(csv).toHaveAttribute("href", "/api/operations.csv?verb=message");
  expect(await (await page.request.get("/api/operations.csv?verb=message")).text()).toContain("Maintenance at noon");
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`operation=${id}`));
  await expect(page.getByRole("dialog")).toContainText("Maintenance at noon");
  await expectAccessible(page);
});

test("is whole and accessible at 390 px, with its pages behind More", async ({ page, signIn, admin }) => {
  const session = await firstSession(admin, "state=Active&sort=user");
  await operate(
    admin,
    { verb: "message", target: { sessions: [session.key] }, params: { title: "Hello", text: "Hi." } },
    "To try",
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("admin", "/operations");
  const card = page.getByRole("list", { name: "Operations" }).getByRole("listitem");
  await expect(card).toHaveCount(1);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await expect(page).toHaveURL(/\/settings$/);
});
