import { describe, expect, it } from "vitest";
import { aSession, BEGAN, DISCONNECTED, HUNG, MINUTE, NAMELESS, STUCK } from "@/lib/domain/ghost/facts.fixture";
import { isWatched, Watchlist } from "./watchlist";

const hung = aSession({ ...HUNG, key: "hung" });
const left = aSession({ ...DISCONNECTED, key: "left", machineKey: "machine-2" });

describe("what is watched", () => {
  it.each([
    ["a sound session", {}, false],
    ["an anonymous session", { ...NAMELESS, anonymous: true }, false],
    ["a nameless session", NAMELESS, true],
    ["a local administrator at work", { ...NAMELESS, state: "Active" }, true],
    ["a logon", HUNG, true],
    ["a connected desktop", STUCK, true],
    ["a disconnected session", DISCONNECTED, true],
    ["an active session whose logon has no end", { logOnEndedAt: null, logOnDurationMs: null }, true],
    ["an active session that was reconnected", { logOnEndedAt: null, logOnDurationMs: null, reconnect: true }, false],
  ] as const)("%s: %s", (_what, facts, expected) => {
    expect(isWatched(aSession(facts))).toBe(expected);
  });
});

describe("the watchlist", () => {
  it("answers whether a session is watched, or was until now", () => {
    const list = new Watchlist();
    expect(list.put(aSession())).toBe(false);
    expect(list.put(hung)).toBe(true);
    expect(list.put(aSession({ key: "hung" }))).toBe(true);
    expect(list.put(aSession({ key: "hung" }))).toBe(false);
    expect(list.size).toBe(0);
    expect(list.remove("hung")).toBe(false);
  });

  it("takes what is due once, at its time", () => {
    const list = new Watchlist();
    list.put(hung);
    list.plan("hung", BEGAN);
    expect([BEGAN - 1, BEGAN, BEGAN + 1].map((now) => list.takeDue(now))).toEqual([[], ["hung"], []]);
    list.plan("hung", BEGAN);
    list.plan("hung", null);
    expect(list.takeDue(BEGAN + MINUTE)).toEqual([]);
  });

  it("looks once more at a sound session where that was planned", () => {
    const list = new Watchlist();
    list.plan("sound", BEGAN);
    list.plan("other", BEGAN);
    list.plan("other", null);
    expect([BEGAN - 1, BEGAN, BEGAN + 1].map((now) => list.takeDue(now))).toEqual([[], ["sound"], []]);
    list.plan("sound", BEGAN);
    // Its row changed: the plan is void, so it has to be judged at once.
    expect(list.put(aSession({ key: "sound" }))).toBe(true);
    expect(list.takeDue(BEGAN)).toEqual([]);
    expect(list.size).toBe(0);
  });

  it("has everything come due where that is asked for", () => {
    const list = new Watchlist();
    list.put(hung);
    list.put(left);
    list.plan("sound", BEGAN);
    list.planAll(0);
    expect(list.takeDue(0).sort()).toEqual(["hung", "left", "sound"]);
  });

  it("names machines with disconnected sessions for as long as they have one", () => {
    const list = new Watchlist();
    const machines = () => [...list.machinesToSweep()];
    list.put(left);
    list.put({ ...left, key: "also" });
    list.put(hung);
    list.put({ ...left, key: "nowhere", machineKey: null });
    expect(machines()).toEqual(["machine-2"]);
    list.remove("left");
    expect(machines()).toEqual(["machine-2"]);
    list.put({ ...left, key: "also", machineKey: "machine-3" });
    expect(machines()).toEqual(["machine-3"]);
    list.put({ ...left, key: "also", state: "Active" });
    expect(machines()).toEqual([]);
  });

  it("sweeps the machines of active sessions without an application too: only their servers know that they died", () => {
    const list = new Watchlist();
    list.put({ ...left, key: "bare", state: "Active", appState: "NoApps" });
    expect([...list.machinesToSweep()]).toEqual(["machine-2"]);
    list.put({ ...left, key: "bare", state: "Active", appState: "Active" });
    expect([list.size, [...list.machinesToSweep()]]).toEqual([0, []]);
  });

  it("names the machines of what comes due soon; those with disconnected sessions are swept anyway", () => {
    const list = new Watchlist();
    list.put(hung);
    list.put(left);
    list.plan("hung", BEGAN + MINUTE);
    list.plan("left", BEGAN + MINUTE);
    const due = [BEGAN - 1, BEGAN].map((now) => [...list.machinesDueWithin(now, MINUTE)]);
    expect(due).toEqual([[], ["machine-1"]]);
  });
});
