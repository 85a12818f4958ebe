import { setImmediate } from "node:timers/promises";
import type Database from "libsql";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import type { SdkConnectionAttempt } from "@/lib/site/sdk";
import { ActRefusal } from "./acts/refusal";
import { type LogPlace, readConnectionLog } from "./answers/connection-log";
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

  /**
   * Does one thing to the site as it stands now. It is in the file when this returns. Throws the ActRefusal of `work`, which has
   * to have changed nothing then; after any other fault the site stops.
   */
  act<T>(work: (world: World) => T): T {
    this.#requireSound();
    const done = this.#orStop(() => work(this.world));
    this.#step(this.world.now);
    return done;
  }

  /** The broker's log as the last step left it. */
  connectionLog(place: LogPlace): readonly SdkConnectionAttempt[] {
    return readConnectionLog(this.#db, this.world, place);
  }

  /** Everything is in the file itself afterwards, so that a copy of it alone is a whole site. */
  close(): void {
    if (!this.#db.open) return;
    if (this.#failure === null) this.#store.commit(this.world);
    this.#db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    this.#db.close();
  }

  #step(to: Instant): void {
    this.#requireSound();
    this.#orStop(() => runWorld(this.world, to, () => this.#store.commit(this.world)));
    this.#store.commit(this.world);
  }

  #requireSound(): void {
    if (this.#failure === null) return;
    throw new DeskError("internal", "The practice site stopped after a fault.", { cause: this.#failure });
  }

  /** What broke off in the middle leaves memory ahead of the file: only opening the site again helps. */
  #orStop<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ActRefusal)) this.#failure = error;
      throw error;
    }
  }
}
