import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { makeSite } from "./make-site";
import {
  toWire,
  type WorkerCall,
  type WorkerCommand,
  type WorkerMessage,
  type WorkerOptions,
  type WorkerResult,
} from "./protocol";
import { RunningSite } from "./running-site";
import { SdkAnswers } from "./sdk-answers";
import { hasCurrentForm, openSiteFile } from "./store/site-file";

/** The thread the practice site lives in. Calls are carried out one after the other, SDK questions in between. */

function openOrMake(options: WorkerOptions, onProgress: (text: string) => void): { site: RunningSite; file: string } {
  const { folder, size, seed, era } = options;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `site-${size}-${seed}-${era}.db`);
  if (existsSync(file)) {
    const db = openSiteFile(file);
    if (hasCurrentForm(db)) return { site: new RunningSite(db), file };
    db.close();
    onProgress("The practice site was made by another release and is made anew.");
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  }
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  makeSite({ ...options, file: unfinished, onProgress });
  renameSync(unfinished, file);
  return { site: new RunningSite(openSiteFile(file)), file };
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

function main(port: NonNullable<typeof parentPort>, options: WorkerOptions): void {
  const send = (message: WorkerMessage) => port.postMessage(message);
  const { site, file } = openOrMake(options, (text) => send({ type: "progress", text }));
  let before: Promise<void> = Promise.resolve();
  async function obey(id: number, call: WorkerCall): Promise<void> {
    try {
      const result = await carryOut(site, call);
      send({ type: "result", id, result: { ...result, now: site.now } });
    } catch (error) {
      send({ type: "refused", id, error: toWire(error) });
    }
    if (call.name === "close") port.close();
  }
  port.on("message", (command: WorkerCommand) => {
    if (command.type === "sdk-port") new SdkAnswers(site.world).serve(command.port);
    else before = before.then(() => obey(command.id, command.call));
  });
  const { name, zone } = site.world.site;
  send({ type: "ready", siteName: name, timeZone: zone, tablesFile: file, now: site.now });
}

if (parentPort) {
  try {
    main(parentPort, workerData as WorkerOptions);
  } catch (error) {
    parentPort.postMessage({ type: "failed", error: toWire(error) } satisfies WorkerMessage);
    parentPort.close();
  }
}
