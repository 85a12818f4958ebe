import type { Lease, LeaseFolder } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import type { LeaseFolderAddress } from "@/lib/env";
import { log } from "@/lib/log";
import { folderProblem } from "./folder-faults";
import { FolderPass, type HeldFile, type PassOutcome } from "./folder-pass";
import { WALK_LIMITS, type WalkLimits } from "./folder-walk";

export interface FolderReading {
  /** `missing` is null: what the site lists is not known here. */
  readonly folder: LeaseFolder;
  /** By key; the same map as before where no file changed. */
  readonly leases: ReadonlyMap<string, Lease>;
}

/** Leases summed up in one step; a large folder is summed up in several, so that its thread answers in between. */
const STEP_LEASES = 10_000;

/**
 * The cache folder of one controller. The first read opens every lease and every file about a machine; later ones only what changed in size or time. A folder that cannot
 * be reached is one sentence, and what was read before stands.
 */
export class LeaseFolderReader {
  readonly #path: string;
  readonly #limits: WalkLimits;
  #held: ReadonlyMap<string, HeldFile> = new Map();
  #leases: ReadonlyMap<string, Lease> = new Map();
  #folder: LeaseFolder;
  #running: Promise<FolderReading> | null = null;

  constructor({ controller, path }: LeaseFolderAddress, limits: WalkLimits = WALK_LIMITS) {
    this.#path = path;
    this.#limits = limits;
    this.#folder = {
      ...{ controller, path, reading: { state: "reading", asOf: null, problem: null } },
      files: { Apps: 0, Desktops: 0, Icons: 0, Enumeration: 0, Launch: 0, Workers: 0 },
      ...{ enumeration: 0, launch: 0, expired: 0, missing: null, missingKeys: [], problems: [], unread: 0 },
    };
  }

  /** As last read. */
  get folder(): LeaseFolder {
    return this.#folder;
  }

  /** Never rejects. Asked for while one runs it is the same one. `now` is site time. */
  read(now: Instant): Promise<FolderReading> {
    this.#running ??= this.#read(now).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #read(now: Instant): Promise<FolderReading> {
    try {
      const outcome = await new FolderPass(this.#path, this.#held, this.#limits).run();
      if (outcome.isCache) await this.#take(outcome, now);
      else this.#lose("The folder is no cache of a controller: it has none of its sub-folders.");
    } catch (error) {
      const { controller, reading } = this.#folder;
      if (reading.state !== "lost") log.warn({ err: error, controller }, "A controller's cache folder cannot be read.");
      this.#lose(folderProblem(error));
    }
    return { folder: this.#folder, leases: this.#leases };
  }

  #lose(problem: string): void {
    this.#folder = { ...this.#folder, reading: { ...this.#folder.reading, state: "lost", problem } };
  }

  async #take(outcome: PassOutcome, now: Instant): Promise<void> {
    const { held, files, problems, unread } = outcome;
    if (outcome.isChanged) this.#leases = await leasesOf(held);
    this.#held = held;
    const problem = outcome.isCut ? "The folder holds more files than are read; the rest was left out." : null;
    const reading = { state: "ok", asOf: now, problem } as const;
    this.#folder = { ...this.#folder, reading, files, ...(await countsOf(this.#leases, now)), problems, unread };
  }
}

/** A launch lease may name its machine by Sid alone; the files of the Workers folder say which one that is. */
async function leasesOf(held: ReadonlyMap<string, HeldFile>): Promise<ReadonlyMap<string, Lease>> {
  const names = new Map<string, string>();
  for (const { worker } of held.values()) if (worker) names.set(worker.sid, worker.name);
  const leases = new Map<string, Lease>();
  let step = 0;
  for (const [file, { lease }] of held) {
    if (lease === null) continue;
    const named = lease.machine === null && lease.machineSid !== null ? names.get(lease.machineSid) : undefined;
    // Two files of one key are two leases: each counts.
    leases.set(leases.has(lease.key) ? file : lease.key, named === undefined ? lease : { ...lease, machine: named });
    step += 1;
    if (step % STEP_LEASES === 0) await new Promise(setImmediate);
  }
  return leases;
}

async function countsOf(
  leases: ReadonlyMap<string, Lease>,
  now: Instant,
): Promise<Pick<LeaseFolder, "enumeration" | "launch" | "expired">> {
  const counts = { enumeration: 0, launch: 0, expired: 0 };
  let step = 0;
  for (const { type, expiresAt } of leases.values()) {
    if (type === "Enumeration") counts.enumeration += 1;
    else counts.launch += 1;
    if (expiresAt <= now) counts.expired += 1;
    step += 1;
    if (step % STEP_LEASES === 0) await new Promise(setImmediate);
  }
  return counts;
}
