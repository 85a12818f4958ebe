import { advance, expect, expectAccessible, firstSession, signInAs, startScenario, test } from "./desk";
import { haunt, queueOf, readGhosts } from "./haunt";
import { chooseOther, confirm, corner, operate, readOperations, repairsIn, untilOperation } from "./repair";
import { climb, confirmedGhosts, expectCleared, expectTold, firstStep, settle } from "./repair-ladder";

/** Every class of ghost repaired in the browser with its verification seen, and what keeps a repair from doing harm. */

test.describe.configure({ timeout: 180_000 });

test("clears a nameless ghost from its drawer", async ({ page, signIn, admin }) => {
  const [ghost] = await haunt(admin, 1);
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
  signIn,
  admin,
}) => {
  const ghosts = await confirmedGhosts(admin, {
    ...{ scenario: "stuck-connected", class: "stuck-connected", skip: "PT4M", count: 2 },
  });
  const done = [];
  for (const { id } of ghosts) {
    await signIn("desk", `/ghosts?ghost=${id}`);
    const byDesk = await climb(page, admin, page.getByRole("dialog"), "The desktop never opens");
    done.push(...byDesk);
    if (byDesk.at(-1)?.state !== "verified") {
      await expect(firstStep(page.getByRole("dialog"))).toHaveText(/^Restart /);
      await expect(firstStep(page.getByRole("dialog"))).toHaveAccessibleDescription(/role \(?desk/);
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
