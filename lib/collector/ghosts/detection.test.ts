import { describe, expect, it } from "vitest";
import { PracticeWatch, type WatchChoices } from "./practice-watch.fixture";

/** The rules on the practice site, through the tables: every scenario is found, every look-alike stays out. */

const GHOSTS = [
  ["nameless-after-failed-logon", ["nameless"]],
  ["named-gone-disconnected", ["named-gone"]],
  ["named-without-application", ["named-gone"]],
  ["hung-logon", ["hung-logon"]],
  ["stuck-connected", ["stuck-connected"]],
] as const;

const LOOK_ALIKES = [
  "logon-storm",
  "slow-logon",
  "anonymous-users",
  "console-and-rdp-administrators",
  "prelaunch-and-linger",
  "client-reconnecting",
  "agent-just-unregistered",
  "ended-between-two-reads",
] as const;

const WAYS: readonly (readonly [string, WatchChoices])[] = [
  ["with every witness", {}],
  ["from the tables alone", { sdk: false, broker: false }],
];

async function watch(scenario: string, count: number, choices: WatchChoices) {
  const site = new PracticeWatch(choices);
  await site.read();
  site.ever.length = 0;
  site.start(scenario, count);
  await site.live(50);
  return site;
}

describe.each(WAYS)("ghosts %s", (_way, choices) => {
  it.each(GHOSTS)("%s", async (scenario, classes) => {
    const site = await watch(scenario, 3, choices);
    const standing = site.truth(scenario).filter(({ clearedAt }) => clearedAt === null);
    const old = standing.filter(({ appearedAt }) => site.now - appearedAt > 32 * 60_000);
    const needsServer = classes.some((each) => each === "named-gone") && choices.sdk === false;
    const missed = old.filter(({ subject }) => !classes.some((each) => each === site.classOf(subject)));
    if (!needsServer) expect(missed).toEqual([]);
    const subjects = new Set(site.truth(scenario).map(({ subject }) => subject));
    const others = site.ever.filter(({ subject }) => !subjects.has(subject.key));
    expect(others.map(({ class: found, machine, user }) => [found, machine, user])).toEqual([]);
    if (!needsServer) expect(old.length).toBeGreaterThan(0);
  });

  it.each(LOOK_ALIKES)("not for %s", async (scenario) => {
    const site = await watch(scenario, 8, choices);
    expect(site.truth(scenario).length).toBeGreaterThan(0);
    expect(site.ever).toEqual([]);
  });
});
