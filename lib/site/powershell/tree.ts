import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { inheritedEnvironment } from "@/lib/env";
import { MARK_NAME } from "./environment";

/** Ends a process with everything that it started. */

export interface Root {
  readonly pid: number;
  /** What the environment of its whole family holds. */
  readonly mark: string;
  /** False once its end was seen: its number may then be somebody else's. */
  isAlive(): boolean;
}

const TASKKILL_MS_MAX = 5_000;
/** A family that grows while it is ended is looked at again. */
const ROUNDS_MAX = 5;

/** Resolves when all that can be found was told to end. Never rejects. */
export function endTree(root: Root): Promise<void> {
  return process.platform === "win32" ? endWindowsTree(root) : endPosixTree(root);
}

/** Windows knows a tree only while its root lives; afterwards there is nothing to ask for. */
function endWindowsTree(root: Root): Promise<void> {
  if (!root.isAlive()) return Promise.resolve();
  const options = { timeout: TASKKILL_MS_MAX, windowsHide: true };
  return new Promise((resolve) => {
    execFile(taskkill(), ["/pid", `${root.pid}`, "/T", "/F"], options, () => {
      // What it says is of no use: if the root still lives, it is ended alone.
      if (root.isAlive()) signal(root.pid);
      resolve();
    });
  });
}

function taskkill(): string {
  const { SystemRoot } = inheritedEnvironment(["SystemRoot"]);
  return path.win32.join(SystemRoot ?? "C:\\Windows", "System32", "taskkill.exe");
}

async function endPosixTree(root: Root): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const { family, isSure } = await findFamily(root);
    // The root leads its process group; a group outlives its leader, but then its number is not safe to name.
    if (root.isAlive()) signal(-root.pid);
    if (family.length === 0 && isSure) return;
    for (const pid of family) signal(pid);
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Gone in the meantime, or a group of which only the dead are left.
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}

interface Family {
  /** Living members but the root itself. */
  readonly family: number[];
  /** False while a process that may belong to it has no environment yet: it is just being started. */
  readonly isSure: boolean;
}

/** By the mark in their environment, and children of members. Empty where there is no /proc. */
async function findFamily(root: Root): Promise<Family> {
  const numbers = (await entriesOf("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = (await Promise.all(numbers.map(readProcess))).filter((each) => each !== null);
  const needle = `${MARK_NAME}=${root.mark}`;
  const family = new Set(processes.filter((each) => each.environment.includes(needle)).map((each) => each.pid));
  if (root.isAlive()) family.add(root.pid);
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  family.delete(root.pid);
  family.delete(process.pid);
  return { family: [...family], isSure: !processes.some((each) => isJustStarting(each, root)) };
}

/** Between the two halves of its start a process shows no environment; if its parent died meanwhile, its group alone tells whose it is, or nothing does. */
function isJustStarting({ parent, group, environment }: Process, root: Root): boolean {
  return environment.length === 0 && (group === root.pid || parent === 1);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly environment: Buffer;
}

/** Null for one that ended, or that waits only for somebody to notice its end. */
async function readProcess(pid: number): Promise<Process | null> {
  const folder = path.posix.join("/proc", `${pid}`);
  const stat = (await contentOf(`${folder}/stat`)).toString("latin1");
  // The name in brackets may hold anything, brackets too.
  const [state, parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!state || state === "Z" || state === "X") return null;
  return { pid, parent: Number(parent), group: Number(group), environment: await contentOf(`${folder}/environ`) };
}

/** Files under /proc come and go, and those of other people are closed to us: then there is nothing to read. */
const contentOf = (file: string) => readFile(file).catch(() => Buffer.alloc(0));
const entriesOf = (folder: string) => readdir(folder).catch((): string[] => []);
