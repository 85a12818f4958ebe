import type { Clock } from "@/lib/clock";
import type { LeaseReading } from "@/lib/domain/lease/lease";
import type { TimerBook } from "@/lib/domain/session/limits";
import type { Instant } from "@/lib/domain/site";
import type { LeaseFolderAddress } from "@/lib/env";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { SdkSite, SdkSource } from "@/lib/site/port";
import type { DeltaPart, Surroundings } from "../protocol";
import { FolderWatch } from "./folder-watch";
import { groupLimits, outageGroups, resourceRules } from "./group-facts";
import { LeaseStore, type MachineNames } from "./lease-store";
import { TimerAsks } from "./timer-asks";

/**
 * What stands for minutes and hours: limits, rules, leases. Read beside the pass, one thing after the other, so that a slow answer holds
 * up no session; each pass takes what came meanwhile.
 */

const EVERY_MS = 60_000;
/** A reading takes at most a tenth of the time. */
const REST_FACTOR = 10;
const PART_RECORDS_MAX = 500;

export interface StandingOptions {
  readonly sdk: SdkSource | null;
  readonly folders: readonly LeaseFolderAddress[];
  /** Real time, for how long a reading took. */
  readonly wall: Clock;
  /** Machines of the site, those with sessions first. */
  machineKeys(): Iterable<string>;
  isMachine(key: string): boolean;
  machineNames(): MachineNames;
  /** The site's own word as it was read last. */
  sdkSite(): SdkSite | null;
  /** Site time. */
  now(): Instant;
}

const NEVER_READ: LeaseReading = { state: "reading", asOf: null, problem: null };
const NOBODY_TO_ASK: LeaseReading = {
  ...{ state: "absent", asOf: null },
  problem: "Leases are asked of the broker SDK, and no PowerShell bridge is configured.",
};

export class StandingReader {
  readonly #options: StandingOptions;
  readonly #leases = new LeaseStore();
  readonly #timers: TimerAsks | null;
  readonly #folders: FolderWatch;
  #surroundings: Surroundings;
  #isMoved = true;
  #dueAt = Number.NEGATIVE_INFINITY;
  #underWay: Promise<void> | null = null;
  #isOver = false;
  /** What could not be read the last time, said once. */
  readonly #trouble = new Set<string>();

  constructor(options: StandingOptions) {
    this.#options = options;
    this.#timers = options.sdk && new TimerAsks(options.sdk);
    this.#folders = new FolderWatch(options.folders);
    const reading = options.sdk ? NEVER_READ : NOBODY_TO_ASK;
    this.#surroundings = {
      ...{ groupLimits: null, reading, rules: null, outageGroups: [] },
      folders: this.#folders.current,
    };
  }

  /** The limits as they are known in this thread. */
  get timers(): TimerBook {
    const { groupLimits: groups } = this.#surroundings;
    return { groups, machinesRead: this.#timers?.size ?? 0, machine: (key) => this.#timers?.machine(key) };
  }

  /** Begins to read where it is time and nothing is being read. Returns at once; never rejects. */
  begin(): void {
    const now = this.#options.now();
    // Due in what is far ahead: the site's clock was set back.
    const isDue = now >= this.#dueAt || this.#dueAt - now > 24 * 3_600_000;
    if (this.#underWay || !isDue || this.#isOver) return;
    const started = this.#options.wall.now();
    this.#underWay = this.#readAll().finally(() => {
      this.#underWay = null;
      const tookMs = this.#options.wall.now() - started;
      this.#dueAt = this.#options.now() + Math.max(EVERY_MS, tookMs * REST_FACTOR);
    });
  }

  /** Reads again with the next pass, because something was just done about leases. */
  hurry(): void {
    this.#dueAt = Number.NEGATIVE_INFINITY;
  }

  /** Resolves when what is being read is read; for tests, and while a practice site's clock is moved. */
  async settle(): Promise<void> {
    await this.#underWay;
  }

  /** What changed since the last call. */
  *takeDelta(): Generator<DeltaPart> {
    for (const timers of this.#timers?.changes.take(PART_RECORDS_MAX) ?? []) yield { timers };
    for (const leases of this.#leases.changes.take(PART_RECORDS_MAX)) yield { leases };
  }

  /** Undefined where nothing moved since the last call. */
  takeSurroundings(): Surroundings | undefined {
    if (!this.#isMoved) return undefined;
    this.#isMoved = false;
    return this.#surroundings;
  }

  /** Asks nobody any more. */
  stop(): void {
    this.#isOver = true;
  }

  async #readAll(): Promise<void> {
    const { sdk } = this.#options;
    if (sdk) {
      await this.#try("groups", () => this.#readGroups(sdk));
      await this.#readLeases(sdk);
    }
    await this.#readFolders();
    if (!this.#timers) return;
    const { isMachine, machineKeys, now } = this.#options;
    this.#timers.keepOnly(isMachine);
    await this.#timers.ask(machineKeys(), now, () => this.#isOver);
  }

  async #readGroups(sdk: SdkSource): Promise<void> {
    const groups = await sdk.groups();
    const keyOf = new Map(groups.map(({ uid, groupKey }) => [uid, groupKey]));
    const standby = await sdk.standby();
    const rules = await sdk.accessRules();
    this.#move({
      groupLimits: groupLimits(this.#options.now(), groups, standby, keyOf),
      rules: resourceRules(rules, keyOf),
      outageGroups: outageGroups(groups, this.#options.sdkSite()?.reuseMachinesWithoutShutdownInOutage ?? null),
    });
  }

  async #readLeases(sdk: SdkSource): Promise<void> {
    const asOf = this.#options.now();
    try {
      await this.#leases.read(sdk, this.#options.machineNames());
      this.#move({ reading: { state: "ok", asOf, problem: null } });
      this.#trouble.delete("leases");
    } catch (error) {
      const { asOf: before } = this.#surroundings.reading;
      const problem = `Leases could not be read: ${describeError(error)}`;
      this.#move({ reading: { state: "lost", asOf: before, problem } });
      this.#sayOnce("leases", error);
    }
  }

  async #readFolders(): Promise<void> {
    if (this.#folders.isEmpty) return;
    const isKnown = this.#surroundings.reading.asOf !== null;
    await this.#folders.read(this.#options.now(), isKnown ? this.#leases.values() : null);
    this.#move({ folders: this.#folders.current });
  }

  #move(part: Partial<Surroundings>): void {
    this.#surroundings = { ...this.#surroundings, ...part };
    this.#isMoved = true;
  }

  async #try(what: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.#trouble.delete(what);
    } catch (error) {
      this.#sayOnce(what, error);
    }
  }

  #sayOnce(what: string, error: unknown): void {
    if (!this.#trouble.has(what)) log.warn({ what, error: describeError(error) }, "a slow reading failed");
    this.#trouble.add(what);
  }
}
