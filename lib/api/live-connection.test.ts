import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error";
import type { LiveEvent, LiveTopic, StatusResponse } from "./contract/console";
import { type EventLine, LiveConnection } from "./live-connection";

/** An event stream as a browser has it, played by the test. */
class PlayedLine implements EventLine {
  readonly after: number | null;
  closed = false;
  readonly #listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();

  constructor(after: number | null) {
    this.after = after;
  }

  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  close(): void {
    this.closed = true;
  }

  play(name: string, data?: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ data: JSON.stringify(data) });
  }
}

const NOW = Date.parse("2026-03-11T12:00:00.000Z");
const facts = (version: number) => ({
  version,
  asOf: "2026-03-11T11:00:00.000Z",
  now: "2026-03-11T11:00:01.000Z",
  sources: [],
});
const event = (version: number, changed: LiveTopic[]): LiveEvent => ({ ...facts(version), changed });

let lines: PlayedLine[];
let rounds: { topics: string[]; version: number }[];
let poll: () => Promise<StatusResponse>;
let connection: LiveConnection;
let unsubscribe: () => void;

const line = () => lines.at(-1) ?? new PlayedLine(null);
const state = () => connection.current();
const statusOf = (version: number) => facts(version) as unknown as StatusResponse;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  lines = [];
  rounds = [];
  poll = () => Promise.resolve(statusOf(1));
  connection = new LiveConnection({
    open: (after) => {
      lines.push(new PlayedLine(after));
      return line();
    },
    poll: () => poll(),
    refresh: (topics, version) => rounds.push({ topics: [...topics], version }),
  });
  unsubscribe = connection.subscribe(() => {});
});
afterEach(() => {
  unsubscribe();
  connection.stop();
  vi.useRealTimers();
});

describe("a line that works", () => {
  it("becomes live with the first event, tells time and sources, and reads again what changed", async () => {
    expect(state().state).toBe("connecting");
    line().play("version", event(7, ["sessions", "users"]));
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ state: "live", version: 7, asOf: "2026-03-11T11:00:00.000Z", waiting: 0 });
    expect(state().nowOffsetMs).toBe(Date.parse("2026-03-11T11:00:01.000Z") - NOW);
    expect(rounds).toEqual([{ topics: ["sessions", "users"], version: 7 }]);
  });

  it("reads again at most once per half second, and then everything that came meanwhile", async () => {
    line().play("version", event(1, ["sessions"]));
    await vi.advanceTimersByTimeAsync(100);
    line().play("version", event(2, ["servers"]));
    line().play("version", event(3, ["users", "servers"]));
    await vi.advanceTimersByTimeAsync(399);
    expect(rounds).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(rounds[1]).toEqual({ topics: ["servers", "users"], version: 3 });
  });

  it("moves the freshness with a heartbeat, and reads nothing", async () => {
    line().play("version", event(1, []));
    line().play("heartbeat", { asOf: "2026-03-11T11:00:09.000Z", now: "2026-03-11T11:00:10.000Z" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().asOf).toBe("2026-03-11T11:00:09.000Z");
    expect(rounds).toEqual([]);
  });

  it("closes a second after the last listener went, not at a change of page", async () => {
    unsubscribe();
    await vi.advanceTimersByTimeAsync(500);
    unsubscribe = connection.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(2000);
    expect(lines).toHaveLength(1);
    unsubscribe();
    await vi.advanceTimersByTimeAsync(1000);
    expect(line().closed).toBe(true);
  });

  it("resumes after the last version it saw", () => {
    line().play("version", event(41, []));
    connection.stop();
    connection.start();
    expect(lines.map(({ after }) => after)).toEqual([null, 41]);
  });
});

describe("paused", () => {
  it("counts versions and reads nothing until it goes on", async () => {
    line().play("version", event(1, []));
    connection.pause();
    line().play("version", event(2, ["sessions"]));
    line().play("version", event(3, ["servers"]));
    await vi.advanceTimersByTimeAsync(5000);
    expect(state()).toMatchObject({ state: "paused", waiting: 2, version: 3 });
    expect(rounds).toEqual([]);
    connection.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toMatchObject({ state: "live", waiting: 0 });
    expect(rounds).toEqual([{ topics: ["sessions", "servers"], version: 3 }]);
  });

  it("keeps what was to be read when the pause came within the half second", async () => {
    line().play("version", event(1, ["sessions"]));
    await vi.advanceTimersByTimeAsync(0);
    line().play("version", event(2, ["users"]));
    connection.pause();
    await vi.advanceTimersByTimeAsync(1000);
    connection.resume();
    await vi.advanceTimersByTimeAsync(1000);
    expect(rounds.map(({ topics }) => topics)).toEqual([["sessions"], ["users"]]);
  });
});

describe("a line that breaks", () => {
  beforeEach(() => line().play("version", event(1, [])));

  it("is opened again, later each time", async () => {
    const openedAt: number[] = [];
    for (let failure = 0; failure < 6; failure += 1) {
      const before = lines.length;
      line().play("error");
      const from = Date.now();
      while (lines.length === before) await vi.advanceTimersByTimeAsync(500);
      openedAt.push(Date.now() - from);
    }
    expect(openedAt).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  });

  it("says reconnecting, then polling, and is live again with the next event", async () => {
    line().play("error");
    await vi.advanceTimersByTimeAsync(0);
    expect(state().state).toBe("reconnecting");
    await vi.advanceTimersByTimeAsync(1000);
    line().play("error");
    await vi.advanceTimersByTimeAsync(2000);
    line().play("error");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state().state).toBe("polling");
    line().play("version", event(2, []));
    expect(state().state).toBe("live");
  });

  it("reads everything again where polling finds another version", async () => {
    poll = () => Promise.resolve(statusOf(5));
    line().play("error");
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toEqual([{ topics: ["sessions", "servers", "users", "operations", "status"], version: 5 }]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(rounds).toHaveLength(1);
  });

  it("is lost where nobody answers at all, and comes back", async () => {
    poll = () => Promise.reject(new ApiError("unavailable", "No answer.", { status: 0 }));
    line().play("error");
    await vi.advanceTimersByTimeAsync(0);
    expect(state().state).toBe("lost");
    line().play("error");
    await vi.advanceTimersByTimeAsync(1000);
    line().play("version", event(1, []));
    expect(state().state).toBe("live");
  });

  it("ends where the sign-in ended", async () => {
    poll = () => Promise.reject(new ApiError("unauthenticated", "Sign in first.", { status: 401 }));
    line().play("error");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state().state).toBe("signed-out");
    expect(lines).toHaveLength(1);
  });

  it("counts as broken after 40 seconds of silence", async () => {
    await vi.advanceTimersByTimeAsync(39_000);
    line().play("heartbeat", { asOf: null, now: "2026-03-11T11:00:10.000Z" });
    await vi.advanceTimersByTimeAsync(39_999);
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(state().state).toBe("reconnecting");
  });

  it("hears nothing more from a line that it gave up", async () => {
    const old = line();
    old.play("error");
    await vi.advanceTimersByTimeAsync(1000);
    old.play("version", event(99, ["sessions"]));
    expect(state().version).toBe(1);
  });
});
