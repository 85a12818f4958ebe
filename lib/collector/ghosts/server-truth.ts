import type { Clock } from "@/lib/clock";
import type { ServerReach, ServerWord } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSource } from "@/lib/site/port";
import { deadline } from "@/lib/site/tables/deadline";
import type { ServersHeard } from "../protocol";
import { type AskOrders, AskPlan } from "./ask-plan";

/**
 * What the servers themselves say of their Windows sessions. Asked in the background, few at a time; a server that hangs gives its
 * place back after ten seconds, and its late answer is dropped. Nothing here rejects: who cannot be asked is `failed`.
 */

const AT_ONCE_MAX = 4;
/** Real time that one server may take. */
const ASK_MS_MAX = 10_000;

export class ServerTruth {
  readonly #sdk: Pick<SdkSource, "windowsSessions"> | null;
  readonly #siteClock: Clock;
  readonly #plan = new AskPlan();
  readonly #words = new Map<string, ServerWord>();
  /** Why a machine could not be asked the last time. */
  readonly #failures = new Map<string, string>();
  readonly #underWay = new Set<Promise<void>>();
  #answered = new Set<string>();
  /** The site's time as the caller knows it, minus our clock's: its database may have corrected ours. */
  #aheadMs = 0;

  /** `sdk` is null where no bridge is configured: then no server can ever be heard. */
  constructor(sdk: Pick<SdkSource, "windowsSessions"> | null, clocks: { readonly site: Clock }) {
    this.#sdk = sdk;
    this.#siteClock = clocks.site;
  }

  /**
   * Decides whom to ask and begins with it. Each machine is asked at most once a minute of site time; how many of the swept ones are
   * asked is the share that the site time since the last call is of `sweepMs`, so that they are spread evenly over it.
   */
  plan(orders: AskOrders): void {
    if (!this.#sdk) return;
    this.#aheadMs = orders.now - this.#siteClock.now();
    this.#plan.update(orders);
    for (const key of [...this.#words.keys(), ...this.#failures.keys()]) {
      if (!this.#plan.knows(key)) this.#forget(key);
    }
    this.#fill(this.#sdk);
  }

  /** Waits until everything planned was answered or given up, but at most `maxMs` of real time. */
  async settle(maxMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        isLate = true;
        resolve();
      }, maxMs);
    });
    while (this.#underWay.size > 0 && !isLate) await Promise.race([late, ...this.#underWay]);
    clearTimeout(timer);
  }

  /** The machine's last answer, however old; its `askedAt` is the site time at which it was asked, not when it answered. */
  word(machineKey: string): ServerWord | null {
    return this.#words.get(machineKey) ?? null;
  }

  /** How the machine can be heard; `failed` says so of the last ask, even where an earlier word is there. */
  reach(machineKey: string): ServerReach {
    if (!this.#sdk) return "unreachable";
    if (this.#failures.has(machineKey)) return "failed";
    return this.#words.has(machineKey) ? "heard" : "waiting";
  }

  /** Machines with a new answer, or that could not be asked, since this was last called. */
  answered(): Set<string> {
    const answered = this.#answered;
    this.#answered = new Set();
    return answered;
  }

  /** By the last ask of each machine that is of interest. */
  get counts(): ServersHeard {
    const failing = this.#failures.size;
    const silent = [...this.#failures.keys()].filter((key) => this.#words.has(key)).length;
    return { heard: this.#words.size - silent, failing };
  }

  /** Asks nobody any more. What is under way ends by itself. */
  stop(): void {
    this.#plan.clear();
  }

  #fill(sdk: Pick<SdkSource, "windowsSessions">): void {
    while (this.#underWay.size < AT_ONCE_MAX) {
      const key = this.#plan.next();
      if (key === null) return;
      const ask: Promise<void> = this.#ask(sdk, key).then(() => {
        this.#underWay.delete(ask);
        this.#fill(sdk);
      });
      this.#underWay.add(ask);
    }
  }

  async #ask(sdk: Pick<SdkSource, "windowsSessions">, key: string): Promise<void> {
    const askedAt: Instant = this.#siteClock.now() + this.#aheadMs;
    this.#plan.began(key, askedAt);
    let failure: string | null = null;
    try {
      const sessions = await deadline(sdk.windowsSessions(key), ASK_MS_MAX);
      const former = this.#words.get(key);
      const before = former ? { askedAt: former.askedAt, sessions: former.sessions } : null;
      this.#words.set(key, { askedAt, sessions, before });
    } catch (error) {
      failure = describeError(error);
    }
    this.#plan.ended(key, failure === null);
    this.#answered.add(key);
    this.#takeReach(key, failure);
  }

  /** Asked again and again: what is the same as before is not said again. */
  #takeReach(key: string, failure: string | null): void {
    const before = this.#failures.get(key) ?? null;
    if (failure === null) this.#failures.delete(key);
    else this.#failures.set(key, failure);
    if (failure === before) return;
    if (failure === null) log.debug({ machine: key }, "a server can be asked again");
    else log.debug({ machine: key, reason: failure }, "a server cannot be asked for its sessions");
  }

  #forget(key: string): void {
    this.#words.delete(key);
    this.#failures.delete(key);
  }
}
