import { Worker } from "node:worker_threads";
import type { Instant } from "@/lib/domain/site";
import type { PracticeSite } from "./practice-site";
import type { WorkerCall, WorkerOptions, WorkerResult } from "./protocol";
import { type Opened, SimulatorThread } from "./simulator-thread";

export interface OpenPracticeOptions extends WorkerOptions {
  /** The bundled worker.ts. */
  readonly workerFile: string;
  /** A sentence for the terminal while a new site is being made. */
  onProgress(text: string): void;
}

/**
 * Opens the practice site of this size, seed and era in the folder, where its time resumes, or makes it first. Rejects
 * with a DeskError where that is not possible.
 */
export async function openPracticeSite(options: OpenPracticeOptions): Promise<PracticeSite> {
  const existing = await run(options);
  if (existing) return practiceSite(existing);
  await make(options);
  const made = await run(options);
  if (!made) throw new Error("A practice site that was just made is not there");
  return practiceSite(made);
}

function startThread(task: "make" | "run", options: OpenPracticeOptions): SimulatorThread {
  const { workerFile, onProgress, folder, size, seed, era, wallNow } = options;
  const workerData = { task, folder, size, seed, era, wallNow };
  return new SimulatorThread(new Worker(workerFile, { workerData }), onProgress);
}

async function run(options: OpenPracticeOptions): Promise<Opened | null> {
  const thread = startThread("run", options);
  const started = await thread.started;
  if (started.type === "ready") return { thread, ready: started };
  await thread.end();
  return null;
}

/** In a thread of its own, which gives back the memory it took. */
async function make(options: OpenPracticeOptions): Promise<void> {
  const thread = startThread("make", options);
  await thread.started;
  await thread.end();
}

function practiceSite({ thread, ready }: Opened): PracticeSite {
  let now: Instant = ready.now;
  let closing: Promise<void> | null = null;
  async function ask(call: WorkerCall): Promise<WorkerResult> {
    const result = await thread.call(call);
    now = result.now;
    return result;
  }
  async function close(): Promise<void> {
    if (thread.hasEnded) return;
    await ask({ name: "close" });
    await thread.end();
  }
  return {
    siteName: ready.siteName,
    timeZone: ready.timeZone,
    tablesFile: ready.tablesFile,
    now: () => now,
    runTo: async (to) => void (await ask({ name: "runTo", to })),
    scenarios: async () => (await ask({ name: "scenarios" })).scenarios ?? [],
    startScenario: async (scenario, choices) => {
      const { startedAt } = await ask({ name: "startScenario", scenario, options: choices });
      return { startedAt: startedAt ?? now };
    },
    endScenario: async (scenario) => void (await ask({ name: "endScenario", scenario })),
    openSdkPort: () => thread.openSdkPort(),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
