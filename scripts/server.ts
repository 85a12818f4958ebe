import { createServer } from "node:http";
import next from "next";
import { type Runtime, whenStarted } from "@/lib/collector/runtime";
import { claimDataFolder } from "@/lib/desk/data-folder";
import { migrateDesk } from "@/lib/desk/migrate";
import { type DeskEnvironment, readEnvironment } from "@/lib/env";
import { DeskError, describeError } from "@/lib/errors";
import { notePeerAddresses } from "@/lib/http/peer-address";
import { ARRIVAL_LIMITS, answerRefusal, refuseEarly } from "@/lib/http/refuse-early";

/** The server process: claims the data folder, listens, hands every request to Next.js, ends cleanly on every platform. */

const FIRST_READ_MS_MAX = 3_000;

function addressOf(env: DeskEnvironment, port: number): string {
  const host = env.host.includes(":") ? `[${env.host}]` : env.host;
  return `http://${host}:${port}`;
}

/** Ends the program with one line; what really happened follows only where the log level asks for it. */
function giveUp(error: unknown): never {
  const text = error instanceof DeskError ? error.message : `Ghostdesk could not start: ${describeError(error)}`;
  process.stderr.write(`${text}\n`);
  if (process.env.GHOSTDESK_LOG === "debug" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

function listen(server: ReturnType<typeof createServer>, env: DeskEnvironment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${env.port} is in use. Set PORT to another one, or end the program that uses it.`,
        EACCES: `Port ${env.port} may not be used by this account. Set PORT to one above 1023.`,
        EADDRNOTAVAIL: `HOST ${env.host} is no address of this computer.`,
      };
      reject(new DeskError("conflict", sentences[error.code ?? ""] ?? describeError(error), { cause: error }));
    });
    server.listen(env.port, env.host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : env.port);
    });
  });
}

/** Ctrl+C, a service manager, a parent that hangs up: whichever comes first ends the server once. */
function onEnd(end: () => Promise<void>): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    void end().finally(() => process.exit(0));
    setTimeout(() => process.exit(0), 8_000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGBREAK"] as const) process.on(signal, once);
  process.on("disconnect", once);
  process.on("message", (message) => {
    if (message === "end") once();
    if (message === "usage") process.send?.({ type: "usage", cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
  });
}

/** Waits for the first read of the site, but not for long: a site that cannot be read is no reason not to be ready. */
function firstRead({ site }: Runtime): Promise<void> {
  return new Promise((resolve) => {
    if (site.current()) return resolve();
    const timer = setTimeout(done, FIRST_READ_MS_MAX);
    const release = site.subscribe(done);
    function done(): void {
      clearTimeout(timer);
      release();
      resolve();
    }
  });
}

async function main(): Promise<void> {
  const env = readEnvironment(process.env);
  const release = claimDataFolder(env.dataFolder);
  await migrateDesk(env.deskUrl);
  let answer: ReturnType<ReturnType<typeof next>["getRequestHandler"]> | null = null;
  const server = createServer(ARRIVAL_LIMITS, (request, response) => {
    const refusal = refuseEarly(request);
    if (refusal) return answerRefusal(response, refusal);
    if (answer) return void answer(request, response);
    response.writeHead(503, { "Retry-After": "2", "Content-Type": "text/plain" });
    response.end("Ghostdesk is starting. Try again in a moment.\n");
  });
  notePeerAddresses();
  const port = await listen(server, env);
  // The port may have been chosen just now; what checks origins must know it.
  process.env.PORT = `${port}`;
  const app = next({ dev: false, dir: process.cwd(), hostname: env.host, port });
  await app.prepare();
  const runtime = await whenStarted();
  answer = app.getRequestHandler();
  await firstRead(runtime);
  onEnd(async () => {
    server.close();
    server.closeAllConnections();
    await runtime.stop();
    release();
  });
  process.stdout.write(`Ghostdesk is ready: ${addressOf(env, port)}\n`);
  if (!env.site)
    process.stdout.write("Practice site. Sign in as desk, password ghostdesk (also viewer, engineer, admin).\n");
  process.send?.({ type: "ready", port });
}

main().catch(giveUp);
