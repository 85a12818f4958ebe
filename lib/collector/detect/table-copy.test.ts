import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SessionCopy } from "./copy-cells";
import { MONITOR_COPY } from "./copy-needs";
import { TableCopy } from "./table-copy";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-copy-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS =
  "SessionKey, StartDate, EndDate, ConnectionState, ConnectionStateChangeDate, LifecycleState, UserId, MachineId";

/** A file with one session, its start spelled as given. */
function fileWith(table: string, start: string, columns = COLUMNS): string {
  const file = path.join(folder, "a copy #1.db");
  const db = new Database(file);
  db.exec(`CREATE TABLE ${table} (${columns})`);
  db.exec(`INSERT INTO ${table} VALUES ('ABC', ${start}, NULL, 1, '', 0, NULL, 'M1')`);
  db.close();
  return file;
}

function readSessions(file: string): SessionCopy[] {
  const copy = new TableCopy(file);
  try {
    return [...copy.rows("Session", MONITOR_COPY.Session, SessionCopy)];
  } finally {
    copy.close();
  }
}

const NINE = Date.UTC(2027, 0, 14, 9, 0);

describe("a table", () => {
  it.each(["Session", "SESSION", `"MonitorData.Session"`, `"monitordata_session"`])("may be named %s", (name) => {
    const file = fileWith(name, `'2027-01-14T09:00:00.000Z'`, COLUMNS.toUpperCase());
    expect(readSessions(file)).toMatchObject([{ SessionKey: "abc", StartDate: NINE, MachineId: "m1" }]);
  });

  it.each([
    `'2027-01-14T09:00:00Z'`,
    `'2027-01-14T09:00:00'`,
    `'2027-01-14 09:00:00.0000000'`,
    `'2027-01-14 10:00:00+01:00'`,
    `${NINE}`,
  ])("may spell a date as %s", (start) => {
    expect(readSessions(fileWith("Session", start))[0]?.StartDate).toBe(NINE);
  });

  it("reads a missing column, and an empty text, as nothing", () => {
    const [row] = readSessions(fileWith("Session", "NULL"));
    expect(row).toMatchObject({ IsAnonymous: null, FailureId: null, ConnectionStateChangeDate: null });
  });

  it("says which cell holds what it should not", () => {
    expect(() => readSessions(fileWith("Session", `'yesterday'`))).toThrow(/Session\.StartDate .*yesterday/);
  });
});

describe("a file", () => {
  it("is told to be none, or no database", () => {
    expect(() => new TableCopy(path.join(folder, "none.db"))).toThrow(/There is no file/);
    expect(() => new TableCopy(folder)).toThrow(/is no file/);
    const text = path.join(folder, "text.db");
    writeFileSync(text, "Session;User\n".repeat(200));
    expect(() => new TableCopy(text)).toThrow(/is no SQLite database/);
    const damaged = path.join(folder, "damaged.db");
    writeFileSync(damaged, `SQLite format 3\0${"x".repeat(4_000)}`);
    expect(() => new TableCopy(damaged)).toThrow(/damaged/);
    expect(readdirSync(folder).sort()).toEqual(["damaged.db", "text.db"]);
  });

  it("is left alone: nothing is written into it or beside it", () => {
    const file = fileWith("Session", "NULL");
    readSessions(file);
    expect(readdirSync(folder)).toEqual([path.basename(file)]);
  });

  it("is read with the write-ahead log that was copied with it", () => {
    const file = fileWith("Session", "NULL");
    const db = new Database(file);
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("UPDATE Session SET SessionKey = 'later'");
    expect(readSessions(file)[0]?.SessionKey).toBe("later");
    db.close();
  });

  it("says what it lacks", () => {
    const copy = new TableCopy(fileWith("Session", "NULL"));
    const { required, optional } = copy.lacks(MONITOR_COPY);
    copy.close();
    expect(required).toEqual(["Connection", "User", "Machine", "DesktopGroup"]);
    expect(optional).toContain("Session.IsAnonymous");
    expect(optional).toContain("ConnectionFailureLog");
  });
});
