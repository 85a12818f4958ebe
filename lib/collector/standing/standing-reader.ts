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
import { Rest } from "./rest";
import { TimerAsks } from "./timer-asks";

/**
 * What stands for minutes and hours: limits, rules, leases. Read beside the pass, so that a slow answer holds up no session; each pass takes what
 * came meanwhile. The SDK is asked one thing after the other. Asking every machine may take hours: it gives way whenever leases are due.
 */

const EVERY_MS = 60_000;
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
  readonly #listsRest = new Rest(EVERY_MS);
  readonly #foldersRest = new Rest(EVERY_MS);
  /** Groups and leases being read, or read last. */
  #lists: Promise<void> = Promise.resolve();
  #asking: Promise<void> | null = null;
  #walking: Promise<void> | null = null;
  #areAllAsked = false;
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

  /** Begins to read what is due and not being read. Returns at once; never rejects. */
  begin(): void {
    if (this.#isOver) return;
    const { sdk } = this.#options;
    if (sdk && this.#timers) {
      this.#asking ??= this.#askSite(sdk, this.#timers).finally(() => {
        this.#asking = null;
      });
    }
    if (this.#folders.isEmpty || !this.#foldersRest.isOver(this.#options.now())) return;
    this.#walking ??= this.#walk().finally(() => {
      this.#walking = null;
    });
  }

  /** Reads again as soon as nothing else is asked, because something was just done about leases. */
  hurry(): void {
    this.#listsRest.hurry();
    this.#foldersRest.hurry();
  }

  /** Resolves when what is being read is read; for tests, and while a practice site's clock is moved. */
  async settle(): Promise<void> {
    await Promise.all([this.#asking, this.#walking]);
  }

  /**
   * What changed since the last call. Taken at one moment, so that no reading is called done whose records are still to come; `surroundings` is
   * undefined where nothing moved.
   */
  take(): { readonly parts: readonly DeltaPart[]; readonly surroundings: Surroundings | undefined } {
    const timers = [...(this.#timers?.changes.take(PART_RECORDS_MAX) ?? [])].map((part) => ({ timers: part }));
    const leases = [...this.#leases.changes.take(PART_RECORDS_MAX)].map((part): DeltaPart => ({ leases: part }));
    if (this.#leases.takeFirst()) leases.unshift({ leasesAnew: true });
    const surroundings = this.#isMoved ? this.#surroundings : undefined;
    this.#isMoved = false;
    return { parts: [...timers, ...leases], surroundings };
  }

  /** Asks nobody any more. */
  stop(): void {
    this.#isOver = true;
  }

  async #askSite(sdk: SdkSource, timers: TimerAsks): Promise<void> {
    const { isMachine, machineKeys, now } = this.#options;
    if (this.#listsRest.isOver(now())) {
      this.#lists = this.#timed(this.#listsRest, async () => {
        await this.#try("groups", () => this.#readGroups(sdk));
        await this.#readLeases(sdk);
      });
      await this.#lists;
      this.#areAllAsked = false;
    }
    if (this.#areAllAsked) return;
    timers.keepOnly(isMachine);
    this.#areAllAsked = await timers.ask(machineKeys(), now, () => this.#isOver || this.#listsRest.isOver(now()));
  }

  async #timed(rest: Rest, read: () => Promise<void>): Promise<void> {
    const { now, wall } = this.#options;
    const started = wall.now();
    rest.began();
    await read();
    rest.ended(now(), wall.now() - started);
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

  /** Folders are compared with the site's own leases, so these come first. One that hangs holds up the other folders alone. */
  async #walk(): Promise<void> {
    if (this.#surroundings.reading.state === "reading") await this.#lists;
    await this.#timed(this.#foldersRest, () => this.#try("folders", () => this.#readFolders()));
  }

  async #readFolders(): Promise<void> {
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
