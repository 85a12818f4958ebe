import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import { FixedClock } from "@/lib/clock";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { TEST_SEAL } from "@/lib/desk/temporary-desk.fixture";
import { makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";
import { OperationRunner } from "../run/runner";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";
import type { OperationScope } from "./scope";
import { startOperation } from "./start-operation";

/** Operations in our own tables on a real SQL Server: intents, what they hold, their parts, and two programs that meet there. */

const MINUTE = 60_000;
const REASON = { reason: "A caller cannot log in: ünal 語 ' ; --" };
let scratch: ScratchDatabase;
/** Two pools of connections, as two programs on one database have them. */
let desks: readonly [Desk, Desk];
let sites = 0;

beforeAll(async () => {
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  await migrateDesk(scratch.url);
  desks = [openDesk(scratch.url, TEST_SEAL), openDesk(scratch.url, TEST_SEAL)];
});
afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.$disconnect()));
  await scratch.drop();
});

/** Each test has rows of a site of its own. */
function openSite(): Promise<ActingSite> {
  sites += 1;
  const clock = new FixedClock(Date.parse("2026-11-21T10:00:00.123Z"));
  return ActingSite.open({}, { desk: desks[0], siteId: `site-${sites}`, clock });
}

/** The same site in the hands of a second program: its own connections, its own turns, its own previews. */
async function secondProgram(site: ActingSite) {
  const runner = await OperationRunner.open({ ...site.runScope, desk: desks[1] }, null);
  onTestFinished(() => runner.stop());
  const scope = (name: string): OperationScope => ({ ...site.scope("desk", name), desk: desks[1], operations: runner });
  return { runner, scope };
}

function serversOf(site: ActingSite): string[] {
  const machines = [...(site.live.current()?.machines.values() ?? [])].filter(
    ({ sessionSupport, registration }) => sessionSupport === "MultiSession" && registration === "Registered",
  );
  return machines.map(({ key }) => key);
}

function sessionsOf(site: ActingSite): string[] {
  const all = [...(site.live.current()?.sessions.values() ?? [])];
  const working = all.filter(({ state, user, sessionSupport }) => {
    return state === "Active" && user !== null && sessionSupport === "MultiSession";
  });
  return working.map(({ key }) => key);
}

const restart = (machine = "") => ({ verb: "restart-agent", target: { machine } }) as const;
const logOff = (...sessions: string[]) => ({ verb: "log-off", target: { sessions } }) as const;

async function previewed(scope: OperationScope, asked: object) {
  const { token } = await previewOperation(scope, asked);
  return (requestKey: string) => startOperation(scope, { token, ...REASON }, requestKey);
}

/** The audit of that site is one chain, and says this. */
async function expectAudited(site: ActingSite, actions: readonly string[]): Promise<void> {
  const { siteId } = site.ground;
  const chain = await verifyChain(desks[1], siteId, { key: TEST_SEAL.key, anchor: null });
  expect(chain).toMatchObject({ entries: actions.length, uncovered: 0, broken: null });
  const rows = await desks[1].auditEntry.findMany({ where: { siteId }, orderBy: { id: "asc" } });
  expect(rows.map(({ action }) => action)).toEqual(actions);
}

const ONE = ["operation.intended", "operation.sent", "operation.outcome", "operation.settled"];

describe("an operation", () => {
  it("goes from its preview to what the site shows", async () => {
    const site = await openSite();
    const [server] = serversOf(site);
    const id = await site.act(restart(server), "desk");
    const accepted = await site.operation(id);
    expect(accepted).toMatchObject({ state: "accepted", machineKey: server, locks: 1, settledAt: null });
    await site.liveFor(5 * MINUTE);
    const done = await site.operation(id);
    expect(done).toMatchObject({ state: "verified", locks: 0, parts: [{ state: "verified", number: 0 }] });
    expect(done.askedAt).toEqual(new Date("2026-11-21T10:00:00.123Z"));
    await expectAudited(site, ONE);
  });

  it("of several sessions keeps a row for each, and the sentence that adds them up", async () => {
    const site = await openSite();
    const keys = sessionsOf(site).slice(0, 5);
    const id = await site.act(logOff(...keys));
    await site.liveFor(4 * MINUTE);
    const { parts, ...row } = await site.operation(id);
    expect(row).toMatchObject({ state: "verified", message: "5 done.", locks: 0 });
    expect(parts.map(({ key, state }) => `${key} ${state}`).sort()).toEqual(
      keys.map((key) => `${key} verified`).sort(),
    );
    const each = keys.flatMap(() => ["operation.sent", "operation.outcome"]);
    await expectAudited(site, ["operation.intended", ...each, "operation.settled"]);
  });
});

describe("two programs on one database", () => {
  it("make one operation of fifty at once on one server, and tell the others which", async () => {
    const site = await openSite();
    const second = await secondProgram(site);
    const asked = restart(serversOf(site)[0]);
    const scopes = Array.from({ length: 50 }, (_, index) =>
      index % 2 ? second.scope(`person-${index}`) : site.scope("desk", `person-${index}`),
    );
    const begins = await Promise.all(scopes.map((scope) => previewed(scope, asked)));
    const outcomes = await Promise.allSettled(begins.map((begin, index) => begin(`request-${index}`)));
    const ids = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(ids).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") continue;
      const { message } = outcome.reason as Error;
      expect(outcome.reason).toMatchObject({ code: "conflict", operationId: ids[0] });
      expect(message).toMatch(/^Another operation is under way there/);
    }
    await Promise.all([site.runner.sent(), second.runner.sent()]);
    expect(site.sent).toEqual(["restart-agent"]);
    await site.liveFor(5 * MINUTE);
    expect(await site.operation(ids[0] ?? "")).toMatchObject({ state: "verified", locks: 0 });
    expect(await desks[1].operation.count({ where: { siteId: site.ground.siteId } })).toBe(1);
    await expectAudited(site, ONE);
  });

  it("make one row of a request that comes to both at once, by its key and by its preview", async () => {
    const site = await openSite();
    const second = await secondProgram(site);
    const { siteId } = site.ground;
    const pairs = await Promise.all(
      sessionsOf(site)
        .slice(0, 8)
        .map(async (key) => {
          const scopes = [site.scope("desk", "zoë"), second.scope("zoë")];
          return Promise.all(scopes.map((scope) => previewed(scope, logOff(key))));
        }),
    );
    const made = await Promise.all(pairs.map((pair, index) => Promise.all(pair.map((begin) => begin(`key ${index}`)))));
    expect(new Set(made.map(([one]) => one)).size).toBe(8);
    for (const [one, two] of made) expect(two).toBe(one);
    const again = await previewed(site.scope("desk", "zoë"), logOff(sessionsOf(site)[9] ?? ""));
    const ids = await Promise.all(["a", "b", "A ", "a"].map((key) => again(key)));
    expect(new Set(ids).size).toBe(1);
    await Promise.all([site.runner.sent(), second.runner.sent()]);
    expect(await desks[1].operation.count({ where: { siteId } })).toBe(9);
    expect(site.sent).toHaveLength(9);
    await site.liveFor(3 * MINUTE);
    expect(await desks[1].operationLock.count({ where: { siteId } })).toBe(0);
    expect(await verifyChain(desks[1], siteId, { key: TEST_SEAL.key, anchor: null })).toMatchObject({ broken: null });
  });

  it("take keys that differ in case for two requests", async () => {
    const site = await openSite();
    const [one, two] = sessionsOf(site);
    const scope = site.scope("desk");
    const first = await (await previewed(scope, logOff(one ?? "")))("inc-a");
    const other = await (await previewed(scope, logOff(two ?? "")))("INC-A");
    expect(other).not.toBe(first);
  });

  it("let another wait for the one that is writing", async () => {
    const site = await openSite();
    const begin = await previewed(site.scope("desk"), restart(serversOf(site)[0]));
    const order: string[] = [];
    let started: Promise<string> = Promise.resolve("");
    await desks[1].$transaction(async (tx) => {
      await tx.$queryRaw`DECLARE @r int; EXEC @r = sp_getapplock @Resource = 'ghostdesk-write',
        @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 1000; SELECT @r AS r;`;
      started = begin("waits").finally(() => order.push("started"));
      // Many times what a start takes.
      for (let turn = 0; turn < 60; turn += 1)
        await previewOperation(site.scope("desk"), logOff(sessionsOf(site)[0] ?? ""));
      order.push("let go");
    });
    await started;
    expect(order).toEqual(["let go", "started"]);
  });
});

describe("killed", () => {
  const never = () => new Promise<never>(() => undefined);

  it.each([
    ["before the site heard of it", false, "still-there"],
    ["after the site did it", true, "verified"],
  ] as const)("during the act, %s: unknown, then settled by reading, and not done again", async (_, isDone, state) => {
    const site = await openSite();
    const { act } = site.line.actor;
    const sending = new Promise<void>((resolve) => {
      site.line.actor = {
        act: async (command, context) => {
          if (isDone) await act(command, context);
          resolve();
          return never();
        },
      };
    });
    await site.restart();
    const id = await (await previewed(site.scope("desk"), restart(serversOf(site)[0])))("once");
    await sending;
    expect(await site.operation(id)).toMatchObject({ state: "acting", locks: 1 });
    site.line.actor = { act };
    await site.restart();
    expect(await site.operation(id)).toMatchObject({ state: "unknown", locks: 1 });
    await site.liveFor(11 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state, locks: 0 });
    expect(site.sent).toEqual(isDone ? ["restart-agent"] : []);
    await expectAudited(site, ONE);
  });

  it("before the intent is whole: nothing was written, nothing is held", async () => {
    const site = await openSite();
    const { siteId } = site.ground;
    const begin = await previewed(site.scope("desk"), restart(serversOf(site)[0]));
    await scratch.execute(`CREATE TRIGGER [ghostdesk].[full] ON [ghostdesk].[OperationLock] INSTEAD OF INSERT
      AS BEGIN THROW 50001, 'gone', 1; END;`);
    await expect(begin("here")).rejects.toThrow("gone");
    await scratch.execute("DROP TRIGGER [ghostdesk].[full];");
    expect(await desks[1].operation.count({ where: { siteId } })).toBe(0);
    expect(await desks[1].auditEntry.count({ where: { siteId } })).toBe(0);
    await expect(begin("here")).resolves.toBeDefined();
  });
});
