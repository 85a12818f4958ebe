import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import Database from "libsql";
import { DeskError } from "@/lib/errors";

/**
 * Claims the folder for this process, so that two copies never work in the same one. The claim is a lock that SQLite holds on a file
 * of its own: the operating system lets it go when the process ends, however it ends, on Windows as on Linux.
 *
 * Returns what lets it go. Throws DeskError `conflict` with one line where the folder is claimed or cannot be written.
 */
export function claimDataFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new DeskError(
      "conflict",
      `The data folder ${folder} cannot be written. Set GHOSTDESK_DATA to one that can.`,
      {
        cause,
      },
    );
  }
  return holdLock(folder);
}

function holdLock(folder: string): () => void {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(path.join(folder, "claim.db"), { timeout: 0 });
    lock.exec("PRAGMA locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock?.close();
    const isHeld = cause instanceof Error && /locked|busy/i.test(cause.message);
    const sentence = isHeld
      ? `The data folder ${folder} is in use by another copy of Ghostdesk.`
      : `The data folder ${folder} cannot be written. Set GHOSTDESK_DATA to one that can.`;
    throw new DeskError("conflict", sentence, { cause });
  }
  const held = lock;
  return () => held.close();
}
