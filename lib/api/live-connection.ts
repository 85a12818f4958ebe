import { ApiError } from "./api-error";
import type { LiveEvent, LiveHeartbeat, LiveTopic, StatusResponse } from "./contract/console";
import type { SourceStatus } from "./contract/envelope";

/** The browser's line to /api/live, without React: reconnects, falls back to polling, and says how it is. */

/**
 * `live`: versions arrive. `paused`: they arrive and are only counted. `reconnecting`: the line broke a moment ago.
 * `polling`: the line keeps breaking, so we ask every 10 s. `lost`: Ghostdesk itself does not answer.
 */
export type LinkState = "connecting" | "live" | "paused" | "reconnecting" | "polling" | "lost" | "signed-out";

export interface LiveState {
  readonly state: LinkState;
  readonly paused: boolean;
  /** Versions that came while paused. */
  readonly waiting: number;
  readonly version: number | null;
  /** Site time of the newest data that we know of, ISO 8601; null before the first answer. */
  readonly asOf: string | null;
  /** Add to Date.now() to get site time. */
  readonly nowOffsetMs: number;
  readonly sources: readonly SourceStatus[];
}

export interface EventLine {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface LivePorts {
  /** Opens the event stream; `after` is the last version that was seen. */
  open(after: number | null): EventLine;
  poll(): Promise<StatusResponse>;
  /** Outdates what the screens hold of these lists, unless they hold this version already. */
  refresh(topics: ReadonlySet<LiveTopic>, version: number): void;
}

export const INITIAL_LIVE_STATE: LiveState = {
  state: "connecting",
  paused: false,
  waiting: 0,
  version: null,
  asOf: null,
  nowOffsetMs: 0,
  sources: [],
};

const TOPICS: readonly LiveTopic[] = ["sessions", "servers", "users", "operations", "status"];
const ROUND_MS = 500;
const POLL_MS = 10_000;
const BACKOFF_MS_MAX = 15_000;
const FAILURES_UNTIL_POLLING = 3;
/** Two heartbeats of 15 s may go missing before the line counts as dead. */
const SILENCE_MS_MAX = 40_000;
/** How long the line outlives its last listener, so that a change of page does not reopen it. */
const LINGER_MS = 1_000;

type Timer = ReturnType<typeof setTimeout>;

export class LiveConnection {
  readonly #ports: LivePorts;
  readonly #listeners = new Set<() => void>();
  readonly #outdated = new Set<LiveTopic>();
  readonly #timers = new Map<"reopen" | "poll" | "silence" | "round" | "linger", Timer>();
  #state = INITIAL_LIVE_STATE;
  #link: Exclude<LinkState, "paused"> = "connecting";
  #line: EventLine | null = null;
  #failures = 0;
  #lastRoundAt = 0;
  #started = false;

  constructor(ports: LivePorts) {
    this.#ports = ports;
  }

  readonly current = (): LiveState => this.#state;

  /** The line is open while somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#clear("linger");
    this.start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#after("linger", LINGER_MS, () => this.stop());
    };
  };

  readonly pause = (): void => this.#change({ paused: true });

  readonly resume = (): void => {
    this.#change({ paused: false, waiting: 0 });
    this.#refreshSoon([]);
  };

  /** Opens the line, or does nothing where nobody listens or it is open. */
  start(): void {
    if (this.#started || this.#listeners.size === 0) return;
    this.#started = true;
    this.#failures = 0;
    if (this.#state.version !== null) this.#setLink("reconnecting");
    this.#open();
  }

  /** Closes the line; the next start() resumes after the last version seen. */
  stop(): void {
    this.#started = false;
    for (const name of this.#timers.keys()) if (name !== "round") this.#clear(name);
    this.#closeLine();
  }

  #open(): void {
    this.#closeLine();
    const line = this.#ports.open(this.#state.version);
    this.#line = line;
    this.#watchSilence();
    line.addEventListener("version", ({ data }) => this.#line === line && this.#onVersion(parse<LiveEvent>(data)));
    line.addEventListener("heartbeat", ({ data }) => this.#line === line && this.#onBeat(parse<LiveHeartbeat>(data)));
    line.addEventListener("error", () => this.#line === line && this.#onFailure());
  }

  #onVersion(event: LiveEvent): void {
    this.#heard();
    this.#learn(event, event.changed);
  }

  #onBeat(beat: LiveHeartbeat): void {
    this.#heard();
    this.#change({ asOf: beat.asOf ?? this.#state.asOf, nowOffsetMs: Date.parse(beat.now) - Date.now() });
  }

  #heard(): void {
    this.#failures = 0;
    this.#clear("poll");
    this.#watchSilence();
    this.#setLink("live");
  }

  #watchSilence(): void {
    this.#after("silence", SILENCE_MS_MAX, () => this.#onFailure());
  }

  #onFailure(): void {
    this.#closeLine();
    this.#clear("silence");
    this.#failures += 1;
    if (this.#link === "live") this.#setLink("reconnecting");
    this.#after("reopen", Math.min(1000 * 2 ** (this.#failures - 1), BACKOFF_MS_MAX), () => this.#open());
    if (!this.#timers.has("poll")) this.#poll();
  }

  /** Asks once, which also tells a lost line from a lost Ghostdesk or an ended sign-in; then every 10 s until the line is back. */
  #poll(): void {
    this.#after("poll", POLL_MS, () => this.#poll());
    this.#ports.poll().then(
      (status) => {
        if (this.#failures === 0 || !this.#started) return;
        this.#setLink(this.#failures >= FAILURES_UNTIL_POLLING ? "polling" : "reconnecting");
        this.#learn(status, status.version === this.#state.version ? [] : TOPICS);
      },
      (error: unknown) => this.#onPollFailed(error),
    );
  }

  #onPollFailed(error: unknown): void {
    if (this.#failures === 0 || !this.#started) return;
    const code = error instanceof ApiError && error.status !== 0 ? error.code : null;
    if (code === "unauthenticated") this.stop();
    this.#setLink(code === null ? "lost" : code === "unauthenticated" ? "signed-out" : "reconnecting");
  }

  #learn(news: Omit<LiveEvent, "changed">, changed: readonly LiveTopic[]): void {
    const isNew = news.version !== this.#state.version;
    this.#change({
      version: news.version,
      asOf: news.asOf,
      nowOffsetMs: Date.parse(news.now) - Date.now(),
      sources: news.sources,
      waiting: this.#state.paused && isNew ? this.#state.waiting + 1 : this.#state.waiting,
    });
    this.#refreshSoon(changed);
  }

  /** At most one round of reading again per half second; none while paused. */
  #refreshSoon(topics: readonly LiveTopic[]): void {
    for (const topic of topics) this.#outdated.add(topic);
    if (this.#state.paused || this.#outdated.size === 0 || this.#timers.has("round")) return;
    const waitMs = Math.max(0, this.#lastRoundAt + ROUND_MS - Date.now());
    this.#after("round", waitMs, () => {
      if (this.#state.paused || this.#state.version === null) return;
      this.#lastRoundAt = Date.now();
      const round = new Set(this.#outdated);
      this.#outdated.clear();
      this.#ports.refresh(round, this.#state.version);
    });
  }

  #setLink(link: Exclude<LinkState, "paused">): void {
    this.#link = link;
    this.#change({});
  }

  #change(part: Partial<Omit<LiveState, "state">>): void {
    const paused = part.paused ?? this.#state.paused;
    const state: LinkState = this.#link === "live" && paused ? "paused" : this.#link;
    this.#state = { ...this.#state, ...part, state };
    for (const listener of this.#listeners) listener();
  }

  #closeLine(): void {
    this.#line?.close();
    this.#line = null;
  }

  #after(name: "reopen" | "poll" | "silence" | "round" | "linger", ms: number, run: () => void): void {
    this.#clear(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      run();
    }, ms);
    this.#timers.set(name, timer);
  }

  #clear(name: "reopen" | "poll" | "silence" | "round" | "linger"): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

/** Our own server wrote it, by the contract; see lib/http for the writer. */
function parse<TEvent>(data: unknown): TEvent {
  return JSON.parse(String(data)) as TEvent;
}
