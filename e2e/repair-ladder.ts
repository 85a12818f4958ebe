import type { APIRequestContext, Locator, Page } from "@playwright/test";
import type { AuditResponse } from "@/lib/api/contract/audit";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { OperationRow } from "@/lib/api/contract/operations";
import type { ServerRow, ServersResponse } from "@/lib/api/contract/servers";
import { OVER_STATES } from "@/lib/domain/operation/states";
import { VERBS } from "@/lib/domain/operation/verbs";
import { advance, expect, startScenario, tableRows } from "./desk";
import { queueOf, readGhosts, untilGhost } from "./haunt";
import { confirm, corner, readOperations, repairsIn } from "./repair";

/** Verbs of the tests that climb a ghost's ladder step by step, as somebody at the desk would. */

/** No ladder has more steps, and no step is taken twice. */
const RUNGS_MAX = 4;

/** Confirmed ghosts of a class that nothing but the scenario made. `skip`: how long none of them can be seen yet. */
export async function confirmedGhosts(
  admin: APIRequestContext,
  { scenario, class: kind, skip, count = 1 }: { scenario: string; class: string; skip: string; count?: number },
): Promise<readonly GhostRow[]> {
  await startScenario(admin, scenario, { count });
  await advance(admin, skip);
  const read = async () => (await readGhosts(admin, `class=${kind}&state=confirmed`)).rows;
  for (let minutes = 0; minutes < 40 && (await read()).length < count; minutes += 1) await advance(admin, "PT1M");
  await untilGhost(admin, `class=${kind}&state=confirmed`, 5);
  const rows = await read();
  expect(rows.length).toBeGreaterThanOrEqual(count);
  return rows;
}

/** Servers that are registered, nobody's agent being restarted there. */
export async function registeredServers(admin: APIRequestContext, count: number): Promise<readonly ServerRow[]> {
  const { rows }: ServersResponse = await (await admin.get("/api/servers?limit=100&sort=name")).json();
  const fit = rows.filter(({ registration, power }) => registration === "Registered" && power === "On").slice(0, count);
  expect(fit).toHaveLength(count);
  return fit;
}

/** Presses a key until the focus is there: as far as somebody without a mouse would go. */
export async function reachWith(page: Page, key: "Tab" | "ArrowDown", wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press(key);
  await expect(wanted).toBeFocused();
}

/** The one button of a part of the page: the step to take first. */
export const firstStep = (part: Page | Locator): Locator => repairsIn(part).getByRole("button").first();

/** Moves the site's clock past the time within which the newest operation shows what came of it; that is then known. */
export async function settle(admin: APIRequestContext): Promise<OperationRow> {
  const newest = async () => (await readOperations(admin)).rows[0];
  await expect.poll(async () => (await newest())?.acceptedAt ?? null, { timeout: 30_000 }).not.toBeNull();
  const asked = await newest();
  const withinMs = (asked && VERBS[asked.verb].agreesWithinMs) ?? 0;
  await advance(admin, `PT${withinMs / 1_000 + 10}S`);
  const over: readonly (string | undefined)[] = OVER_STATES;
  await expect.poll(async () => over.includes((await newest())?.state), { timeout: 30_000 }).toBe(true);
  const [ended] = (await readOperations(admin)).rows;
  if (!ended || ended.id !== asked?.id) throw new Error("Another operation was started meanwhile.");
  return ended;
}

/** Takes the step that the part offers, says why, and sees it asked, accepted, and what came of it. */
export async function takeStep(
  page: Page,
  admin: APIRequestContext,
  part: Locator,
  why: string,
): Promise<OperationRow> {
  await firstStep(part).click();
  const dialog = page.getByRole("dialog").filter({ has: page.getByRole("region", { name: "Whom it touches" }) });
  await expect(dialog).toBeVisible();
  await confirm(page, why);
  await expect(repairsIn(part)).toContainText("Asked → Accepted", { timeout: 30_000 });
  await expect(repairsIn(part)).toContainText(why);
  const ended = await settle(admin);
  const words =
    ended.state === "verified" ? /(Gone|Hidden|Registered again|registered).* after \d+ (s|min)/ : /Still there/;
  await expect(corner(page).getByRole("listitem").first()).toContainText(words, { timeout: 20_000 });
  return ended;
}

/** Takes step after step until one of them worked, or this person may not take the next; what was done, in order. */
export async function climb(page: Page, admin: APIRequestContext, part: Locator, why: string): Promise<OperationRow[]> {
  const taken: OperationRow[] = [];
  while (taken.length < RUNGS_MAX && taken.at(-1)?.state !== "verified") {
    await expect(firstStep(part)).toBeVisible();
    if ((await firstStep(part).getAttribute("aria-disabled")) === "true") break;
    taken.push(await takeStep(page, admin, part, why));
  }
  return taken;
}

/** The ghost has left the queue, and its drawer says that it is cleared. */
export async function expectCleared(page: Page, admin: APIRequestContext, { id }: Pick<GhostRow, "id">): Promise<void> {
  const open = async () => (await readGhosts(admin)).rows.map((row) => row.id);
  await expect.poll(open, { timeout: 30_000 }).not.toContain(id);
  await page.goto(`/ghosts?ghost=${id}`);
  await expect(page.getByRole("dialog")).toContainText(/Cleared .*: it (ended on the site|is hidden)/);
  const left = (await open()).length;
  if (left === 0) await expect(page.getByText(/^No ghosts since/)).toBeVisible();
  else await expect(queueOf(page).getByRole("row")).toHaveCount(left + 1);
}

/** The page of operations shows who did each, why, and what came of it; the audit has its intent and its outcome. */
export async function expectTold(page: Page, admin: APIRequestContext, done: readonly OperationRow[]): Promise<void> {
  await page.goto("/operations");
  const rows = page.getByRole("table", { name: "Operations" });
  await expect(rows.getByRole("row")).toHaveCount(done.length + 1);
  const told = done.map(({ actor, reason, state }) => ({
    Who: actor,
    Why: reason,
    "What came of it": expect.stringMatching(
      state === "verified" ? /Gone|Hidden|Registered again|Done/ : /Still there/,
    ),
  }));
  expect((await tableRows(rows)).reverse()).toMatchObject(told);
  for (const { id, actor, reason } of done) {
    const audit: AuditResponse = await (await admin.get(`/api/audit?subject=${id}`)).json();
    const entries = audit.rows.map((entry) => ({ action: entry.action, actor: entry.actor, why: entry.detail.reason }));
    expect(entries.at(-1)).toEqual({ action: "operation.intended", actor, why: reason });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["operation.sent", "operation.outcome", "operation.settled"]),
    );
  }
}
