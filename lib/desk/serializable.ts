import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { DeskError } from "@/lib/errors";
import type { Desk, DeskTransaction } from "./client";

const ATTEMPTS_MAX = 5;
/** Before the second attempt; twice as long before each further one. */
const PAUSE_MS = 20;
/** Shorter than a transaction may take (client.ts), so that whoever waits in vain is told why. */
const TURN_MS_MAX = 10_000;

/**
 * `work` in one transaction, one such transaction after the other: what it reads is what stands there until it has written. After a
 * conflict it runs again, so it touches nothing but `tx`. Throws what `work` throws, DeskError `unavailable` where its turn never came.
 */
export async function serializable<TResult>(
  desk: Desk,
  work: (tx: DeskTransaction) => Promise<TResult>,
): Promise<TResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await desk.$transaction(async (tx) => {
        await takeTurn(tx);
        return work(tx);
      });
    } catch (error) {
      const code = codeOf(error);
      if (!CONFLICTS.has(code)) throw error;
      if (attempt === ATTEMPTS_MAX) throw code === DEADLOCK ? busy(error) : error;
      await setTimeout(randomInt(1, PAUSE_MS * 2 ** attempt));
    }
  }
}

/**
 * A transaction of ours on SQLite holds the file's write lock from its first statement on. SQL Server's own serializable transactions
 * let two read side by side and find at their first write that each waits for the other, which it ends only after seconds: a lock of
 * ours in front makes the second one wait in line instead. It ends with the transaction, whichever way that ends.
 */
async function takeTurn(tx: DeskTransaction): Promise<void> {
  const { dialect } = tx.$binding();
  if (dialect === "sqlite") return;
  const [row] = await tx.$queryRaw<{ result: number }[]>`
    DECLARE @result int;
    EXEC @result = sp_getapplock @Resource = 'ghostdesk-write', @LockMode = 'Exclusive',
      @LockOwner = 'Transaction', @LockTimeout = ${TURN_MS_MAX};
    SELECT @result AS [result];`;
  // 0 and 1 are granted, negative is timeout, cancel, deadlock victim or a parameter fault (sp_getapplock's return values).
  if (!row || row.result < 0) throw busy(new Error(`sp_getapplock answered ${row?.result ?? "nothing"}.`));
}

/** Prisma's code for a write conflict or a deadlock, and for a row that somebody added between our look and our write. */
const DEADLOCK = "P2034";
const CONFLICTS: ReadonlySet<string> = new Set([DEADLOCK, "P2002"]);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function busy(cause: unknown): DeskError {
  return new DeskError("unavailable", "Too much is being written to our own database at once. Try again in a moment.", {
    ...{ retryAfterSeconds: 2, cause },
  });
}
