import { expect, it } from "vitest";
import { IsoDuration } from "./contract/practice";
import { durationMs } from "./iso-duration";

it.each([
  ["PT15M", 900_000],
  ["P14D", 1_209_600_000],
  ["P1DT2H3M4S", 93_784_000],
  ["PT0S", 0],
])("%s is %i ms", (text, ms) => {
  expect(IsoDuration.safeParse(text).success).toBe(true);
  expect(durationMs(text)).toBe(ms);
});

it.each(["", "P", "PT", "15M", "PT1.5H", "P1M", "-PT1M", "PT1M "])("%j is refused", (text) => {
  expect(IsoDuration.safeParse(text).success).toBe(false);
});
