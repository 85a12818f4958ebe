import { z } from "zod";
import type { Instant } from "@/lib/domain/site";
import { instantCell, intern, optional, wholeCell } from "./cell";
import type { TablesDatabase } from "./database";
import { type Paged, readPages } from "./pages";

/** People: rows of MonitorData.[User] (a keyword of T-SQL, so always quoted). */

export const PersonCells = z.object({
  Id: wholeCell,
  Sid: z.string(),
  Upn: optional.text,
  UserName: z.string(),
  FullName: optional.text,
  Domain: z.string().transform(intern),
  CreatedDate: instantCell,
  ModifiedDate: instantCell,
});
export type PersonCells = z.infer<typeof PersonCells>;

const COLUMNS = Object.keys(PersonCells.shape);
/** Parameters of one read; SQL Server allows 2,100. */
const IDS_MAX = 500;

function selection({ dialect }: TablesDatabase): { columns: string; from: string } {
  const columns = COLUMNS.map((name) => `u.${dialect.column(name)} AS ${dialect.column(name)}`).join(", ");
  return { columns, from: `${dialect.table("MonitorData", "User")} u` };
}

export function readAllPeople(database: TablesDatabase): Paged<PersonCells> {
  const { columns, from } = selection(database);
  return readPages(database, PersonCells, {
    sqlAfter: (after) => `${columns} FROM ${from}${after ? ` WHERE u.Id > ${after}` : ""} ORDER BY u.Id`,
    parameter: (dialect, index) => dialect.parameter(index),
    keyOf: (row) => row.Id,
  });
}

export async function readChangedPeople(database: TablesDatabase, since: Instant): Promise<PersonCells[]> {
  const { dialect } = database;
  const { columns, from } = selection(database);
  const sql = `SELECT ${columns} FROM ${from} WHERE u.ModifiedDate >= ${dialect.dateParameter(1)}`;
  return z.array(PersonCells).parse(await database.query(sql, [dialect.dateValue(since)]));
}

/**
 * People by id. A session row can name a person whose row was read too early: without this it would look like a session
 * without a user for one pass, which is what a ghost looks like.
 */
export async function readPeopleById(database: TablesDatabase, ids: readonly number[]): Promise<PersonCells[]> {
  const { dialect } = database;
  const { columns, from } = selection(database);
  const people: PersonCells[] = [];
  for (let start = 0; start < ids.length; start += IDS_MAX) {
    const some = ids.slice(start, start + IDS_MAX);
    const list = some.map((_, index) => dialect.parameter(index + 1)).join(", ");
    const rows = await database.query(`SELECT ${columns} FROM ${from} WHERE u.Id IN (${list})`, some);
    people.push(...z.array(PersonCells).parse(rows));
  }
  return people;
}
