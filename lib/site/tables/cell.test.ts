import { describe, expect, it } from "vitest";
import { bitCell, instantCell, textCell, wholeCell } from "./cell";

describe("cells of the Citrix tables", () => {
  const at = Date.parse("2026-03-04T05:06:07.890Z");

  it.each([
    [new Date(at)],
    [at],
    ["2026-03-04T05:06:07.890Z"],
    ["2026-03-04T05:06:07.890"],
    ["2026-03-04 05:06:07.890"],
    ["2026-03-04T05:06:07.890+00:00"],
    ["2026-03-04T10:51:07.890+05:45"],
  ])("%j is one instant, UTC where no zone is marked", (value) => {
    expect(instantCell.parse(value)).toBe(at);
  });

  it("refuses what is no date", () => {
    expect(instantCell.safeParse("soon").success).toBe(false);
  });

  it("reads whole numbers, bits and empty text of both drivers", () => {
    expect([12, 12n, "12", "-1"].map((value) => wholeCell.parse(value))).toEqual([12, 12, 12, -1]);
    expect([true, 1, 0, false].map((value) => bitCell.parse(value))).toEqual([true, true, false, false]);
    expect(["", "  ", "PC 1"].map((value) => textCell.parse(value))).toEqual([null, null, "PC 1"]);
  });
});
