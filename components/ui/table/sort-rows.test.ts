import { describe, expect, it } from "vitest";
import { sortRows } from "./sort-rows";

const names = (rows: readonly { name: string | null }[]) => rows.map((row) => row.name);

describe("sortRows", () => {
  it("counts inside names and ignores case", () => {
    const rows = [{ name: "srv-10" }, { name: "SRV-2" }, { name: "srv-1" }];
    expect(names(sortRows(rows, "name"))).toEqual(["srv-1", "SRV-2", "srv-10"]);
    expect(names(sortRows(rows, "-name"))).toEqual(["srv-10", "SRV-2", "srv-1"]);
  });

  it("puts what is unknown last, both ways", () => {
    const rows = [{ name: null }, { name: "b" }, { name: "a" }];
    expect(names(sortRows(rows, "name"))).toEqual(["a", "b", null]);
    expect(names(sortRows(rows, "-name"))).toEqual(["b", "a", null]);
  });

  it("sorts numbers as numbers and instants by time", () => {
    expect(sortRows([{ n: 10 }, { n: 9 }], "n")).toEqual([{ n: 9 }, { n: 10 }]);
    const times = [{ at: "2026-11-21T10:00:00.000Z" }, { at: "2026-11-21T09:59:59.999Z" }];
    expect(sortRows(times, "at")).toEqual(times.toReversed());
  });

  it("sorts what happens at a moment by the moment, what never happens last", () => {
    const rows = [{ ends: { at: null } }, { ends: { at: "2026-11-21T10:00:00.000Z" } }];
    const sooner = { ends: { at: "2026-11-21T09:00:00.000Z" } };
    expect(sortRows([...rows, sooner], "ends")).toEqual([sooner, rows[1], rows[0]]);
  });

  it("leaves rows alone without a sort, and never changes the list it was given", () => {
    const rows = [{ n: 2 }, { n: 1 }];
    expect(sortRows(rows, null)).toBe(rows);
    sortRows(rows, "n");
    expect(rows).toEqual([{ n: 2 }, { n: 1 }]);
  });
});
