import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";

/** A small site in a SQLite file of Citrix's shape, for tests: real tables, written by plain SQL. */

type Cells = Record<string, string | number | null>;

export interface SiteFile {
  readonly file: string;
  readonly url: string;
  insert(table: string, cells: Cells): void;
  run(sql: string, ...values: (string | number | null)[]): void;
  remove(): void;
}

const STAMP = "2026-11-17T09:00:00.000Z";

export function makeSiteFile(): SiteFile {
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-site-"));
  const file = path.join(folder, "site.db");
  const database = new Database(file);
  database.exec("PRAGMA journal_mode = WAL");
  for (const name of ["monitor", "broker"]) {
    const script = readFileSync(path.join("prisma", name, "tables.sqlite.sql"), "utf8");
    for (const statement of script.split("-- next\n")) database.exec(statement);
  }
  const insert = (table: string, cells: Cells) => {
    const names = Object.keys(cells);
    const marks = names.map(() => "?").join(", ");
    database
      .prepare(`INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${marks})`)
      .run(Object.values(cells));
  };
  return {
    file,
    url: `file:${file}`,
    insert,
    run: (sql, ...values) => {
      database.prepare(sql).run(values);
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const stamps = { CreatedDate: STAMP, ModifiedDate: STAMP };
export const guid = (kind: number, index: number) =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(index).padStart(12, "0")}`;

export const GROUP = guid(1, 1);
export const MACHINE = guid(2, 1);

/** One group, one server, two people, one session of the first of them. */
export function fillSmallSite(site: SiteFile): void {
  site.insert("DesktopGroup", { Id: GROUP, Name: "Office Desktops", LifecycleState: 0, SessionSupport: 2, ...stamps });
  site.insert("Catalog", { Id: guid(3, 1), Name: "Servers 2016", LifecycleState: 0, ...stamps });
  addMachine(site, 1);
  addPerson(site, 1, "anovak", "Anna Novak");
  addPerson(site, 2, "bkral", null);
  addSession(site, 1, { UserId: 1 });
}

export function addMachine(site: SiteFile, index: number, cells: Cells = {}): void {
  site.insert("Machine", {
    Id: guid(2, index),
    Name: `VIENNA\\CTX-XA0${index}`,
    DnsName: `ctx-xa0${index}.vienna.example`,
    LifecycleState: 0,
    IsInMaintenanceMode: 0,
    CurrentRegistrationState: 1,
    CurrentPowerState: 3,
    CurrentSessionCount: 1,
    DesktopGroupId: GROUP,
    CatalogId: guid(3, 1),
    ...stamps,
    ...cells,
  });
}

export function addPerson(
  site: SiteFile,
  id: number,
  account: string,
  fullName: string | null,
  cells: Cells = {},
): void {
  site.insert("User", {
    Id: id,
    Sid: `S-1-5-21-1-2-3-${1000 + id}`,
    Upn: `${account}@vienna.example`,
    UserName: account,
    FullName: fullName,
    Domain: "VIENNA",
    ...stamps,
    ...cells,
  });
}

/** A session with its connection, both with the id `index`. */
export function addSession(site: SiteFile, index: number, cells: Cells = {}, connection: Cells = {}): string {
  const key = guid(4, index);
  const modified = cells.ModifiedDate ?? STAMP;
  site.insert("Connection", {
    Id: index,
    SessionKey: key,
    ClientName: `PC-${index}`,
    IsReconnect: 0,
    Protocol: "HDX",
    CreatedDate: modified,
    ModifiedDate: modified,
    ...connection,
  });
  site.insert("Session", {
    SessionKey: key,
    StartDate: STAMP,
    ConnectionState: 5,
    ConnectionStateChangeDate: STAMP,
    LifecycleState: 0,
    CurrentConnectionId: index,
    MachineId: MACHINE,
    SessionType: 0,
    IsAnonymous: 0,
    ...stamps,
    ...cells,
  });
  return key;
}
