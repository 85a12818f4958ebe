import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SimulatorThread } from "./simulator-thread";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-simulator-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function threadThat(does: string): SimulatorThread {
  const file = path.join(folder, "worker.mjs");
  writeFileSync(file, `import { parentPort } from "node:worker_threads";\n${does}\n`);
  return new SimulatorThread(new Worker(file), () => {});
}

describe("a simulator's thread that ends unasked", () => {
  const ended = { code: "internal", message: "The practice site has stopped." };

  it("refuses who waits for it, and who asks afterwards", async () => {
    const thread = threadThat('parentPort.once("message", () => process.exit(1));');
    await expect(thread.call({ name: "scenarios" })).rejects.toMatchObject(ended);
    await expect(thread.started).rejects.toMatchObject(ended);
    await expect(thread.call({ name: "scenarios" })).rejects.toMatchObject(ended);
    expect(thread.hasEnded).toBe(true);
  });
});
