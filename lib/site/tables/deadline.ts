import { DeskError } from "@/lib/errors";

/**
 * Waits for `work`, but not longer than `msMax`; then rejects with `unavailable`. The work itself goes on, since a driver cannot
 * always be stopped: its late result is dropped, and its late failure is not an unhandled one.
 */
export async function deadline<TResult>(work: Promise<TResult>, msMax: number): Promise<TResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const seconds = Math.round(msMax / 1000);
    timer = setTimeout(() => reject(new DeskError("unavailable", `No answer within ${seconds} s.`)), msMax);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
