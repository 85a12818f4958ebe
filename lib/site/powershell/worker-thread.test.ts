import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterEach, describe, expect, it } from "vitest";
import { eventually, leaveNothing, livingOf, STUB } from "./stub-bridge.fixture";

afterEach(leaveNothing);

/** Inside the project, so that packages are found. */
const workerFile = path.join(process.cwd(), ".build", "test-workers", "bridge.mjs");

const SOURCE = `
import { parentPort, workerData } from "node:worker_threads";
import { openBridge } from "@/lib/site/powershell/bridge";
const bridge = openBridge(workerData);
parentPort.on("message", () => bridge.close().then(() => parentPort.close()));
parentPort.postMessage(await bridge.hello());
`;

async function startWorker(): Promise<{ worker: Worker; folder: string; said: unknown }> {
  await build({
    stdin: { contents: SOURCE, resolveDir: process.cwd(), loader: "ts" },
    outfile: workerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
  });
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-bridge-"));
  const options = { executable: process.execPath, arguments: [STUB, "fine", folder], controller: null, standIn: null };
  const worker = new Worker(workerFile, { workerData: options });
  const said = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  return { worker, folder, said };
}

describe("the bridge in a bundled worker thread", () => {
  it("answers, and leaves nothing behind when it is closed", async () => {
    const { worker, folder, said } = await startWorker();
    expect(said).toMatchObject({ sdk: "stand-in" });
    expect(livingOf(folder)).toHaveLength(1);
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    worker.postMessage("close");
    await gone;
    expect(livingOf(folder)).toEqual([]);
  });

  it("leaves nothing behind when its thread is ended from outside: the end of the input ends the process", async () => {
    const { worker, folder } = await startWorker();
    await worker.terminate();
    await eventually(() => livingOf(folder)).toEqual([]);
  });
});
