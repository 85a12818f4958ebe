import path from "node:path";
import type { Lease, LeaseFolder } from "@/lib/domain/lease/lease";
import { readWorkerDocument } from "./document";
import { leaseOfFile } from "./file-lease";
import { codeOf, fileProblem } from "./folder-faults";
import {
  type FileKind,
  FolderWalk,
  type Found,
  type FoundFile,
  type FoundFolder,
  measured,
  type WalkLimits,
} from "./folder-walk";
import { readDocumentFile } from "./read-file";

/** What is kept of a file, so that it is opened again only when its size or time changed. */
export interface HeldFile {
  readonly size: number;
  readonly changedAtMs: number;
  readonly lease: Lease | null;
  /** Of a file of Workers: the machine's Sid and name. */
  readonly worker: { readonly sid: string; readonly name: string } | null;
  readonly why: string | null;
  /** False where reading it again may go better though nothing changed. */
  readonly isLasting: boolean;
}

/** One way through the folder. */
export interface PassOutcome {
  readonly held: ReadonlyMap<string, HeldFile>;
  readonly files: LeaseFolder["files"];
  /** Whether any file came, changed or went. */
  readonly isChanged: boolean;
  /** Whether files were left out because there are too many. */
  readonly isCut: boolean;
  /** Whether the folder has any of the parts that a cache has. */
  readonly isCache: boolean;
  readonly problems: LeaseFolder["problems"];
  readonly unread: number;
}

/** Files asked for at once. Each waits in the pool of four threads that the whole process shares: one is left for others. */
const READERS = 3;
const BATCH = 256;
const PROBLEMS_MAX = 100;
const FILE_NAME_MAX = 260;
/** Only these are opened; of the others it is enough to know how many there are. */
const OPENED: ReadonlySet<FileKind> = new Set(["Enumeration", "Launch", "Workers"]);
const OF_ONE_FILE: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EBUSY", "ENAMETOOLONG"]);

export class FolderPass {
  readonly #root: string;
  readonly #walk: FolderWalk;
  readonly #before: ReadonlyMap<string, HeldFile>;
  readonly #held = new Map<string, HeldFile>();
  readonly #files = { Apps: 0, Desktops: 0, Icons: 0, Enumeration: 0, Launch: 0, Workers: 0 };
  readonly #problems: { readonly file: string; readonly why: string }[] = [];
  #unread = 0;
  #isChanged = false;

  constructor(root: string, before: ReadonlyMap<string, HeldFile>, limits: WalkLimits) {
    this.#root = root;
    this.#before = before;
    this.#walk = new FolderWalk(root, limits);
  }

  /** Rejects with the system's error where the folder cannot be reached. */
  async run(): Promise<PassOutcome> {
    let batch: (Found | FoundFolder)[] = [];
    for await (const found of this.#walk.top()) {
      batch.push(found);
      if (batch.length < BATCH) continue;
      await this.#readBatch(batch);
      batch = [];
    }
    await this.#readBatch(batch);
    return {
      held: this.#held,
      files: this.#files,
      isChanged: this.#isChanged || this.#held.size !== this.#before.size,
      isCut: this.#walk.isCut,
      isCache: this.#walk.kinds.size > 0,
      problems: this.#problems,
      unread: this.#unread,
    };
  }

  /** All have ended when it rejects: nothing is left running. */
  async #readBatch(batch: readonly (Found | FoundFolder)[]): Promise<void> {
    const waiting = batch.values();
    const readSome = async () => {
      for (const found of waiting) {
        const all = "folder" in found ? await this.#walk.below(found) : [found];
        for (const each of all) await this.#readFound(each);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: READERS }, readSome));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  async #readFound(found: Found): Promise<void> {
    if ("why" in found) {
      this.#addProblem(found.file, found.why);
      return;
    }
    this.#files[found.kind] += 1;
    if (OPENED.has(found.kind)) await this.#readFile(found);
  }

  async #readFile(named: FoundFile): Promise<void> {
    const found = await this.#measure(named);
    if (found === null) return;
    if ("why" in found) {
      this.#addProblem(found.file, found.why);
      return;
    }
    const known = this.#before.get(found.file);
    const isSame = known?.isLasting && known.size === found.size && known.changedAtMs === found.changedAtMs;
    const held = known && isSame ? known : await this.#open(found, known);
    if (held.lease !== known?.lease || held.worker !== known.worker) this.#isChanged = true;
    this.#held.set(found.file, held);
    if (held.why !== null) this.#addProblem(found.file, held.why);
  }

  async #measure(named: FoundFile): Promise<Found | null> {
    try {
      return await measured(this.#root, named);
    } catch (error) {
      if (OF_ONE_FILE.has(codeOf(error))) return { file: named.file, why: fileProblem(error) };
      throw error;
    }
  }

  /** A file that cannot be opened now keeps what it said before. */
  async #open(found: FoundFile, known: HeldFile | undefined): Promise<HeldFile> {
    const { size, changedAtMs } = found;
    const held = { size, changedAtMs, lease: null, worker: null, why: null };
    const read = await readDocumentFile(path.join(this.#root, found.file));
    const { isLasting } = read;
    if ("problem" in read) {
      const kept = isLasting || !known ? held : { ...held, lease: known.lease, worker: known.worker };
      return { ...kept, why: read.problem, isLasting };
    }
    if (found.kind === "Workers") {
      const { machine, machineSid, problem } = readWorkerDocument(read.text);
      const worker = machine === null || machineSid === null ? null : { name: machine, sid: machineSid };
      return { ...held, worker, why: problem, isLasting };
    }
    const made = leaseOfFile(read.text, found);
    return "problem" in made ? { ...held, why: made.problem, isLasting } : { ...held, lease: made.lease, isLasting };
  }

  #addProblem(file: string, why: string): void {
    this.#unread += 1;
    if (this.#problems.length < PROBLEMS_MAX) this.#problems.push({ file: file.slice(0, FILE_NAME_MAX), why });
  }
}
