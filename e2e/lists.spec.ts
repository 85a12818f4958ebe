import { expect, firstSession, tableRows, test } from "./desk";
import { readLeases, untilStandingRead } from "./standing";

/** Sessions and servers: windows over the whole site, filters in the URL, everything by keyboard. */

test("filters sessions in the URL, counts them, and exports exactly that @reads", async ({ page, signIn, admin }) => {
  await signIn("viewer", "/sessions");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("button", { name: /^Disconnected/ }).click();
  await expect(page).toHaveURL(/state=Disconnected/);
  await expect
    .poll(async () => new Set((await tableRows(table)).map((row) => row.State)))
    .toEqual(new Set(["Disconnected"]));
  const link = page.getByRole("link", { name: "CSV" });
  const href = (await link.getAttribute("href")) ?? "";
  expect(href).toContain("state=Disconnected");
  const lines = (await (await admin.get(href)).text()).trim().split("\r\n").length - 1;
  const { total } = await (await admin.get("/api/sessions?state=Disconnected&limit=1")).json();
  expect(Math.abs(lines - total)).toBeLessThanOrEqual(3);
  await page.getByLabel("Filter the sessions").fill("no such thing at all");
  await expect(page.getByText("No session fits this filter.")).toBeVisible();
});

test("opens a person from the list by keyboard alone @reads", async ({ page, signIn }) => {
  await signIn("viewer", "/sessions");
  const table = page.getByRole("table", { name: "Sessions" });
  const third = table.getByRole("row").nth(3);
  await expect(third).toBeVisible();
  const { User: user } = (await tableRows(table))[2] ?? {};
  await table.getByRole("row").nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/users\//);
  const name = page.getByRole("heading", { level: 1 });
  await expect(name).not.toHaveText("Caller");
  expect(user).toContain(await name.textContent());
});

test("scrolls through hundreds of sessions, window by window @reads", async ({ page, signIn, admin }) => {
  await signIn("viewer", "/sessions?sort=user");
  const table = page.getByRole("table", { name: "Sessions" });
  await expect(table).toHaveAttribute("aria-rowcount", /\d{3}/);
  const { total } = await (await admin.get("/api/sessions?limit=1")).json();
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await table.getByRole("row").nth(1).focus();
  await page.keyboard.press("End");
  const last = async () => Number(await table.getByRole("row").last().getAttribute("aria-rowindex"));
  await expect.poll(last, { timeout: 20_000 }).toBeGreaterThan(total * 0.9);
});

test("shows the servers with users, states, load and registration, and everybody on one of them @reads", async ({
  page,
  signIn,
  admin,
}) => {
  const session = await firstSession(admin, "state=Active&sort=machine");
  const { server } = await (await admin.get(`/api/servers/${session.machineKey}`)).json();
  await signIn("viewer", "/servers?support=all");
  const table = page.getByRole("table", { name: "Servers" });
  const row = table.getByRole("row").filter({ hasText: session.machine });
  await expect(row).toContainText("Registered");
  await page.getByLabel("Filter the servers").fill(session.machine);
  await expect(page).toHaveURL(/q=/);
  await expect(table.getByRole("row")).toHaveCount(2);
  await row.getByRole("link", { name: session.machine }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(session.machine);
  const everybody = page.getByRole("table").filter({ hasText: session.userFullName ?? session.user });
  await expect(everybody.first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Everybody on it" })).toBeVisible();
  expect(server.sessions).toBeGreaterThan(0);
});

test("sorts by a header and says which way @reads", async ({ page, signIn }) => {
  await signIn("viewer", "/servers");
  const table = page.getByRole("table", { name: "Servers" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await table
    .getByRole("columnheader", { name: /^Users/ })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/sort=/);
  await expect(table.getByRole("columnheader", { name: /^Users/ })).toHaveAttribute(
    "aria-sort",
    /ascending|descending/,
  );
});

test("shows each server's next deadline and the leases that lead to it, the nearest first @reads", async ({
  page,
  signIn,
  admin,
}) => {
  await untilStandingRead(admin);
  await signIn("viewer", "/servers?sort=nextDeadline");
  const table = page.getByRole("table", { name: "Servers" });
  await expect(table.getByRole("columnheader", { name: /^Next deadline/ })).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("row").nth(1)).toContainText(/\d\d:\d\d(idle|disconnected|linger|pre-launch)/);
  await expect(async () => {
    const [row] = await tableRows(table);
    const { rows } = await (await admin.get("/api/servers?sort=nextDeadline&limit=1")).json();
    const [server] = rows;
    expect(row?.Server).toBe(server.name);
    expect(row?.Leases).toMatch(new RegExp(`^${server.leases.count}\\s+next in \\d`));
    expect(row?.Users).toBe(`${server.users}`);
    expect(row?.Sessions).toBe(`${server.sessions}`);
  }).toPass();
  const { rows } = await (await admin.get("/api/servers?sort=-leases&limit=1")).json();
  await table
    .getByRole("columnheader", { name: /^Leases/ })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/sort=-leases/);
  await expect(table.getByRole("row").nth(1)).toContainText(rows[0].name);
  await table.getByRole("link", { name: rows[0].name }).click();
  await page.getByRole("link", { name: /leases lead here$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/leases\\?tab=leases&server=${rows[0].key}`));
  const { total } = await readLeases(admin, `server=${rows[0].key}`);
  await expect(page.getByText(new RegExp(`^${total} leases · as of`))).toBeVisible();
});
