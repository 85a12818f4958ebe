import { expect, expectAccessible, signInAs, test } from "./desk";
import { confirmedNameless, queueOf, readGhosts } from "./haunt";

/** More than one person works on the queue: who has what, what is no ghost, and who may only look. */

test("shows a second person who works on it, and lets them take it over @one-ghost", async ({
  page,
  signIn,
  admin,
  browser,
  server,
}) => {
  const [ghost] = await confirmedNameless(admin);
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

test("dismisses with a reason and reopens @one-ghost", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedNameless(admin);
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

test("takes several at once @many-ghosts", async ({ page, signIn, admin }) => {
  await signIn("desk", "/ghosts");
  const queue = queueOf(page);
  for (const place of [0, 1, 2]) await queue.locator(`[data-place='${place}']`).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await expect(page.getByText("3 ghosts taken.")).toBeVisible();
  const taken = async () => (await readGhosts(admin)).rows.filter((row) => row.takenBy === "desk").length;
  await expect.poll(taken).toBe(3);
});

test("lets a viewer read everything and change nothing @reads @one-ghost", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedNameless(admin);
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
