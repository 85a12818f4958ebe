import { describe, expect, it } from "vitest";
import { SCENARIO_CATALOGUE } from "./catalogue";
import { DAY, HOUR, MINUTE } from "./engine/site-time";
import { copiedSite, type OpenedSite, openSite, type Row, type TableReader } from "./practice.fixture";

/** What holds for the tables at any moment, whatever happens on the site. */

const FAULTS: Record<string, string> = {
  "a session without its machine": `SELECT * FROM "Session" WHERE "MachineId" NOT IN (SELECT "Id" FROM "Machine")
     OR ("MachineId" IS NULL AND "FailureId" IS NULL)`,
  "a session that ended before it began": `SELECT * FROM "Session" WHERE "EndDate" < "StartDate"`,
  "a live session marked as over": `SELECT * FROM "Session" WHERE ("EndDate" IS NULL) <> ("LifecycleState" IN (0, 2))`,
  "a current connection that does not exist": `SELECT * FROM "Session" s WHERE "CurrentConnectionId" IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM "Connection" c WHERE c."Id" = s."CurrentConnectionId" AND c."SessionKey" = s."SessionKey")`,
  "an unknown user": `SELECT * FROM "Session" WHERE "UserId" NOT IN (SELECT "Id" FROM "User")`,
  "an anonymous session with a user": `SELECT * FROM "Session" WHERE "IsAnonymous" = 1 AND "UserId" IS NOT NULL`,
  "two live sessions on a single-session machine": `SELECT "MachineId", count(*) FROM "Session" s
     JOIN "Machine" m ON m."Id" = s."MachineId" JOIN "DesktopGroup" g ON g."Id" = m."DesktopGroupId"
     WHERE s."EndDate" IS NULL AND g."SessionSupport" = 1 GROUP BY 1 HAVING count(*) > 1`,
  "an idle session that is not active": `SELECT * FROM "Session" WHERE "SessionIdleTime" IS NOT NULL
     AND ("ConnectionState" <> 5 OR "EndDate" IS NOT NULL)`,
  "a finished logon without its end": `SELECT * FROM "Session" s JOIN "Connection" c ON c."Id" = s."CurrentConnectionId"
     WHERE s."LogOnDuration" IS NOT NULL AND c."IsReconnect" = 0 AND c."LogOnEndDate" IS NULL`,
  "steps of a logon out of order": `SELECT * FROM "Connection" WHERE "GpoEndDate" < "GpoStartDate"
     OR "LogOnScriptsStartDate" < "GpoEndDate" OR "ProfileLoadStartDate" < "LogOnScriptsEndDate"
     OR "InteractiveStartDate" < "ProfileLoadEndDate" OR "LogOnEndDate" < "LogOnStartDate"`,
  "an application that outlives its session": `SELECT * FROM "ApplicationInstance" i
     JOIN "Session" s USING ("SessionKey") WHERE s."EndDate" IS NOT NULL AND i."EndDate" IS NULL`,
  "broker sessions that Monitoring does not have": `SELECT w."UUID", b.n, m.n FROM
     (SELECT "WorkerUid", count(*) AS n FROM "Sessions" GROUP BY 1) b JOIN "Workers" w ON w."Uid" = b."WorkerUid"
     LEFT JOIN (SELECT "MachineId", count(*) AS n FROM "Session" WHERE "EndDate" IS NULL GROUP BY 1) m
     ON m."MachineId" = w."UUID" WHERE m.n IS NOT b.n`,
  "a registration and no registration": `SELECT m."Name" FROM "Machine" m JOIN "Workers" w ON w."UUID" = m."Id"
     LEFT JOIN "WorkerRegistrations" r ON r."Uid" = w."Uid"
     WHERE (m."CurrentRegistrationState" = 1) <> (r."Uid" IS NOT NULL)`,
  "a row modified before it was created": `SELECT * FROM "Session" WHERE "ModifiedDate" < "CreatedDate"`,
  "a date in another form": `SELECT * FROM "Session" WHERE "ModifiedDate" NOT GLOB '????-??-??T??:??:??.???Z'`,
  "a guid not in lower case": `SELECT * FROM "Session" WHERE "SessionKey" <> lower("SessionKey") OR length("SessionKey") <> 36`,
  "two people with one Sid": `SELECT "Sid" FROM "User" GROUP BY 1 HAVING count(*) > 1`,
};

function expectSound({ tables }: OpenedSite): void {
  for (const [fault, sql] of Object.entries(FAULTS)) {
    expect(tables.rows(sql).slice(0, 2), fault).toEqual([]);
  }
}

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
