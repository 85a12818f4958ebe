import type { MessagePort } from "node:worker_threads";
import type { Instant } from "@/lib/domain/site";

/** The practice site as the rest of the product sees it: what main asks of the simulator's worker thread. */
export interface PracticeSite {
  readonly siteName: string;
  /** IANA zone the site's people work in. */
  readonly timeZone: string;
  /** The SQLite file that holds the Monitoring tables and the broker tables. */
  readonly tablesFile: string;
  /** Site time at which the simulation stands. */
  now(): Instant;
  /** Lets everything happen up to `to`; resolves when the tables hold it. Rejects where the simulation itself failed. */
  runTo(to: Instant): Promise<void>;
  scenarios(): Promise<readonly ScenarioStatus[]>;
  /** Rejects with DeskError `not-found` for an unknown name, `invalid` for bad options, `conflict` where it already runs. */
  startScenario(name: string, options: ScenarioOptions): Promise<{ startedAt: Instant }>;
  endScenario(name: string): Promise<void>;
  /** A port on which the worker answers the SDK's questions; one for each thread that asks (see sdk-port.ts). */
  openSdkPort(): MessagePort;
  /** Writes what is in memory, ends the worker. Safe to call twice. */
  close(): Promise<void>;
}

export interface ScenarioOptions {
  readonly count?: number | undefined;
  /** Site time to start at. */
  readonly at?: Instant | undefined;
  readonly forMs?: number | undefined;
}

export interface ScenarioStatus {
  readonly name: string;
  readonly kind: "ghost" | "look-alike" | "plumbing";
  readonly summary: string;
  readonly running: boolean;
  readonly startedAt: Instant | null;
  readonly endsAt: Instant | null;
}

/**
 * Faults of the plumbing are not the site's own, so the simulator does not act them out: they are injected right below the
 * readers of the tables (see lib/collector). `site-database-down` is the controllers' own and is acted out by the simulator.
 */
export const PLUMBING_FAULTS = ["database-lost", "database-slow", "clock-skewed"] as const;
export type PlumbingFault = (typeof PLUMBING_FAULTS)[number];
