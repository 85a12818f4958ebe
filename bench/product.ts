import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/scripts/server-process";

/** The built product on a copy of a site's tables, as a real site: what is measured is the product, not the simulation. */

export interface Usage {
  /** Microseconds of CPU, all threads. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
}

export interface Product {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  usage(): Promise<Usage>;
  end(): Promise<void>;
}

/** Starts the product; `reconcileSeconds` is how often it reads everything again. */
export async function startProduct(siteFile: string, reconcileSeconds: number): Promise<Product> {
  const data = mkdtempSync(path.join(tmpdir(), "ghostdesk-bench-"));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    GHOSTDESK_DATA: data,
    GHOSTDESK_MONITOR_DATABASE_URL: `file:${siteFile}`,
    GHOSTDESK_BROKER_DATABASE_URL: `file:${siteFile}`,
    GHOSTDESK_RECONCILE_SECONDS: `${reconcileSeconds}`,
    GHOSTDESK_LOG: "error",
    HOST: "127.0.0.1",
    PORT: `${port}`,
  };
  const child = fork(path.resolve(".build/server.mjs"), {
    env,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
  });
  await once(child, "message");
  const token = execFileSync(process.execPath, [path.resolve(".build/token.mjs"), "add", "bench", "--role", "viewer"], {
    env,
  });
  const headers = { Authorization: `Bearer ${token.toString().trim()}` };
  const url = `http://127.0.0.1:${port}`;
  await firstSnapshot(url, headers);
  return {
    url,
    headers,
    usage: () => askUsage(child),
    end: async () => {
      const gone = once(child, "exit");
      child.send("end");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function askUsage(child: ChildProcess): Promise<Usage> {
  const answer = once(child, "message");
  child.send("usage");
  const [message] = (await answer) as [{ cpu: NodeJS.CpuUsage; rss: number }];
  return { cpuMicros: message.cpu.user + message.cpu.system, rssBytes: message.rss };
}

/** Waits until the site was read once: the product answers 503 until then. */
async function firstSnapshot(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/status`, { headers });
    await answer.arrayBuffer();
    if (answer.ok) return;
    if (answer.status !== 503) throw new Error(`/api/status answered ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
