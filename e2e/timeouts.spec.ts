import type { APIRequestContext } from "@playwright/test";
import { STANDING_STATES } from "@/lib/domain/session/life";
import { advance, expect, expectAccessible, startScenario, tableRows, test } from "./desk";
import {
  expectWell,
  namedPlaces,
  outageAnswer,
  placesOf,
  readDrawn,
  readTimeouts,
  untilStandingRead,
} from "./standing";

/** The page of timeouts: the diagram with its counts, what ends next, what is past its deadline, and what other timers would do. */

/** The diagram's counts and those of the list of sessions, both of one version of the site. */
async function expectSameCounts(admin: APIRequestContext): Promise<void> {
  const total = async (life: string) => (await admin.get(`/api/sessions?limit=1&life=${life}`)).json();
  await expect(async () => {
    const { version, states } = await readTimeouts(admin);
    const lists = await Promise.all(STANDING_STATES.map(total));
    expect(lists.map((list) => list.version)).toEqual(STANDING_STATES.map(() => version));
    expect(lists.map((list) => list.total)).toEqual(STANDING_STATES.map((state) => states[state]));
  }).toPass();
}

test("counts every session at its place, and leads to those of a place by keyboard alone @reads", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("viewer", "/timeouts");
  await expect(placesOf(page)).toHaveCount(STANDING_STATES.length + 1);
  const { places, notBrokered, said } = await readDrawn(page);
  const { "Idle, interactive": idle = 0, ...apart } = places;
  expect(Object.values(apart).reduce((sum, count) => sum + count, notBrokered)).toBe(said);
  expect(idle).toBeLessThanOrEqual(places["Active, interactive"] ?? 0);
  await expectSameCounts(admin);
  await page.getByRole("radio", { name: "Drawing" }).focus();
  for (let links = 0; links < STANDING_STATES.length; links += 1) await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Active, lingering: / })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\/sessions\?life=lingering-disconnected$/);
  await expect(page.getByRole("button", { name: /^Place Disconnected, lingering/ })).toBeVisible();
  const note = page.getByText(/^[\d,]+ sessions? of this filter$/);
  const shown = async () => Number.parseInt((await note.textContent()) ?? "", 10);
  const listed = async () => (await readTimeouts(admin)).states["lingering-disconnected"];
  await expect.poll(async () => (await shown()) - (await listed())).toBe(0);
  const rows = await tableRows(page.getByRole("table", { name: "Sessions" }));
  expect(new Set(rows.map((row) => row.State))).toEqual(new Set(["Disconnected"]));
  expect(rows[0]?.Ends).toMatch(/\d\d:\d\d\s*ended/);
  await page.goBack();
  await page.getByRole("link", { name: /^Ends, from Disconnected, lingering to Ended/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\?life=lingering-disconnected&sort=ends/);
  const { rows: servers } = await (await admin.get("/api/servers?support=all&sort=sessions&limit=1")).json();
  await page.goto(`/timeouts?server=${servers[0].key}`);
  await expect(page.getByText("Nobody has a session there.")).toBeVisible();
  await expectWell(page);
});

test("runs down to a deadline, moves who was disconnected, and forgets who ended", async ({ page, signIn, admin }) => {
  await untilStandingRead(admin);
  await signIn("desk", "/timeouts");
  const table = page.getByRole("table", { name: "Ends next" });
  const left = async () => (await table.locator("time [aria-hidden]").first().textContent()) ?? "";
  await expect(table.getByRole("row").nth(5)).toBeVisible();
  const [before, first] = [await readDrawn(page), await left()];
  expect(first).toMatch(/^\d+:\d\d$/);
  await expect.poll(left).not.toBe(first);
  const { next, now } = await readTimeouts(admin);
  const ends = next.find(({ due }) => due.becomes === "ends");
  const disconnects = next.find(({ due }) => due.becomes === "disconnects");
  const last = Math.max(...[ends, disconnects].map((row) => Date.parse(row?.due.at ?? "")));
  await advance(admin, `PT${Math.ceil((last - Date.parse(now)) / 1000) + 90}S`);
  expect((await admin.get(`/api/sessions/${ends?.sessionKey}`)).status()).toBe(404);
  const { session } = await (await admin.get(`/api/sessions/${disconnects?.sessionKey}`)).json();
  expect(session.life).toBe(disconnects?.life.replace("-active", "-disconnected").replace("-idle", "-disconnected"));
  await expect(page.getByText(/flow counted since \d\d:\d\d/)).toBeVisible();
  for (const flow of [/^Ends, from .*: [1-9]\d* since \d\d:\d\d$/, /^Disconnects, from .*: [1-9]\d* since/]) {
    await expect(page.getByRole("link", { name: flow }).first()).toBeVisible();
  }
  await expect(async () => {
    const { places } = await readDrawn(page);
    expect(places).toEqual(namedPlaces(await readTimeouts(admin)));
    expect(places).not.toEqual(before.places);
  }).toPass();
  await expect(page.getByText("none is past its deadline")).toBeVisible();
  const { next: after } = await readTimeouts(admin);
  expect(after.map(({ sessionKey }) => sessionKey)).not.toContain(ends?.sessionKey);
  await expect(table.getByText("due now")).toHaveCount(0);
});

test("shows who is past the deadline, and leads from there to the ghost", async ({ page, signIn, admin }) => {
  await untilStandingRead(admin);
  await startScenario(admin, "named-gone-disconnected", { count: 15 });
  const overdue = async () => (await readTimeouts(admin)).overdue.rows.filter(({ ghostId }) => ghostId !== null);
  for (let steps = 0; steps < 12 && (await overdue()).length === 0; steps += 1) await advance(admin, "PT10M");
  const [row] = await overdue();
  await signIn("desk", "/timeouts");
  await expect(page.getByText(/\d+ (is|are) past (its|their) deadline:/)).toBeVisible();
  const panel = page.getByRole("region", { name: "Past their deadline" });
  const line = panel
    .getByRole("row")
    .filter({ hasText: row?.machine ?? "" })
    .filter({ hasText: row?.userFullName ?? "" });
  await expect(line.first()).toContainText(/linger .*ended/);
  await expectAccessible(page);
  await panel.getByRole("link", { name: "All in the list of sessions" }).click();
  await expect(page).toHaveURL(/\/sessions\?overdue=true/);
  const listed = async () => (await tableRows(page.getByRole("table", { name: "Sessions" }))).map(({ Ends }) => Ends);
  await expect.poll(async () => (await listed())[0]).toMatch(/^was due/);
  await page.goBack();
  await line.first().getByRole("link", { name: "Ghost" }).click();
  await expect(page).toHaveURL(/\/ghosts\?ghost=/);
  await expect(page.getByRole("dialog")).toContainText(row?.machine ?? "");
});

test("answers a viewer what a shorter limit would have saved, and refuses at once what cannot be @reads", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("viewer", "/timeouts");
  const panel = page.getByRole("region", { name: "What if" });
  await panel.getByRole("combobox", { name: "Delivery group" }).selectOption({ label: "Business applications" });
  const replay = panel.getByRole("button", { name: "Replay" });
  await expect(replay).toHaveAccessibleDescription(/Choose another value/);
  const own = panel.getByRole("textbox", { name: "Lingering, then disconnected after" });
  await own.fill("200");
  await expect(own).toHaveAccessibleDescription(/cannot be disconnected \(200 min\) after it has ended \(120 min\)/);
  await own.press("Enter");
  await expect(replay).toHaveAttribute("aria-disabled", "true");
  await expect(panel.getByRole("region", { name: "Answer" })).toHaveCount(0);
  await own.fill("");
  const terminate = panel.getByRole("group", { name: "Lingering, then ended after" });
  await terminate.getByRole("button", { name: "30 min" }).click();
  await replay.click();
  const answer = panel.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText(
    /Business applications: lingering, then ended after 30 min instead of 2 h \(group setting\)\. Replayed over [\d,]+ sessions of \d+ days/,
    { timeout: 30_000 },
  );
  const numbers = async (pattern: RegExp) =>
    (pattern.exec((await answer.textContent()) ?? "") ?? []).slice(1).map(Number);
  const [now = 0, then = 0] = await numbers(/sessions at the peak(\d+) now, (\d+) then/);
  expect(now).toBeGreaterThan(0);
  expect(then).toBeLessThanOrEqual(now);
  const [more = 0, fewer = -1] = await numbers(/full logons a day([\d.]+) more, ([\d.]+) fewer/);
  expect([more > 0, fewer]).toEqual([true, 0]);
  const assumptions = answer.getByRole("heading", { name: "What this assumes" }).locator("~ ul > li");
  expect(await assumptions.count()).toBeGreaterThan(2);
  await expectWell(page);
  await terminate.getByRole("button", { name: "off" }).click();
  await expect(panel.getByText("You have changed values since")).toBeVisible();
});

test("keeps what was read of timers and leases when the site is lost, and says since when", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("viewer", "/timeouts");
  await expect(placesOf(page).first()).toBeVisible();
  await startScenario(admin, "database-lost", { for: "PT1H" });
  const banner = page.getByText(/What is shown is the last that was read, at/);
  await expect(banner).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/The database cannot be reached/).first()).toBeVisible();
  await expect(placesOf(page).first()).toBeVisible();
  await page
    .getByRole("group", { name: "Disconnected, then ended after" })
    .getByRole("button", { name: "30 min" })
    .click();
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("This could not be replayed.")).toBeVisible();
  await expectWell(page);
  await page.goto("/leases");
  await expect(banner).toBeVisible();
  await expect(outageAnswer(page)).toContainText(/If the database failed now: [\d,]+ of [\d,]+ could still launch\./);
  await expectWell(page);
});
