import { describe, expect, it } from "vitest";
import { holdRows, NO_HOLD } from "./held-rows";

interface Row {
  readonly key: string;
  readonly idle: number;
}
const rows = (...keys: string[]): Row[] => keys.map((key) => ({ key, idle: 0 }));
const byKey = (list: readonly Row[]) => new Map(list.map((row) => [row.key, row]));
const view = (hold: Parameters<typeof holdRows<Row>>[0], places: number[], list: readonly Row[]) =>
  holdRows(hold, places, (place) => list[place], byKey(list));
const keysOf = (held: ReturnType<typeof view>) => [...held.rows.values()].map((each) => each.row.key);

describe("holdRows", () => {
  it("shows the list as it is the first time", () => {
    const first = view(NO_HOLD, [0, 1], rows("a", "b", "c"));
    expect(keysOf(first)).toEqual(["a", "b"]);
    expect(first.arrived).toBe(0);
  });

  it("keeps the places when the list is put in another order, and counts who would come in", () => {
    const first = view(NO_HOLD, [0, 1], rows("a", "b"));
    const second = view(first.hold, [0, 1], rows("n", "b", "a"));
    expect(keysOf(second)).toEqual(["a", "b"]);
    expect(second.arrived).toBe(1);
  });

  it("takes fresh values without moving", () => {
    const first = view(NO_HOLD, [0, 1], rows("a", "b"));
    const second = view(
      first.hold,
      [0, 1],
      [
        { key: "b", idle: 5 },
        { key: "a", idle: 7 },
      ],
    );
    expect([...second.rows.values()]).toEqual([
      { row: { key: "a", idle: 7 }, gone: false },
      { row: { key: "b", idle: 5 }, gone: false },
    ]);
  });

  it("keeps a row that went, as it was last seen, and says so", () => {
    const first = view(
      NO_HOLD,
      [0, 1],
      [
        { key: "a", idle: 1 },
        { key: "b", idle: 2 },
      ],
    );
    const second = view(first.hold, [0, 1], rows("b"));
    expect(second.rows.get(0)).toEqual({ row: { key: "a", idle: 1 }, gone: true });
    const third = view(second.hold, [0, 1], rows("a", "b"));
    expect(third.rows.get(0)?.gone).toBe(false);
  });

  it("takes places that come into view while holding from the list as it is then", () => {
    const first = view(NO_HOLD, [0, 1], rows("a", "b", "c"));
    const afterArrival = view(first.hold, [1, 2], rows("n", "a", "b", "c"));
    expect(keysOf(afterArrival)).toEqual(["b", "c"]);
    const afterDeparture = view(first.hold, [0, 1, 2], rows("b", "c", "d"));
    expect(keysOf(afterDeparture)).toEqual(["a", "b", "c"]);
  });

  it("forgets a place that left the screen", () => {
    const first = view(NO_HOLD, [0, 1], rows("a", "b", "c"));
    const scrolled = view(first.hold, [1, 2], rows("a", "b", "c"));
    expect(keysOf(view(scrolled.hold, [0, 1], rows("n", "b", "c")))).toEqual(["n", "b"]);
  });

  it("leaves out a place that nothing is known of yet", () => {
    expect(keysOf(view(NO_HOLD, [0, 5], rows("a")))).toEqual(["a"]);
  });
});
