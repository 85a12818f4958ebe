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
import { SingleRun } from "./single-run";
import { stopRest } from "./stop-rest";
import { takeUp } from "./take-up";
import { isToBeLookedAt, verifyPart } from "./verify-part";
import { writePart } from "./write-part";

/** How often the world is asked while something is expected, and while only what is unknown is left. */
const LOOK_EVERY_MS = 1_000;
const REST_MS = 20_000;
/** An intent is begun at once: one that nobody carries out after so long was given up, such as when our own database failed. */
const GIVEN_UP_MS = 60_000;

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
  /** Operations whose parts are being sent, or wait for it; one that has left this is never sent again. */
  readonly #sending = new Map<string, Promise<void>>();
  /** Restarts that wait for the one before them. */
  readonly #waiting = new Set<string>();
  /** Of each restart that others wait for: what lets the next one go. */
  readonly #ends = new Map<string, () => void>();
  #restarts: Promise<void> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  /** Servers that do not answer for hidden sessions keep nobody waiting for what comes of an operation. */
  readonly #watch = new SingleRun(() => this.#lookAtAll());
  readonly #hidden = new SingleRun(() => lookAfterHidden(this.#scope, (id) => this.begin(id)));
  #lookAt = 0;
  #isStopped = false;

  private constructor(scope: RunScope) {
    this.#scope = scope;
  }

  /** Takes up what an earlier start left open. Rejects where our own database cannot be read. */
  static async open(scope: RunScope, timers: RunnerTimers | null): Promise<OperationRunner> {
    const runner = new OperationRunner(scope);
    for (const restart of await resume(scope)) void runner.#queue(restart);
    if (timers) {
      runner.#stops.push(timers.every(LOOK_EVERY_MS, () => runner.#lookIfDue()));
      runner.#stops.push(timers.every(REST_MS, () => runner.#try(runner.#hidden)));
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

  async look(): Promise<void> {
    await Promise.all([this.#watch.run(), this.#hidden.run()]);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    for (const end of this.#ends.values()) end();
    await Promise.all([...this.#sending.values(), this.#watch.now, this.#hidden.now]);
  }

  #lookIfDue(): void {
    if (this.#scope.clock.now() >= this.#lookAt) this.#try(this.#watch);
  }

  #try(work: SingleRun): void {
    if (this.#isStopped) return;
    work.run().catch((error) => log.error({ event: "operations.look-broke", reason: describeError(error) }));
  }

  async #lookAtAll(): Promise<void> {
    let isWaiting = false;
    for (const { id } of await readUnsettled(this.#scope.desk, this.#scope.siteId)) {
      if (this.#isStopped) return;
      try {
        isWaiting = (await this.#lookAtOne(id)) || isWaiting;
      } catch (error) {
        // One that cannot be settled keeps no other from it.
        log.error({ event: "operation.look-broke", operation: id, reason: describeError(error) });
      }
    }
    this.#lookAt = this.#scope.clock.now() + (isWaiting ? 0 : REST_MS);
  }

  /** Returns whether something is expected of it soon. */
  async #lookAtOne(operationId: string): Promise<boolean> {
    // Asked before it is read: what is not being sent now changes nowhere but here.
    const isSending = this.#sending.has(operationId);
    const operation = await readOpenOperation(this.#scope.desk, operationId);
    if (!operation) return false;
    if (isSending) await this.#stopWaiting(operation);
    else await this.#examine(operation);
    return operation.parts.some(({ state, settledAt }) => settledAt === null && state !== "unknown");
  }

  async #stopWaiting(operation: OpenOperation): Promise<void> {
    if (operation.stoppedBy === null || !this.#waiting.has(operation.id)) return;
    await stopRest(this.#scope, operation);
    await this.#settle(operation.id);
  }

  async #examine(operation: OpenOperation): Promise<void> {
    const isUnsent = operation.parts.some(({ state }) => state === "intended" || state === "acting");
    const isGivenUp = isUnsent && this.#scope.clock.now() - operation.askedAt >= GIVEN_UP_MS;
    if (isGivenUp) await takeUp(this.#scope, operation.id, "Something went wrong in Ghostdesk");
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
    if ((await settle(this.#scope, operation)) || isLate) this.#ends.get(operationId)?.();
  }

  async #carryOut(operationId: string): Promise<void> {
    const operation = await readOpenOperation(this.#scope.desk, operationId);
    if (!operation) return;
    this.#lookAt = 0;
    this.#scope.onChanged([operationId]);
    if (operation.verb === "restart-agent") {
      if (this.#ends.size > 0) await this.#sayThatItWaits(operation);
      await this.#queue(operationId);
    }
    await this.#sendParts(operationId);
    this.#lookAt = 0;
  }

  async #sayThatItWaits(operation: OpenOperation): Promise<void> {
    const step = { state: "intended", message: "Waits for another server to come back: one at a time." } as const;
    for (const part of operation.parts) await writePart(this.#scope, operation, part, step, null);
  }

  /** The next server's agent is restarted when this one's has come back, or when nothing more is expected of it. */
  async #queue(operationId: string): Promise<void> {
    const before = this.#restarts;
    const isOver = new Promise<void>((resolve) => this.#ends.set(operationId, resolve));
    this.#restarts = before.then(() => isOver).finally(() => this.#ends.delete(operationId));
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
