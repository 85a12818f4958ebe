import { expect, it } from "vitest";
import { Turnstile } from "./turnstile";

it("lets two work at a time, the others in order, and refuses what is too many", async () => {
  const turnstile = new Turnstile(2, 2);
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const work = (index: number) =>
    turnstile.pass(() => {
      started.push(index);
      return new Promise<void>((resolve) => finish.push(resolve));
    });
  const all = [work(1), work(2), work(3), work(4)];
  await expect(work(5)).rejects.toMatchObject({ code: "limited", retryAfterSeconds: 5 });
  expect(started).toEqual([1, 2]);
  finish[0]?.();
  await all[0];
  expect(started).toEqual([1, 2, 3]);
  finish[1]?.();
  await all[1];
  expect(started).toEqual([1, 2, 3, 4]);
  finish[2]?.();
  finish[3]?.();
  await Promise.all(all);
});

it("goes on after a work that failed", async () => {
  const turnstile = new Turnstile(1, 5);
  await expect(turnstile.pass(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turnstile.pass(async () => "yes")).toBe("yes");
});
