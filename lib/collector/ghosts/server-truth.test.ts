import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { FixedClock } from "@/lib/clock";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import { DeskError } from "@/lib/errors";
import { practiceSite } from "@/lib/site/simulator/practice.fixture";
import { SdkAnswers } from "@/lib/site/simulator/sdk-answers";
import { createSdkSource } from "@/lib/site/simulator/sdk-port";
import { ServerTruth } from "./server-truth";

const MINUTE = 60_000;
const START = Date.parse("2026-11-17T09:00:00.000Z");
const SWEEP = 10 * MINUTE;
const LIST: readonly WindowsSession[] = [{ id: 2, user: "VIENNA\\anovak", state: "Active" }];
const names = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);

interface Question {
  readonly machine: string;
  answer(sessions: readonly WindowsSession[]): Promise<void>;
  fail(): Promise<void>;
}

/** Servers that answer when the test lets them. */
class Servers {
  readonly questions: Question[] = [];

  windowsSessions(machine: string): Promise<readonly WindowsSession[]> {
    return new Promise((resolve, reject) => {
      this.questions.push({
        machine,
        answer: (sessions) => whenHeard(() => resolve(sessions)),
        fail: () => whenHeard(() => reject(new DeskError("unavailable", "The server cannot be asked."))),
      });
    });
  }

  get asked(): string[] {
    return this.questions.map(({ machine }) => machine);
  }

  question(index: number): Question {
    const question = this.questions[index];
    if (!question) throw new Error(`There was no question ${index}.`);
    return question;
  }
}

async function whenHeard(act: () => void): Promise<void> {
  act();
  await vi.advanceTimersByTimeAsync(0);
}

let servers: Servers;
let clock: FixedClock;
let truth: ServerTruth;
beforeEach(() => {
  vi.useFakeTimers();
  servers = new Servers();
  clock = new FixedClock(START);
  truth = new ServerTruth(servers, { site: clock });
});
afterEach(() => {
  vi.useRealTimers();
});

const plan = (urgent: readonly string[], sweep: readonly string[] = []) =>
  truth.plan({ now: clock.now(), urgent, sweep, sweepMs: SWEEP });

describe("a server's word", () => {
  it("is what it answered, as of when it was asked", async () => {
    expect([truth.word("m0"), truth.reach("m0")]).toEqual([null, "waiting"]);
    plan(["m0"]);
    clock.advance(5_000);
    await servers.question(0).answer(LIST);
    expect([truth.word("m0"), truth.reach("m0")]).toEqual([{ askedAt: START, sessions: LIST, before: null }, "heard"]);
    expect([[...truth.answered()], [...truth.answered()]]).toEqual([["m0"], []]);
  });

  it("is dated by the caller's clock, which the database may have corrected", async () => {
    truth.plan({ now: START - 7 * MINUTE, urgent: names(5), sweep: [], sweepMs: SWEEP });
    clock.advance(3_000);
    await servers.question(0).answer(LIST);
    await servers.question(4).answer(LIST);
    expect(truth.word("m0")?.askedAt).toBe(START - 7 * MINUTE);
    expect(truth.word("m4")?.askedAt).toBe(START - 7 * MINUTE + 3_000);
  });

  it("stays when the next ask fails, but the server is not heard any more", async () => {
    plan(["m0"]);
    await servers.question(0).answer(LIST);
    truth.answered();
    clock.advance(MINUTE);
    plan(["m0"]);
    expect([truth.reach("m0"), truth.counts]).toEqual(["heard", { heard: 1, failing: 0 }]);
    await servers.question(1).fail();
    expect(truth.counts).toEqual({ heard: 0, failing: 1 });
    expect([truth.word("m0")?.askedAt, truth.reach("m0")]).toEqual([START, "failed"]);
    expect([...truth.answered()]).toEqual(["m0"]);
    clock.advance(MINUTE);
    plan(["m0"]);
    await servers.question(2).answer([]);
    const word = { askedAt: START + 2 * MINUTE, sessions: [], before: { askedAt: START, sessions: LIST } };
    expect([truth.word("m0"), truth.reach("m0")]).toEqual([word, "heard"]);
  });

  it("is forgotten an hour after anybody wanted it", async () => {
    plan(["m0"]);
    await servers.question(0).answer(LIST);
    clock.advance(60 * MINUTE);
    plan([]);
    expect(truth.reach("m0")).toBe("heard");
    clock.advance(1);
    plan([]);
    expect([truth.word("m0"), truth.reach("m0")]).toEqual([null, "waiting"]);
  });

  it("can never be had where there is no bridge", async () => {
    const none = new ServerTruth(null, { site: clock });
    none.plan({ now: START, urgent: ["m0"], sweep: ["m1"], sweepMs: SWEEP });
    await none.settle(0);
    expect([none.word("m0"), none.reach("m0"), none.answered().size]).toEqual([null, "unreachable", 0]);
  });
});

describe("asking the servers", () => {
  it("asks at most four at a time, and the next when one has answered", async () => {
    plan(names(7));
    expect(servers.asked).toEqual(["m0", "m1", "m2", "m3"]);
    await servers.question(2).answer(LIST);
    await servers.question(0).fail();
    expect(servers.asked).toEqual(names(6));
    plan(names(7));
    expect(servers.asked).toEqual(names(6));
  });

  it("gives the place of a server that hangs to the next after ten seconds, and drops its late answer", async () => {
    plan(names(6));
    for (const index of [0, 1, 2]) await servers.question(index).answer(LIST);
    expect(servers.asked).toEqual(names(6));
    for (const index of [4, 5]) await servers.question(index).answer(LIST);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(truth.reach("m3")).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(truth.reach("m3")).toBe("failed");
    await servers.question(3).answer(LIST);
    expect([truth.word("m3"), truth.reach("m3")]).toEqual([null, "failed"]);
  });

  it("goes on with the others while four hang, and asks those four less often", async () => {
    const hang = names(4);
    plan([...hang, "good"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(servers.asked).toEqual([...hang, "good"]);
    await servers.question(4).answer(LIST);
    for (let minute = 1; minute <= 15; minute += 1) {
      clock.advance(MINUTE);
      plan([...hang, "good"]);
      await servers.questions.findLast(({ machine }) => machine === "good")?.answer(LIST);
      await vi.advanceTimersByTimeAsync(30_000);
    }
    const asks = (machine: string) => servers.asked.filter((each) => each === machine).length;
    expect(asks("good")).toBe(16);
    expect(hang.map(asks)).toEqual([5, 5, 5, 5]);
  });

  it("takes a source that throws as one that cannot be asked", async () => {
    const windowsSessions = () => {
      throw new Error("no bridge");
    };
    const broken = new ServerTruth({ windowsSessions }, { site: clock });
    broken.plan({ now: START, urgent: names(9), sweep: [], sweepMs: SWEEP });
    await broken.settle(1_000);
    expect(names(9).map((key) => broken.reach(key))).toEqual(names(9).map(() => "failed"));
    expect(broken.answered().size).toBe(9);
  });

  it("asks nobody any more once it is stopped", async () => {
    plan(names(7));
    truth.stop();
    for (const index of [0, 1, 2, 3]) await servers.question(index).answer(LIST);
    expect(servers.asked).toHaveLength(4);
  });

  it("comes through a flood: two thousand swept servers, a clock that jumps, and urgent ones in between", async () => {
    const sweep = names(2_000);
    plan([], sweep);
    clock.advance(SWEEP);
    plan(["urgent"], sweep);
    expect(servers.asked).toHaveLength(4);
    for (let index = 0; index < servers.questions.length; index += 1) {
      expect(servers.questions.length - index).toBeLessThanOrEqual(4);
      await servers.question(index).answer(LIST);
    }
    expect(new Set(servers.asked).size).toBe(2_001);
    expect(servers.asked).toHaveLength(2_001);
    expect(servers.asked[0]).toBe("urgent");
  });
});

describe("waiting for the servers", () => {
  it("ends when everything planned has answered", async () => {
    let isSettled = false;
    plan(names(5));
    const settled = truth.settle(60_000).then(() => {
      isSettled = true;
    });
    for (const index of [0, 1, 2, 3]) await servers.question(index).answer(LIST);
    expect(isSettled).toBe(false);
    await servers.question(4).answer(LIST);
    await settled;
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends after its time where one hangs", async () => {
    plan(["m0"]);
    let isSettled = false;
    void truth.settle(500).then(() => {
      isSettled = true;
    });
    await vi.advanceTimersByTimeAsync(499);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isSettled).toBe(true);
  });

  it("does not wait where nothing is under way", async () => {
    await truth.settle(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the practice site's servers", () => {
  it("tell their Windows sessions, and one that is off cannot be asked", async () => {
    vi.useRealTimers();
    const { site } = practiceSite();
    const { port1, port2 } = new MessageChannel();
    new SdkAnswers(site).serve(port2);
    onTestFinished(() => port1.close());
    const machines = [...site.world.machines.values()];
    const [on, off] = ["On", "Off"].map((power) => machines.filter((each) => each.power === power).map(({ id }) => id));
    const heard = new ServerTruth(createSdkSource(port1), { site: { now: () => site.now } });
    heard.plan({ now: site.now, urgent: [...(on ?? []), ...(off ?? [])], sweep: [], sweepMs: SWEEP });
    await heard.settle(30_000);
    expect(on?.length).toBeGreaterThan(0);
    expect(new Set(on?.map((key) => heard.reach(key)))).toEqual(new Set(["heard"]));
    expect(off?.filter((key) => heard.reach(key) !== "failed")).toEqual([]);
    const sessions = on?.flatMap((key) => heard.word(key)?.sessions ?? []);
    expect(sessions?.length).toBeGreaterThan(10);
  });
});
