import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import path from "node:path";
import { benchActing } from "@/bench/acting";
import { benchDetection } from "@/bench/detection/run";
import { serveSites } from "@/bench/detection/worker";
import { printFigures } from "@/bench/figures";
import { benchLeases } from "@/bench/leases";
import { measureSize } from "@/bench/measure";
import { benchStanding } from "@/bench/standing";
import { benchWhatIf } from "@/bench/what-if";
import { wallClock } from "@/lib/clock";
import { openPracticeSite } from "@/lib/site/simulator/open";

/**
 * `npm run bench [-- M L XL]`: the figures of the product on a copy of a practice site, next to what the machine itself can do.
 * `npm run bench -- acting`: from a click to the command, with and without a PowerShell bridge.
 * `npm run bench -- leases`: a controller's cache folder read first and again, and 100,000 leases evaluated.
 * `npm run bench -- what-if`: what a replay of a group's week costs.
 * `npm run bench -- standing`: deadlines and the outage answer of a large site, the first time and at each tick.
 * `npm run bench -- detection [--sites N]`: what is found of what a simulation broke, next to the public detectors.
 */

const SIZES = ["M", "L", "XL"] as const;
type Size = (typeof SIZES)[number];
const CACHE = path.resolve(".cache", "bench");

/** The tables of a practice site of this size; made once, then kept. */
async function siteFileOf(size: Size): Promise<string> {
  const folder = path.join(CACHE, size);
  mkdirSync(folder, { recursive: true });
  const made = readdirSync(folder).find((name) => name.endsWith(".db"));
  if (made) return path.join(folder, made);
  const site = await openPracticeSite({
    folder,
    workerFile: path.resolve(".build/workers/simulator.mjs"),
    size,
    seed: 7,
    era: "leases",
    wallNow: wallClock.now(),
    onProgress: (text) => process.stderr.write(`\r${text}   `),
  });
  await site.close();
  process.stderr.write("\n");
  return site.tablesFile;
}

function workingCopy(file: string): string {
  const copy = path.join(CACHE, "working-copy.db");
  for (const suffix of ["", "-wal", "-shm"]) {
    rmSync(`${copy}${suffix}`, { force: true });
    if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${copy}${suffix}`);
  }
  return copy;
}

async function benchSpeed(names: readonly string[]): Promise<void> {
  const wanted = names.map((name) => name.toUpperCase());
  const unknown = wanted.find((name) => !(SIZES as readonly string[]).includes(name));
  if (unknown) throw new Error(`There is no size ${unknown}; choose from ${SIZES.join(", ")}.`);
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`Node ${process.versions.node}, ${availableParallelism()} x ${cpus()[0]?.model.trim()}, ${memory} GB`);
  console.log("The measuring client, the writer and the server share these processors.");
  for (const size of SIZES.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const { title, figures } = await measureSize(size, workingCopy(await siteFileOf(size)));
    printFigures(title, figures);
  }
}

async function main(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  if (name === "detection") return benchDetection(rest);
  if (name === "what-if") return benchWhatIf();
  if (name === "leases") return benchLeases();
  if (name === "standing") return benchStanding();
  return name === "acting" ? benchActing() : benchSpeed(process.argv.slice(2));
}

if (process.argv[2] === "detection-worker") serveSites();
else
  main()
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    });
