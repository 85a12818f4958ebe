import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BEGAN, HOUR, MINUTE } from "../ghost/facts.fixture";
import type { Session } from "../site";
import { endsOf } from "./deadline-of";
import { TIMERS } from "./life";
import type { LimitSource, MachineTimer, Standby } from "./limits";
import { limitsOf } from "./limits-of";
import { book, session, standby } from "./sessions.fixture";

const anyMs = fc.constantFrom(0, 1, MINUTE, HOUR, 24 * HOUR);
const anyInstant = fc.integer({ min: -24, max: 24 }).map((hours) => BEGAN + hours * HOUR);
const anyTimers = fc.array(
  fc.record<MachineTimer>({
    timer: fc.constantFrom("idle", "disconnected", "connection"),
    ms: anyMs,
    source: fc.constantFrom("rds-group-policy", "rds-listener", "citrix-policy"),
  }),
  { maxLength: 6 },
);
const anyStandby = fc.array(
  fc
    .record({
      kind: fc.constantFrom<Standby["kind"][]>("linger", "pre-launch"),
      disconnectMs: anyMs,
      terminateMs: anyMs,
    })
    .chain((setting) => fc.boolean().map((enabled) => standby(setting.kind, { ...setting, enabled }))),
  { maxLength: 3 },
);
const anyBook = fc
  .record({ machine: fc.option(anyTimers), standby: anyStandby, groups: fc.boolean(), endsAtLimit: fc.boolean() })
  .map(book);
const anySession = fc
  .record<Partial<Session>>({
    state: fc.constantFrom("Active", "Connected", "Disconnected", "Reconnecting", "Other", "PreparingSession", "7"),
    appState: fc.constantFrom("PreLogon", "PreLaunched", "Active", "Desktop", "Lingering", "NoApps", null, "9"),
    appSince: fc.option(anyInstant),
    idleSince: fc.option(anyInstant),
    since: anyInstant,
    startedAt: fc.option(anyInstant),
    brokeredAt: fc.option(anyInstant),
    logOnStartedAt: fc.option(anyInstant),
    sessionSupport: fc.constantFrom("MultiSession", "SingleSession", "Unknown", null),
    sessionType: fc.constantFrom("Application", "Desktop", null),
    protocol: fc.constantFrom("HDX", "RDP", "Console", null),
    connectionMode: fc.constantFrom("Brokered", "Unbrokered", null),
  })
  .map((facts) => session(facts));

/** Sources of limits that do not drive sessions of such machines. */
const NEVER_OF: Readonly<Record<string, readonly LimitSource[]>> = {
  MultiSession: ["citrix-policy", "group-power-policy"],
  SingleSession: ["rds-group-policy", "rds-listener"],
  Unknown: ["citrix-policy", "group-power-policy", "rds-group-policy", "rds-listener"],
};

describe("any session and any limits", () => {
  it("show no Citrix timer for a server, and no Windows limit or power rule for anything but what has it", () => {
    fc.assert(
      fc.property(anySession, anyBook, (found, limits) => {
        const sources = limitsOf(found, limits).map((limit) => (limit.kind === "unknown" ? null : limit.source));
        const others = NEVER_OF[found.sessionSupport ?? "Unknown"] ?? [];
        expect(sources.filter((source) => source !== null && others.includes(source))).toEqual([]);
      }),
    );
  });

  it("come to the earliest of the limits that are set, or to none", () => {
    fc.assert(
      fc.property(anySession, anyBook, (found, limits) => {
        const ends = endsOf(found, limits);
        const running = limitsOf(found, limits);
        for (const timer of ends.unknown) expect(running.map((limit) => limit.timer)).toContain(timer);
        if (ends.at === null) {
          const set = running.filter(({ kind }) => kind === "set").map(({ timer }) => timer);
          expect(ends.unknown).toEqual(expect.arrayContaining(set));
        } else {
          expect(running).toContainEqual(expect.objectContaining({ timer: ends.timer, kind: "set", ms: ends.limitMs }));
          expect(ends.limitMs).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("say each timer once, and only of sessions with a place in the diagram", () => {
    fc.assert(
      fc.property(anySession, anyBook, (found, limits) => {
        const timers = limitsOf(found, limits).map(({ timer }) => timer);
        expect([...new Set(timers)]).toEqual(timers);
        const ends = endsOf(found, limits);
        const apart = ends.at === null && ["starting", "not-brokered", "state-unknown"].includes(ends.why);
        if (apart) expect(timers).toEqual([]);
        else expect(timers.length).toBeGreaterThan(0);
        expect(TIMERS).toEqual(expect.arrayContaining(timers));
      }),
    );
  });
});
