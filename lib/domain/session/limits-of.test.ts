import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../ghost/facts.fixture";
import type { Session } from "../site";
import type { Timer } from "./life";
import type { Limit, Standby, TimerBook } from "./limits";
import { limitsOf } from "./limits-of";
import {
  book,
  citrix,
  DISCONNECTED,
  IDLE,
  LINGERING,
  listener,
  ON_A_DESKTOP,
  PRE_LAUNCHED,
  policy,
  READ_AT,
  session,
  standby,
} from "./sessions.fixture";

function limit(found: Session, limits: TimerBook, timer: Timer): Limit | undefined {
  return limitsOf(found, limits).find((each) => each.timer === timer);
}

describe("the limits of a server", () => {
  const idle = session(IDLE);

  it("come from its policy before its listener, also where the policy says never", () => {
    const machine = [listener("idle", HOUR), policy("idle", 2 * HOUR)];
    expect(limit(idle, book({ machine }), "idle")).toMatchObject({ ms: 2 * HOUR, source: "rds-group-policy" });
    const never = [listener("idle", HOUR), policy("idle", 0)];
    expect(limit(idle, book({ machine: never }), "idle")).toEqual({
      ...{ kind: "off", timer: "idle", source: "rds-group-policy", readAt: READ_AT },
    });
    expect(limit(idle, book({ machine: [listener("idle", HOUR)] }), "idle")).toMatchObject({ source: "rds-listener" });
  });

  it("are off where it was asked and has none, unknown where it was not", () => {
    expect(limit(idle, book(), "idle")).toEqual({ kind: "off", timer: "idle", source: null, readAt: READ_AT });
    expect(limit(idle, book({ machine: null }), "idle")).toEqual({ kind: "unknown", timer: "idle" });
  });

  it("are never those of a Citrix policy", () => {
    expect(limit(idle, book({ machine: [citrix("idle", HOUR)] }), "idle")).toMatchObject({ kind: "off", source: null });
  });
});

describe("the limits of a single-session machine", () => {
  const idle = session(IDLE, ON_A_DESKTOP);

  it("come from its Citrix policies and from nothing else", () => {
    expect(limit(idle, book({ machine: [citrix("idle", HOUR)] }), "idle")).toMatchObject({ ms: HOUR });
    expect(limit(idle, book({ machine: [policy("idle", HOUR), listener("idle", HOUR)] }), "idle")).toEqual({
      ...{ kind: "unknown", timer: "idle" },
    });
  });

  it("are unknown where it does not say them, whatever else it says: not every one of them is documented", () => {
    const found = session(DISCONNECTED, ON_A_DESKTOP);
    const limits = book({ machine: [citrix("idle", HOUR)] });
    expect(limit(found, limits, "disconnected")).toEqual({ kind: "unknown", timer: "disconnected" });
  });

  it("are off where it says 0", () => {
    expect(limit(idle, book({ machine: [citrix("idle", 0)] }), "idle")).toMatchObject({ kind: "off" });
  });
});

describe("the limits of a session that stands by", () => {
  const by = (setting: Partial<Standby>, found = session(LINGERING)) => {
    const limits = book({ standby: [standby("linger", setting)] });
    return [limit(found, limits, "linger-disconnect")?.kind, limit(found, limits, "linger-terminate")?.kind];
  };

  it("are off where they are 0", () => {
    expect(by({ disconnectMs: 0 })).toEqual(["off", "set"]);
    expect(by({ terminateMs: 0 })).toEqual(["set", "off"]);
    expect(by({ disconnectMs: 0, terminateMs: 0 })).toEqual(["off", "off"]);
  });

  it("end it at once where both are the same, and the first cannot be beyond the second", () => {
    expect(by({ disconnectMs: 2 * HOUR - 1 })).toEqual(["set", "set"]);
    expect(by({ disconnectMs: 2 * HOUR })).toEqual(["off", "set"]);
    expect(by({ disconnectMs: 2 * HOUR + 1 })).toEqual(["off", "set"]);
  });

  it("hold for everybody, or for the accounts that they name", () => {
    expect(by({ users: ["CORP\\bob", "corp\\ANN"] })).toEqual(["set", "set"]);
    expect(by({ users: null }, session(LINGERING, { user: null }))).toEqual(["set", "set"]);
  });

  it("are unknown where they may hold by a group of the directory", () => {
    const unknown = ["unknown", "unknown"];
    expect(by({ users: ["CORP\\Sales"] })).toEqual(unknown);
    expect(by({ users: ["CORP\\ann"] }, session(LINGERING, { user: null }))).toEqual(unknown);
    expect(by({ users: ["PC-ANN"] }, session(LINGERING, { user: "PC-ANN", userSource: "client" }))).toEqual(unknown);
  });

  it("are unknown where the group has no such setting any more, or has it switched off", () => {
    expect(by({ enabled: false })).toEqual(["unknown", "unknown"]);
    expect(by({ groupKey: "group-2" })).toEqual(["unknown", "unknown"]);
    expect(by({ kind: "pre-launch" })).toEqual(["unknown", "unknown"]);
  });

  it("leave out the disconnect of one that is disconnected already", () => {
    const found = session(PRE_LAUNCHED, DISCONNECTED);
    const limits = book({ standby: [standby("pre-launch")], machine: [policy("disconnected", 5 * HOUR)] });
    expect(limitsOf(found, limits)).toEqual([
      {
        ...{ kind: "set", timer: "pre-launch-terminate", ms: 2 * HOUR },
        ...{ source: "group-pre-launch", readAt: READ_AT },
      },
      { kind: "set", timer: "disconnected", ms: 5 * HOUR, source: "rds-group-policy", readAt: READ_AT },
    ]);
  });

  it("are not asked of anything else", () => {
    const limits = book({ standby: [standby("linger"), standby("pre-launch")], machine: [policy("idle", MINUTE)] });
    expect(limitsOf(session(IDLE), limits).map(({ timer }) => timer)).toEqual(["idle", "connection"]);
  });
});
