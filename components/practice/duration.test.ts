import { describe, expect, it } from "vitest";
import { IsoDuration } from "@/lib/api/contract/practice";
import { durationMs, isoDuration, parseAmount, UNITS } from "./duration";

describe("durations", () => {
  it("are written as the API takes them", () => {
    expect(UNITS.map((unit) => isoDuration(15, unit))).toEqual(["PT15S", "PT15M", "PT15H", "P15D"]);
    for (const unit of UNITS) expect(IsoDuration.safeParse(isoDuration(1, unit)).success).toBe(true);
  });

  it("are counted in milliseconds", () => {
    expect(durationMs(2, "hours")).toBe(7_200_000);
    expect(durationMs(1, "days")).toBe(86_400_000);
  });

  it.each(["", "0", "-1", "1.5", "x", "1e9", "12345678"])("do not take %s for an amount", (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it("take a whole number", () => {
    expect(parseAmount(" 15 ")).toBe(15);
  });
});
