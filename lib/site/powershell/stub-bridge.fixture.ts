import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, vi } from "vitest";
import { type Bridge, type BridgeOptions, openBridge } from "./bridge";
import type { TimerName, Timers } from "./timers";

/** A bridge to the stub executable, with the time in the test's hand. */

interface Held {
  readonly name: TimerName;
  readonly ms: number;
  readonly call: () => void;
}

/** Timers that only pass when they are told to. */
export class HeldTimers implements Timers {
  #now = 0;
  readonly #held = new Set<Held>();

  now(): number {
    return this.#now;
  }

  after(name: TimerName, ms: number, call: () => void): () => void {
    const held = { name, ms, call };
    this.#held.add(held);
    return () => this.#held.delete(held);
  }

  advance(ms: number): void {
    this.#now += ms;
  }

  holds(name: TimerName): boolean {
    return [...this.#held].some((each) => each.name === name);
  }

  passAll(name: TimerName): void {
    for (const held of [...this.#held].filter((each) => each.name === name)) {
      this.#held.delete(held);
      held.call();
    }
  }

  /** Lets the oldest timer of that name (and length) pass, as soon as there is one. */
  async pass(name: TimerName, ms?: number): Promise<void> {
    const find = () => [...this.#held].find((each) => each.name === name && (ms === undefined || each.ms === ms));
    const held = await vi.waitFor(() => find() ?? expect.fail(`no timer "${name}" is held`), { timeout: 20_000 });
    this.#held.delete(held);
    held.call();
  }
}

/** As expect.poll, with the patience that a busy machine needs. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

export interface StubRequest {
  readonly pid: number;
  readonly op: string;
  readonly args: Record<string, unknown>;
  readonly deadlineMs: number;
  readonly mark: string;
  readonly actor: string | null;
  readonly operationId: string | null;
}

export interface StubStart {
  readonly pid: number;
  readonly arguments: string[];
  readonly environment: Record<string, string>;
}

export const STUB = path.join(import.meta.dirname, "stub.fixture.mjs");
const open: StubBridge[] = [];

export class StubBridge {
  readonly timers = new HeldTimers();
  readonly sent: string[] = [];
  readonly bridge: Bridge;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-bridge-"));

  readonly #scenario: string;

  constructor(scenario: string, options: Partial<BridgeOptions> = {}) {
    this.#scenario = scenario;
    this.bridge = openBridge({
      executable: process.execPath,
      arguments: [STUB, scenario, this.#folder],
      controller: null,
      standIn: null,
      timers: this.timers,
      onSent: (op) => this.sent.push(op),
      ...options,
    });
    open.push(this);
  }

  get starts(): StubStart[] {
    return this.#noted("starts") as StubStart[];
  }

  /** Every request but the greetings. */
  get requests(): StubRequest[] {
    return (this.#noted("requests") as StubRequest[]).filter(({ op }) => op !== "hello");
  }

  /** The first request of each process. */
  get greetings(): StubRequest[] {
    const all = this.#noted("requests") as StubRequest[];
    return all.filter(({ pid }, index) => all.findIndex((each) => each.pid === pid) === index);
  }

  /** Processes that live, of all that were ever started, grandchildren too. */
  get living(): number[] {
    return livingOf(this.#folder);
  }

  /** Closes the bridge; who does not hear the end of the input is not given the time to. */
  async close(): Promise<void> {
    let isClosed = false;
    const closed = this.bridge.close().then(() => {
      isClosed = true;
    });
    if (this.#scenario === "deaf") {
      await eventually(() => {
        this.timers.passAll("exit");
        return isClosed;
      }).toBe(true);
    }
    await closed;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #noted(name: string): unknown[] {
    return notedIn(this.#folder, name);
  }
}

/** Closes what the test opened, and sees that no process is left behind. */
export async function leaveNothing(): Promise<void> {
  for (const stub of open.splice(0)) {
    await stub.close();
    const { living } = stub;
    stub.remove();
    expect(living, "processes left behind").toEqual([]);
  }
}

function notedIn(folder: string, name: string): unknown[] {
  const file = path.join(folder, name);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
  return lines.map((line) => JSON.parse(line));
}

/** Of all processes that stubs in this folder ever started, those that live. */
export function livingOf(folder: string): number[] {
  return (notedIn(folder, "pids") as number[]).filter(isAlive);
}

/** Dead is also what waits only for its parent to notice. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = existsSync("/proc/self/stat") ? readFileSync(`/proc/${pid}/stat`, "latin1") : "";
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}
