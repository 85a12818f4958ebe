import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GhostsQuery, GhostsResponse } from "@/lib/api/contract/ghosts";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { toIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Incident } from "@/lib/domain/ghost/incident";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { EndedGhosts } from "./ended-ghosts";
import { readGhosts } from "./read-ghosts";
import { aMachine, guid, NOON, readingAt, TestSite } from "./site.fixture";

/** Ghosts that ended, as our own tables remember them. */

const MINUTE = 60_000;
const DAY = 86_400_000;
let temporary: TemporaryDesk;
let site: TestSite;

const ghost = (number: number, facts: Partial<Incident> = {}) =>
  anIncident(number, { subject: { kind: "session", key: guid(1, number) }, ...facts });
const reading = () => ({ ...readingAt(site), desk: temporary.desk, siteId: "s", ghosts: new TestGhostDesk() });
const list = (query: Record<string, unknown> = {}) => readGhosts(reading(), GhostsQuery.parse(query));
const numbers = async (query: Record<string, unknown> = {}) =>
  (await list(query)).rows.map(({ id }) => Number.parseInt(id.slice(-4), 16));
const store = (incidents: readonly Incident[], siteId = "s") =>
  temporary.desk.incident.createMany({ data: incidents.map((incident) => toIncidentRow(siteId, incident)) });
const on = (number: number) => ({ machine: `SRV000${number}`, machineKey: guid(2, number) });

const cleared = (number: number, minutes: number, facts: Partial<Incident> = {}) =>
  ghost(number, { state: "cleared", clearedAt: NOON - minutes * MINUTE, outcome: "ended", ...facts });
const dismissed = (number: number, minutes: number, facts: Partial<Incident> = {}) =>
  ghost(number, {
    state: "dismissed",
    dismissed: { by: "maria", reason: "A robot.", at: NOON - minutes * MINUTE },
    ...facts,
  });

beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  site = new TestSite();
  const open = ghost(1, { state: "confirmed" });
  site.publish({ machines: [aMachine(1)], ghosts: [open] });
  await store([
    ...[open, cleared(2, 50, { class: "hung-logon" }), cleared(3, 10), dismissed(4, 30)],
    ...[cleared(5, 31 * 1440), dismissed(6, 60 * 1440), dismissed(7, 60 * 1440, { clearedAt: NOON - 59 * DAY })],
  ]);
  await store([cleared(8, 10)], "other");
});

afterEach(() => temporary.remove());

it("comes out of our own tables, the newest end first, after what is open", async () => {
  expect(await numbers()).toEqual([1]);
  expect(await numbers({ state: "ended" })).toEqual([3, 4, 2, 6]);
  expect(await numbers({ state: "all" })).toEqual([1, 3, 4, 2, 6]);
  expect(await numbers({ state: "cleared" })).toEqual([3, 2]);
  expect(await numbers({ state: "dismissed,confirmed" })).toEqual([1, 4, 6]);
  const answer = await list({ state: "ended" });
  expect(GhostsResponse.parse(answer)).toEqual(answer);
  expect(answer.rows[0]).toMatchObject({ state: "cleared", outcome: "ended", clearedAt: "2026-03-11T11:50:00.000Z" });
});

it("is listed for thirty days, and dismissed ones for as long as they stand", async () => {
  const answer = await list({ state: "ended", class: "nameless" });
  expect(answer.byState).toEqual({ cleared: 1, dismissed: 2, confirmed: 1 });
  expect(answer.byClass).toEqual({ nameless: 3, "hung-logon": 1 });
});

it("is shown once where the snapshot has it open again", async () => {
  site.publish({ ghosts: [cleared(3, 10, { state: "returned", clearedAt: null, outcome: null, returns: 1 })] });
  expect(await numbers({ state: "ended" })).not.toContain(3);
  expect((await numbers({ state: "all" })).filter((number) => number === 3)).toHaveLength(1);
});

it("is found by who and where it was, though the site has forgotten them", async () => {
  const gone = { ...on(9), user: "CORP\\former", userSource: "untrusted", deliveryGroup: "Closed" } as const;
  await store([cleared(9, 5, { ...gone, deliveryGroupKey: guid(3, 9) })]);
  const all = { state: "all" };
  expect(await numbers({ ...all, server: "srv0009" })).toEqual([9]);
  expect(await numbers({ ...all, server: guid(2, 9) })).toEqual([9]);
  expect(await numbers({ ...all, group: "CLOSED" })).toEqual([9]);
  expect(await numbers({ ...all, user: "former" })).toEqual([9]);
  expect(await numbers({ ...all, user: "former@CORP" })).toEqual([9]);
  await expect(list({ server: "srv0009" })).rejects.toMatchObject({ code: "not-found", field: "server" });
});

it("waits until it is in our tables: no version may come in which it is nowhere", async () => {
  const late = cleared(10, 0);
  const ghosts = new TestGhostDesk();
  ghosts.settle = async () => {
    await store([late]);
  };
  const { rows } = await readGhosts({ ...reading(), ghosts }, GhostsQuery.parse({ state: "cleared" }));
  expect(rows.map(({ id }) => id)).toContain(late.id);
});

describe("the memory of them", () => {
  const at = (now: number) =>
    readGhosts({ ...reading(), now }, GhostsQuery.parse({ state: "ended", limit: 500 })).then(({ rows }) =>
      rows.map(({ id }) => id),
    );
  const idOf = (number: number) => ghost(number).id;

  it("takes in what ended since, and lets go what is open again, dismissed or too old", async () => {
    await list({ state: "ended" });
    await store([cleared(11, 5), cleared(12, 10)]);
    expect(await numbers({ state: "ended" })).toEqual([11, 12, 3, 4, 2, 6]);
    const data = toIncidentRow("s", dismissed(11, 1));
    await temporary.desk.incident.update({ where: { id: idOf(11) }, data });
    site.publish({ ghosts: [cleared(12, 10, { state: "returned", clearedAt: null, outcome: null })] });
    expect(await numbers({ state: "ended" })).toEqual([11, 3, 4, 2, 6]);
    expect((await list({ state: "dismissed" })).rows[0]?.id).toBe(idOf(11));
    expect(await at(NOON + 30 * DAY - 20 * MINUTE)).toEqual([11, 3, 4, 6].map(idOf));
    expect(await at(NOON + 31 * DAY)).toEqual([11, 4, 6].map(idOf));
  });

  it("holds more than one page, each once, also where many ask at once", async () => {
    await store(Array.from({ length: 450 }, (_, number) => cleared(1000 + number, 5)));
    const answers = await Promise.all([at(NOON), at(NOON), at(NOON)]);
    for (const ids of answers) expect([ids.length, new Set(ids).size]).toEqual([454, 454]);
  });

  it("goes on after our own database was lost", async () => {
    const { desk } = temporary;
    const memory = new EndedGhosts(desk, "s");
    await desk.$executeRawUnsafe('ALTER TABLE "Incident" RENAME TO "Lost"');
    const failed = await Promise.allSettled([memory.read(NOON), memory.read(NOON)]);
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await desk.$executeRawUnsafe('ALTER TABLE "Lost" RENAME TO "Incident"');
    expect(await memory.read(NOON)).toHaveLength(4);
  });
});
