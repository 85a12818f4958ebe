import { advance, expect, expectAccessible, firstSession, signInAs, startScenario, test } from "./desk";
import { chooseOther, confirm, corner, operate, readOperations, repairsIn, untilOperation } from "./repair";
import { firstStep, registeredServers, settle } from "./repair-ladder";

/** What keeps a repair from doing harm: who may, how often, whom it would hit, and one at a time. */

test.describe.configure({ timeout: 180_000 });

test("lets a viewer look at a machine and act on nothing @reads", async ({ page, signIn, admin }) => {
  const session = await firstSession(admin, "state=Active&sort=user");
  await signIn("viewer", `/servers/${session.machineKey}`);
  await repairsIn(page).getByRole("button").first().focus();
  await expect(firstStep(page)).toHaveAttribute("aria-disabled", "true");
  await expect(firstStep(page)).toHaveAccessibleDescription(/Your role \(viewer\) may not do this/);
  await firstStep(page).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const headers = { Origin: new URL(page.url()).origin, "Idempotency-Key": "a-viewer" };
  const send = async (path: string, data: object) => (await page.request.post(path, { data, headers })).status();
  const asked = { verb: "log-off", target: { sessions: [session.key] } };
  expect(await send("/api/operations/preview", asked)).toBe(403);
  const { token } = await (await admin.post("/api/operations/preview", { data: asked })).json();
  expect(await send("/api/operations", { token, reason: "Borrowed from an administrator" })).toBe(403);
  expect((await readOperations(admin)).total).toBe(0);
});

test("stops a desk member's sixth restart of an agent within the hour", async ({ page, signIn, admin, script }) => {
  const [first, ...others] = await registeredServers(admin, 6);
  await signIn("desk", `/servers/${first?.key}`);
  await chooseOther(page, page, /^Restart the broker agent/);
  await confirm(page, "It does not answer");
  expect((await settle(admin)).state).toBe("verified");
  await expect(corner(page)).toContainText(/Registered again after/);
  const desk = await script("desk");
  for (const { key } of others.slice(0, 4)) {
    await operate(desk, { verb: "restart-agent", target: { machine: key } }, "Neither does this one");
  }
  await page.goto(`/servers/${others.at(-1)?.key}`);
  await chooseOther(page, page, /^Restart the broker agent/);
  const dialog = page.getByRole("dialog");
  const limit = dialog.getByText(
    /^One person may do 5 restarts of broker agents within an hour, and that is reached. The next is possible in \d+ minutes\.$/,
  );
  await expect(limit).toHaveCount(1);
  await dialog.getByLabel("Why", { exact: true }).fill("And one more");
  await dialog.locator("button[type=submit]:not([aria-disabled])").click();
  await expect(limit).toHaveCount(2);
  expect((await readOperations(admin)).total).toBe(5);
});

test("shows everybody on a machine beside its restart, and warns of who is logging on", async ({
  page,
  signIn,
  admin,
}) => {
  await startScenario(admin, "slow-logon", { count: 3 });
  await advance(admin, "PT3M");
  const session = await firstSession(admin, "state=Connected&userSource=user&sort=-since");
  await signIn("desk", `/servers/${session.machineKey}`);
  const everybody = page.getByRole("region", { name: "Everybody on it" });
  const missing = async () => {
    const { total } = await (await admin.get(`/api/sessions?server=${session.machineKey}&limit=1`)).json();
    return total - (await everybody.getByRole("table").locator("tbody").getByRole("row").count());
  };
  await expect.poll(missing).toBe(0);
  await expect(everybody.getByRole("table")).toContainText(session.userFullName ?? session.user);
  await chooseOther(page, everybody, /^Restart the broker agent/);
  const dialog = page.getByRole("dialog", { name: /^Restart the broker agent of / });
  await expect(dialog).toContainText(/\d+ (person is|people are) logging on there now, and may have to try again\./);
  const touched = dialog.getByRole("region", { name: "Whom it touches" }).getByRole("listitem");
  const caller = touched.filter({ hasText: session.userFullName ?? session.user });
  await expect(caller).toContainText("logging on now");
  await expect(caller).toContainText("The logon that is under way.");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(repairsIn(page).getByRole("button").first()).toBeFocused();
});

test("shows a second person the restart that is under way, instead of a second one", async ({
  page,
  signIn,
  admin,
  browser,
  server,
}) => {
  const [machine] = await registeredServers(admin, 1);
  await signIn("desk", `/servers/${machine?.key}`);
  await chooseOther(page, page, /^Restart the broker agent/);
  const dialog = page.getByRole("dialog", { name: /^Restart the broker agent of / });
  await dialog.getByLabel("Why", { exact: true }).fill("I want it too");
  await expect(dialog.locator("button[type=submit]:not([aria-disabled])")).toBeVisible();
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await other.goto(`/sign-in?return=/servers/${machine?.key}`);
  await signInAs(other, "engineer");
  await chooseOther(other, other, /^Restart the broker agent/);
  await confirm(other, "I was first");
  await dialog.locator("button[type=submit]").click();
  await expect(dialog.getByText(/^Another operation is under way there/).first()).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Show that operation" })).toBeVisible();
  await dialog.getByRole("button", { name: /^(Cancel|Close)$/ }).click();
  for (const each of [page, other]) {
    await expect(repairsIn(each)).toContainText(/Restart agent.*Asked.*engineer: “I was first”/s);
    await expect(repairsIn(each).getByRole("button")).toHaveCount(0);
  }
  expect((await settle(admin)).state).toBe("verified");
  await expect(repairsIn(page)).toContainText(/Registered again after/);
  await expect(repairsIn(page).getByRole("button").first()).toBeVisible();
  expect((await readOperations(admin)).total).toBe(1);
  await context.close();
});

test("stops a restart that still waits for the one before it", async ({ page, signIn, admin, script }) => {
  const [first, second] = await registeredServers(admin, 2);
  const engineer = await script("engineer");
  await signIn("desk", `/servers/${second?.key}`);
  await chooseOther(page, page, /^Restart the broker agent/);
  await operate(engineer, { verb: "restart-agent", target: { machine: first?.key } }, "It is first");
  await confirm(page, "The wrong server");
  await corner(page).getByRole("button", { name: "Stop" }).click();
  const stopped = await untilOperation(admin, "stopped");
  expect(stopped).toMatchObject({ machineKey: second?.key, acceptedAt: null });
  await expect(corner(page)).toContainText("Stopped");
  await expect(repairsIn(page).getByRole("button").first()).toBeVisible();
});
