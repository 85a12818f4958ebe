import { describe, expect, it } from "vitest";
import type { Incident } from "./incident";
import { aFinding, anIncident, NOON } from "./incident.fixture";
import type { IncidentEvent, Reduction } from "./incident-event";
import { reduceIncident } from "./reduce-incident";

const SECOND = 1_000;
const DAY = 24 * 3_600_000;
const ID = "00000009-0000-4000-8000-00000000ffff";

const found = (at: number, facts: Parameters<typeof aFinding>[0] = {}): IncidentEvent => ({
  ...{ type: "found", finding: aFinding(facts), at, id: ID },
});
const seen = (at: number): IncidentEvent => ({ type: "seen-again", at });
const withdrawn = (at: number): IncidentEvent => ({ type: "withdrawn", reason: "ended", at });
const byMaria = <TType extends string>(type: TType, at: number) => ({ type, by: "maria", at });

const cleared = anIncident(1, { state: "cleared", clearedAt: NOON, outcome: "recovered" });
const dismissal = { by: "maria", reason: "A test account.", at: NOON };
const dismissed = anIncident(1, { state: "dismissed", dismissed: dismissal });
const confirmed = anIncident(1, { state: "confirmed", confirmedAt: NOON + 10 * SECOND });
const returned = anIncident(1, { state: "returned", returns: 1 });
const acting = anIncident(1, { state: "acting", resting: "confirmed", confirmedAt: NOON, firstActionAt: NOON });

const lines = ({ entries }: Reduction<Incident | null>) => entries.map(({ event, by, detail }) => [event, by, detail]);
const isUntouched = (incident: Incident, event: IncidentEvent) => {
  const reduced = reduceIncident(incident, event);
  return reduced.incident === incident && reduced.entries.length === 0;
};

describe("a finding", () => {
  it("begins an incident: a suspect, first and last seen now, with all that it says", () => {
    const { incident, entries } = reduceIncident(null, found(NOON));
    expect(incident).toEqual(anIncident(0xffff));
    expect(entries).toEqual([{ at: NOON, event: "suspected", by: null, detail: null }]);
  });

  it.each([
    { after: 9_999, confirmedBy: "second-read", state: "suspect" },
    { after: 10_000, confirmedBy: "second-read", state: "confirmed" },
    { after: 86_400_000, confirmedBy: "server", state: "suspect" },
    { after: 86_400_000, confirmedBy: "never", state: "suspect" },
  ] as const)("that $confirmedBy confirms is $state after $after ms", ({ after, confirmedBy, state }) => {
    const suspect = anIncident(1, { confirmedBy });
    for (const event of [seen(NOON + after), found(NOON + after, { confirmedBy })]) {
      const reduced = reduceIncident(suspect, event);
      expect(reduced.incident).toMatchObject({ state, confirmedAt: state === "confirmed" ? NOON + after : null });
      expect(lines(reduced)).toEqual(state === "confirmed" ? [["confirmed", null, null]] : []);
    }
  });

  it("is confirmed by the read in which its server was heard at last, if that is a second one", () => {
    const suspect = anIncident(1, { confirmedBy: "server" });
    expect(reduceIncident(suspect, found(NOON + 9_999)).incident).toMatchObject({ state: "suspect" });
    expect(reduceIncident(suspect, found(NOON + 10_000)).incident).toMatchObject({ state: "confirmed" });
  });

  it("that says the same at the same time changes nothing, nor does one that was only seen again", () => {
    expect(isUntouched(anIncident(1), found(NOON))).toBe(true);
    expect(isUntouched(anIncident(1), seen(NOON))).toBe(true);
    expect(reduceIncident(confirmed, seen(NOON + 60_000))).toEqual({
      incident: { ...confirmed, lastSeenAt: NOON + 60_000 },
      entries: [],
    });
  });

  it("that says something new is told, without a line of history", () => {
    const news = { confidence: "sure", next: "log-off", since: NOON - 1, evidence: [] } as const;
    const reduced = reduceIncident(confirmed, found(NOON + 60_000, news));
    expect(reduced.incident).toEqual({ ...confirmed, ...news, lastSeenAt: NOON + 60_000 });
    expect(reduced.entries).toEqual([]);
  });

  it("keeps who was hurt, and who and where it is, when a later one knows less", () => {
    const known = {
      user: "CORP\\jnovak",
      userKey: "S-1-5-21-1",
      userSource: "untrusted",
      userFullName: "Jana",
    } as const;
    const before = anIncident(1, { ...known, hurt: { launches: 3, lastAt: NOON } });
    const less = found(NOON + 1, { machine: null, machineKey: null, hurt: { launches: 1, lastAt: NOON - 1 } });
    const { incident } = reduceIncident(before, less);
    expect(incident).toEqual({ ...before, lastSeenAt: NOON + 1 });
    const better = found(NOON + 2, {
      user: "CORP\\other",
      userSource: "user",
      hurt: { launches: 4, lastAt: NOON + 2 },
    });
    expect(reduceIncident(incident, better).incident).toMatchObject({
      ...{ user: "CORP\\other", userKey: null, userSource: "user", hurt: { launches: 4, lastAt: NOON + 2 } },
    });
  });
});

describe("another class of the same ghost", () => {
  it("stays the same incident; a suspect is seen for the first time as that", () => {
    const reduced = reduceIncident(anIncident(1), found(NOON + 10 * SECOND, { class: "hung-logon" }));
    const now = NOON + 10 * SECOND;
    expect(reduced.incident).toMatchObject({ id: anIncident(1).id, class: "hung-logon", state: "suspect" });
    expect(reduced.incident).toMatchObject({ firstSeenAt: NOON, suspectedAt: now, lastSeenAt: now });
    expect(lines(reduced)).toEqual([["class-changed", null, "nameless"]]);
    expect(reduceIncident(reduced.incident, seen(now + 9_999)).incident.state).toBe("suspect");
    expect(reduceIncident(reduced.incident, seen(now + 10_000)).incident.state).toBe("confirmed");
  });

  it.each([
    { before: confirmed, confirmedBy: "second-read", state: "confirmed", resting: null },
    { before: confirmed, confirmedBy: "server", state: "suspect", resting: null },
    { before: confirmed, confirmedBy: "never", state: "suspect", resting: null },
    { before: acting, confirmedBy: "second-read", state: "acting", resting: "confirmed" },
    { before: acting, confirmedBy: "server", state: "acting", resting: "suspect" },
    { before: returned, confirmedBy: "server", state: "returned", resting: null },
  ] as const)("a $before.state one that now $confirmedBy confirms is $state", ({ before, confirmedBy, ...after }) => {
    const reduced = reduceIncident(before, found(NOON + DAY, { class: "named-gone", confirmedBy }));
    expect(reduced.incident).toMatchObject({ class: "named-gone", ...after });
    expect(lines(reduced)).toEqual([["class-changed", null, "nameless"]]);
  });
});

describe("the end of a finding", () => {
  it.each([anIncident(1), confirmed, returned, acting])("clears what is open, $state too", (incident) => {
    const reduced = reduceIncident(incident, withdrawn(NOON + 60_000));
    const end = { state: "cleared", clearedAt: NOON + 60_000, outcome: "ended", resting: null } as const;
    expect(reduced.incident).toEqual({ ...incident, ...end });
    expect(lines(reduced)).toEqual([["cleared", null, "ended"]]);
  });

  it("keeps who worked on it", () => {
    const taken = { by: "maria", at: NOON };
    expect(reduceIncident(anIncident(1, { taken }), withdrawn(NOON + 1)).incident.taken).toEqual(taken);
  });

  it("is nothing to one that ended, or that never was", () => {
    expect(isUntouched(cleared, withdrawn(NOON + 1))).toBe(true);
    expect(reduceIncident(null, withdrawn(NOON))).toEqual({ incident: null, entries: [] });
    expect(reduceIncident(null, seen(NOON))).toEqual({ incident: null, entries: [] });
  });
});

describe("a ghost that comes back", () => {
  it.each([DAY - 1, DAY])("within a day (%i ms) is the same one, open again", (after) => {
    const before = { ...cleared, taken: { by: "maria", at: NOON }, confirmedAt: NOON - 1 };
    const reduced = reduceIncident(before, found(NOON + after));
    expect(reduced.incident).toMatchObject({
      ...{ id: before.id, state: "returned", returns: 1, clearedAt: null, outcome: null, taken: null },
      ...{ firstSeenAt: before.firstSeenAt, confirmedAt: null, lastSeenAt: NOON + after },
    });
    expect(lines(reduced)).toEqual([["returned", null, null]]);
  });

  it("later than a day is another one", () => {
    const reduced = reduceIncident(cleared, found(NOON + DAY + 1));
    expect(reduced.incident).toMatchObject({ id: ID, state: "suspect", returns: 0, firstSeenAt: NOON + DAY + 1 });
    expect(lines(reduced)).toEqual([["suspected", null, null]]);
  });

  it("stays returned until it is cleared, and counts each time", () => {
    const back = reduceIncident(cleared, found(NOON + 1)).incident;
    expect(reduceIncident(back, seen(NOON + DAY)).incident.state).toBe("returned");
    const again = reduceIncident(reduceIncident(back, withdrawn(NOON + 2)).incident, found(NOON + 3)).incident;
    expect(again).toMatchObject({ state: "returned", returns: 2 });
  });

  it("as another class says so", () => {
    const reduced = reduceIncident(cleared, found(NOON + 1, { class: "hung-logon" }));
    expect(lines(reduced)).toEqual([
      ["returned", null, null],
      ["class-changed", null, "nameless"],
    ]);
  });
});

describe("a dismissed one", () => {
  it("stays dismissed while its finding goes on, whatever that says", () => {
    for (const event of [found(NOON + DAY * 9), found(NOON, { class: "named-gone" }), seen(NOON + DAY)]) {
      expect(isUntouched(dismissed, event)).toBe(true);
    }
  });

  it("that was only old is a suspect again when it is found gone or hung: that is another matter", () => {
    const old = { ...dismissed, ...aFinding({ class: "just-old" }) };
    expect(isUntouched(old, found(NOON + DAY, { class: "just-old" }))).toBe(true);
    for (const before of [old, { ...old, clearedAt: NOON + DAY }]) {
      const reduced = reduceIncident(before, found(NOON + DAY, { class: "named-gone" }));
      expect(reduced.incident).toMatchObject({
        ...{ id: old.id, class: "named-gone", state: "suspect", suspectedAt: NOON + DAY, firstSeenAt: NOON },
        ...{ dismissed: null, clearedAt: null, confirmedAt: null },
      });
      expect(lines(reduced)).toEqual([
        ["suspected", null, null],
        ["class-changed", null, "just-old"],
      ]);
    }
  });

  it("keeps when its subject went, and stays dismissed if that is back within a day", () => {
    const gone = reduceIncident(dismissed, withdrawn(NOON + 5));
    expect(gone).toEqual({ incident: { ...dismissed, clearedAt: NOON + 5 }, entries: [] });
    expect(isUntouched(gone.incident, withdrawn(NOON + 6))).toBe(true);
    expect(reduceIncident(gone.incident, found(NOON + 5 + DAY))).toEqual({ incident: dismissed, entries: [] });
    expect(reduceIncident(gone.incident, found(NOON + 6 + DAY)).incident).toMatchObject({ id: ID, state: "suspect" });
  });

  it.each([dismissed, { ...dismissed, clearedAt: NOON + 5, confirmedAt: NOON }])(
    "reopened is a suspect",
    (incident) => {
      const reduced = reduceIncident(incident, byMaria("reopened", NOON + DAY));
      expect(reduced.incident).toEqual({
        ...anIncident(1),
        ...{ state: "suspect", suspectedAt: NOON + DAY, dismissed: null, clearedAt: null, confirmedAt: null },
      });
      expect(lines(reduced)).toEqual([["reopened", "maria", null]]);
      expect(reduceIncident(reduced.incident, seen(NOON + DAY + 9_999)).incident.state).toBe("suspect");
      expect(reduceIncident(reduced.incident, seen(NOON + DAY + 10_000)).incident.state).toBe("confirmed");
    },
  );
});
