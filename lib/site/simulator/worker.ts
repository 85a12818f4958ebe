import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { DeskError, describeError } from "@/lib/errors";
import { makeSite } from "./make-site";
import {
  toWire,
  type WorkerCall,
  type WorkerCommand,
  type WorkerMessage,
  type WorkerOptions,
  type WorkerResult,
  type WorkerTask,
} from "./protocol";
import { RunningSite } from "./running-site";
import { SdkAnswers } from "./sdk-answers";
import { hasCurrentForm, openSiteFile } from "./store/site-file";

/** The thread the practice site lives in. Calls are carried out one after the other, SDK questions in between. */

function tablesFileOf({ folder, size, seed, era }: WorkerOptions): string {
  return path.join(folder, `site-${size}-${seed}-${era}.db`);
}

/** A file appears under its name only when it is complete. */
function make(options: WorkerOptions, onProgress: (text: string) => void): void {
  mkdirSync(options.folder, { recursive: true });
  const file = tablesFileOf(options);
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  makeSite({ ...options, file: unfinished, onProgress });
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  renameSync(unfinished, file);
}

function openExisting(file: string): RunningSite | null {
  if (!existsSync(file)) return null;
  const db = openSiteFile(file);
  if (hasCurrentForm(db)) return new RunningSite(db);
  db.close();
  return null;
}

async function carryOut(site: RunningSite, call: WorkerCall): Promise<Omit<WorkerResult, "now">> {
  switch (call.name) {
    case "runTo":
      await site.runTo(call.to);
      return {};
    case "scenarios":
      return { scenarios: site.scenarios() };
    case "startScenario":
      return site.startScenario(call.scenario, call.options);
    case "endScenario":
      site.endScenario(call.scenario);
      return {};
    case "close":
      site.close();
      return {};
  }
}

function run(port: NonNullable<typeof parentPort>, options: WorkerOptions): void {
  const send = (message: WorkerMessage) => port.postMessage(message);
  const tablesFile = tablesFileOf(options);
  const site = openExisting(tablesFile);
  if (!site) {
    send({ type: "absent" });
    return;
  }
  let before: Promise<void> = Promise.resolve();
  async function obey(running: RunningSite, id: number, call: WorkerCall): Promise<void> {
    try {
      const result = await carryOut(running, call);
      send({ type: "result", id, result: { ...result, now: running.now } });
    } catch (error) {
      send({ type: "refused", id, error: toWire(error) });
    }
    if (call.name === "close") port.close();
  }
  port.on("message", (command: WorkerCommand) => {
    if (command.type === "sdk-port") new SdkAnswers(site).serve(command.port);
    else before = before.then(() => obey(site, command.id, command.call));
  });
  const { name, zone } = site.world.site;
  send({ type: "ready", siteName: name, timeZone: zone, tablesFile, now: site.now });
}

function main(port: NonNullable<typeof parentPort>, options: WorkerOptions & { task: WorkerTask }): void {
  const send = (message: WorkerMessage) => port.postMessage(message);
  try {
    if (options.task === "run") {
      run(port, options);
      return;
    }
    make(options, (text) => send({ type: "progress", text }));
    send({ type: "made" });
  } catch (error) {
    const problem = new DeskError("unavailable", `The practice site could not be opened: ${describeError(error)}`);
    send({ type: "failed", error: toWire(problem) });
    port.close();
  }
}

if (parentPort) main(parentPort, workerData as WorkerOptions & { task: WorkerTask });
