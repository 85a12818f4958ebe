import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addMachine, addPerson, addSession, guid, MACHINE } from "@/lib/site/tables/site-file.fixture";
import { CollectorWorld } from "./pass.fixture";

/** What a pass reads from the tables, and what the next one changes. */

const STAMPS = { CreatedDate: "2026-11-17T09:05:01.000Z", ModifiedDate: "2026-11-17T09:05:01.000Z" };
let world: CollectorWorld;
beforeEach(() => {
  world = new CollectorWorld();
});
afterEach(() => world.close());

describe("a pass", () => {
  it("composes what the tables say", async () => {
    const { snapshot } = await world.publish();
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
    addSession(world.site, 2, { UserId: null, ConnectionState: 1 }, { ClientName: null });
    addSession(world.site, 3, { UserId: null, ConnectionState: 77 });
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.get(guid(4, 2))).toMatchObject({ user: null, userSource: "none", state: "Connected" });
    expect(snapshot.sessions.get(guid(4, 3))).toMatchObject({ user: "PC-3", userSource: "client", state: "77" });
  });

  it("says nothing when nothing changed, though the overlap is read again", async () => {
    await world.publish();
    world.clock.advance(2_000);
    await world.run();
    expect(world.store.isChanged).toBe(false);
  });

  it("follows a start, a change and an end by ModifiedDate", async () => {
    await world.publish();
    addSession(world.site, 2, { UserId: 2, ModifiedDate: "2026-11-17T09:05:01.000Z" });
    world.clock.advance(2_000);
    expect((await world.publish()).change.sessions).toEqual([guid(4, 2)]);
    world.site.run(
      `UPDATE Session SET ConnectionState = 2, ModifiedDate = ? WHERE SessionKey = ?`,
      "2026-11-17T09:05:03.000Z",
      guid(4, 2),
    );
    world.clock.advance(2_000);
    const changed = await world.publish();
    expect(changed.change.sessions).toEqual([guid(4, 2)]);
    expect(changed.snapshot.sessions.get(guid(4, 2))?.state).toBe("Disconnected");
    world.site.run(
      `UPDATE Session SET EndDate = ?, ModifiedDate = ? WHERE SessionKey = ?`,
      "2026-11-17T09:05:05.000Z",
      "2026-11-17T09:05:05.000Z",
      guid(4, 2),
    );
    world.clock.advance(2_000);
    const ended = await world.publish();
    expect(ended.snapshot.sessions.has(guid(4, 2))).toBe(false);
    expect(ended.snapshot.sessionKeysOfUser("S-1-5-21-1-2-3-1002").size).toBe(0);
  });

  it("finds by a whole read what no ModifiedDate told: a groomed row", async () => {
    await world.publish();
    world.site.run("DELETE FROM Session");
    world.clock.advance(2_000);
    await world.run();
    expect(world.store.isChanged).toBe(false);
    world.clock.advance(10 * 60_000);
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.size).toBe(0);
  });

  it("reads the person of a session whose row came after the people were read", async () => {
    await world.publish();
    addPerson(world.site, 9, "newer", "Newer Still", { ModifiedDate: "2026-11-01T00:00:00.000Z" });
    addSession(world.site, 5, { UserId: 9, ModifiedDate: "2026-11-17T09:05:01.000Z" });
    world.clock.advance(2_000);
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.get(guid(4, 5))).toMatchObject({ user: "VIENNA\\newer", userSource: "user" });
  });

  it("renames the sessions of a machine that is renamed, and forgets a machine that left the site", async () => {
    addMachine(world.site, 2);
    await world.publish();
    world.site.run(
      `UPDATE Machine SET Name = 'VIENNA\\NEW01', ModifiedDate = '2026-11-17T09:05:01.000Z' WHERE Id = ?`,
      MACHINE,
    );
    world.site.run(
      `UPDATE Machine SET LifecycleState = 1, ModifiedDate = '2026-11-17T09:05:01.000Z' WHERE Id = ?`,
      guid(2, 2),
    );
    world.clock.advance(2_000);
    const { snapshot } = await world.publish();
    expect(snapshot.sessions.get(guid(4, 1))?.machine).toBe("NEW01");
    expect(snapshot.machines.has(guid(2, 2))).toBe(false);
  });
});

describe("what a pass must not miss", () => {
  it("a row that was committed seconds after it was stamped", async () => {
    await world.publish();
    addSession(world.site, 2, { ModifiedDate: "2026-11-17T09:05:20.000Z" });
    world.clock.advance(20_000);
    await world.publish();
    world.clock.advance(2_000);
    await world.publish();
    addSession(world.site, 3, { ModifiedDate: "2026-11-17T09:05:11.000Z" });
    world.clock.advance(2_000);
    expect((await world.publish()).change.sessions).toEqual([guid(4, 3)]);
  });

  it("a new name of a group, within a minute, however often it reads", async () => {
    await world.publish();
    world.site.run("UPDATE DesktopGroup SET Name = 'Renamed'");
    world.clock.advance(59_000);
    expect((await world.publish()).snapshot.machines.get(MACHINE)?.deliveryGroup).toBe("Office Desktops");
    world.clock.advance(1_000);
    const { snapshot } = await world.publish();
    expect(snapshot.machines.get(MACHINE)?.deliveryGroup).toBe("Renamed");
    expect(snapshot.sessions.get(guid(4, 1))?.deliveryGroup).toBe("Renamed");
  });

  it("an application that starts in a session, nor its end", async () => {
    world.site.insert("Application", {
      Id: guid(5, 1),
      Name: "outlook-1",
      PublishedName: "Outlook",
      LifecycleState: 0,
      ...STAMPS,
    });
    await world.publish();
    world.site.insert("ApplicationInstance", {
      Id: 1,
      ApplicationId: guid(5, 1),
      SessionKey: guid(4, 1),
      StartDate: "2026-11-17T09:05:01.000Z",
      ...STAMPS,
    });
    world.clock.advance(2_000);
    expect((await world.publish()).snapshot.sessions.get(guid(4, 1))?.applications).toEqual(["Outlook"]);
    const end = "2026-11-17T09:05:03.000Z";
    world.site.run("UPDATE ApplicationInstance SET EndDate = ?, ModifiedDate = ?", end, end);
    world.clock.advance(2_000);
    expect((await world.publish()).snapshot.sessions.get(guid(4, 1))?.applications).toEqual([]);
  });

  it("a machine that left the site while a name changed, nor its sessions", async () => {
    await world.publish();
    world.site.run("UPDATE Catalog SET Name = 'Servers 2019'");
    world.site.run("DELETE FROM Machine");
    world.clock.advance(10 * 60_000);
    const { snapshot, change } = await world.publish();
    expect(snapshot.machines.size).toBe(0);
    expect(change.machines).toEqual([MACHINE]);
    expect(snapshot.sessions.get(guid(4, 1))?.machine).toBeNull();
  });

  it("a session written after the sessions were read and before the machines were, though much later was stamped", async () => {
    await world.publish();
    let sessionsRead = () => {};
    const waiting = new Promise<void>((resolve) => {
      sessionsRead = resolve;
    });
    let reads = 0;
    world.around = async (sql, read) => {
      if (sql.includes('FROM "Machine"')) {
        await waiting;
        addSession(world.site, 2, { ModifiedDate: "2026-11-17T09:05:02.000Z" });
        addMachine(world.site, 2, { ModifiedDate: "2026-11-17T09:05:30.000Z" });
      }
      const rows = await read();
      if (sql.includes('"Session" s')) reads += 1;
      if (reads === 2) sessionsRead();
      return rows;
    };
    world.clock.advance(32_000);
    expect((await world.publish()).change).toMatchObject({ sessions: [], machines: [guid(2, 2)] });
    world.around = (_sql, read) => read();
    world.clock.advance(2_000);
    expect((await world.publish()).change.sessions).toEqual([guid(4, 2)]);
  });

  it("what is written now, though a row of a controller whose clock is ahead is stamped in an hour", async () => {
    addMachine(world.site, 2, { ModifiedDate: "2026-11-17T10:05:00.000Z" });
    await world.publish();
    addSession(world.site, 2, { ModifiedDate: "2026-11-17T09:05:01.000Z" });
    world.clock.advance(2_000);
    expect((await world.publish()).change.sessions).toEqual([guid(4, 2)]);
    addSession(world.site, 3, { ModifiedDate: "2026-11-17T09:05:03.000Z" });
    world.clock.advance(2_000);
    expect((await world.publish()).change.sessions).toEqual([guid(4, 3)]);
  });
});

describe("samples", () => {
  it("counts once a minute, the site and each group", async () => {
    const first = await world.run();
    expect(first.samples.map(({ groupKey, counts }) => [groupKey, counts.sessions])).toEqual([
      ["", 1],
      [guid(1, 1), 1],
    ]);
    world.clock.advance(10_000);
    expect((await world.run()).samples).toEqual([]);
    world.clock.advance(60_000);
    expect((await world.run()).samples).toHaveLength(2);
  });

  it("are taken on where the clock was days ahead, and not twice where it is corrected a little", async () => {
    await world.run();
    world.clock.advance(-90_000);
    expect((await world.run()).samples).toEqual([]);
    world.clock.advance(-3 * 86_400_000);
    expect((await world.run()).samples).toHaveLength(2);
  });
});
