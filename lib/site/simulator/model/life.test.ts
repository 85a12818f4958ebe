import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { POWER_ACTIONS } from "@/lib/domain/operation/verbs";
import { LIFE_STATES, type LifeState, TIMERS } from "@/lib/domain/session/life";
import { step } from "@/lib/domain/session/step";
import type { SiteCommand } from "@/lib/site/command";
import { act } from "../acts/acts.fixture";
import { ActRefusal } from "../acts/refusal";
import { SCENARIO_CATALOGUE } from "../catalogue";
import { MINUTE } from "../engine/site-time";
import type { LifeStep, World } from "../engine/world";
import { copiedSite, type OpenedSite, openSite, practiceSite } from "../practice.fixture";
import { disconnect, reconnect } from "./connecting";
import { happen, lifeOf, ranOut } from "./life";

/** Whatever happens on the practice site, its sessions live by the machine of lib/domain/session. */

const SCENARIOS = SCENARIO_CATALOGUE.filter(({ kind }) => kind !== "plumbing").map(({ name }) => name);

/** Where each session stands by the steps that it was told to take, from nothing but those. */
class Witness {
  readonly lives = new Map<string, LifeState>();
  readonly taken: LifeStep[] = [];

  watch(world: World): void {
    for (const session of world.sessions.values()) {
      if (!this.lives.has(session.id)) this.lives.set(session.id, lifeOf(session));
    }
    world.onLife = (taken) => {
      const { session, event, from, to } = taken;
      expect(this.lives.get(session.id) ?? "starting").toBe(from);
      expect(step(from, event)).toBe(to);
      this.lives.set(session.id, to);
      this.taken.push(taken);
    };
  }

  /** Nothing moved a session past the machine: neither those that are there nor those that went. */
  agrees({ sessions }: World): void {
    for (const session of sessions.values()) expect(this.lives.get(session.id) ?? "starting").toBe(lifeOf(session));
    const gone = [...this.lives].filter(([key]) => !sessions.has(key)).map(([, life]) => life);
    expect(new Set(gone)).toEqual(new Set(gone.length > 0 ? ["ended"] : []));
  }
}

type Play =
  | { readonly kind: "scenario"; readonly name: string; readonly count: number; readonly inMinutes: number }
  | { readonly kind: "session"; readonly verb: "log-off" | "disconnect" | "hide"; readonly nth: number }
  | {
      readonly kind: "machine";
      readonly action: (typeof POWER_ACTIONS)[number] | "restart-agent";
      readonly nth: number;
    }
  | { readonly kind: "close" };

const nth = fc.nat(500);
const anyPlay = fc.oneof(
  fc.record({
    kind: fc.constant("scenario" as const),
    name: fc.constantFrom(...SCENARIOS),
    count: fc.integer({ min: 1, max: 8 }),
    inMinutes: fc.nat(90),
  }),
  fc.record({ kind: fc.constant("session" as const), verb: fc.constantFrom("log-off", "disconnect", "hide"), nth }),
  fc.record({ kind: fc.constant("machine" as const), action: fc.constantFrom(...POWER_ACTIONS, "restart-agent"), nth }),
  fc.constant({ kind: "close" as const }),
);
/** What is done, and how many minutes pass after it. */
const anyDay = fc.array(fc.tuple(anyPlay, fc.nat(200)), { minLength: 6, maxLength: 14 });

function pick<T>(all: Iterable<T>, place: number): T | undefined {
  const listed = [...all];
  return listed[place % Math.max(1, listed.length)];
}

function commandOf(world: World, play: Extract<Play, { nth: number }>): SiteCommand {
  if (play.kind === "session") {
    return { verb: play.verb, sessionKey: pick(world.sessions.keys(), play.nth) ?? "none" };
  }
  const machineKey = pick(world.machines.keys(), play.nth) ?? "none";
  return play.action === "restart-agent"
    ? { verb: "restart-agent", machineKey }
    : { verb: "power", machineKey, action: play.action };
}

/** Refusals are answers; a scenario that runs already is ended first. */
function playOn(opened: OpenedSite, play: Play): OpenedSite {
  const { site } = opened;
  if (play.kind === "close") {
    site.close();
    return openSite(opened.file, 30 * MINUTE);
  }
  if (play.kind === "scenario") {
    site.endScenario(play.name);
    site.startScenario(play.name, { count: play.count, at: site.now + play.inMinutes * MINUTE });
    return opened;
  }
  try {
    act(opened, commandOf(site.world, play));
  } catch (error) {
    expect(error).toBeInstanceOf(ActRefusal);
  }
  return opened;
}

async function livedBy(seed: number, day: readonly (readonly [Play, number])[]): Promise<LifeStep[]> {
  let opened = openSite(copiedSite({ seed }), 30 * MINUTE);
  const witness = new Witness();
  witness.watch(opened.site.world);
  for (const [play, minutes] of day) {
    const next = playOn(opened, play);
    if (next !== opened) witness.watch(next.site.world);
    opened = next;
    await opened.pass(minutes * MINUTE);
    witness.agrees(opened.site.world);
  }
  opened.site.close();
  return witness.taken;
}

describe("the simulated sessions", () => {
  it("never leave the machine, whatever is started, done or closed, and whenever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 61, max: 63 }), anyDay, async (seed, day) => {
        await livedBy(seed, day);
      }),
      { numRuns: 12 },
    );
  });

  it("get into every state, by the timers that the practice site has", async () => {
    const taken = await livedBy(61, [
      [{ kind: "scenario", name: "prelaunch-and-linger", count: 30, inMinutes: 0 }, 26 * 60],
      [{ kind: "scenario", name: "client-reconnecting", count: 20, inMinutes: 0 }, 46 * 60],
    ]);
    expect(new Set(taken.map(({ to }) => to))).toEqual(new Set(LIFE_STATES.filter((state) => state !== "starting")));
    const ranOutHere = new Set(taken.flatMap(({ event }) => (event.kind === "expired" ? [event.timer] : [])));
    const absent = TIMERS.filter((timer) => !ranOutHere.has(timer));
    // Connections are not limited here, nor is session reliability acted out; the power policy has a test of its own.
    expect(absent).toEqual(["connection", "power-policy", "session-reliability"]);
  });
});

describe("what cannot happen to a session", () => {
  const worker = ({ site }: OpenedSite) => {
    const found = [...site.world.sessions.values()].find((each) => lifeOf(each) === "interactive-active");
    if (!found) throw new Error("Nobody works");
    return found;
  };

  it("is a fault of the simulator, and changes nothing", () => {
    const opened = practiceSite();
    const session = worker(opened);
    const change = () => expect.unreachable("Nothing may change");
    expect(() => happen(opened.site.world, session, ranOut("linger-terminate"), change)).toThrow(
      `expired linger-terminate cannot happen to session ${session.id}, which is interactive-active`,
    );
  });

  it("is a change that leads elsewhere", () => {
    const opened = practiceSite();
    const session = worker(opened);
    expect(() => happen(opened.site.world, session, { kind: "went-idle" }, () => undefined)).toThrow(
      `Session ${session.id} should be interactive-idle and is interactive-active`,
    );
  });

  it("is told to nobody, while what happens is told step by step", () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = worker(opened);
    const told: string[] = [];
    world.onLife = ({ from, to }) => told.push(`${from} > ${to}`);
    expect(() => happen(world, session, { kind: "reconnected" }, () => undefined)).toThrow();
    reconnect(world, session, null);
    disconnect(world, session, "user");
    expect(told).toEqual([
      "interactive-active > interactive-disconnected",
      "interactive-disconnected > interactive-active",
      "interactive-active > interactive-disconnected",
    ]);
  });
});
