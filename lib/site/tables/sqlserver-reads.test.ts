import { describe, expect, it } from "vitest";
import { BROKER_NEEDS, checkColumns, MONITOR_NEEDS, type TableNeed } from "./columns";
import type { Row, TablesDatabase } from "./database";
import { sqlServer } from "./dialect";
import { readBrokerSessions } from "./read-broker-sessions";
import { readFailedLaunches, readFailedSessions } from "./read-failures";
import { readLogonCounts } from "./read-logons";
import { readAllMachines } from "./read-machines";
import { readChangedPeople, readPeopleById } from "./read-people";
import { readChangedSessions, readLiveSessions } from "./read-sessions";
import { readTraces } from "./read-traces";
import { ColumnList } from "./select";

/** What would be sent to a SQL Server: the text and the types of the parameters, recorded instead of sent. */
interface Sent {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

function recorder(answer: (sql: string) => readonly Row[] = () => []): { database: TablesDatabase; sent: Sent[] } {
  const sent: Sent[] = [];
  const database: TablesDatabase = {
    dialect: sqlServer,
    query: async (sql, parameters = []) => {
      sent.push({ sql: sql.replaceAll(/\s+/g, " "), parameters });
      return answer(sql);
    },
    read: () => Promise.reject(new Error("not asked for entities here")),
    now: async () => null,
    close: async () => {},
  };
  return { database, sent };
}

const everyColumn = (needs: Readonly<Record<string, TableNeed>> = MONITOR_NEEDS): readonly Row[] =>
  Object.entries(needs).flatMap(([TableName, need]) =>
    [...need.required, ...need.optional].map((ColumnName) => ({ SchemaName: need.schema, TableName, ColumnName })),
  );
const columnsOf = async () =>
  new ColumnList(sqlServer, await checkColumns(recorder(() => everyColumn()).database, MONITOR_NEEDS));
const since = Date.parse("2026-03-04T05:06:07.890Z");
const NO_TRACE = {
  ...{ EndDate: null, LogOnDuration: null, UserId: null, SessionType: null, IsAnonymous: null },
  ...{ ConnectionState: 5, LifecycleState: 0, ModifiedDate: new Date(since) },
};

describe("reads on SQL Server", () => {
  it("asks INFORMATION_SCHEMA with the schemas as parameters", async () => {
    const { database, sent } = recorder(() => everyColumn());
    await checkColumns(database, MONITOR_NEEDS);
    expect(sent[0]?.sql).toContain("FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA IN (@P1)");
    expect(sent[0]?.parameters).toEqual(["MonitorData"]);
  });

  it("casts every date by ISO text, whatever the login's language is", async () => {
    const { database, sent } = recorder();
    await readChangedSessions(database, await columnsOf(), since);
    await readChangedPeople(database, since);
    expect(sent).toHaveLength(3);
    for (const { sql, parameters } of sent) {
      expect(sql).toMatch(/ModifiedDate >= CAST\(CAST\(@P1 AS datetime2\(3\)\) AS datetime\)$/);
      expect(parameters).toEqual(["2026-03-04T05:06:07.890"]);
    }
  });

  it("takes the later of two sights of one session, whichever read saw it", async () => {
    const names = [
      ...MONITOR_NEEDS.Session.required,
      ...MONITOR_NEEDS.Session.optional,
      ...MONITOR_NEEDS.Connection.required,
    ];
    const empty = Object.fromEntries([...names, ...MONITOR_NEEDS.Connection.optional].map((name) => [name, null]));
    const seen = (minute: number, EndDate: Date | null) => {
      const at = new Date(since + minute * 60_000);
      const row = { SessionKey: "A", ConnectionState: 5, ConnectionStateChangeDate: at, LifecycleState: 0, EndDate };
      return { ...empty, ...row, ModifiedDate: at, ConnectionModifiedDate: at };
    };
    const ended = seen(2, new Date(since));
    const { database } = recorder((sql) => [sql.includes("LEFT JOIN") ? ended : seen(1, null)]);
    const rows = await readChangedSessions(database, await columnsOf(), since);
    expect(rows.map(({ EndDate }) => EndDate)).toEqual([since]);
  });

  it("keeps the sessions without a user: people are never inner-joined, and a connection is joined one to one", async () => {
    const { database, sent } = recorder();
    for await (const _ of readLiveSessions(database, await columnsOf())) expect.fail("no rows were recorded");
    expect(sent[0]?.sql).toMatch(/^SELECT TOP \(1000\) /);
    expect(sent[0]?.sql).toContain("LEFT JOIN [MonitorData].[Connection] c ON c.Id = s.CurrentConnectionId");
    expect(sent[0]?.sql).not.toContain("[User]");
    expect(sent[0]?.sql).toContain("WHERE s.EndDate IS NULL AND s.LifecycleState NOT IN (1, 3) ORDER BY s.SessionKey");
  });

  it("pages by key with a typed parameter", async () => {
    const row = (index: number) => ({
      Id: `00000000-0000-0000-0000-${String(index).padStart(12, "0")}`.toUpperCase(),
      LifecycleState: 0,
      ModifiedDate: new Date(since),
    });
    const empty = Object.fromEntries(
      (await columnsOf())
        .of("m", "Machine", [...MONITOR_NEEDS.Machine.required, ...MONITOR_NEEDS.Machine.optional])
        .split(", ")
        .map((text) => [text.split("[")[1]?.replace(/\].*/, ""), null]),
    );
    const pages = [
      Array.from({ length: 1_000 }, (_, index) => ({
        ...empty,
        EffectiveLoadIndex: null,
        LoadDate: null,
        ...row(index),
      })),
    ];
    const { database, sent } = recorder(() => pages.shift() ?? []);
    for await (const page of readAllMachines(database, await columnsOf()))
      expect(page[0]?.Id).toBe(row(0).Id.toLowerCase());
    expect(sent.map(({ parameters }) => parameters)).toEqual([[], [row(999).Id.toLowerCase()]]);
    expect(sent[1]?.sql).toContain("AND m.Id > CAST(@P1 AS uniqueidentifier) ORDER BY m.Id");
  });

  it("asks for people by id in lists below the limit of parameters", async () => {
    const { database, sent } = recorder();
    await readPeopleById(
      database,
      Array.from({ length: 1_001 }, (_, index) => index),
    );
    expect(sent.map(({ parameters }) => parameters.length)).toEqual([500, 500, 1]);
    expect(sent[2]?.sql).toMatch(/FROM \[MonitorData\]\.\[User\] u WHERE u\.Id IN \(@P1\)$/);
  });

  it("joins failures to their category and their session, never losing one", async () => {
    const { database, sent } = recorder();
    await readFailedSessions(database, await columnsOf(), since);
    await readFailedLaunches(database, await columnsOf(), since);
    expect(sent[0]?.sql).toContain(
      "LEFT JOIN [MonitorData].[ConnectionFailureCategory] f ON f.Id = s.FailureId WHERE s.FailureId IS NOT NULL",
    );
    expect(sent[1]?.sql).toContain("COALESCE(l.[UserId], s.[UserId]) AS [UserId]");
    expect(sent[1]?.sql).toContain("LEFT JOIN [MonitorData].[Session] s ON s.SessionKey = l.SessionKey");
    for (const { sql, parameters } of sent) {
      expect(sql).toMatch(/\.ModifiedDate >= CAST\(CAST\(@P1 AS datetime2\(3\)\) AS datetime\)$/);
      expect(parameters).toEqual(["2026-03-04T05:06:07.890"]);
    }
  });

  it("lets the database count the logons, without milliseconds that an int cannot hold", async () => {
    const { database, sent } = recorder();
    await readLogonCounts(database, await columnsOf(), since);
    const start = "COALESCE(c.BrokeringDate, c.LogOnStartDate)";
    expect(sent).toHaveLength(1);
    expect(sent[0]?.sql).toContain(
      `SELECT CASE WHEN DATEDIFF(day, ${start}, c.LogOnEndDate) BETWEEN 0 AND 1 THEN DATEDIFF(millisecond, ${start}, c.LogOnEndDate) END AS Ms`,
    );
    expect(sent[0]?.sql).toContain("[Session] s JOIN [MonitorData].[Connection] c ON c.SessionKey = s.SessionKey");
    expect(sent[0]?.sql).toMatch(/GROUP BY d\.Ms \/ 1000 ORDER BY Seconds$/);
    expect(sent[0]?.parameters).toEqual(["2026-03-04T05:06:07.890", "2026-03-04T05:06:07.890"]);
  });

  it("asks for a group's past by typed parameters, and for what stands beside a page by the page's keys", async () => {
    const row = {
      ...NO_TRACE,
      SessionKey: "A",
      StartDate: new Date(since),
      ConnectionStateChangeDate: new Date(since),
    };
    const { database, sent } = recorder((sql) => (sql.includes("TOP") ? [row] : []));
    await readTraces(database, await columnsOf(), { groupKey: "g", from: since, to: since + 1_000, sessionsMax: 1 });
    const asked = ["g", "2026-03-04T05:06:08.890", "2026-03-04T05:06:07.890"];
    expect(sent.map(({ parameters }) => parameters)).toEqual([asked, [...asked, "a", "a"], [...asked, "a", "a"]]);
    const date = (index: number) => `CAST(CAST(@P${index} AS datetime2(3)) AS datetime)`;
    for (const { sql } of sent) {
      expect(sql).toContain("WHERE s.MachineId IN (SELECT m.Id FROM [MonitorData].[Machine] m");
      expect(sql).toContain("m.DesktopGroupId = CAST(@P1 AS uniqueidentifier))");
      expect(sql).toContain(`s.StartDate < ${date(2)} AND (s.EndDate IS NULL OR s.EndDate >= ${date(3)})`);
    }
    expect(sent[0]?.sql).toMatch(/^SELECT TOP \(1000\) .* ORDER BY s\.SessionKey$/);
    expect(sent[1]?.sql).toContain("JOIN [MonitorData].[Connection] x ON x.SessionKey = s.SessionKey");
    expect(sent[2]?.sql).toContain("s.SessionKey >= CAST(@P4 AS uniqueidentifier)");
  });

  it("asks the broker for the sessions of single machines, typed as what they are", async () => {
    const columns = await checkColumns(recorder(() => everyColumn(BROKER_NEEDS)).database, BROKER_NEEDS);
    const { database, sent } = recorder();
    await readBrokerSessions(database, new ColumnList(sqlServer, columns), ["a", "b"]);
    expect(sent[0]?.sql).toContain("LEFT JOIN [chb_State].[Sessions] s ON s.WorkerUid = w.Uid");
    expect(sent[0]?.sql).toContain("WHERE w.UUID IN (CAST(@P1 AS uniqueidentifier), CAST(@P2 AS uniqueidentifier))");
    expect(sent[0]?.parameters).toEqual(["a", "b"]);
  });
});
