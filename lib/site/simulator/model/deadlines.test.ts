import { describe, expect, it } from "vitest";
import { groupLimits } from "@/lib/collector/standing/group-facts";
import { aSession } from "@/lib/domain/ghost/facts.fixture";
import type { DeadlineEnd, Ends } from "@/lib/domain/session/deadline";
import { endsOf } from "@/lib/domain/session/deadline-of";
import type { LifeState, Timer } from "@/lib/domain/session/life";
import type { MachineTimers, TimerBook } from "@/lib/domain/session/limits";
import { isNotBrokered, placeOf } from "@/lib/domain/session/place";
import type { Instant, Session } from "@/lib/domain/site";
import { MONITOR, spell } from "@/lib/site/enumerations";
import { groupsAnswer } from "../answers/group-answers";
import { serverTimers } from "../answers/machine-answers";
import { sessionAnswer } from "../answers/session-answers";
import { standbyAnswer } from "../answers/site-answers";
import { DAY, HOUR, MINUTE } from "../engine/site-time";
import type { LifeStep, World } from "../engine/world";
import { copiedSite, type OpenedSite, openSite, type Row } from "../practice.fixture";
import { disconnect } from "./connecting";
import { lifeOf } from "./life";

/** What the deadlines say by the site's own tables and answers is what then happens on the site, to the millisecond. */

const SOURCES = {
  "group-policy": "rds-group-policy",
  listener: "rds-listener",
  "citrix-policy": "citrix-policy",
} as const;

/** All limits, as machines and SDK answer for them; machines that are off cannot be asked. */
function bookOf(world: World): TimerBook {
  const readAt = world.now;
  const said = new Map<string, MachineTimers>();
  for (const machine of world.machines.values()) {
    if (machine.power !== "On") continue;
    const { timers, endsAtLimit } = serverTimers(world, machine.id);
    const rows = timers.map((each) => ({ ...each, source: SOURCES[each.source] }));
    said.set(machine.id, { key: machine.id, readAt, timers: rows, endsAtLimit });
  }
  const groups = groupsAnswer(world);
  const keyOf = new Map(groups.map(({ uid, groupKey }) => [uid, groupKey]));
  return {
    groups: groupLimits(readAt, groups, standbyAnswer(world), keyOf),
    machinesRead: said.size,
    machine: (key) => said.get(key),
  };
}

const LIVE = `SELECT s.*, m."DesktopGroupId", g."SessionSupport", c."Protocol", c."BrokeringDate", c."LogOnStartDate"
  FROM "Session" s JOIN "Machine" m ON m."Id" = s."MachineId" JOIN "DesktopGroup" g ON g."Id" = m."DesktopGroupId"
  LEFT JOIN "Connection" c ON c."Id" = s."CurrentConnectionId" WHERE s."EndDate" IS NULL`;

const instant = (cell: Row[string] | undefined) => (typeof cell === "string" ? Date.parse(cell) : null);

/** A row of the tables with the SDK's columns. */
function recordOf(row: Row, world: World): Session | null {
  const found = world.sessions.get(String(row.SessionKey));
  const sdk = found && sessionAnswer(found, world);
  if (!sdk) return null;
  return aSession({
    key: sdk.sessionKey,
    appState: sdk.appState,
    appSince: sdk.appSince,
    connectionMode: sdk.connectionMode,
    user: null,
    machineKey: String(row.MachineId),
    deliveryGroupKey: String(row.DesktopGroupId),
    sessionSupport: spell(MONITOR.sessionSupport, Number(row.SessionSupport)),
    sessionType: spell(MONITOR.sessionType, Number(row.SessionType)),
    protocol: row.Protocol === undefined ? null : (row.Protocol as string | null),
    state: spell(MONITOR.connectionState, Number(row.ConnectionState)),
    since: instant(row.ConnectionStateChangeDate) ?? 0,
    idleSince: instant(row.SessionIdleTime),
    startedAt: instant(row.StartDate),
    brokeredAt: instant(row.BrokeringDate),
    logOnStartedAt: instant(row.LogOnStartDate),
  });
}

interface Told {
  readonly life: LifeState;
  readonly ends: Ends;
}

/** Every session of the site that the broker made, with what is said of it now. */
function tellAll({ site, tables }: OpenedSite): Map<string, Told> {
  const { world } = site;
  const book = bookOf(world);
  const told = new Map<string, Told>();
  for (const row of tables.rows(LIVE)) {
    const record = recordOf(row, world);
    const session = record && world.sessions.get(record.key);
    if (!record || !session || isNotBrokered(record)) continue;
    const life = lifeOf(session);
    expect(placeOf(record)).toBe(life);
    told.set(record.key, { life, ends: endsOf(record, book, world.now) });
  }
  return told;
}

type Taken = LifeStep & { readonly at: Instant };

/** What each session did first until `ms` have passed. */
async function firstSteps({ site, pass }: OpenedSite, ms: number): Promise<Map<string, Taken>> {
  const first = new Map<string, Taken>();
  site.world.onLife = (taken) => {
    if (!first.has(taken.session.id)) first.set(taken.session.id, { ...taken, at: site.world.now });
  };
  await pass(ms);
  return first;
}

function becomes({ from, to }: LifeStep): DeadlineEnd {
  if (to === from) return "machine";
  if (to === "ended") return "ends";
  return to.startsWith("lingering") && !from.startsWith("lingering") ? "lingers" : "disconnects";
}

/** The timer that ran out, where one did: it had been told, and nothing that was told stays away. */
function checked({ ends }: Told, taken: Taken | undefined, until: Instant): Timer | null {
  if (ends.at !== null && ends.at <= until) expect(taken?.at, ends.timer).toBeLessThanOrEqual(ends.at);
  if (taken?.event.kind !== "expired") return null;
  const { timer } = taken.event;
  expect(ends).toMatchObject({ at: taken.at, timer, becomes: becomes(taken) });
  return timer;
}

async function watchFor(opened: OpenedSite, ms: number, stepMs: number): Promise<Map<Timer, number>> {
  const counts = new Map<Timer, number>();
  const until = opened.site.now + ms;
  while (opened.site.now < until) {
    const told = tellAll(opened);
    const first = await firstSteps(opened, stepMs);
    for (const [key, each] of told) {
      const timer = checked(each, first.get(key), opened.site.now);
      if (timer) counts.set(timer, (counts.get(timer) ?? 0) + 1);
    }
  }
  return counts;
}

/** Those who work at such desktops go on for this long, part from them all at once, and do not come back. */
async function workLate(opened: OpenedSite, group: string, ms: number): Promise<void> {
  const { world } = opened.site;
  const late = [...world.sessions.values()].filter(
    (each) => world.groupById(each.groupId).name === group && lifeOf(each) === "interactive-active",
  );
  expect(late.length).toBeGreaterThan(0);
  for (const session of late) session.timers = {};
  await opened.pass(ms);
  opened.site.act(() => {
    for (const session of late) disconnect(world, session, "user");
  });
}

describe("the deadlines of a running practice site", () => {
  it.each([71, 72])("are when its timers run out, and what then happens (seed %i)", async (seed) => {
    const opened = openSite(copiedSite({ seed }), 20 * MINUTE);
    opened.site.startScenario("prelaunch-and-linger", { count: 30 });
    const counts = await watchFor(opened, 2 * DAY, 20 * MINUTE);
    for (const timer of ["idle", "disconnected", "linger-disconnect", "linger-terminate"] as const) {
      expect(counts.get(timer), timer).toBeGreaterThan(2);
    }
    expect(counts.get("pre-launch-disconnect")).toBeGreaterThan(0);
    expect(counts.get("pre-launch-terminate")).toBeGreaterThan(0);
  });

  it("are those of the power policy in the evening", async () => {
    const opened = openSite(copiedSite({ seed: 73 }), 20 * MINUTE);
    await workLate(opened, "Pooled desktops", 9 * HOUR + 20 * MINUTE);
    expect((await watchFor(opened, 2 * HOUR, 11 * MINUTE)).get("power-policy")).toBeGreaterThan(0);
  });

  it("stay the same through the night in which the clock changes", async () => {
    const opened = openSite(copiedSite({ wallNow: Date.UTC(2027, 2, 25, 20) }), 2 * HOUR);
    await workLate(opened, "Engineering desktops", 2 * DAY + 12 * HOUR + 50 * MINUTE);
    expect(new Date(opened.site.now).toISOString()).toBe("2027-03-27T22:30:00.000Z");
    expect((await watchFor(opened, 13 * HOUR, 50 * MINUTE)).get("disconnected")).toBeGreaterThan(0);
  });
});
