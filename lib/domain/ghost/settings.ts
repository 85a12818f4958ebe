import { minutes, type NumberRule, type NumbersRule, type TextsRule } from "./setting-rule";

/** What the rules of ghosts may be told, each with its default, its bounds and where it comes from. Pure data. */

export const GHOST_SETTINGS = {
  namelessGraceMinutes: minutes(
    10,
    5,
    240,
    "Nameless session: grace",
    "How long a session may stand without a user. Raised to what logons take on this site.",
  ),
  hungLogonGraceMinutes: minutes(
    20,
    10,
    480,
    "Hung logon: grace",
    "How long a logon may take. Raised to what logons take on this site.",
  ),
  stuckConnectedGraceMinutes: minutes(
    5,
    2,
    240,
    "Stuck connected: grace",
    "How long a single-session machine may stay Connected before it is Active. Raised to what logons take on this site.",
  ),
  reconnectGraceMinutes: minutes(
    10,
    8,
    120,
    "Reconnecting client: grace",
    "Session reliability (3 minutes) and automatic reconnect (5 minutes), with a margin.",
  ),
  graceMostMinutes: minutes(
    60,
    20,
    720,
    "Graces: upper limit",
    "However long logons take here, no grace is raised beyond this.",
  ),
  registrationGraceMinutes: minutes(
    10,
    2,
    120,
    "Registration change: grace",
    "After a machine registered or lost its registration, its sessions are audited again: nothing is judged meanwhile.",
  ),
  machineOffMinutes: minutes(
    10,
    2,
    1_440,
    "Machine off: grace",
    "A machine that is off for this long holds no session, whatever the site says.",
  ),
  serverSweepMinutes: minutes(
    10,
    2,
    240,
    "Server sweep: every",
    "Each machine with disconnected sessions is asked for its Windows sessions at least this often.",
  ),
  justOldHours: {
    kind: "number",
    unit: "hours",
    usual: 24,
    least: 1,
    most: 2_160,
    label: "Just old: after",
    help: "Disconnected for this long where no timer is known. May be real unattended work.",
  },
  failureTraceCount: {
    kind: "number",
    unit: "sessions",
    usual: 3,
    least: 1,
    most: 100,
    label: "Failure trace: sessions",
    help: "So many sessions ended with a listed failure on one machine within the window.",
  },
  failureTraceWindowMinutes: minutes(
    30,
    5,
    1_440,
    "Failure trace: window",
    "How far back failed sessions of a machine count.",
  ),
  concurrentLogonsTolerance: {
    kind: "number",
    unit: "sessions",
    usual: 2,
    least: 1,
    most: 1_000,
    label: "Concurrent logons tolerance",
    help: "As the Citrix policy of that name says (its default is 2): load balancing skips a server with this many pending sessions.",
  },
  standbyMegabytes: {
    kind: "number",
    unit: "MB",
    usual: 250,
    least: 10,
    most: 16_384,
    label: "Standby session: memory",
    help: "What one pre-launched or lingering session holds on its server. Nothing the site keeps tells it: the screens say that it is assumed.",
  },
  failureCategoryIds: {
    kind: "numbers",
    usual: [11],
    most: 50,
    label: "Failure categories",
    help: "Row ids of ConnectionFailureCategory that count as a trace. Row 11 is the phantom article's rule; ids are data of each site.",
  },
  excludedAccounts: {
    kind: "texts",
    usual: [],
    most: 200,
    label: "Excluded accounts",
    help: "DOMAIN\\account, * stands for any text: monitoring robots, test users. Their sessions are never ghosts.",
  },
} as const satisfies Record<string, NumberRule | NumbersRule | TextsRule>;

export type GhostSettingName = keyof typeof GHOST_SETTINGS;
type ValueOf<TRule> = TRule extends NumberRule
  ? number
  : TRule extends NumbersRule
    ? readonly number[]
    : readonly string[];
export type GhostSettings = { readonly [TName in GhostSettingName]: ValueOf<(typeof GHOST_SETTINGS)[TName]> };

/** Every setting at its default. */
export function usualSettings(): GhostSettings {
  const entries = Object.entries(GHOST_SETTINGS).map(([name, rule]) => [name, rule.usual]);
  // The table above gives each name a rule whose `usual` has the name's type.
  return Object.fromEntries(entries) as GhostSettings;
}
