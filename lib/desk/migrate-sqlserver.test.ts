import { describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { applyPending, type SqlServerTransaction } from "./migrate-sqlserver";
import { readMigrations } from "./migrations";

const clock = new FixedClock(Date.parse("2026-11-21T10:00:00.500Z"));

/** Stands in for the driver: records what is sent, answers the lock and what is applied already. */
function record(options: { lock?: number; applied?: object[] } = {}) {
  const sent: string[] = [];
  const transaction: SqlServerTransaction = {
    async batch(sql) {
      sent.push(sql);
      if (sql.includes("sp_getapplock")) return [{ result: options.lock ?? 0 }];
      return sql.startsWith("SELECT [number]") ? (options.applied ?? []) : [];
    },
    async query(sql, values) {
      sent.push(`${sql} -- ${JSON.stringify(values)}`);
    },
  };
  return { sent, transaction };
}

describe("applyPending on SQL Server", () => {
  const known = readMigrations("sqlserver");

  it("locks first, makes its schema and its record, then each statement as a batch of its own", async () => {
    const { sent, transaction } = record();
    expect(await applyPending(transaction, known, clock)).toEqual(known.map((migration) => migration.name));
    expect(sent[0]).toContain("@LockOwner = 'Transaction'");
    expect(sent[1]).toContain("CREATE SCHEMA [ghostdesk]");
    expect(sent[2]).toContain("[ghostdesk].[DeskMigration]");
    expect(sent.slice(4, 4 + (known[0]?.statements.length ?? 0))).toEqual(known[0]?.statements);
    expect(sent.filter((sql) => sql.startsWith("INSERT INTO [ghostdesk].[DeskMigration]"))).toEqual(
      known.map(({ number, name, checksum }) =>
        expect.stringMatching(
          new RegExp(
            `CAST\\(@p3 AS datetime2\\)\\) -- \\[${number},"${name}","${checksum}","2026-11-21T10:00:00.500"\\]$`,
          ),
        ),
      ),
    );
  });

  it("does nothing where all is applied", async () => {
    const { sent, transaction } = record({
      applied: known.map(({ number, name, checksum }) => ({ number, name, checksum })),
    });
    expect(await applyPending(transaction, known, clock)).toEqual([]);
    expect(sent.filter((sql) => /CREATE TABLE \[ghostdesk\]\.\[Account/.test(sql))).toEqual([]);
  });

  it("gives up with one line where the lock stays taken", async () => {
    const { sent, transaction } = record({ lock: -1 });
    await expect(applyPending(transaction, known, clock)).rejects.toMatchObject({ code: "unavailable" });
    expect(sent).toHaveLength(1);
  });
});
