import type { Dirent, Stats } from "node:fs";
import { lstat, opendir, readdir } from "node:fs/promises";
import path from "node:path";
import type { LeaseFolder } from "@/lib/domain/lease/lease";
import { codeOf } from "./folder-faults";

/** The files of a controller's cache folder, by name, size and time; nothing is opened here, and no link is followed. */

export type FileKind = keyof LeaseFolder["files"];

/** Where each kind lies below the cache folder (domain facts, leasing). */
const PLACES: readonly (readonly [FileKind, readonly string[]])[] = [
  ["Apps", ["Apps"]],
  ["Desktops", ["Desktops"]],
  ["Icons", ["Icons"]],
  ["Workers", ["Workers"]],
  ["Enumeration", ["Leases", "Enumeration"]],
  ["Launch", ["Leases", "Launch"]],
];

export interface WalkLimits {
  /** Files and folders together. */
  readonly entriesMax: number;
  /** Folders below that of a kind; controllers use one. */
  readonly depthMax: number;
}

export const WALK_LIMITS: WalkLimits = { entriesMax: 500_000, depthMax: 4 };

export interface FoundFile {
  readonly kind: FileKind;
  /** Below the cache folder, with slashes. */
  readonly file: string;
  readonly size: number;
  readonly changedAtMs: number;
}

/** A file; or something that is none, with the sentence that says so. */
export type Found = FoundFile | { readonly file: string; readonly why: string };

/** A folder directly below that of a kind: controllers make one for each thing, so there are tens of thousands. */
export interface FoundFolder {
  readonly kind: FileKind;
  readonly folder: string;
}

const IS_LINK = "It is a link, and links are not followed.";
/** Sub-folders that nobody may open cost one line; all else that fails means that the cache is not reachable. */
const OF_ONE_FOLDER: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ELOOP", "ENAMETOOLONG"]);
const WENT_AWAY: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR"]);

/** Rejects where the cache cannot be reached, with the system's error. */
export class FolderWalk {
  readonly #root: string;
  readonly #limits: WalkLimits;
  #entries = 0;
  /** Which of the kinds have a folder: none at all is no cache of a controller. */
  readonly kinds = new Set<FileKind>();

  constructor(root: string, limits: WalkLimits) {
    this.#root = root;
    this.#limits = limits;
  }

  /** Whether the limit was reached: what comes after it is left out. */
  get isCut(): boolean {
    return this.#entries > this.#limits.entriesMax;
  }

  /** What lies directly in the folders of the kinds, a few at a time however many there are. */
  async *top(): AsyncGenerator<Found | FoundFolder> {
    await (await opendir(this.#root)).close();
    for (const [kind, names] of PLACES) {
      const link = await this.#linkAmong(names);
      if (link === null) yield* this.#inKind(kind, names.join("/"));
      else yield { file: link, why: IS_LINK };
    }
    // Where the folder went away meanwhile, what was not found says nothing.
    await (await opendir(this.#root)).close();
  }

  /** The first of these nested folders that is a link, and so leads to somewhere else. */
  async #linkAmong(names: readonly string[]): Promise<string | null> {
    for (let depth = 1; depth <= names.length; depth += 1) {
      const folder = names.slice(0, depth).join("/");
      const stats = await statsOf(path.join(this.#root, folder));
      if (stats?.isSymbolicLink()) return folder;
    }
    return null;
  }

  async *#inKind(kind: FileKind, place: string): AsyncGenerator<Found | FoundFolder> {
    try {
      const entries = await opendir(path.join(this.#root, place), { bufferSize: 256 });
      this.kinds.add(kind);
      for await (const entry of entries) {
        const found = this.#foundOf(kind, `${place}/${entry.name}`, entry);
        if (this.isCut) return;
        if (found) yield found;
      }
    } catch (error) {
      if (!WENT_AWAY.has(codeOf(error))) throw error;
    }
  }

  /** Everything below a folder, added to `all`. It is listed in one go, which costs a third of asking for its entries one by one. */
  async below({ kind, folder }: FoundFolder, depth = 1, all: Found[] = []): Promise<Found[]> {
    if (depth > this.#limits.depthMax) {
      all.push({
        file: folder,
        why: "It is a folder nested deeper than a controller nests them, so it was not opened.",
      });
      return all;
    }
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(this.#root, folder), { withFileTypes: true });
    } catch (error) {
      const code = codeOf(error);
      if (WENT_AWAY.has(code)) return all;
      if (!OF_ONE_FOLDER.has(code)) throw error;
      all.push({ file: folder, why: "Ghostdesk may not open this folder." });
      return all;
    }
    for (const entry of entries) {
      const found = this.#foundOf(kind, `${folder}/${entry.name}`, entry);
      if (this.isCut) break;
      if (found && "folder" in found) await this.below(found, depth + 1, all);
      else if (found) all.push(found);
    }
    return all;
  }

  /** Null where it is none of what a cache is made of. */
  #foundOf(kind: FileKind, file: string, entry: Dirent): Found | FoundFolder | null {
    this.#entries += 1;
    if (entry.isSymbolicLink()) return { file, why: IS_LINK };
    if (entry.isDirectory()) return { kind, folder: file };
    return isDocument(entry.name) ? { kind, file, size: -1, changedAtMs: -1 } : null;
  }
}

/** Files without an ending count too: how controllers name them is not published. */
function isDocument(name: string): boolean {
  const ending = path.extname(name).toLowerCase();
  return ending === ".xml" || ending === "";
}

/** With size and time; null where it went away. Rejects where it cannot be asked. */
export async function measured(root: string, found: FoundFile): Promise<Found | null> {
  const stats = await statsOf(path.join(root, found.file));
  if (stats === null) return null;
  if (stats.isSymbolicLink()) return { file: found.file, why: IS_LINK };
  if (!stats.isFile()) return { file: found.file, why: "It is no file." };
  return { ...found, size: stats.size, changedAtMs: stats.mtimeMs };
}

/** Of the thing itself, not of what it links to; null where there is none. */
async function statsOf(file: string): Promise<Stats | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if (WENT_AWAY.has(codeOf(error))) return null;
    throw error;
  }
}
