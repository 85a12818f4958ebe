import { Agent, request } from "node:http";
import { gzipSync } from "node:zlib";
import { type Figure, latencies, percentile } from "./figures";
import { measureDriver, serveBytes } from "./floor";
import { type Product, startProduct } from "./product";
import { firstLoadScript } from "./script-size";
import { SiteWriter } from "./site-writer";
import { Viewers } from "./viewers";

/** All figures of one size: design §8, what of it can be measured without a browser. */

const TICK_MS = 2_000;
const CHANGED_ROWS = 100;
const VIEWERS = 50;
const RECONCILE_BUSY_SECONDS = 20;
const RECONCILE_USUAL_SECONDS = 600;
/** Long enough for a whole reconciliation or two to fall into it. */
const UNDER_LOAD_MS = 45_000;
const QUIET_MS = 20_000;

const agent = new Agent({ keepAlive: true });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mega = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

interface Answer {
  readonly ms: number;
  readonly body: Buffer;
}

function get(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode === 200) resolve({ ms: performance.now() - started, body: Buffer.concat(chunks) });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.on("error", reject);
    });
    call.on("error", reject);
    call.end();
  });
}

const WINDOWS = [
  "sort=user",
  "sort=-since",
  "sort=machine&state=Disconnected",
  "q=an",
  "q=novak&sort=startedAt",
  "state=Active&sort=-idleSince&limit=60",
  "sort=client&q=tc",
  "sort=deliveryGroup",
];

/** Asks for window after window, and caller after caller, until the time is over. */
async function askAround(product: Product, callers: readonly string[], forMs: number) {
  const windows: number[] = [];
  const lookups: number[] = [];
  const until = performance.now() + forMs;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const window = WINDOWS[turn % WINDOWS.length];
    windows.push((await get(`${product.url}/api/sessions?${window}`, product.headers)).ms);
    const caller = encodeURIComponent(callers[turn % callers.length] ?? "");
    lookups.push((await get(`${product.url}/api/users?q=${caller}`, product.headers)).ms);
    lookups.push((await get(`${product.url}/api/users/${caller}`, product.headers)).ms);
    await pause(20);
  }
  return { windows, lookups };
}

/** CPU milliseconds per tick of two seconds, over `forMs`, while `work` runs each tick. */
async function cpuPerTick(product: Product, forMs: number, work: () => void): Promise<number> {
  const before = await product.usage();
  const ticks = Math.round(forMs / TICK_MS);
  for (let tick = 0; tick < ticks; tick += 1) {
    work();
    await pause(TICK_MS);
  }
  return ((await product.usage()).cpuMicros - before.cpuMicros) / 1000 / ticks;
}

async function measureTicks(product: Product, writer: SiteWriter): Promise<Figure[]> {
  const viewers = new Viewers();
  await viewers.join(product, 1);
  await pause(TICK_MS * 2);
  const quiet = await cpuPerTick(product, QUIET_MS, () => undefined);
  const quietBytes = viewers.bytes;
  const busy = await cpuPerTick(product, QUIET_MS, () => writer.change(CHANGED_ROWS));
  const eventBytes = (viewers.bytes - quietBytes) / (QUIET_MS / TICK_MS);
  const window = (await get(`${product.url}/api/sessions?sort=user`, product.headers)).body;
  viewers.leave();
  return [
    {
      what: "CPU per tick, nothing changed",
      value: `${quiet.toFixed(0)} ms`,
      goal: "one viewer",
    },
    {
      what: `CPU per tick, ${CHANGED_ROWS} rows changed`,
      value: `${busy.toFixed(0)} ms`,
      goal: "goal 150 ms at L; XL at most 1.5 x M",
    },
    {
      what: "bytes per tick to one viewer",
      value: `${Math.round(eventBytes)} B event + ${gzipSync(window).length} B window (gzip)`,
      goal: "goal 10 kB; nothing changed: 0",
    },
  ];
}

async function measureFanOut(product: Product, writer: SiteWriter): Promise<Figure[]> {
  const viewers = new Viewers();
  await viewers.join(product, VIEWERS);
  for (let tick = 0; tick < 8; tick += 1) {
    writer.change(CHANGED_ROWS);
    await pause(TICK_MS);
  }
  const spreads = viewers.spreads();
  viewers.leave();
  return [{ what: `${VIEWERS} viewers, first to last reached`, value: latencies(spreads), goal: "goal p95 100 ms" }];
}

async function measureLoad(product: Product, writer: SiteWriter): Promise<Figure[]> {
  const viewers = new Viewers();
  await viewers.join(product, 1);
  const ticking = setInterval(() => writer.change(CHANGED_ROWS), TICK_MS);
  const { windows, lookups } = await askAround(product, writer.callers(50), UNDER_LOAD_MS);
  clearInterval(ticking);
  viewers.leave();
  return [
    { what: "any list window", value: latencies(windows), goal: "goal p95 60 ms, reconciliation running" },
    { what: "a caller's answer", value: latencies(lookups), goal: "goal p95 20 ms, reconciliation running" },
  ];
}

async function measureFloor(product: Product, file: string, caller: string): Promise<Figure[]> {
  const driver = measureDriver(file, caller);
  const { body } = await get(`${product.url}/api/sessions?sort=user`, product.headers);
  const bare = await serveBytes(body);
  const times: number[] = [];
  for (let turn = 0; turn < 300; turn += 1) times.push((await get(bare.url, {})).ms);
  bare.close();
  return [
    {
      what: "floor: driver, all live sessions",
      value: `${driver.wholeMs.toFixed(0)} ms`,
      goal: "one query, no product",
    },
    {
      what: "floor: driver, one sorted window",
      value: `${driver.windowMs.toFixed(1)} ms`,
      goal: "one query, no product",
    },
    { what: "floor: driver, one person", value: `${driver.callerMs.toFixed(1)} ms`, goal: "one query, no product" },
    {
      what: "floor: bare server, same bytes",
      value: `p95 ${percentile(times, 95).toFixed(1)} ms`,
      goal: `${body.length} B`,
    },
  ];
}

/** Figures of people who ask while everything is read again and again, as it is after a restart or a lost database. */
async function underReconciliation(file: string, writer: SiteWriter): Promise<Figure[]> {
  const product = await startProduct(file, RECONCILE_BUSY_SECONDS);
  try {
    return await measureLoad(product, writer);
  } finally {
    await product.end();
  }
}

/** Figures of usual running: a whole read each ten minutes. */
async function inUsualRunning(file: string, writer: SiteWriter): Promise<Figure[]> {
  const started = performance.now();
  const product = await startProduct(file, RECONCILE_USUAL_SECONDS);
  try {
    const first = { what: "start to first snapshot", value: `${seconds(started)} s`, goal: "" };
    const ticks = await measureTicks(product, writer);
    const fanOut = await measureFanOut(product, writer);
    const { rssBytes } = await product.usage();
    const script = await firstLoadScript(`${product.url}/sign-in`, {});
    return [
      first,
      ...ticks,
      ...fanOut,
      { what: "resident memory", value: mega(rssBytes), goal: "goal 400 MB at L" },
      { what: "first-load script, sign-in page", value: `${(script / 1000).toFixed(0)} kB gzip`, goal: "goal 230 kB" },
      ...(await measureFloor(product, file, writer.callers(1)[0] ?? "")),
    ];
  } finally {
    await product.end();
  }
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

export async function measureSize(size: string, file: string): Promise<{ title: string; figures: Figure[] }> {
  const writer = new SiteWriter(file);
  const figures = [...(await underReconciliation(file, writer)), ...(await inUsualRunning(file, writer))];
  const title = `Size ${size}: ${writer.liveSessions} live sessions`;
  writer.close();
  return { title, figures };
}
