import * as fc from "fast-check";
import { expect, it } from "vitest";
import { CLEAR_REASONS, GHOST_CLASSES, INCIDENT_STATES, isOpen } from "./classes";
import type { Incident, IncidentEntry } from "./incident";
import { aFinding, NOON } from "./incident.fixture";
import type { IncidentEvent } from "./incident-event";
import { reduceIncident } from "./reduce-incident";

/** What holds for every order of events, however unlikely. */

const anInstant = fc.integer({ min: 0, max: 4 * 24 * 3_600_000 }).map((after) => NOON + after);
const somebody = fc.constantFrom("maria", "petr");

const anyFinding = fc
  .record({
    class: fc.constantFrom(...GHOST_CLASSES),
    confirmedBy: fc.constantFrom("second-read", "server", "never"),
    confidence: fc.constantFrom("sure", "likely", "possible"),
  })
  .map(aFinding);

const anyEvent: fc.Arbitrary<IncidentEvent> = fc.oneof(
  fc.record({ type: fc.constant("found"), finding: anyFinding, at: anInstant, id: fc.uuid() }),
  fc.record({ type: fc.constant("seen-again"), at: anInstant }),
  fc.record({ type: fc.constant("withdrawn"), reason: fc.constantFrom(...CLEAR_REASONS), at: anInstant }),
  fc.record({ type: fc.constantFrom("taken", "released", "reopened"), by: somebody, at: anInstant }),
  fc.record({ type: fc.constant("acting"), by: somebody, verb: fc.constantFrom("log-off", "hide"), at: anInstant }),
  fc.record({
    type: fc.constant("acted"),
    by: somebody,
    outcome: fc.constantFrom("verified", "failed"),
    at: anInstant,
  }),
  fc.record({ type: fc.constant("dismissed"), by: somebody, reason: fc.string({ minLength: 3 }), at: anInstant }),
);

/** Most histories go forward in time; some go back, as a site's clock may. */
const anyHistory = fc.oneof(
  fc.array(anyEvent, { maxLength: 40 }).map((events) => events.toSorted((a, b) => a.at - b.at)),
  fc.array(anyEvent, { maxLength: 20 }),
);

interface Life {
  readonly incident: Incident | null;
  readonly entries: readonly IncidentEntry[];
}

function live(events: readonly IncidentEvent[], from: Life = { incident: null, entries: [] }): Life {
  return events.reduce<Life>((life, event) => {
    const { incident, entries } = reduceIncident(life.incident, event);
    return { incident, entries: [...life.entries, ...entries] };
  }, from);
}

it("no order of events leaves the states, or one that contradicts itself", () => {
  void fc.assert(
    fc.property(anyHistory, (events) => {
      const { incident } = live(events);
      expect(incident === null).toBe(events.every(({ type }) => type !== "found"));
      if (!incident) return;
      expect(INCIDENT_STATES).toContain(incident.state);
      expect(incident.outcome !== null).toBe(incident.state === "cleared");
      expect(incident.dismissed !== null).toBe(incident.state === "dismissed");
      expect(incident.resting !== null).toBe(incident.state === "acting");
      if (isOpen(incident.state)) expect(incident.clearedAt).toBeNull();
      if (incident.state === "cleared") expect(incident.clearedAt).not.toBeNull();
      if (incident.state === "confirmed") expect(incident.confirmedAt).not.toBeNull();
      if (incident.state === "dismissed") expect(incident.taken).toBeNull();
    }),
  );
});

it("no order of events loses history: every change of the state has its line, and an incident keeps its beginning", () => {
  void fc.assert(
    fc.property(anyHistory, anyEvent, (events, event) => {
      const { incident: before } = live(events);
      const { incident: after, entries } = reduceIncident(before, event);
      if (!before || after?.id !== before.id) {
        expect(entries.map((entry) => entry.event)).toEqual(after ? ["suspected"] : []);
        expect(before !== null && isOpen(before.state)).toBe(false);
        return;
      }
      if (before.state !== after.state || before.class !== after.class) expect(entries.length).toBeGreaterThan(0);
      expect(entries.every(({ at }) => at === event.at)).toBe(true);
      expect([after.firstSeenAt, after.subject]).toEqual([before.firstSeenAt, before.subject]);
      expect(after.returns).toBeGreaterThanOrEqual(before.returns);
      expect(after.lastSeenAt).toBeGreaterThanOrEqual(Math.min(before.lastSeenAt, event.at));
      expect(after.firstActionAt).toBe(before.firstActionAt ?? (event.type === "acting" ? after.firstActionAt : null));
    }),
  );
});

it("what is read twice at the same instant changes nothing the second time", () => {
  const aRead = anyEvent.filter(({ type }) => type === "found" || type === "seen-again" || type === "withdrawn");
  void fc.assert(
    fc.property(anyHistory, aRead, (events, read) => {
      const once = reduceIncident(live(events).incident, read).incident;
      const twice = reduceIncident(once, read);
      expect(twice.incident).toBe(once);
      expect(twice.entries).toEqual([]);
    }),
  );
});

it("a suspect is confirmed by a second read only", () => {
  void fc.assert(
    fc.property(anyFinding, fc.integer({ min: 0, max: 30_000 }), (finding, after) => {
      const { incident } = live([
        { type: "found", finding, at: NOON, id: "a" },
        { type: "seen-again", at: NOON + after },
      ]);
      const isConfirmed = finding.confirmedBy === "second-read" && after >= 10_000;
      expect(incident?.state).toBe(isConfirmed ? "confirmed" : "suspect");
    }),
  );
});

it("the order in which different subjects are read does not matter", () => {
  const subjects = ["a", "b", "c"] as const;
  const aStep = fc.record({ subject: fc.constantFrom(...subjects), event: anyEvent });
  void fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      const together = new Map<string, Life>();
      for (const { subject, event } of steps) together.set(subject, live([event], together.get(subject)));
      for (const each of subjects) {
        const alone = live(steps.filter(({ subject }) => subject === each).map(({ event }) => event));
        expect(together.get(each) ?? { incident: null, entries: [] }).toEqual(alone);
      }
    }),
  );
});
