import { endsOf } from "@/lib/domain/session/deadline-of";
import { coverageNow, judgeInSteps } from "@/lib/reads/outage-index";
import { readLeases } from "@/lib/reads/read-leases";
import {
  aLease,
  aPerson,
  guid,
  LargeSite,
  LEASES_READ,
  machineTimers,
  NOON,
  readingAt,
  TestSite,
} from "@/lib/reads/site.fixture";
import { siteIndex } from "@/lib/reads/site-index";
import { endingsOf } from "@/lib/reads/timeouts-index";
import { type Figure, latencies, printFigures } from "./figures";

/** What deadlines and the outage answer cost in the serving thread: worked out the first time, and at each tick. */

const SESSIONS = 50_000;
const SERVERS = 2_000;
const LEASES = 100_000;
const PEOPLE = 40_000;
const TICKS = 60;
const CHANGED = 100;

export async function benchStanding(): Promise<void> {
  printFigures(`Deadlines of ${SESSIONS} sessions on ${SERVERS} servers`, measureDeadlines());
  printFigures(`The outage answer over ${LEASES} leases of ${PEOPLE} people`, await measureOutage());
}

function measureDeadlines(): Figure[] {
  const large = new LargeSite(SESSIONS, SERVERS);
  const { site } = large;
  const timers = Array.from({ length: SERVERS }, (_, each) => machineTimers(each, { idle: 120, disconnected: 480 }));
  const snapshot = site.publish({ timers });
  const everybody = { groupKey: null, machineKey: null };
  const answer = () => endingsOf(siteIndex(site), everybody, NOON);
  const rule = timed(() => {
    for (const session of snapshot.sessions.values()) endsOf(session, snapshot.timers, NOON);
  });
  const first = timed(answer);
  const again = timed(answer);
  const ticks = Array.from({ length: TICKS }, () => {
    large.tick(CHANGED);
    return timed(answer);
  });
  const one = timers.slice(0, 1).map((said) => ({ ...said, readAt: NOON, timers: [] }));
  const other = timed(() => {
    site.publish({ timers: one });
    answer();
  });
  const { ahead, overdue } = answer();
  return [
    { what: "the rule alone, every session", value: `${ms(rule)} ms`, goal: "" },
    {
      what: "first answer, indexes built",
      value: `${ms(first)} ms`,
      goal: `${ahead.length} ahead, ${overdue.length} past`,
    },
    { what: "again, nothing changed", value: `${ms(again)} ms`, goal: "" },
    { what: `after a tick of ${CHANGED} sessions`, value: latencies(ticks), goal: "150 ms for the whole tick" },
    { what: "after one server said other limits", value: `${ms(other)} ms`, goal: "" },
  ];
}

async function measureOutage(): Promise<Figure[]> {
  const site = new TestSite();
  site.sdkSite = {
    ...{ name: "Bench", version: "7.15", connectionLeasingEnabled: true, localHostCacheEnabled: false },
    ...{ reuseMachinesWithoutShutdownInOutage: null, controllers: [] },
  };
  const large = new LargeSite(SESSIONS, SERVERS);
  const { machines, groups } = large.site.current() ?? { machines: null, groups: null };
  const people = Array.from({ length: PEOPLE }, (_, number) => aPerson(number, `CORP\\user${number}`));
  const leases = Array.from({ length: LEASES }, (_, number) => leaseOf(number, people));
  const records = { machines: [...(machines?.values() ?? [])], groups: [...(groups?.values() ?? [])], people };
  site.publish({ ...records, leases, surroundings: { reading: LEASES_READ } });
  const reading = readingAt(site);
  const started = performance.now();
  await judgeInSteps(site);
  const counts = coverageNow(reading);
  const first = performance.now() - started;
  const again = timed(() => coverageNow(reading));
  const some = records.machines.slice(0, CHANGED);
  const ticks = Array.from({ length: TICKS }, (_, tick) => {
    site.publish({ machines: some.map((machine) => ({ ...machine, loadIndex: 5_000 + tick })) });
    return timed(() => coverageNow(reading));
  });
  const windows = Array.from({ length: TICKS }, (_, at) =>
    timed(() => readLeases(reading, { limit: 60, offset: at * 60, sort: "expiresAt" })),
  );
  return [
    { what: "first answer, pairs made and judged in steps", value: `${ms(first)} ms`, goal: JSON.stringify(counts) },
    { what: "again, nothing changed", value: `${ms(again)} ms`, goal: "" },
    { what: `after ${CHANGED} machines changed`, value: latencies(ticks), goal: "150 ms for the whole tick" },
    { what: "a window of the leases", value: latencies(windows), goal: "p95 60 ms" },
  ];
}

/** One that enumerates for each person, the others launch. */
function leaseOf(number: number, people: readonly { readonly key: string; readonly account: string }[]) {
  const owner = people[number % PEOPLE];
  const expiresAt = NOON + ((number * 37) % 15) * 86_400_000;
  const owned = { key: guid(8, number), ownerName: owner?.account ?? null, ownerSid: owner?.key ?? null, expiresAt };
  if (number < PEOPLE) return aLease(number, { ...owned, type: "Enumeration", machine: null });
  return aLease(number, { ...owned, machine: `SRV${`${number % SERVERS}`.padStart(4, "0")}` });
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
