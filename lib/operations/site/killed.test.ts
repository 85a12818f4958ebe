import { describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { TEST_SEAL } from "@/lib/desk/temporary-desk.fixture";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";
import { startOperation } from "./start-operation";

/** The program ends at each step of an operation; what is found after the next start is whole, settled, and done at most once. */

const MINUTE = 60_000;

/** The end of the program: whatever waits at that moment is never heard of again. */
const never = () => new Promise<never>(() => undefined);

async function open() {
  const site = await ActingSite.open();
  const server = [...(site.live.current()?.machines.values() ?? [])].find(
    ({ sessionSupport, registration }) => sessionSupport === "MultiSession" && registration === "Registered",
  );
  const asked = { verb: "restart-agent", target: { machine: server?.key ?? "" } } as const;
  const begin = async () => {
    const scope = site.scope("desk");
    const { token } = await previewOperation(scope, asked);
    return startOperation(scope, { token, reason: "A caller cannot log in." }, "once");
  };
  return { site, asked, begin };
}

/** Until the row says so; each turn lets what is under way go on. */
async function until(site: ActingSite, id: string, state: string): Promise<void> {
  for (let turn = 0; turn < 2_000; turn += 1) {
    if ((await site.operation(id)).state === state) return;
  }
  throw new Error(`It never was ${state}.`);
}

async function expectWhole(site: ActingSite): Promise<void> {
  const { desk } = site;
  const chain = await verifyChain(desk, "practice", { key: TEST_SEAL.key, anchor: null });
  expect(chain).toMatchObject({ broken: null, uncovered: 0 });
}

describe("killed", () => {
  it("before the intent: nothing was written, nothing is held", async () => {
    const { site, begin } = await open();
    await site.desk.$executeRawUnsafe(
      `CREATE TRIGGER full BEFORE INSERT ON "OperationLock" BEGIN SELECT RAISE(ABORT, 'gone'); END`,
    );
    await expect(begin()).rejects.toThrow();
    await site.desk.$executeRawUnsafe("DROP TRIGGER full");
    await site.restart();
    expect([await site.desk.operation.count(), await site.audited(), site.sent]).toEqual([0, [], []]);
    await expect(begin()).resolves.toBeDefined();
  });

  it("after the intent: it is not sent later, and says so", async () => {
    const { site, begin } = await open();
    const { machine } = site.line.sdk;
    site.line.sdk = { ...site.line.sdk, machine: never };
    await site.restart();
    const id = await begin();
    site.line.sdk = { ...site.line.sdk, machine };
    await site.restart();
    expect(await site.operation(id)).toMatchObject({
      ...{ state: "stopped", locks: 0, message: "Ghostdesk ended before this was sent. Nothing was done." },
    });
    expect(await site.audited()).toEqual(["operation.intended", "operation.stopped", "operation.settled"]);
    expect(site.sent).toEqual([]);
    await expectWhole(site);
  });

  it.each([
    ["before the site heard of it", false, "still-there"],
    ["after the site did it", true, "verified"],
  ] as const)("during the act, %s: unknown, then settled by reading, and not done again", async (_, isDone, state) => {
    const { site, begin } = await open();
    const { act } = site.line.actor;
    site.line.actor = {
      act: async (command, context) => {
        if (isDone) await act(command, context);
        return never();
      },
    };
    await site.restart();
    const id = await begin();
    await until(site, id, "acting");
    site.line.actor = { act };
    await site.restart();
    expect(await site.operation(id)).toMatchObject({ state: "unknown", locks: 1 });
    await site.liveFor(11 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state, locks: 0 });
    expect(site.sent).toEqual(isDone ? ["restart-agent"] : []);
    expect(await site.audited()).toEqual([
      ...["operation.intended", "operation.sent", "operation.outcome", "operation.settled"],
    ]);
    await expectWhole(site);
  });

  it("after the answer: watched to its end by the next start", async () => {
    const { site, begin } = await open();
    const id = await begin();
    await site.runner.sent();
    await site.restart();
    expect(await site.operation(id)).toMatchObject({ state: "accepted" });
    await site.liveFor(5 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", locks: 0 });
    expect(site.sent).toEqual(["restart-agent"]);
  });
});

describe("an answer that is lost", () => {
  it("is unknown, never failed, and settled by what the site shows", async () => {
    const { site, begin } = await open();
    const { act } = site.line.actor;
    site.line.actor = {
      act: async (command, context) => {
        await act(command, context);
        return { kind: "unknown", why: "The bridge did not answer within 60 s." };
      },
    };
    await site.restart();
    const id = await begin();
    await site.runner.sent();
    const lost = await site.operation(id);
    expect([lost.state, lost.message]).toEqual([
      "unknown",
      "The bridge did not answer within 60 s. Whether it was done is being found out by reading the site.",
    ]);
    await site.liveFor(5 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified" });
  });

  it("stays unknown while the site cannot be read, and is settled when it can", async () => {
    const { site, begin } = await open();
    const id = await begin();
    await site.runner.sent();
    const { machine } = site.line.sdk;
    const { DeskError } = await import("@/lib/errors");
    site.line.sdk = { ...site.line.sdk, machine: () => Promise.reject(new DeskError("unavailable", "Away.")) };
    await site.restart();
    await site.liveFor(12 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "unknown", settledAt: null });
    site.line.sdk = { ...site.line.sdk, machine };
    await site.restart();
    await site.liveFor(MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", locks: 0 });
  });

  it("is failed only where the site says for certain that nothing was done", async () => {
    const { site, begin } = await open();
    site.line.actor = { act: async () => ({ kind: "failed", errorId: "AccessDenied", message: "You may not." }) };
    await site.restart();
    const id = await begin();
    await site.runner.sent();
    expect(await site.operation(id)).toMatchObject({ state: "failed", message: "You may not.", locks: 0 });
  });
});
