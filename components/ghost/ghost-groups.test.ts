import { describe, expect, it } from "vitest";
import { aGhost } from "./ghost.fixture";
import { groupByMachine, nameOf } from "./ghost-groups";

const row = (key: string, machine: string | null) => ({
  ...aGhost({ id: key, machine, machineKey: machine && `key of ${machine}` }),
  key,
});

describe("the queue by server", () => {
  it("puts the server with the most ghosts first, equals by their names as people count, and keeps the order inside", () => {
    const rows = [row("1", "SRV10"), row("2", "SRV2"), row("3", null), row("4", "SRV30"), row("5", "SRV30")];
    const groups = groupByMachine(rows);
    expect(groups.map((group) => [nameOf(group), group.rows.map((each) => each.key)])).toEqual([
      ["SRV30", ["4", "5"]],
      ["No machine named", ["3"]],
      ["SRV2", ["2"]],
      ["SRV10", ["1"]],
    ]);
  });

  it("loses no row", () => {
    const rows = Array.from({ length: 50 }, (_, index) => row(`${index}`, `SRV${index % 7}`));
    const members = groupByMachine(rows).flatMap((group) => group.rows.map((each) => each.key));
    expect(new Set(members)).toEqual(new Set(rows.map((each) => each.key)));
    expect(members).toHaveLength(50);
  });
});
