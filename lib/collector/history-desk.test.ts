import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FixedClock } from "@/lib/clock";
import { limits } from "@/lib/domain/session/replay/replay.fixture";
import { HistoryThread } from "./history-desk";

/** A thread that answers with how many questions it was asked so far, in the place of the replay. */
const WORKER = `
import { parentPort, threadId, workerData } from "node:worker_threads";
let asked = 0;
parentPort.on("message", ({ id, question }) => {
  asked += 1;
  if (question.groupKey === "dies") process.exit(1);
  if (question.groupKey === "hangs") return;
  if (question.groupKey === "refuses") {
    parentPort.postMessage({ id, failed: { code: "invalid", message: "No.", field: "from", cause: "because" } });
    return;
  }
  parentPort.postMessage({ id, answered: { asked, threadId, url: workerData.monitorUrl } });
});
`;

let folder: string;
let clock: FixedClock;
let thread: HistoryThread;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-history-"));
  const workerFile = path.join(folder, "worker.mjs");
  writeFileSync(workerFile, WORKER);
  clock = new FixedClock(0);
  thread = new HistoryThread({ workerFile, monitorUrl: "file:site.db", clock });
});
afterEach(async () => {
  vi.useRealTimers();
  await thread.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Heard = Record<"asked" | "threadId" | "url", unknown>;
async function ask(groupKey: string, askedBy: number | string = groupKey): Promise<Heard> {
  const question = { groupKey, from: 0, to: 1, now: limits(), changed: limits() };
  return (await thread.whatIf(question, `${askedBy}`)) as unknown as Heard;
}
const STOPPED = { code: "unavailable", message: "The replay stopped before it had an answer. Ask again." };

describe("the history's thread", () => {
  it("is asked one question after the other", async () => {
    const heard = await Promise.all(["a", "b", "c"].map(ask));
    expect(heard.map(({ asked }) => asked)).toEqual([1, 2, 3]);
    expect(new Set(heard.map(({ threadId }) => threadId)).size).toBe(1);
    expect(heard[0]?.url).toBe("file:site.db");
  });

  it("lets four wait and no more; who asks the same as another waits with them", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const first = ask("hangs");
    const waiting = ["a", "b", "c", "d"].map(ask);
    await expect(ask("e")).rejects.toMatchObject({ code: "limited", retryAfterSeconds: 5 });
    const same = ask("d");
    vi.advanceTimersByTime(60_000);
    await expect(first).rejects.toMatchObject({ code: "unavailable" });
    expect((await Promise.all(waiting)).map(({ asked }) => asked)).toEqual([1, 2, 3, 4]);
    expect((await same).asked).toBe(4);
  });

  it("lets one question of each person wait", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const first = ask("hangs", "ann");
    const second = ask("a", "ann");
    await expect(ask("b", "ann")).rejects.toMatchObject({
      ...{ code: "limited", message: "A question of yours waits for its replay. Ask again in a moment." },
    });
    const other = ask("c", "bob");
    vi.advanceTimersByTime(60_000);
    await expect(first).rejects.toMatchObject({ code: "unavailable" });
    expect((await Promise.all([second, other])).map(({ asked }) => asked)).toEqual([1, 2]);
  });

  it("answers the same question with the same answer for a minute", async () => {
    expect((await ask("a")).asked).toBe(1);
    clock.advance(59_999);
    expect((await ask("a")).asked).toBe(1);
    clock.advance(1);
    expect((await ask("a")).asked).toBe(2);
  });

  it("tells what is wrong with a question, and does not remember that", async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(ask("refuses")).rejects.toMatchObject({ code: "invalid", message: "No.", field: "from" });
    }
    expect((await ask("a")).asked).toBe(3);
  });

  it("that takes longer than a minute is ended, and another one answers who waits", async () => {
    const { threadId } = await ask("a");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const late = ask("hangs");
    const next = ask("b");
    vi.advanceTimersByTime(60_000);
    await expect(late).rejects.toMatchObject({
      ...{ code: "unavailable", message: "The replay took longer than 60 s. Choose a shorter time." },
    });
    expect(await next).toMatchObject({ asked: 1 });
    expect((await next).threadId).not.toBe(threadId);
  });

  it("that dies leaves nobody waiting", async () => {
    const [lost, next] = [ask("dies"), ask("a")];
    await expect(lost).rejects.toMatchObject(STOPPED);
    expect((await next).asked).toBe(1);
  });

  it("ends when it had nothing to do for a minute, and is there again for the next question", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { threadId } = await ask("a");
    vi.advanceTimersByTime(60_000);
    clock.advance(60_000);
    const again = await ask("a");
    expect(again.asked).toBe(1);
    expect(again.threadId).not.toBe(threadId);
  });

  it("is not asked while the practice site's database is lost", async () => {
    thread.setFaults(["clock-skewed", "database-lost"]);
    await expect(ask("a")).rejects.toMatchObject({ code: "unavailable", message: "The database cannot be reached." });
    thread.setFaults([]);
    expect((await ask("a")).asked).toBe(1);
  });

  it("stopped, refuses all who wait and all who come", async () => {
    const waiting = ["hangs", "a"].map(ask);
    const told = Promise.all(waiting.map((each) => expect(each).rejects.toMatchObject(STOPPED)));
    await thread.stop();
    await told;
    await expect(ask("a")).rejects.toMatchObject(STOPPED);
  });
});
