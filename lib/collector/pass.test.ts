import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { DeskError } from "@/lib/errors";
import type { SdkSession, SdkSource } from "@/lib/site/port";
import { openBrokerTables, openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import {
  addMachine,
  addPerson,
  addSession,
  fillSmallSite,
  guid,
  MACHINE,
  makeSiteFile,
  type SiteFile,
} from "@/lib/site/tables/site-file.fixture";
import { Pass } from "./pass";
import type { PassResult } from "./protocol";
import { SnapshotStore } from "./snapshot-store";

/** The collector over real tables: what a pass reads, what the next one changes, what a lost source costs. */

let site: SiteFile;
let clock: FixedClock;
let lost: boolean;
let databases: TablesDatabase[];
const START = Date.parse("2026-11-17T09:05:00.000Z");

beforeEach(() => {
  site = makeSiteFile();
  fillSmallSite(site);
  clock = new FixedClock(START);
  lost = false;
  databases = [];
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.close()));
  site.remove();
});

function monitor(): TablesDatabase {
  const database = openMonitorTables(site.url, { readMsMax: 5_000 });
  databases.push(database);
  return {
    ...database,
    query: async (sql, parameters) => {
      if (lost) throw new DeskError("unavailable", "The database cannot be reached.");
      return database.query(sql, parameters);
    },
  };
}

function sdkThatSays(sessions: () => SdkSession[]): SdkSource {
  return {
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
      controllers: [],
    }),
  };
}

class World {
  readonly store = new SnapshotStore();
  readonly pass: Pass;

  constructor(sdk: SdkSource | null = null) {
    this.pass = new Pass({ monitor: monitor(), broker: null, sdk }, { site: clock, wall: clock });
  }

  async run(): Promise<Omit<PassResult, "pollMs">> {
    const run = this.pass.run();
    for (;;) {
      const step = await run.next();
      if (step.done) return step.value;
      this.store.add(step.value);
    }
  }

  publish(result: Omit<PassResult, "pollMs">) {
    return this.store.publish(
      { asOf: result.asOf ?? 0, siteName: "", sources: result.sources, clockSkewMs: null },
      false,
    );
  }
}

describe("a pass", () => {
  it("composes what the tables say", async () => {
    const world = new World();
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.get(guid(4, 1))).toMatchObject({
      user: "VIENNA\\anovak",
      userSource: "user",
      userFullName: "Anna Novak",
      machine: "CTX-XA01",
      deliveryGroup: "Office Desktops",
      sessionSupport: "MultiSession",
      state: "Active",
      appState: null,
      hidden: null,
      client: "PC-1",
    });
    expect(snapshot.sessionKeysOfUser("S-1-5-21-1-2-3-1001")).toEqual(new Set([guid(4, 1)]));
    expect(snapshot.machines.get(MACHINE)).toMatchObject({
      registration: "Registered",
      power: "On",
      catalog: "Servers 2016",
    });
  });

  it("keeps a session whose user is null, and a number nobody listed", async () => {
    addSession(site, 2, { UserId: null, ConnectionState: 1 }, { ClientName: null });
    addSession(site, 3, { UserId: null, ConnectionState: 77 });
    const world = new World();
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.get(guid(4, 2))).toMatchObject({ user: null, userSource: "none", state: "Connected" });
    expect(snapshot.sessions.get(guid(4, 3))).toMatchObject({ user: "PC-3", userSource: "client", state: "77" });
  });

  it("says nothing when nothing changed, though the overlap is read again", async () => {
    const world = new World();
    world.publish(await world.run());
    clock.advance(2_000);
    await world.run();
    expect(world.store.isChanged).toBe(false);
  });

  it("follows a start, a change and an end by ModifiedDate", async () => {
    const world = new World();
    world.publish(await world.run());
    addSession(site, 2, { UserId: 2, ModifiedDate: "2026-11-17T09:05:01.000Z" });
    clock.advance(2_000);
    expect(world.publish(await world.run()).change.sessions).toEqual([guid(4, 2)]);
    site.run(
      `UPDATE Session SET ConnectionState = 2, ModifiedDate = ? WHERE SessionKey = ?`,
      "2026-11-17T09:05:03.000Z",
      guid(4, 2),
    );
    clock.advance(2_000);
    const changed = world.publish(await world.run());
    expect(changed.change.sessions).toEqual([guid(4, 2)]);
    expect(changed.snapshot.sessions.get(guid(4, 2))?.state).toBe("Disconnected");
    site.run(
      `UPDATE Session SET EndDate = ?, ModifiedDate = ? WHERE SessionKey = ?`,
      "2026-11-17T09:05:05.000Z",
      "2026-11-17T09:05:05.000Z",
      guid(4, 2),
    );
    clock.advance(2_000);
    const ended = world.publish(await world.run());
    expect(ended.snapshot.sessions.has(guid(4, 2))).toBe(false);
    expect(ended.snapshot.sessionKeysOfUser("S-1-5-21-1-2-3-1002").size).toBe(0);
  });

  it("finds by a whole read what no ModifiedDate told: a groomed row", async () => {
    const world = new World();
    world.publish(await world.run());
    site.run("DELETE FROM Session");
    clock.advance(2_000);
    await world.run();
    expect(world.store.isChanged).toBe(false);
    clock.advance(10 * 60_000);
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.size).toBe(0);
  });

  it("reads the person of a session whose row came after the people were read", async () => {
    addPerson(site, 3, "late", "Late Comer", { ModifiedDate: "2026-11-17T08:00:00.000Z" });
    const world = new World();
    site.run("UPDATE User SET ModifiedDate = '2026-11-01T00:00:00.000Z' WHERE Id = 3");
    world.publish(await world.run());
    site.run("DELETE FROM User WHERE Id = 2");
    addPerson(site, 9, "newer", "Newer Still", { ModifiedDate: "2026-11-01T00:00:00.000Z" });
    addSession(site, 5, { UserId: 9, ModifiedDate: "2026-11-17T09:05:01.000Z" });
    clock.advance(2_000);
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.get(guid(4, 5))).toMatchObject({ user: "VIENNA\\newer", userSource: "user" });
  });

  it("renames the sessions of a machine that is renamed, and forgets a machine that left the site", async () => {
    addMachine(site, 2);
    const world = new World();
    world.publish(await world.run());
    site.run(
      `UPDATE Machine SET Name = 'VIENNA\\NEW01', ModifiedDate = '2026-11-17T09:05:01.000Z' WHERE Id = ?`,
      MACHINE,
    );
    site.run(
      `UPDATE Machine SET LifecycleState = 1, ModifiedDate = '2026-11-17T09:05:01.000Z' WHERE Id = ?`,
      guid(2, 2),
    );
    clock.advance(2_000);
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.get(guid(4, 1))?.machine).toBe("NEW01");
    expect(snapshot.machines.has(guid(2, 2))).toBe(false);
  });
});

describe("the SDK as a source", () => {
  const untrusted: SdkSession = {
    sessionKey: guid(4, 2),
    appState: "PreLogon",
    hidden: false,
    untrustedUserName: "vienna\\BKRAL",
    brokeringUserName: "VIENNA\\someone",
    connectionMode: "Unbrokered",
  };

  it("names a session without a user by the machine's word, and finds the person behind it", async () => {
    addSession(site, 2, { UserId: null, ConnectionState: 1 });
    const world = new World(sdkThatSays(() => [untrusted]));
    const { snapshot } = world.publish(await world.run());
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
    addSession(site, 2, { UserId: null, ConnectionState: 1 });
    let fails = false;
    const world = new World(
      sdkThatSays(() => {
        if (fails) throw new DeskError("unavailable", "The bridge does not answer.");
        return [untrusted];
      }),
    );
    world.publish(await world.run());
    fails = true;
    clock.advance(60_000);
    const result = await world.run();
    expect(result.sources.map(({ state }) => state)).toEqual(["ok", "absent", "lost"]);
    expect(result.sources[2]?.problem).toBe("The bridge does not answer.");
    expect(world.store.isChanged).toBe(false);
  });

  it("never names an anonymous session", async () => {
    addSession(site, 2, { UserId: null, IsAnonymous: 1 });
    const world = new World(sdkThatSays(() => [untrusted]));
    const { snapshot } = world.publish(await world.run());
    expect(snapshot.sessions.get(guid(4, 2))).toMatchObject({ user: null, userSource: "none", anonymous: true });
  });
});

describe("a lost database", () => {
  it("keeps what was read with its age, and catches up when it is back", async () => {
    const world = new World();
    const before = world.publish(await world.run());
    lost = true;
    clock.advance(60_000);
    const failed = await world.run();
    expect(failed.sources[0]).toMatchObject({ state: "lost", asOf: START, problem: "The database cannot be reached." });
    expect(failed.samples).toEqual([]);
    expect(before.snapshot.sessions.size).toBe(1);
    lost = false;
    addSession(site, 2, { UserId: 2, ModifiedDate: "2026-11-17T09:05:30.000Z" });
    clock.advance(60_000);
    const back = await world.run();
    expect(back.sources[0]?.state).toBe("ok");
    expect(world.publish(back).snapshot.sessions.size).toBe(2);
  });

  it("forgets nothing where a whole read breaks off in the middle", async () => {
    const world = new World();
    world.publish(await world.run());
    clock.advance(11 * 60_000);
    site.run("ALTER TABLE ApplicationInstance RENAME TO Away");
    const failed = await world.run();
    expect(failed.sources[0]?.state).toBe("lost");
    expect(world.store.isChanged).toBe(false);
  });

  it("calls a source stale that is readable but that nobody writes into", async () => {
    const world = new World();
    await world.run();
    clock.advance(16 * 60_000);
    const { sources } = await world.run();
    expect(sources[0]).toMatchObject({ state: "stale", problem: "Nothing was written into it for 21 minutes." });
  });
});

describe("samples", () => {
  it("counts once a minute, the site and each group", async () => {
    const world = new World();
    const first = await world.run();
    expect(first.samples.map(({ groupKey, counts }) => [groupKey, counts.sessions])).toEqual([
      ["", 1],
      [guid(1, 1), 1],
    ]);
    clock.advance(10_000);
    expect((await world.run()).samples).toEqual([]);
    clock.advance(60_000);
    expect((await world.run()).samples).toHaveLength(2);
  });
});

describe("broker tables", () => {
  it("add the agent's last contact, matched by the machine's UUID", async () => {
    site.insert("Workers", { Uid: 1, UUID: MACHINE.toUpperCase() });
    site.insert("WorkerRegistrations", { Uid: 1, LastContactTime: "2026-11-17T09:04:00.000Z" });
    const broker = openBrokerTables(site.url, { readMsMax: 5_000 });
    const pass = new Pass({ monitor: monitor(), broker, sdk: null }, { site: clock, wall: clock });
    const store = new SnapshotStore();
    const run = pass.run();
    for (let step = await run.next(); !step.done; step = await run.next()) store.add(step.value);
    const { snapshot } = store.publish({ asOf: 0, siteName: "", sources: [], clockSkewMs: null }, false);
    expect(snapshot.machines.get(MACHINE)?.lastContactAt).toBe(Date.parse("2026-11-17T09:04:00.000Z"));
    await broker.close();
  });
});
