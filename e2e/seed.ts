import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { makePracticeSeed } from "@/scripts/practice-seed";
import { startServer } from "@/scripts/server-process";

/** The seeded practice site that every test copies: made once, and again when what makes it changes. */

const MIGRATIONS = path.join("prisma", "desk", "migrations");
const CACHE = path.resolve(".cache");

function seedName(): string {
  const hash = createHash("sha256");
  for (const file of [
    "scripts/practice-seed.ts",
    ".build/workers/simulator.mjs",
    "prisma/monitor/schema.prisma",
    "prisma/broker/schema.prisma",
  ]) {
    hash.update(readFileSync(file));
  }
  for (const folder of readdirSync(MIGRATIONS).sort())
    hash.update(readFileSync(path.join(MIGRATIONS, folder, "sqlite.sql")));
  return `practice-${hash.digest("hex").slice(0, 16)}`;
}

export const seedFolder = () => path.join(CACHE, seedName());

/** Playwright calls this once before the tests. */
export default async function makeSeed(): Promise<void> {
  const folder = seedFolder();
  if (existsSync(folder)) return;
  const half = `${folder}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(path.join(half, "practice"), { recursive: true });
  await makePracticeSeed(half);
  const server = await startServer({ GHOSTDESK_DATA: half });
  await server.end();
  renameSync(half, folder);
}
