import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { type GhostRow, type GhostsResponse, listGhosts } from "@/lib/api/contract/ghosts";
import { advance, expect, expectAccessible, signInAs, startScenario, test } from "./desk";

/** The queue of ghosts on the practice site: found, proved, shown, and worked on by more than one person. */

async function readGhosts(admin: APIRequestContext, filter = ""): Promise<GhostsResponse> {
  return (await admin.get(`${listGhosts.path}?limit=500&${filter}`)).json();
}

/** Moves the clock by minutes until the filter leaves a ghost: the first of them. */
async function untilGhost(admin: APIRequestContext, filter: string, minutesMax: number): Promise<GhostRow> {
  for (let minutes = 0; minutes < minutesMax; minutes += 1) {
    const [first] = (await readGhosts(admin, filter)).rows;
    if (first) return first;
    await advance(admin, "PT1M");
  }
  throw new Error(`No ghost with ${filter} within ${minutesMax} minutes.`);
}

/** Nameless ghosts that are confirmed: so many, or as many as the site could make. */
async function haunt(admin: APIRequestContext, count: number): Promise<readonly GhostRow[]> {
  await startScenario(admin, "nameless-after-failed-logon", { count });
  await advance(admin, "PT45M");
  const confirmed = async () => (await readGhosts(admin, "class=nameless&state=confirmed")).rows;
  await expect.poll(async () => (await confirmed()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  return confirmed();
}

const queueOf = (page: Page): Locator => page.getByRole("table", { name: "Ghosts" });

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

test("stays usable with 50 ghosts, by keyboard alone", async ({ page, signIn, admin }) => {
  test.setTimeout(120_000);
  const ghosts = await haunt(admin, 50);
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
  await expectAccessible(page);
});

test("filters and sorts in the address, and says so where nothing fits", async ({ page, signIn, admin }) => {
  test.setTimeout(120_000);
  const [first] = await haunt(admin, 3);
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

test("shows a second person who works on it, and lets them take it over", async ({
  page,
  signIn,
  admin,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const [ghost] = await haunt(admin, 1);
  await signIn("desk", `/ghosts?ghost=${ghost?.id}`);
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await other.goto(`/sign-in?return=${encodeURIComponent(`/ghosts?ghost=${ghost?.id}`)}`);
  await signInAs(other, "engineer");
  const seen = other.getByRole("dialog");
  await expect(seen.getByRole("button", { name: "Take", exact: true })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Take", exact: true }).click();
  await expect(page.getByText(/^You are working on this/)).toBeVisible();
  await expect(seen.getByText(/^desk is working on this/)).toBeVisible();
  await expect(queueOf(other).getByRole("row").nth(1)).toContainText("desk");
  await seen.getByRole("button", { name: "Take over from desk" }).click();
  await expect(page.getByText(/^engineer is working on this/)).toBeVisible();
  await seen.getByRole("button", { name: "Release" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Take", exact: true })).toBeVisible();
  await expect(seen.getByRole("region", { name: "History" })).toContainText("engineer took it");
  await context.close();
});

test("dismisses with a reason and reopens", async ({ page, signIn, admin }) => {
  test.setTimeout(120_000);
  const [ghost] = await haunt(admin, 1);
  await signIn("desk", `/ghosts?ghost=${ghost?.id}`);
  await page.getByRole("button", { name: "Dismiss…" }).click();
  const question = page.getByRole("dialog", { name: "Dismiss this ghost?" });
  await question.getByRole("button", { name: "Dismiss" }).click();
  await expect(question.getByText("Say in a few words why it is no ghost.")).toBeVisible();
  await question.getByLabel("Why it is no ghost").fill("A test user of ours");
  await question.getByRole("button", { name: "Dismiss" }).click();
  await expect(question).toHaveCount(0);
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("desk dismissed it");
  await expect(drawer).toContainText("“A test user of ours”");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(/^No ghosts since/)).toBeVisible();
  await page.getByRole("button", { name: /^Dismissed/ }).click();
  await expect(queueOf(page).getByRole("row").nth(1)).toContainText("Dismissed");
  await page.goto(`/ghosts?ghost=${ghost?.id}`);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("dialog").getByText(/^(Suspect|Confirmed)$/)).toBeVisible();
  await expect(queueOf(page).getByRole("row").nth(1)).toBeVisible();
});

test("takes several at once", async ({ page, signIn, admin }) => {
  test.setTimeout(120_000);
  await haunt(admin, 4);
  await signIn("desk", "/ghosts");
  const queue = queueOf(page);
  for (const place of [0, 1, 2]) await queue.locator(`[data-place='${place}']`).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(page.getByText("3 ghosts taken.")).toBeVisible();
  const taken = async () => (await readGhosts(admin)).rows.filter((row) => row.takenBy === "desk").length;
  await expect.poll(taken).toBe(3);
});

test("lets a viewer read everything and change nothing", async ({ page, signIn, admin }) => {
  test.setTimeout(120_000);
  const [ghost] = await haunt(admin, 1);
  await signIn("viewer", `/ghosts?ghost=${ghost?.id}`);
  const drawer = page.getByRole("dialog");
  for (const name of ["Take", "Dismiss…"]) {
    const button = drawer.getByRole("button", { name, exact: true });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(/needs the role desk/);
  }
  await expect(queueOf(page).getByRole("checkbox")).toHaveCount(0);
  const headers = { Origin: new URL(page.url()).origin };
  expect((await page.request.post(`/api/ghosts/${ghost?.id}/take`, { data: {}, headers })).status()).toBe(403);
  await expectAccessible(page);
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
