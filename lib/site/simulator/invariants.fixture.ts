import { expect } from "vitest";
import type { OpenedSite } from "./practice.fixture";

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
  "a live session on a machine that is off": `SELECT s."SessionKey" FROM "Session" s JOIN "Machine" m
     ON m."Id" = s."MachineId" WHERE s."EndDate" IS NULL AND m."CurrentPowerState" IN (2, 6)`,
  "a registered machine that does not run": `SELECT "Name" FROM "Machine"
     WHERE "CurrentRegistrationState" = 1 AND "CurrentPowerState" <> 3`,
  "a row modified before it was created": `SELECT * FROM "Session" WHERE "ModifiedDate" < "CreatedDate"`,
  "a date in another form": `SELECT * FROM "Session" WHERE "ModifiedDate" NOT GLOB '????-??-??T??:??:??.???Z'`,
  "a guid not in lower case": `SELECT * FROM "Session" WHERE "SessionKey" <> lower("SessionKey") OR length("SessionKey") <> 36`,
  "two people with one Sid": `SELECT "Sid" FROM "User" GROUP BY 1 HAVING count(*) > 1`,
};

export function expectSound({ tables }: OpenedSite): void {
  for (const [fault, sql] of Object.entries(FAULTS)) {
    expect(tables.rows(sql).slice(0, 2), fault).toEqual([]);
  }
}
