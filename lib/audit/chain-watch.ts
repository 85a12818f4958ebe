import type { Clock } from "@/lib/clock";
import type { Desk } from "@/lib/desk/client";
import type { Instant } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { anchorFile, readAnchor } from "./anchor";
import { chainSentence } from "./chain-words";
import { type ChainReport, verifyChain } from "./verify-chain";

/** What is known about the chain of the audit. `checking`: nothing yet since the start. */
export interface ChainStatus {
  readonly state: "checking" | "whole" | "broken";
  /** For people. */
  readonly sentence: string;
  /** Wall clock. */
  readonly checkedAt: Instant | null;
  readonly entries: number;
  readonly uncovered: number;
  /** The first entry that does not fit. */
  readonly brokenAt: number | null;
}

export interface ChainScope {
  readonly desk: Desk;
  readonly siteId: string;
  readonly key: Uint8Array;
  readonly keyFile: string;
  /** Wall clock. */
  readonly clock: Clock;
}

/** 100,000 entries take a few seconds, in pages between which others are served. */
const AGAIN_MS = 3_600_000;

const UNCHECKED: ChainStatus = {
  ...{ state: "checking", sentence: "The audit is being checked.", checkedAt: null },
  ...{ entries: 0, uncovered: 0, brokenAt: null },
};

/** Checks the chain of a site in the background, at the start and once an hour, and keeps what was found. */
export class ChainWatch {
  readonly #scope: ChainScope;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #status = UNCHECKED;

  constructor(scope: ChainScope) {
    this.#scope = scope;
  }

  get status(): ChainStatus {
    return this.#status;
  }

  begin(): void {
    this.#running = this.#running.then(() => this.check());
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.check());
    }, AGAIN_MS).unref();
  }

  /** Checks once. Never rejects: a database that does not answer is said, and what was found before stays. */
  async check(): Promise<void> {
    try {
      const report = await verifyOnce(this.#scope, this.#stopping.signal);
      this.#status = toStatus(report, this.#scope.clock.now());
      if (report.broken) log.error({ event: "audit.chain-broken", ...report.broken, sentence: this.#status.sentence });
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      log.error({ event: "audit.chain-not-checked", error: describeError(error) });
      if (this.#status === UNCHECKED) this.#status = { ...UNCHECKED, sentence: "The audit could not be checked." };
    }
  }

  /** Ends a check that runs. Resolves when the database is not used any more. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }
}

/** One check of the whole chain against the anchor as it stands when it begins. Rejects as verifyChain does. */
export async function verifyOnce(
  { desk, siteId, key, keyFile }: Omit<ChainScope, "clock">,
  signal?: AbortSignal,
): Promise<ChainReport> {
  const anchor = await readAnchor(anchorFile(keyFile, siteId));
  return verifyChain(desk, siteId, { key, anchor, ...(signal ? { signal } : {}) });
}

function toStatus(report: ChainReport, checkedAt: Instant): ChainStatus {
  const { entries, uncovered, broken } = report;
  const found = { sentence: chainSentence(report), checkedAt, entries, uncovered };
  return { ...found, state: broken ? "broken" : "whole", brokenAt: broken?.id ?? null };
}
