import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Reply } from "../commands";
import { FrameFinder, type Request, readReply, requestLine } from "../wire";
import { FAKE_SDK } from "./fake-sdk.fixture";

const SCRIPT = fileURLToPath(new URL("bridge.ps1", import.meta.url));

export interface BridgeProcess {
  /** The reply, or the exit code where the process ended instead. */
  ask(op: string, args?: object, changed?: Partial<Request>): Promise<Reply | number>;
  /** Something that is no request. */
  write(text: string): void;
  /** Closes its input. */
  end(): void;
  readonly exitCode: Promise<number>;
  /** Closes its input and waits for its end: all that the fake SDK wrote down, one line a call. */
  calls(): Promise<string>;
}

/** The real script in a real PowerShell, with the fake SDK in place of Citrix's. */
export function startBridge(executable: string): BridgeProcess {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-"));
  const file = path.join(folder, "FakeSdk.psm1");
  writeFileSync(file, FAKE_SDK);
  const child = spawn(
    executable,
    ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", SCRIPT],
    {
      env: { ...process.env, NO_COLOR: "1", GHOSTDESK_STAND_IN: file },
      windowsHide: true,
    },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const exitCode = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exitCode;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ask: (op, args = {}, changed = {}) => Promise.race([ask(child, op, args, changed), exitCode]),
    write: (text) => void child.stdin.write(text),
    end: () => void child.stdin.end(),
    exitCode,
    calls: async () => {
      child.stdin.end();
      await exitCode;
      return said;
    },
  };
}

function ask(
  child: ChildProcessWithoutNullStreams,
  op: string,
  args: object,
  changed: Partial<Request>,
): Promise<Reply> {
  const mark = randomBytes(16).toString("hex");
  const usual = {
    id: randomUUID(),
    op,
    args,
    deadlineMs: 120_000,
    mark,
    actor: "CONTOSO\\desk",
    operationId: randomUUID(),
  };
  const request: Request = { ...usual, ...changed };
  const finder = new FrameFinder(mark);
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      const progress = finder.push(chunk);
      if (progress.kind === "more") return;
      child.stdout.off("data", onData);
      try {
        if (progress.kind !== "frame") throw new Error("The reply is too long");
        resolve(readReply(progress.text, request.id));
      } catch (error) {
        reject(error);
      }
    };
    child.stdout.on("data", onData);
    child.stdin.write(requestLine(request));
  });
}
