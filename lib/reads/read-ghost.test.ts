import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GhostResponse } from "@/lib/api/contract/ghosts";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { toIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import type { Claim } from "@/lib/domain/ghost/evidence";
import type { Incident, IncidentEntry } from "@/lib/domain/ghost/incident";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { readGhost } from "./read-ghost";
import { aMachine, aPerson, aSession, aSource, guid, NOON, readingAt, TestSite } from "./site.fixture";

let temporary: TemporaryDesk;
let site: TestSite;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  site = new TestSite();
  site.sources = [
    aSource({ asOf: NOON - 4000 }),
    aSource({ name: "broker", asOf: NOON - 20_000 }),
    aSource({ name: "sdk", state: "absent", asOf: null }),
  ];
});
afterEach(() => temporary.remove());

const read = (id: string, ghosts = new TestGhostDesk()) =>
  readGhost({ ...readingAt(site), desk: temporary.desk, siteId: "s", ghosts }, id);

async function store(incident: Incident, entries: readonly IncidentEntry[] = [], siteId = "s"): Promise<void> {
  await temporary.desk.incident.create({ data: toIncidentRow(siteId, incident) });
  for (const { at, by, ...entry } of entries) {
    const row = { ...entry, at: new Date(at), actor: by, siteId, incidentId: incident.id };
    await temporary.desk.incidentEntry.create({ data: row });
  }
}

const claim = (facts: Partial<Claim>): Claim => ({
  ...{ field: "user", value: { kind: "none" }, stance: "agrees", source: "monitor", saidAt: null },
  ...facts,
});
const saidAts = async (id: string) => (await read(id)).ghost.evidence.map(({ source, saidAt }) => [source, saidAt]);

describe("one ghost", () => {
  it("has its row, its evidence, and its history, oldest first", async () => {
    const open = anIncident(1, {
      ...{ state: "confirmed", confirmedAt: NOON + 10_000, lastSeenAt: NOON + 20_000 },
      hurt: { launches: 3, lastAt: NOON - 60_000 },
      evidence: [
        claim({}),
        claim({ field: "machineStarted", value: { kind: "instant", at: NOON - 1000 }, stance: "disagrees" }),
      ],
    });
    await store(open, [
      { at: NOON, event: "suspected", by: null, detail: null },
      { at: NOON, event: "confirmed", by: null, detail: null },
      { at: NOON, event: "taken", by: "maria", detail: null },
    ]);
    await store(anIncident(2), [{ at: NOON, event: "dismissed", by: "x", detail: "another's" }]);
    site.publish({ machines: [aMachine(1)], ghosts: [open] });
    const answer = await read(open.id);
    expect(GhostResponse.parse(answer)).toEqual(answer);
    expect(answer.ghost).toMatchObject({
      ...{ id: open.id, state: "confirmed", confirmedAt: "2026-03-11T12:00:10.000Z", failedLaunches: 3 },
      ...{ lastSeenAt: "2026-03-11T12:00:20.000Z", lastFailedLaunchAt: "2026-03-11T11:59:00.000Z", dismissed: null },
      evidence: [
        { field: "user", value: { kind: "none" }, stance: "agrees", source: "monitor" },
        { value: { kind: "instant", at: "2026-03-11T11:59:59.000Z" }, stance: "disagrees" },
      ],
    });
    expect(answer.ghost.history.map(({ event, by }) => [event, by])).toEqual([
      ["suspected", null],
      ["confirmed", null],
      ["taken", "maria"],
    ]);
  });

  it("is shown as the snapshot has it, with a history that waited for its last line", async () => {
    const before = anIncident(1);
    await store(before);
    site.publish({ ghosts: [{ ...before, state: "confirmed" }] });
    const ghosts = new TestGhostDesk();
    ghosts.settle = async () => {
      const line = { siteId: "s", incidentId: before.id, at: new Date(NOON), event: "confirmed" };
      await temporary.desk.incidentEntry.create({ data: line });
    };
    const { ghost } = await read(before.id, ghosts);
    expect([ghost.state, ghost.history.map(({ event }) => event)]).toEqual(["confirmed", ["confirmed"]]);
  });

  it("stays to be read after its end, and after its session and machine left the site", async () => {
    const dismissed = { by: "maria", reason: "A monitoring robot.", at: NOON - 100 };
    await store(anIncident(1, { state: "dismissed", dismissed }));
    site.publish({});
    const { ghost } = await read(anIncident(1).id);
    expect(ghost).toMatchObject({
      ...{ state: "dismissed", othersOnMachine: null },
      dismissed: { by: "maria", reason: "A monitoring robot.", at: "2026-03-11T11:59:59.900Z" },
    });
  });

  it.each(["nothing", anIncident(2).id])("is not found as %s, nor on another site", async (id) => {
    await store(anIncident(2), [], "other");
    site.publish({});
    await expect(read(id)).rejects.toMatchObject({
      code: "not-found",
      field: "id",
      message: "There is no such ghost.",
    });
  });
});

describe("when a claim was said", () => {
  const evidence = [
    claim({ saidAt: NOON - 90_000 }),
    claim({ source: "monitor" }),
    claim({ source: "broker" }),
    claim({ source: "sdk" }),
    claim({ source: "history" }),
    claim({ source: "settings" }),
    claim({ source: "server" }),
    claim({ source: "server", saidAt: NOON - 30_000 }),
  ];
  const own = "2026-03-11T11:58:30.000Z";
  const server = "2026-03-11T11:59:30.000Z";

  it("is with the source's last read while the incident is open", async () => {
    const [monitor, broker] = ["2026-03-11T11:59:56.000Z", "2026-03-11T11:59:40.000Z"];
    const open = anIncident(1, { evidence });
    await store(open);
    site.publish({ ghosts: [open] });
    expect(await saidAts(open.id)).toEqual([
      ...[
        ["monitor", own],
        ["monitor", monitor],
        ["broker", broker],
        ["sdk", null],
      ],
      ...[
        ["history", monitor],
        ["settings", monitor],
        ["server", null],
        ["server", server],
      ],
    ]);
  });

  it("is the end of an incident that is over", async () => {
    const end = "2026-03-11T11:59:58.000Z";
    await store(anIncident(1, { evidence, state: "cleared", outcome: "ended", clearedAt: NOON - 2000 }));
    site.publish({});
    expect(await saidAts(anIncident(1).id)).toEqual([
      ...[
        ["monitor", own],
        ["monitor", end],
        ["broker", end],
        ["sdk", end],
      ],
      ...[
        ["history", end],
        ["settings", end],
        ["server", null],
        ["server", server],
      ],
    ]);
  });
});

describe("others on its machine", () => {
  const on = { machine: "SRV0001", machineKey: guid(2, 1) };
  const jana = aPerson(1, "CORP\\jnovak");
  const of = (account: string, key: string | null = account) => ({ ...on, user: account, userKey: key });
  const subject = { kind: "session", key: guid(1, 1) } as const;
  const sessions = [
    aSession(1, of(jana.account, jana.key)),
    aSession(2, of(jana.account, jana.key)),
    aSession(3, of("corp\\JNOVAK", null)),
    aSession(4, of("CORP\\b")),
    aSession(5, of("CORP\\b")),
    aSession(6, of("CORP\\c", null)),
    aSession(7, on),
    aSession(8, { ...of("CORP\\d"), machine: "SRV0002", machineKey: guid(2, 2) }),
  ];
  const countOf = async (facts: Partial<Incident>) => {
    const open = anIncident(1, { subject, ...facts });
    site.publish({ machines: [aMachine(1), aMachine(2)], people: [jana], sessions, ghosts: [open] });
    return (await read(open.id)).ghost.othersOnMachine;
  };

  it("are people, each once, without the one it is about", async () => {
    expect(await countOf({ user: jana.account, userKey: jana.key })).toBe(2);
  });

  it("are all people where nobody is named, or the machine itself is meant", async () => {
    expect(await countOf({})).toBe(3);
    expect(await countOf({ subject: { kind: "machine", key: guid(2, 1) } })).toBe(3);
  });

  it.each([null, guid(2, 77)])("are unknown on the machine %s", async (machineKey) => {
    expect(await countOf({ machineKey })).toBeNull();
  });
});
