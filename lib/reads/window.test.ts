import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCursor } from "./cursor";
import type { Entry } from "./record-index";
import { comparePlaced, type Placed, withFew } from "./row-list";
import type { SortValue } from "./sorting";
import { cutWindow, parseSort } from "./window";

type Row = Placed<Entry<unknown>>;
const row = (value: SortValue, key: string): Row => ({ value, entry: { record: { key } } as Entry<unknown> });
const keysOf = (entries: readonly Entry<unknown>[]) => entries.map(({ record }) => record.key);
const rowsOf = (...values: SortValue[]) => values.map((value, index) => row(value, `k${index}`)).sort(comparePlaced);

function walk(rows: readonly Row[], limit: number, descending: boolean): string[] {
  const keys: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const window = cutWindow(rows, { limit, cursor }, "list", descending);
    expect(window.first).toBe(keys.length);
    expect(window.total).toBe(rows.length);
    keys.push(...keysOf(window.entries));
    if (window.next === null) return keys;
    cursor = window.next;
  }
}

describe("windows", () => {
  it("one after the other show every row once, in both directions", () => {
    const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(4, 5)));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (values, limit) => {
        const rows = rowsOf(...values);
        const ascending = rows.map(({ entry }) => entry.record.key);
        expect(walk(rows, limit, false)).toEqual(ascending);
        const known = rows.filter(({ value: each }) => each !== null).length;
        expect(walk(rows, limit, true)).toEqual([...ascending.slice(0, known).reverse(), ...ascending.slice(known)]);
      }),
    );
  });

  it("stay where they were while rows before them come and go", () => {
    const rows = rowsOf("a", "b", "c", "d");
    const { next } = cutWindow(rows, { limit: 2 }, "list");
    const later = [row("0", "new"), ...rows.filter(({ value }) => value !== "b")];
    const window = cutWindow(later, { limit: 2, cursor: next ?? "" }, "list");
    expect(keysOf(window.entries)).toEqual(["k2", "k3"]);
    expect(window.first).toBe(2);
  });

  it("start at a row number where one is given, and end where the list does", () => {
    const rows = rowsOf("a", "b", "c");
    expect(keysOf(cutWindow(rows, { limit: 5, offset: 2 }, "list").entries)).toEqual(["k2"]);
    expect(cutWindow(rows, { limit: 5, offset: 9 }, "list")).toEqual({ total: 3, first: 3, entries: [], next: null });
  });
});

describe("a cursor", () => {
  const rows = rowsOf("a", "b", "c");
  const { next } = cutWindow(rows, { limit: 1 }, "list");
  const cursor = next ?? "";

  it.each([
    ["nonsense", "nonsense"],
    ["empty", ""],
    ["no list", Buffer.from("{}").toString("base64url")],
    ["wrong types", Buffer.from('[1,true,"k"]').toString("base64url")],
    ["cut short", cursor.slice(0, -4)],
    [
      "one place further",
      Buffer.from(Buffer.from(cursor, "base64url").toString().replace("k0", "k1")).toString("base64url"),
    ],
    ["of another list", writeCursor("other", { value: "a", key: "k0" })],
  ])("that is forged (%s) is refused", (_, forged) => {
    expect(() => cutWindow(rows, { limit: 1, cursor: forged }, "list")).toThrow(
      expect.objectContaining({ code: "invalid", field: "cursor" }),
    );
  });

  it("is refused beside an offset", () => {
    expect(() => cutWindow(rows, { limit: 1, cursor, offset: 0 }, "list")).toThrow(
      expect.objectContaining({ code: "invalid", field: "offset" }),
    );
  });
});

it("a few rows take their place among many", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 20 });
  fc.assert(
    fc.property(values, values, (many, few) => {
      const rows = rowsOf(...many);
      const others = few.map((value, index) => row(value, `f${index}`));
      const all = withFew(rows, others);
      const listed = Array.from({ length: all.length }, (_, index) => all.at(index));
      expect(listed).toEqual([...rows, ...others].sort(comparePlaced));
      expect(all.at(all.length)).toBeUndefined();
    }),
  );
});

describe("a sort", () => {
  const usual = { field: "user", descending: false } as const;
  it("is read in any case, with a minus for descending", () => {
    expect(parseSort("-IDLESINCE", ["user", "idleSince"], usual)).toEqual({ field: "idleSince", descending: true });
    expect(parseSort(undefined, ["user", "idleSince"], usual)).toEqual(usual);
  });

  it.each(["name", "-", "--user", "user,idleSince", "__proto__"])("%j is refused", (text) => {
    expect(() => parseSort(text, ["user", "idleSince"], usual)).toThrow(
      expect.objectContaining({ code: "invalid", field: "sort" }),
    );
  });
});
