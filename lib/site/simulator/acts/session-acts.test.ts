import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { launch } from "../model/launching";
import { loseContact } from "../model/machines";
import { type OpenedSite, openSite, practiceSite } from "../practice.fixture";
import { act, brokenSite, healthySession, nobodyComes, rowOf, sessionsWhere } from "./acts.fixture";

/** What each act on a session comes to, for whoever works and for each kind of ghost. */

const logOff = ({ id }: Session) => ({ verb: "log-off", sessionKey: id }) as const;

/** Its user tries again, as somebody on the telephone would. */
function launchAs(world: World, session: Session): Session | null {
  const person = world.personById(session.personId ?? session.brokeredFor ?? 0);
  return launch(world, { person, group: world.groupById(session.groupId), device: person.device });
}

/** Asks for the log-off of all of them; the numbers of those that ended. */
async function loggedOff(opened: OpenedSite, sessions: readonly Session[]): Promise<number[]> {
  for (const session of sessions) act(opened, logOff(session));
  await opened.pass(2 * MINUTE);
  return sessions.filter(({ end }) => end !== null).map(({ uid }) => uid);
}

describe("log-off", () => {
  it("of somebody who works: accepted at once, under way, over within half a minute", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Office desktops");
    expect(act(opened, logOff(session))).toEqual({ kind: "accepted", powerActionUid: null });
    expect(session).toMatchObject({ loggingOff: true, end: null });
    await opened.pass(4 * SECOND);
    expect(session.end).toBeNull();
    await opened.pass(22 * SECOND);
    expect(session).toMatchObject({ exitCode: 1, windows: null });
    expect(rowOf(opened, session)).toMatchObject({ ExitCode: 1, ConnectionState: 3 });
  });

  it("asked twice is one log-off, and nothing its user does stops it", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Office desktops");
    act(opened, logOff(session));
    const due = session.timers.logOff;
    await opened.pass(2 * SECOND);
    act(opened, logOff(session));
    expect(session.timers.logOff).toBe(due);
    const another = launchAs(world, session);
    expect(another).not.toBe(session);
    await opened.pass(30 * SECOND);
    expect(session.end).not.toBeNull();
    expect(another?.end).toBeNull();
  });

  it("of a session that its server no longer has is accepted, and nothing happens ever", async () => {
    const { opened, ghosts } = await brokenSite("gone", 3);
    for (const ghost of ghosts) expect(act(opened, logOff(ghost)).kind).toBe("accepted");
    await opened.pass(6 * HOUR);
    for (const ghost of ghosts) expect(ghost).toMatchObject({ end: null, state: "Disconnected" });
    for (const ghost of ghosts) expect(ghost.loggingOff ?? false).toBe(false);
  });

  it("of nameless sessions works exactly where a Windows session exists", async () => {
    const { opened, ghosts } = await brokenSite("nameless", 14);
    const alive = ghosts.filter(({ windows }) => windows !== null);
    expect(alive.length).toBeGreaterThan(0);
    expect(alive.length).toBeLessThan(ghosts.length);
    for (const ghost of ghosts) act(opened, logOff(ghost));
    await opened.pass(10 * MINUTE);
    expect(ghosts.filter(({ end }) => end !== null)).toEqual(alive);
    const cleared = opened.tables.count(`SELECT 1 FROM "SimTruth" WHERE "ClearedBy" = 'log-off'`);
    expect(cleared).toBe(alive.length);
  });

  it("of a hung logon works in part of the cases, the same ones whenever it is asked", async () => {
    const over: number[][] = [];
    for (const wait of [0, 7 * MINUTE]) {
      const { opened, ghosts } = await brokenSite("hung", 12);
      nobodyComes(opened.site.world);
      await opened.pass(wait);
      over.push(await loggedOff(opened, ghosts));
      expect(ghosts.filter(({ end, loggingOff }) => end === null && !loggingOff)).toEqual([]);
      expect(over[0]?.length).toBeLessThan(ghosts.length);
    }
    expect(over[0]?.length).toBeGreaterThan(0);
    expect(over[1]).toEqual(over[0]);
  });

  it("of a desktop that is stuck works in part of the cases", async () => {
    let asked = 0;
    let over = 0;
    for (const seed of [1, 2, 3]) {
      const { opened, ghosts } = await brokenSite("stuck", 3, { seed });
      asked += ghosts.length;
      over += (await loggedOff(opened, ghosts)).length;
    }
    expect(over).toBeGreaterThan(0);
    expect(over).toBeLessThan(asked);
  });

  it("is refused where the agent is not heard, and where the session has ended", () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Office desktops");
    loseContact(world, world.machineById(session.machineId), 5 * MINUTE);
    expect(() => act(opened, logOff(session))).toThrowError(
      expect.objectContaining({
        errorId: "SessionOperationFailed",
        data: expect.objectContaining({ OperationsAttemptedCount: 1, DesktopExecutionFailuresCount: 1 }),
      }),
    );
    expect(session.loggingOff ?? false).toBe(false);
    const unknown = { verb: "log-off", sessionKey: "00000000-0000-4000-8000-000000000000" } as const;
    expect(() => act(opened, unknown)).toThrowError(expect.objectContaining({ errorId: "UnknownObject" }));
  });

  it("goes on where the program is closed in the middle, and two weeks later all is well", async () => {
    const first = practiceSite();
    const session = healthySession(first.site.world, "Office desktops");
    act(first, logOff(session));
    first.site.close();
    const again = openSite(first.file, 12 * HOUR);
    expect(again.site.world.sessions.get(session.id)).toMatchObject({ loggingOff: true });
    await again.pass(MINUTE);
    expect(again.site.world.sessions.has(session.id)).toBe(false);
    await again.pass(14 * DAY);
    expect(again.tables.count(`SELECT 1 FROM "Session" WHERE "SessionKey" = ? AND "EndDate" IS NULL`, session.id)).toBe(
      0,
    );
  });
});

describe("disconnect", () => {
  it("parts somebody who works from the client a moment later, and they come back to the same session", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Office desktops");
    act(opened, { verb: "disconnect", sessionKey: session.id });
    expect(session.state).toBe("Active");
    await opened.pass(4 * SECOND);
    expect(session).toMatchObject({ state: "Disconnected", windows: { state: "Disconnected" } });
    expect(rowOf(opened, session)).toMatchObject({ ConnectionState: 2, EndDate: null });
    await opened.pass(16 * MINUTE);
    expect(session).toMatchObject({ state: "Active", end: null });
  });

  it("waits for a logon to be over", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    opened.site.startScenario("slow-logon", { count: 1 });
    await opened.pass(2 * MINUTE);
    const [session] = sessionsWhere(world, ({ cause, established }) => cause === "slow-logon" && established);
    act(opened, { verb: "disconnect", sessionKey: session?.id ?? "" });
    await opened.pass(MINUTE);
    expect(session).toMatchObject({ state: "Connected", pending: true });
    await opened.pass(15 * MINUTE);
    expect(session?.logOnMs).not.toBeNull();
    const log = opened.tables.rows(
      `SELECT "DisconnectDate" FROM "Connection" WHERE "SessionKey" = ?`,
      session?.id ?? "",
    );
    expect(log[0]?.DisconnectDate).not.toBeNull();
  });

  it.each(["nameless", "gone", "hung", "stuck"] as const)("changes nothing about a %s session", async (kind) => {
    const { opened, ghosts } = await brokenSite(kind, 2);
    const before = ghosts.map(({ state, stateSince }) => ({ state, stateSince }));
    for (const { id } of ghosts) act(opened, { verb: "disconnect", sessionKey: id });
    await opened.pass(5 * MINUTE);
    expect(ghosts.map(({ state, stateSince }) => ({ state, stateSince }))).toEqual(before);
  });
});

describe("hiding", () => {
  it("lets the person of a vanished session in again, and unhiding shows that it is still there", async () => {
    const { opened, world, ghosts } = await brokenSite("gone", 4);
    const ghost = ghosts.find((each) => world.groupById(each.groupId).sessionSupport === "MultiSession");
    if (!ghost) throw new Error("None is on a server");
    expect(launchAs(world, ghost)).toBeNull();
    act(opened, { verb: "hide", sessionKey: ghost.id });
    const fresh = launchAs(world, ghost);
    expect(fresh).not.toBeNull();
    expect(fresh).not.toBe(ghost);
    await opened.pass(10 * MINUTE);
    expect(fresh?.logOnMs).not.toBeNull();
    expect(ghost).toMatchObject({ hidden: true, end: null });
    act(opened, { verb: "unhide", sessionKey: ghost.id });
    expect(ghost.hidden).toBe(false);
    expect(opened.tables.count(`SELECT 1 FROM "SimTruth" WHERE "Subject" = ? AND "ClearedAt" IS NULL`, ghost.id)).toBe(
      1,
    );
  });

  it("makes its user try again soon, and get in", async () => {
    const { opened, world, ghosts } = await brokenSite("gone", 4);
    const ghost = ghosts.find((each) => {
      const person = world.personById(each.personId ?? 0);
      const atWork = person.leaveAt !== null && person.leaveAt > world.now + 20 * MINUTE;
      return atWork && person.groupId === each.groupId && world.groupById(each.groupId).desktopKind === "Shared";
    });
    if (!ghost) throw new Error("Nobody is at work");
    act(opened, { verb: "hide", sessionKey: ghost.id });
    await opened.pass(8 * MINUTE);
    const own = world.census.sessionsOf(ghost.personId ?? 0).filter((each) => each !== ghost && !each.pending);
    expect(own.map(({ state }) => state)).toEqual(["Active"]);
  });

  it("of somebody who is away: they come back to a new session", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = healthySession(world, "Office desktops");
    act(opened, { verb: "disconnect", sessionKey: session.id });
    await opened.pass(10 * SECOND);
    act(opened, { verb: "hide", sessionKey: session.id });
    await opened.pass(25 * MINUTE);
    expect(session.state).toBe("Disconnected");
    const own = world.census.sessionsOf(session.personId ?? 0).filter((each) => each.groupId === session.groupId);
    expect(own).toHaveLength(2);
  });

  it("is refused for private desktops", () => {
    const opened = practiceSite();
    const session = healthySession(opened.site.world, "Engineering desktops");
    expect(() => act(opened, { verb: "hide", sessionKey: session.id })).toThrowError(
      expect.objectContaining({ errorId: "InvalidOperation", message: expect.stringContaining("shared") }),
    );
    expect(session.hidden).toBe(false);
  });
});

describe("a message", () => {
  it("is shown where a Windows session is, as it was written", async () => {
    const opened = practiceSite();
    const session = healthySession(opened.site.world, "Business applications");
    const text = "Bitte speichern: „Größe“ $(Get-Date) ' \"\n5 Minuten 🙂";
    act(opened, { verb: "message", sessionKey: session.id, title: "IT", text });
    expect(session.message).toEqual({ title: "IT", text, at: opened.site.now });
    expect(openSite(opened.file).site.world.sessions.get(session.id)?.message?.text).toBe(text);
  });

  it("to a session that is gone is accepted and shown nowhere", async () => {
    const { opened, ghosts } = await brokenSite("gone", 1);
    const [ghost] = ghosts;
    expect(act(opened, { verb: "message", sessionKey: ghost?.id ?? "", title: "IT", text: "?" }).kind).toBe("accepted");
    expect(ghost?.message).toBeUndefined();
  });
});
