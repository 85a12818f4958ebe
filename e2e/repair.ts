import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { listOperations, type OperationRow, type OperationsResponse } from "@/lib/api/contract/operations";
import { expect } from "./desk";

/** Verbs of the tests about operations. */

/** What can be done, in a part of a page: the one button and what stands behind it, or what is under way. */
export const repairsIn = (part: Page | Locator): Locator => part.getByRole("region", { name: "Repair" });

/** Where a person follows what they started. */
export const corner = (page: Page): Locator => page.getByRole("region", { name: "What you started" });

export async function readOperations(admin: APIRequestContext, filter = ""): Promise<OperationsResponse> {
  return (await admin.get(`${listOperations.path}?limit=500&${filter}`)).json();
}

/** The newest operation once it stands as `state`. */
export async function untilOperation(
  admin: APIRequestContext,
  state: OperationRow["state"],
  timeout = 90_000,
): Promise<OperationRow> {
  let newest: OperationRow | undefined;
  const read = async () => {
    newest = (await readOperations(admin)).rows[0];
    return newest?.state;
  };
  await expect.poll(read, { timeout }).toBe(state);
  if (!newest) throw new Error("No operation was started.");
  return newest;
}

/** Says why and confirms the dialog that is open; resolves when it has closed because it was taken. */
export async function confirm(page: Page, why: string, ticket?: string): Promise<void> {
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Why", { exact: true }) });
  await dialog.getByLabel("Why", { exact: true }).fill(why);
  if (ticket !== undefined) await dialog.getByLabel(/^Ticket number/).fill(ticket);
  const submit = dialog.locator("button[type=submit]");
  await expect(submit).not.toHaveAttribute("aria-disabled", "true");
  await submit.click();
  await expect(dialog).toHaveCount(0);
}

/** Chooses a step that stands behind the one button. */
export async function chooseOther(page: Page, part: Page | Locator, name: RegExp): Promise<void> {
  await repairsIn(part)
    .getByRole("button", { name: /^(Other steps|What can be done)/ })
    .click();
  await page.getByRole("menuitem", { name }).click();
}

/** Starts an operation as a script would. */
export async function operate(request: APIRequestContext, asked: object, reason: string): Promise<string> {
  const shown = await request.post("/api/operations/preview", { data: asked });
  expect(shown.status(), await shown.text()).toBe(200);
  const { token } = await shown.json();
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const started = await request.post("/api/operations", { data: { token, reason }, headers });
  expect(started.status(), await started.text()).toBe(202);
  return (await started.json()).id;
}
