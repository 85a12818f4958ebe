import type { Dirent, Stats } from "node:fs";
import { lstat, opendir } from "node:fs/promises";
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

/** Not a fault of one file: the walk stopped at the limit. */
export class TooManyFiles extends Error {}

/** Sub-folders that nobody may open cost one line; all else that fails means that the folder is not reachable. */
const OF_ONE_FOLDER: ReadonlySet<string> = new Set(["EACCES", "EPERM", "ELOOP", "ENAMETOOLONG"]);
const IS_LINK = "It is a link, and links are not followed.";
const WENT_AWAY: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR"]);

/** Rejects where the folder cannot be reached, with the system's error; ends with {@link TooManyFiles} at the limit. */
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

  async *files(): AsyncGenerator<Found> {
    await (await opendir(this.#root)).close();
    for (const [kind, names] of PLACES) {
      const link = await this.#linkAmong(names);
      if (link === null) yield* this.#below(kind, names.join("/"), 0);
      else yield { file: link, why: IS_LINK };
    }
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

  async *#below(kind: FileKind, folder: string, depth: number): AsyncGenerator<Found> {
    if (depth > this.#limits.depthMax) {
      yield { file: folder, why: "It is a folder nested deeper than a controller nests them, so it was not opened." };
      return;
    }
    try {
      const entries = await opendir(path.join(this.#root, folder), { bufferSize: 256 });
      if (depth === 0) this.kinds.add(kind);
      for await (const entry of entries) {
        this.#entries += 1;
        if (this.#entries > this.#limits.entriesMax) throw new TooManyFiles();
        yield* this.#entry(kind, `${folder}/${entry.name}`, entry, depth);
      }
    } catch (error) {
      const code = codeOf(error);
      if (WENT_AWAY.has(code)) return;
      if (depth === 0 || !OF_ONE_FOLDER.has(code)) throw error;
      yield { file: folder, why: "Ghostdesk may not open this folder." };
    }
  }

  async *#entry(kind: FileKind, file: string, entry: Dirent, depth: number): AsyncGenerator<Found> {
    if (entry.isSymbolicLink()) yield { file, why: IS_LINK };
    else if (entry.isDirectory()) yield* this.#below(kind, file, depth + 1);
    else if (isDocument(entry.name)) yield { kind, file, size: -1, changedAtMs: -1 };
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
