import { describe, expect, it } from "vitest";
import { toClixml } from "./clixml";
import { type CellTable, NOTHING } from "./wire";

const of = (type: string, value: CellTable["rows"][number][number]) =>
  toClixml({ ...NOTHING, table: { typeName: "T", columns: [{ name: "P", type }], rows: [[value]] } });

describe("an answer as CLIXML", () => {
  it.each([
    ["Int32", 7, '<I32 N="P">7</I32>'],
    ["Int64", 7, '<I64 N="P">7</I64>'],
    ["Int32?", null, '<Nil N="P" />'],
    ["Boolean", true, '<B N="P">true</B>'],
    ["Guid", "97f505c2-a77a-4d18-9cd1-b0c48b02091a", '<G N="P">97f505c2-a77a-4d18-9cd1-b0c48b02091a</G>'],
    ["SessionState", "Active", '<S N="P">Active</S>'],
    ["TimeSpan?", 90_500, '<TS N="P">PT90.500S</TS>'],
    ["DateTime", Date.UTC(2027, 0, 14, 9, 40), '<DT N="P">2027-01-14T09:40:00.000+00:00</DT>'],
    ["String[]", ["a", "b"], "<LST><S>a</S><S>b</S></LST>"],
    ["ChbUser[]", [{ Name: "x" }], '<T>Citrix.Broker.Admin.SDK.ChbUser</T></TN><MS><S N="Name">x</S></MS>'],
  ])("writes %s %s", (type, value, element) => {
    expect(of(type, value)).toContain(element);
  });

  it.each([
    ['a & b < c > d " e', "a &amp; b &lt; c &gt; d &quot; e"],
    ["nul \0 tab \t line \n", "nul _x0000_ tab _x0009_ line _x000A_"],
    ["\u2028\u2029\u0085\uffff", "_x2028__x2029__x0085__xFFFF_"],
    ["alone \ud83d, a pair \ud83d\udc7b", "alone _xD83D_, a pair \ud83d\udc7b"],
    ["_x0041_ and _x", "_x005F_x0041_ and _x"],
  ])("writes the text %j so that it comes back as it was", (text, escaped) => {
    expect(of("String", text)).toContain(`<S N="P">${escaped}</S>`);
  });

  it("names the lists of a table and the counts of an error", () => {
    const error = { id: "I", message: "M", category: "C", terminating: true, data: { Failed: 2 }, total: 9 };
    const text = toClixml({
      table: { typeName: "T", columns: [{ name: "L", type: "Guid[]" }], rows: [] },
      warnings: ["w"],
      errors: [error],
    });
    expect(text).toContain('<Obj N="Lists"><TN><T>System.Object[]</T></TN><LST><S>L</S></LST></Obj>');
    expect(text).toContain('<En><S N="Key">Failed</S><S N="Value">2</S></En>');
    expect(text).toContain('<I32 N="Total">9</I32>');
  });
});
