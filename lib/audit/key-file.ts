import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DeskError, describeError } from "@/lib/errors";

const KEY_BYTES = 32;
/** How long another process may take to write the key that it just made. */
const PAUSE_MS = 20;
const PAUSES_MAX = 50;

/** The key of the audit's chain, made of random bytes where there is none yet. Throws DeskError `unavailable` with one line. */
export async function openAuditKey(file: string): Promise<Uint8Array> {
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const key = randomBytes(KEY_BYTES);
    // Only where there is no file: a key that was lost and made anew would look like a chain that somebody changed.
    await writeFile(file, key, { mode: 0o600, flag: "wx", flush: true });
    return key;
  } catch (error) {
    if (!isThere(error)) throw unusable(file, describeError(error), error);
  }
  return requireKey(file);
}

/** The key as it stands in its file; null where there is no such file. Throws DeskError `unavailable` with one line. */
export async function readAuditKey(file: string): Promise<Uint8Array | null> {
  try {
    const key = await readFile(file);
    if (key.length !== KEY_BYTES) throw unusable(file, `it holds ${key.length} bytes, not ${KEY_BYTES}`);
    return key;
  } catch (error) {
    if (error instanceof DeskError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw unusable(file, describeError(error), error);
  }
}

/** What tells one key from another and nothing else of it. */
export function keyIdOf(key: Uint8Array): string {
  return createHmac("sha256", key).update("ghostdesk audit key").digest("hex").slice(0, 16);
}

async function requireKey(file: string): Promise<Uint8Array> {
  for (let pauses = 0; ; pauses++) {
    const bytes = await readFile(file).catch((error: unknown) => {
      throw unusable(file, describeError(error), error);
    });
    if (bytes.length === KEY_BYTES) return bytes;
    if (bytes.length > 0 || pauses === PAUSES_MAX) {
      throw unusable(file, `it holds ${bytes.length} bytes, not ${KEY_BYTES}`);
    }
    await pause(PAUSE_MS);
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function unusable(file: string, reason: string, cause?: unknown): DeskError {
  return new DeskError("unavailable", `The audit's key ${file} cannot be used: ${reason}.`, { cause });
}
