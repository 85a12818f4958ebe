import { describe, expect, it } from "vitest";
import type { SiteResult } from "./play-site";
import { scoreDetector } from "./score-detector";
import { scoreGhostdesk } from "./score-ghostdesk";
import type { Sighting } from "./sighting";
import { planSite } from "./site-plan";
import type { Truth } from "./truth";

const MINUTE = 60_000;
const NINE = Date.UTC(2027, 0, 14, 9, 0);
const at = (minute: number) => NINE + minute * MINUTE;

function truth(scenario: string, subject: string, from: number, to: number | null, more: Partial<Truth> = {}): Truth {
  const clearedAt = to === null ? null : at(to);
  return { scenario, subjectKind: "session", subject, machineId: "m1", appearedAt: at(from), clearedAt, ...more };
}

function sighting(subject: string, from: number, more: Partial<Sighting> = {}): Sighting {
  const shared = { subjectKind: "session", machineKey: "m1", class: "nameless", endedAt: null } as const;
  return { ...shared, subject, suspectedAt: at(from), confirmedAt: at(from + 1), ...more };
}

function result(all: readonly Truth[], more: Partial<SiteResult> = {}): SiteResult {
  const plan = planSite(1, "XS", 60 * MINUTE);
  return { plan, from: NINE, until: at(300), truth: all, sightings: [], detectors: [], passes: 1, tookMs: 1, ...more };
}

const NAMELESS = "nameless-after-failed-logon";

describe("the score of Ghostdesk", () => {
  it("counts what was found, and how long that took", () => {
    const { classes, sessions, mistakes } = scoreGhostdesk(result([truth(NAMELESS, "a", 0, 60)]), [sighting("a", 11)]);
    expect(classes.nameless).toMatchObject({
      due: 1,
      found: 1,
      confirmed: 1,
      sightings: 1,
      right: 1,
      confirmedRight: 1,
    });
    expect([classes.nameless.toSuspect, classes.nameless.toConfirm]).toEqual([[11 * MINUTE], [12 * MINUTE]]);
    expect([sessions.found, mistakes]).toEqual([1, []]);
  });

  it("counts a fault that was mended within its grace apart", () => {
    const { classes, mistakes } = scoreGhostdesk(result([truth(NAMELESS, "a", 0, 11)]), []);
    expect([classes.nameless.due, classes.nameless.short, mistakes]).toEqual([0, 1, []]);
  });

  it("misses what nobody pointed at, or only before or after it stood", () => {
    const early = sighting("a", -5);
    const late = sighting("a", 61);
    const { classes, wrongBy } = scoreGhostdesk(result([truth(NAMELESS, "a", 0, 60)]), [early, late]);
    expect(classes.nameless).toMatchObject({ due: 1, found: 0, sightings: 2, right: 0 });
    expect(wrongBy).toEqual({ "an ordinary one": 2 });
  });

  it("knows a look-alike by what it was, on its own or by its machine", () => {
    const machine = { subjectKind: "machine", subject: "m1" } as const;
    const truths = [truth("slow-logon", "a", 0, 60), truth("agent-just-unregistered", "m1", 0, 60, machine)];
    const { sessions, wrongBy } = scoreGhostdesk(result(truths), [sighting("a", 11), sighting("b", 11)]);
    expect([sessions.sightings, sessions.right]).toEqual([2, 0]);
    expect(wrongBy).toEqual({ "slow-logon": 1, "agent-just-unregistered": 1 });
  });

  it("holds another class to be found among ghosts, but not of its class", () => {
    const hung = sighting("a", 21, { class: "hung-logon" });
    const { classes, sessions, confused } = scoreGhostdesk(result([truth(NAMELESS, "a", 0, 60)]), [hung]);
    expect([classes.nameless.found, classes["hung-logon"].right, sessions.found, sessions.right]).toEqual([0, 0, 1, 1]);
    expect(confused).toEqual({ "nameless -> hung-logon": 1 });
  });

  it("tells a suspect that was never confirmed, and one confirmed too late", () => {
    const never = sighting("a", 11, { confirmedAt: null });
    const late = sighting("b", 11, { confirmedAt: at(70) });
    const truths = [truth(NAMELESS, "a", 0, 60), truth(NAMELESS, "b", 0, 60)];
    const { classes, mistakes } = scoreGhostdesk(result(truths), [never, late]);
    expect([classes.nameless.found, classes.nameless.confirmed]).toEqual([2, 0]);
    expect(mistakes.map(({ kind }) => kind)).toEqual(["not confirmed", "not confirmed"]);
  });

  it("keeps sick servers and old sessions apart from session ghosts", () => {
    const machine = { subjectKind: "machine", subject: "m1" } as const;
    const trace = sighting("m1", 80, { subjectKind: "machine", class: "failure-trace" });
    const old = sighting("z", 10, { class: "just-old" });
    const { classes, sessions, mistakes } = scoreGhostdesk(result([truth("failure-trace", "m1", 0, 60, machine)]), [
      trace,
      old,
    ]);
    expect(classes["failure-trace"]).toMatchObject({ due: 1, found: 1, right: 1 });
    expect([sessions.sightings, classes["just-old"].sightings, mistakes]).toEqual([0, 1, []]);
  });
});

describe("the score of a public detector", () => {
  const run = (minute: number, sessions: readonly string[], machines: readonly string[] = []) => ({
    at: at(minute),
    sessions,
    machines,
  });

  it("counts what it points at once for as long as nothing changes", () => {
    const runs = [run(0, ["a", "b"]), run(10, ["a", "b"]), run(20, ["a"]), run(40, ["a"])];
    const { ghosts, wrongBy } = scoreDetector(result([truth(NAMELESS, "a", 5, 60)]), runs, "sessions");
    // a: wrong at 0, right from 10 on, and again after the gap; b: wrong.
    expect([ghosts.sightings, ghosts.right, ghosts.due, ghosts.found]).toEqual([4, 2, 1, 1]);
    expect([ghosts.toSuspect, wrongBy]).toEqual([[5 * MINUTE], { "an ordinary one": 2 }]);
  });

  it("is right about a server where a session ghost stands on it, and apart of that where it is sick", () => {
    const sick = truth("failure-trace", "m2", 0, 60, { subjectKind: "machine", machineId: "m2" });
    const runs = [run(10, [], ["m1", "m2", "m3"])];
    const score = scoreDetector(result([truth(NAMELESS, "a", 0, 60), sick]), runs, "servers");
    expect([score.ghosts.sightings, score.ghosts.right, score.ghosts.found]).toEqual([3, 1, 1]);
    expect([score.sickServers.sightings, score.sickServers.right, score.sickServers.found]).toEqual([3, 1, 1]);
  });
});
