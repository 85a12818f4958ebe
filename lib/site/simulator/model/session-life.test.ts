import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Session } from "../entities/session";
import { type OpenedSite, practiceSite } from "../practice.fixture";
import { disconnect } from "./connecting";
import { endSession } from "./ending";
import { effectiveLoad } from "./load";
import { restartAgent, restartMachine } from "./machines";
import { closeApplications, stand } from "./work";

function someSession(world: World, fits: (session: Session) => boolean): Session {
  const found = [...world.sessions.values()].find(
    (session) => session.established && !session.pending && fits(session),
  );
  if (!found) throw new Error("No such session");
  return found;
}

const groupName = (world: World, session: Session) => world.groupById(session.groupId).name;

/** Nothing but the timers under test: nobody comes to work or starts anything. */
function still(world: World, session: Session): Session {
  session.timers = {};
  for (const person of world.people.values()) person.timers = {};
  return session;
}

const endOf = ({ tables }: OpenedSite, { id }: Session) =>
  tables.rows(`SELECT "EndDate", "ExitCode", "ConnectionState" FROM "Session" WHERE "SessionKey" = ?`, id)[0];

describe("the timers of a session", () => {
  it("disconnects an idle server session after the group's idle limit, and ends it after the disconnected limit", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = still(
      world,
      someSession(world, (each) => groupName(world, each) === "Office desktops"),
    );
    session.idleSince = world.now;
    world.setTimer(session, "idleLimit", world.now + 2 * HOUR);
    await opened.pass(2 * HOUR + MINUTE);
    expect(session).toMatchObject({ state: "Disconnected", idleSince: null, windows: { state: "Disconnected" } });
    await opened.pass(8 * HOUR - 2 * MINUTE);
    expect(session.end).toBeNull();
    await opened.pass(2 * MINUTE);
    expect(endOf(opened, session)).toMatchObject({ ExitCode: 4, ConnectionState: 3 });
    expect(session.end).not.toBeNull();
  });

  it("lets an application session linger: disconnected after 15 minutes, ended after two hours", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = still(
      world,
      someSession(world, (each) => each.applications.length > 0 && !each.anonymous),
    );
    closeApplications(world, session);
    expect(session).toMatchObject({ appState: "Lingering", state: "Active", applications: [] });
    await opened.pass(16 * MINUTE);
    expect(session.state).toBe("Disconnected");
    await opened.pass(2 * HOUR);
    expect(session.end).not.toBeNull();
  });

  it("lets a pre-launched session fall into lingering when its timers ran out", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = still(
      world,
      someSession(world, (each) => each.applications.length > 0 && !each.anonymous),
    );
    Object.assign(session, { applications: [], appState: "PreLogon" });
    stand(world, session, "PreLaunched", { kind: "logged-on", ahead: true });
    await opened.pass(16 * MINUTE);
    expect(session).toMatchObject({ state: "Disconnected", appState: "PreLaunched" });
    await opened.pass(2 * HOUR);
    expect(session).toMatchObject({ state: "Disconnected", appState: "Lingering", end: null });
    await opened.pass(2 * HOUR);
    expect(session.end).not.toBeNull();
  });

  it("keeps nothing of an ended session but its rows", () => {
    const { site } = practiceSite();
    const { world } = site;
    const session = someSession(world, ({ personId }) => personId !== null);
    endSession(world, session, "log-off");
    expect(world.sessions.has(session.id)).toBe(false);
    expect(world.census.sessionsOn(session.machineId).has(session)).toBe(false);
    expect(world.census.sessionsOf(session.personId ?? 0)).not.toContain(session);
    endSession(world, session, "limit");
    expect(session.exitCode).toBe(1);
  });
});

describe("restarts", () => {
  it("of an agent: away and back within a minute, people stay, logons that never came through are dropped", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    opened.site.startScenario("nameless-after-failed-logon", { count: 3 });
    await opened.pass(10 * MINUTE);
    const broken = someBroken(world);
    const machine = world.machineById(broken.machineId);
    const sound = [...world.census.sessionsOn(machine.id)].filter((each) => each.broken === null && !each.pending);
    expect(sound.length).toBeGreaterThan(0);
    restartAgent(world, machine);
    expect(machine.registered).toBe(false);
    await opened.pass(MINUTE);
    expect(machine.registered).toBe(true);
    expect(endOf(opened, broken)).toMatchObject({ ExitCode: 21 });
    expect(sound.filter((each) => each.end !== null && each.exitCode === 21)).toEqual([]);
    const truth = opened.tables.rows(`SELECT "ClearedBy" FROM "SimTruth" WHERE "Subject" = ?`, broken.id);
    expect(truth).toEqual([{ ClearedBy: "agent-restart" }]);
  });

  it("of a machine: everything on it is gone, and it comes back", async () => {
    const opened = practiceSite();
    const { world } = opened.site;
    const session = someSession(world, (each) => groupName(world, each) === "Office desktops");
    disconnect(world, session, "user");
    const machine = world.machineById(session.machineId);
    const there = [...world.census.sessionsOn(machine.id)];
    restartMachine(world, machine);
    expect(world.census.sessionsOn(machine.id).size).toBe(0);
    for (const each of there) expect(each.end).toBe(world.now);
    await opened.pass(12 * MINUTE);
    expect(machine).toMatchObject({ registered: true, power: "On", fault: "None" });
  });
});

function someBroken(world: World): Session {
  const found = [...world.sessions.values()].find((session) => session.broken === "nameless" && session.established);
  if (!found) throw new Error("Nothing is broken");
  return found;
}

describe("the effective load index", () => {
  it("is the largest index and five per cent of the mean of the others", () => {
    expect(effectiveLoad([7_267, 661, 9_633, 5_000])).toBe(9_848);
    expect(effectiveLoad([9_990, 9_000])).toBe(10_000);
  });
});
