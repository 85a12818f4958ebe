import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { type GhostRow, type GhostsResponse, listGhosts } from "@/lib/api/contract/ghosts";
import { advance, expect, startScenario } from "./desk";

/** Verbs of the tests about ghosts. */

export async function readGhosts(admin: APIRequestContext, filter = ""): Promise<GhostsResponse> {
  return (await admin.get(`${listGhosts.path}?limit=500&${filter}`)).json();
}

/** Moves the clock by minutes until the filter leaves a ghost: the first of them. */
export async function untilGhost(admin: APIRequestContext, filter: string, minutesMax: number): Promise<GhostRow> {
  for (let minutes = 0; minutes < minutesMax; minutes += 1) {
    const [first] = (await readGhosts(admin, filter)).rows;
    if (first) return first;
    await advance(admin, "PT1M");
  }
  throw new Error(`No ghost with ${filter} within ${minutesMax} minutes.`);
}

/** The nameless ghosts that are confirmed. */
export async function confirmedNameless(admin: APIRequestContext): Promise<readonly GhostRow[]> {
  return (await readGhosts(admin, "class=nameless&state=confirmed")).rows;
}

/** One of them whose person has no other ghost, with that first step where one is named: a log-off does not help with each of them. */
export async function loneNameless(admin: APIRequestContext, next?: GhostRow["next"]): Promise<GhostRow> {
  const { rows } = await readGhosts(admin);
  const isLone = ({ userKey }: GhostRow) =>
    userKey !== null && rows.filter((row) => row.userKey === userKey).length === 1;
  const fitting = (await confirmedNameless(admin)).filter((ghost) => next === undefined || ghost.next === next);
  const ghost = fitting.find(isLone);
  if (!ghost) throw new Error("No person has exactly one nameless ghost.");
  return ghost;
}

/** Nameless ghosts that are confirmed: so many, or as many as the site could make. */
export async function haunt(admin: APIRequestContext, count: number): Promise<readonly GhostRow[]> {
  await startScenario(admin, "nameless-after-failed-logon", { count });
  // A crowd of broken logons looks like a storm at first, and is given more time.
  await advance(admin, "PT75M");
  await expect
    .poll(async () => (await confirmedNameless(admin)).length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(count);
  return confirmedNameless(admin);
}

export const queueOf = (page: Page): Locator => page.getByRole("table", { name: "Ghosts" });
