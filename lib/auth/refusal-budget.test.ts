import { expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { RefusalBudget } from "./refusal-budget";

const WINDOW_MS = 15 * 60_000;

it("writes so many in a window, whoever tries, and tells with the next one what it left out", () => {
  const clock = new FixedClock(1_000_000);
  const budget = new RefusalBudget(clock);
  const written = Array.from({ length: 5_000 }, () => budget.take(null)).filter(({ write }) => write);
  expect(written).toHaveLength(200);
  clock.advance(WINDOW_MS - 1);
  expect(budget.take(null)).toEqual({ write: false, omitted: null });
  clock.advance(1);
  const omitted = { count: 4_801, from: 1_000_000, to: 1_000_000 + WINDOW_MS };
  expect(budget.take(null)).toEqual({ write: true, omitted });
  expect(budget.take(null)).toEqual({ write: true, omitted: null });
});

it("writes the first limited attempt of each network", () => {
  const clock = new FixedClock(0);
  const budget = new RefusalBudget(clock);
  const take = (network: string) => budget.take(network).write;
  expect([take("a"), take("a"), take("b"), take("a")]).toEqual([true, false, true, false]);
  clock.advance(WINDOW_MS);
  expect(budget.take("a")).toEqual({ write: true, omitted: { count: 2, from: 0, to: WINDOW_MS } });
});
