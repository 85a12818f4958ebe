import Database from "libsql";

/** Changes rows of a copied site as its controllers would: state and ModifiedDate of live sessions, in one transaction. */
export class SiteWriter {
  readonly #database: Database.Database;
  readonly #keys: string[];
  #next = 0;

  constructor(file: string) {
    this.#database = new Database(file, { timeout: 5_000 });
    const rows = this.#database.prepare('SELECT SessionKey FROM "Session" WHERE EndDate IS NULL').all() as {
      SessionKey: string;
    }[];
    this.#keys = rows.map(({ SessionKey }) => SessionKey);
  }

  get liveSessions(): number {
    return this.#keys.length;
  }

  /** Accounts of some people with a session, for looking callers up. */
  callers(count: number): string[] {
    const sql = `SELECT DISTINCT u.UserName AS Name FROM "Session" s JOIN "User" u ON u.Id = s.UserId WHERE s.EndDate IS NULL LIMIT ?`;
    return (this.#database.prepare(sql).all(count) as { Name: string }[]).map(({ Name }) => Name);
  }

  /** Changes `count` live sessions, others each time. */
  change(count: number): void {
    const now = new Date().toISOString();
    const update = this.#database.prepare(
      'UPDATE "Session" SET ConnectionState = CASE ConnectionState WHEN 5 THEN 2 ELSE 5 END, ConnectionStateChangeDate = ?, ModifiedDate = ? WHERE SessionKey = ?',
    );
    this.#database.exec("BEGIN IMMEDIATE");
    for (let index = 0; index < count; index += 1) {
      update.run([now, now, this.#keys[this.#next % this.#keys.length] ?? ""]);
      this.#next += 1;
    }
    this.#database.exec("COMMIT");
  }

  close(): void {
    this.#database.close();
  }
}
