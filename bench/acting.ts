import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { wallClock } from "@/lib/clock";
import { type Bridge, openBridge } from "@/lib/site/powershell/bridge";
import { openPracticeSite } from "@/lib/site/simulator/open";
import { startStandIn } from "@/lib/site/simulator/stand-in/start";
import { startServer } from "@/scripts/server-process";
import { type Figure, latencies, printFigures } from "./figures";

/** What it takes from a click to the command, over HTTP and the whole product; and what the bridge adds to the cmdlets it calls. */

const CLICKS = 40;
/** A person does not click faster than a fresh PowerShell starts: the one after the spare needs its time. */
const BRIDGED_CLICKS = 12;
const BRIDGED_PAUSE_MS = 2_500;
const WARM_UP = 3;
const WRITES = 15;
const READS = 200;

type Call = (method: string, address: string, body?: unknown) => Promise<{ ms: number; body: Record<string, unknown> }>;

interface Running {
  readonly call: Call;
  end(): Promise<void>;
}

async function startProduct(extra: Readonly<Record<string, string>>): Promise<Running> {
  const data = mkdtempSync(path.join(tmpdir(), "ghostdesk-bench-"));
  const env = { GHOSTDESK_DATA: data, GHOSTDESK_LOG: "error", ...extra };
  const server = await startServer(env);
  const command = [path.resolve(".build/token.mjs"), "add", "bench", "--role", "engineer"];
  const token = execFileSync(process.execPath, command, { env: { ...process.env, ...env } });
  const call = callerOf(server.url, token.toString().trim());
  await untilRead(call);
  const end = async () => {
    await server.end();
    rmSync(data, { recursive: true, force: true });
  };
  return { call, end };
}

function callerOf(url: string, token: string): Call {
  return async (method, address, body) => {
    const started = performance.now();
    const answer = await fetch(url + address, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        "Idempotency-Key": randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok && answer.status !== 503)
      throw new Error(`${address} answered ${answer.status}: ${JSON.stringify(read)}`);
    return { ms: performance.now() - started, body: read };
  };
}

async function untilRead(call: Call): Promise<void> {
  while (!("version" in (await call("GET", "/api/status")).body))
    await new Promise((resolve) => setTimeout(resolve, 250));
}

/** A message to somebody who works: touches nobody's work, and passes all that a log-off passes. */
async function measureClicks({ call }: Running, count: number, pauseMs: number): Promise<Figure[]> {
  const { rows } = (await call("GET", "/api/sessions?state=Active&limit=1")).body as { rows: { key: string }[] };
  const asked = { verb: "message", target: { sessions: [rows[0]?.key] }, params: { text: "A bench." } };
  const previews: number[] = [];
  const clicks: number[] = [];
  for (let turn = 0; turn < count + WARM_UP; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const preview = await call("POST", "/api/operations/preview", asked);
    const started = await call("POST", "/api/operations", { token: preview.body.token, reason: "A bench." });
    await untilOver(call, `${started.body.id}`);
    if (turn < WARM_UP) continue;
    previews.push(preview.ms);
    clicks.push(started.ms);
  }
  const { sent, answered } = await stepsOf(call, count);
  return [
    { what: "preview", value: latencies(previews), goal: "" },
    { what: "click to intent committed (202)", value: latencies(clicks), goal: "p95 50 ms" },
    { what: "intent to command handed over", value: latencies(sent), goal: "p95 20 ms" },
    { what: "command handed over to its answer", value: latencies(answered), goal: "" },
  ];
}

async function untilOver(call: Call, id: string): Promise<void> {
  for (;;) {
    const { operation } = (await call("GET", `/api/operations/${id}`)).body as {
      operation: { settledAt: string | null };
    };
    if (operation.settledAt !== null) return;
  }
}

/** From the audit's own times, to a millisecond: the entry of the intent, of the sending, of the answer. */
async function stepsOf(call: Call, count: number): Promise<{ sent: number[]; answered: number[] }> {
  const { rows } = (await call("GET", "/api/audit?action=operation&limit=500")).body as {
    rows: { at: string; action: string; subject: string }[];
  };
  const times = new Map(rows.map(({ at, action, subject }) => [`${action} ${subject}`, Date.parse(at)]));
  const spans = (from: string, to: string) =>
    rows.flatMap(({ action, subject }) => {
      if (action !== to) return [];
      const [began, ended] = [times.get(`${from} ${subject}`), times.get(`${to} ${subject}`)];
      return began === undefined || ended === undefined ? [] : [ended - began];
    });
  return {
    // Newest first: those of the warm-up stand last.
    sent: spans("operation.intended", "operation.sent").slice(0, count),
    answered: spans("operation.sent", "operation.outcome").slice(0, count),
  };
}

/** The bridge alone: from `act` to the request line, and a pooled read that calls no cmdlet. */
async function measureBridge(executable: string): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-bench-"));
  const workerFile = path.resolve(".build/workers/simulator.mjs");
  const made = { folder, workerFile, size: "S", seed: 7, era: "leases", wallNow: wallClock.now() } as const;
  const site = await openPracticeSite({ ...made, onProgress: () => undefined });
  const standIn = await startStandIn(site.openSdkPort());
  let sentAt = 0;
  // The next spare is greeted right behind it: that is not what was asked for.
  const onSent = (op: string) => {
    if (op === "message") sentAt = performance.now();
  };
  const bridge = openBridge({ executable, arguments: [], controller: null, standIn, onSent });
  try {
    return [...(await measureWrites(bridge, () => sentAt)), ...(await measureReads(bridge))];
  } finally {
    await bridge.close();
    await standIn.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWrites(bridge: Bridge, sentAt: () => number): Promise<Figure[]> {
  const first = await bridge.sdk.sessions()[Symbol.asyncIterator]().next();
  const sessionKey = first.done ? "" : (first.value[0]?.sessionKey ?? "");
  const context = { actor: "bench", deadlineMs: 30_000 };
  const spans: number[] = [];
  const whole: number[] = [];
  for (let turn = 0; turn < WRITES; turn += 1) {
    await bridge.warm();
    const began = performance.now();
    const command = { verb: "message", sessionKey, title: "Bench", text: "A bench." } as const;
    await bridge.actor.act(command, { ...context, operationId: randomUUID() });
    spans.push(sentAt() - began);
    whole.push(performance.now() - began);
  }
  return [
    { what: "bridge: act to its line written, spare kept", value: latencies(spans), goal: "20 ms" },
    { what: "bridge: act to its answer", value: latencies(whole), goal: "" },
  ];
}

async function measureReads(bridge: Bridge): Promise<Figure[]> {
  const spans: number[] = [];
  for (let turn = 0; turn < READS; turn += 1) {
    const began = performance.now();
    await bridge.hello();
    spans.push(performance.now() - began);
  }
  return [{ what: "bridge: pooled read without a cmdlet", value: latencies(spans), goal: "3 ms" }];
}

/** The first PowerShell on PATH, or the one that is named. */
function findPowerShell(): string | null {
  const named = process.env.GHOSTDESK_POWERSHELL;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const names = process.platform === "win32" ? ["pwsh.exe", "powershell.exe"] : ["pwsh"];
  const files = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

export async function benchActing(): Promise<void> {
  const plain = await startProduct({});
  printFigures("Acting on the practice site (S), its own answers", await measureClicks(plain, CLICKS, 0));
  await plain.end();
  const executable = findPowerShell();
  if (!executable) {
    console.log("\nNo PowerShell on PATH and none named by GHOSTDESK_POWERSHELL: the bridge was not measured.");
    return;
  }
  const bridged = await startProduct({ GHOSTDESK_POWERSHELL: executable });
  printFigures(
    "Acting on the practice site (S) through the bridge",
    await measureClicks(bridged, BRIDGED_CLICKS, BRIDGED_PAUSE_MS),
  );
  await bridged.end();
  printFigures("The bridge alone", await measureBridge(executable));
}
