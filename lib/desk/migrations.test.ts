import { describe, expect, it } from "vitest";
import { type Migration, pendingMigrations, readMigrations } from "./migrations";

const migration = (number: number): Migration => ({
  number,
  name: `000${number}_step`,
  statements: ["SELECT 1"],
  checksum: `sum${number}`,
});
const known = [migration(1), migration(2)];

describe("pendingMigrations", () => {
  it("is what was not applied, in order", () => {
    expect(pendingMigrations(known, [])).toEqual(known);
    expect(pendingMigrations(known, [migration(1)])).toEqual([migration(2)]);
    expect(pendingMigrations(known, known)).toEqual([]);
  });

  it("refuses a database that is newer than the program, naming both", () => {
    expect(() => pendingMigrations(known, [...known, migration(3)])).toThrow(
      "Our own database was written by a newer Ghostdesk (it has 0003_step, this program ends at 0002_step). Start the newer one.",
    );
  });

  it("refuses a file that changed after it was applied", () => {
    expect(() => pendingMigrations(known, [{ ...migration(1), checksum: "other" }])).toThrow("0001_step differs");
  });
});

describe("readMigrations", () => {
  it("has the same steps for both databases", () => {
    const names = readMigrations("sqlite").map((each) => each.name);
    expect(names.length).toBeGreaterThan(0);
    expect(readMigrations("sqlserver").map((each) => each.name)).toEqual(names);
  });

  it("says where it looked when the folder is not there", () => {
    expect(() => readMigrations("sqlite", "/nowhere/at/all")).toThrow("start Ghostdesk in its own folder");
  });
});
