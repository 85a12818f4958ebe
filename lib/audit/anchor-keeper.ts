import type { Desk } from "@/lib/desk/client";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { anchorFile, readAnchor, writeAnchor } from "./anchor";
import { keyIdOf } from "./key-file";

const SETTLE_MS = 1_000;

/** Keeps the anchors of a desk behind the ends of its chains: a moment after entries were added, and when it is settled. */
export class AnchorKeeper {
  readonly #keyFile: string;
  readonly #keyId: string;
  readonly #due = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #desk: Desk | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(keyFile: string, key: Uint8Array) {
    this.#keyFile = keyFile;
    this.#keyId = keyIdOf(key);
  }

  /** The database to read from, which is opened with this keeper's ear. */
  keep(desk: Desk): void {
    this.#desk = desk;
  }

  /** Something is being added to the chain of that site; whether it is committed shows when the anchor is written. */
  added(siteId: string): void {
    this.#due.add(siteId);
    this.#timer ??= setTimeout(() => void this.settle(), SETTLE_MS).unref();
  }

  /** Writes what is due. Never rejects: an audit without its anchor is better than none, and the log says so. */
  settle(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#writeDue());
    return this.#writing;
  }

  async #writeDue(): Promise<void> {
    const sites = [...this.#due];
    this.#due.clear();
    for (const siteId of sites) {
      try {
        await this.#write(siteId);
      } catch (error) {
        log.error({ event: "audit.anchor-not-written", siteId, error: describeError(error) });
      }
    }
  }

  async #write(siteId: string): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    const select = { id: true, mac: true };
    const last = await desk.auditEntry.findFirst({ where: { siteId }, orderBy: { id: "desc" }, select });
    if (!last?.mac) return;
    const file = anchorFile(this.#keyFile, siteId);
    const old = await readAnchor(file);
    if (old) {
      const held = await desk.auditEntry.findFirst({ where: { siteId, id: old.id }, select });
      // An anchor that fits no longer is the only thing that shows what was done to the chain: it stays where it is.
      if (old.keyId !== this.#keyId || held?.mac !== old.mac) {
        log.error({ event: "audit.anchor-lost", siteId, id: old.id });
        return;
      }
      if (old.id >= last.id) return;
    }
    await writeAnchor(file, { keyId: this.#keyId, id: last.id, mac: last.mac });
  }
}
