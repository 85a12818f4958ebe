import type { Clock } from "@/lib/clock";
import type { Limit } from "@/lib/domain/session/limits";
import type { Instant, Person, Session } from "@/lib/domain/site";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSite, SdkSource } from "@/lib/site/port";
import type { openBrokerTables, TablesDatabase } from "@/lib/site/tables/database";
import type { DeltaPart, GhostDelta, GhostOrders, ServersHeard } from "../protocol";
import { isOutage } from "../site-outage";
import { STALE_AFTER_MS } from "../source-health";
import { BrokerWitness } from "./broker-witness";
import { Detector } from "./detector";
import { FailureLog } from "./failure-log";
import type { SourceStates } from "./gathered-facts";
import { SiteLogonPace } from "./logon-pace";
import { ServerTruth } from "./server-truth";
import type { SiteRecords } from "./witnesses";

/** The detector with its witnesses, as a pass holds them: it is told of each delta, hears whom it needs to hear, and judges. */

/** Answers that come within this are judged in the same pass; later ones in the next. Real time. */
const SETTLE_MS = 250;
const NOTHING: GhostDelta = { judgedAt: null, found: [], withdrawn: [] };

export interface GhostWatchOptions {
  readonly monitor: TablesDatabase;
  readonly broker: ReturnType<typeof openBrokerTables> | null;
  readonly sdk: Pick<SdkSource, "windowsSessions"> | null;
  readonly records: SiteRecords;
  readonly orders: GhostOrders;
  /** What ends a session once it is disconnected, by what its machine says. */
  limits(session: Session): Limit;
  /** The site's time, corrected by what its database says of our clock. */
  now(): Instant;
  personOf(userId: number): Person | undefined;
}

/** What a pass knows of the moment that is judged. */
export interface Moment {
  /** Site time of the last read of the Monitoring tables, and the newest change in them. */
  readonly readAt: Instant;
  readonly newestChange: Instant | null;
  readonly sources: SourceStates;
  readonly sdkSite: SdkSite | null;
}

export class GhostWatch {
  readonly #failures: FailureLog;
  readonly #pace: SiteLogonPace;
  readonly #server: ServerTruth;
  readonly #broker: BrokerWitness;
  readonly #detector: Detector;
  #sweepMs: number;
  /** Witnesses that could not be read the last time. */
  readonly #trouble = new Set<string>();

  constructor(options: GhostWatchOptions) {
    const site: Clock = { now: () => options.now() };
    this.#failures = new FailureLog(options.monitor, options.personOf);
    this.#pace = new SiteLogonPace(options.monitor);
    this.#server = new ServerTruth(options.sdk, { site });
    this.#broker = new BrokerWitness(options.broker);
    this.#sweepMs = options.orders.settings.serverSweepMinutes * 60_000;
    const witnesses = {
      server: this.#server,
      broker: this.#broker,
      failures: this.#failures,
      pace: this.#pace,
      limits: options.limits,
    };
    this.#detector = new Detector(options.records, witnesses, options.orders);
  }

  order(orders: GhostOrders): void {
    this.#sweepMs = orders.settings.serverSweepMinutes * 60_000;
    this.#detector.order(orders);
  }

  /** One part of what changed; `left` are keys of sessions that vanished from the tables without an end. */
  observe(part: DeltaPart, left: ReadonlySet<string>): void {
    this.#detector.observe(part, left);
  }

  /** Never rejects: a witness that cannot be heard is a silent one. */
  async judge({ readAt, newestChange, sources, sdkSite }: Moment): Promise<GhostDelta> {
    await this.#hear(readAt, newestChange);
    if (isOutage(sdkSite)) return NOTHING;
    // In tables that nobody writes into, nothing grows older: what was in progress when the writing ended did not hang.
    const liveUntil = newestChange === null ? readAt : newestChange + STALE_AFTER_MS;
    return this.#detector.judge(Math.min(readAt, liveUntil), sources);
  }

  get servers(): ServersHeard {
    return this.#server.counts;
  }

  /** Asks no server any more. */
  stop(): void {
    this.#server.stop();
  }

  async #hear(now: Instant, newestChange: Instant | null): Promise<void> {
    await this.#try("failures", () => this.#failures.read(now, newestChange));
    await this.#try("logons", () => this.#pace.read(now));
    const { urgent, sweep } = this.#detector.wanted(now);
    this.#server.plan({ now, urgent, sweep, sweepMs: this.#sweepMs });
    await this.#try("broker", () => this.#broker.read(now, urgent));
    await this.#server.settle(SETTLE_MS);
  }

  async #try(what: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.#trouble.delete(what);
    } catch (error) {
      // The tables themselves were read just now, so this is said once, and the rules go on without this witness.
      if (!this.#trouble.has(what))
        log.warn({ what, error: describeError(error) }, "a witness of ghosts cannot be read");
      this.#trouble.add(what);
    }
  }
}
