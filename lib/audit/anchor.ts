import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/**
 * The last entry of a chain, kept outside the database: a chain whose end was cut off is whole in itself, and only somebody who
 * remembers the end can tell.
 */
const Anchor = z.object({
  /** Of the key that sealed the entry; see keyIdOf. */
  keyId: z.string(),
  id: z.number().int().positive(),
  mac: z.string(),
});
export type Anchor = Readonly<z.infer<typeof Anchor>>;

/** Beside the key, one file for each site: `audit.vienna.anchor` beside `audit.key`. */
export function anchorFile(keyFile: string, siteId: string): string {
  const { dir, name } = path.parse(keyFile);
  return path.join(dir, `${name}.${siteId}.anchor`);
}

/** Null where there is none, or none that can be read: nothing is known about the end then. */
export async function readAnchor(file: string): Promise<Anchor | null> {
  try {
    return Anchor.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Puts the new anchor in the place of the old one, whole or not at all. */
export async function writeAnchor(file: string, anchor: Anchor): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  try {
    await writeFile(next, JSON.stringify(anchor), { mode: 0o600, flag: "wx", flush: true });
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}
