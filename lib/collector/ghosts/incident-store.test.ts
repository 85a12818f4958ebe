import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Incident } from "@/lib/domain/ghost/incident";
import { anIncident, NOON } from "@/lib/domain/ghost/incident.fixture";
import type { IncidentEvent } from "@/lib/domain/ghost/incident-event";
import { fromIncidentRow, readIncident, toIncidentRow } from "./incident-rows";
import { IncidentStore, type WaitingStep } from "./incident-store";
import { findingOf, KeeperWorld, sessionSubject } from "./keeper.fixture";

let world: KeeperWorld;
let store: IncidentStore;
const written: (readonly string[])[] = [];
beforeEach(async () => {
  world = await KeeperWorld.make();
  written.length = 0;
  const onWritten = (after: ReadonlyMap<string, Incident>) => written.push([...after.keys()]);
  store = new IncidentStore({ desk: world.desk, siteId: "site", onWritten });
});
afterEach(() => world.close());

const step = (key: string, event: IncidentEvent | null, isQuiet = false): WaitingStep => ({
  ...{ subject: sessionSubject(key), event, isQuiet },
});
const foundStep = (key: string, at: number, launches = 0, isQuiet = false): WaitingStep => {
  const finding = findingOf(key, { hurt: { launches, lastAt: null } });
  return step(key, { type: "found", finding, at, id: `${key}-${at}` }, isQuiet);
};

describe("incidents in our own tables", () => {
  it.each([
    anIncident(1),
    anIncident(2, {
      ...{
        state: "acting",
        resting: "returned",
        returns: 3,
        since: NOON - 90 * 24 * 3_600_000,
        graceMs: 8_000_000_000,
      },
      ...{ confirmedAt: NOON + 1, firstActionAt: NOON + 2, taken: { by: "Zoë", at: NOON + 3 }, confidence: "sure" },
      ...{ user: "CORP\\jürgen 語", userKey: "S-1-5-21-1", userSource: "client", userFullName: "Jürgen 😀" },
      ...{ hurt: { launches: 2, lastAt: NOON }, next: null, deliveryGroup: null, sessionSupport: null },
    }),
    anIncident(3, { state: "cleared", clearedAt: NOON + 9, outcome: "server-lists-it", evidence: [] }),
    anIncident(4, {
      ...{ subject: { kind: "machine", key: "m" }, class: "failure-trace", state: "dismissed", clearedAt: NOON + 9 },
      dismissed: { by: "maria", reason: "x".repeat(500), at: NOON },
    }),
  ] satisfies Incident[])("come back as they were: $state", async (incident) => {
    await world.desk.incident.create({ data: toIncidentRow("site", incident) });
    expect(await readIncident(world.desk, "site", incident.id)).toEqual(incident);
    expect(await readIncident(world.desk, "another site", incident.id)).toBeNull();
  });

  it("that this program cannot read are left out; evidence of fields it does not have, too", async () => {
    const row = toIncidentRow("site", anIncident(1));
    expect(fromIncidentRow({ ...row, class: "poltergeist" })).toBeNull();
    const [claim] = anIncident(1).evidence;
    const evidence = JSON.stringify([{ ...claim, field: "aura" }, claim]);
    expect(fromIncidentRow({ ...row, evidence })?.evidence).toEqual([claim]);
    expect(fromIncidentRow({ ...row, evidence: "no JSON", hurt: "" })).toMatchObject({
      ...{ evidence: [], hurt: { launches: 0, lastAt: null } },
    });
  });

  it("are read at a start: open, standing though dismissed, or ended within a day", async () => {
    const day = 24 * 3_600_000;
    const session = (key: string) => ({ subject: sessionSubject(key) });
    const dismissed = { by: "maria", reason: "A robot.", at: NOON - 5 * day };
    const rows = [
      anIncident(1, { ...session("a"), state: "returned" }),
      anIncident(2, { ...session("b"), state: "cleared", outcome: "ended", clearedAt: NOON - day }),
      anIncident(3, { ...session("c"), state: "cleared", outcome: "ended", clearedAt: NOON - day - 1 }),
      anIncident(4, { ...session("d"), state: "dismissed", dismissed }),
      anIncident(5, { ...session("e"), state: "dismissed", dismissed, clearedAt: NOON - 4 * day }),
    ].map((incident) => toIncidentRow("site", incident));
    await world.desk.incident.createMany({ data: rows });
    await world.desk.incident.create({ data: toIncidentRow("elsewhere", anIncident(6)) });
    const { incidents, lastEndedAt } = await store.read(NOON);
    expect(incidents.map(({ subject }) => subject.key).sort()).toEqual(["a", "b", "d"]);
    expect(lastEndedAt).toBe(NOON - day);
  });
});

describe("the store of incidents", () => {
  it("writes in order, in parts, and says what came of each subject", async () => {
    store.add(Array.from({ length: 60 }, (_, number) => foundStep(`s${number}`, NOON + number)));
    store.add([step("s0", { type: "seen-again", at: NOON + 20_000 }), step("s1", null)]);
    await store.settle();
    expect(store.waiting).toEqual([]);
    expect(written.map(({ length }) => length)).toEqual([25, 25, 12]);
    const rows = await world.incidents();
    expect(rows.map(({ subjectKey }) => subjectKey)).toEqual(Array.from({ length: 60 }, (_, number) => `s${number}`));
    expect(await world.history(`s0-${NOON}`)).toEqual(["suspected 0", "confirmed 20000"]);
  });

  it("keeps the last of many findings that say nothing for the history while the database is away", async () => {
    await world.lose();
    store.add([foundStep("a", NOON)]);
    for (let launches = 1; launches <= 2_000; launches += 1) {
      store.add([
        foundStep("a", NOON + launches, launches, true),
        foundStep("b", NOON + launches, launches, launches > 1),
      ]);
    }
    await expect(store.settle()).rejects.toMatchObject({ code: "unavailable" });
    expect(store.waiting.length).toBeLessThan(500);
    await world.bringBack();
    await store.settle();
    const hurt = (await world.incidents()).map((row) => fromIncidentRow(row)?.hurt.launches);
    expect(hurt).toEqual([2_000, 2_000]);
    expect(await world.history(`a-${NOON}`)).toEqual(["suspected 0", "confirmed 10000"].slice(0, 1));
  });
});
