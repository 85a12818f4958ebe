import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { addBenchScore, type BenchScore, newBenchScore } from "./bench-score";
import { printReport } from "./report";
import { planSites, type SitePlan } from "./site-plan";
import type { WorkerAnswer } from "./worker";

/** `npm run bench -- detection [--sites N] [--seed N]`: plays the sites on every core, adds up, prints. */

const SITES = 300;
const CACHE = path.resolve(".cache", "bench");

export async function benchDetection(args: readonly string[]): Promise<void> {
  const { sites, seed, jobs } = readArguments(args);
  const plans = planSites(sites, seed);
  const started = performance.now();
  const score = await playAll(plans, jobs);
  const seconds = Math.round((performance.now() - started) / 1_000);
  printReport(score, { seed, seconds });
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, "detection.json");
  writeFileSync(file, JSON.stringify({ seed, seconds, ...score }, null, 2));
  console.log(`\nWritten to ${path.relative(process.cwd(), file)}, with every mistake and the seed of its site.`);
}

function readArguments(args: readonly string[]): { sites: number; seed: number; jobs: number } {
  const number = { type: "string" } as const;
  const { values } = parseArgs({ args: [...args], options: { sites: number, seed: number, jobs: number } });
  const whole = (text: string | undefined, usual: number, name: string) => {
    const value = text === undefined ? usual : Number(text);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} ${text} is no whole number above 0.`);
  };
  return {
    sites: whole(values.sites, SITES, "sites"),
    seed: whole(values.seed, 1, "seed"),
    jobs: whole(values.jobs, availableParallelism(), "jobs"),
  };
}

/** Large sites first, so that no core works on one alone at the end. Rejects where a site could not be played. */
async function playAll(plans: readonly SitePlan[], jobs: number): Promise<BenchScore> {
  const waiting = [...plans].reverse();
  const score = newBenchScore();
  const begun = performance.now();
  let done = 0;
  const playSome = async () => {
    const child = startWorker();
    try {
      for (let plan = waiting.pop(); plan; plan = waiting.pop()) {
        addBenchScore(score, await playOn(child, plan));
        done += 1;
        const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
        process.stderr.write(`\r${done} of ${plans.length} sites, ${minutes} min   `);
      }
    } finally {
      child.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, plans.length) }, playSome));
  process.stderr.write("\n");
  return score;
}

/** The same bundle as this, told to play; it says nothing but errors. */
function startWorker(): ChildProcess {
  const env = { ...process.env, GHOSTDESK_LOG: "error" };
  return fork(path.resolve(".build/bench.mjs"), ["detection-worker"], { env, execArgv: [] });
}

async function playOn(child: ChildProcess, plan: SitePlan): Promise<BenchScore> {
  const gone = once(child, "exit").then(() => {
    throw new Error(`The process that played the site of seed ${plan.seed} ended.`);
  });
  // Only while it plays: afterwards it may go.
  gone.catch(() => undefined);
  child.send(plan);
  const [answer] = (await Promise.race([once(child, "message"), gone])) as [WorkerAnswer];
  if ("error" in answer) throw new Error(`The site of seed ${answer.seed} could not be played: ${answer.error}`);
  return answer.score;
}
