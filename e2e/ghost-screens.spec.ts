import type { APIRequestContext } from "@playwright/test";
import { advance, endScenario, expect, expectAccessible, startScenario, tableRows, test } from "./desk";
import { loneNameless, untilGhost } from "./haunt";

/** Ghosts where the desk looks anyway: the caller, the servers, the front page, the list of sessions. */

async function skippedServer(admin: APIRequestContext) {
  const { rows } = await (await admin.get("/api/servers?only=skipped")).json();
  const server = rows.find(({ ghosts }: { ghosts: number }) => ghosts > 0);
  expect(server, "a server that is skipped for its ghosts").toBeDefined();
  return server as { key: string; name: string; pending: number; tolerance: number };
}

test("a caller hears why, sees it on the session, and the desk gets to the evidence @reads @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const ghost = await loneNameless(admin);
  await signIn("desk", `/users/${ghost.userKey}`);
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText(`has a ghost session on ${ghost.machine}`);
  await expect(answer).toContainText("the site counts a session there without a user");
  const row = page
    .getByRole("table", { name: /^Sessions of/ })
    .getByRole("row")
    .filter({ hasText: ghost.machine ?? "" });
  await expect(row).toContainText("Nameless · confirmed");
  const card = page.getByRole("region", { name: "Ghosts" }).getByRole("listitem").first();
  await expect(answer.getByRole("region", { name: "Repair" }).getByRole("button").first()).toBeVisible();
  await expect(card).toContainText("Nobody is working on it.");
  await expectAccessible(page);
  await card.getByRole("link", { name: /^Evidence/ }).click();
  await expect(page).toHaveURL(new RegExp(`/ghosts\\?ghost=${ghost.id}`));
});

test("a caller's answer names the colleague who works on it, and forgets a ghost that was dismissed @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const ghost = await loneNameless(admin);
  await signIn("desk", `/users/${ghost.userKey}`);
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText("has a ghost session");
  expect((await admin.post(`/api/ghosts/${ghost.id}/take`, { data: {} })).status()).toBe(200);
  await expect(answer).toContainText("admin is working on it.");
  const dismissed = await admin.post(`/api/ghosts/${ghost.id}/dismiss`, {
    data: { reason: "A test of the network." },
  });
  expect(dismissed.status()).toBe(200);
  await expect(answer).toContainText(/Nothing found that keeps|No ghost among/);
  await expect(answer).toContainText("said that it is no ghost");
  await expect(page.getByRole("region", { name: "Past ghosts" })).toContainText("Dismissed");
});

test("a caller without a ghost hears that, and no more than was looked at", async ({ page, signIn, admin }) => {
  const { rows } = await (await admin.get("/api/sessions?state=Active&userSource=user&limit=100")).json();
  const session = rows.find(({ ghost }: { ghost: unknown }) => ghost === null);
  await signIn("viewer", `/users/${session.userKey}`);
  const answer = page.getByRole("region", { name: "Answer" });
  await expect(answer).toContainText(/Nothing found that keeps .* from logging in: .*, no ghosts\./);
  await expect(answer).toContainText("what else a launch needs was not checked");
  await startScenario(admin, "database-lost");
  await expect(answer).toContainText("Cannot tell: the site has not been read since", { timeout: 20_000 });
  await endScenario(admin, "database-lost");
  await expect(answer).toContainText("Nothing found that keeps", { timeout: 40_000 });
  await expect(answer).not.toContainText("Cannot tell", { timeout: 40_000 });
});

test("a server that is being skipped says so, with its count, before anybody calls @reads @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const server = await skippedServer(admin);
  const pending = `${server.pending} of ${server.tolerance}`;
  await signIn("desk", "/servers");
  await page.getByRole("button", { name: /^Being skipped/ }).click();
  await expect(page).toHaveURL(/only=skipped/);
  const table = page.getByRole("table", { name: "Servers" });
  const row = table.getByRole("row").filter({ hasText: server.name });
  await expect(row).toContainText(pending);
  await expect(row).toContainText("Being skipped");
  await expect(row.getByRole("link", { name: new RegExp(`ghosts? on ${server.name}`) })).toHaveAttribute(
    "href",
    /\/ghosts\?server=/,
  );
  const shown = await tableRows(table);
  expect(shown.every((each) => each.Pending?.includes("Being skipped"))).toBe(true);
  await row.getByRole("link", { name: server.name, exact: true }).click();
  await expect(page.getByText("This server is being skipped.")).toBeVisible();
  await expect(page.getByText(/Load balancing sends nobody here while 2 or more logons are pending/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Ghosts on it" }).getByRole("listitem").first()).toContainText(
    "Nameless",
  );
  await expect(
    page
      .getByRole("table", { name: /^Sessions on/ })
      .getByText(/^Nameless ·/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test("the front page shows ghosts and skipped servers as they come, without a reload", async ({
  page,
  signIn,
  admin,
}) => {
  await signIn("desk");
  const needs = page.getByRole("region", { name: "What needs a person now" });
  await expect(needs.getByText(/^No ghosts since|^\d+ ghosts?$/).first()).toBeVisible();
  await startScenario(admin, "nameless-after-failed-logon", { count: 30 });
  await advance(admin, "PT40M");
  const server = await skippedServer(admin);
  const ghosts = needs.getByRole("region", { name: /^\d+ ghosts?$/ });
  await expect(ghosts.getByRole("listitem")).toHaveCount(8);
  await expect(ghosts.getByRole("link", { name: /^and \d+ more$/ })).toHaveAttribute("href", "/ghosts");
  const skipped = needs.getByRole("region", { name: /being skipped$/ });
  await expect(skipped.getByRole("link", { name: server.name, exact: true })).toBeVisible();
  await expectAccessible(page);
  const first = ghosts.getByRole("link", { name: /^Evidence/ }).first();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ghosts\?ghost=/);
});

test("the list of sessions is filtered by what kind of ghost they are @reads @many-ghosts", async ({
  page,
  signIn,
  admin,
}) => {
  const ghost = await loneNameless(admin);
  await signIn("viewer", "/sessions");
  const chip = page.getByRole("group", { name: "Ghosts" }).getByRole("button", { name: "Nameless" });
  await chip.click();
  await expect(page).toHaveURL(/class=nameless/);
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect.poll(async () => (await tableRows(table)).every((row) => row.Ghost?.startsWith("Nameless"))).toBe(true);
  await expect(
    table
      .getByRole("row")
      .filter({ hasText: ghost.machine ?? "" })
      .first(),
  ).toBeVisible();
  await table.getByRole("row").nth(1).focus();
  await page.keyboard.press("Space");
  const details = page.getByRole("dialog");
  await expect(details).toContainText("A session that stands without a user");
  await expectAccessible(page);
  await details.getByRole("link", { name: "Evidence of the ghost" }).click();
  await expect(page).toHaveURL(/\/ghosts\?ghost=/);
});

test("a server whose sessions keep failing is shown as ill, with its counts", async ({ page, signIn, admin }) => {
  await startScenario(admin, "failure-trace");
  await advance(admin, "PT30M");
  const trace = await untilGhost(admin, "class=failure-trace", 40);
  await signIn("viewer", `/servers/${trace.machineKey}`);
  const banner = page.getByRole("status").filter({ hasText: "Failure trace" });
  await expect(banner).toContainText(/\d+ sessions of \d+ (person|people) on \S+ ended with a failure/);
  await banner.getByRole("link", { name: /^Evidence/ }).click();
  await expect(page).toHaveURL(/\/ghosts\?ghost=/);
});
