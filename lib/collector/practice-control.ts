import type { SiteClock } from "@/lib/clock";
import type { Instant } from "@/lib/domain/site";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { SCENARIO_CATALOGUE } from "@/lib/site/simulator/catalogue";
import {
  PLUMBING_FAULTS,
  type PlumbingFault,
  type PracticeSite,
  type ScenarioOptions,
  type ScenarioStatus,
} from "@/lib/site/simulator/practice-site";
import type { PracticeController } from "./runtime";

/**
 * Drives the practice site: lets it live at real speed, injects faults of the plumbing, moves its clock. While the clock is moved
 * the live run rests, and every simulated minute gets a collector pass of its own.
 */

const LIVE_STEP_MS = 1_000;
const ADVANCE_STEP_MS = 60_000;
export const ADVANCE_MS_MAX = 14 * 24 * 3_600_000;
const FAULT_MS = 120_000;
/** Below what a timer can wait (2^31 ms), and far below what a date can be. */
const SCENARIO_MS_MAX = ADVANCE_MS_MAX;

export interface PracticeDrive {
  readonly site: PracticeSite;
  readonly clock: SiteClock;
  /** One collector pass at the present site time. */
  runPass(): Promise<void>;
  hold(held: boolean): void;
  setClock(offsetMs: number): void;
  setFaults(faults: readonly PlumbingFault[]): void;
}

interface RunningFault {
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  readonly timer: NodeJS.Timeout;
}

export class PracticeControl implements PracticeController {
  readonly #drive: PracticeDrive;
  readonly #faults = new Map<PlumbingFault, RunningFault>();
  #timer: NodeJS.Timeout | null = null;
  #step: Promise<void> = Promise.resolve();
  #advancing = false;
  #stopped = false;

  constructor(drive: PracticeDrive) {
    this.#drive = drive;
    this.#plan();
  }

  async list(): Promise<readonly ScenarioStatus[]> {
    const acted = new Map((await this.#drive.site.scenarios()).map((row) => [row.name, row]));
    return SCENARIO_CATALOGUE.map((entry) => {
      const fault = isPlumbing(entry.name) ? this.#faults.get(entry.name) : undefined;
      const idle = { ...entry, running: false, startedAt: null, endsAt: null };
      if (fault) return { ...idle, running: true, startedAt: fault.startedAt, endsAt: fault.endsAt };
      return acted.get(entry.name) ?? idle;
    });
  }

  async start(name: string, options: ScenarioOptions): Promise<{ startedAt: Instant }> {
    if (options.forMs !== undefined && options.forMs > SCENARIO_MS_MAX) {
      throw new DeskError("invalid", "A scenario lasts at most 14 days.", { field: "for" });
    }
    return isPlumbing(name) ? this.#startFault(name, options) : this.#drive.site.startScenario(name, options);
  }

  async end(name: string): Promise<void> {
    if (isPlumbing(name)) this.#endFault(name);
    else await this.#drive.site.endScenario(name);
  }

  async advance(ms: number): Promise<Instant> {
    if (ms <= 0 || ms > ADVANCE_MS_MAX) {
      throw new DeskError("invalid", "The clock moves forward, by at most 14 days.", { field: "advance" });
    }
    if (this.#advancing) throw new DeskError("conflict", "The clock is already being moved.");
    this.#advancing = true;
    this.#drive.hold(true);
    try {
      await this.#step;
      await this.#advanceBySteps(this.#drive.clock.now() + ms);
      return this.#drive.clock.now();
    } finally {
      this.#advancing = false;
      this.#drive.hold(false);
      this.#plan();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const fault of this.#faults.values()) clearTimeout(fault.timer);
    await this.#step;
  }

  async #advanceBySteps(target: Instant): Promise<void> {
    const { clock } = this.#drive;
    for (let at = clock.now(); at < target && !this.#stopped; ) {
      at = Math.min(at + ADVANCE_STEP_MS, target);
      await this.#drive.site.runTo(at);
      clock.setOffset(clock.offsetMs + Math.max(0, at - clock.now()));
      this.#drive.setClock(clock.offsetMs);
      this.#endFaultsDue(at);
      await this.#drive.runPass();
    }
  }

  #plan(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#step = this.#live();
    }, LIVE_STEP_MS);
  }

  async #live(): Promise<void> {
    if (this.#advancing || this.#stopped) return;
    try {
      await this.#drive.site.runTo(this.#drive.clock.now());
    } catch (error) {
      log.error({ error: describeError(error) }, "the practice site could not go on");
    }
    if (!this.#advancing) this.#plan();
  }

  #startFault(name: PlumbingFault, options: ScenarioOptions): { startedAt: Instant } {
    if (options.at !== undefined) {
      throw new DeskError("invalid", "A fault of the plumbing starts at once.", { field: "at" });
    }
    if (this.#faults.has(name)) throw new DeskError("conflict", `${name} is already running.`);
    const forMs = options.forMs ?? FAULT_MS;
    if (forMs < 1_000 || forMs > ADVANCE_MS_MAX) {
      throw new DeskError("invalid", "for is a duration from a second to 14 days.", { field: "for" });
    }
    const startedAt = this.#drive.clock.now();
    const timer = setTimeout(() => this.#endFault(name), forMs);
    timer.unref();
    this.#faults.set(name, { startedAt, endsAt: startedAt + forMs, timer });
    this.#drive.setFaults([...this.#faults.keys()]);
    return { startedAt };
  }

  /** A fault lasts so long by the site's clock: its timer alone would let it outlive a clock that was moved. */
  #endFaultsDue(at: Instant): void {
    for (const [name, fault] of this.#faults) if (fault.endsAt <= at) this.#endFault(name);
  }

  #endFault(name: PlumbingFault): void {
    clearTimeout(this.#faults.get(name)?.timer);
    this.#faults.delete(name);
    this.#drive.setFaults([...this.#faults.keys()]);
  }
}

function isPlumbing(name: string): name is PlumbingFault {
  return (PLUMBING_FAULTS as readonly string[]).includes(name);
}
