import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AuditSeal } from "./audit-seal";
import { type Desk, openDesk } from "./client";
import { migrateDesk } from "./migrate";

/** The audit's key of every temporary desk. */
export const TEST_SEAL: AuditSeal = { key: new Uint8Array(32).fill(7), added: () => undefined };

export interface TemporaryDesk {
  readonly desk: Desk;
  readonly url: string;
  readonly folder: string;
  /** Closes the database and removes its folder. */
  remove(): Promise<void>;
}

let template: Promise<string> | null = null;

/** A migrated database of ours in a folder of its own, for tests: a copy of one that is made once. */
export async function makeTemporaryDesk(): Promise<TemporaryDesk> {
  template ??= makeTemplate();
  const folder = makeFolder();
  const file = path.join(folder, "desk.db");
  copyFileSync(await template, file);
  const desk = openDesk(`file:${file}`, TEST_SEAL);
  const remove = async () => {
    await desk.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  };
  return { desk, url: `file:${file}`, folder, remove };
}

async function makeTemplate(): Promise<string> {
  const folder = makeFolder();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "desk.db");
  await migrateDesk(`file:${file}`);
  return file;
}

function makeFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "ghostdesk-desk-"));
}
