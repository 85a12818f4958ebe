import { describe, expect, it } from "vitest";
import { SCENARIO_CATALOGUE } from "./catalogue";
import { DAY, HOUR, MINUTE } from "./engine/site-time";
import { expectSound } from "./invariants.fixture";
import { copiedSite, type OpenedSite, openSite, type Row, type TableReader } from "./practice.fixture";

const AUDITED = { Session: "SessionKey", Connection: "Id", Machine: "Id", ApplicationInstance: "Id", User: "Id" };

/** Every change of a row moves its ModifiedDate, and only forwards. */
function changesOf(
  tables: TableReader,
  table: string,
  key: string,
  before: ReadonlyMap<string, Row>,
): Map<string, Row> {
  const now = new Map(tables.rows(`SELECT * FROM "${table}"`).map((row) => [String(row[key]), row]));
  for (const [id, row] of now) {
    const earlier = before.get(id);
    if (!earlier || JSON.stringify(earlier) === JSON.stringify(row)) continue;
    expect(String(row.ModifiedDate) > String(earlier.ModifiedDate), `${table} ${id} changed unseen`).toBe(true);
    expect(row.CreatedDate).toBe(earlier.CreatedDate);
  }
  return now;
}

function startEverything({ site }: OpenedSite): void {
  for (const { name, kind } of SCENARIO_CATALOGUE) {
    if (kind === "plumbing") continue;
    site.startScenario(name, { count: 2, at: site.now + site.world.random.whole(0, 6) * HOUR });
  }
  site.startScenario("site-database-down", { at: site.now + 90 * MINUTE, forMs: 20 * MINUTE });
}

describe("invariants of the tables", () => {
  it.each([21, 22])("hold through a day with every scenario (seed %i)", async (seed) => {
    const opened = openSite(copiedSite({ seed }), 32 * MINUTE);
    startEverything(opened);
    const seen: Record<string, Map<string, Row>> = {};
    for (let step = 0; step < 16; step++) {
      await opened.pass(95 * MINUTE);
      if (opened.site.world.site.outageSince !== null) continue;
      expectSound(opened);
      for (const [table, key] of Object.entries(AUDITED)) {
        seen[table] = changesOf(opened.tables, table, key, seen[table] ?? new Map());
      }
    }
  });

  it("hold over a weekend and a change of clocks, when servers restart at three by the local clock", async () => {
    const opened = openSite(copiedSite({ wallNow: Date.UTC(2027, 2, 25, 12) }), 30 * MINUTE);
    await opened.pass(5 * DAY);
    expectSound(opened);
    const starts = opened.tables.rows(
      `SELECT substr("LastDeregisteredDate", 12, 5) AS at FROM "Machine" WHERE "Name" LIKE '%XA-001'`,
    );
    expect(starts).toEqual([{ at: "01:00" }]);
    const counts = opened.tables.rows(
      `SELECT substr("StartDate", 1, 10) AS day, count(*) AS n FROM "Session" WHERE "IsAnonymous" = 0 GROUP BY 1`,
    );
    const on = (day: string) => Number(counts.find((row) => row.day === day)?.n ?? 0);
    expect(on("2027-03-26")).toBeGreaterThan(4 * (1 + on("2027-03-28")));
  });
});
