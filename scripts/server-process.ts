import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";

/** A Ghostdesk server of its own for a test: a real process on a free loopback port, ended by its process. */

export interface RunningServer {
  readonly url: string;
  readonly output: () => string;
  /** Asks it to end, as a service manager would. */
  end(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

const gone = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** Resolves when the server says that it is ready. Rejects with what it printed where it ends before. */
function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${output()}`)));
  });
}

/** What of our own environment a test's server gets: everything but our own settings, which the test alone chooses. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(GHOSTDESK_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

/** Starts the built server on a free loopback port; resolves when it is ready. Rejects with what it printed where it ends before. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const child = fork(path.resolve(".build/server.mjs"), {
    env: { ...plainEnvironment(), PORT: `${port}`, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  await ready(child, () => output);
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    end: async () => {
      if (child.connected) child.send("end");
      await gone(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await gone(child);
    },
  };
}
