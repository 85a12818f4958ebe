import { advance, expect, firstSession, test } from "./desk";
import { readOutage, untilStandingRead } from "./standing";

/** The main job: somebody calls, the desk types a name and sees what the site has of that person. */

test("finds a caller by typing a name, and shows every session with its state, server and times @reads", async ({
  page,
  signIn,
  admin,
}) => {
  const session = await firstSession(admin, "state=Disconnected&sort=user");
  await signIn("desk", "/servers");
  await expect(page.getByRole("heading", { name: "Servers" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(session.user.split("\\")[1] ?? "");
  const found = page.getByRole("listbox", { name: "Found" }).getByRole("option").first();
  await expect(found).toContainText(session.userFullName ?? session.user);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/users/${session.userKey}`));
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText(`Disconnected on ${session.machine} since`);
  await expect(answer).toContainText("As the site says, as of");
  const table = page.getByRole("table", { name: /^Sessions of/ });
  await expect(table.getByRole("row").filter({ hasText: session.machine })).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "What the site knows" })).toBeVisible();
});

test("watches a session end, live, without a reload", async ({ page, signIn, admin }) => {
  // Lingering sessions end by their timer: the site's clock decides, not this test.
  const session = await firstSession(admin, "state=Disconnected&sort=since");
  await signIn("desk", `/users/${session.userKey}`);
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("has 1 session");
  const count = async () => (await (await admin.get(`/api/users/${session.userKey}`)).json()).sessions.length;
  for (let hours = 0; hours < 16 && (await count()) > 0; hours += 1) await advance(admin, "PT1H");
  expect(await count()).toBe(0);
  await expect(answer).toContainText("no session");
  await expect(page.getByText("No session on this site.", { exact: true })).toBeVisible();
});

test("watches a session appear, live", async ({ page, signIn, admin }) => {
  await signIn("desk", "/sessions?userSource=user&sort=-startedAt");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await advance(admin, "PT10M");
  const newest = await firstSession(admin, "userSource=user&sort=-startedAt");
  const name = newest.userFullName ?? newest.user;
  const comers = page.getByRole("button", { name: /new|changed/i });
  await expect(table.getByText(name).or(comers).first()).toBeVisible();
});

test("says so where the site knows nobody of that name @reads", async ({ page, signIn }) => {
  await signIn("viewer", "/users/nobody.of.this.name");
  await expect(page.getByText("The site knows nobody of that name.")).toBeVisible();
});

test("shows whom a nameless session stands for, and where that name comes from", async ({ page, signIn, admin }) => {
  await admin.post("/api/practice/scenarios/nameless-after-failed-logon", { data: { count: 2 } });
  await advance(admin, "PT15M");
  const unnamed = await firstSession(admin, "userSource=untrusted,brokering,client,none&state=Connected&sort=since");
  await signIn("desk", "/sessions?userSource=untrusted,brokering,client,none");
  const row = page
    .getByRole("table", { name: "Sessions" })
    .getByRole("row")
    .filter({ hasText: unnamed.machine })
    .first();
  await expect(row).toContainText("-");
  if (unnamed.user) await expect(row).toContainText(unnamed.user.split("\\").at(-1) ?? "");
  if (unnamed.userKey) {
    await page.goto(`/users/${unnamed.userKey}`);
    await expect(page.getByRole("region", { name: "Answer" })).toContainText("The site shows no user on");
  }
  await page.goto("/");
  const needs = page.getByRole("region", { name: "What needs a person now" });
  await expect(needs.getByText(/^Nameless ·|without a user name/).first()).toBeVisible();
});

test("tells when a session will clear by itself, and what its owner could launch in an outage @reads", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  const session = await firstSession(admin, "life=lingering-disconnected&sort=-ends");
  await signIn("desk", `/users/${session.userKey}`);
  const row = page
    .getByRole("table", { name: /^Sessions of/ })
    .getByRole("row")
    .filter({ hasText: session.machine });
  await expect(row).toContainText(/Will clear by itself at \d\d:\d\d \(linger terminate limit 2 h, group setting\)/);
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText(/^Will clear by itself at/)).toBeVisible();
  await page.keyboard.press("Escape");
  const { covered, total } = await readOutage(admin, `user=${session.userKey}`);
  const card = page.getByRole("region", { name: "Leases" });
  const part = covered === 0 ? "nothing of what they have" : `${covered} of ${total}`;
  const could = covered === total ? `everything they have (${total})` : part;
  await expect(card).toContainText(`If the database failed now, this person could launch ${could}.`);
  await expect(card.getByRole("listitem")).toHaveCount(Math.min(10, total));
  await card.getByRole("link", { name: "Open as a list" }).click();
  await expect(page).toHaveURL(new RegExp(`/leases\\?tab=pairs&user=${session.userKey}`));
  await expect(page.getByText(new RegExp(`^${total} pairs? · as of`))).toBeVisible();
});
