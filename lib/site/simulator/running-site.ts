import { setImmediate } from "node:timers/promises";
import type Database from "libsql";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { runWorld } from "./engine/engine";
import { MINUTE } from "./engine/site-time";
import type { World } from "./engine/world";
import type { ScenarioOptions, ScenarioStatus } from "./practice-site";
import { endScenario, listScenarios, startScenario } from "./scenarios/control";
import { loadWorld } from "./store/site-file";
import { SiteStore } from "./store/site-store";

/** Most simulated time in one transaction: questions are answered in between. */
const STEP_MS = MINUTE;

/** A simulation that stands in an open file and moves on when told to. */
export class RunningSite {
  readonly world: World;
  readonly #db: Database.Database;
  readonly #store: SiteStore;
  readonly #stepMs: number;
  #failure: unknown = null;

  constructor(db: Database.Database, stepMs = STEP_MS) {
    this.#db = db;
    this.#stepMs = stepMs;
    this.#store = new SiteStore(db);
    this.world = loadWorld(db);
  }

  get now(): Instant {
    return this.world.now;
  }

  /** Lets everything happen up to `to`, in steps of one transaction each. An instant that has passed changes nothing. */
  async runTo(to: Instant): Promise<void> {
    while (this.world.now < to) {
      this.#step(Math.min(to, this.world.now + this.#stepMs));
      await setImmediate();
    }
  }

  scenarios(): ScenarioStatus[] {
    return listScenarios(this.world);
  }

  startScenario(name: string, options: ScenarioOptions): { startedAt: Instant } {
    const started = startScenario(this.world, name, options);
    this.#step(this.world.now);
    return started;
  }

  endScenario(name: string): void {
    endScenario(this.world, name);
    this.#step(this.world.now);
  }

  /** Everything is in the file itself afterwards, so that a copy of it alone is a whole site. */
  close(): void {
    if (!this.#db.open) return;
    if (this.#failure === null) this.#store.commit(this.world);
    this.#db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    this.#db.close();
  }

  /** A step that broke off in the middle leaves memory ahead of the file: only opening the site again helps. */
  #step(to: Instant): void {
    if (this.#failure !== null) {
      throw new DeskError("internal", "The practice site stopped after a fault.", { cause: this.#failure });
    }
    try {
      runWorld(this.world, to, () => this.#store.commit(this.world));
    } catch (error) {
      this.#failure = error;
      throw error;
    }
    this.#store.commit(this.world);
  }
}
