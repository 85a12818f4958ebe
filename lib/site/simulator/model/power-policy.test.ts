import { describe, expect, it } from "vitest";
import { healthySession } from "../acts/acts.fixture";
import { HOUR, MINUTE } from "../engine/site-time";
import type { Machine } from "../entities/machine";
import type { Session } from "../entities/session";
import { type OpenedSite, practiceSite } from "../practice.fixture";
import { disconnect, reconnect } from "./connecting";

/** The practice site shows itself at 10:40 on a Thursday. */
const SEEN_AT = 10 * 60 + 40;

interface Left {
  readonly opened: OpenedSite;
  readonly session: Session;
  readonly machine: Machine;
}

/** Somebody who works at a pooled desktop parts from it at this minute of the day, and does not come back. */
async function leftAt(minute: number): Promise<Left> {
  const opened = practiceSite();
  const { site } = opened;
  const session = healthySession(site.world, "Pooled desktops");
  session.timers = {};
  await opened.pass((minute - SEEN_AT) * MINUTE);
  site.act((world) => disconnect(world, session, "user"));
  return { opened, session, machine: site.world.machineById(session.machineId) };
}

const actionsOn = ({ opened, machine }: Left) =>
  [...opened.site.world.powerActions.values()].filter(({ machineId }) => machineId === machine.id);

describe("the power policy of pooled desktops", () => {
  it("shuts the machine down an hour after a disconnect in the evening, and the session ends with it", async () => {
    const left = await leftAt(20 * 60);
    const { opened, session, machine } = left;
    await opened.pass(HOUR - 1_000);
    expect(session.end).toBeNull();
    expect(actionsOn(left)).toEqual([]);
    await opened.pass(2 * MINUTE);
    expect(actionsOn(left)).toMatchObject([{ action: "Shutdown", state: "Completed" }]);
    expect(machine.power).toBe("Off");
    const ended = `SELECT 1 FROM "Session" WHERE "SessionKey" = ? AND "EndDate" IS NOT NULL`;
    expect(opened.tables.count(ended, session.id)).toBe(1);
  });

  it("goes by the hour of the disconnect: one before seven in the evening leaves the session to its own limit", async () => {
    const left = await leftAt(18 * 60 + 59);
    await left.opened.pass(2 * HOUR - 1_000);
    expect(left.session.end).toBeNull();
    expect(actionsOn(left)).toEqual([]);
    await left.opened.pass(2_000);
    expect(left.session.exitCode).toBe(4);
    expect(left.machine.power).not.toBe("Off");
  });

  it("knows no peak hours at the weekend", async () => {
    const left = await leftAt(2 * 24 * 60 + 12 * 60);
    await left.opened.pass(HOUR + 2 * MINUTE);
    expect(left.machine.power).toBe("Off");
  });

  it("does nothing where somebody came back, or where the machine is in maintenance mode", async () => {
    const back = await leftAt(20 * 60);
    await back.opened.pass(30 * MINUTE);
    back.opened.site.act((world) => reconnect(world, back.session, null));
    await back.opened.pass(40 * MINUTE);
    expect(actionsOn(back)).toEqual([]);
    const kept = await leftAt(20 * 60);
    kept.machine.maintenance = true;
    await kept.opened.pass(HOUR + 2 * MINUTE);
    expect(actionsOn(kept)).toEqual([]);
    expect(kept.session.end).toBeNull();
  });
});
