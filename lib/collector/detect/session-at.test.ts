import { describe, expect, it } from "vitest";
import type { ConnectionCopy, SessionCopy } from "./copy-cells";
import { sessionAt } from "./session-at";

const MINUTE = 60_000;
const NINE = Date.UTC(2027, 0, 14, 9, 0);
const at = (minute: number) => NINE + minute * MINUTE;
const [CONNECTED, DISCONNECTED, TERMINATED, PREPARING, ACTIVE] = [1, 2, 3, 4, 5];

const ROW: SessionCopy = {
  SessionKey: "00000001-0000-4000-8000-000000000001",
  StartDate: at(0),
  EndDate: null,
  ConnectionState: ACTIVE,
  ConnectionStateChangeDate: at(2),
  LifecycleState: 0,
  UserId: 7,
  MachineId: "00000002-0000-4000-8000-000000000001",
  CreatedDate: at(0),
  ModifiedDate: at(2),
  LogOnDuration: 2 * MINUTE,
  CurrentConnectionId: 1,
  SessionType: 0,
  IsAnonymous: false,
  SessionIdleTime: null,
  FailureId: null,
  FailureDate: null,
};
const LOGON: ConnectionCopy = {
  Id: 1,
  SessionKey: ROW.SessionKey,
  ClientName: "PC-1",
  ClientAddress: null,
  ClientVersion: null,
  ClientPlatform: null,
  Protocol: "HDX",
  IsReconnect: false,
  BrokeringDate: at(0),
  EstablishmentDate: at(0),
  AuthenticationDuration: MINUTE / 2,
  GpoStartDate: null,
  ProfileLoadStartDate: null,
  LogOnStartDate: at(0),
  LogOnEndDate: at(2),
  DisconnectDate: null,
  CreatedDate: at(0),
  ModifiedDate: at(2),
};

const NO_LOGON = { LogOnStartDate: null, LogOnEndDate: null, AuthenticationDuration: null };

interface Choices {
  readonly row?: Partial<SessionCopy>;
  readonly logon?: Partial<ConnectionCopy>;
  readonly more?: readonly Partial<ConnectionCopy>[];
  readonly isSingleSession?: boolean;
  readonly tellsLogons?: boolean;
}

function stood(minute: number, { row, logon, more = [], isSingleSession = false, tellsLogons = true }: Choices = {}) {
  const later = more.map(
    (each, index): ConnectionCopy => ({ ...LOGON, ...NO_LOGON, Id: index + 2, IsReconnect: true, ...each }),
  );
  const connections = [{ ...LOGON, ...logon }, ...later];
  return sessionAt({ row: { ...ROW, ...row }, connections, isSingleSession, tellsLogons }, at(minute));
}

const state = (minute: number, choices: Choices = {}) => {
  const cells = stood(minute, choices);
  return cells && [cells.ConnectionState, (cells.ConnectionStateChangeDate - NINE) / MINUTE];
};

const ENDED = { EndDate: at(60), ConnectionState: TERMINATED, ConnectionStateChangeDate: at(60), LifecycleState: 1 };

describe("whether it stood", () => {
  it("did not before it began", () => expect(stood(-1)).toBeNull());
  it("did not after its end", () => expect(stood(60, { row: ENDED })).toBeNull());
  it("did until its end, as a session that has none", () => {
    expect(stood(59, { row: ENDED })).toMatchObject({ EndDate: null, LifecycleState: 0 });
  });
  it("goes by the row's creation where it has no start", () => {
    expect(stood(-1, { row: { StartDate: null } })).toBeNull();
    expect(stood(5, { row: { StartDate: null } })).not.toBeNull();
  });
  it("leaves a stub a stub", () => expect(stood(5, { row: { LifecycleState: 3 } })?.LifecycleState).toBe(3));
});

describe("its state", () => {
  it("is the row's, where that has not changed since", () => {
    expect(state(5)).toEqual([ACTIVE, 2]);
    const away = { ConnectionState: DISCONNECTED, ConnectionStateChangeDate: at(4) };
    expect(state(5, { row: away })).toEqual([DISCONNECTED, 4]);
  });
  it("is Connected while its logon runs", () => expect(state(1)).toEqual([CONNECTED, 0]));
  it("is Active from its authentication on where the machine has but one session", () => {
    expect(state(1, { isSingleSession: true })).toEqual([ACTIVE, 0.5]);
  });
  it("is Connected where its logon never ended, though it is over now", () => {
    expect(state(30, { row: { ...ENDED, LogOnDuration: null }, logon: NO_LOGON })).toEqual([CONNECTED, 0]);
  });
  it("is Preparing before its client was there", () => {
    const launched = { EstablishmentDate: at(3), LogOnStartDate: at(3), LogOnEndDate: at(4) };
    const row = { ConnectionStateChangeDate: at(4), LogOnDuration: null };
    expect(state(2, { row, logon: launched })).toEqual([PREPARING, 0]);
  });
  it("is Disconnected between a disconnect and the reconnect", () => {
    const row = { ConnectionStateChangeDate: at(30) };
    const choices = {
      row,
      logon: { DisconnectDate: at(10) },
      more: [{ BrokeringDate: at(30), EstablishmentDate: at(30) }],
    };
    expect(state(9, choices)).toEqual([ACTIVE, 2]);
    expect(state(20, choices)).toEqual([DISCONNECTED, 10]);
    expect(state(31, choices)).toEqual([ACTIVE, 30]);
  });
  it("is the row's or Active where no column tells a logon", () => {
    const bare = { ...NO_LOGON, EstablishmentDate: null, BrokeringDate: null };
    const choices = { row: { ...ENDED, LogOnDuration: null }, logon: bare, tellsLogons: false };
    expect(state(30, choices)).toEqual([ACTIVE, 0]);
  });
});

describe("its user", () => {
  it("is not known before the logon authenticates", () => {
    expect(stood(0.25)?.UserId).toBeNull();
    expect(stood(1)?.UserId).toBe(7);
  });
  it("is the row's where the row has not changed since", () => {
    expect(stood(1, { row: { ModifiedDate: at(1), ConnectionStateChangeDate: at(0) } })?.UserId).toBe(7);
  });
  it("stays where no step of a logon is known", () => {
    expect(stood(30, { row: ENDED, logon: NO_LOGON })?.UserId).toBe(7);
  });
});

describe("what was not known yet", () => {
  it("is how long the logon took, and its end", () => {
    expect(stood(1)).toMatchObject({ LogOnDuration: null, LogOnEndDate: null, LogOnStartDate: at(0) });
    expect(stood(3)).toMatchObject({ LogOnDuration: 2 * MINUTE, LogOnEndDate: at(2) });
  });
  it("is since when it has been idle", () => {
    expect(stood(3, { row: { SessionIdleTime: at(10) } })?.SessionIdleTime).toBeNull();
    expect(stood(12, { row: { SessionIdleTime: at(10) } })?.SessionIdleTime).toBe(at(10));
  });
});
