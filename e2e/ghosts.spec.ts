import { advance, endScenario, expect, expectAccessible, startScenario, test } from "./desk";
import { confirmedNameless, haunt, queueOf, readGhosts, untilGhost } from "./haunt";

/** The queue of ghosts on the practice site: found, proved and shown; what only looks like one stays out. */

const KINDS = [
  { scenario: "nameless-after-failed-logon", class: "nameless", label: "Nameless", skip: "PT9M" },
  { scenario: "named-gone-disconnected", class: "named-gone", label: "Named and gone", skip: "PT1M" },
  { scenario: "named-without-application", class: "named-gone", label: "Named and gone", skip: "PT1M" },
  { scenario: "hung-logon", class: "hung-logon", label: "Hung logon", skip: "PT15M" },
  { scenario: "stuck-connected", class: "stuck-connected", label: "Stuck connected", skip: "PT4M" },
  { scenario: "failure-trace", class: "failure-trace", label: "Failure trace", skip: "PT1M" },
];

for (const kind of KINDS) {
  test(`shows ${kind.scenario} as a suspect, then confirmed`, async ({ page, signIn, admin }) => {
    test.setTimeout(120_000);
    await startScenario(admin, kind.scenario, { count: 2 });
    await advance(admin, kind.skip);
    await signIn("desk", `/ghosts?class=${kind.class}`);
    const suspect = await untilGhost(admin, `class=${kind.class}&state=suspect`, 60);
    const row = queueOf(page)
      .getByRole("row")
      .filter({ hasText: suspect.machine ?? "" })
      .first();
    await expect(row).toContainText(kind.label);
    await expect(row).toContainText("Suspect");
    await advance(admin, "PT1M");
    const state = async () => (await (await admin.get(`/api/ghosts/${suspect.id}`)).json()).ghost.state;
    await expect.poll(state, { timeout: 30_000 }).toBe("confirmed");
    await page.goto(`/ghosts?ghost=${suspect.id}`);
    const drawer = page.getByRole("dialog");
    await expect(drawer).toContainText(kind.label);
    await expect(drawer).toContainText("Confirmed");
    await expect(drawer).toContainText(/speaks for it/);
    const person = suspect.userFullName ?? suspect.user;
    if (suspect.subject === "session" && person !== null) await expect(drawer).toContainText(person);
  });
}

const LOOK_ALIKES = [
  "logon-storm",
  "slow-logon",
  "anonymous-users",
  "console-and-rdp-administrators",
  "prelaunch-and-linger",
  "client-reconnecting",
  "agent-just-unregistered",
  "ended-between-two-reads",
];

for (const scenario of LOOK_ALIKES) {
  test(`keeps ${scenario} out of the queue`, async ({ page, signIn, admin }) => {
    test.setTimeout(120_000);
    await startScenario(admin, scenario);
    for (let quarter = 0; quarter < 6; quarter += 1) {
      await advance(admin, "PT15M");
      const { rows } = await readGhosts(admin, "state=all");
      expect(rows.map((row) => [row.class, row.state, row.machine])).toEqual([]);
    }
    await signIn("viewer", "/ghosts");
    await expect(page.getByText(/^No ghosts since/)).toBeVisible();
  });
}

test("stays usable with 50 ghosts, by keyboard alone @reads @many-ghosts", async ({ page, signIn, admin }) => {
  const { rows: ghosts } = await readGhosts(admin);
  expect(ghosts.length).toBeGreaterThanOrEqual(50);
  await signIn("desk", "/ghosts");
  const queue = queueOf(page);
  await expect(queue).toHaveAttribute("aria-rowcount", `${ghosts.length + 1}`);
  await queue.getByRole("row").nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(queue.locator("[data-place='2']")).toBeFocused();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("without a user");
  await expect(page).toHaveURL(/ghost=/);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await expect(queue.locator("[data-place='2']")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText("2 ghosts selected")).toBeVisible();
  await page.keyboard.press("End");
  await expect(queue.locator(`[data-place='${ghosts.length - 1}']`)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByText("2 ghosts selected")).toHaveCount(0);
  await page.getByRole("radio", { name: "By server" }).check({ force: true });
  await expect(page).toHaveURL(/by=server/);
  await expect(queue.getByRole("rowheader", { name: /\d+ ghosts?/ }).first()).toBeVisible();
  await queue.locator("[data-place='0']").focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press("ArrowDown");
  await expect(queue.locator("[data-place='12']")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(drawer).toContainText("without a user");
  await page.keyboard.press("Escape");
  await expect(queue.locator("[data-place='12']")).toBeFocused();
  // All of the list at once: what scrolling half hides behind the table's head or foot is no target that is too small.
  await page.setViewportSize({ width: 1440, height: 4_000 });
  await expect(queue.locator(`[data-place='${ghosts.length - 1}']`)).toBeInViewport();
  await expectAccessible(page);
});

test("does not call an empty queue good while the site cannot be read", async ({ page, signIn, admin }) => {
  await signIn("desk", "/ghosts");
  await expect(page.getByText(/^No ghosts since/)).toBeVisible();
  await startScenario(admin, "database-lost");
  await expect(page.getByText("Whether there are ghosts now is not known.")).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await endScenario(admin, "database-lost");
  await expect(page.getByText(/^No ghosts since/)).toBeVisible({ timeout: 40_000 });
});

test("filters and sorts in the address, and says so where nothing fits @reads @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const [first] = await confirmedNameless(admin);
  await signIn("viewer", "/ghosts");
  const queue = queueOf(page);
  await expect(queue.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("button", { name: /^Hung logon/ }).click();
  await expect(page).toHaveURL(/class=hung-logon/);
  await expect(page.getByText("No ghost fits this filter.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.getByLabel("Filter the ghosts").fill(first?.machine ?? "");
  await expect(page).toHaveURL(/q=/);
  await expect(queue.getByRole("row").nth(1)).toContainText(first?.machine ?? "");
  await queue.getByRole("columnheader", { name: "Age" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=-?since/);
  await page.getByRole("button", { name: "Most urgent first" }).click();
  await expect(page).not.toHaveURL(/sort=/);
});

for (const width of [1440, 390]) {
  test(`the queue, its evidence and the empty queue are accessible and whole at ${width} px`, async ({
    page,
    signIn,
    admin,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await signIn("desk", "/ghosts");
    await expect(page.getByText(/^No ghosts since/)).toBeVisible();
    await expectAccessible(page);
    const [ghost] = await haunt(admin, 3);
    await expect(page.getByText(/^3 ghosts open/)).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
    await page.goto(`/ghosts?ghost=${ghost?.id}`);
    await expect(page.getByRole("dialog")).toContainText("Why Ghostdesk says so");
    await expectAccessible(page);
  });
}
