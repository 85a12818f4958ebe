import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { usualSettings } from "@/lib/domain/ghost/settings";
import type { SiteMessage } from "./protocol";
import { ReaderThread } from "./reader-thread";

/** The reading thread with a thread that answers each pass, until it is told to be held: then the first one dies. */
const WORKER = `
import { parentPort, workerData } from "node:worker_threads";
parentPort.on("message", (command) => {
  if (command.type === "hold" && workerData.clockOffsetMs === 1) process.exit(1);
  if (workerData.clockOffsetMs === 2) parentPort.postMessage({ type: "part", part: { heard: command.type } });
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
  const ghosts = { settings: usualSettings(), open: [] };
  const site = { monitorUrl: "", brokerUrl: null, sdkPort: null, bridge: null, practice: false, reconcileMs: 1 };
  let starts = 0;
  const thread = new ReaderThread({
    workerFile,
    makeOptions: () => {
      starts += 1;
      return { ...site, ghosts, leaseFolders: [], clockOffsetMs: starts };
    },
    onMessage: (message) => heard.push(message),
    onLost: (problem) => tellLost(problem),
  });
  return { thread, heard, lost, ghosts };
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

  it("tells a thread that replaces another all again but orders, which it has from its start", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { thread, heard, lost, ghosts } = start();
    thread.send({ type: "ghosts", orders: ghosts });
    thread.send({ type: "watched", watched: true });
    thread.send({ type: "hold", held: true });
    await lost;
    vi.advanceTimersByTime(2_000);
    await thread.runPass();
    const parts = heard.flatMap((message) => (message.type === "part" ? [message.part] : []));
    expect(parts).toEqual([{ heard: "watched" }, { heard: "hold" }, { heard: "pass" }]);
    await thread.stop();
    vi.useRealTimers();
  });
});
