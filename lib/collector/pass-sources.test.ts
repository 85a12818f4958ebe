import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "@/lib/errors";
import type { SdkSession, SdkSource } from "@/lib/site/port";
import { openMonitorTables } from "@/lib/site/tables/database";
import { addPerson, addSession, guid, MACHINE } from "@/lib/site/tables/site-file.fixture";
import { FAULT, withFaults } from "./faults";
import { Pass } from "./pass";
import { CollectorWorld, START } from "./pass.fixture";

/** What each other source adds, and what a lost one costs. */

let world: CollectorWorld;
beforeEach(() => {
  world = new CollectorWorld();
});
afterEach(() => world.close());

const nobody = async () => null;
const nothing = async () => [];
async function* noPages() {
  yield [];
}

function sdkThatSays(sessions: () => SdkSession[]): SdkSource {
  return {
    ...{ session: nobody, machine: nobody, lease: nobody },
    ...{ powerActions: nothing, standby: nothing, groups: nothing, accessRules: nothing },
    ...{ leases: noPages, connectionLog: noPages },
    serverTimers: () => Promise.reject(new DeskError("unavailable", "No machine can be asked.")),
    agentService: async () => ({ status: "Running", processId: 1_000, startedAt: START }),
    sessions: async function* () {
      yield sessions();
    },
    machines: async function* () {
      yield [{ machineId: MACHINE, sessionsPending: 2 }];
    },
    site: async () => ({
      name: "Vienna",
      version: "7.15",
      connectionLeasingEnabled: true,
      localHostCacheEnabled: false,
      reuseMachinesWithoutShutdownInOutage: null,
      controllers: [],
    }),
    windowsSessions: async () => [],
  };
}

describe("the SDK as a source", () => {
  const untrusted: SdkSession = {
    sessionKey: guid(4, 2),
    appState: "PreLogon",
    appSince: null,
    hidden: false,
    untrustedUserName: "vienna\\BKRAL",
    brokeringUserName: "VIENNA\\someone",
    connectionMode: "Unbrokered",
  };

  it("names a session without a user by the machine's word, and finds the person behind it", async () => {
    addSession(world.site, 2, { UserId: null, ConnectionState: 1 });
    world.sdk = sdkThatSays(() => [untrusted]);
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.get(guid(4, 2))).toMatchObject({
      user: "vienna\\BKRAL",
      userSource: "untrusted",
      userKey: "S-1-5-21-1-2-3-1002",
      appState: "PreLogon",
    });
    expect(snapshot.machines.get(MACHINE)?.pendingSessions).toBe(2);
    expect(snapshot.sessionKeysOfUser("S-1-5-21-1-2-3-1002").size).toBe(1);
  });

  it("is lost alone: the tables go on, and what it told stays", async () => {
    addSession(world.site, 2, { UserId: null, ConnectionState: 1 });
    let fails = false;
    world.sdk = sdkThatSays(() => {
      if (fails) throw new DeskError("unavailable", "The bridge does not answer.");
      return [untrusted];
    });
    await world.publish();
    fails = true;
    world.clock.advance(60_000);
    const result = await world.run();
    expect(result.sources.map(({ state }) => state)).toEqual(["ok", "absent", "lost"]);
    expect(result.sources[2]?.problem).toBe("The bridge does not answer.");
    expect(world.store.isChanged).toBe(false);
  });

  it("never names an anonymous session", async () => {
    addSession(world.site, 2, { UserId: null, IsAnonymous: 1 });
    world.sdk = sdkThatSays(() => [untrusted]);
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.get(guid(4, 2))).toMatchObject({ user: null, userSource: "none", anonymous: true });
  });
});

describe("a lost database", () => {
  it("keeps what was read with its age, and catches up when it is back", async () => {
    const before = await world.publish();
    world.isLost = true;
    world.clock.advance(60_000);
    const failed = await world.run();
    expect(failed.sources[0]).toMatchObject({ state: "lost", asOf: START, problem: "The database cannot be reached." });
    expect(failed.samples).toEqual([]);
    expect(before.snapshot.sessions.size).toBe(1);
    world.isLost = false;
    addSession(world.site, 2, { UserId: 2, ModifiedDate: "2026-11-17T09:05:30.000Z" });
    world.clock.advance(60_000);
    const { snapshot } = await world.publish();
    expect(snapshot.sources[0]?.state).toBe("ok");
    expect(snapshot.sessions.size).toBe(2);
  });

  it("forgets nothing where a whole read breaks off in the middle", async () => {
    await world.publish();
    world.clock.advance(11 * 60_000);
    world.site.run("DELETE FROM Session");
    world.site.run("DELETE FROM Machine");
    world.site.run("ALTER TABLE ApplicationInstance RENAME TO Away");
    const failed = await world.run();
    expect(failed.sources[0]?.state).toBe("lost");
    expect(world.store.isChanged).toBe(false);
  });

  it("reads what changes while a whole read that failed rests, and then reads whole again", async () => {
    await world.publish();
    world.site.run("DELETE FROM Session");
    world.clock.advance(11 * 60_000);
    world.isLost = true;
    await world.run();
    world.isLost = false;
    addSession(world.site, 2, { UserId: 2, ModifiedDate: "2026-11-17T09:16:00.000Z" });
    world.clock.advance(2_000);
    expect((await world.publish()).snapshot.sessions.size).toBe(2);
    world.clock.advance(60_000);
    expect((await world.publish()).snapshot.sessions.size).toBe(1);
  });

  it("never shows a session as nobody's because the read of its person failed", async () => {
    await world.publish();
    addPerson(world.site, 9, "newer", "Newer Still", { ModifiedDate: "2026-11-01T00:00:00.000Z" });
    addSession(world.site, 5, { UserId: 9, ModifiedDate: "2026-11-17T09:05:01.000Z" });
    world.around = async (sql, read) => {
      if (sql.includes("u.Id IN")) throw new DeskError("unavailable", "No answer within 20 s.");
      return read();
    };
    world.clock.advance(2_000);
    expect((await world.publish()).snapshot.sessions.has(guid(4, 5))).toBe(false);
    world.around = (_sql, read) => read();
    world.clock.advance(2_000);
    expect((await world.publish()).snapshot.sessions.get(guid(4, 5))).toMatchObject({ user: "VIENNA\\newer" });
  });

  it("calls a source stale that is readable but that nobody writes into", async () => {
    await world.run();
    world.clock.advance(16 * 60_000);
    const { sources } = await world.run();
    expect(sources[0]).toMatchObject({ state: "stale", problem: "Nothing was written into it for 21 minutes." });
  });
});

describe("the database's clock", () => {
  it("corrects ours: what is read is as old as the site says", async () => {
    const ours = { now: () => world.clock.now() + FAULT.skewMs };
    const monitor = openMonitorTables(world.site.url, { readMsMax: 5_000 });
    const skewed = withFaults(monitor, { active: new Set() }, world.clock);
    const pass = new Pass({ monitor: skewed, broker: null, sdk: null }, { site: ours, wall: ours });
    const run = pass.run();
    let step = await run.next();
    while (!step.done) step = await run.next();
    expect(step.value).toMatchObject({ asOf: START, clockSkewMs: FAULT.skewMs, sources: [{ asOf: START }, {}, {}] });
    await monitor.close();
  });
});

describe("broker tables", () => {
  it("add the agent's last contact, matched by the machine's UUID", async () => {
    world.site.insert("Workers", { Uid: 1, UUID: MACHINE.toUpperCase() });
    world.site.insert("WorkerRegistrations", { Uid: 1, LastContactTime: "2026-11-17T09:04:00.000Z" });
    world.readBroker = true;
    const { snapshot } = await world.publish();
    expect(snapshot.machines.get(MACHINE)?.lastContactAt).toBe(Date.parse("2026-11-17T09:04:00.000Z"));
  });
});
