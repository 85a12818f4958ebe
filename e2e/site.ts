import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, expect, type PlaywrightWorkerArgs } from "@playwright/test";
import type { Role } from "@/lib/domain/role";
import { type RunningServer, startServer } from "@/scripts/server-process";
import { type SeedName, seedFolder } from "./seed";

/** A practice server on a copy of a seeded site, and those who signed in there. */

export type Playwright = PlaywrightWorkerArgs["playwright"];
type StorageState = Awaited<ReturnType<APIRequestContext["storageState"]>>;

export interface Site {
  readonly server: RunningServer;
  /** The cookies of one of the demo accounts, which signs in once for all who ask. */
  signedIn(account: Role): Promise<StorageState>;
}

/** A copy of a seeded folder, for its caller to remove. */
export function copySeed(seed: SeedName): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-e2e-"));
  cpSync(seedFolder(seed), folder, { recursive: true });
  return folder;
}

export const removeCopy = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

export async function startSite(playwright: Playwright, env: Readonly<Record<string, string>>): Promise<Site> {
  const server = await startServer(env);
  const states = new Map<Role, Promise<StorageState>>();
  const signedIn = (account: Role) => {
    const state = states.get(account) ?? signInByCall(playwright, server, account);
    states.set(account, state);
    return state;
  };
  return { server, signedIn };
}

async function signInByCall(playwright: Playwright, { url }: RunningServer, account: Role): Promise<StorageState> {
  const request = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } });
  const answer = await request.post("/api/sign-in", { data: { account, password: "ghostdesk" } });
  expect(answer.status()).toBe(204);
  const state = await request.storageState();
  await request.dispose();
  return state;
}

/** Calls of a script that signed in as one of the demo accounts. */
export async function openScript(playwright: Playwright, site: Site, account: Role): Promise<APIRequestContext> {
  const { url } = site.server;
  const storageState = await site.signedIn(account);
  return playwright.request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url }, storageState });
}
