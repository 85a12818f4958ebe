import { expect, it } from "vitest";
import { SingleRun } from "./single-run";

it("runs once for all who ask meanwhile, and again for who asks later, also after a failure", async () => {
  let begun = 0;
  const ends: ((error?: Error) => void)[] = [];
  const work = new SingleRun(() => {
    begun += 1;
    return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
  });
  const both = [work.run(), work.run()];
  expect([begun, work.now === null]).toEqual([1, false]);
  ends[0]?.(new Error("no"));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const later = work.run();
  ends[1]?.();
  await later;
  expect([begun, work.now]).toEqual([2, null]);
});
