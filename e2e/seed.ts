import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { request } from "@playwright/test";
import { makePracticeSeed } from "@/scripts/practice-seed";
import { startServer } from "@/scripts/server-process";

/** The seeded practice sites that the tests copy: made once, and again when what makes them changes. */

/** Nothing has happened on these; they differ in what brokers without the database. */
const ERAS = { quiet: "leases", cache: "cache", both: "both" } as const;
/** So many nameless ghosts stand confirmed on these, or a few more; for the rest they are the quiet one. */
const GHOSTS = { "one-ghost": 1, "many-ghosts": 50 } as const;
type Untouched = keyof typeof ERAS;
type Haunted = keyof typeof GHOSTS;
export type SeedName = Untouched | Haunted;

const isHaunted = (seed: SeedName): seed is Haunted => Object.hasOwn(GHOSTS, seed);

/** What a server needs to be told to open this site. */
export function seedEnv(seed: SeedName): Readonly<Record<string, string>> {
  return { GHOSTDESK_PRACTICE_ERA: isHaunted(seed) ? ERAS.quiet : ERAS[seed] };
}

const MIGRATIONS = path.join("prisma", "desk", "migrations");
const CACHE = path.resolve(".cache");
/** What makes the site itself, and what makes its ghosts and keeps them: the whole program. */
const SITE_FILES = [
  "scripts/practice-seed.ts",
  ".build/workers/simulator.mjs",
  "prisma/monitor/schema.prisma",
  "prisma/broker/schema.prisma",
];
const PROGRAM_FILES = [".next/.stamp", ".build/server.mjs", ".build/workers/collector.mjs", "e2e/seed.ts"];

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function siteHash(): string {
  const migrations = readdirSync(MIGRATIONS).sort();
  return hashOf([...SITE_FILES, ...migrations.map((folder) => path.join(MIGRATIONS, folder, "sqlite.sql"))]);
}

export function seedFolder(seed: SeedName): string {
  const name = `practice-${siteHash()}`;
  if (isHaunted(seed)) return path.join(CACHE, `${name}-${hashOf(PROGRAM_FILES)}-${seed}`);
  return path.join(CACHE, seed === "quiet" ? name : `${name}-${seed}`);
}

/** Playwright calls this once before the tests. */
export default async function makeSeeds(): Promise<void> {
  await makeUntouched("quiet");
  await Promise.all([
    makeUntouched("cache"),
    makeUntouched("both"),
    makeHaunted("one-ghost"),
    makeHaunted("many-ghosts"),
  ]);
}

async function makeUntouched(seed: Untouched): Promise<void> {
  await makeSeed(seed, async (half) => {
    mkdirSync(path.join(half, "practice"), { recursive: true });
    await makePracticeSeed(half, ERAS[seed]);
    const server = await startServer({ GHOSTDESK_DATA: half, ...seedEnv(seed) });
    await server.end();
  });
}

async function makeSeed(seed: SeedName, make: (half: string) => Promise<void>): Promise<void> {
  const folder = seedFolder(seed);
  if (existsSync(folder)) return;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  await make(half);
  renameSync(half, folder);
}

/** Each change of the program makes these anew, so those of the program before it go. */
async function makeHaunted(seed: Haunted): Promise<void> {
  await makeSeed(seed, async (half) => {
    for (const name of readdirSync(CACHE).filter((each) => each.endsWith(`-${seed}`))) {
      rmSync(path.join(CACHE, name), { recursive: true, force: true });
    }
    cpSync(seedFolder("quiet"), half, { recursive: true });
    const server = await startServer({ GHOSTDESK_DATA: half });
    try {
      await haunt(server.url, GHOSTS[seed]);
    } finally {
      await server.end();
    }
  });
}

/** Nameless ghosts, moved on to where the rules have confirmed them. */
async function haunt(url: string, count: number): Promise<void> {
  const admin = await request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url } });
  const post = async (to: string, data: object) => {
    const answer = await admin.post(to, { data, timeout: 120_000 });
    if (!answer.ok()) throw new Error(`${to} answered ${answer.status()}: ${await answer.text()}`);
  };
  const confirmed = async () => {
    const { total } = await (await admin.get("/api/ghosts?class=nameless&state=confirmed&limit=1")).json();
    return total;
  };
  await post("/api/sign-in", { account: "admin", password: "ghostdesk" });
  await post("/api/practice/scenarios/nameless-after-failed-logon", { count });
  // A crowd of broken logons looks like a storm at first, and is given more time.
  await post("/api/practice/clock", { advance: "PT75M" });
  for (let minutes = 0; (await confirmed()) < count; minutes += 1) {
    if (minutes === 30) throw new Error(`The site did not come to have ${count} ghosts.`);
    await post("/api/practice/clock", { advance: "PT1M" });
  }
  await admin.dispose();
}
