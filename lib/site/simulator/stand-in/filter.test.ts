import { describe, expect, it } from "vitest";
import { FilterReader, type Properties } from "./filter";
import { aboveUid } from "./filter-bounds";
import { isPattern, wildcard } from "./wildcard";
import type { Cell, CmdletCall, ParameterValue } from "./wire";

const NOW = Date.UTC(2027, 0, 14, 12, 0);
const TYPES: Record<string, string> = {
  uid: "Int64",
  name: "String",
  state: "SessionState",
  since: "DateTime?",
  hidden: "Boolean",
  users: "String[]",
};
type Row = Record<string, Cell>;
const ROWS: Row[] = [
  { uid: 1, name: "High[1]", state: "Active", since: NOW - 60_000, hidden: false, users: ["Fred", "Ann"] },
  { uid: 2, name: "low", state: "Disconnected", since: NOW - 3 * 86_400_000, hidden: true, users: [] },
  { uid: 3, name: "A\"B'C", state: "Active", since: null, hidden: false, users: ["Frederick"] },
];
const properties: Properties<Row> = {
  find: (name) => {
    const type = TYPES[name.toLowerCase()];
    return type ? { type, read: (row) => row[name.toLowerCase()] ?? null } : null;
  },
};
const VARIABLES: Record<string, ParameterValue> = {
  last: 1,
  States: ["active", "Connected"],
  from: "2027-01-14T11:59:00Z",
};
const uids = (filter: string) =>
  ROWS.filter(new FilterReader(filter, properties, VARIABLES, NOW).read()).map(({ uid }) => uid);

describe("the SDK's filters", () => {
  it.each([
    ["Uid -gt 1", [2, 3]],
    ["{ Uid -ge 0x2 }", [2, 3]],
    ["Uid -lt 1kb", [1, 2, 3]],
    ["Uid -gt $last -and Uid -le 2", [2]],
    ["State -eq 'ACTIVE'", [1, 3]],
    ["State -in $states", [1, 3]],
    ["State -notin $states", [2]],
    ["Name -eq 'high[1]'", [1]],
    ["Name -like 'h*'", [1]],
    ["Name -notlike '*w'", [1, 3]],
    ['Name -eq "A`"B`\'C"', [3]],
    ["Name -eq 'A\"B''C'", [3]],
    ["Hidden", [2]],
    ["Uid", []],
    ["-not Hidden", [1, 3]],
    ["!Hidden -and Since -ne $null", [1]],
    ["Since -eq $null", [3]],
    ["Since -lt '-1'", [2]],
    ["Since -ge '-0:2'", [1]],
    ["Since -ge '-0:0:30'", []],
    ["Since -ge $from", [1]],
    ["Users -contains 'fred*'", [1, 3]],
    ["Users -notcontains 'fred*'", [2]],
    ["Users -eq 'Ann'", [1]],
    ["Uid -eq 1 -or Uid -eq 2 -and Hidden -eq $true", [2]],
    ["Uid -eq 1 -or (Uid -eq 2 -and Hidden -eq $true)", [1, 2]],
  ])("reads %s", (filter, expected) => {
    expect(uids(filter)).toEqual(expected);
  });

  it.each([
    "",
    "Uid -gt",
    "Uid -gt (Get-Date)",
    "Uid -gt 1; exit",
    "Nothing -eq 1",
    "Uid -match 1",
    "(Uid -gt 1",
    "{ Uid -gt 1",
    "Uid -gt 1 Uid -lt 2",
    "$(exit)",
    "Uid -gt $unknown",
    "Name -eq 'open",
  ])("refuses %j", (filter) => {
    expect(() => uids(filter)).toThrow(/The filter cannot be read/);
  });

  it.each([
    ["{ BrokeringTime -ge $since -and Uid -gt $afterUid }", 40],
    ["Uid -gt 12", 12],
    ["Uid -gt 12 -or Uid -lt 3", 0],
    ["-not (Uid -gt 12)", 0],
    ["Uid -lt 12", 0],
    ["Uid -gt $nobody", 0],
  ])("knows from which number on %s can match", (filter, from) => {
    const call = { parameters: { Filter: filter }, variables: { afteruid: 40 } } as unknown as CmdletCall;
    expect(aboveUid(call)).toBe(from);
  });
});

describe("PowerShell's wildcards", () => {
  it.each([
    ["a*c", "AbbC", true],
    ["a?c", "abbc", false],
    ["[a-c]x", "Bx", true],
    ["[ab]x", "cx", false],
    ["NORDWERK\\VIE-*", "nordwerk\\vie-xa-001", true],
    ["`[x`]`*", "[x]*", true],
    ["a.c", "abc", false],
    ["a\\", "a\\", true],
    ["*(x)+$", "(x)+$", true],
    ["[^a]", "^", true],
    ["*", "line\nline", true],
  ])("match %j with %j: %s", (pattern, text, expected) => {
    expect(wildcard(pattern)(text)).toBe(expected);
  });

  it("are told from names", () => {
    expect(["*", "a?", "[a]", "`a"].every(isPattern)).toBe(true);
    expect(isPattern("NORDWERK\\VIE-XA-001")).toBe(false);
  });

  it("stay quick with many stars", () => {
    expect(wildcard(`${"*".repeat(5_000)}x`)("y".repeat(5_000))).toBe(false);
  });
});
