import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import Database from "libsql";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { HOUR, MINUTE } from "./engine/site-time";
import { type OpenPracticeOptions, openPracticeSite } from "./open";
import { copiedSite, WALL_NOW } from "./practice.fixture";
import type { PracticeSite } from "./practice-site";
import { createSdkSource } from "./sdk-port";

/** Inside the project, so that packages are found. */
const workerFile = path.join(process.cwd(), ".build", "test-workers", "simulator.mjs");

beforeAll(async () => {
  await build({
    entryPoints: [path.join(process.cwd(), "lib", "site", "simulator", "worker.ts")],
    outfile: workerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "practice-open-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder in which a site has been made already, as end-to-end tests get theirs. */
function seededFolder(): string {
  const folder = newFolder();
  copyFileSync(copiedSite({ seed: 5 }), path.join(folder, "site-XS-5-leases.db"));
  return folder;
}

async function open(folder: string, choices: Partial<OpenPracticeOptions> = {}): Promise<PracticeSite> {
  const site = await openPracticeSite({
    folder,
    workerFile,
    size: "XS",
    seed: 5,
    era: "leases",
    wallNow: WALL_NOW,
    onProgress: () => undefined,
    ...choices,
  });
  onTestFinished(() => site.close());
  return site;
}

describe("openPracticeSite", () => {
  it("makes a site once, and goes on where its time stopped", async () => {
    const folder = newFolder();
    const progress: string[] = [];
    const first = await open(folder, { onProgress: (text) => progress.push(text) });
    expect(progress.at(-1)).toContain("100 %");
    expect(first).toMatchObject({ timeZone: "Europe/Vienna" });
    const made = first.now();
    await first.runTo(made + HOUR);
    expect(first.now()).toBe(made + HOUR);
    await first.runTo(made);
    expect(first.now()).toBe(made + HOUR);
    await first.close();
    await first.close();
    const silent: string[] = [];
    const second = await open(folder, { wallNow: WALL_NOW + 90 * 24 * HOUR, onProgress: (text) => silent.push(text) });
    expect(silent).toEqual([]);
    expect(second.now()).toBe(made + HOUR);
    expect(second.tablesFile).toBe(first.tablesFile);
  });

  it("keeps a file for each seed and era beside the others, and ignores what was left half made", async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, "site-XS-5-leases.db.part"), "half");
    const one = await open(folder);
    const other = await open(folder, { era: "cache" });
    expect(other.tablesFile).not.toBe(one.tablesFile);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("lets others read while it runs, and answers the SDK from its thread", async () => {
    const site = await open(seededFolder());
    const db = new Database(site.tablesFile, { readonly: true });
    onTestFinished(() => void db.close());
    const count = () => (db.prepare(`SELECT count(*) AS n FROM "Sessions"`).get([]) as { n: number }).n;
    expect(count()).toBeGreaterThan(0);
    await site.runTo(site.now() + MINUTE);
    const port = site.openSdkPort();
    const sdk = createSdkSource(port);
    let sessions = 0;
    for await (const page of sdk.sessions()) sessions += page.length;
    expect(sessions).toBe(count());
    port.close();
  });

  it("starts, lists and ends scenarios, and refuses with a code what it cannot do", async () => {
    const site = await open(seededFolder());
    const running = async () => (await site.scenarios()).filter((each) => each.running).map(({ name }) => name);
    expect(await site.scenarios()).toHaveLength(18);
    const { startedAt } = await site.startScenario("hung-logon", { count: 1, forMs: 5 * MINUTE });
    expect(startedAt).toBe(site.now());
    expect(await running()).toEqual(["hung-logon"]);
    await expect(site.startScenario("hung-logon", {})).rejects.toMatchObject({ code: "conflict" });
    await expect(site.startScenario("no-such", {})).rejects.toMatchObject({ code: "not-found" });
    await expect(site.startScenario("slow-logon", { count: 0 })).rejects.toMatchObject({
      code: "invalid",
      field: "count",
    });
    await expect(site.startScenario("database-lost", {})).rejects.toMatchObject({ code: "invalid" });
    await expect(site.endScenario("no-such")).rejects.toMatchObject({ code: "not-found" });
    await site.runTo(site.now() + 6 * MINUTE);
    expect(await running()).toEqual([]);
    await site.startScenario("slow-logon", { at: site.now() + HOUR });
    await site.endScenario("slow-logon");
    expect(await running()).toEqual([]);
  });

  it("says in one line why it cannot start", async () => {
    const folder = newFolder();
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    await expect(open(file)).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining(file) });
    const broken = newFolder();
    writeFileSync(
      path.join(broken, "site-XS-5-leases.db"),
      "this is no database, but it is long enough to be read as one",
    );
    const message = expect.stringMatching(/^The practice site could not be opened: .+/);
    await expect(open(broken)).rejects.toMatchObject({ code: "unavailable", message });
  });
});
