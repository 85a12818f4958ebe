import { mkdirSync } from "node:fs";
import path from "node:path";
import { ChainWatch } from "@/lib/audit/chain-watch";
import { openAuditedDesk } from "@/lib/audit/open";
import { ensureDemoAccounts } from "@/lib/auth/demo-accounts";
import { SiteClock, wallClock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import type { DeskEnvironment } from "@/lib/env";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { BridgeAddress } from "@/lib/site/connect";
import { openPracticeSite } from "@/lib/site/simulator/open";
import type { PlumbingFault, PracticeSite } from "@/lib/site/simulator/practice-site";
import { type CoverageCounts, CoverageSampler } from "./coverage-sample";
import { FAULT } from "./faults";
import { IncidentKeeper } from "./ghosts/incident-keeper";
import { readStoredSettings } from "./ghosts/settings-store";
import { HistoryThread } from "./history-desk";
import { LiveSite } from "./live-site";
import { PracticeControl } from "./practice-control";
import { ReaderThread } from "./reader-thread";
import type { RunScope } from "./run-scope";
import { type OperationDesk, publishRuntime, type Runtime } from "./runtime";
import { SampleStore } from "./samples";
import { openReach } from "./site-reach";

/** Starts what the process shares: the desk database, the practice site where there is no real one, and the reading thread. */

const workerFile = (name: string) => path.join(process.cwd(), ".build", "workers", `${name}.mjs`);

/** The site clock as everything but the simulator sees it: skewed where that fault runs, corrected by what was measured. */
class CorrectedClock {
  skewMs = 0;
  faultMs = 0;
  readonly base: SiteClock;

  constructor(base: SiteClock) {
    this.base = base;
  }

  now(): number {
    return this.base.now() + this.faultMs - this.skewMs;
  }
}

interface Parts {
  readonly env: DeskEnvironment;
  readonly desk: Desk;
  readonly clock: CorrectedClock;
  readonly practice: PracticeSite | null;
  readonly bridge: BridgeAddress | null;
  coverage: UpperLayers["coverage"];
}

/** Progress of a start, for the terminal. */
function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function openPractice(env: DeskEnvironment): Promise<PracticeSite> {
  return openPracticeSite({
    folder: env.dataFolder,
    workerFile: workerFile("simulator"),
    ...env.practice,
    wallNow: wallClock.now(),
    onProgress: say,
  });
}

interface Reading {
  readonly live: LiveSite;
  readonly thread: ReaderThread;
  readonly ghosts: IncidentKeeper;
}

type CoverageReading = Parameters<UpperLayers["coverage"]>[0];

/** The first sample comes with the first read, before there is a snapshot of it. */
function samplerOf(coverage: UpperLayers["coverage"], reading: () => CoverageReading): CoverageSampler {
  return new CoverageSampler(() => (reading().site.current() ? coverage(reading()) : null));
}

async function startReading({ env, desk, clock, practice, bridge, coverage }: Parts): Promise<Reading> {
  const { siteId } = env;
  const samples = new SampleStore(desk, siteId);
  const coverages = samplerOf(coverage, () => ({ site: live, siteClock: clock, ghosts }));
  const ghosts = await IncidentKeeper.open({
    ...{ desk, siteId, now: clock.now(), settings: await readStoredSettings(desk, siteId) },
    onChanged: (ids) => live.showGhosts(ids),
    onOrders: (orders) => thread.send({ type: "ghosts", orders }),
  });
  const live: LiveSite = new LiveSite({
    ghosts,
    // No two versions within a millisecond, even while the practice site's clock is moved: the clock stays ahead of every number used.
    firstVersion: wallClock.now(),
    siteName: env.siteName ?? practice?.siteName ?? "Citrix site",
    timeZone: practice?.timeZone ?? null,
    onWatched: (watched) => thread.send({ type: "watched", watched }),
    onSamples: (taken) => samples.add(coverages.add(taken)),
    onSkew: (skewMs) => {
      clock.skewMs = skewMs;
    },
  });
  const thread = new ReaderThread({
    workerFile: workerFile("collector"),
    makeOptions: () => ({
      monitorUrl: monitorUrlOf(env, practice),
      brokerUrl: practice ? `file:${practice.tablesFile}` : (env.site?.brokerUrl ?? null),
      sdkPort: bridge ? null : (practice?.openSdkPort() ?? null),
      bridge,
      clockOffsetMs: clock.base.offsetMs,
      practice: practice !== null,
      reconcileMs: env.reconcileMs,
      ghosts: ghosts.orders,
      leaseFolders: env.leaseFolders,
    }),
    onMessage: (message) => live.receive(message),
    onLost: (problem) => live.lose(problem),
  });
  return { live, thread, ghosts };
}

/** Which tables are read: the practice site's, or those that the environment names. */
function monitorUrlOf(env: DeskEnvironment, practice: PracticeSite | null): string {
  return practice ? `file:${practice.tablesFile}` : (env.site?.monitorUrl ?? "");
}

interface Controlled {
  readonly thread: ReaderThread;
  readonly history: HistoryThread;
  readonly clock: CorrectedClock;
}

function controlPractice(practice: PracticeSite, { thread, history, clock }: Controlled): PracticeControl {
  return new PracticeControl({
    site: practice,
    clock: clock.base,
    runPass: () => thread.runPass(),
    hold: (held) => thread.send({ type: "hold", held }),
    setClock: (offsetMs) => thread.send({ type: "clock", offsetMs }),
    setFaults: (faults: readonly PlumbingFault[]) => {
      clock.faultMs = faults.includes("clock-skewed") ? FAULT.skewMs : 0;
      thread.send({ type: "faults", faults });
      history.setFaults(faults);
    },
  });
}

/** What stands above this layer and is handed down to it. */
export interface UpperLayers {
  /** Opens what carries operations out. */
  openOperations(scope: RunScope): Promise<OperationDesk>;
  /** How many pairs of user and resource could be launched if the database failed now; null where nothing can be told. */
  coverage(runtime: Pick<Runtime, "site" | "siteClock" | "ghosts">): CoverageCounts | null;
}

async function start(env: DeskEnvironment, upper: UpperLayers): Promise<Runtime> {
  mkdirSync(env.dataFolder, { recursive: true });
  await migrateDesk(env.deskUrl);
  const audited = await openAuditedDesk(env.deskUrl, env.auditKeyFile);
  const { desk } = audited;
  const { siteId } = env;
  const chain = new ChainWatch({ ...audited, siteId, keyFile: env.auditKeyFile, clock: wallClock });
  const practice = env.site ? null : await openPractice(env);
  if (practice) await ensureDemoAccounts({ desk, siteId, clock: wallClock, practice: true });
  const siteClock = new CorrectedClock(new SiteClock(practice ? practice.now() - wallClock.now() : 0));
  const way = await openReach(env, practice);
  const { live, thread, ghosts } = await startReading({ env, desk, clock: siteClock, practice, ...way, ...upper });
  const monitorUrl = monitorUrlOf(env, practice);
  const history = new HistoryThread({ workerFile: workerFile("history"), monitorUrl, clock: wallClock });
  const control = practice ? controlPractice(practice, { thread, history, clock: siteClock }) : null;
  const { reach } = way;
  const common = { siteId, desk, siteClock, site: live, ghosts, reach };
  const operations = await upper.openOperations({
    ...common,
    clock: wallClock,
    onChanged: (ids) => live.showOperations(ids),
    onLeasesTouched: () => thread.send({ type: "hurry" }),
  });
  const end = inTurn([
    () => operations.stop(),
    () => control?.stop(),
    () => history.stop(),
    () => thread.stop(),
    () => ghosts.settle(),
    () => way.close(),
    () => practice?.close(),
    () => chain.stop(),
    () => audited.close(),
  ]);
  chain.begin();
  return { ...common, env, chain, wallClock, operations, history, practice: control, stop: end };
}

/** Ends the parts one after the other, once; one that ends badly leaves none of the others standing. */
function inTurn(parts: readonly (() => Promise<unknown> | undefined)[]): () => Promise<void> {
  let ended: Promise<void> | null = null;
  const end = async () => {
    for (const part of parts) {
      try {
        await part();
      } catch (error) {
        log.error({ error: describeError(error) }, "the end was not clean");
      }
    }
  };
  return () => {
    ended ??= end();
    return ended;
  };
}

/**
 * Starts and publishes the runtime. Rejects with a DeskError whose message is one clear line where the data folder or our own
 * database stand in the way; a site that cannot be read is no reason not to start.
 */
export function startRuntime(env: DeskEnvironment, upper: UpperLayers): Promise<Runtime> {
  return publishRuntime(() => start(env, upper));
}
