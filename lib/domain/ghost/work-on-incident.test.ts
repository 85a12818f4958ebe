import { describe, expect, it } from "vitest";
import type { Incident } from "./incident";
import { anIncident, NOON } from "./incident.fixture";
import type { IncidentEvent, Reduction } from "./incident-event";
import { reduceIncident } from "./reduce-incident";

const seen = (at: number): IncidentEvent => ({ type: "seen-again", at });
const withdrawn = (at: number): IncidentEvent => ({ type: "withdrawn", reason: "ended", at });
const byMaria = <TType extends string>(type: TType, at: number) => ({ type, by: "maria", at });

const cleared = anIncident(1, { state: "cleared", clearedAt: NOON, outcome: "recovered" });
const dismissal = { by: "maria", reason: "A test account.", at: NOON };
const confirmed = anIncident(1, { state: "confirmed", confirmedAt: NOON + 10_000 });
const returned = anIncident(1, { state: "returned", returns: 1 });
const acting = anIncident(1, { state: "acting", resting: "confirmed", confirmedAt: NOON, firstActionAt: NOON });

const lines = ({ entries }: Reduction<Incident | null>) => entries.map(({ event, by, detail }) => [event, by, detail]);
const isUntouched = (incident: Incident, event: IncidentEvent) => {
  const reduced = reduceIncident(incident, event);
  return reduced.incident === incident && reduced.entries.length === 0;
};

describe("what people do", () => {
  it("takes and releases what is open", () => {
    const taken = reduceIncident(confirmed, byMaria("taken", NOON));
    expect(taken.incident).toEqual({ ...confirmed, taken: { by: "maria", at: NOON } });
    expect(lines(taken)).toEqual([["taken", "maria", null]]);
    expect(isUntouched(taken.incident, byMaria("taken", NOON + 1))).toBe(true);
    const over = reduceIncident(taken.incident, { type: "taken", by: "petr", at: NOON + 1 });
    expect(over.incident.taken).toEqual({ by: "petr", at: NOON + 1 });
    const free = reduceIncident(over.incident, { type: "released", by: null, at: NOON + 2 });
    expect([free.incident.taken, lines(free)]).toEqual([null, [["released", null, null]]]);
    expect(isUntouched(free.incident, byMaria("released", NOON + 3))).toBe(true);
  });

  it.each([anIncident(1), confirmed, returned, acting])("dismisses what is open, $state too", (incident) => {
    const event = { ...byMaria("dismissed", NOON), reason: "A test account." };
    const reduced = reduceIncident({ ...incident, taken: { by: "petr", at: NOON } }, event);
    const after = { state: "dismissed", dismissed: dismissal, resting: null, taken: null } as const;
    expect(reduced.incident).toEqual({ ...incident, ...after });
    expect(lines(reduced)).toEqual([["dismissed", "maria", "A test account."]]);
  });

  it("changes nothing of what ended, nor reopens what is not dismissed", () => {
    const events = [
      ...[byMaria("taken", NOON), byMaria("released", NOON), byMaria("reopened", NOON)],
      { ...byMaria("dismissed", NOON), reason: "Over." },
      { ...byMaria("acting", NOON), verb: "log-off" },
    ] as const;
    for (const event of events) expect(isUntouched(cleared, event)).toBe(true);
    expect(isUntouched(confirmed, byMaria("reopened", NOON))).toBe(true);
  });

  it.each([anIncident(1), confirmed, returned])("acts, and goes back to $state where that did not end it", (before) => {
    const act = reduceIncident(before, { ...byMaria("acting", NOON + 1), verb: "log-off" });
    expect(act.incident).toEqual({ ...before, state: "acting", resting: before.state, firstActionAt: NOON + 1 });
    expect(lines(act)).toEqual([["acting", "maria", "log-off"]]);
    const more = reduceIncident(act.incident, { ...byMaria("acting", NOON + 2), verb: "restart-agent" });
    expect(more.incident).toEqual(act.incident);
    const end = reduceIncident(more.incident, { ...byMaria("acted", NOON + 3), outcome: "unknown" });
    expect(end.incident).toEqual({ ...before, firstActionAt: NOON + 1 });
    expect(lines(end)).toEqual([["acted", "maria", "unknown"]]);
  });

  it("a second read confirms while somebody acts", () => {
    const act = reduceIncident(anIncident(1), { ...byMaria("acting", NOON), verb: "log-off" }).incident;
    const seenAgain = reduceIncident(act, seen(NOON + 10_000));
    expect(seenAgain.incident).toMatchObject({ state: "acting", resting: "confirmed", confirmedAt: NOON + 10_000 });
    expect(lines(seenAgain)).toEqual([["confirmed", null, null]]);
  });

  it("keeps an action's answer that came after the ghost was gone", () => {
    const gone = reduceIncident(acting, withdrawn(NOON + 1)).incident;
    const reduced = reduceIncident(gone, { ...byMaria("acted", NOON + 2), outcome: "verified" });
    expect(reduced.incident).toBe(gone);
    expect(lines(reduced)).toEqual([["acted", "maria", "verified"]]);
  });
});
