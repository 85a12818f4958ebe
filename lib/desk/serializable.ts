import type { Desk, DeskTransaction } from "./client";

const ATTEMPTS_MAX = 3;

/** `work` in one serializable transaction. After a conflict it runs again, so it touches nothing but `tx`. Throws what `work` throws. */
export function serializable<TResult>(desk: Desk, work: (tx: DeskTransaction) => Promise<TResult>): Promise<TResult> {
  return attempt(() => desk.$transaction(work, { isolationLevel: "Serializable" }), ATTEMPTS_MAX);
}

/** P2034 is Prisma's code for a write conflict or a deadlock, which a serializable transaction on SQL Server may meet. */
async function attempt<TResult>(run: () => Promise<TResult>, attemptsLeft: number): Promise<TResult> {
  try {
    return await run();
  } catch (error) {
    const conflict = error instanceof Error && "code" in error && error.code === "P2034";
    if (!conflict || attemptsLeft === 1) throw error;
    return attempt(run, attemptsLeft - 1);
  }
}
