import { ROLES } from "@/lib/domain/role";
import { expect, expectAccessible, signInAs, test } from "./desk";

/** Who gets in, as whom, and what each role is offered. */

for (const role of ROLES) {
  test(`lets the ${role} in and offers what that role may use @reads`, async ({ page }) => {
    await page.goto("/sign-in");
    await signInAs(page, role);
    await expect(page.getByRole("combobox", { name: "Find a person, server or session" })).toBeVisible();
    const main = page.getByRole("navigation", { name: "Main" });
    await expect(main.getByRole("link", { name: "Sessions" })).toBeVisible();
    for (const name of ["People", "Practice site"]) {
      await expect(main.getByRole("link", { name })).toHaveCount(role === "admin" ? 1 : 0);
    }
  });
}

test("fills a demo account at a press, and tells neither half of a wrong pair @reads", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: "engineer" }).click();
  await expect(page.getByRole("textbox", { name: "Account" })).toHaveValue("engineer");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The account or the password is wrong.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill("ghostdesk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What needs a person now" })).toBeVisible();
});

test("comes back to the page that was asked for, and never leaves this site @reads", async ({ page, context }) => {
  await page.goto("/servers?only=off");
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await signInAs(page, "viewer");
  await expect(page).toHaveURL(/\/servers\?only=off$/);
  await page.goto("about:blank");
  await context.clearCookies();
  await page.goto(`/sign-in?return=${encodeURIComponent("//evil.example/")}`);
  await signInAs(page, "viewer");
  await expect(page.getByRole("heading", { name: "What needs a person now" })).toBeVisible();
  expect(new URL(page.url()).hostname).toBe("127.0.0.1");
});

test("tells a viewer which role the page of people is for @reads", async ({ page, signIn }) => {
  await signIn("viewer");
  await page.goto("/people");
  await expect(page.getByRole("main")).toContainText("admin");
  await expect(page.getByRole("table")).toHaveCount(0);
  await expectAccessible(page);
});

test("ends the sign-in for good @reads", async ({ page }) => {
  await page.goto("/sign-in");
  await signInAs(page, "desk");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /desk/ }).last().click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(cookies);
  expect((await page.request.get("/api/me")).status()).toBe(401);
});
