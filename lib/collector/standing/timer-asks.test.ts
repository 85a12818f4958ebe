import { beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "@/lib/errors";
import type { ServerTimer, ServerTimers } from "@/lib/site/sdk";
import { TimerAsks } from "./timer-asks";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-19T09:00:00.000Z");
const LIMIT: ServerTimer = { timer: "disconnected", ms: 8 * HOUR, source: "group-policy" };

let now = START;
let asked: string[];
let answers: Map<string, ServerTimers>;
let asks: TimerAsks;
beforeEach(() => {
  now = START;
  asked = [];
  answers = new Map([
    ["one", { timers: [LIMIT], endsAtLimit: true }],
    ["two", { timers: [], endsAtLimit: false }],
  ]);
  asks = new TimerAsks({
    serverTimers: async (key) => {
      asked.push(key);
      const answer = answers.get(key);
      if (!answer) throw new DeskError("unavailable", "The server cannot be reached.");
      return answer;
    },
  });
});

const ask = (...keys: string[]) =>
  asks.ask(
    keys,
    () => now,
    () => false,
  );
const changes = () => [...asks.changes.take(10)];

describe("the limits of machines", () => {
  it("are kept with the time of their reading; none set is an answer, no answer is not", async () => {
    await ask("one", "two", "lost");
    expect(asks.machine("one")).toEqual({
      ...{ key: "one", readAt: START },
      timers: [{ timer: "disconnected", ms: 8 * HOUR, source: "rds-group-policy" }],
      endsAtLimit: true,
    });
    expect(asks.machine("two")).toMatchObject({ timers: [], endsAtLimit: false });
    expect(asks.machine("lost")).toBeUndefined();
    expect(changes().map(({ upserts }) => upserts.map(({ key }) => key))).toEqual([["one", "two"]]);
    expect(changes()).toEqual([]);
  });

  it.each([
    [6 * HOUR - 1, []],
    [6 * HOUR, ["one"]],
    [-HOUR, ["one"]],
  ])("are asked again after six hours, and when the clock was set back: %i ms later %j", async (later, again) => {
    await ask("one");
    asked = [];
    now += later;
    await ask("one");
    expect(asked).toEqual(again);
  });

  it("stand while a machine cannot be asked, which is tried again after half an hour", async () => {
    await ask("one");
    answers.delete("one");
    now += 6 * HOUR;
    await ask("one");
    now += HOUR / 2 - 1;
    await ask("one");
    expect(asked).toHaveLength(2);
    now += 1;
    await ask("one");
    expect(asked).toHaveLength(3);
    expect(asks.machine("one")?.readAt).toBe(START);
  });

  it("are asked first of machines that nobody asked yet, then of those asked longest ago", async () => {
    await ask("lost");
    now += 1;
    await ask("one");
    now += 7 * HOUR;
    asked = [];
    await ask("one", "lost", "two");
    expect(asked).toEqual(["two", "lost", "one"]);
  });

  it("are forgotten with their machine", async () => {
    await ask("one");
    changes();
    asks.keepOnly(() => false);
    expect(asks.machine("one")).toBeUndefined();
    expect(changes()).toEqual([{ upserts: [], removals: ["one"] }]);
  });

  it("are asked of nobody any more once it is over", async () => {
    const isDone = await asks.ask(
      ["one", "two"],
      () => now,
      () => asked.length > 0,
    );
    expect(isDone).toBe(false);
    expect(asked).toEqual(["one"]);
  });
});
