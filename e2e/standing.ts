import type { APIRequestContext, Locator, Page } from "@playwright/test";
import type { LeasesResponse, OutageResponse } from "@/lib/api/contract/leases";
import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { expect, expectAccessible } from "./desk";

/** Verbs of the tests about what stands for hours: timers and leases. */

export async function readTimeouts(admin: APIRequestContext): Promise<TimeoutsResponse> {
  return (await admin.get("/api/timeouts")).json();
}

export async function readOutage(admin: APIRequestContext, filter = ""): Promise<OutageResponse> {
  return (await admin.get(`/api/leases/outage?limit=1&${filter}`)).json();
}

export async function readLeases(admin: APIRequestContext, filter = ""): Promise<LeasesResponse> {
  return (await admin.get(`/api/leases?${filter}`)).json();
}

/** Resolves when limits and leases, which are read beside the sessions, have been read once. */
export async function untilStandingRead(admin: APIRequestContext): Promise<void> {
  const unread = async () => {
    const { limits } = await readTimeouts(admin);
    const { reading } = await readOutage(admin);
    // Before the first read of the site neither answers.
    return limits && reading?.state === "ok" ? limits.machinesWithSessions - limits.machinesRead : null;
  };
  await expect.poll(unread, { timeout: 30_000 }).toBe(0);
}

export const placesOf = (page: Page): Locator => page.getByRole("list", { name: "Places" }).getByRole("link");

export interface Drawn {
  /** Sessions by the names of the diagram's places; the idle are among the active, too. */
  readonly places: Readonly<Record<string, number>>;
  readonly notBrokered: number;
  /** What the title says of how many there are. */
  readonly said: number;
}

const numberIn = (text: string, pattern: RegExp) => Number((pattern.exec(text)?.[1] ?? "0").replaceAll(",", ""));

/** What the page of timeouts shows at one moment. */
export async function readDrawn(page: Page): Promise<Drawn> {
  const { names, text } = await page.getByRole("main").evaluate((main) => ({
    names: [...main.querySelectorAll("[aria-label=Places] a")].map((link) => link.getAttribute("aria-label") ?? ""),
    text: main.textContent ?? "",
  }));
  const counted = names.map((name) => [name.replace(/: .*$/, ""), numberIn(name, /: ([\d,]+) session/)]);
  return {
    places: Object.fromEntries(counted),
    notBrokered: numberIn(text, /([\d,]+) not brokered/),
    said: numberIn(text, /([\d,]+) sessions? by state/),
  };
}

/** The answer's places by the names that the diagram gives them. */
export function namedPlaces({ states, apart }: TimeoutsResponse): Drawn["places"] {
  return {
    "Logging on": apart.starting,
    "Active, pre-launched": states["pre-launched-active"],
    "Disconnected, pre-launched": states["pre-launched-disconnected"],
    "Active, interactive": states["interactive-active"] + states["interactive-idle"],
    "Idle, interactive": states["interactive-idle"],
    "Disconnected, interactive": states["interactive-disconnected"],
    "Active, lingering": states["lingering-active"],
    "Disconnected, lingering": states["lingering-disconnected"],
  };
}

/** Whole without scrolling sideways and accessible, on a wide screen and on a small one. */
export async function expectWell(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.locator("[data-skeleton], [aria-busy=true]")).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBeLessThanOrEqual(
      width,
    );
    await expectAccessible(page);
  }
}

export const tab = (page: Page, name: string): Locator => page.getByRole("tab", { name, exact: true });
export const outageAnswer = (page: Page): Locator => page.getByRole("region", { name: "Answer" });
