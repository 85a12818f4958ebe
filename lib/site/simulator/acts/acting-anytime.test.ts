import { describe, expect, it } from "vitest";
import { POWER_ACTIONS } from "@/lib/domain/operation/verbs";
import type { SiteCommand } from "@/lib/site/command";
import { SCENARIO_CATALOGUE } from "../catalogue";
import { Random } from "../engine/random";
import { DAY, HOUR, MINUTE } from "../engine/site-time";
import { expectSound } from "../invariants.fixture";
import { leaseKeyOf } from "../model/lease-keys";
import { copiedSite, type OpenedSite, openSite } from "../practice.fixture";
import type { ActedScenario } from "../scenarios/plays";
import { act } from "./acts.fixture";
import { ActRefusal } from "./refusal";

/** Whatever is done to the site, and whenever: its tables stay sound, and the only thing that stops an act is a refusal. */

const VERBS = [
  ...["log-off", "log-off", "disconnect", "hide", "unhide", "message"],
  ...["restart-agent", "restart-agent", "maintenance-on", "maintenance-off", "power", "power", "power"],
  ...["remove-lease", "refresh-leases", "set-leasing"],
] as SiteCommand["verb"][];

/** Broken sessions are met more often than chance would have it. */
function anySession({ site }: OpenedSite, random: Random): string {
  const sessions = [...site.world.sessions.values()];
  const broken = sessions.filter((session) => session.broken !== null);
  const pool = broken.length > 0 && random.chance(0.5) ? broken : sessions;
  return pool.length === 0 ? "none" : random.pick(pool).id;
}

function anyCommand(opened: OpenedSite, random: Random): SiteCommand {
  const { world } = opened.site;
  const verb = random.pick(VERBS);
  const sessionKey = anySession(opened, random);
  const machineKey = random.chance(0.03) ? "none" : random.pick([...world.machines.keys()]);
  const leases = [...world.leases.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  switch (verb) {
    case "log-off":
    case "disconnect":
    case "hide":
    case "unhide":
      return { verb, sessionKey };
    case "message":
      return { verb, sessionKey, title: "IT", text: "…" };
    case "restart-agent":
    case "maintenance-on":
    case "maintenance-off":
      return { verb, machineKey };
    case "power":
      return { verb, machineKey, action: random.pick(POWER_ACTIONS) };
    case "remove-lease":
      return { verb, leaseKey: leases.length === 0 ? "none" : leaseKeyOf(world, random.pick(leases)) };
    case "refresh-leases":
      return { verb, controller: "ddc2.nordwerk.example" };
    case "set-leasing":
      return { verb, enabled: random.chance(0.6) };
  }
}

/** True where the site took it. */
function acts(opened: OpenedSite, random: Random): boolean {
  try {
    act(opened, anyCommand(opened, random));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(ActRefusal);
    return false;
  }
}

function startEverything({ site }: OpenedSite, random: Random): void {
  for (const { name, kind } of SCENARIO_CATALOGUE) {
    if (kind === "plumbing" || site.world.scenarios.has(name as ActedScenario)) continue;
    site.startScenario(name, { count: 3, at: site.now + random.whole(0, 6 * 60) * MINUTE, forMs: 8 * HOUR });
  }
}

function reopened(opened: OpenedSite, stepMs = 30 * MINUTE): OpenedSite {
  opened.site.close();
  return openSite(opened.file, stepMs);
}

/** Up to three acts, then some minutes. */
async function actAndWait(opened: OpenedSite, random: Random): Promise<number> {
  let taken = 0;
  for (let left = random.whole(0, 3); left > 0; left--) if (acts(opened, random)) taken += 1;
  await opened.pass(random.wait(10 * MINUTE) + random.whole(0, 9_000));
  return taken;
}

/** The same acts at the same times; `cuts` are moments before each at which the simulation stops and goes on. */
async function playedInPieces(cuts: readonly number[]): Promise<string> {
  const random = Random.seeded(7);
  let opened = openSite(copiedSite({ seed: 41 }));
  const from = opened.site.now;
  opened.site.startScenario("named-gone-disconnected", { count: 4 });
  opened.site.startScenario("hung-logon", { count: 3 });
  for (let turn = 0; turn < 40; turn++) {
    acts(opened, random);
    const until = from + (turn + 1) * 4 * MINUTE;
    for (const cut of cuts) await opened.site.runTo(until - cut);
    if (cuts.length > 0 && turn % 10 === 5) opened = reopened(opened);
    await opened.site.runTo(until);
  }
  return opened.tables.digest();
}

describe("acts at any time", () => {
  it.each([31, 32])("keep the tables sound, and are done or refused (seed %i)", async (seed) => {
    const random = Random.seeded(seed);
    let opened = openSite(copiedSite({ seed }), 30 * MINUTE);
    let taken = 0;
    for (let step = 0; step < 160; step++) {
      if (step % 40 === 0) startEverything(opened, random);
      if (step === 110) opened.site.startScenario("site-database-down", { forMs: 25 * MINUTE });
      taken += await actAndWait(opened, random);
      if (step % 8 === 0 && opened.site.world.site.outageSince === null) expectSound(opened);
      if (step % 40 === 39) opened = reopened(opened);
    }
    expect(taken).toBeGreaterThan(80);
    opened = reopened(opened, 12 * HOUR);
    await opened.pass(14 * DAY);
    expectSound(opened);
    expect(opened.site.world.powerActions.size).toBe(0);
  });

  it("come to the same however the time is cut, and where the program is closed in between", async () => {
    expect(await playedInPieces([77_000, 1_234])).toBe(await playedInPieces([]));
  });
});
