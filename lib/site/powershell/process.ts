import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Reply } from "./commands";
import { childEnvironment, scriptArguments } from "./environment";
import { plainErrorOutput, plainText } from "./error-output";
import { BridgeFault, describeExit, type FaultKind, seconds } from "./fault";
import { type Launch, type Question, secretsOf } from "./launch";
import { within } from "./timers";
import { endTree } from "./tree";
import { FrameFinder, readReply, requestLine } from "./wire";

const OUTPUT_BYTES_MAX = 8 * 1_024 * 1_024;
const ERROR_OUTPUT_BYTES_MAX = 64 * 1_024;
/** A script ends itself at its deadline; the parent waits a little longer, so that it is the script's word that is heard. */
const MARGIN_MS = 2_000;
const EXIT_MS_MAX = 5_000;
/** After the end was seen, what is still in the pipes arrives at once, or a stranger holds them open. */
const DRAIN_MS_MAX = 1_000;
const KILL_MS_MAX = 10_000;

interface Exchange {
  readonly id: string;
  readonly question: Question;
  readonly finder: FrameFinder;
  resolve(reply: Reply): void;
  reject(fault: BridgeFault): void;
  /** Takes the time limit back. */
  over(): void;
}

/**
 * One PowerShell with its pipes: one request at a time, limits on time and output, and an end of which nothing is left. Whatever is odd
 * ends it; {@link gone} resolves when its whole family is gone and nothing of it is held.
 */
export class BridgeProcess {
  readonly gone: Promise<void>;
  /** How many requests it was given, and bytes it wrote to standard output. */
  calls = 0;
  bytes = 0;
  readonly #launch: Launch;
  readonly #mark = randomUUID();
  readonly #child: ChildProcessWithoutNullStreams;
  #exchange: Exchange | null = null;
  #outputLeft = OUTPUT_BYTES_MAX;
  #errorOutput: Buffer[] = [];
  #errorOutputLeft = ERROR_OUTPUT_BYTES_MAX;
  #startProblem: Error | null = null;
  #isOver = false;
  #isClosing = false;
  #ending: Promise<void> | null = null;

  constructor(launch: Launch) {
    this.#launch = launch;
    this.#child = spawn(launch.executable, [...launch.arguments, ...scriptArguments()], {
      env: childEnvironment(this.#mark, launch.standIn),
      stdio: "pipe",
      windowsHide: true,
      // A process group of its own, which can be ended whole. On Windows this would open a console.
      detached: process.platform !== "win32",
    });
    this.gone = this.#watch();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Lives and has nothing to do. */
  get isIdle(): boolean {
    return !this.#isOver && !this.#isClosing && this.#ending === null && this.#exchange === null;
  }

  /** Gives one request and waits for its reply. Rejects with a {@link BridgeFault}, and then the process is ended. */
  ask(question: Question): Promise<Reply> {
    if (!this.isIdle) return Promise.reject(new BridgeFault("lost", "The PowerShell bridge is not there.", false));
    const id = randomUUID();
    const mark = randomBytes(16).toString("hex");
    const { op, args, limitMs, asker, isLast } = question;
    const { actor, operationId } = asker ?? { actor: null, operationId: null };
    const line = requestLine({ id, op, args, deadlineMs: limitMs, mark, actor, operationId });
    return new Promise((resolve, reject) => {
      const slow = () => this.#fail("timeout", `The PowerShell bridge did not answer within ${seconds(limitMs)}.`);
      const over = this.#launch.timers.after("answer", limitMs + MARGIN_MS, slow);
      this.#exchange = { id, question, finder: new FrameFinder(mark), resolve, reject, over };
      this.#outputLeft = OUTPUT_BYTES_MAX;
      this.#errorOutputLeft = ERROR_OUTPUT_BYTES_MAX;
      this.#errorOutput = [];
      this.calls += 1;
      this.#child.stdin.write(line);
      if (isLast) this.#child.stdin.end();
      this.#launch.onSent(op);
    });
  }

  /** Lets it end by itself at the end of its input, and ends it where it does not. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#child.stdin.end();
    if (!(await within(this.#launch.timers, "exit", EXIT_MS_MAX, this.gone))) await this.end();
  }

  /** Ends it because Ghostdesk ends, and says so to whoever waits for its answer. */
  abandon(): Promise<void> {
    this.#fail("closed", "Ghostdesk ended before the PowerShell bridge answered.");
    return this.end();
  }

  /** Ends it with everything that it started. */
  end(): Promise<void> {
    this.#ending ??= this.#isOver ? this.gone : this.#endNow();
    return this.#ending;
  }

  async #endNow(): Promise<void> {
    await this.#endTree();
    if (await within(this.#launch.timers, "kill", KILL_MS_MAX, this.gone)) return;
    log.error({ pid: this.pid }, "a process of the PowerShell bridge cannot be ended");
  }

  #endTree(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) return Promise.resolve();
    return endTree({ pid, mark: this.#mark, isAlive: () => !this.#isOver });
  }

  /** Resolves when the process has ended, its strays with it, and its pipes are closed. */
  async #watch(): Promise<void> {
    const child = this.#child;
    const closed = new Promise((resolve) => child.once("close", resolve));
    // What goes wrong with a pipe or a start shows in how the process ends.
    for (const part of [child, child.stdin, child.stdout, child.stderr]) part.on("error", () => undefined);
    child.stdout.on("data", (chunk: Buffer) => this.#hear(chunk));
    child.stderr.on("data", (chunk: Buffer) => this.#hearError(chunk));
    try {
      await once(child, "exit");
    } catch (error) {
      this.#startProblem = error as Error;
    }
    this.#isOver = true;
    await this.#endTree();
    await within(this.#launch.timers, "drain", DRAIN_MS_MAX, closed);
    for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
    if (this.#startProblem) this.#fail("not-started", this.#describeStart(this.#startProblem));
    else this.#fail("lost", `The PowerShell bridge ended before it answered (${this.#describeEnd()}).`);
  }

  #describeEnd(): string {
    return describeExit(this.#child.exitCode, this.#child.signalCode);
  }

  #describeStart(problem: NodeJS.ErrnoException): string {
    const why = problem.code === "ENOENT" ? "there is no such program" : (problem.code ?? "it was refused");
    return `PowerShell could not be started: ${this.#launch.executable}: ${why}.`;
  }

  #hear(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#outputLeft -= chunk.length;
    if (this.#outputLeft < 0) {
      this.#fail("flood", "The PowerShell bridge wrote more than it may and was ended.");
      return;
    }
    const progress = this.#exchange?.finder.push(chunk);
    if (progress?.kind === "too-long") this.#fail("flood", "The answer of the PowerShell bridge is too long.");
    if (progress?.kind === "frame") this.#take(progress.text);
  }

  #hearError(chunk: Buffer): void {
    const kept = chunk.subarray(0, Math.max(0, this.#errorOutputLeft));
    this.#errorOutput.push(kept);
    this.#errorOutputLeft -= chunk.length;
    if (this.#errorOutputLeft < 0)
      this.#fail("flood", "The PowerShell bridge wrote more errors than it may and was ended.");
  }

  #take(text: string): void {
    const exchange = this.#exchange;
    if (!exchange) return;
    let reply: Reply;
    try {
      reply = readReply(text, exchange.id);
    } catch (error) {
      this.#fail("broken", "The answer of the PowerShell bridge cannot be read.", error);
      return;
    }
    exchange.over();
    this.#exchange = null;
    if (this.#errorOutput.length > 0) {
      // Each read says the same again; what a greeting or an act complains of is said once.
      const isOften = exchange.question.asker === null && this.calls > 1;
      log[isOften ? "debug" : "info"](this.#circumstances(exchange), "PowerShell answered, and complained");
    }
    exchange.resolve(reply);
    if (exchange.question.isLast) void this.close();
  }

  /** Tells who waits, if anybody does; writes one line; ends the process. */
  #fail(kind: FaultKind, sentence: string, cause?: unknown): void {
    const exchange = this.#exchange;
    this.#exchange = null;
    const wasExpected = this.#ending !== null || this.#isClosing;
    void this.end();
    if (!exchange && wasExpected) return;
    exchange?.over();
    const level = kind === "closed" ? "debug" : "warn";
    log[level](this.#circumstances(exchange, cause), exchange ? sentence : `While it waited: ${sentence}`);
    exchange?.reject(new BridgeFault(kind, sentence, kind !== "not-started", cause));
  }

  #circumstances(exchange: Exchange | null, cause?: unknown): Record<string, unknown> {
    const secrets = secretsOf(this.#launch);
    return {
      op: exchange?.question.op ?? null,
      operationId: exchange?.question.asker?.operationId ?? null,
      pid: this.pid,
      exit: this.#isOver ? this.#describeEnd() : null,
      errorOutput: plainErrorOutput(Buffer.concat(this.#errorOutput), secrets),
      noise: plainText(exchange?.finder.noise ?? "", secrets),
      ...(cause === undefined ? {} : { cause: plainText(describeError(cause), secrets) }),
    };
  }
}
