import type { DeliveryGroup, Instant, Machine, Session } from "../site";
import type { Claim, ClaimField } from "./evidence";
import type { LogonPace, LogonPeers, ServerWord, SessionFacts, WindowsSession } from "./facts";
import type { Finding, Judgement } from "./finding";
import { type GhostSettings, usualSettings } from "./settings";

/** Facts made up for the tests of the rules: everything is sound until a test says otherwise. Times are relative to {@link BEGAN}. */

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** When the sessions here begin. */
export const BEGAN: Instant = Date.parse("2026-03-11T12:00:00.000Z");
export const ANN = "CORP\\ann";

/** A shared desktop of Ann's on SRV0001, brokered, logged on and Active. */
export function aSession(facts: Partial<Session> = {}): Session {
  return {
    key: "session-1",
    user: ANN,
    userKey: "S-1-5-21-1",
    userSource: "user",
    userFullName: "Ann Archer",
    machine: "SRV0001",
    machineKey: "machine-1",
    deliveryGroup: "Shared desktops",
    deliveryGroupKey: "group-1",
    sessionSupport: "MultiSession",
    sessionType: "Desktop",
    state: "Active",
    appState: "Desktop",
    appSince: null,
    since: BEGAN + 30 * SECOND,
    idleSince: null,
    startedAt: BEGAN,
    logOnDurationMs: 30 * SECOND,
    client: "PC-ANN",
    clientAddress: "10.0.0.5",
    clientVersion: "19.12",
    clientPlatform: "Windows",
    protocol: "HDX",
    connectionMode: "Brokered",
    hidden: false,
    anonymous: false,
    brokeredAt: BEGAN,
    logOnStartedAt: BEGAN + SECOND,
    logOnEndedAt: BEGAN + 30 * SECOND,
    reconnect: false,
    applications: [],
    unresolved: false,
    ...facts,
  };
}

/** Before its logon is through: Connected from the beginning. */
const LOGGING_ON = {
  state: "Connected",
  appState: "PreLogon",
  since: BEGAN,
  logOnDurationMs: null,
  logOnEndedAt: null,
} as const satisfies Partial<Session>;

/** What each rule fires on once its grace is over. */
export const NAMELESS = {
  ...LOGGING_ON,
  user: null,
  userKey: null,
  userSource: "none",
  userFullName: null,
  logOnStartedAt: null,
} as const satisfies Partial<Session>;
export const HUNG = LOGGING_ON;
export const STUCK = { ...LOGGING_ON, sessionSupport: "SingleSession", logOnStartedAt: null } as const;
/** Since one hour after its beginning. */
export const DISCONNECTED = { state: "Disconnected", since: BEGAN + HOUR } as const satisfies Partial<Session>;

/** A server that has been up for a week. */
export function aMachine(facts: Partial<Machine> = {}): Machine {
  return {
    key: "machine-1",
    name: "SRV0001",
    account: "CORP\\SRV0001",
    dnsName: "srv0001.corp.example",
    ipAddress: "10.0.1.1",
    deliveryGroup: "Shared desktops",
    deliveryGroupKey: "group-1",
    catalog: "Servers",
    hypervisor: "Cluster",
    sid: null,
    hostedMachineName: "SRV0001",
    sessionSupport: "MultiSession",
    registration: "Registered",
    registrationSince: BEGAN - 168 * HOUR,
    lastDeregistration: null,
    lastContactAt: null,
    registrationExpiresAt: null,
    power: "On",
    powerSince: BEGAN - 168 * HOUR,
    poweredOnAt: BEGAN - 168 * HOUR,
    maintenance: false,
    fault: "None",
    faultSince: null,
    agentVersion: "7.15",
    osType: "Windows 2016",
    controller: "ddc01.corp.example",
    loadIndex: 1_000,
    loadAt: BEGAN,
    reportedSessionCount: 1,
    pendingSessions: 0,
    assignedUsers: [],
    ...facts,
  };
}

export function aGroup(facts: Partial<DeliveryGroup> = {}): DeliveryGroup {
  return {
    key: "group-1",
    name: "Shared desktops",
    desktopKind: "Shared",
    sessionSupport: "MultiSession",
    deliveryType: "DesktopsOnly",
    maintenance: false,
    remotePc: false,
    ...facts,
  };
}

export const NO_PEERS: LogonPeers = { finished: 0, unfinished: 0, medianMs: null, longestMs: null };

/** A site of which no logon is known, or those that are given. */
export function aPace(facts: Partial<LogonPace> = {}, peers: Partial<LogonPeers> = {}): LogonPace {
  return {
    longestMs: null,
    medianMs: null,
    logons: 0,
    readAt: BEGAN,
    around: () => ({ ...NO_PEERS, ...peers }),
    ...facts,
  };
}

/** A server's word; a text stands for an Active Windows session of that user. */
export function aWord(askedAt: Instant, ...listed: readonly (string | Partial<WindowsSession>)[]): ServerWord {
  const sessions = listed.map((each, index): WindowsSession => {
    const given = typeof each === "string" ? { user: each } : each;
    return { id: index + 2, user: null, state: "Active", ...given };
  });
  return { askedAt, sessions };
}

type Changes = Partial<Omit<SessionFacts, "session" | "machine" | "group" | "settings" | "sources">> & {
  readonly session?: Partial<Session>;
  readonly machine?: Partial<Machine> | null;
  readonly group?: Partial<DeliveryGroup> | null;
  readonly settings?: Partial<GhostSettings>;
  readonly sources?: Partial<SessionFacts["sources"]>;
  /** Other sessions on the machine and of the person. */
  readonly others?: readonly Session[];
};

export type { Changes as FactChanges };

/** Facts of one session, an hour after it began. No bridge asked its server yet; broker tables are not configured. */
export function someFacts(changes: Changes = {}): SessionFacts {
  const { session: ofSession, machine, group, settings, sources, others = [], ...rest } = changes;
  const session = aSession(ofSession);
  return {
    now: BEGAN + HOUR,
    session,
    machine: machine === null ? null : aMachine({ sessionSupport: session.sessionSupport, ...machine }),
    group: group === null ? null : aGroup({ sessionSupport: session.sessionSupport, ...group }),
    server: null,
    serverReach: changes.server ? "heard" : "waiting",
    broker: null,
    sources: { monitor: "ok", broker: "absent", sdk: "ok", ...sources },
    pace: aPace(),
    onMachine: [session, ...others.filter(({ machineKey }) => machineKey === session.machineKey)],
    ofUser: [session, ...others.filter(({ userKey }) => userKey !== null && userKey === session.userKey)],
    failedLaunches: [],
    disconnectedLimit: { kind: "unknown", timer: "disconnected" },
    settings: { ...usualSettings(), ...settings },
    ...rest,
  };
}

/** The finding of a judgement that has to be a ghost. */
export function found(judgement: Judgement): Finding {
  if (judgement.kind !== "ghost") throw new Error(`No ghost: ${JSON.stringify(judgement)}`);
  return judgement.finding;
}

/** What a judgement comes to, in one word: the class, the reason or the doubt. */
export function verdict(judgement: Judgement): string {
  switch (judgement.kind) {
    case "ghost":
      return judgement.finding.class;
    case "clear":
      return judgement.reason;
    case "cannot-tell":
      return judgement.why;
  }
}

/** The claims about one field. */
export function claimsOf({ evidence }: Finding, field: ClaimField): Claim[] {
  return evidence.filter((claim) => claim.field === field);
}
