import { expect, it } from "vitest";
import { outageGroups } from "./group-facts";
import { aGroupOfSdk } from "./standing.fixture";

it.each([
  [true, true, true],
  [true, false, false],
  [false, true, false],
  [false, null, false],
  [null, false, false],
  [null, true, null],
  [true, null, null],
])("pooled desktops in an outage: the site says %s, the group %s, so %s", (site, group, expected) => {
  const groups = [aGroupOfSdk(1, { reuseMachinesWithoutShutdownInOutage: group })];
  expect(outageGroups(groups, site)).toEqual([{ groupKey: "group-1", reuseWithoutShutdown: expected }]);
});
