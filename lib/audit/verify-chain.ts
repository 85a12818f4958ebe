import type { Desk } from "@/lib/desk/client";
import type { Anchor } from "./anchor";
import { idBefore, type Link, macOf, NO_LINK } from "./chain";
import { keyIdOf } from "./key-file";
import type { StoredEntry } from "./stored-entry";

/**
 * What is wrong with the first entry that does not fit. `changed`: it is not what was written, or Ghostdesk did not write it.
 * `missing`: something stood before it. `reordered`: it stands elsewhere than it was written. `unsealed`: it has no mac although the
 * chain had begun. `cut-off`: it was the last one once and is gone. `another-key`: it was sealed with another key.
 */
export type ChainFault = "changed" | "missing" | "reordered" | "unsealed" | "cut-off" | "another-key";

export interface ChainReport {
  /** Entries that were checked and fit. */
  readonly entries: number;
  /** Entries from before there was a chain. */
  readonly uncovered: number;
  readonly broken: { readonly id: number; readonly fault: ChainFault } | null;
  /** Whether somebody outside the database remembers the end; without, a cut at the end does not show. */
  readonly anchored: boolean;
}

const PAGE = 500;

/**
 * Reads the whole audit of a site, oldest first and in pages, and says whether every entry is what was written and stands where it
 * was written. Entries may be added meanwhile. Rejects as the database does, or with the signal's reason.
 */
export async function verifyChain(
  desk: Desk,
  siteId: string,
  { key, anchor, signal }: { key: Uint8Array; anchor: Anchor | null; signal?: AbortSignal },
): Promise<ChainReport> {
  const walk = new Walk(desk, siteId, key, anchor);
  for (let after = 0; ; ) {
    signal?.throwIfAborted();
    const rows = await desk.auditEntry.findMany({
      where: { siteId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const [index, row] of rows.entries()) {
      if (!(await walk.fits(row, rows[index + 1]))) return walk.report();
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return walk.end();
    after = last.id;
  }
}

class Walk {
  readonly #desk: Desk;
  readonly #siteId: string;
  readonly #key: Uint8Array;
  readonly #anchor: Anchor | null;
  #before: Link = NO_LINK;
  #entries = 0;
  #uncovered = 0;
  #anchorSeen = false;
  #broken: ChainReport["broken"] = null;

  constructor(desk: Desk, siteId: string, key: Uint8Array, anchor: Anchor | null) {
    this.#desk = desk;
    this.#siteId = siteId;
    this.#key = key;
    this.#anchor = anchor;
  }

  /** Whether the chain is whole up to and with this entry. */
  async fits(row: StoredEntry, next: StoredEntry | undefined): Promise<boolean> {
    const fault = await this.#faultOf(row, next);
    if (fault) {
      this.#broken = { id: row.id, fault };
      return false;
    }
    if (row.mac === null) this.#uncovered++;
    else this.#entries++;
    if (row.id === this.#anchor?.id) this.#anchorSeen = row.mac === this.#anchor.mac;
    this.#before = row;
    return true;
  }

  /** After the last entry: it is the last one still, or others followed it. */
  end(): ChainReport {
    const { id } = this.#anchor ?? {};
    if (id !== undefined && !this.#anchorSeen) this.#broken = { id, fault: "cut-off" };
    return this.report();
  }

  report(): ChainReport {
    const anchored = this.#anchor !== null;
    return { entries: this.#entries, uncovered: this.#uncovered, broken: this.#broken, anchored };
  }

  async #faultOf(row: StoredEntry, next: StoredEntry | undefined): Promise<ChainFault | null> {
    if (row.mac === null) return this.#entries > 0 ? "unsealed" : null;
    const named = idBefore(row.mac);
    if (named === null) return "changed";
    if (named !== this.#before.id) return this.#displacedBy(row, named);
    if (row.mac === macOf(this.#key, this.#before, row)) return null;
    return this.#isOtherKey(row, next) ? "another-key" : "changed";
  }

  async #displacedBy(row: StoredEntry, named: number): Promise<ChainFault> {
    if (named >= row.id) return "reordered";
    const stands = await this.#desk.auditEntry.count({ where: { siteId: this.#siteId, id: named } });
    return stands > 0 ? "reordered" : "missing";
  }

  /** With another key not one entry fits: the first one does not, nor does the one that follows it by what it says itself. */
  #isOtherKey(row: StoredEntry, next: StoredEntry | undefined): boolean {
    if (this.#entries > 0) return false;
    if (this.#anchor) return this.#anchor.keyId !== keyIdOf(this.#key);
    return next !== undefined && next.mac !== macOf(this.#key, row, next);
  }
}
