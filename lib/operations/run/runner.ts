import { randomBytes } from "node:crypto";
import type { RunScope } from "@/lib/collector/run-scope";
import type { OperationDesk } from "@/lib/collector/runtime";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { lookAfterHidden } from "./hidden";
import { type OpenOperation, readOpenOperation, readUnsettled } from "./open-operation";
import { resume } from "./resume";
import { sendPart } from "./send-part";
import { settle } from "./settle";
import { stopRest } from "./stop-rest";
import { isToBeLookedAt, verifyPart } from "./verify-part";

/** How often the world is asked while something is expected, and while only what is unknown is left. */
const LOOK_EVERY_MS = 1_000;
const REST_MS = 20_000;

export interface RunnerTimers {
  /** Calls `work` again and again until the returned function is called. */
  every(ms: number, work: () => void): () => void;
}

/**
 * Carries operations out, watches what comes of them, and goes on after a restart of the program with what was not settled. Restarts of
 * broker agents wait for each other: one server at a time.
 */
export class OperationRunner implements OperationDesk {
  readonly previewKey = randomBytes(32);
  readonly #scope: RunScope;
  readonly #stops: (() => void)[] = [];
  /** Operations whose parts are being sent now, with what ends when that ends. */
  readonly #sending = new Map<string, Promise<void>>();
  readonly #ended = new Map<string, () => void>();
  /** Restarts that wait for the one before them. */
  readonly #waiting = new Set<string>();
  #restarts: Promise<void> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  #look: Promise<void> | null = null;
  #lookAt = 0;
  #isStopped = false;

  private constructor(scope: RunScope) {
    this.#scope = scope;
  }

  /** Takes up what an earlier start left open. Rejects where our own database cannot be read. */
  static async open(scope: RunScope, timers: RunnerTimers | null): Promise<OperationRunner> {
    const runner = new OperationRunner(scope);
    await resume(scope);
    if (timers) {
      runner.#stops.push(timers.every(LOOK_EVERY_MS, () => runner.#lookIfDue()));
      runner.#stops.push(scope.site.subscribe(() => runner.#lookIfDue()));
    }
    return runner;
  }

  inTurn<TResult>(work: () => Promise<TResult>): Promise<TResult> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  begin(operationId: string): void {
    if (this.#isStopped) return;
    const sending = this.#carryOut(operationId)
      .catch((error) => log.error({ event: "operation.broke", operation: operationId, reason: describeError(error) }))
      .finally(() => this.#sending.delete(operationId));
    this.#sending.set(operationId, sending);
  }

  /** Resolves when everything that was begun has been sent or refused: for tests. */
  async sent(): Promise<void> {
    await Promise.all(this.#sending.values());
  }

  look(): Promise<void> {
    this.#look ??= this.#lookAtAll().finally(() => {
      this.#look = null;
    });
    return this.#look;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    for (const end of this.#ended.values()) end();
    await Promise.all([...this.#sending.values(), this.#look]);
  }

  #lookIfDue(): void {
    if (this.#isStopped || this.#scope.clock.now() < this.#lookAt) return;
    this.look().catch((error) => log.error({ event: "operations.look-broke", reason: describeError(error) }));
  }

  async #lookAtAll(): Promise<void> {
    const open = await readUnsettled(this.#scope.desk, this.#scope.siteId);
    for (const operation of open) {
      if (this.#isStopped) return;
      if (!this.#sending.has(operation.id)) await this.#examine(operation);
      else if (operation.stoppedBy !== null && this.#waiting.has(operation.id)) {
        await stopRest(this.#scope, operation);
        await this.#settle(operation.id);
      }
    }
    await lookAfterHidden(this.#scope, (id) => this.begin(id));
    const isWaiting = open.some(({ parts }) => parts.some(({ state }) => state !== "unknown"));
    this.#lookAt = this.#scope.clock.now() + (isWaiting ? 0 : REST_MS);
  }

  async #examine(operation: OpenOperation): Promise<void> {
    for (const part of operation.parts) {
      if (isToBeLookedAt(part)) await verifyPart(this.#scope, operation, part);
    }
    await this.#settle(operation.id);
  }

  async #settle(operationId: string): Promise<void> {
    const operation = await readOpenOperation(this.#scope.desk, operationId);
    if (!operation) return;
    const now = this.#scope.siteClock.now();
    // What cannot be read for so long does not keep other servers waiting.
    const isLate = operation.parts.every(({ lookUntil }) => lookUntil !== null && now >= lookUntil);
    if ((await settle(this.#scope, operation)) || isLate) this.#ended.get(operationId)?.();
  }

  async #carryOut(operationId: string): Promise<void> {
    const operation = await readOpenOperation(this.#scope.desk, operationId);
    if (!operation) return;
    this.#lookAt = 0;
    this.#scope.onChanged([operationId]);
    const isRestart = operation.verb === "restart-agent";
    if (isRestart) await this.#awaitTurn(operationId);
    await this.#sendParts(operationId);
    this.#lookAt = 0;
  }

  /** The next server's agent is restarted when this one's has come back, or when nothing more is expected of it. */
  async #awaitTurn(operationId: string): Promise<void> {
    const before = this.#restarts;
    const isOver = new Promise<void>((resolve) => this.#ended.set(operationId, resolve));
    this.#restarts = before.then(() => isOver);
    this.#waiting.add(operationId);
    await before;
    this.#waiting.delete(operationId);
  }

  async #sendParts(operationId: string): Promise<void> {
    for (;;) {
      const operation = await readOpenOperation(this.#scope.desk, operationId);
      const part = operation?.parts.find(({ state }) => state === "intended");
      if (!operation || !part) break;
      if (operation.stoppedBy !== null || this.#isStopped) await stopRest(this.#scope, operation);
      else await sendPart(this.#scope, operation, part);
    }
    await this.#settle(operationId);
  }
}
