import { expect, expectAccessible, test } from "./desk";
import { queueOf, readGhosts } from "./haunt";
import { confirm, corner, repairsIn } from "./repair";
import { climb, confirmedGhosts, expectCleared, expectTold, firstStep, reachWith, settle } from "./repair-ladder";

/** Every class of ghost repaired in the browser, with the verification seen. */

test.describe.configure({ timeout: 180_000 });

test("clears a nameless ghost from its drawer", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedGhosts(admin, {
    ...{ scenario: "nameless-after-failed-logon", class: "nameless", skip: "PT10M" },
  });
  await signIn("desk", `/ghosts?ghost=${ghost?.id}`);
  const done = await climb(page, admin, page.getByRole("dialog"), "Nobody owns it and it holds a place");
  expect(done.at(-1)?.state).toBe("verified");
  await expectCleared(page, admin, { id: ghost?.id ?? "" });
  await expectTold(page, admin, done);
});

test("clears a hung logon from its caller's page", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedGhosts(admin, { scenario: "hung-logon", class: "hung-logon", skip: "PT15M" });
  await signIn("desk", `/users/${ghost?.userKey}`);
  const done = await climb(page, admin, page.getByRole("region", { name: "Answer" }), "The logon never ends");
  expect(done.at(-1)?.state).toBe("verified");
  await expect(page.getByRole("region", { name: "Answer" })).not.toContainText("does not end");
  await expectCleared(page, admin, { id: ghost?.id ?? "" });
  await expectTold(page, admin, done);
});

test("clears stuck desktops from the drawer, and leaves the machine's restart to an engineer", async ({
  page,
  context,
  signIn,
  admin,
}) => {
  const ghosts = await confirmedGhosts(admin, {
    ...{ scenario: "stuck-connected", class: "stuck-connected", skip: "PT4M", count: 2 },
  });
  const done = [];
  for (const { id } of ghosts) {
    await context.clearCookies();
    await signIn("desk", `/ghosts?ghost=${id}`);
    const byDesk = await climb(page, admin, page.getByRole("dialog"), "The desktop never opens");
    done.push(...byDesk);
    if (byDesk.at(-1)?.state !== "verified") {
      await expect(firstStep(page.getByRole("dialog"))).toHaveText(/^Restart /);
      await expect(firstStep(page.getByRole("dialog"))).toHaveAccessibleDescription(/role \(?desk/);
      await context.clearCookies();
      await signIn("engineer", `/ghosts?ghost=${id}`);
      done.push(...(await climb(page, admin, page.getByRole("dialog"), "A log-off did not help")));
    }
    expect(done.at(-1)?.state).toBe("verified");
    await expectCleared(page, admin, { id });
  }
  await expectTold(page, admin, done);
});

test("hides a session that its server lost, once a log-off did not help", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedGhosts(admin, {
    ...{ scenario: "named-without-application", class: "named-gone", skip: "PT1M" },
  });
  await signIn("desk", `/users/${ghost?.userKey}`);
  const done = await climb(page, admin, page.getByRole("region", { name: "Answer" }), "It keeps the caller out");
  expect(done.map(({ verb, state }) => [verb, state])).toEqual([
    ["log-off", "still-there"],
    ["hide", "verified"],
  ]);
  await expectCleared(page, admin, { id: ghost?.id ?? "" });
  await expectTold(page, admin, done);
  await expect(page.getByRole("region", { name: "Hidden sessions" })).toContainText("hidden by desk");
});

test("acts on several at once, and is followed over pages and reloads to the next step", async ({
  page,
  signIn,
  admin,
}) => {
  const ghosts = await confirmedGhosts(admin, {
    ...{ scenario: "named-without-application", class: "named-gone", skip: "PT1M", count: 3 },
  });
  await signIn("engineer", "/ghosts?class=named-gone");
  for (const place of [0, 1, 2]) await queueOf(page).locator(`[data-place='${place}']`).getByRole("checkbox").click();
  await page.getByRole("button", { name: "Log off…" }).click();
  await expect(page.getByRole("dialog", { name: "Log off 3 sessions?" }).getByRole("listitem")).not.toHaveCount(0);
  await confirm(page, "None of the three has a Windows session");
  await expect(corner(page)).toContainText("0 of 3 done");
  await page.reload();
  await expect(corner(page)).toContainText("0 of 3 done");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByRole("table", { name: "Sessions" })).toBeVisible();
  await expect(corner(page)).toContainText("0 of 3 done");
  await expect(corner(page).getByRole("button", { name: "Stop" })).toHaveCount(0);
  expect((await settle(admin)).message).toBe("3 still there.");
  await expect(corner(page)).toContainText("3 still there.");
  await corner(page).getByRole("button", { name: "Next: hide…" }).click();
  await expect(page.getByRole("dialog", { name: "Hide 3 sessions?" })).toBeVisible();
  await confirm(page, "The log-off changed nothing");
  const hidden = await settle(admin);
  expect(hidden).toMatchObject({ state: "verified", parts: 3, partsOver: 3 });
  await page.goto(`/operations?operation=${hidden.id}`);
  const parts = page.getByRole("dialog").getByRole("region", { name: "Its 3 parts" }).getByRole("listitem");
  await expect(parts.filter({ hasText: "Worked" })).toHaveCount(3);
  await expectAccessible(page);
  const open = async () => (await readGhosts(admin)).rows.map(({ id }) => id);
  await expect.poll(async () => (await open()).filter((id) => ghosts.some((ghost) => ghost.id === id))).toEqual([]);
});

test("needs no mouse from a caller's page to a repair that worked", async ({ page, signIn, admin }) => {
  const [ghost] = await confirmedGhosts(admin, {
    ...{ scenario: "named-without-application", class: "named-gone", skip: "PT1M" },
  });
  await signIn("desk", `/users/${ghost?.userKey}`);
  await reachWith(page, "Tab", repairsIn(page).getByRole("button", { name: "Other steps" }));
  await page.keyboard.press("ArrowDown");
  await reachWith(page, "ArrowDown", page.getByRole("menuitem", { name: "Hide the session…" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Hide the session of / });
  await expect(dialog.getByRole("region", { name: "Whom it touches" })).toBeVisible();
  await reachWith(page, "Tab", dialog.getByLabel("Why", { exact: true }));
  await page.keyboard.type("No mouse at hand");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  expect(await settle(admin)).toMatchObject({ state: "verified", actor: "desk", reason: "No mouse at hand" });
  await expect(repairsIn(page)).toContainText(/Hidden after/);
  // What was pressed has gone; the focus is where it was.
  expect(await repairsIn(page).evaluate((part) => part.contains(document.activeElement))).toBe(true);
  await reachWith(page, "Tab", corner(page).getByRole("button", { name: /^Dismiss: Hide/ }));
  await page.keyboard.press("Enter");
  await expect(corner(page)).toHaveCount(0);
  await expectCleared(page, admin, { id: ghost?.id ?? "" });
});
