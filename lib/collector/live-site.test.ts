import { describe, expect, it, vi } from "vitest";
import { aFinding, anIncident } from "@/lib/domain/ghost/incident.fixture";
import { aLease } from "@/lib/domain/lease/lease.fixture";
import type { Machine } from "@/lib/domain/site";
import type { Source } from "@/lib/domain/snapshot";
import { EMPTY_GHOST_BOOK, makeGhostBook } from "./ghosts/ghost-book";
import { type IncidentSource, LiveSite } from "./live-site";
import type { GhostDelta, PassResult } from "./protocol";
import type { SnapshotChange } from "./runtime";
import { NO_SURROUNDINGS } from "./standing-books";

const source = (state: Source["state"], asOf: number): Source => ({
  name: "monitor",
  state,
  asOf,
  newestChange: null,
  readMs: 1,
  problem: state === "ok" ? null : "The database cannot be reached.",
});
const result = (asOf: number, state: Source["state"] = "ok"): PassResult => ({
  servers: { heard: 0, failing: 0 },
  ghosts: { judgedAt: asOf, found: [], withdrawn: [] },
  asOf,
  sources: [source(state, asOf)],
  clockSkewMs: null,
  sdkSite: null,
  samples: [],
  outageSince: null,
  pollMs: 2_000,
});

/** Takes every finding for an incident of the finding's own key. */
class TestIncidents implements IncidentSource {
  book = EMPTY_GHOST_BOOK;
  resets = 0;

  take({ found }: GhostDelta): readonly string[] {
    if (found.length === 0) return [];
    this.book = makeGhostBook(
      found.map(({ subject }, number) => anIncident(number, { id: subject.key, subject })),
      null,
    );
    return found.map(({ subject }) => subject.key);
  }

  reset(): void {
    this.resets += 1;
  }
}

const machine = (key: string, name: string) => ({ key, name }) as Machine;

function makeSite() {
  const watched: boolean[] = [];
  const changes: SnapshotChange[] = [];
  const ghosts = new TestIncidents();
  const site = new LiveSite({
    ghosts,
    siteName: "Site",
    firstVersion: 1,
    timeZone: null,
    onWatched: (state) => watched.push(state),
    onSamples: () => {},
    onSkew: () => {},
  });
  site.subscribe((change) => changes.push(change));
  const pass = (asOf: number, upserts: Machine[] = [], state: Source["state"] = "ok") => {
    if (upserts.length > 0) site.receive({ type: "part", part: { machines: { upserts, removals: [] } } });
    site.receive({ type: "result", result: result(asOf, state) });
  };
  return { site, watched, changes, pass, ghosts };
}

describe("the site as it is served", () => {
  it("makes a version of what changed, and none of what did not", () => {
    const { site, changes, pass } = makeSite();
    expect(site.current()).toBeNull();
    pass(1, [machine("a", "one")]);
    pass(2);
    pass(3);
    expect(changes.map(({ version, machines }) => [version, machines])).toEqual([[1, ["a"]]]);
    expect(site.sourcesNow()[0]?.asOf).toBe(3);
    const before = site.current();
    pass(4, [machine("a", "two")]);
    expect(before?.machines.get("a")?.name).toBe("one");
    expect(site.current()?.machines.get("a")?.name).toBe("two");
  });

  it("keeps the last snapshot of a lost source, and tells that it is lost once", () => {
    const { site, changes, pass } = makeSite();
    pass(1, [machine("a", "one")]);
    pass(1, [], "lost");
    pass(1, [], "lost");
    expect(changes.map(({ version, sources }) => [version, sources])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(site.current()?.machines.size).toBe(1);
    expect(site.current()?.sources[0]?.state).toBe("lost");
  });

  it("makes a version of a clock that turns out to be wrong, and none of one that wavers", () => {
    const { site, changes, pass } = makeSite();
    const skewed = (clockSkewMs: number) => site.receive({ type: "result", result: { ...result(2), clockSkewMs } });
    pass(1, [machine("a", "one")]);
    skewed(0);
    skewed(9_000);
    skewed(420_000);
    skewed(420_500);
    expect(changes.map(({ sources }) => sources)).toEqual([true, true, true]);
    expect(site.current()?.clockSkewMs).toBe(420_000);
  });

  it("remembers changes for those who come back, and says when the gap is too long", () => {
    const { site, pass } = makeSite();
    for (let at = 1; at <= 200; at += 1) pass(at, [machine("a", `${at}`)]);
    expect(site.changesSince(200)).toEqual([]);
    expect(site.changesSince(198)?.map(({ version }) => version)).toEqual([199, 200]);
    expect(site.changesSince(50)?.length).toBe(150);
    expect(site.changesSince(49)).toBeNull();
    expect(site.changesSince(201)).toBeNull();
  });

  it("starts over after the reading thread was replaced, without a moment of emptiness", () => {
    const { site, changes, pass } = makeSite();
    pass(1, [machine("a", "one"), machine("b", "two")]);
    site.receive({ type: "reset" });
    expect(site.current()?.machines.size).toBe(2);
    pass(2, [machine("a", "one")]);
    expect(site.current()?.machines.size).toBe(1);
    expect(changes.at(-1)?.machines.toSorted()).toEqual(["a", "b"]);
  });

  it("shows the whole site while a reader that replaced another has not read it, and its age", () => {
    const { site, changes, pass } = makeSite();
    pass(1, [machine("a", "one"), machine("b", "two")]);
    site.lose("The reader does not answer and is started again.");
    site.receive({ type: "reset" });
    site.receive({ type: "part", part: { machines: { upserts: [machine("a", "one")], removals: [] } } });
    site.lose("The reader stopped and is started again.");
    expect(site.current()).toMatchObject({ version: 3, asOf: 1, machines: { size: 2 } });
    site.receive({ type: "reset" });
    const neverRead = { ...source("lost", 0), asOf: null, problem: "The login is refused." };
    site.receive({ type: "result", result: { ...result(0), asOf: null, sources: [neverRead] } });
    expect(site.current()).toMatchObject({ version: 4, asOf: 1, machines: { size: 2 } });
    expect(site.sourcesNow()[0]).toMatchObject({ asOf: 1, problem: "The login is refused." });
    expect(changes.at(-1)).toMatchObject({ machines: [], sources: true });
    pass(5, [machine("a", "one")]);
    expect(site.current()?.machines.size).toBe(1);
    expect(changes.at(-1)?.machines.toSorted()).toEqual(["a", "b"]);
  });

  it("keeps leases, limits of groups and the site's flags until a reader that replaced another has read them anew", () => {
    const { site, changes } = makeSite();
    const reading = { state: "ok", asOf: 1, problem: null } as const;
    const groupLimits = { readAt: 1, standby: [], power: [] };
    const read = { ...NO_SURROUNDINGS, reading, groupLimits, rules: [] };
    const sdkSite = { name: "Vienna", version: "7.15", controllers: [] };
    const flags = { connectionLeasingEnabled: true, localHostCacheEnabled: false };
    const told = { ...sdkSite, ...flags, reuseMachinesWithoutShutdownInOutage: null };
    const lease = (number: number) => aLease({ key: `L${number}` });
    const take = (...numbers: number[]) => ({ upserts: numbers.map(lease), removals: [] });
    site.receive({ type: "part", part: { leasesAnew: true, leases: take(1, 2) } });
    site.receive({ type: "result", result: { ...result(1), sdkSite: told, outageSince: 1, surroundings: read } });
    site.receive({ type: "reset" });
    const lost = { state: "lost", asOf: null, problem: "The controller cannot be reached." } as const;
    const unread = { ...NO_SURROUNDINGS, reading: lost };
    site.receive({ type: "result", result: { ...result(2), surroundings: unread } });
    expect(site.current()?.leases).toMatchObject({ size: 2, rules: [], reading: { ...lost, asOf: 1 } });
    expect(site.current()?.timers.groups).toBe(groupLimits);
    expect([site.sdkSite?.name, site.outageSince]).toEqual(["Vienna", 1]);
    site.receive({ type: "part", part: { leasesAnew: true } });
    site.receive({ type: "part", part: { leases: take(2) } });
    site.receive({ type: "result", result: { ...result(3), sdkSite: told, surroundings: read } });
    expect([...(site.current()?.leases.values() ?? [])].map(({ key }) => key)).toEqual(["L2"]);
    expect(changes.at(-1)?.leases.toSorted()).toEqual(["L1", "L2"]);
    expect(site.outageSince).toBeNull();
  });

  it("makes a version of incidents alone, and shows what people changed with the records of the version before", () => {
    const { site, changes, pass, ghosts } = makeSite();
    pass(1, [machine("a", "one")]);
    const found = [aFinding({ subject: { kind: "session", key: "g" } })];
    site.receive({
      type: "result",
      result: { ...result(2), servers: { heard: 0, failing: 0 }, ghosts: { judgedAt: 2, found, withdrawn: [] } },
    });
    expect(changes.at(-1)).toMatchObject({ version: 2, ghosts: ["g"], machines: [], sources: false });
    expect(site.current()?.ghosts.ofSession("g")?.state).toBe("suspect");
    ghosts.book = EMPTY_GHOST_BOOK;
    site.receive({ type: "part", part: { machines: { upserts: [machine("b", "half read")], removals: [] } } });
    site.showGhosts(["g"]);
    expect(changes.at(-1)).toMatchObject({ version: 3, ghosts: ["g"], machines: [], sources: false });
    expect(site.current()).toMatchObject({ asOf: 2, ghosts: { size: 0 }, machines: { size: 1 } });
    site.receive({ type: "reset" });
    expect(ghosts.resets).toBe(1);
  });

  it("makes no incidents of a pass that read nothing, and shows none before there is a site", () => {
    const { site, changes, ghosts } = makeSite();
    site.showGhosts(["g"]);
    const found = [aFinding()];
    site.receive({
      type: "result",
      result: {
        ...result(0, "lost"),
        asOf: null,
        servers: { heard: 0, failing: 0 },
        ghosts: { judgedAt: null, found, withdrawn: [] },
      },
    });
    expect([changes, ghosts.book.size]).toEqual([[], 0]);
  });

  it("tells the others when one who listens fails", () => {
    const { site, changes, pass } = makeSite();
    const told: number[] = [];
    site.subscribe(() => {
      throw new Error("a listener's own fault");
    });
    site.subscribe(({ version }) => told.push(version));
    pass(1, [machine("a", "one")]);
    expect([changes.length, told]).toEqual([1, [1]]);
  });

  it("counts who asks as watching, until nobody asked for a while", () => {
    vi.useFakeTimers();
    const { site, watched } = makeSite();
    site.notice();
    vi.advanceTimersByTime(14_000);
    site.notice();
    vi.advanceTimersByTime(14_000);
    expect(watched).toEqual([true]);
    vi.advanceTimersByTime(1_000);
    expect(watched).toEqual([true, false]);
    vi.useRealTimers();
  });

  it("says that it is watched from the first to the last who watches", () => {
    const { site, watched } = makeSite();
    const [one, two] = [site.watch(), site.watch()];
    one();
    one();
    expect(watched).toEqual([true]);
    two();
    expect(watched).toEqual([true, false]);
  });
});
