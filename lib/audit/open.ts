import { type Desk, openDesk } from "@/lib/desk/client";
import { AnchorKeeper } from "./anchor-keeper";
import { openAuditKey } from "./key-file";

/** Our own database, open for changes: whatever is audited in it is sealed. */
export interface AuditedDesk {
  readonly desk: Desk;
  readonly key: Uint8Array;
  /** Writes the anchors and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens our own database with the key of its audit, which is made where there is none. Throws what openDesk throws, and
 * DeskError `unavailable` where the key cannot be read or made.
 */
export async function openAuditedDesk(url: string, keyFile: string): Promise<AuditedDesk> {
  const key = await openAuditKey(keyFile);
  const anchors = new AnchorKeeper(keyFile, key);
  const desk = openDesk(url, { key, added: (siteId) => anchors.added(siteId) });
  anchors.keep(desk);
  const close = async () => {
    await anchors.settle();
    await desk.$disconnect();
  };
  return { desk, key, close };
}
