import type { TablesDatabase } from "./database";

/** What can be proved about a database before anything relies on it. Asks only; changes nothing. */

export interface DatabaseProof {
  /** Whether the login could write into the site's tables; null where the database cannot tell. */
  readonly canWrite: boolean | null;
  /** READ_COMMITTED_SNAPSHOT: with it our reads never wait for the site's writes. Null where there is no such setting. */
  readonly snapshotReads: boolean | null;
  /** The server's product version, such as 15.0.4335.1. */
  readonly release: string | null;
}

/** `table` as `Schema.Table`: the table whose rights stand for the rest. Rejects as `query` does. */
export async function proveDatabase(
  database: Pick<TablesDatabase, "dialect" | "query">,
  table: string,
): Promise<DatabaseProof> {
  if (database.dialect.name === "sqlite") {
    const [row] = await database.query("PRAGMA query_only");
    const isReadOnly = Number(Object.values(row ?? {})[0]) === 1;
    return { canWrite: !isReadOnly, snapshotReads: null, release: null };
  }
  const [row] = await database.query(
    `SELECT HAS_PERMS_BY_NAME(@P1, 'OBJECT', 'INSERT') AS MayInsert, HAS_PERMS_BY_NAME(@P1, 'OBJECT', 'UPDATE') AS MayUpdate,
       HAS_PERMS_BY_NAME(@P1, 'OBJECT', 'DELETE') AS MayDelete, CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(64)) AS Release,
       (SELECT CAST(is_read_committed_snapshot_on AS int) FROM sys.databases WHERE database_id = DB_ID()) AS SnapshotReads`,
    [table],
  );
  const rights = [row?.MayInsert, row?.MayUpdate, row?.MayDelete];
  return {
    canWrite: rights.every((right) => right === null) ? null : rights.some((right) => Number(right) === 1),
    snapshotReads:
      row?.SnapshotReads === null || row?.SnapshotReads === undefined ? null : Number(row.SnapshotReads) === 1,
    release: row?.Release ? String(row.Release) : null,
  };
}
