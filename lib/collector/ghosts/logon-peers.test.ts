import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogonPeers } from "@/lib/domain/ghost/facts";
import { aSession } from "@/lib/domain/ghost/facts.fixture";
import type { Session } from "@/lib/domain/site";
import { LogonPeerBook } from "./logon-peers";

const MINUTE = 60_000;
const AT = Date.parse("2026-11-17T08:00:00.000Z");

const logon = (key: string, facts: Partial<Session> = {}): Session =>
  aSession({
    key,
    brokeredAt: AT,
    startedAt: AT + 5_000,
    logOnDurationMs: null,
    logOnEndedAt: null,
    anonymous: false,
    reconnect: false,
    ...facts,
  });

function bookOf(...sessions: Session[]): LogonPeerBook {
  const book = new LogonPeerBook();
  for (const session of sessions) book.note(session);
  return book;
}

describe("logons around one time", () => {
  it("are those that began within ten minutes to either side, whole minutes counted", () => {
    const book = bookOf(
      ...[-11, -10, 0, 10, 11].map((minutes) => logon(`${minutes}`, { brokeredAt: AT + minutes * MINUTE })),
    );
    expect(book.around(AT)).toEqual({ unfinished: 3, finished: 0, medianMs: null, longestMs: null });
    expect(book.around(AT + 59_999).unfinished).toBe(3);
    expect(book.around(AT + MINUTE).unfinished).toBe(3);
    expect(book.around(AT + 30 * MINUTE).unfinished).toBe(0);
  });

  it("began with their brokering, or where it is unknown with their session", () => {
    const book = bookOf(
      logon("a", { brokeredAt: null, startedAt: AT - 10 * MINUTE }),
      logon("b", { brokeredAt: AT - 11 * MINUTE, startedAt: AT }),
      logon("c", { brokeredAt: null, startedAt: null }),
    );
    expect(book.around(AT).unfinished).toBe(1);
  });

  it("have finished when their length is known, or their end", () => {
    const book = bookOf(
      logon("a", { logOnDurationMs: 30_000 }),
      logon("b", { logOnEndedAt: AT + 40_500 }),
      logon("c", { logOnDurationMs: 90_000, logOnEndedAt: AT + 1 }),
      logon("d", { logOnEndedAt: AT - 5_000 }),
      logon("e"),
    );
    expect(book.around(AT)).toEqual({ unfinished: 1, finished: 4, medianMs: 30_000, longestMs: 90_000 });
  });

  it("leave out anonymous sessions and reconnects, which log nobody on", () => {
    const book = bookOf(logon("a", { anonymous: true }), logon("b", { reconnect: true, logOnDurationMs: 30_000 }));
    expect(book.around(AT)).toMatchObject({ unfinished: 0, finished: 0 });
  });

  it("count one session once, as it was last seen", () => {
    const book = bookOf(logon("a"), logon("a"), logon("a", { logOnDurationMs: 30_000 }));
    expect(book.around(AT)).toMatchObject({ unfinished: 0, finished: 1, longestMs: 30_000 });
    book.note(logon("a", { logOnDurationMs: 35_000 }));
    expect(book.around(AT)).toMatchObject({ finished: 1, longestMs: 35_000 });
  });

  it("move to the minute of the brokering once that is known", () => {
    const book = bookOf(logon("a", { brokeredAt: null, startedAt: AT }), logon("a", { brokeredAt: AT - 15 * MINUTE }));
    expect(book.around(AT).unfinished).toBe(0);
    expect(book.around(AT - 15 * MINUTE).unfinished).toBe(1);
  });

  it("keep what a reconnect would hide, and learn from it only how long the logon took", () => {
    const reconnected = { reconnect: true, brokeredAt: AT + 120 * MINUTE };
    const book = bookOf(logon("a", { logOnDurationMs: 30_000 }), logon("b"), logon("c"));
    book.note(logon("a", { ...reconnected, logOnEndedAt: AT + 121 * MINUTE }));
    book.note(logon("b", { ...reconnected, logOnEndedAt: AT + 121 * MINUTE }));
    book.note(logon("c", { ...reconnected, logOnDurationMs: 45_000 }));
    expect(book.around(AT)).toEqual({ unfinished: 1, finished: 2, medianMs: 30_000, longestMs: 45_000 });
    expect(book.around(AT + 120 * MINUTE)).toMatchObject({ unfinished: 0, finished: 0 });
  });

  it("stay counted when a session that had logged on ends, and go with one that never did", () => {
    const book = bookOf(logon("a", { logOnDurationMs: 30_000 }), logon("b"));
    for (const key of ["a", "b", "unknown", "a"]) book.forget(key);
    expect(book.around(AT)).toEqual({ unfinished: 0, finished: 1, medianMs: 30_000, longestMs: 30_000 });
  });

  it("are forgotten after three hours, and not taken again", () => {
    const book = bookOf(logon("a"), logon("b", { brokeredAt: AT + MINUTE }));
    book.prune(AT + 181 * MINUTE);
    expect(book.around(AT).unfinished).toBe(1);
    book.note(logon("a", { logOnDurationMs: 30_000 }));
    expect(book.around(AT)).toMatchObject({ unfinished: 1, finished: 0 });
  });
});

/** The same, the long way round: every logon in a list, counted anew for each question. */
class PlainList {
  readonly #live = new Map<string, { minute: number; seconds: number | null }>();
  readonly #ended: { minute: number; seconds: number | null }[] = [];

  note(key: string, minute: number, seconds: number | null): void {
    this.#live.set(key, { minute, seconds });
  }

  forget(key: string): void {
    const known = this.#live.get(key);
    if (known && known.seconds !== null) this.#ended.push(known);
    this.#live.delete(key);
  }

  around(at: number): LogonPeers {
    const near = [...this.#live.values(), ...this.#ended].filter(({ minute }) => Math.abs(minute - at) <= 10);
    const lengths = near.flatMap(({ seconds }) => seconds ?? []).sort((a, b) => a - b);
    const ms = (seconds: number | undefined) => (seconds === undefined ? null : seconds * 1000);
    return {
      finished: lengths.length,
      unfinished: near.length - lengths.length,
      medianMs: ms(lengths[Math.ceil(lengths.length / 2) - 1]),
      longestMs: ms(lengths.at(-1)),
    };
  }
}

describe("the book of logons", () => {
  const step = fc.record({
    key: fc.constantFrom("a", "b", "c", "d"),
    what: fc.constantFrom("note", "note", "note", "forget"),
    minute: fc.integer({ min: 0, max: 40 }),
    seconds: fc.option(fc.integer({ min: 0, max: 300 })),
  });

  it("says what counting all logons anew would say", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (steps, at) => {
        const [book, plain] = [new LogonPeerBook(), new PlainList()];
        const note = (key: string, minute: number, seconds: number | null) => {
          plain.note(key, minute, seconds);
          const logOnDurationMs = seconds === null ? null : seconds * 1000;
          book.note(logon(key, { brokeredAt: AT + minute * MINUTE, logOnDurationMs }));
        };
        const forget = (key: string) => {
          plain.forget(key);
          book.forget(key);
        };
        for (const { key, what, minute, seconds } of steps) {
          if (what === "note") note(key, minute, seconds);
          else forget(key);
        }
        expect(book.around(AT + at * MINUTE)).toEqual(plain.around(at));
      }),
    );
  });
});
