import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SiteMessage } from "./protocol";
import { ReaderThread } from "./reader-thread";

/** The reading thread with a thread that answers each pass, until it is told to be held: then it dies. */
const WORKER = `
import { parentPort } from "node:worker_threads";
parentPort.on("message", (command) => {
  if (command.type === "hold") process.exit(1);
  if (command.type === "pass") {
    parentPort.postMessage({ type: "alive" });
    parentPort.postMessage({ type: "reset" });
    parentPort.postMessage({ type: "passed", id: command.id });
  }
  if (command.type === "stop") parentPort.close();
});
`;

let folder: string;
let workerFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-reader-"));
  workerFile = path.join(folder, "worker.mjs");
  writeFileSync(workerFile, WORKER);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  const heard: SiteMessage[] = [];
  let tellLost = (_problem: string) => {};
  const lost = new Promise<string>((resolve) => {
    tellLost = resolve;
  });
  const options = { monitorUrl: "", brokerUrl: null, sdkPort: null, clockOffsetMs: 0, practice: false, reconcileMs: 1 };
  const thread = new ReaderThread({
    workerFile,
    makeOptions: () => options,
    onMessage: (message) => heard.push(message),
    onLost: (problem) => tellLost(problem),
  });
  return { thread, heard, lost };
}

describe("the reading thread", () => {
  it("runs a pass on request, and hands on only what is about the site", async () => {
    const { thread, heard } = start();
    await thread.runPass();
    expect(heard).toEqual([{ type: "reset" }]);
    await thread.stop();
  });

  it("lets nobody wait for ever for a pass of a thread that died, nor for one that is not started again yet", async () => {
    const { thread, lost } = start();
    thread.send({ type: "hold", held: true });
    await thread.runPass();
    expect(await lost).toBe("The reader stopped and is started again.");
    await thread.runPass();
    await thread.stop();
  });
});
