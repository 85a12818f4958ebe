import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsOf, isOverdue } from "@/lib/domain/session/deadline-of";
import { STANDING_STATES } from "@/lib/domain/session/life";
import type { GroupLimits, PowerRule } from "@/lib/domain/session/limits";
import { placeOf } from "@/lib/domain/session/place";
import type { Instant, Session } from "@/lib/domain/site";
import { aGroup, aMachine, aSession, aStandby, guid, machineTimers, NOON, TestSite } from "./site.fixture";
import { siteIndex } from "./site-index";
import { countPlaces, countWhys, endingsOf, slotsInScope } from "./timeouts-index";

/** What the index keeps over the versions is what the rules say of every session anew. */

const MINUTE = 60_000;
const SCOPES = [
  { groupKey: null, machineKey: null },
  { groupKey: guid(3, 1), machineKey: null },
  { groupKey: null, machineKey: guid(2, 1) },
  { groupKey: guid(3, 2), machineKey: guid(2, 2) },
] as const;

const rule = (disconnect: number, extended: number): PowerRule => ({
  ...{ disconnectMs: disconnect * MINUTE, disconnectAction: "Suspend" },
  ...{ extendedDisconnectMs: extended * MINUTE, extendedDisconnectAction: "Shutdown" },
});

const session = fc
  .record({
    number: fc.integer({ min: 1, max: 15 }),
    machine: fc.integer({ min: 1, max: 3 }),
    group: fc.integer({ min: 1, max: 2 }),
    state: fc.constantFrom("Active", "Disconnected", "Connected", "NonBrokeredSession", "Reconnecting"),
    appState: fc.constantFrom("Desktop", "PreLaunched", "Lingering", "Active", null),
    since: fc.integer({ min: 0, max: 60 }),
    idle: fc.option(fc.integer({ min: 0, max: 60 })),
    support: fc.constantFrom("MultiSession", "SingleSession"),
  })
  .map(({ number, machine, group, since, idle, support, ...facts }): Session => {
    const at = NOON - since * MINUTE;
    return aSession(number, {
      ...{ ...facts, since: at, appSince: at, idleSince: idle === null ? null : NOON - idle * MINUTE },
      ...{ machine: `SRV000${machine}`, machineKey: guid(2, machine), sessionSupport: support },
      ...{ deliveryGroup: `Group ${group}`, deliveryGroupKey: guid(3, group) },
    } as Partial<Session>);
  });

const limits = fc
  .record({
    linger: fc.constantFrom(0, 10, 30),
    steps: fc.constantFrom([0, 0], [20, 0], [20, 40], [0, 45]),
    readAt: fc.integer({ min: 0, max: 5 }),
  })
  .map(
    ({ linger, steps: [first = 0, second = 0], readAt }): GroupLimits => ({
      readAt: NOON - readAt * MINUTE,
      standby: [1, 2].map((group) =>
        aStandby(guid(3, group), { disconnectMs: linger * MINUTE, terminateMs: 3_600_000 }),
      ),
      power: [1, 2].map((group) => ({
        ...{ groupKey: guid(3, group), peak: rule(first, second), offPeak: rule(first, second) },
        ...{ peakHours: null, timeZone: null },
      })),
    }),
  );

const step = fc.record({
  put: fc.array(session, { maxLength: 6 }),
  gone: fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }),
  timers: fc.array(fc.record({ machine: fc.integer({ min: 1, max: 3 }), disconnected: fc.constantFrom(0, 15, 50) }), {
    maxLength: 2,
  }),
  limits: fc.option(limits),
  minutes: fc.integer({ min: 0, max: 20 }),
  readLater: fc.constantFrom(0, 0, 90),
  looked: fc.boolean(),
});

function expectRight(site: TestSite, now: Instant): void {
  const index = siteIndex(site);
  const { snapshot } = index;
  for (const scope of SCOPES) {
    const all = [...snapshot.sessions.values()].filter(
      ({ deliveryGroupKey, machineKey }) =>
        (scope.groupKey === null || scope.groupKey === deliveryGroupKey) &&
        (scope.machineKey === null || scope.machineKey === machineKey),
    );
    const ends = all.map((each) => ({ key: each.key, ends: endsOf(each, snapshot.timers, now) }));
    const keyOf = (slot: number) => index.sessions.at(slot).record.key;
    const { ahead, overdue } = endingsOf(index, scope, now);
    expect(ahead.map(keyOf).sort()).toEqual(
      ends
        .filter((each) => each.ends.at !== null && each.ends.at >= now)
        .map(({ key }) => key)
        .sort(),
    );
    expect(overdue.map(keyOf).sort()).toEqual(
      ends
        .filter((each) => isOverdue(each.ends, now))
        .map(({ key }) => key)
        .sort(),
    );
    const atOf = (slot: number) => ends.find(({ key }) => key === keyOf(slot))?.ends.at ?? 0;
    expect(ahead.map(atOf)).toEqual(ahead.map(atOf).sort((a, b) => a - b));
    const slots = slotsInScope(index, scope);
    if (now === snapshot.asOf) {
      const whys = ends.flatMap((each) => (each.ends.at === null ? each.ends.why : []));
      const counted = Object.entries(countWhys(index, slots)).flatMap(([why, count]) => Array(count).fill(why));
      expect(counted.sort()).toEqual(whys.sort());
    }
    expect(slots).toHaveLength(all.length);
    expect(countPlaces(index, slots)).toEqual(
      Object.fromEntries(STANDING_STATES.map((state) => [state, all.filter((each) => placeOf(each) === state).length])),
    );
  }
}

describe("deadlines that are kept over the versions", () => {
  it("are those that the rules work out of the newest version alone", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const site = new TestSite();
        site.publish({
          groups: [1, 2].map((number) => aGroup(number, `Group ${number}`)),
          machines: [1, 2, 3].map((number) => aMachine(number)),
        });
        let now = NOON;
        for (const each of steps) {
          now += each.minutes * MINUTE;
          const told = new Map(
            each.timers.map(({ machine, disconnected }) => [machine, machineTimers(machine, { disconnected })]),
          );
          const put = new Map(each.put.map((one) => [one.key, one]));
          site.publish(
            {
              sessions: [...put.values()],
              ended: each.gone.map((number) => guid(1, number)).filter((key) => !put.has(key)),
              timers: [...told.values()],
              ...(each.limits ? { surroundings: { groupLimits: each.limits } } : {}),
            },
            now,
          );
          if (each.looked) expectRight(site, now + each.readLater * MINUTE);
        }
      }),
    );
  });

  it("leave alone whom a version did not touch", () => {
    const site = new TestSite();
    const two = [1, 2].map((number) =>
      aSession(number, { machine: `SRV000${number}`, machineKey: guid(2, number), state: "Disconnected" }),
    );
    site.publish({ sessions: two, machines: [aMachine(1), aMachine(2)] });
    const before = siteIndex(site);
    const [one, other] = two.map(({ key }) => before.sessions.get(key));
    expect([one?.due.ends.at, other?.due.ends.at]).toEqual([null, null]);
    site.publish({ timers: [machineTimers(1, { disconnected: 60 })] });
    const after = siteIndex(site);
    expect(after.sessions.get(guid(1, 1))).not.toBe(one);
    expect(after.sessions.get(guid(1, 1))?.due.ends.at).toBe(NOON - MINUTE + 60 * MINUTE);
    expect(after.sessions.get(guid(1, 2))).toBe(other);
  });

  it("go on to the next step of a power policy when the first has passed", () => {
    const site = new TestSite();
    const power = [
      { groupKey: guid(3, 1), peak: rule(20, 40), offPeak: rule(20, 40), peakHours: null, timeZone: null },
    ];
    const suspended = aSession(1, {
      ...{ sessionSupport: "SingleSession", state: "Disconnected", since: NOON, deliveryGroupKey: guid(3, 1) },
    });
    site.publish({ sessions: [suspended], surroundings: { groupLimits: { readAt: NOON, standby: [], power } } });
    const endsAt = () => siteIndex(site).sessions.get(suspended.key)?.due.ends.at;
    expect(endsAt()).toBe(NOON + 20 * MINUTE);
    site.publish({ machines: [aMachine(1)] }, NOON + 20 * MINUTE);
    expect(endsAt()).toBe(NOON + 20 * MINUTE);
    const everywhere = { groupKey: null, machineKey: null };
    expect(endingsOf(siteIndex(site), everywhere, NOON + 20 * MINUTE + 1)).toEqual({ ahead: [0], overdue: [] });
    site.publish({ machines: [aMachine(2)] }, NOON + 20 * MINUTE + 1);
    expect(endsAt()).toBe(NOON + 40 * MINUTE);
    site.publish({ machines: [aMachine(3)] }, NOON + 41 * MINUTE);
    expect(endsAt()).toBeNull();
  });

  it("count why nothing ends a session", () => {
    const site = new TestSite();
    site.publish({
      sessions: [aSession(1), aSession(2, { state: "Disconnected" }), aSession(3, { state: "NonBrokeredSession" })],
    });
    const index = siteIndex(site);
    const whys = countWhys(index, slotsInScope(index, { groupKey: null, machineKey: null }));
    expect(whys).toEqual({ "in-use": 1, "limit-unknown": 1, "not-brokered": 1 });
  });
});
