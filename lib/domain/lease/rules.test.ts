import { describe, expect, it } from "vitest";
import type { ResourceRule } from "./lease";
import { mayLease, ruleBookOf, ruledResources } from "./rules";

const rule = (said: Partial<ResourceRule> = {}): ResourceRule => ({
  ...{ groupKey: "group-1", kind: "app-entitlement", enabled: true, included: ["CORP\\ann"], leasing: "Allowed" },
  ...said,
});
const find = (name: string) => ({ "CORP\\ann": "ann", "CORP\\bob": "bob" })[name] ?? null;
const bookOf = (...rules: ResourceRule[]) => ruleBookOf(rules, find);
const calc = { userKey: "ann", groupKey: "group-1", application: "Calc" };
const FORBIDS = { leasing: "Disallowed" };

describe("whether leasing is allowed", () => {
  it.each<[string, ResourceRule[], boolean | null]>([
    ["by the only rule", [rule()], true],
    ["by a rule that says nothing of it", [rule({ leasing: null })], true],
    ["not, by the only rule", [rule(FORBIDS)], false],
    ["not, by a rule for everybody", [rule({ ...FORBIDS, included: null })], false],
    [
      "not, by a rule for a group of the directory, where it is the only one",
      [rule({ ...FORBIDS, included: ["CORP\\Sales"] })],
      false,
    ],
    ["by one of two", [rule(FORBIDS), rule()], true],
    [
      "by a rule for a group of the directory that the user may be in",
      [rule(FORBIDS), rule({ included: ["CORP\\Sales"] })],
      true,
    ],
    ["nowhere: the rule is for somebody else", [rule({ ...FORBIDS, included: ["CORP\\bob"] })], null],
    ["nowhere: the rule is off", [rule({ ...FORBIDS, enabled: false })], null],
    ["nowhere: the rule is for desktops", [rule({ ...FORBIDS, kind: "desktop-entitlement" })], null],
    ["nowhere: the rule is of another group", [rule({ ...FORBIDS, groupKey: "group-2" })], null],
    ["nowhere: there is no rule", [], null],
  ])("%s", (_, rules, allowed) => {
    expect(mayLease(bookOf(...rules), calc)).toBe(allowed);
  });

  it("is asked for a desktop of the rules for desktops", () => {
    const book = bookOf(rule(), rule({ ...FORBIDS, kind: "desktop-assignment" }));
    expect(mayLease(book, { ...calc, application: null })).toBe(false);
  });

  it("is not known where the rules were not read, or the group is not known", () => {
    expect(mayLease(ruleBookOf(null, find), calc)).toBeNull();
    expect(mayLease(bookOf(rule(FORBIDS)), { ...calc, groupKey: null })).toBeNull();
  });
});

describe("whom rules name", () => {
  it("is found by name; groups of the directory and everybody are counted", () => {
    const book = bookOf(
      rule({ included: ["CORP\\ann", "CORP\\Sales", "CORP\\bob"] }),
      rule({ kind: "desktop-entitlement", included: ["CORP\\ann", "corp\\sales"] }),
      rule({ included: null }),
      rule({ included: ["CORP\\Off"], enabled: false }),
    );
    expect([...book.unresolved]).toEqual(["corp\\sales"]);
    expect(book).toMatchObject({ read: true, everybody: 1 });
    expect(ruledResources(book, "ann", () => ["Calc", "Paint"])).toEqual([
      { origin: "ruled", groupKey: "group-1", machine: null, application: "Calc" },
      { origin: "ruled", groupKey: "group-1", machine: null, application: "Paint" },
      { origin: "ruled", groupKey: "group-1", machine: null, application: null },
    ]);
    expect(ruledResources(book, "bob", () => [])).toEqual([]);
    expect(ruledResources(book, "cyd", () => ["Calc"])).toEqual([]);
  });

  it("is not known where the rules were not read", () => {
    expect(ruleBookOf(null, find)).toMatchObject({ read: false, everybody: 0 });
  });
});
