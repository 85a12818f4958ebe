import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { OperationFilter, OperationsResponse } from "@/lib/api/contract/operations";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { makeTemporaryDesk, TEST_SEAL, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { NO_PARAMS } from "@/lib/domain/operation/params";
import { makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";
import { readOperationsCsv } from "./operations-csv";
import { readAudit } from "./read-audit";
import { readOperation } from "./read-operation";
import { readOperations } from "./read-operations";
import { readExperience, readUnderWay } from "./read-repairs";
import { aMachine, aSession, guid, NOON, readingAt, TestSite } from "./site.fixture";
import { triedInVain } from "./tried-in-vain";

/** Operations read back from SQL Server and from SQLite: the same rows must be the same answers. */

const COUNT = 30;
const MACHINE = guid(2, 1);
const LONG = `“Zoë” 語 😀, '; --\n${"x".repeat(9_000)}`;
let scratch: ScratchDatabase;
let temporary: TemporaryDesk;
let server: Desk;

beforeAll(async () => {
  temporary = await makeTemporaryDesk();
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  await migrateDesk(scratch.url);
  server = openDesk(scratch.url, TEST_SEAL);
  await Promise.all([fill(server), fill(temporary.desk)]);
});
afterAll(async () => {
  await server.$disconnect();
  await Promise.all([scratch.drop(), temporary.remove()]);
});

const VERBS = ["log-off", "restart-agent", "hide"] as const;
const STATES = ["verified", "still-there", "intended"] as const;

/** Every three asked for in the same millisecond; each third one not over; each fifth of many parts. */
function anOperation(index: number) {
  const verb = VERBS[index % 3] ?? "hide";
  const state = STATES[Math.floor(index / 3) % 3] ?? "verified";
  const askedAt = new Date(NOON + Math.floor(index / 3) * 60_001);
  const isMachine = verb === "restart-agent";
  return {
    ...{ id: guid(9, index), siteId: "s", verb, targetKind: isMachine ? "machine" : "sessions", label: LONG },
    ...{ machineKey: isMachine ? MACHINE : null, machine: isMachine ? "SRV0001" : null },
    ...{ params: JSON.stringify(NO_PARAMS), actor: index % 2 ? "zoë" : "petr", kind: "person", role: "engineer" },
    ...{ reason: LONG, ticket: null, requestKey: `${index}`, previewId: `${index}`, state, message: LONG, askedAt },
    ...{ acceptedAt: null, settledAt: state === "intended" ? null : new Date(askedAt.getTime() + 777) },
    ...{ endsAt: verb === "hide" ? new Date(NOON + 3_600_000) : null, stoppedBy: null },
    evidence: JSON.stringify([]),
  };
}

async function fill(desk: Desk): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, index) => anOperation(index));
  await desk.operation.createMany({ data: rows });
  const parts = rows.flatMap(({ id, state }, index) =>
    Array.from({ length: index % 5 === 0 ? 60 : 1 }, (_, number) => ({
      ...{ operationId: id, number, key: guid(1, number), label: LONG, state, message: null, before: null },
      ...{ machineKey: index % 4 ? null : MACHINE, acceptedAt: null, settledAt: null },
    })),
  );
  await desk.operationPart.createMany({ data: parts });
  const ghosts = rows.map(({ id, siteId, verb }, index) => ({
    ...{ operationId: id, incidentId: `ghost-${index % 4}`, siteId, verb, class: "stuck-connected" },
    outcome: [null, "cleared", "still-there"][index % 3] ?? null,
  }));
  await desk.operationGhost.createMany({ data: ghosts });
  await desk.auditEntry.createMany({ data: rows.map(anEntry) });
}

function anEntry({ id, siteId, actor, askedAt }: ReturnType<typeof anOperation>, index: number) {
  const action = index % 2 ? "operation.intended" : "operations.other";
  return { ...{ siteId, at: askedAt, actor, kind: "person", role: "desk", action, subject: id }, detail: "{}" };
}

const site = new TestSite();
site.publish({ machines: [aMachine(1)], sessions: Array.from({ length: 60 }, (_, number) => aSession(number)) });
const readingOf = (desk: Desk) => ({ ...readingAt(site), desk, siteId: "s", wallNow: NOON + 3_600_000 });

/** What both say, once they are found to say the same. */
async function both<T>(read: (desk: Desk) => Promise<T>): Promise<T> {
  const [one, two] = [await read(server), await read(temporary.desk)];
  expect(one).toEqual(two);
  return one;
}

const FILTERS: readonly OperationFilter[] = [
  {},
  { actor: "zoë" },
  { verb: "hide,log-off", state: "open" },
  { state: "over,intended", from: new Date(NOON + 60_001).toISOString(), to: new Date(NOON + 300_005).toISOString() },
  { server: "SRV0001" },
  { state: "still-there", server: MACHINE, actor: "petr,zoë" },
];

it.each(FILTERS)("lists, page by page, and exports %j", async (filter) => {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page: OperationsResponse = await both((desk) =>
      readOperations(readingOf(desk), { ...filter, limit: 4, ...(cursor ? { cursor } : {}) }),
    );
    expect(page.first).toBe(ids.length);
    ids.push(...page.rows.map(({ id }) => id));
    if (page.next === null) {
      expect([ids.length, new Set(ids).size]).toEqual([page.total, page.total]);
      break;
    }
    cursor = page.next;
  }
  expect(ids.length).toBeGreaterThan(0);
  const csv = await both((desk) => text(readOperationsCsv(readingOf(desk), filter)));
  for (const id of ids) expect(csv).toContain(id);
});

it("counts what worked, what was tried in vain, and what is under way", async () => {
  const worked = await both((desk) => readExperience(readingOf(desk), "stuck-connected", "restart-agent"));
  expect(worked).toEqual({ cleared: 10, of: 10 });
  expect(await both((desk) => readExperience(readingOf(desk), "stuck-connected", "message"))).toBeNull();
  const ids = Array.from({ length: 5_000 }, (_, index) => `ghost-${index}`);
  const tried = await both((desk) => triedInVain(readingOf(desk), ids));
  expect([...tried.keys()].sort()).toEqual(["ghost-0", "ghost-1", "ghost-2", "ghost-3"]);
  const about = { sessionKey: guid(1, 0), machineKey: MACHINE };
  const { running, last } = await both((desk) => readUnderWay(readingOf(desk), about));
  expect([running.length, last?.state]).toEqual([9, "verified"]);
});

it("tells one operation with its parts and ghosts, and what is hidden", async () => {
  const { operation } = await both((desk) => readOperation(readingOf(desk), guid(9, 20)));
  expect([operation.items.length, operation.label, operation.ghosts.length]).toEqual([60, LONG, 1]);
  const { hidden } = await both((desk) => readOperations(readingOf(desk), { limit: 1 }));
  expect(hidden.length).toBeGreaterThan(0);
});

it("lists the audit by a whole noun or one action", async () => {
  const chain = {
    status: { state: "checking" as const, sentence: "", checkedAt: null, entries: 0, uncovered: 0, brokenAt: null },
  };
  const wallClock = { now: () => NOON };
  const list = (action: string) =>
    both(async (desk) => {
      const { rows, total } = await readAudit({ desk, siteId: "s", wallClock, chain }, { action, limit: 100 });
      return { total, subjects: rows.map(({ subject }) => subject) };
    });
  expect((await list("operation")).total).toBe(COUNT / 2);
  expect((await list("operation.intended,operations")).total).toBe(COUNT);
});
