// lib/domain/ghost/classes.ts
var GHOST_CLASSES = [
  "stuck-connected",
  "nameless",
  "hung-logon",
  "named-gone",
  "just-old",
  "failure-trace"
];
var OPEN_STATES = ["suspect", "confirmed", "acting", "returned"];
function isOpen(state) {
  return OPEN_STATES.some((each) => each === state);
}

// lib/collector/ghosts/ghost-book.ts
var NONE = [];
var OpenIncidents = class {
  emptySince;
  #incidents;
  #bySession = null;
  #byMachine = null;
  #byUser = null;
  constructor(incidents, emptySince) {
    this.#incidents = incidents;
    this.emptySince = emptySince;
  }
  get size() {
    return this.#incidents.size;
  }
  get(id) {
    return this.#incidents.get(id);
  }
  values() {
    return this.#incidents.values();
  }
  ofSession(sessionKey) {
    this.#bySession ??= new Map(
      [...this.#incidents.values()].filter(({ subject }) => subject.kind === "session").map((incident) => [incident.subject.key, incident])
    );
    return this.#bySession.get(sessionKey);
  }
  onMachine(machineKey) {
    this.#byMachine ??= this.#indexBy(({ machineKey: key }) => key);
    return this.#byMachine.get(machineKey) ?? NONE;
  }
  ofUser(userKey) {
    this.#byUser ??= this.#indexBy(({ userKey: key }) => key);
    return this.#byUser.get(userKey) ?? NONE;
  }
  #indexBy(keyOf) {
    const index2 = /* @__PURE__ */ new Map();
    for (const incident of this.#incidents.values()) {
      const key = keyOf(incident);
      if (key === null) continue;
      const there = index2.get(key);
      if (there) there.push(incident);
      else index2.set(key, [incident]);
    }
    return index2;
  }
};
function makeGhostBook(incidents, emptySince) {
  const open = new Map([...incidents].filter(({ state }) => isOpen(state)).map((incident) => [incident.id, incident]));
  return new OpenIncidents(open, open.size === 0 ? emptySince : null);
}
var EMPTY_GHOST_BOOK = makeGhostBook([], null);

// lib/site/enumerations.ts
var MONITOR = {
  connectionState: {
    0: "Unknown",
    1: "Connected",
    2: "Disconnected",
    3: "Terminated",
    4: "PreparingSession",
    5: "Active",
    6: "Reconnecting",
    7: "NonBrokeredSession",
    8: "Other",
    9: "Pending"
  },
  lifecycleState: { 0: "Active", 1: "Deleted", 2: "RequiresResolution", 3: "Stub" },
  sessionType: { 0: "Desktop", 1: "Application" },
  connectionFailureType: {
    0: "None",
    1: "ClientConnectionFailure",
    2: "MachineFailure",
    3: "NoCapacityAvailable",
    4: "NoLicensesAvailable",
    5: "Configuration"
  },
  sessionFailureCode: {
    0: "Unknown",
    1: "None",
    2: "SessionPreparation",
    3: "RegistrationTimeout",
    4: "ConnectionTimeout",
    5: "Licensing",
    6: "Ticketing",
    7: "Other",
    8: "GeneralFail",
    9: "MaintenanceMode",
    10: "ApplicationDisabled",
    11: "LicenseFeatureRefused",
    12: "NoDesktopAvailable",
    13: "SessionLimitReached",
    14: "DisallowedProtocol",
    15: "ResourceUnavailable",
    16: "ActiveSessionReconnectDisabled",
    17: "NoSessionToReconnect",
    18: "SpinUpFailed",
    19: "Refused",
    20: "ConfigurationSetFailure",
    21: "MaxTotalInstancesExceeded",
    22: "MaxPerUserInstancesExceeded",
    23: "CommunicationError",
    24: "MaxPerMachineInstancesExceeded",
    25: "MaxPerEntitlementInstancesExceeded",
    100: "NoMachineAvailable",
    101: "MachineNotFunctional"
  },
  machineFaultState: {
    0: "Unknown",
    1: "None",
    2: "FailedToStart",
    3: "StuckOnBoot",
    4: "Unregistered",
    5: "MaxCapacity",
    6: "VirtualMachineNotFound"
  },
  registrationState: { 0: "Unknown", 1: "Registered", 2: "Unregistered" },
  powerState: {
    0: "Unknown",
    1: "Unavailable",
    2: "Off",
    3: "On",
    4: "Suspended",
    5: "TurningOn",
    6: "TurningOff",
    7: "Suspending",
    8: "Resuming",
    9: "Unmanaged",
    10: "NotSupported",
    11: "VirtualMachineNotFound"
  },
  deregistrationReason: {
    0: "AgentShutdown",
    1: "AgentSuspended",
    2: "AgentRequested",
    100: "IncompatibleVersion",
    101: "AgentAddressResolutionFailed",
    102: "AgentNotContactable",
    103: "AgentWrongActiveDirectoryOU",
    104: "EmptyRegistrationRequest",
    105: "MissingRegistrationCapabilities",
    106: "MissingAgentVersion",
    108: "NotLicensedForFeature",
    109: "UnsupportedCredentialSecurityVersion",
    110: "InvalidRegistrationRequest",
    111: "SingleMultiSessionMismatch",
    112: "FunctionalLevelTooLowForCatalog",
    113: "FunctionalLevelTooLowForDesktopGroup",
    114: "OSNotCompatibleWithDdc",
    115: "VMNotCompatibleWithDdc",
    200: "PowerOff",
    201: "DesktopRestart",
    202: "DesktopRemoved",
    203: "AgentRejectedSettingsUpdate",
    204: "SendSettingsFailure",
    205: "SessionAuditFailure",
    206: "SessionPrepareFailure",
    207: "ContactLost",
    208: "SettingsCreationFailure",
    300: "UnknownError",
    301: "BrokerRegistrationLimitReached",
    302: "RegistrationStateMismatch",
    400: "None",
    401: "HypervisorReportedFailure",
    402: "HypervisorRateLimitExceeded",
    1e3: "HardRegistrationPending",
    1001: "SoftRegistered",
    1002: "Unknown"
  },
  sessionSupport: { 0: "Unknown", 1: "SingleSession", 2: "MultiSession" },
  provisioningType: { 0: "Unknown", 1: "MCS", 2: "PVS", 3: "Manual" },
  allocationType: { 0: "Unknown", 1: "Static", 2: "Random", 3: "Permanent" },
  persistentUserChanges: { 0: "Unknown", 1: "Discard", 2: "OnLocal", 3: "OnPvd" },
  deliveryType: { 0: "DesktopsOnly", 1: "AppsOnly", 2: "DesktopsAndApps" },
  desktopKind: { 0: "Private", 1: "Shared" },
  machineRole: { 0: "Vda", 1: "Ddc", 2: "Both" }
};

// lib/collector/compose.ts
function isSameRecord(a, b) {
  return Object.keys(a).every((name) => {
    const [left, right] = [a[name], b[name]];
    return left === right || typeof left === "object" && JSON.stringify(left) === JSON.stringify(right);
  });
}

// lib/collector/sharded-map.ts
var SHARDS = 1024;
function shardOf(key) {
  let hash = 2166136261;
  for (let index2 = 0; index2 < key.length; index2 += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index2), 16777619);
  }
  return (hash >>> 0) % SHARDS;
}
var ShardedMap = class _ShardedMap {
  static #empty = /* @__PURE__ */ new Map();
  #shards;
  size;
  constructor(shards, size) {
    this.#shards = shards;
    this.size = size;
  }
  static empty() {
    return new _ShardedMap(new Array(SHARDS).fill(_ShardedMap.#empty), 0);
  }
  get(key) {
    return this.#shards[shardOf(key)]?.get(key);
  }
  has(key) {
    return this.#shards[shardOf(key)]?.has(key) ?? false;
  }
  *values() {
    for (const shard of this.#shards) yield* shard.values();
  }
  /** A copy to be changed; this map stays as it is. */
  draft() {
    return new ShardedMapDraft(this, this.#shards, (shards, size) => new _ShardedMap(shards, size));
  }
};
var ShardedMapDraft = class {
  #base;
  #shards;
  #own = /* @__PURE__ */ new Map();
  #make;
  #size;
  constructor(base, shards, make) {
    this.#base = base;
    this.#shards = [...shards];
    this.#make = make;
    this.#size = base.size;
  }
  get(key) {
    return this.#shards[shardOf(key)]?.get(key);
  }
  set(key, value) {
    const shard = this.#ownShard(shardOf(key));
    if (!shard.has(key)) this.#size += 1;
    shard.set(key, value);
  }
  delete(key) {
    if (this.get(key) === void 0) return;
    this.#ownShard(shardOf(key)).delete(key);
    this.#size -= 1;
  }
  /** The finished map; the same one where nothing was changed. */
  done() {
    return this.#own.size === 0 ? this.#base : this.#make(this.#shards, this.#size);
  }
  #ownShard(index2) {
    const own = this.#own.get(index2) ?? new Map(this.#shards[index2]);
    this.#own.set(index2, own);
    this.#shards[index2] = own;
    return own;
  }
};

// lib/collector/shared-texts.ts
var TEXTS_MAX = 5e5;
var SHARED = new Set(
  `user userKey userFullName userSource machine machineKey deliveryGroup deliveryGroupKey sessionSupport sessionType state appState
  clientVersion clientPlatform protocol connectionMode account fullName domain catalog hypervisor agentVersion osType controller
  registration power fault`.split(/\s+/)
);
var texts = /* @__PURE__ */ new Map();
function share(text4) {
  const known = texts.get(text4);
  if (known !== void 0) return known;
  if (texts.size >= TEXTS_MAX) texts.clear();
  texts.set(text4, text4);
  return text4;
}
function shareTexts(record2) {
  for (const [name, value] of Object.entries(record2)) {
    if (typeof value === "string" && SHARED.has(name)) Object.assign(record2, { [name]: share(value) });
  }
  return record2;
}

// lib/domain/ghost/same-value.ts
function isSameValue(left, right) {
  if (Object.is(left, right)) return true;
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => name in right && isSameValue(left[name], right[name]));
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}

// lib/collector/standing-books.ts
var NO_SURROUNDINGS = {
  groupLimits: null,
  reading: { state: "reading", asOf: null, problem: null },
  rules: null,
  outageGroups: [],
  folders: []
};
function timerBook({ groupLimits }, timers) {
  return { groups: groupLimits, machinesRead: timers.size, machine: (key) => timers.get(key) };
}
function leaseBook({ reading: reading2, rules, outageGroups: groups2, folders }, leases2) {
  return {
    ...{ reading: reading2, rules, groups: groups2, folders, size: leases2.size },
    get: (key) => leases2.get(key),
    values: () => leases2.values()
  };
}

// lib/collector/snapshot-store.ts
var NO_KEYS = /* @__PURE__ */ new Set();
var emptyContent = () => ({
  sessions: ShardedMap.empty(),
  machines: ShardedMap.empty(),
  people: ShardedMap.empty(),
  groups: /* @__PURE__ */ new Map(),
  leases: ShardedMap.empty(),
  timers: ShardedMap.empty(),
  byUser: ShardedMap.empty(),
  byMachine: ShardedMap.empty()
});
function addKey(sets, owner, key) {
  if (owner !== null) sets.set(owner, new Set(sets.get(owner)).add(key));
}
function removeKey(sets, owner, key) {
  if (owner === null) return;
  const rest = new Set(sets.get(owner));
  rest.delete(key);
  if (rest.size === 0) sets.delete(owner);
  else sets.set(owner, rest);
}
function applyChanges(map, changes, touched) {
  if (!changes) return map;
  const draft = map.draft();
  for (const record2 of changes.upserts) {
    draft.set(record2.key, record2);
    touched.add(record2.key);
  }
  for (const key of changes.removals) {
    draft.delete(key);
    touched.add(key);
  }
  return draft.done();
}
function realChanges(known, changes) {
  if (!changes) return void 0;
  const upserts = changes.upserts.filter((record2) => {
    const before = known.get(record2.key);
    return !before || !isSameRecord(before, record2);
  });
  return { upserts: upserts.map(shareTexts), removals: changes.removals.filter((key) => known.has(key)) };
}
function applyToOwners(content, changes) {
  if (!changes) return content;
  const byUser = content.byUser.draft();
  const byMachine = content.byMachine.draft();
  const forget = (session) => {
    if (!session) return;
    removeKey(byUser, session.userKey, session.key);
    removeKey(byMachine, session.machineKey, session.key);
  };
  for (const session of changes.upserts) {
    const before = content.sessions.get(session.key);
    if (before?.userKey === session.userKey && before.machineKey === session.machineKey) continue;
    forget(before);
    addKey(byUser, session.userKey, session.key);
    addKey(byMachine, session.machineKey, session.key);
  }
  for (const key of changes.removals) forget(content.sessions.get(key));
  return { byUser: byUser.done(), byMachine: byMachine.done() };
}
var TOUCHED = ["sessions", "machines", "people", "leases", "timers"];
var nothingTouched = () => ({
  ...{ sessions: /* @__PURE__ */ new Set(), machines: /* @__PURE__ */ new Set(), people: /* @__PURE__ */ new Set(), leases: /* @__PURE__ */ new Set(), timers: /* @__PURE__ */ new Set() },
  groups: false
});
var SnapshotStore = class {
  #content = emptyContent();
  #published = this.#content;
  #version;
  #touched = nothingTouched();
  /** The first version published is `firstVersion`. */
  constructor(firstVersion = 1) {
    this.#version = firstVersion - 1;
  }
  /** Forgets everything: the parts that follow are the whole site. */
  reset() {
    for (const name of TOUCHED) {
      for (const record2 of this.#content[name].values()) this.#touched[name].add(record2.key);
    }
    this.#content = emptyContent();
    this.#touched.groups = true;
  }
  add(part) {
    const content = this.#content;
    const sessions = realChanges(content.sessions, part.sessions);
    const machines2 = realChanges(content.machines, part.machines);
    const people2 = realChanges(content.people, part.people);
    const owners = applyToOwners(content, sessions);
    const { leases: leases2, timers } = part;
    this.#content = {
      ...owners,
      sessions: applyChanges(content.sessions, sessions, this.#touched.sessions),
      machines: applyChanges(content.machines, machines2, this.#touched.machines),
      people: applyChanges(content.people, people2, this.#touched.people),
      leases: applyChanges(content.leases, leases2, this.#touched.leases),
      timers: applyChanges(content.timers, timers, this.#touched.timers),
      groups: part.groups ? new Map(part.groups.map((group) => [group.key, group])) : content.groups
    };
    if (part.groups) this.#touched.groups = true;
  }
  /** Whether anything was added since the last {@link publish}. */
  get isChanged() {
    return this.#touched.groups || TOUCHED.some((name) => this.#touched[name].size > 0);
  }
  /** The next version, and what it changed against the one before. */
  publish(facts, moved) {
    const touched = this.#touched;
    this.#touched = nothingTouched();
    this.#published = this.#content;
    return this.#nextVersion(facts, touched, moved);
  }
  /** The same records under new facts: what was added since the last {@link publish} may be half of a site, and waits. */
  repeat(facts, moved) {
    return this.#nextVersion(facts, nothingTouched(), moved);
  }
  #nextVersion(facts, touched, moved) {
    const { byUser, byMachine, leases: leases2, timers, ...records } = this.#published;
    const { surroundings, ...others } = facts;
    this.#version += 1;
    const snapshot2 = {
      version: this.#version,
      ...others,
      ...records,
      timers: timerBook(surroundings, timers),
      leases: leaseBook(surroundings, leases2),
      sessionKeysOfUser: (key) => byUser.get(key) ?? NO_KEYS,
      sessionKeysOnMachine: (key) => byMachine.get(key) ?? NO_KEYS
    };
    const change2 = {
      version: this.#version,
      asOf: facts.asOf,
      sessions: [...touched.sessions],
      machines: [...touched.machines],
      people: [...touched.people],
      ghosts: moved.ghosts,
      operations: moved.operations ?? [],
      leases: [...touched.leases],
      timers: [...touched.timers],
      surroundings: moved.surroundings ?? false,
      readings: moved.readings ?? false,
      groups: touched.groups,
      sources: moved.sources
    };
    return { snapshot: snapshot2, change: change2 };
  }
};

// lib/domain/ghost/setting-rule.ts
var minutes = (usual, least, most, label, help) => ({
  kind: "number",
  unit: "minutes",
  usual,
  least,
  most,
  label,
  help
});

// lib/domain/ghost/settings.ts
var GHOST_SETTINGS = {
  namelessGraceMinutes: minutes(
    10,
    5,
    240,
    "Nameless session: grace",
    "How long a session may stand without a user. Raised to what logons take on this site."
  ),
  hungLogonGraceMinutes: minutes(
    20,
    10,
    480,
    "Hung logon: grace",
    "How long a logon may take. Raised to what logons take on this site."
  ),
  stuckConnectedGraceMinutes: minutes(
    5,
    2,
    240,
    "Stuck connected: grace",
    "How long a single-session machine may stay Connected before it is Active. Raised to what logons take on this site."
  ),
  reconnectGraceMinutes: minutes(
    10,
    8,
    120,
    "Reconnecting client: grace",
    "Session reliability (3 minutes) and automatic reconnect (5 minutes), with a margin."
  ),
  graceMostMinutes: minutes(
    60,
    20,
    720,
    "Graces: upper limit",
    "However long logons take here, no grace is raised beyond this."
  ),
  registrationGraceMinutes: minutes(
    10,
    2,
    120,
    "Registration change: grace",
    "After a machine registered or lost its registration, its sessions are audited again: nothing is judged meanwhile."
  ),
  machineOffMinutes: minutes(
    10,
    2,
    1440,
    "Machine off: grace",
    "A machine that is off for this long holds no session, whatever the site says."
  ),
  serverSweepMinutes: minutes(
    10,
    2,
    240,
    "Server sweep: every",
    "Each machine with disconnected sessions is asked for its Windows sessions at least this often."
  ),
  justOldHours: {
    kind: "number",
    unit: "hours",
    usual: 24,
    least: 1,
    most: 2160,
    label: "Just old: after",
    help: "Disconnected for this long where no timer is known. May be real unattended work."
  },
  failureTraceCount: {
    kind: "number",
    unit: "sessions",
    usual: 3,
    least: 1,
    most: 100,
    label: "Failure trace: sessions",
    help: "So many sessions ended with a listed failure on one machine within the window."
  },
  failureTraceWindowMinutes: minutes(
    30,
    5,
    1440,
    "Failure trace: window",
    "How far back failed sessions of a machine count."
  ),
  concurrentLogonsTolerance: {
    kind: "number",
    unit: "sessions",
    usual: 2,
    least: 1,
    most: 1e3,
    label: "Concurrent logons tolerance",
    help: "As the Citrix policy of that name says (its default is 2): load balancing skips a server with this many pending sessions."
  },
  standbyMegabytes: {
    kind: "number",
    unit: "MB",
    usual: 250,
    least: 10,
    most: 16384,
    label: "Standby session: memory",
    help: "What one pre-launched or lingering session holds on its server. Nothing the site keeps tells it: the screens say that it is assumed."
  },
  failureCategoryIds: {
    kind: "numbers",
    usual: [11],
    most: 50,
    label: "Failure categories",
    help: "Row ids of ConnectionFailureCategory that count as a trace. Row 11 is the phantom article's rule; ids are data of each site."
  },
  excludedAccounts: {
    kind: "texts",
    usual: [],
    most: 200,
    label: "Excluded accounts",
    help: "DOMAIN\\account, * stands for any text: monitoring robots, test users. Their sessions are never ghosts."
  }
};
function usualSettings() {
  const entries = Object.entries(GHOST_SETTINGS).map(([name, rule]) => [name, rule.usual]);
  return Object.fromEntries(entries);
}

// lib/reads/site.fixture.ts
var NOON = Date.parse("2026-03-11T12:00:00.000Z");
function guid(kind, number2) {
  const digits = number2.toString(16).padStart(12, "0");
  return `${kind.toString(16).padStart(8, "0")}-0000-4000-8000-${digits}`;
}
function aSession(number2, facts = {}) {
  return {
    key: guid(1, number2),
    user: null,
    userKey: null,
    userSource: "none",
    userFullName: null,
    machine: null,
    machineKey: null,
    deliveryGroup: null,
    deliveryGroupKey: null,
    sessionSupport: "MultiSession",
    sessionType: "Desktop",
    state: "Active",
    appState: "Desktop",
    appSince: null,
    since: NOON - 6e4,
    idleSince: null,
    startedAt: NOON - 12e4,
    logOnDurationMs: 2e4,
    client: null,
    clientAddress: null,
    clientVersion: null,
    clientPlatform: null,
    protocol: "HDX",
    connectionMode: "Brokered",
    hidden: false,
    anonymous: false,
    brokeredAt: null,
    logOnStartedAt: null,
    logOnEndedAt: null,
    reconnect: null,
    applications: [],
    unresolved: false,
    ...facts
  };
}
function aMachine(number2, facts = {}) {
  const name = facts.name ?? `SRV${`${number2}`.padStart(4, "0")}`;
  return {
    key: guid(2, number2),
    name,
    account: `CORP\\${name}`,
    dnsName: `${name.toLowerCase()}.corp.example`,
    ipAddress: null,
    deliveryGroup: null,
    deliveryGroupKey: null,
    catalog: "Shared desktops",
    hypervisor: null,
    sid: null,
    hostedMachineName: null,
    sessionSupport: "MultiSession",
    registration: "Registered",
    registrationSince: NOON - 36e5,
    lastDeregistration: null,
    lastContactAt: null,
    registrationExpiresAt: null,
    power: "On",
    powerSince: null,
    poweredOnAt: null,
    maintenance: false,
    fault: "None",
    faultSince: null,
    agentVersion: "7.15.9000.1",
    osType: "Windows 2016",
    controller: null,
    loadIndex: 1e3,
    loadAt: NOON - 3e4,
    reportedSessionCount: null,
    pendingSessions: 0,
    assignedUsers: [],
    ...facts
  };
}
function aPerson(number2, account, facts = {}) {
  const [domain = "", accountName = ""] = account.split("\\");
  return {
    key: `S-1-5-21-1000-2000-3000-${number2}`,
    account,
    accountName,
    domain,
    fullName: null,
    upn: `${accountName}@${domain.toLowerCase()}.example`,
    firstSeen: NOON - 864e5,
    lastChanged: NOON - 36e5,
    ...facts
  };
}
function aGroup(number2, name) {
  return {
    key: guid(3, number2),
    name,
    desktopKind: "Shared",
    sessionSupport: "MultiSession",
    deliveryType: "DesktopsAndApps",
    maintenance: false,
    remotePc: false
  };
}
function aSource(facts = {}) {
  return { name: "monitor", state: "ok", asOf: NOON, newestChange: NOON, readMs: 12, problem: null, ...facts };
}
function machineTimers(number2, minutes2) {
  const timers = Object.entries(minutes2).map(([timer, each]) => ({
    timer,
    ms: each * 6e4,
    source: "rds-group-policy"
  }));
  return { key: guid(2, number2), readAt: NOON - 6e5, timers, endsAtLimit: false };
}
function aStandby(groupKey, facts = {}) {
  return {
    ...{ kind: "linger", groupKey, enabled: true, disconnectMs: 15 * 6e4, terminateMs: 480 * 6e4 },
    ...{ averageLoadMost: 0, machineLoadMost: 0, users: null },
    ...facts
  };
}
function aLease(number2, facts = {}) {
  return {
    ...{ key: `lease-${`${number2}`.padStart(6, "0")}`, type: "Launch", ownerName: "CORP\\jnovak" },
    ...{ ownerSid: "S-1-5-21-1000-2000-3000-1", ownerUpn: "jnovak@corp.example", zone: "Primary" },
    ...{ modifiedAt: NOON - 7 * DAY_MS, expiresAt: NOON + 7 * DAY_MS },
    ...{ resources: [{ group: "Shared desktops", application: null }], machine: "SRV0001", machineSid: null },
    ...{ sharingKey: null, problem: null },
    ...facts
  };
}
var DAY_MS = 864e5;
var TestSite = class {
  siteName = "Test site";
  timeZone = "Europe/Prague";
  release = "7.15";
  pollMs = 2e3;
  servers = { heard: 0, failing: 0 };
  sdkSite = null;
  outageSince = null;
  sources = [aSource()];
  watchers = 0;
  noticed = 0;
  /** How many changes the ring remembers. */
  ringMax = 100;
  /** Since when no incident has been open; shown while none is. */
  emptySince = null;
  #ghosts = /* @__PURE__ */ new Map();
  #surroundings = NO_SURROUNDINGS;
  #store = new SnapshotStore();
  #listeners = /* @__PURE__ */ new Set();
  #ring = [];
  #snapshot = null;
  current() {
    return this.#snapshot;
  }
  sourcesNow() {
    return this.sources;
  }
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  get listeners() {
    return this.#listeners.size;
  }
  changesSince(version) {
    const oldest = this.#ring[0]?.version ?? 1;
    return version + 1 < oldest ? null : this.#ring.filter((change2) => change2.version > version);
  }
  notice() {
    this.noticed += 1;
  }
  watch() {
    this.watchers += 1;
    return () => {
      this.watchers -= 1;
    };
  }
  publish(changes, asOf = NOON) {
    this.#store.add({
      sessions: { upserts: changes.sessions ?? [], removals: changes.ended ?? [] },
      machines: { upserts: changes.machines ?? [], removals: changes.machinesGone ?? [] },
      people: { upserts: changes.people ?? [], removals: [] },
      timers: { upserts: changes.timers ?? [], removals: [] },
      leases: { upserts: changes.leases ?? [], removals: changes.leasesGone ?? [] },
      ...changes.groups ? { groups: changes.groups } : {}
    });
    for (const incident of changes.ghosts ?? []) this.#ghosts.set(incident.id, incident);
    this.#surroundings = { ...this.#surroundings, ...changes.surroundings };
    const { siteName, sources } = this;
    const ghosts = makeGhostBook(this.#ghosts.values(), this.emptySince);
    const facts = { asOf, siteName, sources, clockSkewMs: 0, ghosts, surroundings: this.#surroundings };
    const isTold2 = changes.surroundings !== void 0;
    const moved = { sources: false, ghosts: (changes.ghosts ?? []).map(({ id }) => id) };
    const { snapshot: snapshot2, change: change2 } = this.#store.publish(facts, { ...moved, surroundings: isTold2, readings: isTold2 });
    this.#snapshot = snapshot2;
    this.#ring = [...this.#ring, change2].slice(-this.ringMax);
    for (const listener of this.#listeners) listener(change2);
    return snapshot2;
  }
};
function readingAt(site2, now = NOON, settings = {}) {
  return { site: site2, now, settings: { ...usualSettings(), ...settings } };
}
function seededRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return Math.floor(((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32 * below);
  };
}
var GIVEN = ["Jana", "Petr", "Zo\xEB", "J\xFCrgen", "\u0141ukasz", "Mary", "John", "Aisha", "S\xF8ren", "Chlo\xE9", "Ivan", "Nadia"];
var FAMILY = ["Nov\xE1k", "Smith", "M\xFCller", "O'Brien", "Garc\xEDa", "Dvo\u0159\xE1kov\xE1", "Jensen", "Khan", "Kowalski", "Brown"];
var STATES = ["Active", "Active", "Active", "Active", "Disconnected", "Disconnected", "Connected"];
var APPLICATIONS = ["Outlook", "Excel", "SAP GUI", "Word", "Browser"];
var GROUPS = ["Shared desktops", "Finance apps", "Call centre", "Developers"];
function pick(random, from) {
  return from[random(from.length)];
}
var LargeSite = class {
  site = new TestSite();
  #random = seededRandom(7);
  #groups = GROUPS.map((name, number2) => aGroup(number2, name));
  #people;
  #machines;
  #sessions;
  constructor(sessions, servers) {
    const random = this.#random;
    this.#machines = Array.from({ length: servers }, (_, number2) => {
      const group = pick(random, this.#groups);
      return aMachine(number2, { deliveryGroup: group.name, deliveryGroupKey: group.key, loadIndex: random(1e4) });
    });
    this.#people = Array.from({ length: Math.round(sessions * 1.2) }, (_, number2) => {
      const [given, family] = [pick(random, GIVEN), pick(random, FAMILY)];
      const account = `CORP\\${given.slice(0, 1)}${family.slice(0, 4)}${number2}`.normalize("NFD").replace(/\p{Mn}/gu, "");
      return aPerson(number2, account, { fullName: `${given} ${family}` });
    });
    this.#sessions = Array.from({ length: sessions }, (_, number2) => this.#session(number2));
    this.site.publish({
      groups: this.#groups,
      machines: this.#machines,
      people: this.#people,
      sessions: this.#sessions
    });
  }
  #session(number2) {
    const random = this.#random;
    const machine = pick(random, this.#machines);
    const person = number2 % 500 === 0 ? null : pick(random, this.#people);
    return aSession(number2, {
      user: person?.account ?? (number2 % 1e3 === 0 ? `CORP\\unknown${number2}` : null),
      userKey: person?.key ?? null,
      userSource: person ? "user" : number2 % 1e3 === 0 ? "untrusted" : "none",
      userFullName: person?.fullName ?? null,
      machine: machine.name,
      machineKey: machine.key,
      deliveryGroup: machine.deliveryGroup,
      deliveryGroupKey: machine.deliveryGroupKey,
      state: pick(random, STATES),
      since: NOON - random(3e7),
      startedAt: NOON - 3e7 - random(3e7),
      idleSince: random(3) === 0 ? NOON - random(3e6) : null,
      client: `PC-${random(4e4)}`,
      clientAddress: `10.${random(256)}.${random(256)}.${random(256)}`,
      clientVersion: "14.12.0.18020",
      clientPlatform: "Windows",
      applications: [pick(random, APPLICATIONS)]
    });
  }
  /** A quiet tick: so many sessions change state, a tenth of them end and as many begin. */
  tick(changed) {
    const random = this.#random;
    const ended = [];
    const sessions = [];
    for (let each = 0; each < changed; each += 1) {
      const at = random(this.#sessions.length);
      const before = this.#sessions[at];
      const asOf = NOON + random(1e6);
      const isNew = each % 10 === 0;
      if (isNew) ended.push(before.key);
      const after = isNew ? this.#session(1e6 + random(1e8)) : { ...before, state: pick(random, STATES), since: asOf };
      this.#sessions[at] = after;
      sessions.push(after);
    }
    return this.site.publish({ sessions, ended: ended.filter((key) => !sessions.some((each) => each.key === key)) });
  }
  aSession() {
    return pick(this.#random, this.#sessions);
  }
  aPerson() {
    return pick(this.#random, this.#people);
  }
};

// lib/errors.ts
var BRAND = /* @__PURE__ */ Symbol.for("ghostdesk.error");
var DeskError = class extends Error {
  [BRAND] = true;
  code;
  field;
  operationId;
  retryAfterSeconds;
  constructor(code, message, details = {}) {
    super(message, { cause: details.cause });
    this.name = "DeskError";
    this.code = code;
    this.field = details.field;
    this.operationId = details.operationId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof Object && BRAND in value;
  }
};
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || error.name;
  return error.cause === void 0 ? own : `${own} (${describeError(error.cause)})`;
}

// lib/domain/session/machine-limits.ts
function machineLimit(session, timer, book) {
  const machine = saidOf(session, book);
  if (!machine) return { kind: "unknown", timer };
  if (session.sessionSupport === "MultiSession") {
    const value2 = valueIn(machine, timer, "rds-group-policy") ?? valueIn(machine, timer, "rds-listener");
    return value2 ? limitBy(value2, machine) : { kind: "off", timer, source: null, readAt: machine.readAt };
  }
  const value = session.sessionSupport === "SingleSession" ? valueIn(machine, timer, "citrix-policy") : void 0;
  return value ? limitBy(value, machine) : { kind: "unknown", timer };
}
function endsAtLimit(session, book) {
  return session.sessionSupport === "MultiSession" && saidOf(session, book)?.endsAtLimit === true;
}
function saidOf({ machineKey }, book) {
  return machineKey === null ? void 0 : book.machine(machineKey);
}
function valueIn({ timers }, timer, source) {
  return timers.find((each) => each.timer === timer && each.source === source);
}
function limitBy({ timer, ms, source }, { readAt }) {
  return ms > 0 ? { kind: "set", timer, ms, source, readAt } : { kind: "off", timer, source, readAt };
}

// lib/domain/session/place.ts
var CONNECTIONS = {
  Active: "active",
  Connected: "active",
  Reconnecting: "active",
  Disconnected: "disconnected",
  PreparingSession: "preparing",
  Pending: "preparing",
  Terminated: "ended"
};
function isNotBrokered({ state, protocol, connectionMode, brokeredAt }) {
  if (state === "NonBrokeredSession" || protocol === "Console") return true;
  if (protocol !== "RDP") return false;
  return connectionMode === null ? brokeredAt === null : connectionMode === "Unbrokered";
}
var LIVES = {
  PreLogon: "starting",
  PreLaunched: "pre-launched",
  Active: "interactive",
  Desktop: "interactive",
  NoApps: "interactive",
  Lingering: "lingering"
};
function placeOf(session) {
  const connection = CONNECTIONS[session.state];
  if (connection === void 0 || isNotBrokered(session)) return null;
  if (connection === "ended") return "ended";
  if (connection === "preparing") return "starting";
  if (session.appState === null) return withoutSdk(session, connection);
  const life = LIVES[session.appState];
  if (life === void 0 || life === "starting") return life ?? null;
  return life === "interactive" ? interactive(session, connection) : `${life}-${connection}`;
}
function interactive({ idleSince }, connection) {
  if (connection === "disconnected") return "interactive-disconnected";
  return idleSince === null ? "interactive-active" : "interactive-idle";
}
function withoutSdk(session, connection) {
  const { state, logOnEndedAt, logOnDurationMs, reconnect } = session;
  const loggedOn = logOnEndedAt !== null || logOnDurationMs !== null || reconnect === true;
  if (state === "Connected" && !loggedOn) return "starting";
  if (session.sessionType !== "Desktop" && session.applications.length === 0) return null;
  return interactive(session, connection);
}
function apartOf(session) {
  const place = placeOf(session);
  if (place === "starting") return "starting";
  if (place !== null) return null;
  return isNotBrokered(session) ? "not-brokered" : "unknown";
}

// lib/domain/session/group-settings.ts
var NOTHING = {};
var indexed = /* @__PURE__ */ new WeakMap();
function settingsOf(groups2, groupKey) {
  if (groups2 === null || groupKey === null) return NOTHING;
  const index2 = indexed.get(groups2) ?? indexOf(groups2);
  return index2.get(groupKey) ?? NOTHING;
}
function indexOf(groups2) {
  const index2 = /* @__PURE__ */ new Map();
  const add3 = (key, more) => index2.set(key, { ...index2.get(key), ...more });
  for (const setting of groups2.standby) add3(setting.groupKey, { [setting.kind]: setting });
  for (const power of groups2.power) add3(power.groupKey, { power });
  indexed.set(groups2, index2);
  return index2;
}

// lib/domain/session/windows-zones.ts
var ZONES = {
  UTC: "UTC",
  "Hawaiian Standard Time": "Pacific/Honolulu",
  "Alaskan Standard Time": "America/Anchorage",
  "Pacific Standard Time": "America/Los_Angeles",
  "US Mountain Standard Time": "America/Phoenix",
  "Mountain Standard Time": "America/Denver",
  "Central America Standard Time": "America/Guatemala",
  "Central Standard Time": "America/Chicago",
  "Central Standard Time (Mexico)": "America/Mexico_City",
  "Canada Central Standard Time": "America/Regina",
  "SA Pacific Standard Time": "America/Bogota",
  "Eastern Standard Time": "America/New_York",
  "US Eastern Standard Time": "America/Indiana/Indianapolis",
  "Venezuela Standard Time": "America/Caracas",
  "Paraguay Standard Time": "America/Asuncion",
  "Atlantic Standard Time": "America/Halifax",
  "SA Western Standard Time": "America/La_Paz",
  "Pacific SA Standard Time": "America/Santiago",
  "Newfoundland Standard Time": "America/St_Johns",
  "E. South America Standard Time": "America/Sao_Paulo",
  "Argentina Standard Time": "America/Argentina/Buenos_Aires",
  "Montevideo Standard Time": "America/Montevideo",
  "Azores Standard Time": "Atlantic/Azores",
  "Cape Verde Standard Time": "Atlantic/Cape_Verde",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "Morocco Standard Time": "Africa/Casablanca",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Romance Standard Time": "Europe/Paris",
  "Central European Standard Time": "Europe/Warsaw",
  "W. Central Africa Standard Time": "Africa/Lagos",
  "GTB Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Kiev",
  "Egypt Standard Time": "Africa/Cairo",
  "South Africa Standard Time": "Africa/Johannesburg",
  "Israel Standard Time": "Asia/Jerusalem",
  "Jordan Standard Time": "Asia/Amman",
  "Middle East Standard Time": "Asia/Beirut",
  "Kaliningrad Standard Time": "Europe/Kaliningrad",
  "Turkey Standard Time": "Europe/Istanbul",
  "Arabic Standard Time": "Asia/Baghdad",
  "Arab Standard Time": "Asia/Riyadh",
  "Russian Standard Time": "Europe/Moscow",
  "Belarus Standard Time": "Europe/Minsk",
  "E. Africa Standard Time": "Africa/Nairobi",
  "Iran Standard Time": "Asia/Tehran",
  "Arabian Standard Time": "Asia/Dubai",
  "Azerbaijan Standard Time": "Asia/Baku",
  "Georgian Standard Time": "Asia/Tbilisi",
  "Caucasus Standard Time": "Asia/Yerevan",
  "Afghanistan Standard Time": "Asia/Kabul",
  "West Asia Standard Time": "Asia/Tashkent",
  "Ekaterinburg Standard Time": "Asia/Yekaterinburg",
  "Pakistan Standard Time": "Asia/Karachi",
  "India Standard Time": "Asia/Calcutta",
  "Sri Lanka Standard Time": "Asia/Colombo",
  "Nepal Standard Time": "Asia/Katmandu",
  "Bangladesh Standard Time": "Asia/Dhaka",
  "Myanmar Standard Time": "Asia/Rangoon",
  "SE Asia Standard Time": "Asia/Bangkok",
  "China Standard Time": "Asia/Shanghai",
  "Singapore Standard Time": "Asia/Singapore",
  "Taipei Standard Time": "Asia/Taipei",
  "W. Australia Standard Time": "Australia/Perth",
  "Tokyo Standard Time": "Asia/Tokyo",
  "Korea Standard Time": "Asia/Seoul",
  "Cen. Australia Standard Time": "Australia/Adelaide",
  "AUS Central Standard Time": "Australia/Darwin",
  "E. Australia Standard Time": "Australia/Brisbane",
  "AUS Eastern Standard Time": "Australia/Sydney",
  "Tasmania Standard Time": "Australia/Hobart",
  "New Zealand Standard Time": "Pacific/Auckland"
};
var WINDOWS_ZONES = Object.keys(ZONES);
function zoneNamed(name) {
  const zone = ZONES[name];
  if (zone !== void 0) return zone;
  return /^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name) ? name : null;
}

// lib/domain/session/local-hour.ts
var WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var QUARTER_MS = 9e5;
var REMEMBERED_MOST = 5e3;
var Zone = class {
  #format;
  #hours = /* @__PURE__ */ new Map();
  constructor(zone) {
    this.#format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, weekday: "short", hour: "2-digit", hourCycle: "h23" }
    });
  }
  hourAt(at) {
    const quarter = Math.floor(at / QUARTER_MS);
    const known = this.#hours.get(quarter);
    if (known) return known;
    if (this.#hours.size >= REMEMBERED_MOST) this.#hours.clear();
    const parts = this.#format.formatToParts(quarter * QUARTER_MS);
    const part = (type) => parts.find((each) => each.type === type)?.value ?? "";
    const hour = { weekday: WEEKDAYS.indexOf(part("weekday")), hour: Number(part("hour")) };
    this.#hours.set(quarter, hour);
    return hour;
  }
};
var zones = /* @__PURE__ */ new Map();
function localHourOf(timeZone, at) {
  let zone = zones.get(timeZone);
  if (zone === void 0) {
    zone = zoneOf(timeZone);
    zones.set(timeZone, zone);
  }
  return zone?.hourAt(at) ?? null;
}
function zoneOf(timeZone) {
  const name = zoneNamed(timeZone);
  if (name === null) return null;
  try {
    return new Zone(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// lib/domain/session/power-limit.ts
var UNKNOWN = { kind: "unknown", timer: "power-policy" };
function powerLimit(session, groups2, now) {
  const policy = settingsOf(groups2, session.deliveryGroupKey).power;
  const rule = policy ? ruleAt(policy, session.since) : null;
  if (!groups2 || !rule) return UNKNOWN;
  const ms = stepsOf(rule).find((each) => now === void 0 || session.since + each >= now);
  const from = { timer: "power-policy", source: "group-power-policy", readAt: groups2.readAt };
  return ms === void 0 ? { kind: "off", ...from } : { kind: "set", ms, ...from };
}
function stepsOf(rule) {
  const first = rule.disconnectAction === "Nothing" ? 0 : rule.disconnectMs;
  const second = rule.extendedDisconnectAction === "Nothing" ? 0 : rule.extendedDisconnectMs;
  return [first, second].filter((ms) => ms > 0).sort((a, b) => a - b);
}
function ruleAt({ peak, offPeak, peakHours, timeZone }, at) {
  if (isSame(peak, offPeak)) return peak;
  const local = timeZone === null ? null : localHourOf(timeZone, at);
  const isPeak = local === null ? alwaysPeak(peakHours) : peakHours?.[local.weekday]?.[local.hour];
  return isPeak === void 0 ? null : isPeak ? peak : offPeak;
}
function isSame(a, b) {
  const [left, right] = [stepsOf(a), stepsOf(b)];
  return left.length === right.length && left.every((ms, index2) => ms === right[index2]);
}
function alwaysPeak(peakHours) {
  const hours = peakHours?.flat() ?? [];
  return hours.length === 7 * 24 && hours.every((isPeak) => isPeak === hours[0]) ? hours[0] : void 0;
}

// lib/domain/session/standby-limits.ts
var SOURCES = { linger: "group-linger", "pre-launch": "group-pre-launch" };
function standbyLimits(session, kind, groups2) {
  const names = { disconnect: `${kind}-disconnect`, terminate: `${kind}-terminate` };
  const setting = settingOf(session, kind, groups2);
  if (!setting || !groups2 || !isListed(session, setting)) {
    return {
      disconnect: { kind: "unknown", timer: names.disconnect },
      terminate: { kind: "unknown", timer: names.terminate }
    };
  }
  const { disconnectMs, terminateMs } = setting;
  const isReached = terminateMs === 0 || disconnectMs < terminateMs;
  const limit = (timer, ms) => {
    const from = { timer, source: SOURCES[kind], readAt: groups2.readAt };
    return ms > 0 ? { kind: "set", ms, ...from } : { kind: "off", ...from };
  };
  return {
    disconnect: limit(names.disconnect, isReached ? disconnectMs : 0),
    terminate: limit(names.terminate, terminateMs)
  };
}
function wouldLinger(session, groups2) {
  return settingOf(session, "linger", groups2) !== void 0;
}
function settingOf({ deliveryGroupKey }, kind, groups2) {
  const setting = settingsOf(groups2, deliveryGroupKey)[kind];
  return setting?.enabled ? setting : void 0;
}
function isListed({ user, userSource }, { users }) {
  if (users === null) return true;
  if (user === null || userSource === "client") return false;
  const account = user.toLowerCase();
  return users.some((each) => each.toLowerCase() === account);
}

// lib/domain/session/limits-of.ts
function runningTimers(session, place, book, now) {
  switch (place) {
    case "pre-launched-active":
      return [...preLaunch(session, book, false), ...whileConnected(session, book)];
    case "pre-launched-disconnected":
      return [...preLaunch(session, book, true), ...whileDisconnected(session, book, now)];
    case "interactive-active":
    case "interactive-idle":
      return whileConnected(session, book);
    case "interactive-disconnected":
      return whileDisconnected(session, book, now);
    case "lingering-active":
      return [...linger(session, book, false), ...whileConnected(session, book)];
    case "lingering-disconnected":
      return [...linger(session, book, true), ...whileDisconnected(session, book, now)];
    case null:
    case "starting":
    case "ended":
      return [];
  }
}
function preLaunch(session, { groups: groups2 }, disconnected) {
  const limits = standbyLimits(session, "pre-launch", groups2);
  const becomes = wouldLinger(session, groups2) ? "lingers" : "ends";
  return standby(session, limits, becomes, disconnected);
}
function linger(session, { groups: groups2 }, disconnected) {
  return standby(session, standbyLimits(session, "linger", groups2), "ends", disconnected);
}
function standby({ appSince }, { disconnect, terminate }, becomes, disconnected) {
  const end = { limit: terminate, since: appSince, becomes };
  return disconnected ? [end] : [{ limit: disconnect, since: appSince, becomes: "disconnects" }, end];
}
var RELIABILITY = { kind: "unknown", timer: "session-reliability" };
function whileConnected(session, book) {
  const becomes = endsAtLimit(session, book) ? "ends" : "disconnects";
  const timers = [];
  if (session.idleSince !== null) {
    timers.push({ limit: machineLimit(session, "idle", book), since: session.idleSince, becomes });
  }
  timers.push({ limit: machineLimit(session, "connection", book), since: connectedSince(session), becomes });
  if (session.state === "Reconnecting")
    timers.push({ limit: RELIABILITY, since: session.since, becomes: "disconnects" });
  return timers;
}
function connectedSince({ startedAt, brokeredAt, logOnStartedAt }) {
  const latest = Math.max(startedAt ?? 0, brokeredAt ?? 0, logOnStartedAt ?? 0);
  return latest === 0 ? null : latest;
}
function whileDisconnected(session, book, now) {
  const timers = [
    { limit: machineLimit(session, "disconnected", book), since: session.since, becomes: "ends" }
  ];
  if (session.sessionSupport === "SingleSession") {
    timers.push({ limit: powerLimit(session, book.groups, now), since: session.since, becomes: "machine" });
  }
  return timers;
}

// lib/domain/session/deadline-of.ts
function endsOf(session, book, now) {
  const place = placeOf(session);
  const timers = runningTimers(session, place, book, now);
  const unknown2 = timers.filter(isUnknown).map(({ limit }) => limit.timer);
  let next = null;
  for (const { limit, since, becomes } of timers) {
    if (limit.kind !== "set" || since === null) continue;
    const at = since + limit.ms;
    if (next !== null && next.at <= at) continue;
    const { timer, source, readAt } = limit;
    next = { at, timer, becomes, limitMs: limit.ms, source, readAt, unknown: unknown2 };
  }
  return next ?? { at: null, why: whyNone(session, place, timers), unknown: unknown2 };
}
var isUnknown = ({ limit, since }) => limit.kind === "unknown" || limit.kind === "set" && since === null;
function isOverdue(ends, now) {
  return ends.at !== null && ends.becomes !== "machine" && now > ends.at;
}
function whyNone(session, place, timers) {
  if (place === null) return isNotBrokered(session) ? "not-brokered" : "state-unknown";
  if (place === "starting") return "starting";
  if (isInUse(place, timers)) return "in-use";
  if (timers.some(({ limit }) => limit.kind === "unknown")) return "limit-unknown";
  return timers.some(isUnknown) ? "since-unknown" : "never";
}
function isInUse(place, timers) {
  const beside = ["connection"];
  return place === "interactive-active" && timers.every(({ limit }) => beside.includes(limit.timer));
}

// lib/reads/envelope.ts
function isoOf(instant) {
  return new Date(instant).toISOString();
}
function isoOrNull(instant) {
  return instant === null ? null : isoOf(instant);
}
function secondsSince(instant, now) {
  return Math.max(0, Math.round((now - instant) / 1e3));
}
function sourceStatus(source, now) {
  return {
    name: source.name,
    state: source.state,
    asOf: isoOrNull(source.asOf),
    ageSeconds: source.asOf === null ? null : secondsSince(source.asOf, now),
    newestChange: isoOrNull(source.newestChange),
    readMs: source.readMs,
    problem: source.problem
  };
}
function asOfNow(snapshot2, sources) {
  const monitor = sources.find(({ name }) => name === "monitor");
  return Math.max(snapshot2.asOf, monitor?.asOf ?? snapshot2.asOf);
}
function envelopeOf({ site: site2, now }, snapshot2) {
  const sources = site2.sourcesNow();
  return {
    version: snapshot2.version,
    asOf: isoOf(asOfNow(snapshot2, sources)),
    now: isoOf(now),
    sources: sources.map((source) => sourceStatus(source, now))
  };
}

// lib/reads/session-due.ts
function dueOf(session, { timers, now }) {
  return { life: placeOf(session), apart: apartOf(session), ends: endsOf(session, timers, now) };
}
function endsAnswer(ends) {
  return ends.at === null ? { at: null, why: ends.why, unknown: [...ends.unknown] } : dueAnswer(ends);
}
function dueAnswer({ at, timer, becomes, limitMs, source, readAt, unknown: unknown2 }) {
  return {
    at: isoOf(at),
    ...{ timer, becomes, limitSeconds: limitMs / 1e3, source },
    readAt: isoOf(readAt),
    unknown: [...unknown2]
  };
}

// lib/reads/due-keeper.ts
var DueKeeper = class {
  #facts = null;
  /** When the next step of a power policy comes, by session: after it there may be another. */
  #steps = /* @__PURE__ */ new Map();
  #nextStep = Number.POSITIVE_INFINITY;
  of(session) {
    if (!this.#facts) throw new Error("No version was followed yet");
    const due = dueBy(session, this.#facts);
    if (due.ends.at !== null && due.ends.becomes === "machine") {
      this.#steps.set(session.key, due.ends.at);
      this.#nextStep = Math.min(this.#nextStep, due.ends.at);
    }
    return due;
  }
  /** The version that sessions are taken in from. */
  start(snapshot2) {
    this.#facts = snapshot2;
  }
  /**
   * Moves on to this version. `machines` names those whose limits may be others than before; null means that any may. Returns the keys of sessions
   * that are due otherwise than somebody was told.
   */
  follow(snapshot2, machines2, entryOf) {
    const before = this.#facts;
    this.#facts = snapshot2;
    if (!before) return [];
    const keys = /* @__PURE__ */ new Set([...this.#touched(before, snapshot2, machines2), ...this.#stepped(snapshot2.asOf)]);
    return [...keys].filter((key) => {
      const entry = entryOf(key);
      const seen = entry?.dueSeen;
      return entry && seen && !isSameDue(seen, dueBy(entry.record, snapshot2));
    });
  }
  #touched(before, snapshot2, machines2) {
    if (machines2 === null || !areSameLimits(before.timers.groups, snapshot2.timers.groups)) {
      return Array.from(snapshot2.sessions.values(), ({ key }) => key);
    }
    return machines2.flatMap((machine) => [...snapshot2.sessionKeysOnMachine(machine)]);
  }
  #stepped(asOf) {
    if (asOf <= this.#nextStep) return [];
    const passed = [...this.#steps].filter(([, at]) => at < asOf).map(([key]) => key);
    for (const key of passed) this.#steps.delete(key);
    this.#nextStep = Number.POSITIVE_INFINITY;
    for (const at of this.#steps.values()) this.#nextStep = Math.min(this.#nextStep, at);
    return passed;
  }
};
function dueBy(session, { timers, asOf }) {
  return dueOf(session, { timers, now: asOf });
}
function areSameLimits(a, b) {
  if (a === b) return true;
  return a !== null && b !== null && isSameValue([a.standby, a.power], [b.standby, b.power]);
}
function isSameDue(a, b) {
  if (a.ends.at === null || b.ends.at === null) {
    return a.ends.at === null && b.ends.at === null && a.ends.why === b.ends.why;
  }
  return a.ends.at === b.ends.at && a.ends.timer === b.ends.timer && a.ends.becomes === b.ends.becomes;
}

// lib/reads/fold.ts
var NOT_ASCII = /[^\0-\x7f]/;
var MARKS = /\p{Mn}/gu;
var WHOLE_LETTERS = {
  \u00DF: "ss",
  \u00E6: "ae",
  \u0153: "oe",
  \u00F8: "o",
  \u0142: "l",
  \u0111: "d",
  \u00F0: "d",
  \u00FE: "th",
  \u0131: "i"
};
function fold(text4) {
  const lower = text4.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower.normalize("NFD").replace(MARKS, "").replace(/[ßæœøłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}
function foldWords(text4) {
  return fold(text4 ?? "").split(/\s+/).filter((word) => word !== "");
}

// lib/reads/entries.ts
var SessionEntry = class {
  record;
  #dues;
  #searched = null;
  #due = null;
  constructor(record2, dues) {
    this.record = record2;
    this.#dues = dues;
  }
  /** Its place and its next deadline, worked out when first asked for. An entry whose deadline moved is made again. */
  get due() {
    this.#due ??= this.#dues.of(this.record);
    return this.#due;
  }
  /** The same, where somebody asked already: what nobody saw need not be made again. */
  get dueSeen() {
    return this.#due;
  }
  /** All that a search looks at, folded; a line break keeps a word from matching across two fields. */
  get searched() {
    const { user, userFullName, machine, client, applications } = this.record;
    this.#searched ??= fold([user, userFullName, machine, client, ...applications].filter(Boolean).join("\n"));
    return this.#searched;
  }
};
var PersonEntry = class {
  record;
  /** Account name, full name and so on as a search looks at them. */
  accountName;
  searched;
  constructor(record2) {
    this.record = record2;
    this.accountName = fold(record2.accountName);
    this.searched = fold([record2.account, record2.fullName, record2.upn].filter(Boolean).join("\n"));
  }
};
var MachineEntry = class {
  record;
  #searched = null;
  constructor(record2) {
    this.record = record2;
  }
  get searched() {
    const { name, dnsName, deliveryGroup } = this.record;
    this.#searched ??= fold([name, dnsName, deliveryGroup].filter(Boolean).join("\n"));
    return this.#searched;
  }
};

// lib/reads/sorting.ts
function isSortValue(value) {
  return value === null || typeof value === "string" || typeof value === "number";
}
function compareAt(value, key, otherValue, otherKey) {
  if (value !== otherValue) {
    if (value === null) return 1;
    if (otherValue === null) return -1;
    if (value < otherValue) return -1;
    if (value > otherValue) return 1;
  }
  return compareKeys(key, otherKey);
}
function compareKeys(key, otherKey) {
  const order = tieOf(key) - tieOf(otherKey);
  return order !== 0 ? order : key < otherKey ? -1 : key > otherKey ? 1 : 0;
}
function tieOf(key) {
  let hash = 2166136261;
  for (let index2 = 0; index2 < key.length; index2 += 1) hash = Math.imul(hash ^ key.charCodeAt(index2), 16777619);
  return hash >>> 0;
}
function sortMany(values) {
  const rankOf = typeof values.find((value) => value !== null) === "number" ? rankNumbers(values) : rankTexts(values);
  const ranks = new Uint32Array(values.length);
  const next = new Uint32Array(values.length + 2);
  for (const [index2, value] of values.entries()) {
    const rank = value === null ? values.length : rankOf(value);
    ranks[index2] = rank;
    next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  }
  for (let rank = 1; rank < next.length; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const sorted = new Uint32Array(values.length);
  for (const [index2, rank] of ranks.entries()) {
    const place = next[rank] ?? 0;
    sorted[place] = index2;
    next[rank] = place + 1;
  }
  return sorted;
}
var INDEXES = 2 ** 21;
function sortKeys(keys) {
  const places = new Float64Array(keys.length);
  for (const [index2, key] of keys.entries()) places[index2] = tieOf(key) * INDEXES + index2;
  places.sort();
  const sorted = new Uint32Array(keys.length);
  for (let at = 0; at < sorted.length; at += 1) {
    sorted[at] = (places[at] ?? 0) % INDEXES;
    for (let back = at; back > 0 && (places[back] ?? 0) - (places[back - 1] ?? 0) < INDEXES; back -= 1) {
      const [before, index2] = [sorted[back - 1] ?? 0, sorted[back] ?? 0];
      if (compareKeys(keys[before] ?? "", keys[index2] ?? "") <= 0) break;
      sorted[back - 1] = index2;
      sorted[back] = before;
    }
  }
  return sorted;
}
function rankTexts(values) {
  const ranks = /* @__PURE__ */ new Map();
  for (const value of values) if (value !== null) ranks.set(value, 0);
  for (const [rank, value] of [...ranks.keys()].sort().entries()) ranks.set(value, rank);
  return (value) => ranks.get(value) ?? 0;
}
function rankNumbers(values) {
  const sorted = new Float64Array(values.filter((value) => typeof value === "number")).sort();
  return (value) => searchFirst(sorted.length, (index2) => (sorted[index2] ?? 0) >= Number(value));
}
function searchFirst(length, isPast) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// lib/reads/record-order.ts
var ANEW_FROM = 0.1;
var Order = class {
  #sortValue;
  #values = [];
  #births = 0;
  slots = new Uint32Array(0);
  constructor(sortValue) {
    this.#sortValue = sortValue;
  }
  valueAt(slot) {
    return this.#values[slot] ?? null;
  }
  /** `byKey` gives the order in which rows of equal value stand; null for that order itself, in which all values are equal. */
  catchUp(index2, byKey) {
    if (this.#births === index2.births && this.slots.length === index2.count) return;
    const added = [];
    for (let slot = 0; slot < index2.top; slot += 1) {
      if ((index2.bornAt[slot] ?? 0) > this.#births) added.push(slot);
    }
    for (const slot of added) this.#values[slot] = this.#sortValue(index2.at(slot));
    const kept = this.#kept(index2);
    this.slots = added.length > ANEW_FROM * index2.count ? this.#sortAll(index2, byKey) : this.#place(index2, kept, added);
    this.#births = index2.births;
  }
  /** The slots that hold what they held, in their order. */
  #kept({ bornAt }) {
    const kept = new Uint32Array(this.slots.length);
    let length = 0;
    for (const slot of this.slots) {
      const born = bornAt[slot] ?? 0;
      if (born === 0 || born > this.#births) continue;
      kept[length] = slot;
      length += 1;
    }
    return kept.subarray(0, length);
  }
  #sortAll(index2, byKey) {
    if (!byKey) {
      const slots3 = index2.inUse();
      return sortKeys(slots3.map((slot) => index2.at(slot).record.key)).map((at) => slots3[at] ?? 0);
    }
    const { slots: slots2 } = byKey();
    const values = Array.from(slots2, (slot) => this.valueAt(slot));
    return sortMany(values).map((at) => slots2[at] ?? 0);
  }
  /** `added` among `kept`, which is sorted and much longer. */
  #place(index2, kept, added) {
    const compare = (a, b) => compareAt(this.valueAt(a), index2.at(a).record.key, this.valueAt(b), index2.at(b).record.key);
    added.sort(compare);
    const all = new Uint32Array(kept.length + added.length);
    let from = 0;
    for (const [placed, slot] of added.entries()) {
      const at = searchFirst(kept.length, (each) => compare(kept[each] ?? 0, slot) > 0);
      all.set(kept.subarray(from, at), from + placed);
      all[at + placed] = slot;
      from = at;
    }
    all.set(kept.subarray(from), from + added.length);
    return all;
  }
};
var Column = class {
  #valueIn;
  #codes = /* @__PURE__ */ new Map();
  #births = 0;
  /** The value of each code. */
  values = [];
  /** The code in each slot; meaningless where the slot is empty. */
  codes = new Uint16Array(0);
  constructor(valueIn2) {
    this.#valueIn = valueIn2;
  }
  catchUp(index2) {
    if (this.#births === index2.births) return;
    if (this.codes.length < index2.top) {
      const larger = new Uint16Array(index2.bornAt.length);
      larger.set(this.codes);
      this.codes = larger;
    }
    for (let slot = 0; slot < index2.top; slot += 1) {
      if ((index2.bornAt[slot] ?? 0) > this.#births) this.codes[slot] = this.#newCodeOf(this.#valueIn(index2.at(slot)));
    }
    this.#births = index2.births;
  }
  /** The code of a value; -1 where no entry ever had it. */
  codeOf(value) {
    return this.#codes.get(value) ?? -1;
  }
  #newCodeOf(value) {
    const known = this.#codes.get(value);
    if (known !== void 0) return known;
    this.#codes.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
};

// lib/reads/record-index.ts
var COLUMNS_MAX = 24;
var RecordIndex = class {
  #make;
  #slots = /* @__PURE__ */ new Map();
  #entries = [];
  #free = [];
  #byKey = new Order(() => null);
  #orders = /* @__PURE__ */ new Map();
  #columns = /* @__PURE__ */ new Map();
  bornAt = new Uint32Array(1024);
  births = 0;
  constructor(make) {
    this.#make = make;
  }
  get top() {
    return this.#entries.length;
  }
  get count() {
    return this.#slots.size;
  }
  get(key) {
    const slot = this.#slots.get(key);
    return slot === void 0 ? void 0 : this.#entries[slot];
  }
  slotOf(key) {
    return this.#slots.get(key);
  }
  /** The entry in a slot that is in use, as orders name them. */
  at(slot) {
    const entry = this.#entries[slot];
    if (!entry) throw new Error(`Slot ${slot} is empty`);
    return entry;
  }
  inUse() {
    return [...this.#slots.values()];
  }
  entries() {
    return this.#entries.filter((entry) => entry !== void 0);
  }
  /**
   * Moves on to these records. `changed` names the keys that may differ; null means that any may. The entries of
   * `renewed` are made again even where the record is the same: what they are sorted by lies outside of it.
   */
  follow(records, changed, renewed = []) {
    const turnover = { born: [], died: [] };
    for (const key of renewed) this.#replace(key, void 0, turnover);
    for (const key of renewed) this.#replace(key, records.get(key), turnover);
    if (changed === null) this.#followAll(records, turnover);
    else for (const key of changed) this.#replace(key, records.get(key), turnover);
    if (this.#slots.size !== records.size) this.#followAll(records, turnover);
    return turnover;
  }
  /** Some of the records, before the first {@link follow}; it is for the caller to take in all of them. */
  takeIn(records) {
    const turnover = { born: [], died: [] };
    for (const record2 of records) this.#replace(record2.key, record2, turnover);
    return turnover;
  }
  /** Every slot in use, ascending by `sortValue`. `name` tells one order from another. */
  sorted(name, sortValue) {
    const order = this.#orders.get(name) ?? new Order(sortValue);
    this.#orders.set(name, order);
    return this.#caughtUp(order);
  }
  /** The same by what moves without the records, such as with the time: sorted anew at every call. */
  sortedNow(sortValue) {
    return this.#caughtUp(new Order(sortValue));
  }
  #caughtUp(order) {
    order.catchUp(this, () => {
      this.#byKey.catchUp(this, null);
      return this.#byKey;
    });
    return order;
  }
  /** A few different values (a state, whether a search matches) by slot. `name` tells one column from another. */
  column(name, valueIn2) {
    const column = this.#columns.get(name) ?? new Column(valueIn2);
    this.#columns.delete(name);
    this.#columns.set(name, column);
    const [oldest] = this.#columns.keys();
    if (oldest !== void 0 && this.#columns.size > COLUMNS_MAX) this.#columns.delete(oldest);
    column.catchUp(this);
    return column;
  }
  #followAll(records, turnover) {
    for (const key of this.#slots.keys()) if (!records.has(key)) this.#replace(key, void 0, turnover);
    for (const record2 of records.values()) this.#replace(record2.key, record2, turnover);
  }
  #replace(key, record2, turnover) {
    const slot = this.#slots.get(key);
    const before = slot === void 0 ? void 0 : this.#entries[slot];
    if (before?.record === record2) return;
    if (slot !== void 0 && before) {
      turnover.died.push(before);
      this.#entries[slot] = void 0;
      this.bornAt[slot] = 0;
      this.#slots.delete(key);
      this.#free.push(slot);
    }
    if (record2) turnover.born.push(this.#put(key, this.#make(record2)));
  }
  #put(key, entry) {
    const slot = this.#free.pop() ?? this.#entries.length;
    if (slot === this.bornAt.length) {
      const larger = new Uint32Array(slot * 2);
      larger.set(this.bornAt);
      this.bornAt = larger;
    }
    this.births += 1;
    this.bornAt[slot] = this.births;
    this.#entries[slot] = entry;
    this.#slots.set(key, slot);
    return entry;
  }
};

// lib/reads/lease-index.ts
var LeaseEntry = class {
  record;
  #searched = null;
  constructor(record2) {
    this.record = record2;
  }
  get searched() {
    const { ownerName, ownerUpn, machine, resources } = this.record;
    const names = resources.flatMap(({ group, application }) => [group, application]);
    this.#searched ??= fold([ownerName, ownerUpn, machine, ...names].filter(Boolean).join("\n"));
    return this.#searched;
  }
};
var LeaseIndex = class {
  all = new RecordIndex((record2) => new LeaseEntry(record2));
  /** Launch leases by the machine's bare name, in upper case. */
  #byMachine = /* @__PURE__ */ new Map();
  /** By Sid, and by the folded account or UPN of those that have none. */
  #byOwner = /* @__PURE__ */ new Map();
  /** Moves on to this book; null means that any lease may have changed. */
  follow(book, changed) {
    return this.#keep(this.all.follow(recordsOf(book), changed));
  }
  /** Some of the leases, before the first {@link follow}. */
  takeIn(leases2) {
    this.#keep(this.all.takeIn(leases2));
  }
  #keep(turnover) {
    for (const entry of turnover.died) this.#change(entry, remove);
    for (const entry of turnover.born) this.#change(entry, add);
    return turnover;
  }
  /** Launch leases that lead to the machine of that bare name. */
  onMachine(name) {
    return this.#byMachine.get(name.toUpperCase()) ?? NONE2;
  }
  /** Leases of an owner: a Sid, or the name where a lease has none. */
  ofOwner(name) {
    return this.#byOwner.get(fold(name)) ?? NONE2;
  }
  /** Owners whom leases name so in full, each as {@link ofOwner} finds them. Looks at all leases: for names that nobody else knows. */
  ownersCalled(text4) {
    const wanted = fold(text4.trim());
    const found = /* @__PURE__ */ new Set();
    for (const { ownerSid, ownerName, ownerUpn } of this.all.entries().map(({ record: record2 }) => record2)) {
      const isMeant = [ownerSid, ownerName, ownerUpn].some((name) => name !== null && fold(name) === wanted);
      if (isMeant) found.add(ownerSid ?? ownerName ?? ownerUpn ?? "");
    }
    return [...found];
  }
  #change(entry, by) {
    const { type, machine } = entry.record;
    if (type === "Launch" && machine !== null) by(this.#byMachine, machine.toUpperCase(), entry);
    for (const name of ownerNames(entry.record)) by(this.#byOwner, name, entry);
  }
};
function validLeases(leases2, now) {
  let count = 0;
  let nextExpiry2 = null;
  for (const { record: record2 } of leases2) {
    if (record2.expiresAt <= now) continue;
    count += 1;
    nextExpiry2 = Math.min(nextExpiry2 ?? record2.expiresAt, record2.expiresAt);
  }
  return { count, nextExpiry: nextExpiry2 };
}
var NONE2 = /* @__PURE__ */ new Set();
function ownerNames({ ownerSid, ownerName, ownerUpn }) {
  if (ownerSid !== null) return [fold(ownerSid)];
  return [...new Set([ownerName, ownerUpn].flatMap((name) => name === null ? [] : [fold(name)]))];
}
function recordsOf(book) {
  return {
    size: book.size,
    get: (key) => book.get(key),
    has: (key) => book.get(key) !== void 0,
    values: () => book.values()
  };
}
function add(lists, name, entry) {
  const entries = lists.get(name);
  if (entries) entries.add(entry);
  else lists.set(name, /* @__PURE__ */ new Set([entry]));
}
function remove(lists, name, entry) {
  const entries = lists.get(name);
  if (entries?.delete(entry) && entries.size === 0) lists.delete(name);
}

// lib/domain/lease/pairs.ts
function pairsOfPerson(person, groups2) {
  const launches = person.leases.filter(({ type }) => type === "Launch");
  const enumerations = person.leases.filter(({ type }) => type === "Enumeration");
  const drafts = /* @__PURE__ */ new Map();
  for (const lease of launches) addLaunch(drafts, lease, groups2);
  for (const { resources } of enumerations) for (const each of resources) addNamed(drafts, each, groups2);
  const listing = listingOf(enumerations, groups2);
  for (const each of person.known) addKnown(drafts, each, { groups: groups2, isListed: listing.byResource.size > 0 });
  return [...drafts].map(([resource, draft]) => ({
    key: `${person.userKey}
${resource}`,
    userKey: person.userKey,
    userName: person.userName,
    groupKey: draft.groupKey,
    groupName: draft.groupName,
    application: draft.application,
    enumeration: listedBy(listing, draft),
    launch: draft.launch,
    machine: draft.launch ? draft.launch.machine : draft.assigned,
    machineSid: draft.launch?.machineSid ?? null
  }));
}
function resourceKey(group, application) {
  return `${group?.toLowerCase() ?? ""}
${application?.toLowerCase() ?? ""}`;
}
function draftOf(drafts, { group, application }, groups2) {
  const groupKey = group === null ? null : groups2.keyOf(group);
  const key = resourceKey(groupKey ?? group, application);
  const draft = drafts.get(key) ?? { groupKey, groupName: group, application, launch: null, assigned: null };
  drafts.set(key, draft);
  return draft;
}
function addLaunch(drafts, lease, groups2) {
  if (lease.resources.length === 0) {
    drafts.set(lease.key, { groupKey: null, groupName: null, application: null, launch: lease, assigned: null });
  }
  for (const resource of lease.resources) {
    const draft = draftOf(drafts, resource, groups2);
    draft.launch = later(draft.launch, lease);
  }
}
function addNamed(drafts, resource, groups2) {
  if (resource.group === null && [...drafts.values()].some((draft) => isSameName(draft, resource))) return;
  draftOf(drafts, resource, groups2);
}
function isSameName(draft, { application }) {
  return application !== null && draft.application?.toLowerCase() === application.toLowerCase();
}
function addKnown(drafts, { origin, groupKey, application, machine }, { groups: groups2, isListed: isListed3 }) {
  const key = resourceKey(groupKey, application);
  if (origin === "ruled" && application !== null && isListed3) return;
  const known = { groupKey, groupName: groups2.nameOf(groupKey), application, launch: null, assigned: null };
  const draft = drafts.get(key) ?? known;
  draft.assigned ??= machine;
  drafts.set(key, draft);
}
function listingOf(enumerations, groups2) {
  const byResource = /* @__PURE__ */ new Map();
  let vague = null;
  for (const lease of enumerations) {
    if (lease.resources.length === 0) vague = laterVague(vague, lease);
    for (const { group, application } of lease.resources) {
      const key = resourceKey(group === null ? null : groups2.keyOf(group) ?? group, application);
      byResource.set(key, later(byResource.get(key) ?? null, lease));
    }
  }
  return { byResource, vague };
}
function listedBy({ byResource, vague }, { groupKey, groupName, application }) {
  const named = byResource.get(resourceKey(groupKey ?? groupName, application));
  return named ?? (application === null ? void 0 : byResource.get(resourceKey(null, application))) ?? vague;
}
function later(a, b) {
  return a !== null && a.expiresAt >= b.expiresAt ? a : b;
}
function laterVague(a, b) {
  if (a === null || a.problem === null === (b.problem === null)) return later(a, b);
  return a.problem === null ? a : b;
}

// lib/domain/lease/rules.ts
var DESKTOP = {
  "desktop-entitlement": true,
  "desktop-assignment": true,
  "app-entitlement": false,
  "app-assignment": false
};
function ruleBookOf(rules, findPerson) {
  const named = /* @__PURE__ */ new Map();
  const byGroup = /* @__PURE__ */ new Map();
  const unresolved = /* @__PURE__ */ new Set();
  let everybody = 0;
  for (const rule of rules ?? []) {
    if (!rule.enabled) continue;
    const desktop = DESKTOP[rule.kind];
    const { people: people2, strangers } = peopleOf(rule, findPerson);
    if (rule.included === null) everybody += 1;
    for (const name of strangers) unresolved.add(name.toLowerCase());
    for (const key of people2) add2(named, key, { groupKey: rule.groupKey, desktop });
    const isClosed = rule.included !== null && strangers.length === 0;
    add2(byGroup, rule.groupKey, { desktop, allows: allowsLeasing(rule), people: isClosed ? new Set(people2) : null });
  }
  return { read: rules !== null, named, byGroup, unresolved, everybody };
}
function peopleOf({ included }, findPerson) {
  const people2 = [];
  const strangers = [];
  for (const name of included ?? []) {
    const key = findPerson(name);
    if (key === null) strangers.push(name);
    else people2.push(key);
  }
  return { people: people2, strangers };
}
function allowsLeasing({ leasing }) {
  return leasing?.toLowerCase() !== "disallowed";
}
function add2(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
function mayLease(book, of) {
  const rules = of.groupKey === null ? void 0 : book.byGroup.get(of.groupKey);
  let answer = null;
  for (const { desktop, allows, people: people2 } of rules ?? []) {
    if (desktop !== (of.application === null) || people2?.has(of.userKey) === false) continue;
    if (allows) return true;
    answer = false;
  }
  return answer;
}
function ruledResources(book, userKey, applicationsOf) {
  return (book.named.get(userKey) ?? []).flatMap(({ groupKey, desktop }) => {
    const ruled = { origin: "ruled", groupKey, machine: null };
    if (desktop) return [{ ...ruled, application: null }];
    return [...applicationsOf(groupKey)].map((application) => ({ ...ruled, application }));
  });
}

// lib/reads/outage-person.ts
function resourceText(pair, terms) {
  return `${terms.nameText(pair)}
${pair.key}`;
}
function pairsOf(maker, userKey) {
  const { index: index2, terms } = maker;
  const person = index2.people.get(userKey)?.record;
  if (!person && maker.findPerson(userKey) !== null) return { userName: null, anonymous: false, pairs: [] };
  const names = person ? [person.key, person.account, person.upn] : [userKey];
  const leases2 = new Set(names.flatMap((name) => name === null ? [] : [...index2.leases.ofOwner(name)]));
  const records = Array.from(leases2, ({ record: record2 }) => record2);
  const sessions = sessionsOf(index2, userKey);
  const userName = person?.account ?? records[0]?.ownerName ?? sessions[0]?.user ?? userKey;
  const known = [
    ...ruledResources(terms.rules, userKey, (groupKey) => terms.applicationsOf(groupKey)),
    ...assignedResources(index2, person?.account ?? userKey),
    ...sessions.filter((session) => isTold(maker, session)).flatMap(usedResources)
  ];
  const pairs = pairsOfPerson({ userKey, userName, leases: records, known }, terms.names);
  const sorted = pairs.map((pair) => ({ pair, text: resourceText(pair, terms) }));
  sorted.sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  return {
    userName,
    anonymous: sessions.some(({ anonymous }) => anonymous === true),
    pairs: sorted.map(({ pair }) => pair)
  };
}
function sessionsOf(index2, userKey) {
  const unverified = [...index2.unverified.get(fold(userKey)) ?? []].filter(({ record: record2 }) => record2.anonymous === true);
  return [...index2.sessionsOfUser(userKey), ...unverified].map(({ record: record2 }) => record2);
}
function isTold({ terms, mechanism }, session) {
  if (session.anonymous === true) return true;
  if (session.userKey === null) return false;
  return mechanism === "cache" || terms.facts(session.deliveryGroupKey)?.pooled === true;
}
function usedResources({ deliveryGroupKey: groupKey, sessionType, applications }) {
  if (groupKey === null) return [];
  const used = { origin: "used", groupKey, machine: null };
  if (sessionType === "Application") return applications.map((application) => ({ ...used, application }));
  return [{ ...used, application: null }];
}
function assignedResources({ machinesAssigned }, account) {
  return Array.from(machinesAssigned.get(fold(account)) ?? [], ({ record: record2 }) => record2).flatMap(
    (machine) => machine.deliveryGroupKey === null ? [] : [
      {
        origin: "assigned",
        groupKey: machine.deliveryGroupKey,
        application: null,
        machine: machine.name.toUpperCase()
      }
    ]
  );
}

// lib/domain/lease/verdict.ts
var uncovered = (why) => ({ coverage: "uncovered", why, until: null });
var UNREAD = { coverage: "unknown", why: "unread", until: null };
var FOREVER = { coverage: "covered", why: null, until: null };
var VERDICTS = {
  pooled: uncovered("pooled"),
  anonymous: uncovered("anonymous"),
  "not-allowed": uncovered("not-allowed"),
  "never-launched": uncovered("never-launched"),
  expired: uncovered("expired"),
  "not-listed": uncovered("not-listed"),
  maintenance: uncovered("maintenance"),
  unregistered: uncovered("unregistered"),
  ghost: uncovered("ghost"),
  full: uncovered("full"),
  gone: uncovered("gone")
};
function judgePair(facts) {
  switch (facts.mechanism) {
    case "leases":
      return judgeLeased(facts);
    case "cache":
      return judgeCached(facts);
  }
}
function judgeLeased(facts) {
  const { pair, now } = facts;
  if (facts.group?.pooled) return VERDICTS.pooled;
  if (facts.anonymous) return VERDICTS.anonymous;
  if (facts.leasing === false) return VERDICTS["not-allowed"];
  if (!pair.launch) return VERDICTS["never-launched"];
  if (pair.launch.expiresAt <= now) return VERDICTS.expired;
  if (!pair.enumeration || pair.enumeration.expiresAt <= now) return VERDICTS["not-listed"];
  if (pair.machine === null && pair.machineSid === null || isUnread(pair.enumeration)) return UNREAD;
  const why = machineReason(facts);
  if (why !== null) return VERDICTS[why];
  return { coverage: "covered", why: null, until: Math.min(pair.launch.expiresAt, pair.enumeration.expiresAt) };
}
function isUnread({ problem, resources }) {
  return problem !== null && resources.length === 0;
}
function machineReason({ machine, group, ghost, full }) {
  if (!machine) return "gone";
  if (machine.maintenance || group?.maintenance) return "maintenance";
  if (machine.registration !== "Registered") return "unregistered";
  if (ghost) return "ghost";
  return full ? "full" : null;
}
function judgeCached(facts) {
  const { group, pair } = facts;
  if (pair.machine !== null && group?.pooled === false && isAssigned(facts)) {
    const why = machineReason({ ...facts, ghost: false, full: false });
    return why === null ? FOREVER : VERDICTS[why];
  }
  if (!group) return VERDICTS.gone;
  if (group.pooled && group.powerManaged && group.reuseWithoutShutdown !== true) return VERDICTS.pooled;
  if (group.maintenance) return VERDICTS.maintenance;
  if (group.open > 0) return FOREVER;
  if (group.machines === 0) return VERDICTS.gone;
  return group.registered > 0 ? VERDICTS.maintenance : VERDICTS.unregistered;
}
function isAssigned({ machine, pair }) {
  return pair.launch === null || machine?.sessionSupport === "SingleSession";
}

// lib/domain/lease/capacity.ts
var FULL = 1e4;
var LOAD_LEAST = 4e3;
var SESSIONS_LEAST = 3;
var UNKNOWN2 = { places: null, estimated: true };
function capacityOf({ sessionSupport, loadIndex }, sessions) {
  if (sessionSupport === "SingleSession") return { places: 1, estimated: false };
  if (sessionSupport !== "MultiSession" || loadIndex === null) return UNKNOWN2;
  if (loadIndex >= FULL) return { places: sessions, estimated: true };
  if (loadIndex < LOAD_LEAST || sessions < SESSIONS_LEAST) return UNKNOWN2;
  return { places: Math.floor(sessions * FULL / loadIndex), estimated: true };
}
function crowdedOut(crowd, wanting) {
  const { places } = crowd.capacity;
  if (places === null) return /* @__PURE__ */ new Set();
  const newest = /* @__PURE__ */ new Map();
  for (const { userKey, launchedAt } of wanting) {
    if (!crowd.present.has(userKey)) newest.set(userKey, Math.max(launchedAt, newest.get(userKey) ?? launchedAt));
  }
  const free = Math.max(0, places - crowd.sessions);
  if (newest.size <= free) return /* @__PURE__ */ new Set();
  const inTurn = [...newest].sort(([a, at], [b, other]) => other - at || (a < b ? -1 : 1));
  return new Set(inTurn.slice(free).map(([userKey]) => userKey));
}
function judgeMachine(facts, crowd) {
  const verdicts = facts.map((each) => judgePair(each.full ? { ...each, full: false } : each));
  const wanting = facts.flatMap(({ mechanism, pair }, at) => {
    if (mechanism !== "leases" || verdicts[at]?.coverage !== "covered" || !pair.launch) return [];
    return [{ userKey: pair.userKey, launchedAt: pair.launch.modifiedAt }];
  });
  const out = crowdedOut(crowd, wanting);
  if (out.size === 0) return verdicts;
  return facts.map((each, at) => {
    const verdict = verdicts[at] ?? judgePair(each);
    const isOut = verdict.coverage === "covered" && each.mechanism === "leases" && out.has(each.pair.userKey);
    return isOut ? judgePair({ ...each, full: true }) : verdict;
  });
}

// lib/domain/lease/outage.ts
var UNCOVERED_REASONS = [
  "pooled",
  "anonymous",
  "not-allowed",
  "never-launched",
  "expired",
  "not-listed",
  "maintenance",
  "unregistered",
  "ghost",
  "full",
  "gone",
  "unread"
];

// lib/reads/outage-wards.ts
var COVERED_CODE = 0;
var REASON_CODES = new Map(UNCOVERED_REASONS.map((why, at) => [why, at + 1]));
function verdictCode({ why }) {
  return why === null ? COVERED_CODE : REASON_CODES.get(why) ?? COVERED_CODE;
}
function reasonAt(code) {
  return UNCOVERED_REASONS[code - 1] ?? null;
}
var NOWHERE = { machine: null, haunted: /* @__PURE__ */ new Set() };
function judgeAlone(bench, pair, person) {
  const isVague = pair.machine === null && pair.machineSid === null;
  const vague = isVague ? pair : { ...pair, machine: null, machineSid: null };
  return judgePair(factsOf(bench, { pair: vague, person }, NOWHERE));
}
function factsOf({ terms, mechanism, now }, { pair, person }, { machine, haunted: haunted2 }) {
  return {
    now,
    mechanism,
    pair,
    group: terms.facts(pair.groupKey),
    machine,
    anonymous: person.anonymous,
    leasing: mayLease(terms.rules, pair),
    ghost: haunted2.has(pair.userKey),
    full: false
  };
}
var Ward = class {
  /** Of a machine, in upper case; null for pairs whose document names none. */
  machine;
  pairs = /* @__PURE__ */ new Set();
  /** When a verdict here may become another by itself. */
  changesAt = Number.POSITIVE_INFINITY;
  constructor(machine) {
    this.machine = machine;
  }
  judge(bench) {
    const pairs = [...this.pairs];
    for (const [at, verdict] of this.#verdicts(bench, pairs).entries()) {
      const bound = pairs[at];
      if (!bound) continue;
      const { person } = bound;
      bound.verdict = verdict;
      person.codes[bound.at] = (person.codes[bound.at] ?? 0) & ~15 | verdictCode(verdict);
    }
    this.changesAt = bench.mechanism === "leases" ? nextExpiry(pairs, bench.now) : Number.POSITIVE_INFINITY;
  }
  #verdicts(bench, pairs) {
    const { index: index2 } = bench;
    if (this.machine === null) return pairs.map(({ pair, person }) => judgeAlone(bench, pair, person));
    const [entry, another] = index2.machinesNamed.get(fold(this.machine)) ?? [];
    if (another) return pairs.map(({ pair, person }) => judgeAlone(bench, pair, person));
    const machine = entry?.record ?? null;
    const haunted2 = new Set(machine ? index2.snapshot.ghosts.onMachine(machine.key).flatMap(hauntedUser) : []);
    const facts = pairs.map((bound) => factsOf(bench, bound, { machine, haunted: haunted2 }));
    return judgeMachine(facts, crowdOn(index2, machine));
  }
};
function nextExpiry(pairs, now) {
  let next = Number.POSITIVE_INFINITY;
  for (const { pair } of pairs) {
    for (const lease of [pair.launch, pair.enumeration]) {
      if (lease && lease.expiresAt > now && lease.expiresAt < next) next = lease.expiresAt;
    }
  }
  return next;
}
var NO_PLACES = { places: null, estimated: true };
function crowdOn(index2, machine) {
  if (!machine) return { capacity: NO_PLACES, sessions: 0, present: /* @__PURE__ */ new Set() };
  const there = index2.sessionsOnMachine(machine.key);
  const present = new Set(there.flatMap(({ record: record2 }) => ownerOfSession(record2) ?? []));
  return { capacity: capacityOf(machine, there.length), sessions: there.length, present };
}
function ownerOfSession({ userKey, user }) {
  return userKey ?? user?.toLowerCase() ?? null;
}
function hauntedUser(incident) {
  const isInTheWay = incident.subject.kind === "session" && incident.class !== "just-old" && incident.state !== "suspect";
  const owner = isInTheWay ? ownerOfSession(incident) : null;
  return owner === null ? [] : [owner];
}

// lib/reads/outage-marks.ts
var OutageMarks = class {
  /** By Pair.userKey. */
  people = /* @__PURE__ */ new Set();
  /** By bare name, in upper case. */
  machines = /* @__PURE__ */ new Set();
  areRulesStale = false;
  areGroupsStale = false;
  clear() {
    this.people.clear();
    this.machines.clear();
    this.areRulesStale = false;
    this.areGroupsStale = false;
  }
  note({ sessions, people: people2, machines: machines2, leases: leases2, haunted: haunted2 }, maker) {
    for (const { record: record2 } of leases2.died) this.noteLease(record2, -1, maker);
    for (const { record: record2 } of leases2.born) this.noteLease(record2, 1, maker);
    for (const { record: record2 } of [...sessions.died, ...sessions.born]) {
      if (record2.machine !== null) this.machines.add(record2.machine.toUpperCase());
      this.noteSession(record2, maker);
    }
    for (const change2 of changesOf(people2)) this.#notePerson(change2, maker);
    for (const change2 of changesOf(machines2)) this.#noteMachine(change2, maker);
    for (const name of haunted2) this.machines.add(name.toUpperCase());
  }
  /** A session from which nothing is learned touches nobody. */
  noteSession(session, maker) {
    const owner = isTold(maker, session) ? ownerOfSession(session) : null;
    if (owner !== null) this.people.add(owner);
  }
  noteLease(lease, by, maker) {
    const { terms } = maker;
    for (const group of terms.applications.count(lease, by)) {
      for (const key of terms.namedFor(group)) this.people.add(key);
    }
    if (lease.ownerSid !== null) this.people.add(lease.ownerSid);
    else this.noteNames([lease.ownerName, lease.ownerUpn], maker);
  }
  /** Who is called so: the person, where the site knows one, and the name itself. */
  noteNames(names, { findPerson }) {
    for (const name of names) {
      if (!name) continue;
      this.people.add(name.toLowerCase());
      const key = findPerson(name);
      if (key !== null) this.people.add(key);
    }
  }
  #notePerson([before, after], maker) {
    if (before?.account === after?.account && before?.upn === after?.upn) return;
    const key = before?.key ?? after?.key ?? "";
    const names = [key, before?.account, after?.account, before?.upn, after?.upn];
    this.people.add(key);
    this.noteNames(names, maker);
    const { unresolved, named } = maker.terms.rules;
    if (named.has(key) || names.some((name) => name && unresolved.has(name.toLowerCase()))) this.areRulesStale = true;
  }
  #noteMachine([before, after], maker) {
    for (const machine of [before, after]) if (machine) this.machines.add(machine.name.toUpperCase());
    if (!before || !after || !isSameInGroup(before, after)) this.areGroupsStale = true;
    if (before && after && isSameAssignment(before, after)) return;
    this.noteNames([...before?.assignedUsers ?? [], ...after?.assignedUsers ?? []], maker);
  }
};
function changesOf({
  died,
  born
}) {
  const before = new Map(died.map(({ record: record2 }) => [record2.key, record2]));
  const after = new Map(born.map(({ record: record2 }) => [record2.key, record2]));
  const keys = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])];
  return keys.map((key) => [before.get(key), after.get(key)]).filter(([one, other]) => one !== other);
}
function isSameInGroup(a, b) {
  return a.deliveryGroupKey === b.deliveryGroupKey && a.registration === b.registration && a.maintenance === b.maintenance && a.power === b.power;
}
function isSameAssignment(a, b) {
  const isSameRoom = a.name === b.name && a.deliveryGroupKey === b.deliveryGroupKey;
  return isSameRoom && a.assignedUsers.join("\n") === b.assignedUsers.join("\n");
}

// lib/domain/lease/group-facts.ts
var UNMANAGED = /* @__PURE__ */ new Set(["Unmanaged", "NotSupported", "Unknown"]);
function groupFactsOf(group, machines2, outage) {
  const count = { machines: 0, registered: 0, open: 0 };
  let powerManaged = false;
  for (const machine of machines2) {
    const registered = machine.registration === "Registered";
    count.machines += 1;
    if (registered) count.registered += 1;
    if (registered && !machine.maintenance) count.open += 1;
    powerManaged ||= !UNMANAGED.has(machine.power);
  }
  return {
    pooled: isPooled(group),
    maintenance: group.maintenance,
    reuseWithoutShutdown: outage?.reuseWithoutShutdown ?? null,
    powerManaged,
    ...count
  };
}
function isPooled({ sessionSupport, desktopKind }) {
  if (sessionSupport === "MultiSession" || desktopKind === "Private") return false;
  return sessionSupport === "SingleSession" && desktopKind === "Shared" ? true : null;
}

// lib/domain/lease/pair.ts
function groupNamesOf(groups2) {
  const byKey = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  for (const { key, name } of groups2) {
    byKey.set(key, name);
    byName.set(name.toLowerCase(), key);
  }
  return { keyOf: (name) => byName.get(name.toLowerCase()) ?? null, nameOf: (key) => byKey.get(key) ?? null };
}

// lib/reads/outage-terms.ts
var ApplicationNames = class {
  #counts = /* @__PURE__ */ new Map();
  /** Returns the groups that have another application now, or one less. */
  count({ resources }, by) {
    const moved = [];
    for (const { group, application } of resources) {
      if (group === null || application === null) continue;
      const names = this.#counts.get(fold(group)) ?? /* @__PURE__ */ new Map();
      const before = names.get(application) ?? 0;
      if (before + by === 0) names.delete(application);
      else names.set(application, before + by);
      if (before === 0 || before + by === 0) moved.push(group);
      this.#counts.set(fold(group), names);
    }
    return moved;
  }
  of(group) {
    return group !== null && this.#counts.get(fold(group))?.keys() || [];
  }
};
function personFinderOf({ people: people2, peopleNamed }) {
  return (name) => {
    const byKey = people2.get(name) ?? people2.get(name.toUpperCase());
    if (byKey) return byKey.record.key;
    const wanted = fold(name);
    const bare = wanted.slice(wanted.indexOf("\\") + 1);
    const namesakes = [...peopleNamed.get(bare) ?? peopleNamed.get(bare.split("@")[0] ?? "") ?? []];
    const found = namesakes.find(
      ({ record: record2 }) => [record2.account, record2.upn].some((each) => fold(each ?? "") === wanted)
    );
    return found?.record.key ?? null;
  };
}
function isSameFor(a, b) {
  if (a === null || b === null) return a === b;
  return a.pooled === b.pooled && a.maintenance === b.maintenance && a.reuseWithoutShutdown === b.reuseWithoutShutdown && a.powerManaged === b.powerManaged && a.machines > 0 === b.machines > 0 && a.registered > 0 === b.registered > 0 && a.open > 0 === b.open > 0;
}
var OutageTerms = class {
  names;
  rules;
  applications = new ApplicationNames();
  #book;
  #facts = /* @__PURE__ */ new Map();
  #groups = /* @__PURE__ */ new Map();
  #byCode = [];
  #foldedNames = /* @__PURE__ */ new Map();
  constructor({ leases: leases2, groups: groups2 }, findPerson) {
    this.names = groupNamesOf(groups2.values());
    this.rules = ruleBookOf(leases2.rules, findPerson);
    this.#book = leases2;
  }
  facts(groupKey) {
    return groupKey !== null && this.#facts.get(groupKey) || null;
  }
  /** Whom rules name for the applications of that group. */
  namedFor(group) {
    const wanted = this.names.keyOf(group);
    const isFor = ({ groupKey, desktop }) => !desktop && groupKey === wanted;
    return [...this.rules.named].filter(([, ruled]) => ruled.some(isFor)).map(([key]) => key);
  }
  applicationsOf(groupKey) {
    return this.applications.of(this.names.nameOf(groupKey));
  }
  groupAt(code) {
    const group = this.#byCode[code];
    if (!group) throw new Error(`No group has the code ${code}`);
    return group;
  }
  /** All codes of pairs (PersonCover.codes) are below this. */
  get codesMost() {
    return this.#byCode.length * 16;
  }
  /** By what a pair stands among its owner's, folded once for all that have the same name. */
  nameText({ groupKey, groupName, application }) {
    const group = (groupKey === null ? null : this.names.nameOf(groupKey)) ?? groupName ?? "";
    return `${this.#folded(group)}
${this.#folded(application ?? "")}`;
  }
  #folded(name) {
    const known = this.#foldedNames.get(name);
    if (known !== void 0) return known;
    this.#foldedNames.set(name, fold(name));
    return fold(name);
  }
  /** Undefined where no pair was ever of that group. */
  groupOf(groupKey) {
    return this.#groups.get(groupKey);
  }
  /** The group of a pair; one that the site does not know by the name that the lease has for it. */
  codeOf({ groupKey, groupName }) {
    const key = groupKey ?? `
${fold(groupName ?? "")}`;
    const known = this.#groups.get(key);
    if (known) return known.code;
    const name = (groupKey === null ? groupName : this.names.nameOf(groupKey)) ?? groupName ?? "";
    const group = { code: this.#byCode.length, key: groupKey, name };
    this.#groups.set(key, group);
    this.#byCode.push(group);
    return group.code;
  }
  /** Works out the groups anew. Returns the codes of those of which a pair may now be judged otherwise. */
  refreshGroups(groups2, machines2) {
    const byGroup = /* @__PURE__ */ new Map();
    for (const machine of machines2) {
      if (machine.deliveryGroupKey === null) continue;
      const there = byGroup.get(machine.deliveryGroupKey);
      if (there) there.push(machine);
      else byGroup.set(machine.deliveryGroupKey, [machine]);
    }
    const before = this.#facts;
    this.#facts = /* @__PURE__ */ new Map();
    const moved = /* @__PURE__ */ new Set();
    for (const group of groups2) {
      const outage = this.#book.groups.find(({ groupKey }) => groupKey === group.key);
      const facts = groupFactsOf(group, byGroup.get(group.key) ?? [], outage);
      this.#facts.set(group.key, facts);
      const known = this.#groups.get(group.key);
      if (known && !isSameFor(before.get(group.key) ?? null, facts)) moved.add(known.code);
    }
    return moved;
  }
};

// lib/reads/outage-ward-book.ts
var STEP_WARDS = 20;
var WardBook = class {
  #wards = /* @__PURE__ */ new Map();
  #judgedAt = Number.NEGATIVE_INFINITY;
  #changesAt = Number.POSITIVE_INFINITY;
  /** As of when verdicts hold. */
  get judgedAt() {
    return this.#judgedAt;
  }
  clear() {
    this.#wards.clear();
    this.#judgedAt = Number.NEGATIVE_INFINITY;
    this.#changesAt = Number.POSITIVE_INFINITY;
  }
  /** Pairs that lead to the machine of that bare name. */
  boundTo(machine) {
    return this.#wards.get(machine.toUpperCase())?.pairs ?? [];
  }
  /** Returns the name of the ward, which has to be judged anew. */
  enter(bound) {
    const name = wardOf(bound);
    const ward = this.#wards.get(name) ?? new Ward(bound.pair.machine?.toUpperCase() ?? null);
    this.#wards.set(name, ward);
    ward.pairs.add(bound);
    return name;
  }
  /** The same for a pair that is no more. */
  leave(bound) {
    const name = wardOf(bound);
    const ward = this.#wards.get(name);
    ward?.pairs.delete(bound);
    if (ward?.pairs.size === 0) this.#wards.delete(name);
    return name;
  }
  /** Judges those of these names, and those in which something ran out; a clock that was set back gives leases back. */
  *judge(names, bench, isOver) {
    for (const name of this.#expired(bench.now)) names.add(name);
    let judged = 0;
    for (const name of names) {
      if (isOver()) return;
      names.delete(name);
      const ward = this.#wards.get(name);
      if (!ward) continue;
      ward.judge(bench);
      this.#changesAt = Math.min(this.#changesAt, ward.changesAt);
      judged += 1;
      if (judged % STEP_WARDS === 0) yield;
    }
  }
  #expired(now) {
    const isBack = now < this.#judgedAt;
    this.#judgedAt = now;
    if (!isBack && now < this.#changesAt) return [];
    const expired = [];
    this.#changesAt = Number.POSITIVE_INFINITY;
    for (const [name, { changesAt }] of this.#wards) {
      if (isBack || now >= changesAt) expired.push(name);
      else this.#changesAt = Math.min(this.#changesAt, changesAt);
    }
    return expired;
  }
};
function wardOf({ pair: { machine, userKey } }) {
  return machine?.toUpperCase() ?? `?${userKey}`;
}

// lib/reads/outage-cover.ts
var CoverEntry = class {
  record;
  sortText;
  constructor(record2) {
    this.record = record2;
    this.sortText = `${fold(record2.userName ?? record2.key)}
${record2.key}`;
  }
};
var STEP_PEOPLE = 25;
var STEP_LEASES = 1e3;
var NOT_JUDGED = { coverage: "unknown", why: "unread", until: null };
var OutageCover = class {
  people = new RecordIndex((record2) => new CoverEntry(record2));
  #index;
  #covers = /* @__PURE__ */ new Map();
  #wards = new WardBook();
  #marks = new OutageMarks();
  /** People whose cover is another than `people` shows. */
  #moved = /* @__PURE__ */ new Set();
  #maker = null;
  #marking = null;
  #book = null;
  #groups = /* @__PURE__ */ new Map();
  constructor(index2) {
    this.#index = index2;
  }
  get terms() {
    if (!this.#maker) throw new Error("Nothing was judged yet");
    return this.#maker.terms;
  }
  /** Whether nothing was judged yet, or so many people wait to be that it is better done in steps. */
  get isFarBehind() {
    return !this.#maker || this.#marking !== null || this.#marks.people.size > 40 * STEP_PEOPLE;
  }
  /** A person's pairs in the order of PersonCover.codes. */
  pairsOf(userKey) {
    return this.#maker ? pairsOf(this.#maker, userKey).pairs : [];
  }
  boundTo(machine) {
    return this.#wards.boundTo(machine);
  }
  /** Marks what a version touched. Before the first judgement nothing need be marked. */
  note(touches) {
    if (this.#maker) this.#marks.note(touches, this.#maker);
  }
  /** Judges all that was touched or ran out. `mechanism` null: nothing brokers without the database, so there is nothing to judge. */
  settle(mechanism, now) {
    const steps = this.steps(mechanism, now);
    while (!steps.next().done) ;
  }
  /** {@link steps} at a moment that is known to have passed: nothing is judged back to it. */
  stepsSince(mechanism, asOf) {
    return this.steps(mechanism, Math.max(asOf, this.#wards.judgedAt));
  }
  /** The same in steps of a millisecond or two; who settles in between does the rest. */
  *steps(mechanism, now) {
    if (mechanism === null) {
      this.#forget();
      return;
    }
    if (this.#isOtherSite(mechanism)) this.#restart(mechanism);
    yield* this.#mark();
    const maker = this.#maker;
    if (!maker) return;
    if (this.#marks.areGroupsStale || this.#groups !== this.#index.snapshot.groups) this.#refreshGroups(maker);
    const bench = { index: this.#index, terms: maker.terms, mechanism, now };
    const isOver = () => this.#maker !== maker;
    yield* this.#judgePeople(bench, maker);
    yield* this.#wards.judge(this.#marks.machines, bench, isOver);
  }
  #isOtherSite(mechanism) {
    const { leases: leases2, groups: groups2 } = this.#index.snapshot;
    if (this.#maker?.mechanism !== mechanism || this.#marks.areRulesStale || !this.#book) return true;
    if (this.#groups !== groups2 && !isSameNames(this.#groups, groups2)) return true;
    const isOther = !isSameValue([this.#book.rules, this.#book.groups], [leases2.rules, leases2.groups]);
    if (!isOther) this.#book = leases2;
    return isOther;
  }
  #forget() {
    this.#maker = null;
    this.#marking = null;
    this.#covers.clear();
    this.#wards.clear();
    this.#marks.clear();
    this.#moved.clear();
    this.people.follow(this.#covers, null);
  }
  #restart(mechanism) {
    this.#forget();
    const index2 = this.#index;
    const { snapshot: snapshot2 } = index2;
    const findPerson = personFinderOf(index2);
    const terms = new OutageTerms(snapshot2, findPerson);
    terms.refreshGroups(snapshot2.groups.values(), snapshot2.machines.values());
    const maker = { index: index2, terms, mechanism, findPerson };
    this.#maker = maker;
    this.#book = snapshot2.leases;
    this.#groups = snapshot2.groups;
    this.#marking = this.#markEverybody(maker, snapshot2);
  }
  /** By the version with which it began: what versions change after that is noted beside it. */
  *#markEverybody(maker, { leases: leases2, machines: machines2, sessions }) {
    for (const key of maker.terms.rules.named.keys()) this.#marks.people.add(key);
    for (const machine of machines2.values()) this.#marks.noteNames(machine.assignedUsers, maker);
    for (const session of sessions.values()) this.#marks.noteSession(session, maker);
    let marked = 0;
    for (const lease of leases2.values()) {
      this.#marks.noteLease(lease, 1, maker);
      marked += 1;
      if (marked % STEP_LEASES === 0) yield;
    }
  }
  /** Who comes while it goes on goes on with it. */
  *#mark() {
    const marking = this.#marking;
    while (marking && this.#marking === marking) {
      if (marking.next().done) this.#marking = null;
      yield;
    }
  }
  /** Where a group as a whole is reached otherwise, everybody who has something of it is judged anew. */
  #refreshGroups({ terms }) {
    const { groups: groups2, machines: machines2 } = this.#index.snapshot;
    const moved = terms.refreshGroups(groups2.values(), machines2.values());
    this.#groups = groups2;
    this.#marks.areGroupsStale = false;
    if (moved.size === 0) return;
    for (const { key, codes } of this.#covers.values()) {
      if (codes.some((code) => moved.has(code >> 4))) this.#marks.people.add(key);
    }
  }
  *#judgePeople(bench, maker) {
    let judged = 0;
    for (const key of this.#marks.people) {
      if (this.#maker !== maker) return;
      this.#marks.people.delete(key);
      this.#moved.add(key);
      this.#judgePerson(bench, maker, key);
      judged += 1;
      if (judged % STEP_PEOPLE !== 0) continue;
      this.#showMoved();
      yield;
    }
    this.#showMoved();
  }
  #showMoved() {
    if (this.#moved.size > 0) this.people.follow(this.#covers, this.#moved);
    this.#moved.clear();
  }
  /** Everybody by name. */
  inOrder() {
    return this.people.sorted("name", ({ sortText }) => sortText);
  }
  #judgePerson(bench, maker, key) {
    for (const bound2 of this.#covers.get(key)?.bound ?? []) this.#marks.machines.add(this.#wards.leave(bound2));
    const { userName, anonymous, pairs } = pairsOf(maker, key);
    if (pairs.length === 0) {
      this.#covers.delete(key);
      return;
    }
    const bound = [];
    const person = { key, userName, anonymous, codes: [], bound };
    for (const [at, pair] of pairs.entries()) {
      const group = bench.terms.codeOf(pair) * 16;
      if (pair.machine !== null || pair.launch !== null) {
        bound.push({ person, at, pair, verdict: NOT_JUDGED });
        person.codes.push(group);
      } else person.codes.push(group + verdictCode(judgeAlone(bench, pair, person)));
    }
    for (const each of bound) this.#marks.machines.add(this.#wards.enter(each));
    this.#covers.set(key, person);
  }
};
function isSameNames(a, b) {
  return a.size === b.size && [...b.values()].every(({ key, name }) => a.get(key)?.name === name);
}

// lib/reads/tally.ts
var Tally = class {
  #states = /* @__PURE__ */ new Map();
  #users = /* @__PURE__ */ new Map();
  #told = [0, 0];
  sessions = 0;
  get users() {
    return this.#users.size;
  }
  states() {
    return Object.fromEntries(this.#states);
  }
  add(session) {
    this.#count(session, 1);
  }
  remove(session) {
    this.#count(session, -1);
  }
  /** Whether the numbers of sessions and people are others than at the last call. */
  wasRecounted() {
    const [sessions, users] = this.#told;
    this.#told = [this.sessions, this.users];
    return sessions !== this.sessions || users !== this.users;
  }
  #count(session, by) {
    this.sessions += by;
    change(this.#states, session.state, by);
    const user = session.userKey ?? session.user;
    if (user !== null) change(this.#users, user, by);
  }
};
function change(counts, name, by) {
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
var NO_SESSIONS = new Tally();

// lib/reads/site-index.ts
var SiteIndex = class {
  #dues = new DueKeeper();
  sessions = new RecordIndex((record2) => new SessionEntry(record2, this.#dues));
  people = new RecordIndex((record2) => new PersonEntry(record2));
  machines = new RecordIndex((record2) => new MachineEntry(record2));
  leases = new LeaseIndex();
  outage = new OutageCover(this);
  /** Sessions that only a name on the session row ties to somebody (untrusted, brokering, client), by the folded name. */
  unverified = /* @__PURE__ */ new Map();
  /** People and machines by folded bare name. */
  peopleNamed = /* @__PURE__ */ new Map();
  machinesNamed = /* @__PURE__ */ new Map();
  /** Machines by the folded account they are assigned to. */
  machinesAssigned = /* @__PURE__ */ new Map();
  #tallies = /* @__PURE__ */ new Map();
  #building = null;
  #snapshot = null;
  /** Throws DeskError `unavailable` before anything was read. */
  get snapshot() {
    if (this.#snapshot === null) throw new DeskError("unavailable", "The site has not been read yet.");
    return this.#snapshot;
  }
  /**
   * Moves on to a snapshot. The first time this takes about half a second for 50,000 sessions, unless {@link build} was
   * called before and has come far; afterwards it grows with what changed.
   */
  follow(snapshot2, site2) {
    if (this.#snapshot === null) {
      const building = this.build(snapshot2);
      while (!building.next().done) ;
    }
    if (snapshot2 === this.#snapshot) return;
    const before = this.#snapshot;
    const changes = before && site2.changesSince(before.version);
    const keys = (name) => changes?.flatMap((change2) => change2[name]) ?? null;
    this.#snapshot = snapshot2;
    const otherwiseDue = this.#dues.follow(snapshot2, keys("timers"), (key) => this.sessions.get(key));
    const sessions = this.sessions.follow(snapshot2.sessions, keys("sessions"), otherwiseDue);
    this.#keepSessions(sessions);
    const people2 = this.people.follow(snapshot2.people, keys("people"));
    this.#keepPeople(people2);
    const hauntedMachines = haunted(keys("ghosts"), before, snapshot2);
    const renewed = /* @__PURE__ */ new Set([...this.#recounted(sessions), ...hauntedMachines]);
    const machines2 = this.machines.follow(snapshot2.machines, keys("machines"), renewed);
    this.#keepMachines(machines2);
    const leases2 = this.leases.follow(snapshot2.leases, keys("leases"));
    this.outage.note({ sessions, people: people2, machines: machines2, leases: leases2, haunted: this.#namesOf(hauntedMachines) });
  }
  /** The first snapshot, in steps of a few milliseconds. A second caller goes on where the first one stands. */
  build(snapshot2) {
    this.#building ??= this.#buildInSteps(snapshot2);
    return this.#building;
  }
  *#buildInSteps(snapshot2) {
    this.#dues.start(snapshot2);
    for (const step of inSteps(snapshot2.machines.values())) yield this.#keepMachines(this.machines.takeIn(step));
    for (const step of inSteps(snapshot2.people.values())) yield this.#keepPeople(this.people.takeIn(step));
    for (const step of inSteps(snapshot2.sessions.values())) yield this.#keepSessions(this.sessions.takeIn(step));
    for (const step of inSteps(snapshot2.leases.values())) yield this.leases.takeIn(step);
    for (const tally of this.#tallies.values()) tally.wasRecounted();
    this.#snapshot = snapshot2;
  }
  #keepSessions(turnover) {
    keepByName(
      this.unverified,
      turnover,
      ({ record: record2 }) => record2.userKey === null && record2.user !== null ? [record2.user] : []
    );
    for (const { record: record2 } of turnover.died) this.#tallies.get(record2.machineKey ?? "")?.remove(record2);
    for (const { record: record2 } of turnover.born) this.#tallyOf(record2.machineKey)?.add(record2);
  }
  #keepPeople(turnover) {
    keepByName(this.peopleNamed, turnover, ({ record: record2 }) => [record2.accountName]);
  }
  #keepMachines(turnover) {
    keepByName(this.machinesNamed, turnover, ({ record: record2 }) => [record2.name]);
    keepByName(this.machinesAssigned, turnover, ({ record: record2 }) => record2.assignedUsers);
  }
  #tallyOf(machineKey) {
    if (machineKey === null) return null;
    const tally = this.#tallies.get(machineKey) ?? new Tally();
    this.#tallies.set(machineKey, tally);
    return tally;
  }
  #namesOf(machineKeys) {
    return machineKeys.flatMap((key) => this.machines.get(key)?.record.name ?? []);
  }
  /** Machines on which the number of sessions or people is another than when it was last asked. */
  #recounted(sessions) {
    const keys = /* @__PURE__ */ new Set();
    for (const { record: record2 } of [...sessions.died, ...sessions.born]) {
      const { machineKey } = record2;
      if (machineKey !== null && this.#tallies.get(machineKey)?.wasRecounted()) keys.add(machineKey);
    }
    return keys;
  }
  sessionsOfUser(userKey) {
    return this.#entriesOf(this.snapshot.sessionKeysOfUser(userKey));
  }
  sessionsOnMachine(machineKey) {
    return this.#entriesOf(this.snapshot.sessionKeysOnMachine(machineKey));
  }
  /** The machine of that bare name; null where the site has none, or several. */
  machineCalled(name) {
    const [entry, another] = this.machinesNamed.get(fold(name)) ?? [];
    return another ? null : entry?.record ?? null;
  }
  tallyOnMachine(machineKey) {
    return this.#tallies.get(machineKey) ?? NO_SESSIONS;
  }
  #entriesOf(keys) {
    return Array.from(keys).flatMap((key) => this.sessions.get(key) ?? []);
  }
};
function haunted(ids, before, after) {
  const books = [before, after].flatMap((snapshot2) => snapshot2?.ghosts ?? []);
  const incidents = books.flatMap((book) => ids ? ids.flatMap((id) => book.get(id) ?? []) : [...book.values()]);
  return incidents.flatMap(({ machineKey }) => machineKey ?? []);
}
function keepByName(named, turnover, namesOf2) {
  for (const entry of turnover.died) {
    for (const name of namesOf2(entry).map(fold)) {
      const entries = named.get(name);
      if (entries?.delete(entry) && entries.size === 0) named.delete(name);
    }
  }
  for (const entry of turnover.born) {
    for (const name of namesOf2(entry).map(fold)) {
      const entries = named.get(name);
      if (entries) entries.add(entry);
      else named.set(name, /* @__PURE__ */ new Set([entry]));
    }
  }
}
var STEP_RECORDS = 500;
function* inSteps(records) {
  let step = [];
  for (const record2 of records) {
    step.push(record2);
    if (step.length < STEP_RECORDS) continue;
    yield step;
    step = [];
  }
  yield step;
}
var KEY = /* @__PURE__ */ Symbol.for("ghostdesk.reads.indexes");
function siteIndex(site2) {
  const snapshot2 = site2.current();
  if (!snapshot2) {
    const problem = site2.sourcesNow().find(({ name }) => name === "monitor")?.problem;
    const message = `The site has not been read yet.${problem ? ` ${problem}` : ""}`;
    throw new DeskError("unavailable", message, { retryAfterSeconds: 2 });
  }
  const index2 = siteIndexBefore(site2);
  index2.follow(snapshot2, site2);
  return index2;
}
function siteIndexBefore(site2) {
  const holder = globalThis;
  holder[KEY] ??= /* @__PURE__ */ new WeakMap();
  const index2 = holder[KEY].get(site2) ?? new SiteIndex();
  holder[KEY].set(site2, index2);
  return index2;
}

// lib/api/sort-fields.ts
var SESSION_SORTS = [
  "user",
  "machine",
  "deliveryGroup",
  "state",
  "appState",
  "since",
  "idleSince",
  "startedAt",
  "client",
  "ends",
  "protocol"
];
var SERVER_SORTS = [
  "name",
  "deliveryGroup",
  "users",
  "sessions",
  "load",
  "registration",
  "power",
  "pending",
  "ghosts",
  "nextDeadline",
  "leases"
];
var LEASE_SORTS = ["expiresAt", "modifiedAt", "user", "machine", "group", "application", "type"];

// lib/reads/somebody.ts
var PLAIN = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} ._$@'-]+$/u;
var UnverifiedEntry = class {
  record;
  /** As the sessions spell it. */
  account;
  fullName;
  accountName;
  searched;
  constructor(session, account) {
    this.record = { key: unverifiedKey(account) };
    this.account = account;
    this.fullName = session.userFullName;
    this.accountName = fold(splitAccount(account).name);
    this.searched = fold([account, session.userFullName].filter(Boolean).join("\n"));
  }
};
function isPerson(somebody) {
  return !("account" in somebody);
}
function accountOf(somebody) {
  return isPerson(somebody) ? somebody.record.account : somebody.account;
}
function splitAccount(account) {
  const slash = account.indexOf("\\");
  if (slash > 0) return { domain: account.slice(0, slash), name: account.slice(slash + 1) };
  const at = account.lastIndexOf("@");
  if (at > 0) return { domain: account.slice(at + 1), name: account.slice(0, at) };
  return { domain: null, name: account };
}
function unverifiedKey(account) {
  const { name, domain } = splitAccount(account);
  const key = domain === null ? name : `${name}@${domain}`;
  return PLAIN.test(key) ? key : `~${Buffer.from(account).toString("base64url")}`;
}
function isNameOfPerson(index2, foldedName) {
  const { name } = splitAccount(foldedName);
  const namesakes = [...index2.peopleNamed.get(name) ?? []];
  return namesakes.some(({ record: record2 }) => fold(record2.account) === foldedName || fold(record2.upn ?? "") === foldedName);
}
function unverifiedPeople(index2) {
  const people2 = [];
  for (const [name, sessions] of index2.unverified) {
    const [first] = sessions;
    if (first?.record.user && !isNameOfPerson(index2, name)) {
      people2.push(new UnverifiedEntry(first.record, first.record.user));
    }
  }
  return people2;
}
function sessionsOf2(index2, somebody) {
  if (!isPerson(somebody)) return [...index2.unverified.get(fold(somebody.account)) ?? []];
  const { key, account, upn } = somebody.record;
  const named = [.../* @__PURE__ */ new Set([fold(account), fold(upn ?? "")])].flatMap((name) => [
    ...index2.unverified.get(name) ?? []
  ]);
  return [...index2.sessionsOfUser(key), ...named];
}

// lib/reads/resolve-key.ts
function resolveMachine(index2, text4, field) {
  const byKey = index2.machines.get(text4.toLowerCase());
  if (byKey) return byKey;
  const wanted = fold(text4.trim());
  const bare = wanted.slice(wanted.indexOf("\\") + 1);
  const found = [...index2.machinesNamed.get(bare) ?? index2.machinesNamed.get(bare.split(".")[0] ?? "") ?? []].filter(
    ({ record: record2 }) => [record2.name, record2.account, record2.dnsName].some((name) => fold(name ?? "") === wanted)
  );
  return onlyOne(found, "machine", text4, field, ({ record: record2 }) => `${record2.account ?? record2.name} (${record2.key})`);
}
function resolveGroupKey(index2, text4, field) {
  const { groups: groups2 } = index2.snapshot;
  const byKey = groups2.get(text4.toLowerCase());
  if (byKey) return byKey.key;
  const wanted = fold(text4.trim());
  const found = [...groups2.values()].filter((group) => fold(group.name) === wanted);
  return onlyOne(found, "delivery group", text4, field, (group) => `${group.name} (${group.key})`).key;
}
function resolveSomebody(index2, text4, field) {
  const byKey = index2.people.get(text4) ?? index2.people.get(text4.toUpperCase());
  if (byKey) return byKey;
  const wanted = fold(text4.trim());
  const people2 = peopleCalled(index2, wanted);
  const { domain } = splitAccount(wanted);
  const unverified = unverifiedPeople(index2).filter(
    (each) => isCalled(each, wanted, text4) && (domain !== null || people2.length === 0 || each.account.includes("\\"))
  );
  const found = [...people2, ...unverified];
  return onlyOne(found, "person", text4, field, (each) => `${accountOf(each)} (${each.record.key})`);
}
function peopleCalled(index2, wanted) {
  const { name, domain } = splitAccount(wanted);
  const namesakes = [...index2.peopleNamed.get(name) ?? []].filter(({ record: record2 }) => {
    return domain === null || fold(record2.domain) === domain || fold(record2.upn ?? "") === wanted;
  });
  if (namesakes.length > 0 || !wanted.includes("@")) return namesakes;
  return index2.people.entries().filter(({ searched }) => searched.endsWith(`
${wanted}`));
}
function isCalled(each, wanted, text4) {
  if (each.record.key === text4 || fold(each.record.key) === wanted || fold(each.account) === wanted) return true;
  return !wanted.includes("@") && !wanted.includes("\\") && each.accountName === wanted;
}
var NAMED_MAX = 5;
function onlyOne(found, noun, text4, field, nameOf) {
  const [first] = found;
  if (first === void 0) throw new DeskError("not-found", `The site knows no ${noun} "${text4}".`, { field });
  if (found.length === 1) return first;
  const names = found.slice(0, NAMED_MAX).map(nameOf).join(", ");
  const more = found.length > NAMED_MAX ? " and more" : "";
  throw new DeskError("conflict", `More than one ${noun} is called "${text4}": ${names}${more}. Say which by its key.`, {
    field
  });
}

// lib/reads/row-list.ts
function slotRows(index2, slots2, valueAt) {
  const at = (position) => {
    const slot = slots2[position];
    return slot === void 0 ? void 0 : { value: valueAt(slot), entry: index2.at(slot) };
  };
  return { length: slots2.length, at };
}
function comparePlaced(a, b) {
  return compareAt(a.value, a.entry.record.key, b.value, b.entry.record.key);
}

// lib/api/contract/user-sources.ts
var USER_SOURCES = ["user", "untrusted", "brokering", "client", "none"];

// lib/domain/session/life.ts
var LIFE_STATES = [
  "starting",
  "pre-launched-active",
  "pre-launched-disconnected",
  "interactive-active",
  "interactive-idle",
  "interactive-disconnected",
  "lingering-active",
  "lingering-disconnected",
  "ended"
];
var STANDING_STATES = [
  "pre-launched-active",
  "pre-launched-disconnected",
  "interactive-active",
  "interactive-idle",
  "interactive-disconnected",
  "lingering-active",
  "lingering-disconnected"
];

// lib/reads/comma-list.ts
function commaList(text4) {
  return (text4 ?? "").split(",").map((each) => each.trim()).filter((each) => each !== "");
}
function parseNames(text4, set) {
  return commaList(text4).map((given) => {
    const known = set.names.find((name) => name.toLowerCase() === given.toLowerCase());
    if (known !== void 0) return known;
    const message = `There is no ${set.noun} "${given}". ${set.plural} are ${set.names.join(", ")}.`;
    throw new DeskError("invalid", message, { field: set.field });
  });
}

// lib/reads/ghost-classes.ts
function parseClasses(text4) {
  const given = parseNames(text4, { field: "class", noun: "ghost class", plural: "Classes", names: GHOST_CLASSES });
  return given.length === 0 ? null : new Set(given);
}

// lib/reads/cursor.ts
function writeCursor(of, place) {
  return Buffer.from(JSON.stringify([fingerprint(of, place), place.value, place.key])).toString("base64url");
}
function readCursor(of, cursor) {
  const place = parse(cursor);
  if (place && place.mark === fingerprint(of, place)) return { value: place.value, key: place.key };
  throw new DeskError("invalid", "This cursor does not belong to this list, filter and order. Start without one.", {
    field: "cursor"
  });
}
function parse(cursor) {
  let content;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(content) || content.length !== 3) return null;
  const [mark, value, key] = content;
  return isSortValue(value) && typeof key === "string" ? { mark, value, key } : null;
}
function fingerprint(of, { value, key }) {
  let hash = 2166136261;
  for (const letter of `${of}
${typeof value} ${value}
${key}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  }
  return hash >>> 0;
}

// lib/reads/window.ts
function parseSort(text4, fields, usual) {
  if (text4 === void 0 || text4 === "") return usual;
  const descending = text4.startsWith("-");
  const name = (descending ? text4.slice(1) : text4).toLowerCase();
  const field = fields.find((each) => each.toLowerCase() === name);
  if (field) return { field, descending };
  throw new DeskError("invalid", `This list cannot be sorted by "${text4}". It can by ${fields.join(", ")}.`, {
    field: "sort"
  });
}
function cutWindow(rows, query, of, descending = false) {
  const ordered = descending ? backwards(rows) : rows;
  const first = firstOf(ordered, query, of, descending);
  const end = Math.min(rows.length, first + query.limit);
  const entries = Array.from({ length: end - first }, (_, index2) => ordered.at(first + index2)?.entry);
  const last = end < rows.length ? ordered.at(end - 1) : void 0;
  const next = last ? writeCursor(of, { value: last.value, key: last.entry.record.key }) : null;
  return { total: rows.length, first, entries: entries.filter((entry) => entry !== void 0), next };
}
function backwards(rows) {
  const known = searchFirst(rows.length, (index2) => rows.at(index2)?.value === null);
  return { length: rows.length, at: (index2) => rows.at(index2 < known ? known - 1 - index2 : index2) };
}
function firstOf(rows, { cursor, offset }, of, descending) {
  if (cursor === void 0) return Math.min(offset ?? 0, rows.length);
  if (offset !== void 0) {
    throw new DeskError("invalid", "Give a cursor or an offset, not both.", { field: "offset" });
  }
  const place = readCursor(of, cursor);
  return searchFirst(rows.length, (index2) => {
    const row = rows.at(index2);
    if (!row) return true;
    const order = compareAt(row.value, row.entry.record.key, place.value, place.key);
    const isTurned = descending && row.value !== null && place.value !== null;
    return isTurned ? order < 0 : order > 0;
  });
}

// lib/reads/session-filter.ts
var USUAL_SORT = { field: "user", descending: false };
function readSessionFilter(index2, filter, now) {
  return {
    sort: parseSort(filter.sort, SESSION_SORTS, USUAL_SORT),
    words: foldWords(filter.q),
    states: parseStates(filter.state),
    userSources: parseUserSources(filter.userSource),
    groupKey: filter.group ? resolveGroupKey(index2, filter.group, "group") : null,
    lives: parseLives(filter.life),
    overdueAt: filter.overdue ? now : null,
    among: sessionsAmong(index2, filter)
  };
}
function sessionsAmong(index2, filter) {
  const { server, user } = filter;
  const named = [
    server ? index2.sessionsOnMachine(resolveMachine(index2, server, "server").record.key) : null,
    user ? sessionsOf2(index2, resolveSomebody(index2, user, "user")) : null,
    ghostsAmong(index2, parseClasses(filter.class))
  ].filter((entries) => entries !== null);
  const [first, ...others] = named;
  if (first === void 0) return null;
  const rest = others.map((entries) => new Set(entries));
  return first.filter((entry) => rest.every((entries) => entries.has(entry)));
}
function ghostsAmong(index2, classes) {
  if (classes === null) return null;
  return [...index2.snapshot.ghosts.values()].flatMap((incident) => {
    const isMeant = incident.subject.kind === "session" && classes.has(incident.class);
    return isMeant ? index2.sessions.get(incident.subject.key) ?? [] : [];
  });
}
var STATE_NAMES = new Map(Object.values(MONITOR.connectionState).map((name) => [name.toLowerCase(), name]));
function parseStates(text4) {
  const given = commaList(text4);
  if (given.length === 0) return null;
  return new Set(given.map((name) => /^\d+$/.test(name) ? `${Number(name)}` : knownState(name)));
}
function knownState(name) {
  const known = STATE_NAMES.get(name.toLowerCase());
  if (known) return known;
  const names = [...STATE_NAMES.values()].join(", ");
  throw new DeskError("invalid", `There is no session state "${name}". States are ${names}.`, { field: "state" });
}
function parseUserSources(text4) {
  const given = parseNames(text4, {
    field: "userSource",
    noun: "source of a name",
    plural: "Sources",
    names: USER_SOURCES
  });
  return given.length === 0 ? null : new Set(given);
}
function parseLives(text4) {
  const given = parseNames(text4, {
    field: "life",
    noun: "place in the timeouts diagram",
    plural: "Places",
    names: LIFE_STATES
  });
  return given.length === 0 ? null : new Set(given);
}
function slotsInAnyState({ sessions }, filter) {
  const { among, words, groupKey, userSources, lives, overdueAt } = filter;
  if (among) return sortFew(sessions, among.filter(isLeftBy(filter)), filter.sort.field);
  const sorted = sortAll(sessions, filter.sort.field);
  let { slots: slots2 } = sorted;
  if (groupKey !== null) {
    const groups2 = groupColumn(sessions);
    const wanted = groups2.codeOf(groupKey);
    slots2 = slots2.filter((slot) => groups2.codes[slot] === wanted);
  }
  if (userSources !== null) {
    slots2 = slots2.filter((slot) => userSources.has(sessions.at(slot).record.userSource));
  }
  if (lives !== null) {
    const places = lifeColumn(sessions);
    const wanted = new Set(Array.from(lives, (life) => places.codeOf(life)));
    slots2 = slots2.filter((slot) => wanted.has(places.codes[slot] ?? -1));
  }
  if (overdueAt !== null) {
    slots2 = slots2.filter((slot) => isOverdue(sessions.at(slot).due.ends, overdueAt));
  }
  if (words.length > 0) {
    const found = sessions.column(
      `search ${words.join(" ")}`,
      ({ searched }) => words.every((word) => searched.includes(word)) ? "yes" : "no"
    );
    const yes = found.codeOf("yes");
    slots2 = slots2.filter((slot) => found.codes[slot] === yes);
  }
  return { slots: slots2, valueAt: (slot) => sorted.valueAt(slot) };
}
function isLeftBy({ words, groupKey, userSources, lives, overdueAt }) {
  return ({ record: record2, due, searched }) => (groupKey === null || record2.deliveryGroupKey === groupKey) && (userSources === null || userSources.has(record2.userSource)) && (lives === null || lives.has(due.life ?? "")) && (overdueAt === null || isOverdue(due.ends, overdueAt)) && words.every((word) => searched.includes(word));
}
function sortAll(sessions, field) {
  return sessions.sorted(field, SORT_VALUES[field]);
}
function sortFew(sessions, few, field) {
  const values = /* @__PURE__ */ new Map();
  for (const entry of few) {
    const slot = sessions.slotOf(entry.record.key);
    if (slot !== void 0) values.set(slot, SORT_VALUES[field](entry));
  }
  const valueAt = (slot) => values.get(slot) ?? null;
  const slots2 = [...values.keys()];
  slots2.sort((a, b) => compareAt(valueAt(a), sessions.at(a).record.key, valueAt(b), sessions.at(b).record.key));
  return { slots: Uint32Array.from(slots2), valueAt };
}
function groupColumn(sessions) {
  return sessions.column("group", ({ record: record2 }) => record2.deliveryGroupKey ?? "");
}
function lifeColumn(sessions) {
  return sessions.column("life", ({ due }) => due.life ?? "");
}
function stateColumn({ sessions }) {
  return sessions.column("state", ({ record: record2 }) => record2.state);
}
function slotsInStates(index2, { slots: slots2, valueAt }, filter) {
  const { states } = filter;
  if (states === null) return { slots: slots2, valueAt };
  const column = stateColumn(index2);
  const wanted = new Set(Array.from(states, (state) => column.codeOf(state)));
  return { slots: slots2.filter((slot) => wanted.has(column.codes[slot] ?? -1)), valueAt };
}
var text = (value) => value === null ? null : fold(value);
var SORT_VALUES = {
  user: ({ record: record2 }) => text(record2.user),
  machine: ({ record: record2 }) => text(record2.machine),
  deliveryGroup: ({ record: record2 }) => text(record2.deliveryGroup),
  state: ({ record: record2 }) => text(record2.state),
  appState: ({ record: record2 }) => text(record2.appState),
  since: ({ record: record2 }) => record2.since,
  idleSince: ({ record: record2 }) => record2.idleSince,
  startedAt: ({ record: record2 }) => record2.startedAt,
  client: ({ record: record2 }) => text(record2.client),
  ends: ({ due }) => due.ends.at,
  protocol: ({ record: record2 }) => text(record2.protocol)
};

// lib/reads/due-orders.ts
function dueSlots({ sessions }, now) {
  const order = sortAll(sessions, "ends");
  const valueAt = (position) => order.valueAt(order.slots[position] ?? 0);
  const end = searchFirst(order.slots.length, (position) => valueAt(position) === null);
  const ahead = searchFirst(end, (position) => Number(valueAt(position)) >= now);
  return { slots: order.slots.subarray(0, end), ahead };
}
function nextOnMachine(index2, machineKey, now) {
  let next = null;
  for (const { record: record2, due } of index2.sessionsOnMachine(machineKey)) {
    const { ends } = due;
    if (ends.at === null || ends.at < now || next !== null && next.at <= ends.at) continue;
    next = { at: ends.at, sessionKey: record2.key, timer: ends.timer };
  }
  return next;
}
function nextByMachine(index2, now) {
  const { slots: slots2, ahead } = dueSlots(index2, now);
  const next = /* @__PURE__ */ new Map();
  for (const slot of slots2.subarray(ahead)) {
    const { record: record2, due } = index2.sessions.at(slot);
    if (record2.machineKey === null || due.ends.at === null || next.has(record2.machineKey)) continue;
    next.set(record2.machineKey, due.ends.at);
  }
  return next;
}

// lib/reads/server-order.ts
function sortMachines(index2, field, now) {
  switch (field) {
    case "nextDeadline": {
      const next = nextByMachine(index2, now);
      return index2.machines.sortedNow(({ record: record2 }) => next.get(record2.key) ?? null);
    }
    case "leases":
      if (index2.snapshot.leases.reading.asOf === null) return index2.machines.sortedNow(() => null);
      return index2.machines.sortedNow(({ record: record2 }) => validLeases(index2.leases.onMachine(record2.name), now).count);
    case "name":
    case "deliveryGroup":
    case "users":
    case "sessions":
    case "load":
    case "registration":
    case "power":
    case "pending":
    case "ghosts":
      return index2.machines.sorted(field, (entry) => SORT_VALUES2[field](entry, index2));
  }
}
var text2 = (value) => value === null ? null : fold(value);
var SORT_VALUES2 = {
  name: ({ record: record2 }) => text2(record2.name),
  deliveryGroup: ({ record: record2 }) => text2(record2.deliveryGroup),
  users: ({ record: record2 }, index2) => index2.tallyOnMachine(record2.key).users,
  sessions: ({ record: record2 }, index2) => index2.tallyOnMachine(record2.key).sessions,
  load: ({ record: record2 }) => record2.loadIndex,
  registration: ({ record: record2 }) => text2(record2.registration),
  power: ({ record: record2 }) => text2(record2.power),
  pending: ({ record: record2 }) => record2.pendingSessions,
  ghosts: ({ record: record2 }, index2) => index2.snapshot.ghosts.onMachine(record2.key).length
};

// lib/reads/server-row.ts
function serverRow(index2, machine, skippedServers, now) {
  const tally = index2.tallyOnMachine(machine.key);
  const { skipped, skippedSince, wentElsewhere } = skippedServers.of(machine);
  return {
    key: machine.key,
    name: machine.name,
    dnsName: machine.dnsName,
    deliveryGroup: machine.deliveryGroup,
    catalog: machine.catalog,
    sessionSupport: machine.sessionSupport,
    users: tally.users,
    sessions: tally.sessions,
    states: tally.states(),
    pending: machine.pendingSessions,
    tolerance: skippedServers.tolerance,
    skipped,
    skippedSince: isoOrNull(skippedSince),
    wentElsewhere,
    ghosts: index2.snapshot.ghosts.onMachine(machine.key).length,
    nextDeadline: nextDeadline(index2, machine.key, now),
    leases: leasesTo(index2, machine, now),
    loadIndex: machine.loadIndex,
    loadAt: isoOrNull(machine.loadAt),
    registration: machine.registration,
    registrationSince: isoOrNull(machine.registrationSince),
    power: machine.power,
    maintenance: machine.maintenance,
    fault: machine.fault,
    agentVersion: machine.agentVersion,
    controller: machine.controller
  };
}
function nextDeadline(index2, machineKey, now) {
  const next = nextOnMachine(index2, machineKey, now);
  return next && { ...next, at: isoOf(next.at) };
}
function leasesTo(index2, { name }, now) {
  if (index2.snapshot.leases.reading.asOf === null) return null;
  const { count, nextExpiry: nextExpiry2 } = validLeases(index2.leases.onMachine(name), now);
  return { count, nextExpiry: isoOrNull(nextExpiry2) };
}

// lib/reads/session-row.ts
function sessionRow(session, { timers, ghosts }, now) {
  const { life, ends } = dueOf(session, { timers, now });
  return {
    key: session.key,
    user: session.user,
    userFullName: session.userFullName,
    userKey: session.userKey,
    userSource: session.userSource,
    machine: session.machine,
    machineKey: session.machineKey,
    deliveryGroup: session.deliveryGroup,
    sessionSupport: session.sessionSupport,
    sessionType: session.sessionType,
    state: session.state,
    appState: session.appState,
    life,
    ends: endsAnswer(ends),
    since: isoOf(session.since),
    idleSince: isoOrNull(session.idleSince),
    startedAt: isoOrNull(session.startedAt),
    logOnDurationMs: session.logOnDurationMs,
    client: session.client,
    clientAddress: session.clientAddress,
    clientVersion: session.clientVersion,
    clientPlatform: session.clientPlatform,
    protocol: session.protocol,
    connectionMode: session.connectionMode,
    hidden: session.hidden,
    anonymous: session.anonymous,
    applications: [...session.applications],
    ghost: ghostMark(session.key, ghosts)
  };
}
function ghostMark(sessionKey, ghosts) {
  const incident = ghosts.ofSession(sessionKey);
  if (!incident) return null;
  return { id: incident.id, class: incident.class, state: incident.state, confidence: incident.confidence };
}

// lib/reads/skipped-servers.ts
function isSkipped({ sessionSupport, pendingSessions }, tolerance) {
  if (sessionSupport === "SingleSession") return false;
  if (pendingSessions === null) return null;
  if (pendingSessions < tolerance) return false;
  return sessionSupport === "MultiSession" ? true : null;
}
var SkippedServers = class {
  tolerance;
  #index;
  constructor(index2, tolerance) {
    this.#index = index2;
    this.tolerance = tolerance;
  }
  of(machine) {
    const skipped = isSkipped(machine, this.tolerance);
    if (skipped !== true) return { skipped, skippedSince: null, wentElsewhere: null };
    const skippedSince = this.#skippedSince(machine.key);
    const wentElsewhere = skippedSince === null ? null : this.#wentElsewhere(machine, skippedSince);
    return { skipped, skippedSince, wentElsewhere };
  }
  /** When the oldest sessions that still wait became as many as the tolerance; null where the tables list fewer. */
  #skippedSince(machineKey) {
    const waiting = this.#index.sessionsOnMachine(machineKey).flatMap(({ record: record2 }) => waitsSince(record2) ?? []);
    waiting.sort((a, b) => a - b);
    return waiting[this.tolerance - 1] ?? null;
  }
  #wentElsewhere({ key, deliveryGroupKey }, since) {
    if (deliveryGroupKey === null) return null;
    const starts = startsByGroup(this.#index).get(deliveryGroupKey) ?? [];
    const begun = starts.length - searchFirst(starts.length, (at) => (starts[at] ?? 0) >= since);
    const here = this.#index.sessionsOnMachine(key).filter(({ record: record2 }) => {
      return record2.deliveryGroupKey === deliveryGroupKey && (record2.startedAt ?? Number.NEGATIVE_INFINITY) >= since;
    });
    return begun - here.length;
  }
};
var BEFORE_ACTIVE = ["Connected", "PreparingSession", "Pending", "Unknown"];
function waitsSince(session) {
  const { state, logOnEndedAt, logOnDurationMs, brokeredAt, startedAt, since } = session;
  if (logOnEndedAt !== null || logOnDurationMs !== null || !BEFORE_ACTIVE.includes(state)) return null;
  return brokeredAt ?? startedAt ?? since;
}
var startsOfVersions = /* @__PURE__ */ new WeakMap();
function startsByGroup(index2) {
  const starts = startsOfVersions.get(index2.snapshot) ?? countStarts(index2);
  startsOfVersions.set(index2.snapshot, starts);
  return starts;
}
function countStarts({ sessions }) {
  const order = sortAll(sessions, "startedAt");
  const { codes, values } = groupColumn(sessions);
  const starts = values.map(() => []);
  for (const slot of order.slots) {
    const startedAt = order.valueAt(slot);
    if (typeof startedAt === "number") starts[codes[slot] ?? 0]?.push(startedAt);
  }
  return new Map(values.map((group, code) => [group, starts[code] ?? []]));
}

// lib/reads/read-servers.ts
var USUAL_SORT2 = { field: "name", descending: false };
function readServers(reading2, query) {
  const index2 = siteIndex(reading2.site);
  const sort = parseSort(query.sort, SERVER_SORTS, USUAL_SORT2);
  const order = sortMachines(index2, sort.field, reading2.now);
  const inAll = order.slots.filter(isListed2(index2, query));
  const tolerance = reading2.settings.concurrentLogonsTolerance;
  const isOnly = onlyFilters(index2, tolerance);
  const skipped = new SkippedServers(index2, tolerance);
  const only = (which) => inAll.filter((slot) => isOnly[which](index2.machines.at(slot).record));
  const slots2 = query.only ? only(query.only) : inAll;
  const rows = slotRows(index2.machines, slots2, (slot) => order.valueAt(slot));
  const { entries, ...window } = cutWindow(rows, query, nameOfList(query), sort.descending);
  return {
    ...envelopeOf(reading2, index2.snapshot),
    ...window,
    rows: entries.map(({ record: record2 }) => serverRow(index2, record2, skipped, reading2.now)),
    counts: {
      all: inAll.length,
      ghosts: only("ghosts").length,
      skipped: only("skipped").length,
      unregistered: only("unregistered").length,
      maintenance: only("maintenance").length,
      off: only("off").length,
      fault: only("fault").length
    },
    groups: groupsOf(index2)
  };
}
function onlyFilters({ snapshot: snapshot2 }, tolerance) {
  return {
    ghosts: ({ key }) => snapshot2.ghosts.onMachine(key).length > 0,
    skipped: (machine) => isSkipped(machine, tolerance) === true,
    unregistered: ({ registration }) => registration === "Unregistered" || registration === "AgentError",
    maintenance: ({ maintenance }) => maintenance === true,
    off: ({ power }) => power === "Off",
    fault: ({ fault: fault2 }) => fault2 !== "None" && fault2 !== "Unknown"
  };
}
function nameOfList({ q, group, support, only, sort }) {
  return JSON.stringify(["servers", q, group, support, only, sort]);
}
function isListed2(index2, query) {
  const words = foldWords(query.q);
  const groupKey = query.group ? resolveGroupKey(index2, query.group, "group") : null;
  const isSupported = supportOf(query.support);
  return (slot) => {
    const { record: record2, searched } = index2.machines.at(slot);
    if (!isSupported(record2) || groupKey !== null && record2.deliveryGroupKey !== groupKey) return false;
    return words.every((word) => searched.includes(word));
  };
}
function supportOf(text4) {
  const wanted = (text4 || "MultiSession").toLowerCase();
  if (wanted === "all") return () => true;
  if (wanted !== "multisession" && wanted !== "singlesession") {
    const message = `There is no session support "${text4}". It is MultiSession, SingleSession or all.`;
    throw new DeskError("invalid", message, { field: "support" });
  }
  return ({ sessionSupport }) => sessionSupport === null || sessionSupport === "Unknown" || sessionSupport.toLowerCase() === wanted;
}
function groupsOf(index2) {
  const groups2 = [...index2.snapshot.groups.values()].map(({ key, name }) => ({ key, name }));
  return groups2.sort((a, b) => fold(a.name) < fold(b.name) ? -1 : 1);
}

// lib/reads/read-sessions.ts
function readSessions(reading2, query) {
  const index2 = siteIndex(reading2.site);
  const filter = readSessionFilter(index2, query, reading2.now);
  const inAnyState = slotsInAnyState(index2, filter);
  const { slots: slots2, valueAt } = slotsInStates(index2, inAnyState, filter);
  const rows = slotRows(index2.sessions, slots2, valueAt);
  const { entries, ...window } = cutWindow(rows, query, nameOfList2(query), filter.sort.descending);
  return {
    ...envelopeOf(reading2, index2.snapshot),
    ...window,
    rows: entries.map(({ record: record2 }) => sessionRow(record2, index2.snapshot, reading2.now)),
    byState: countStates(index2, inAnyState.slots)
  };
}
function nameOfList2({ q, state, class: classes, userSource, life, overdue, ...named }) {
  const { server, group, user, sort } = named;
  return JSON.stringify(["sessions", q, state, classes, userSource, life, overdue, server, group, user, sort]);
}
function countStates(index2, slots2) {
  const { codes, values } = stateColumn(index2);
  const counts = values.map(() => 0);
  for (const slot of slots2) {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(values.map((state, code) => [state, counts[code] ?? 0]).filter(([, count]) => count !== 0));
}

// lib/domain/lease/buckets.ts
var DAY = 24 * 60 * 6e4;
function bucketOf(expiresAt, now) {
  const left = expiresAt - now;
  if (left <= 0) return "expired";
  if (left < DAY) return "day";
  return left < 3 * DAY ? "threeDays" : "later";
}

// lib/reads/lease-owner.ts
function resolveOwnerNames(index2, text4, field) {
  let owners = [];
  const somebody = orElse(
    () => resolveSomebody(index2, text4, field),
    () => {
      owners = index2.leases.ownersCalled(text4);
      return owners.length > 0;
    }
  );
  if (somebody === null) return owners;
  if (!isPerson(somebody)) return [somebody.account];
  const { key, account, upn } = somebody.record;
  return upn === null ? [key, account] : [key, account, upn];
}
function leasesOfNames(index2, names) {
  return [...new Set(names.flatMap((name) => [...index2.leases.ofOwner(name)]))];
}
function resolveMachineName(index2, text4, field) {
  const machine = orElse(
    () => resolveMachine(index2, text4, field),
    () => index2.leases.onMachine(text4.trim()).size > 0
  );
  return machine?.record.name ?? text4.trim();
}
function orElse(resolve, isRemembered) {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof DeskError && error.code === "not-found" && isRemembered()) return null;
    throw error;
  }
}

// lib/domain/lease/era.ts
function eraOf({ leasing, cache }) {
  if (leasing === null && cache === null) return "unknown";
  if (leasing && cache) return "both";
  if (leasing) return "leases";
  return cache ? "cache" : "none";
}
function mechanismOf(era) {
  switch (era) {
    case "leases":
    case "both":
      return "leases";
    case "cache":
      return "cache";
    case "none":
    case "unknown":
      return null;
  }
}

// lib/reads/outage-index.ts
function outageNow(reading2) {
  const index2 = siteIndex(reading2.site);
  const era = eraOfSite(reading2.site);
  const mechanism = judgedBy(era, index2);
  index2.outage.settle(mechanism, reading2.now);
  return { index: index2, era, cover: mechanism === null ? null : index2.outage };
}
function eraOfSite({ sdkSite }) {
  return eraOf({
    leasing: sdkSite?.connectionLeasingEnabled ?? null,
    cache: sdkSite?.localHostCacheEnabled ?? null
  });
}
function judgedBy(era, { snapshot: snapshot2 }) {
  const mechanism = mechanismOf(era);
  return mechanism === "leases" && snapshot2.leases.reading.asOf === null ? null : mechanism;
}
function totalsOf(verdicts) {
  const totals = { covered: 0, uncovered: 0, unknown: 0 };
  for (const [code, count] of verdicts) totals[coverageAt(code)] += count;
  return totals;
}
function coverageAt(code) {
  const why = reasonAt(code);
  return why === null ? "covered" : why === "unread" ? "unknown" : "uncovered";
}
function countVerdicts(entries) {
  const counts = Array.from({ length: UNCOVERED_REASONS.length + 1 }, () => 0);
  for (const { record: record2 } of entries) for (const code of record2.codes) counts[code & 15] = (counts[code & 15] ?? 0) + 1;
  return counts;
}
function coverageNow(reading2) {
  if (reading2.site.current() === null) return null;
  const { cover } = outageNow(reading2);
  return cover && totalsOf(countVerdicts(cover.people.entries()).entries());
}

// lib/reads/lease-site.ts
function siteAnswer(site2, { snapshot: snapshot2 }) {
  const { sdkSite, release } = site2;
  return {
    era: eraOfSite(site2),
    flags: {
      leasing: sdkSite?.connectionLeasingEnabled ?? null,
      cache: sdkSite?.localHostCacheEnabled ?? null
    },
    release,
    reading: readingAnswer(snapshot2.leases.reading)
  };
}
function readingAnswer({ state, asOf, problem }) {
  return { state, asOf: isoOrNull(asOf), problem };
}
function controllerAnswers({ sdkSite }, { snapshot: snapshot2 }) {
  const { folders } = snapshot2.leases;
  const controllers = sdkSite?.controllers ?? [];
  const known = controllers.map(({ dnsName, state, serviceStatus }) => {
    return { dnsName, state, serviceStatus, folder: folderAnswer(folders.find(isOf(dnsName))) };
  });
  const others = folders.filter(({ controller }) => !controllers.some(({ dnsName }) => isSame2(dnsName, controller)));
  const alone = others.map((folder) => {
    return { dnsName: folder.controller, state: "Unknown", serviceStatus: null, folder: folderAnswer(folder) };
  });
  return [...known, ...alone];
}
var isOf = (dnsName) => (folder) => isSame2(folder.controller, dnsName);
function folderOf({ snapshot: snapshot2 }, dnsName) {
  return snapshot2.leases.folders.find(isOf(dnsName));
}
function isSame2(a, b) {
  return fold(a) === fold(b);
}
function folderAnswer(folder) {
  if (!folder) return null;
  const { reading: reading2, files, enumeration, launch, expired, missing, unread, problems } = folder;
  return {
    reading: readingAnswer(reading2),
    files: { ...files },
    ...{ enumeration, launch, expired, missing, unread },
    problems: problems.map(({ file, why }) => ({ file, why }))
  };
}

// lib/reads/lease-filter.ts
var USUAL_SORT3 = { field: "expiresAt", descending: false };
function filterLeases(index2, filter) {
  const sort = parseSort(filter.sort, LEASE_SORTS, USUAL_SORT3);
  const { all } = index2.leases;
  const missing = filter.controller ? missingIn(index2, filter.controller) : null;
  const few = leasesAmong(index2, filter);
  const { slots: slots2, valueAt } = few ? sortFew2(all, few, sort.field) : sortAll2(all, sort.field);
  const isLeft = leftBy(index2, filter, missing);
  const atAnyTime = isLeft ? slots2.filter(isLeft) : slots2;
  const before = filter.before === void 0 ? null : Date.parse(filter.before);
  const isInTime = (slot) => before === null || all.at(slot).record.expiresAt < before;
  return { sort, slots: before === null ? atAnyTime : atAnyTime.filter(isInTime), valueAt, atAnyTime };
}
function leasesAmong(index2, { user, server }) {
  const ofUser = user ? leasesOfNames(index2, resolveOwnerNames(index2, user, "user")) : null;
  const toServer = server ? index2.leases.onMachine(resolveMachineName(index2, server, "server")) : null;
  if (ofUser && toServer) return ofUser.filter((entry) => toServer.has(entry));
  return ofUser ?? (toServer && [...toServer]);
}
function sortAll2(all, field) {
  const order = all.sorted(field, SORT_VALUES3[field]);
  return { slots: order.slots, valueAt: (slot) => order.valueAt(slot) };
}
function sortFew2(all, few, field) {
  const placed = few.map((entry) => ({ value: SORT_VALUES3[field](entry), entry })).sort(comparePlaced);
  const slots2 = Uint32Array.from(placed.flatMap(({ entry }) => all.slotOf(entry.record.key) ?? []));
  return { slots: slots2, valueAt: (slot) => SORT_VALUES3[field](all.at(slot)) };
}
function leftBy({ leases: { all } }, { q, type }, missing) {
  const words = foldWords(q);
  if (words.length === 0 && type === void 0 && missing === null) return null;
  const found = all.column(
    `search ${words.join(" ")}`,
    ({ searched }) => words.every((word) => searched.includes(word)) ? "yes" : "no"
  );
  const yes = found.codeOf("yes");
  const types = typeColumn(all);
  const wanted = type === void 0 ? null : types.codeOf(type);
  return (slot) => found.codes[slot] === yes && (wanted === null || types.codes[slot] === wanted) && missing?.has(all.at(slot).record.key) !== true;
}
function typeColumn(all) {
  return all.column("type", ({ record: record2 }) => record2.type);
}
function missingIn(index2, controller) {
  const folder = folderOf(index2, controller);
  if (!folder || !isComparable(folder)) {
    const why = folder ? folder.reading.problem ?? "It was not read yet." : "No cache folder of it is configured.";
    const message = `What the cache of ${controller} holds is not known. ${why}`;
    throw new DeskError("not-found", message, { field: "controller" });
  }
  return new Set(folder.missingKeys);
}
function isComparable({ reading: reading2, missing }) {
  return reading2.asOf !== null && missing !== null;
}
var text3 = (value) => value ? fold(value) : null;
var SORT_VALUES3 = {
  expiresAt: ({ record: record2 }) => record2.expiresAt,
  modifiedAt: ({ record: record2 }) => record2.modifiedAt,
  user: ({ record: record2 }) => text3(record2.ownerName ?? record2.ownerUpn),
  machine: ({ record: record2 }) => text3(record2.machine),
  group: ({ record: record2 }) => record2.type === "Launch" ? text3(record2.resources[0]?.group) : null,
  application: ({ record: record2 }) => record2.type === "Launch" ? text3(record2.resources[0]?.application) : null,
  type: ({ record: record2 }) => text3(record2.type)
};

// lib/reads/lease-row.ts
function leaseRow(index2, lease) {
  const person = ownerOf(index2, lease);
  const machine = lease.machine === null ? null : index2.machineCalled(lease.machine);
  const [first] = lease.type === "Launch" ? lease.resources : [];
  return {
    key: lease.key,
    type: lease.type,
    user: lease.ownerName ?? person?.account ?? lease.ownerUpn ?? lease.ownerSid,
    userFullName: person?.fullName ?? null,
    userKey: person?.key ?? null,
    group: first?.group ?? null,
    application: first?.application ?? null,
    resources: lease.resources.length,
    machine: machine?.name ?? lease.machine,
    machineKey: machine?.key ?? null,
    modifiedAt: isoOf(lease.modifiedAt),
    expiresAt: isoOf(lease.expiresAt),
    zone: lease.zone,
    sharingKey: lease.sharingKey,
    problem: lease.problem
  };
}
function ownerOf(index2, { ownerSid, ownerName, ownerUpn }) {
  const name = ownerName ?? ownerUpn;
  const key = ownerSid ?? (name === null ? null : personFinderOf(index2)(name));
  return key !== null && index2.people.get(key)?.record || null;
}

// lib/reads/read-leases.ts
function readLeases(reading2, query) {
  const index2 = siteIndex(reading2.site);
  const filtered = filterLeases(index2, query);
  const rows = slotRows(index2.leases.all, filtered.slots, filtered.valueAt);
  const { entries, ...window } = cutWindow(rows, query, nameOfList3(query), filtered.sort.descending);
  const isRead = index2.snapshot.leases.reading.asOf !== null;
  return {
    ...envelopeOf(reading2, index2.snapshot),
    ...siteAnswer(reading2.site, index2),
    ...window,
    total: isRead ? window.total : null,
    rows: entries.map(({ record: record2 }) => leaseRow(index2, record2)),
    buckets: isRead ? countBuckets(index2, filtered.atAnyTime, reading2.now) : null,
    byType: isRead ? countTypes(index2, filtered.atAnyTime) : null
  };
}
function nameOfList3({ q, user, server, controller, before, type, sort }) {
  return JSON.stringify(["leases", q, user, server, controller, before, type, sort]);
}
function countBuckets({ leases: leases2 }, slots2, now) {
  const order = leases2.all.sorted("expiresAt", ({ record: record2 }) => record2.expiresAt);
  const buckets = { expired: 0, day: 0, threeDays: 0, later: 0 };
  for (const slot of slots2) buckets[bucketOf(Number(order.valueAt(slot)), now)] += 1;
  return buckets;
}
function countTypes({ leases: leases2 }, slots2) {
  const types = typeColumn(leases2.all);
  const wanted = types.codeOf("Launch");
  let launch = 0;
  for (const slot of slots2) if (types.codes[slot] === wanted) launch += 1;
  return { Enumeration: slots2.length - launch, Launch: launch };
}

// lib/reads/timeouts-index.ts
function apartColumn(sessions) {
  return sessions.column("apart", ({ due }) => due.apart ?? "");
}
function whyColumn(sessions) {
  return sessions.column("why", ({ due }) => due.ends.at === null ? due.ends.why : "");
}
function slotsInScope(index2, { groupKey, machineKey }) {
  const { sessions } = index2;
  if (machineKey !== null) {
    const there = index2.sessionsOnMachine(machineKey).filter(isOfGroup(groupKey));
    return Uint32Array.from(there.flatMap(({ record: record2 }) => sessions.slotOf(record2.key) ?? []));
  }
  const all = sortAll(sessions, "ends").slots;
  return groupKey === null ? all : all.filter(isSlotOfGroup(sessions, groupKey));
}
function isOfGroup(groupKey) {
  return ({ record: record2 }) => groupKey === null || record2.deliveryGroupKey === groupKey;
}
function isSlotOfGroup(sessions, groupKey) {
  const groups2 = groupColumn(sessions);
  const wanted = groups2.codeOf(groupKey);
  return (slot) => groups2.codes[slot] === wanted;
}
function countColumn({ codes, values }, slots2) {
  const counts = new Uint32Array(values.length);
  for (const slot of slots2) {
    const code = codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(
    values.map((value, code) => [value, counts[code] ?? 0]).filter(([value, count]) => value !== "" && count)
  );
}
function countPlaces({ sessions }, slots2) {
  return placesOf(countColumn(lifeColumn(sessions), slots2));
}
function placesOf(counts) {
  const entries = STANDING_STATES.map((state) => [state, counts[state] ?? 0]);
  return Object.fromEntries(entries);
}
function countWhys({ sessions }, slots2) {
  return countColumn(whyColumn(sessions), slots2);
}
function countByGroup({ sessions }, slots2) {
  const groups2 = groupColumn(sessions);
  const lives = lifeColumn(sessions);
  const width = lives.values.length;
  const counts = new Uint32Array(groups2.values.length * width);
  for (const slot of slots2) {
    const at = (groups2.codes[slot] ?? 0) * width + (lives.codes[slot] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return new Map(
    groups2.values.map((key, code) => {
      const own = counts.subarray(code * width, (code + 1) * width);
      const states = placesOf(Object.fromEntries(lives.values.map((life, at) => [life, own[at] ?? 0])));
      return [key, { sessions: own.reduce((sum, each) => sum + each, 0), states }];
    })
  );
}
function endingsOf(index2, scope, now) {
  const { sessions } = index2;
  const isMeant = inScope(index2, scope);
  const { slots: slots2, ahead } = dueSlots(index2, now);
  const overdue = [];
  const stepped = [];
  for (const slot of slots2.subarray(0, ahead).filter(isMeant)) {
    const { record: record2, due } = sessions.at(slot);
    if (isOverdue(due.ends, now)) overdue.push(slot);
    else if (endsOf(record2, index2.snapshot.timers, now).at !== null) stepped.push(slot);
  }
  const coming = slots2.subarray(ahead).filter(isMeant);
  if (stepped.length === 0) return { ahead: [...coming], overdue };
  const atOf = (slot) => endingAt(index2, slot, now)?.deadline.at ?? Number.POSITIVE_INFINITY;
  const late = stepped.filter((slot) => atOf(slot) < now);
  const merged = [...coming, ...stepped.filter((slot) => atOf(slot) >= now)].map((slot) => ({ slot, at: atOf(slot) }));
  merged.sort((a, b) => a.at - b.at);
  return { ahead: merged.map(({ slot }) => slot), overdue: [...overdue, ...late] };
}
function inScope(index2, { groupKey, machineKey }) {
  const { sessions } = index2;
  const isOfOwnGroup = groupKey === null ? () => true : isSlotOfGroup(sessions, groupKey);
  if (machineKey === null) return isOfOwnGroup;
  return (slot) => isOfOwnGroup(slot) && sessions.at(slot).record.machineKey === machineKey;
}
function endingAt(index2, slot, now) {
  const entry = index2.sessions.at(slot);
  const deadline = endsOf(entry.record, index2.snapshot.timers, now);
  return deadline.at === null ? null : { entry, deadline };
}

// lib/reads/group-limits.ts
var MACHINE_TIMERS = ["idle", "disconnected", "connection"];
var STANDBYS = ["pre-launch", "linger"];
var STANDBY_SOURCES = { "pre-launch": "group-pre-launch", linger: "group-linger" };
var limitsOfVersions = /* @__PURE__ */ new WeakMap();
function limitsByGroup(snapshot2) {
  const known = limitsOfVersions.get(snapshot2);
  if (known) return known;
  const machines2 = /* @__PURE__ */ new Map();
  for (const machine of snapshot2.machines.values()) {
    const there = machines2.get(machine.deliveryGroupKey ?? "");
    if (there) there.push(machine);
    else machines2.set(machine.deliveryGroupKey ?? "", [machine]);
  }
  const limits = /* @__PURE__ */ new Map();
  for (const group of snapshot2.groups.values()) {
    limits.set(group.key, limitsOfGroup(snapshot2, group, machines2.get(group.key) ?? []));
  }
  limitsOfVersions.set(snapshot2, limits);
  return limits;
}
function limitsOfGroup({ timers }, group, machines2) {
  const ofMachines = MACHINE_TIMERS.map((timer) => {
    const limits = machines2.map(
      ({ key: machineKey, sessionSupport }) => machineLimit({ machineKey, sessionSupport }, timer, timers)
    );
    return agreed(timer, limits);
  });
  const ofGroup = STANDBYS.flatMap((kind) => standbyOf(kind, group.key, timers.groups));
  const power = group.sessionSupport === "SingleSession" ? [powerOf(group.key, timers.groups)] : [];
  return [...ofMachines, ...ofGroup, ...power];
}
function agreed(timer, limits) {
  const known = limits.filter((limit) => limit.kind !== "unknown");
  const counts = /* @__PURE__ */ new Map();
  for (const limit of known) counts.set(msOf(limit), (counts.get(msOf(limit)) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, many], [b, others]) => others - many || a - b);
  const first = usual && known.find((limit) => msOf(limit) === usual[0]);
  if (!first) return unknown(timer, 0);
  const readAt = known.reduce((oldest, limit) => Math.min(oldest, limit.readAt), first.readAt);
  const isMixed = counts.size > 1;
  return {
    timer,
    kind: isMixed ? "mixed" : first.kind,
    seconds: first.kind === "set" ? first.ms / 1e3 : null,
    source: first.source,
    readAt: isoOrNull(readAt),
    machines: known.length
  };
}
var msOf = (limit) => limit.kind === "set" ? limit.ms : 0;
function unknown(timer, machines2) {
  return { timer, kind: "unknown", seconds: null, source: null, readAt: null, machines: machines2 };
}
function standbyOf(kind, groupKey, groups2) {
  const timers = [`${kind}-disconnect`, `${kind}-terminate`];
  if (!groups2) return timers.map((timer) => unknown(timer, null));
  const setting = groups2.standby.find((each) => each.kind === kind && each.groupKey === groupKey && each.enabled);
  const source = STANDBY_SOURCES[kind];
  const [disconnect, terminate] = timers;
  return [
    ownLimit(disconnect, setting?.disconnectMs ?? 0, source, groups2.readAt),
    ownLimit(terminate, setting?.terminateMs ?? 0, source, groups2.readAt)
  ];
}
function powerOf(groupKey, groups2) {
  const policy = groups2?.power.find((each) => each.groupKey === groupKey);
  if (!groups2 || !policy) return unknown("power-policy", null);
  const [peak = 0] = stepsOf(policy.peak);
  const [offPeak = 0] = stepsOf(policy.offPeak);
  const limit = ownLimit("power-policy", peak, "group-power-policy", groups2.readAt);
  return peak === offPeak ? limit : { ...limit, kind: "mixed" };
}
function ownLimit(timer, ms, source, readAt) {
  const kind = ms > 0 ? "set" : "off";
  return { timer, kind, seconds: ms > 0 ? ms / 1e3 : null, source, readAt: isoOrNull(readAt), machines: null };
}

// lib/reads/standby-cost.ts
var STANDBY = ["pre-launched-active", "pre-launched-disconnected", "lingering-active", "lingering-disconnected"];
var CONNECTED = ["pre-launched-active", "lingering-active"];
function standbyCost(index2, slots2) {
  const lives = lifeColumn(index2.sessions);
  const codesOf = (names) => new Set(names.map((name) => lives.codeOf(name)));
  const [standby2, connected] = [codesOf(STANDBY), codesOf(CONNECTED)];
  let sessions = 0;
  const holders = /* @__PURE__ */ new Map();
  for (const slot of slots2) {
    const code = lives.codes[slot] ?? -1;
    if (standby2.has(code)) sessions += 1;
    if (!connected.has(code)) continue;
    const { record: record2 } = index2.sessions.at(slot);
    const name = record2.userKey ?? (record2.user === null ? null : fold(record2.user));
    if (name !== null) holders.set(name, record2);
  }
  const alone = [...holders.values()].filter((session) => !holdsAnyway(index2, session));
  return { sessions, licences: alone.length };
}
function holdsAnyway(index2, { userKey, user }) {
  const others = userKey === null ? [...index2.unverified.get(fold(user ?? "")) ?? []] : index2.sessionsOfUser(userKey);
  return others.some(({ record: record2, due }) => isConnected(record2) && !CONNECTED.includes(due.life ?? ""));
}
function isConnected({ state }) {
  return state === "Active" || state === "Connected" || state === "Reconnecting";
}

// lib/reads/sample-counts.ts
import * as z from "zod";
var Count = z.number().int().min(0);
var Counts = z.object({
  flows: z.record(z.string(), Count).optional(),
  leases: z.object({ covered: Count, uncovered: Count }).optional()
});
function parseCounts(text4) {
  let content;
  try {
    content = JSON.parse(text4);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return Counts.safeParse(content).data ?? null;
}

// lib/reads/timeout-flows.ts
var HOUR_MS = 36e5;
var NO_FLOWS = { since: null, rows: [] };
var FlowSums = class {
  #desk;
  #siteId;
  /** The last sum by group, with the sample it ends with. */
  #sums = /* @__PURE__ */ new Map();
  constructor(desk2, siteId) {
    this.#desk = desk2;
    this.#siteId = siteId;
  }
  /** `groupKey` empty: the whole site. An hour that ends with the newest sample, as long as that is of the last hour itself. */
  async read(groupKey, now) {
    const { at: newest } = await this.#newest(groupKey) ?? {};
    if (!newest || newest.getTime() <= now - HOUR_MS) return NO_FLOWS;
    const known = this.#sums.get(groupKey);
    if (known?.newest === newest.getTime()) return known.flows;
    const flows = await this.#sum(groupKey, newest);
    this.#sums.set(groupKey, { newest: newest.getTime(), flows });
    return flows;
  }
  #newest(groupKey) {
    return this.#desk.sample.findFirst({
      where: { siteId: this.#siteId, groupKey },
      orderBy: { at: "desc" },
      select: { at: true }
    });
  }
  async #sum(groupKey, newest) {
    const at = { gt: new Date(newest.getTime() - HOUR_MS), lte: newest };
    const rows = await this.#desk.sample.findMany({
      where: { siteId: this.#siteId, groupKey, at },
      orderBy: { at: "asc" },
      select: { at: true, counts: true }
    });
    const counted = rows.flatMap((row) => {
      const flows = parseCounts(row.counts)?.flows;
      return flows ? [{ at: row.at.getTime(), flows }] : [];
    });
    const sums = /* @__PURE__ */ new Map();
    for (const { flows } of counted) {
      for (const [name, count] of Object.entries(flows)) sums.set(name, (sums.get(name) ?? 0) + count);
    }
    const first = counted[0];
    return { since: first ? isoOf(first.at) : null, rows: [...sums].flatMap(([name, count]) => flowOf(name, count)) };
  }
};
function flowOf(name, count) {
  const [from, to] = name.split(">").map((each) => LIFE_STATES.find((state) => state === each));
  return from && to && count > 0 ? [{ from, to, count }] : [];
}
var KEY2 = /* @__PURE__ */ Symbol.for("ghostdesk.reads.flow-sums");
function flowSums(desk2, siteId) {
  const holder = globalThis;
  holder[KEY2] ??= /* @__PURE__ */ new WeakMap();
  const sums = holder[KEY2].get(desk2) ?? new FlowSums(desk2, siteId);
  holder[KEY2].set(desk2, sums);
  return sums;
}

// lib/reads/read-timeouts.ts
var NEXT_MOST = 100;
var OVERDUE_MOST = 20;
var SERVERS_MOST = 50;
async function readTimeouts(reading2, query) {
  const asked = scopeOf(siteIndex(reading2.site), query);
  const flows = asked.machineKey === null ? await flowSums(reading2.desk, reading2.siteId).read(asked.groupKey ?? "", reading2.now) : NO_FLOWS;
  const index2 = siteIndex(reading2.site);
  const scope = scopeOf(index2, query);
  const slots2 = slotsInScope(index2, scope);
  const endings = endingsOf(index2, scope, reading2.now);
  const apart = countColumn(apartColumn(index2.sessions), slots2);
  const rowsOf = (some) => some.flatMap((slot) => endingRow(index2, slot, reading2.now));
  return {
    ...envelopeOf(reading2, index2.snapshot),
    sessions: slots2.length,
    states: countPlaces(index2, slots2),
    apart: {
      starting: apart.starting ?? 0,
      unknown: apart.unknown ?? 0,
      notBrokered: apart["not-brokered"] ?? 0
    },
    flows,
    limits: limitsRead(index2, scope),
    next: rowsOf(endings.ahead.slice(0, NEXT_MOST)),
    due: endings.ahead.length,
    overdue: { count: endings.overdue.length, rows: rowsOf(endings.overdue.slice(0, OVERDUE_MOST)) },
    withoutDeadline: countWhys(index2, slots2),
    standby: standbyAnswer(index2, slots2, reading2.settings.standbyMegabytes),
    groups: groupRows(index2, scope, slots2, endings),
    servers: serverRows(index2, endings, reading2.now)
  };
}
function scopeOf(index2, { group, server }) {
  return {
    groupKey: group ? resolveGroupKey(index2, group, "group") : null,
    machineKey: server ? resolveMachine(index2, server, "server").record.key : null
  };
}
function endingRow(index2, slot, now) {
  const ending = endingAt(index2, slot, now);
  const life = ending?.entry.due.life;
  if (!ending || !life) return [];
  const { record: record2 } = ending.entry;
  return [
    {
      sessionKey: record2.key,
      user: record2.user,
      userFullName: record2.userFullName,
      userKey: record2.userKey,
      machine: record2.machine,
      machineKey: record2.machineKey,
      deliveryGroup: record2.deliveryGroup,
      life,
      due: dueAnswer(ending.deadline),
      ghostId: index2.snapshot.ghosts.ofSession(record2.key)?.id ?? null
    }
  ];
}
function limitsRead(index2, { groupKey, machineKey }) {
  const { timers, machines: machines2 } = index2.snapshot;
  let [machinesRead, machinesWithSessions] = [0, 0];
  for (const machine of machines2.values()) {
    if (groupKey !== null && machine.deliveryGroupKey !== groupKey) continue;
    if (machineKey !== null && machine.key !== machineKey) continue;
    if (index2.tallyOnMachine(machine.key).sessions === 0) continue;
    machinesWithSessions += 1;
    if (timers.machine(machine.key)) machinesRead += 1;
  }
  return { groupsReadAt: isoOrNull(timers.groups?.readAt ?? null), machinesRead, machinesWithSessions };
}
function standbyAnswer(index2, slots2, megabytesEach) {
  const { sessions, licences } = standbyCost(index2, slots2);
  return { sessions, licences, megabytes: sessions * megabytesEach, megabytesEach };
}
function groupRows(index2, { groupKey, machineKey }, slots2, { ahead }) {
  const { groups: groups2 } = index2.snapshot;
  const counts = countByGroup(index2, slots2);
  const limits = limitsByGroup(index2.snapshot);
  const nextAt = nextAts(index2, ahead, ({ deliveryGroupKey }) => deliveryGroupKey, groups2.size);
  const shown = [...groups2.values()].filter(
    ({ key }) => (groupKey === null || key === groupKey) && (machineKey === null || counts.get(key)?.sessions)
  );
  const none = countPlaces(index2, new Uint32Array(0));
  return shown.sort((a, b) => fold(a.name) < fold(b.name) ? -1 : 1).map(({ key, name, sessionSupport }) => ({
    ...{ key, name, sessionSupport },
    ...counts.get(key) ?? { sessions: 0, states: none },
    limits: limits.get(key) ?? [],
    nextAt: isoOrNull(nextAt.get(key) ?? null)
  }));
}
function serverRows(index2, { ahead }, now) {
  const nextAt = nextAts(index2, ahead, ({ machineKey }) => machineKey, SERVERS_MOST);
  return [...nextAt].flatMap(([key, at]) => {
    const machine = index2.machines.get(key)?.record;
    if (!machine || at < now) return [];
    const slots2 = slotsInScope(index2, { groupKey: null, machineKey: key });
    return [
      {
        key,
        name: machine.name,
        deliveryGroup: machine.deliveryGroup,
        sessions: slots2.length,
        states: countPlaces(index2, slots2),
        nextAt: isoOf(at)
      }
    ];
  });
}
function nextAts({ sessions }, ahead, ownerOf2, most) {
  const next = /* @__PURE__ */ new Map();
  for (const slot of ahead) {
    const { record: record2, due } = sessions.at(slot);
    const owner = ownerOf2(record2);
    if (owner === null || due.ends.at === null || next.has(owner)) continue;
    next.set(owner, due.ends.at);
    if (next.size === most) break;
  }
  return next;
}

// lib/reads/coverage-trend.ts
var HOUR_MS2 = 36e5;
var SHOWN_MS = 14 * 24 * HOUR_MS2;
var PAGE_ROWS = 500;
var CoverageTrend = class {
  #desk;
  #siteId;
  /** The last sample of each hour, oldest first. */
  #points = /* @__PURE__ */ new Map();
  #readUntil = null;
  #last = Promise.resolve();
  constructor(desk2, siteId) {
    this.#desk = desk2;
    this.#siteId = siteId;
  }
  /** One point an hour over the 14 days before `now`. */
  read(now) {
    const reading2 = this.#last.then(() => this.#read(now));
    this.#last = reading2.catch(() => void 0);
    return reading2;
  }
  async #read(now) {
    const from = now - SHOWN_MS;
    let isMore = true;
    while (isMore) {
      const rows = await this.#rowsAfter(Math.max(from, this.#readUntil ?? from));
      for (const { at, counts } of rows) this.#add(at.getTime(), counts);
      isMore = rows.length === PAGE_ROWS;
    }
    const oldest = Math.floor(from / HOUR_MS2);
    for (const hour of this.#points.keys()) if (hour < oldest) this.#points.delete(hour);
    return [...this.#points.values()];
  }
  /** Most samples have no coverage: it is counted every ten minutes. */
  #rowsAfter(after) {
    return this.#desk.sample.findMany({
      where: { siteId: this.#siteId, groupKey: "", at: { gt: new Date(after) }, counts: { contains: '"leases"' } },
      orderBy: { at: "asc" },
      select: { at: true, counts: true },
      take: PAGE_ROWS
    });
  }
  #add(at, counts) {
    this.#readUntil = at;
    const leases2 = parseCounts(counts)?.leases;
    if (leases2) this.#points.set(Math.floor(at / HOUR_MS2), { at: isoOf(at), ...leases2 });
  }
};
var KEY3 = /* @__PURE__ */ Symbol.for("ghostdesk.reads.coverage-trends");
function coverageTrend(desk2, siteId) {
  const holder = globalThis;
  holder[KEY3] ??= /* @__PURE__ */ new WeakMap();
  const trend = holder[KEY3].get(desk2) ?? new CoverageTrend(desk2, siteId);
  holder[KEY3].set(desk2, trend);
  return trend;
}

// lib/reads/outage-assumptions.ts
function assumptionsOf(mechanism, rules) {
  return [...OF_MECHANISM[mechanism], ...ofRules(rules)];
}
var OF_MECHANISM = {
  leases: [
    "A lease leads to the machine that its owner had last. Load is not balanced in an outage.",
    "How many people a server still takes is estimated: load is taken to grow with sessions as it did until now, and who launched last comes first.",
    "Leases become active when no controller reaches the database any more. For about two minutes nobody can launch anything then, and again when it returns."
  ],
  cache: [
    "Local Host Cache takes over after the database has been away for 90 seconds. It balances load as usual.",
    "The cache is taken to hold the site as it is now."
  ]
};
function ofRules({ read, everybody, unresolved }) {
  if (!read) {
    return ["The rules of the delivery groups were not read: who may launch a resource and never did is not counted."];
  }
  return [
    ...everybody === 0 ? [] : [
      `${countOf(everybody, "rule is", "rules are")} for everybody: people who never launched anything are not counted.`
    ],
    ...unresolved.size === 0 ? [] : [
      `${countOf(unresolved.size, "name in a rule is", "names in rules are")} not that of a person whom the site knows, such as a group of the directory: its members count by what they launched.`
    ]
  ];
}
function countOf(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

// lib/reads/outage-counts.ts
function countPairs(terms, { people: people2, isMeant }, now) {
  const counts = Array.from({ length: terms.codesMost }, () => 0);
  const reach = { all: 0, some: 0, none: 0 };
  const falling = { day: 0, threeDays: 0 };
  for (const { record: record2 } of people2) {
    const reached = countPerson(counts, record2, isMeant);
    if (reached !== null) reach[reached] += 1;
    countFalling(falling, record2, isMeant, now);
  }
  const byCode = counts.map((count, code) => [code, count]).filter(([, count]) => count > 0);
  return {
    ...totalsOf(byCode.map(([code, count]) => [code & 15, count])),
    people: reach,
    byGroup: byGroupOf(terms, byCode),
    byReason: reasonsOf(byCode),
    falling
  };
}
function countPerson(counts, person, isMeant) {
  const { codes } = person;
  let [covered, pairs] = [0, 0];
  for (let at = 0; at < codes.length; at += 1) {
    if (isMeant !== null && !isMeant(person, at)) continue;
    const code = codes[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    pairs += 1;
    if ((code & 15) === COVERED_CODE) covered += 1;
  }
  if (pairs === 0) return null;
  if (covered === 0) return "none";
  return covered === pairs ? "all" : "some";
}
function countFalling(falling, person, isMeant, now) {
  for (const { at, verdict } of person.bound) {
    if (verdict.until === null || isMeant?.(person, at) === false) continue;
    const bucket = bucketOf(verdict.until, now);
    if (bucket === "day") falling.day += 1;
    if (bucket === "day" || bucket === "threeDays") falling.threeDays += 1;
  }
}
function byGroupOf(terms, byCode) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const [code, count] of byCode) {
    const own = groups2.get(code >> 4) ?? [];
    own.push([code & 15, count]);
    groups2.set(code >> 4, own);
  }
  const rows = [...groups2].map(([code, own]) => {
    const { key, name } = terms.groupAt(code);
    return { key, name: name || "Not named", ...totalsOf(own), why: reasonsOf(own) };
  });
  return rows.sort((a, b) => fold(a.name) < fold(b.name) ? -1 : 1);
}
function reasonsOf(byCode) {
  const reasons = {};
  for (const [code, count] of byCode) {
    const why = reasonAt(code & 15);
    if (why !== null && coverageAt(code & 15) !== "covered") reasons[why] = (reasons[why] ?? 0) + count;
  }
  return reasons;
}

// lib/collector/site-outage.ts
function isOutage(site2) {
  const states = site2?.controllers.map(({ serviceStatus }) => serviceStatus) ?? [];
  return states.length > 0 && states.every((status) => status === "PendingFailure" || status === "DBNotFound");
}

// lib/reads/outage-in-use.ts
function inUseNow({ sdkSite, outageSince }, index2, era) {
  const leased = leasedSessions(index2);
  if (outageSince !== null || isOutage(sdkSite)) {
    const since = outageSince ?? leased.since;
    return { since: isoOrNull(since), sessions: leased.count, why: SENTENCES[mechanismOf(era) ?? "nothing"] };
  }
  const isDenied = sdkSite?.controllers.some(({ serviceStatus }) => serviceStatus === "OK") ?? false;
  if (leased.count === 0 || isDenied) return null;
  return { since: isoOrNull(leased.since), sessions: leased.count, why: LAUNCHED };
}
var SENTENCES = {
  leases: "The controllers have lost their database: connection leases decide what can be launched.",
  cache: "The controllers have lost their database: Local Host Cache brokers on one of them in each zone.",
  nothing: "The controllers have lost their database, and nothing is known to broker without it."
};
var LAUNCHED = "Sessions were launched by connection leases, and no controller says that it has its database.";
function leasedSessions({ sessions }) {
  const modes = sessions.column("connectionMode", ({ record: record2 }) => record2.connectionMode ?? "");
  const wanted = modes.codeOf("LeasedConnection");
  let count = 0;
  let since = null;
  for (const slot of sessions.inUse()) {
    if (modes.codes[slot] !== wanted) continue;
    count += 1;
    const { startedAt } = sessions.at(slot).record;
    if (startedAt !== null) since = Math.min(since ?? startedAt, startedAt);
  }
  return { count, since };
}

// lib/reads/outage-list.ts
var DAY_MS2 = 864e5;
var WITHIN_MS = { "24h": DAY_MS2, "3d": 3 * DAY_MS2 };
function pairRows(cover, scope, query, now) {
  const isWanted = Array.from({ length: UNCOVERED_REASONS.length + 1 }, (_, code) => isCodeWanted(code, query));
  if (query.within) return fallingRows(scope, now, now + WITHIN_MS[query.within], isWanted);
  const { isMeant } = scope;
  const isShown = (person, at2) => isWanted[(person.codes[at2] ?? 0) & 15] === true && (isMeant === null || isMeant(person, at2));
  const isAll = isMeant === null && isWanted.every((each) => each);
  const ends = new Uint32Array(scope.people.length);
  let length = 0;
  for (const [index2, { record: record2 }] of scope.people.entries()) {
    if (isAll) length += record2.codes.length;
    else for (let at2 = 0; at2 < record2.codes.length; at2 += 1) if (isShown(record2, at2)) length += 1;
    ends[index2] = length;
  }
  const pairsOf2 = remember(cover);
  const at = (position) => {
    const index2 = searchFirst(ends.length, (each) => (ends[each] ?? 0) > position);
    const owner = scope.people[index2];
    if (!owner) return void 0;
    let left = position - (index2 === 0 ? 0 : ends[index2 - 1] ?? 0);
    const place = owner.record.codes.findIndex((_, each) => {
      if (!isShown(owner.record, each)) return false;
      left -= 1;
      return left < 0;
    });
    const pair = pairsOf2(owner.record)[place];
    if (!pair) return void 0;
    const entry = { record: { key: pair.key }, person: owner.record, at: place, pair };
    return { value: `${owner.sortText}
${resourceText(pair, cover.terms)}`, entry };
  };
  return { length, at };
}
function isCodeWanted(code, { coverage, why }) {
  return (!coverage || coverageAt(code) === coverage) && (!why || reasonAt(code) === why);
}
function remember(cover) {
  const known = /* @__PURE__ */ new Map();
  return (person) => {
    const pairs = known.get(person) ?? cover.pairsOf(person.key);
    known.set(person, pairs);
    return pairs;
  };
}
function fallingRows({ people: people2, isMeant }, now, before, isWanted) {
  const placed = [];
  for (const { record: record2 } of people2) {
    for (const { at, pair, verdict } of record2.bound) {
      const isFalling = verdict.until !== null && verdict.until > now && verdict.until < before;
      if (!isFalling || !isWanted[(record2.codes[at] ?? 0) & 15] || isMeant?.(record2, at) === false) continue;
      placed.push({ value: verdict.until, entry: { record: { key: pair.key }, person: record2, at, pair } });
    }
  }
  placed.sort(comparePlaced);
  return { length: placed.length, at: (position) => placed[position] };
}
function pairRow(index2, { terms }, { person, at, pair }) {
  const code = person.codes[at] ?? 0;
  const known = index2.people.get(person.key)?.record;
  const machine = pair.machine === null ? null : index2.machineCalled(pair.machine);
  return {
    user: person.userName,
    userFullName: known?.fullName ?? null,
    userKey: known?.key ?? null,
    group: terms.groupAt(code >> 4).name || null,
    application: pair.application,
    coverage: coverageAt(code & 15),
    why: reasonAt(code & 15),
    until: isoOrNull(boundAt(person, at)?.verdict.until ?? null),
    machine: machine?.name ?? pair.machine,
    machineKey: machine?.key ?? null,
    leaseKey: pair.launch?.key ?? pair.enumeration?.key ?? null
  };
}
function boundAt({ bound }, at) {
  return bound.find((each) => each.at === at);
}

// lib/reads/read-outage.ts
async function readOutage(reading2, query) {
  siteIndex(reading2.site);
  const trend = await coverageTrend(reading2.desk, reading2.siteId).read(reading2.now);
  const outage = outageNow(reading2);
  const { index: index2, era } = outage;
  return {
    ...envelopeOf(reading2, index2.snapshot),
    ...siteAnswer(reading2.site, index2),
    inUse: inUseNow(reading2.site, index2, era),
    ...pairsAnswer(reading2, query, outage),
    trend,
    controllers: controllerAnswers(reading2.site, index2)
  };
}
function pairsAnswer(reading2, query, { index: index2, era, cover }) {
  const names = namesOf(index2, query);
  const mechanism = mechanismOf(era);
  if (!cover || mechanism === null) return NOTHING_TOLD;
  const scope = scopeOf2(index2, cover, query, names);
  const rows = pairRows(cover, scope, query, reading2.now);
  const { entries, ...window } = cutWindow(rows, query, nameOfList4(query));
  return {
    ...countPairs(cover.terms, scope, reading2.now),
    ...window,
    rows: entries.map((entry) => pairRow(index2, cover, entry)),
    assumptions: assumptionsOf(mechanism, cover.terms.rules)
  };
}
var NOTHING_TOLD = {
  ...{ covered: null, uncovered: null, unknown: null, people: null, falling: null },
  ...{ byGroup: [], byReason: {}, total: 0, first: 0, rows: [], next: null, assumptions: [] }
};
function namesOf(index2, { user, server }) {
  return {
    owners: user ? resolveOwnerNames(index2, user, "user") : null,
    machine: server ? resolveMachineName(index2, server, "server") : null
  };
}
function scopeOf2(index2, cover, { group }, { owners, machine }) {
  const groupCode = group ? codeOfGroup(index2, cover, group) : null;
  const isOfGroup2 = (person, at) => (person.codes[at] ?? 0) >> 4 === groupCode;
  const order = cover.inOrder();
  const everybody = () => Array.from(order.slots, (slot) => cover.people.at(slot));
  const asked = owners && new Set(owners.flatMap((name) => cover.people.get(name) ?? cover.people.get(name.toLowerCase()) ?? []));
  if (machine === null) {
    return { people: asked ? [...asked] : everybody(), isMeant: groupCode === null ? null : isOfGroup2 };
  }
  const leading = /* @__PURE__ */ new Map();
  for (const { person, at } of cover.boundTo(machine)) {
    leading.set(person, (leading.get(person) ?? /* @__PURE__ */ new Set()).add(at));
  }
  const entries = [...leading.keys()].flatMap((person) => cover.people.get(person.key) ?? []);
  const people2 = entries.filter((entry) => !asked || asked.has(entry));
  people2.sort((a, b) => a.sortText < b.sortText ? -1 : 1);
  const leads = (person, at) => leading.get(person)?.has(at) === true;
  return { people: people2, isMeant: (person, at) => leads(person, at) && (groupCode === null || isOfGroup2(person, at)) };
}
function codeOfGroup(index2, { terms }, group) {
  const named = terms.groupOf(`
${fold(group.trim())}`);
  try {
    return terms.groupOf(resolveGroupKey(index2, group, "group"))?.code ?? -1;
  } catch (error) {
    if (error instanceof DeskError && error.code === "not-found" && named) return named.code;
    throw error;
  }
}
function nameOfList4({ group, user, server, coverage, why, within }) {
  return JSON.stringify(["outage", group, user, server, coverage, why, within]);
}

// lib/desk/temporary-desk.fixture.ts
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path5 from "node:path";

// prisma/generated/desk-sqlite/client.ts
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import "@prisma/client/runtime/client";

// prisma/generated/desk-sqlite/internal/class.ts
import * as runtime from "@prisma/client/runtime/client";
var config = {
  "previewFeatures": [],
  "clientVersion": "7.10.1",
  "engineVersion": "d1b3f377ca835d73fd50954a5e22128b9ebdd6b8",
  "activeProvider": "sqlite",
  "inlineSchema": '// Derived by `npm run schemas` from ../schema.prisma. Do not edit.\n\ngenerator client {\n  provider = "prisma-client"\n  output   = "../../generated/desk-sqlite"\n}\n\ndatasource db {\n  provider = "sqlite"\n}\n\n/// A person who may sign in. `passwordHash` is a scrypt string with its parameters; roles are those of lib/domain/role.ts.\nmodel Account {\n  id           String    @id\n  siteId       String\n  name         String\n  /// The name in lower case: unique per site, and what sign-in looks up.\n  nameKey      String\n  role         String\n  passwordHash String\n  /// A demo account exists on the practice site only and is shown on its sign-in page.\n  isDemo       Boolean   @default(false)\n  disabledAt   DateTime?\n  createdAt    DateTime\n  lastSignInAt DateTime?\n  signIns      SignIn[]\n\n  @@unique([siteId, nameKey])\n}\n\n/// One browser that is signed in. Only a hash of the cookie is stored; times are wall-clock time.\nmodel SignIn {\n  tokenHash  String    @id\n  siteId     String\n  accountId  String\n  account    Account   @relation(fields: [accountId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  createdAt  DateTime\n  lastSeenAt DateTime\n  expiresAt  DateTime\n  endedAt    DateTime?\n  userAgent  String?\n\n  @@index([accountId])\n}\n\n/// A token for scripts: shown once, stored hashed.\nmodel ApiToken {\n  id         String    @id\n  siteId     String\n  name       String\n  nameKey    String\n  role       String\n  tokenHash  String    @unique\n  createdAt  DateTime\n  createdBy  String\n  lastUsedAt DateTime?\n  revokedAt  DateTime?\n\n  @@unique([siteId, nameKey])\n}\n\n/// Who did what, in order, written in the same transaction as the change itself.\nmodel AuditEntry {\n  id      Int      @id @default(autoincrement())\n  siteId  String\n  at      DateTime\n  actor   String\n  /// person, token or local: what kind of actor bears that name.\n  kind    String\n  role    String\n  /// noun.verb, such as account.add\n  action  String\n  subject String\n  /// JSON of what changed, never a secret.\n  detail  String\n  /// HMAC over the entry before and this one (lib/audit/chain.ts); null on entries from before there was a chain.\n  mac     String?\n\n  @@index([siteId, at])\n  @@index([siteId, id])\n}\n\n/// The site counted once a minute of site time, per delivery group; `groupKey` is "" for the whole site.\nmodel Sample {\n  siteId   String\n  at       DateTime\n  groupKey String\n  /// JSON: counts by session state, machines by registration; see lib/domain/history/sample.ts.\n  counts   String\n\n  @@id([siteId, at, groupKey])\n}\n\n/// Small facts of this installation by name, such as which site a data folder belongs to.\nmodel Fact {\n  name  String @id\n  value String\n}\n\n/// One ghost\'s life, see lib/domain/ghost/incident.ts; times are site time. What stands of it in the site may be groomed long before.\nmodel Incident {\n  id               String          @id\n  siteId           String\n  subjectKind      String\n  /// SessionKey, or the machine\'s id for a failure trace.\n  subjectKey       String\n  class            String\n  state            String\n  confidence       String\n  confirmedBy      String\n  since            DateTime\n  graceMs          BigInt\n  firstSeenAt      DateTime\n  lastSeenAt       DateTime\n  suspectedAt      DateTime\n  confirmedAt      DateTime?\n  firstActionAt    DateTime?\n  clearedAt        DateTime?\n  outcome          String?\n  returns          Int\n  resting          String?\n  takenBy          String?\n  takenAt          DateTime?\n  dismissedBy      String?\n  dismissedReason  String?\n  dismissedAt      DateTime?\n  next             String?\n  /// JSON: claims with their values, sources and ages; and who was hurt while it stood.\n  evidence         String\n  hurt             String\n  user             String?\n  userKey          String?\n  userSource       String\n  userFullName     String?\n  machine          String?\n  machineKey       String?\n  deliveryGroup    String?\n  deliveryGroupKey String?\n  sessionSupport   String?\n  entries          IncidentEntry[]\n\n  @@index([siteId, state])\n  @@index([siteId, subjectKey])\n  @@index([siteId, clearedAt])\n}\n\n/// One line of an incident\'s history, in the order in which they were written.\nmodel IncidentEntry {\n  id         Int      @id @default(autoincrement())\n  siteId     String\n  incidentId String\n  incident   Incident @relation(fields: [incidentId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  at         DateTime\n  event      String\n  /// Null: Ghostdesk itself.\n  actor      String?\n  detail     String?\n\n  @@index([incidentId])\n}\n\n/// Something that was done to the site, see lib/domain/operation/states.ts. Wall-clock times, but for those that say site time.\nmodel Operation {\n  id         String           @id\n  siteId     String\n  verb       String\n  targetKind String\n  label      String\n  machineKey String?\n  machine    String?\n  /// JSON: what the verb needs beside its target.\n  params     String\n  actor      String\n  kind       String\n  role       String\n  reason     String\n  ticket     String?\n  /// Twice the same request is one operation.\n  requestKey String\n  previewId  String\n  state      String\n  message    String?\n  askedAt    DateTime\n  acceptedAt DateTime?\n  settledAt  DateTime?\n  /// Site time.\n  endsAt     DateTime?\n  stoppedBy  String?\n  /// JSON: lines of what was known before.\n  evidence   String\n  parts      OperationPart[]\n  ghosts     OperationGhost[]\n\n  @@unique([siteId, previewId])\n  @@unique([siteId, actor, requestKey])\n  @@index([siteId, askedAt])\n  @@index([siteId, state])\n  /// What is not settled is asked for each second, what is hidden with each list.\n  @@index([siteId, settledAt, askedAt])\n  @@index([siteId, endsAt])\n}\n\n/// One act of an operation: one session, or the machine, lease, controller or site itself.\nmodel OperationPart {\n  operationId String\n  operation   Operation @relation(fields: [operationId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  number      Int\n  key         String\n  label       String\n  machineKey  String?\n  state       String\n  message     String?\n  /// JSON: what was read right before it was sent; what it is verified against.\n  before      String?\n  /// Site times.\n  sentAt      DateTime?\n  acceptedAt  DateTime?\n  settledAt   DateTime?\n  lookUntil   DateTime?\n\n  @@id([operationId, number])\n}\n\n/// A ghost that an operation was meant to clear, and whether it did: what worked here.\nmodel OperationGhost {\n  operationId String\n  operation   Operation @relation(fields: [operationId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  incidentId  String\n  siteId      String\n  verb        String\n  class       String\n  /// cleared or still-there; null while it is not known.\n  outcome     String?\n\n  @@id([operationId, incidentId])\n  @@index([siteId, verb, class])\n}\n\n/// What an open operation holds, so that no second one begins there.\nmodel OperationLock {\n  siteId      String\n  /// Kind and key, such as `machine 1b2c\u2026`.\n  resource    String\n  machineKey  String?\n  operationId String\n\n  @@id([siteId, resource])\n  @@index([siteId, machineKey])\n  @@index([operationId])\n}\n\n/// A setting that somebody changed; one that is not here stands at its default. Names and bounds: lib/domain/ghost/settings.ts.\nmodel Setting {\n  siteId    String\n  name      String\n  /// JSON.\n  value     String\n  changedAt DateTime\n  changedBy String\n\n  @@id([siteId, name])\n}\n',
  "runtimeDataModel": {
    "models": {},
    "enums": {},
    "types": {}
  },
  "parameterizationSchema": {
    "strings": [],
    "graph": ""
  }
};
config.runtimeDataModel = JSON.parse('{"models":{"Account":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"nameKey","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"passwordHash","kind":"scalar","type":"String"},{"name":"isDemo","kind":"scalar","type":"Boolean"},{"name":"disabledAt","kind":"scalar","type":"DateTime"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"lastSignInAt","kind":"scalar","type":"DateTime"},{"name":"signIns","kind":"object","type":"SignIn","relationName":"AccountToSignIn"}],"dbName":null,"schema":null},"SignIn":{"fields":[{"name":"tokenHash","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"accountId","kind":"scalar","type":"String"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToSignIn"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"lastSeenAt","kind":"scalar","type":"DateTime"},{"name":"expiresAt","kind":"scalar","type":"DateTime"},{"name":"endedAt","kind":"scalar","type":"DateTime"},{"name":"userAgent","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"ApiToken":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"nameKey","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"tokenHash","kind":"scalar","type":"String"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"createdBy","kind":"scalar","type":"String"},{"name":"lastUsedAt","kind":"scalar","type":"DateTime"},{"name":"revokedAt","kind":"scalar","type":"DateTime"}],"dbName":null,"schema":null},"AuditEntry":{"fields":[{"name":"id","kind":"scalar","type":"Int"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"actor","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"action","kind":"scalar","type":"String"},{"name":"subject","kind":"scalar","type":"String"},{"name":"detail","kind":"scalar","type":"String"},{"name":"mac","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"Sample":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"groupKey","kind":"scalar","type":"String"},{"name":"counts","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"Fact":{"fields":[{"name":"name","kind":"scalar","type":"String"},{"name":"value","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"Incident":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"subjectKind","kind":"scalar","type":"String"},{"name":"subjectKey","kind":"scalar","type":"String"},{"name":"class","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"confidence","kind":"scalar","type":"String"},{"name":"confirmedBy","kind":"scalar","type":"String"},{"name":"since","kind":"scalar","type":"DateTime"},{"name":"graceMs","kind":"scalar","type":"BigInt"},{"name":"firstSeenAt","kind":"scalar","type":"DateTime"},{"name":"lastSeenAt","kind":"scalar","type":"DateTime"},{"name":"suspectedAt","kind":"scalar","type":"DateTime"},{"name":"confirmedAt","kind":"scalar","type":"DateTime"},{"name":"firstActionAt","kind":"scalar","type":"DateTime"},{"name":"clearedAt","kind":"scalar","type":"DateTime"},{"name":"outcome","kind":"scalar","type":"String"},{"name":"returns","kind":"scalar","type":"Int"},{"name":"resting","kind":"scalar","type":"String"},{"name":"takenBy","kind":"scalar","type":"String"},{"name":"takenAt","kind":"scalar","type":"DateTime"},{"name":"dismissedBy","kind":"scalar","type":"String"},{"name":"dismissedReason","kind":"scalar","type":"String"},{"name":"dismissedAt","kind":"scalar","type":"DateTime"},{"name":"next","kind":"scalar","type":"String"},{"name":"evidence","kind":"scalar","type":"String"},{"name":"hurt","kind":"scalar","type":"String"},{"name":"user","kind":"scalar","type":"String"},{"name":"userKey","kind":"scalar","type":"String"},{"name":"userSource","kind":"scalar","type":"String"},{"name":"userFullName","kind":"scalar","type":"String"},{"name":"machine","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"deliveryGroup","kind":"scalar","type":"String"},{"name":"deliveryGroupKey","kind":"scalar","type":"String"},{"name":"sessionSupport","kind":"scalar","type":"String"},{"name":"entries","kind":"object","type":"IncidentEntry","relationName":"IncidentToIncidentEntry"}],"dbName":null,"schema":null},"IncidentEntry":{"fields":[{"name":"id","kind":"scalar","type":"Int"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"incidentId","kind":"scalar","type":"String"},{"name":"incident","kind":"object","type":"Incident","relationName":"IncidentToIncidentEntry"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"event","kind":"scalar","type":"String"},{"name":"actor","kind":"scalar","type":"String"},{"name":"detail","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"Operation":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"verb","kind":"scalar","type":"String"},{"name":"targetKind","kind":"scalar","type":"String"},{"name":"label","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"machine","kind":"scalar","type":"String"},{"name":"params","kind":"scalar","type":"String"},{"name":"actor","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"reason","kind":"scalar","type":"String"},{"name":"ticket","kind":"scalar","type":"String"},{"name":"requestKey","kind":"scalar","type":"String"},{"name":"previewId","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"message","kind":"scalar","type":"String"},{"name":"askedAt","kind":"scalar","type":"DateTime"},{"name":"acceptedAt","kind":"scalar","type":"DateTime"},{"name":"settledAt","kind":"scalar","type":"DateTime"},{"name":"endsAt","kind":"scalar","type":"DateTime"},{"name":"stoppedBy","kind":"scalar","type":"String"},{"name":"evidence","kind":"scalar","type":"String"},{"name":"parts","kind":"object","type":"OperationPart","relationName":"OperationToOperationPart"},{"name":"ghosts","kind":"object","type":"OperationGhost","relationName":"OperationToOperationGhost"}],"dbName":null,"schema":null},"OperationPart":{"fields":[{"name":"operationId","kind":"scalar","type":"String"},{"name":"operation","kind":"object","type":"Operation","relationName":"OperationToOperationPart"},{"name":"number","kind":"scalar","type":"Int"},{"name":"key","kind":"scalar","type":"String"},{"name":"label","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"message","kind":"scalar","type":"String"},{"name":"before","kind":"scalar","type":"String"},{"name":"sentAt","kind":"scalar","type":"DateTime"},{"name":"acceptedAt","kind":"scalar","type":"DateTime"},{"name":"settledAt","kind":"scalar","type":"DateTime"},{"name":"lookUntil","kind":"scalar","type":"DateTime"}],"dbName":null,"schema":null},"OperationGhost":{"fields":[{"name":"operationId","kind":"scalar","type":"String"},{"name":"operation","kind":"object","type":"Operation","relationName":"OperationToOperationGhost"},{"name":"incidentId","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"verb","kind":"scalar","type":"String"},{"name":"class","kind":"scalar","type":"String"},{"name":"outcome","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"OperationLock":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"resource","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"operationId","kind":"scalar","type":"String"}],"dbName":null,"schema":null},"Setting":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"value","kind":"scalar","type":"String"},{"name":"changedAt","kind":"scalar","type":"DateTime"},{"name":"changedBy","kind":"scalar","type":"String"}],"dbName":null,"schema":null}},"enums":{},"types":{}}');
config.parameterizationSchema = {
  strings: JSON.parse('["where","orderBy","cursor","account","signIns","_count","Account.findUnique","Account.findUniqueOrThrow","Account.findFirst","Account.findFirstOrThrow","Account.findMany","data","Account.createOne","Account.createMany","Account.createManyAndReturn","Account.updateOne","Account.updateMany","Account.updateManyAndReturn","create","update","Account.upsertOne","Account.deleteOne","Account.deleteMany","having","_min","_max","Account.groupBy","Account.aggregate","SignIn.findUnique","SignIn.findUniqueOrThrow","SignIn.findFirst","SignIn.findFirstOrThrow","SignIn.findMany","SignIn.createOne","SignIn.createMany","SignIn.createManyAndReturn","SignIn.updateOne","SignIn.updateMany","SignIn.updateManyAndReturn","SignIn.upsertOne","SignIn.deleteOne","SignIn.deleteMany","SignIn.groupBy","SignIn.aggregate","ApiToken.findUnique","ApiToken.findUniqueOrThrow","ApiToken.findFirst","ApiToken.findFirstOrThrow","ApiToken.findMany","ApiToken.createOne","ApiToken.createMany","ApiToken.createManyAndReturn","ApiToken.updateOne","ApiToken.updateMany","ApiToken.updateManyAndReturn","ApiToken.upsertOne","ApiToken.deleteOne","ApiToken.deleteMany","ApiToken.groupBy","ApiToken.aggregate","AuditEntry.findUnique","AuditEntry.findUniqueOrThrow","AuditEntry.findFirst","AuditEntry.findFirstOrThrow","AuditEntry.findMany","AuditEntry.createOne","AuditEntry.createMany","AuditEntry.createManyAndReturn","AuditEntry.updateOne","AuditEntry.updateMany","AuditEntry.updateManyAndReturn","AuditEntry.upsertOne","AuditEntry.deleteOne","AuditEntry.deleteMany","_avg","_sum","AuditEntry.groupBy","AuditEntry.aggregate","Sample.findUnique","Sample.findUniqueOrThrow","Sample.findFirst","Sample.findFirstOrThrow","Sample.findMany","Sample.createOne","Sample.createMany","Sample.createManyAndReturn","Sample.updateOne","Sample.updateMany","Sample.updateManyAndReturn","Sample.upsertOne","Sample.deleteOne","Sample.deleteMany","Sample.groupBy","Sample.aggregate","Fact.findUnique","Fact.findUniqueOrThrow","Fact.findFirst","Fact.findFirstOrThrow","Fact.findMany","Fact.createOne","Fact.createMany","Fact.createManyAndReturn","Fact.updateOne","Fact.updateMany","Fact.updateManyAndReturn","Fact.upsertOne","Fact.deleteOne","Fact.deleteMany","Fact.groupBy","Fact.aggregate","incident","entries","Incident.findUnique","Incident.findUniqueOrThrow","Incident.findFirst","Incident.findFirstOrThrow","Incident.findMany","Incident.createOne","Incident.createMany","Incident.createManyAndReturn","Incident.updateOne","Incident.updateMany","Incident.updateManyAndReturn","Incident.upsertOne","Incident.deleteOne","Incident.deleteMany","Incident.groupBy","Incident.aggregate","IncidentEntry.findUnique","IncidentEntry.findUniqueOrThrow","IncidentEntry.findFirst","IncidentEntry.findFirstOrThrow","IncidentEntry.findMany","IncidentEntry.createOne","IncidentEntry.createMany","IncidentEntry.createManyAndReturn","IncidentEntry.updateOne","IncidentEntry.updateMany","IncidentEntry.updateManyAndReturn","IncidentEntry.upsertOne","IncidentEntry.deleteOne","IncidentEntry.deleteMany","IncidentEntry.groupBy","IncidentEntry.aggregate","operation","parts","ghosts","Operation.findUnique","Operation.findUniqueOrThrow","Operation.findFirst","Operation.findFirstOrThrow","Operation.findMany","Operation.createOne","Operation.createMany","Operation.createManyAndReturn","Operation.updateOne","Operation.updateMany","Operation.updateManyAndReturn","Operation.upsertOne","Operation.deleteOne","Operation.deleteMany","Operation.groupBy","Operation.aggregate","OperationPart.findUnique","OperationPart.findUniqueOrThrow","OperationPart.findFirst","OperationPart.findFirstOrThrow","OperationPart.findMany","OperationPart.createOne","OperationPart.createMany","OperationPart.createManyAndReturn","OperationPart.updateOne","OperationPart.updateMany","OperationPart.updateManyAndReturn","OperationPart.upsertOne","OperationPart.deleteOne","OperationPart.deleteMany","OperationPart.groupBy","OperationPart.aggregate","OperationGhost.findUnique","OperationGhost.findUniqueOrThrow","OperationGhost.findFirst","OperationGhost.findFirstOrThrow","OperationGhost.findMany","OperationGhost.createOne","OperationGhost.createMany","OperationGhost.createManyAndReturn","OperationGhost.updateOne","OperationGhost.updateMany","OperationGhost.updateManyAndReturn","OperationGhost.upsertOne","OperationGhost.deleteOne","OperationGhost.deleteMany","OperationGhost.groupBy","OperationGhost.aggregate","OperationLock.findUnique","OperationLock.findUniqueOrThrow","OperationLock.findFirst","OperationLock.findFirstOrThrow","OperationLock.findMany","OperationLock.createOne","OperationLock.createMany","OperationLock.createManyAndReturn","OperationLock.updateOne","OperationLock.updateMany","OperationLock.updateManyAndReturn","OperationLock.upsertOne","OperationLock.deleteOne","OperationLock.deleteMany","OperationLock.groupBy","OperationLock.aggregate","Setting.findUnique","Setting.findUniqueOrThrow","Setting.findFirst","Setting.findFirstOrThrow","Setting.findMany","Setting.createOne","Setting.createMany","Setting.createManyAndReturn","Setting.updateOne","Setting.updateMany","Setting.updateManyAndReturn","Setting.upsertOne","Setting.deleteOne","Setting.deleteMany","Setting.groupBy","Setting.aggregate","AND","OR","NOT","siteId","name","value","changedAt","changedBy","equals","in","notIn","lt","lte","gt","gte","not","contains","startsWith","endsWith","siteId_name","resource","machineKey","operationId","siteId_resource","incidentId","verb","class","outcome","number","key","label","state","message","before","sentAt","acceptedAt","settledAt","lookUntil","id","targetKind","machine","params","actor","kind","role","reason","ticket","requestKey","previewId","askedAt","endsAt","stoppedBy","evidence","every","some","none","operationId_incidentId","operationId_number","siteId_previewId","siteId_actor_requestKey","at","event","detail","subjectKind","subjectKey","confidence","confirmedBy","since","graceMs","firstSeenAt","lastSeenAt","suspectedAt","confirmedAt","firstActionAt","clearedAt","returns","resting","takenBy","takenAt","dismissedBy","dismissedReason","dismissedAt","next","hurt","user","userKey","userSource","userFullName","deliveryGroup","deliveryGroupKey","sessionSupport","groupKey","counts","siteId_at_groupKey","action","subject","mac","nameKey","tokenHash","createdAt","createdBy","lastUsedAt","revokedAt","siteId_nameKey","accountId","expiresAt","endedAt","userAgent","passwordHash","isDemo","disabledAt","lastSignInAt","is","isNot","connectOrCreate","upsert","createMany","set","disconnect","delete","connect","updateMany","deleteMany","increment","decrement","multiply","divide"]'),
  graph: "qwR00AEPBAAAkgMAIOMBAACQAwAw5AEAAAkAEOUBAACQAwAw5gEBANcCACHnAQEA1wIAIYkCAQAAAAGPAgEA1wIAIcQCAQDXAgAhxgJAANgCACHKAgAAlQMAIM8CAQDXAgAh0AIgAJEDACHRAkAA7AIAIdICQADsAgAhAQAAAAEAIAwDAACUAwAg4wEAAJMDADDkAQAAAwAQ5QEAAJMDADDmAQEA1wIAIakCQADYAgAhxQIBANcCACHGAkAA2AIAIcsCAQDXAgAhzAJAANgCACHNAkAA7AIAIc4CAQDgAgAhAwMAAJMEACDNAgAAmwMAIM4CAACbAwAgDAMAAJQDACDjAQAAkwMAMOQBAAADABDlAQAAkwMAMOYBAQDXAgAhqQJAANgCACHFAgEAAAABxgJAANgCACHLAgEA1wIAIcwCQADYAgAhzQJAAOwCACHOAgEA4AIAIQMAAAADACABAAAEADACAAAFACABAAAAAwAgAQAAAAEAIA4EAACSAwAg4wEAAJADADDkAQAACQAQ5QEAAJADADDmAQEA1wIAIecBAQDXAgAhiQIBANcCACGPAgEA1wIAIcQCAQDXAgAhxgJAANgCACHPAgEA1wIAIdACIACRAwAh0QJAAOwCACHSAkAA7AIAIQMEAACSBAAg0QIAAJsDACDSAgAAmwMAIAMAAAAJACABAAAKADACAAABACADAAAACQAgAQAACgAwAgAAAQAgAwAAAAkAIAEAAAoAMAIAAAEAIAsEAACRBAAg5gEBAAAAAecBAQAAAAGJAgEAAAABjwIBAAAAAcQCAQAAAAHGAkAAAAABzwIBAAAAAdACIAAAAAHRAkAAAAAB0gJAAAAAAQELAAAOACAK5gEBAAAAAecBAQAAAAGJAgEAAAABjwIBAAAAAcQCAQAAAAHGAkAAAAABzwIBAAAAAdACIAAAAAHRAkAAAAAB0gJAAAAAAQELAAAQADABCwAAEAAwCwQAAIQEACDmAQEAmQMAIecBAQCZAwAhiQIBAJkDACGPAgEAmQMAIcQCAQCZAwAhxgJAAJoDACHPAgEAmQMAIdACIACDBAAh0QJAAKsDACHSAkAAqwMAIQIAAAABACALAAATACAK5gEBAJkDACHnAQEAmQMAIYkCAQCZAwAhjwIBAJkDACHEAgEAmQMAIcYCQACaAwAhzwIBAJkDACHQAiAAgwQAIdECQACrAwAh0gJAAKsDACECAAAACQAgCwAAFQAgAgAAAAkAIAsAABUAIAMAAAABACASAAAOACATAAATACABAAAAAQAgAQAAAAkAIAUFAACABAAgGAAAggQAIBkAAIEEACDRAgAAmwMAINICAACbAwAgDeMBAACMAwAw5AEAABwAEOUBAACMAwAw5gEBAM8CACHnAQEAzwIAIYkCAQDPAgAhjwIBAM8CACHEAgEAzwIAIcYCQADQAgAhzwIBAM8CACHQAiAAjQMAIdECQADlAgAh0gJAAOUCACEDAAAACQAgAQAAGwAwFwAAHAAgAwAAAAkAIAEAAAoAMAIAAAEAIAEAAAAFACABAAAABQAgAwAAAAMAIAEAAAQAMAIAAAUAIAMAAAADACABAAAEADACAAAFACADAAAAAwAgAQAABAAwAgAABQAgCQMAAP8DACDmAQEAAAABqQJAAAAAAcUCAQAAAAHGAkAAAAABywIBAAAAAcwCQAAAAAHNAkAAAAABzgIBAAAAAQELAAAkACAI5gEBAAAAAakCQAAAAAHFAgEAAAABxgJAAAAAAcsCAQAAAAHMAkAAAAABzQJAAAAAAc4CAQAAAAEBCwAAJgAwAQsAACYAMAkDAAD-AwAg5gEBAJkDACGpAkAAmgMAIcUCAQCZAwAhxgJAAJoDACHLAgEAmQMAIcwCQACaAwAhzQJAAKsDACHOAgEAnwMAIQIAAAAFACALAAApACAI5gEBAJkDACGpAkAAmgMAIcUCAQCZAwAhxgJAAJoDACHLAgEAmQMAIcwCQACaAwAhzQJAAKsDACHOAgEAnwMAIQIAAAADACALAAArACACAAAAAwAgCwAAKwAgAwAAAAUAIBIAACQAIBMAACkAIAEAAAAFACABAAAAAwAgBQUAAPsDACAYAAD9AwAgGQAA_AMAIM0CAACbAwAgzgIAAJsDACAL4wEAAIsDADDkAQAAMgAQ5QEAAIsDADDmAQEAzwIAIakCQADQAgAhxQIBAM8CACHGAkAA0AIAIcsCAQDPAgAhzAJAANACACHNAkAA5QIAIc4CAQDbAgAhAwAAAAMAIAEAADEAMBcAADIAIAMAAAADACABAAAEADACAAAFACAO4wEAAIkDADDkAQAAOAAQ5QEAAIkDADDmAQEA1wIAIecBAQDXAgAhiQIBAAAAAY8CAQDXAgAhxAIBANcCACHFAgEAAAABxgJAANgCACHHAgEA1wIAIcgCQADsAgAhyQJAAOwCACHKAgAAigMAIAEAAAA1ACABAAAANQAgDeMBAACJAwAw5AEAADgAEOUBAACJAwAw5gEBANcCACHnAQEA1wIAIYkCAQDXAgAhjwIBANcCACHEAgEA1wIAIcUCAQDXAgAhxgJAANgCACHHAgEA1wIAIcgCQADsAgAhyQJAAOwCACECyAIAAJsDACDJAgAAmwMAIAMAAAA4ACABAAA5ADACAAA1ACADAAAAOAAgAQAAOQAwAgAANQAgAwAAADgAIAEAADkAMAIAADUAIArmAQEAAAAB5wEBAAAAAYkCAQAAAAGPAgEAAAABxAIBAAAAAcUCAQAAAAHGAkAAAAABxwIBAAAAAcgCQAAAAAHJAkAAAAABAQsAAD0AIArmAQEAAAAB5wEBAAAAAYkCAQAAAAGPAgEAAAABxAIBAAAAAcUCAQAAAAHGAkAAAAABxwIBAAAAAcgCQAAAAAHJAkAAAAABAQsAAD8AMAELAAA_ADAK5gEBAJkDACHnAQEAmQMAIYkCAQCZAwAhjwIBAJkDACHEAgEAmQMAIcUCAQCZAwAhxgJAAJoDACHHAgEAmQMAIcgCQACrAwAhyQJAAKsDACECAAAANQAgCwAAQgAgCuYBAQCZAwAh5wEBAJkDACGJAgEAmQMAIY8CAQCZAwAhxAIBAJkDACHFAgEAmQMAIcYCQACaAwAhxwIBAJkDACHIAkAAqwMAIckCQACrAwAhAgAAADgAIAsAAEQAIAIAAAA4ACALAABEACADAAAANQAgEgAAPQAgEwAAQgAgAQAAADUAIAEAAAA4ACAFBQAA-AMAIBgAAPoDACAZAAD5AwAgyAIAAJsDACDJAgAAmwMAIA3jAQAAiAMAMOQBAABLABDlAQAAiAMAMOYBAQDPAgAh5wEBAM8CACGJAgEAzwIAIY8CAQDPAgAhxAIBAM8CACHFAgEAzwIAIcYCQADQAgAhxwIBAM8CACHIAkAA5QIAIckCQADlAgAhAwAAADgAIAEAAEoAMBcAAEsAIAMAAAA4ACABAAA5ADACAAA1ACAN4wEAAIcDADDkAQAAUQAQ5QEAAIcDADDmAQEA1wIAIYkCAgAAAAGNAgEA1wIAIY4CAQDXAgAhjwIBANcCACGfAkAA2AIAIaECAQDXAgAhwQIBANcCACHCAgEA1wIAIcMCAQDgAgAhAQAAAE4AIAEAAABOACAN4wEAAIcDADDkAQAAUQAQ5QEAAIcDADDmAQEA1wIAIYkCAgD0AgAhjQIBANcCACGOAgEA1wIAIY8CAQDXAgAhnwJAANgCACGhAgEA1wIAIcECAQDXAgAhwgIBANcCACHDAgEA4AIAIQHDAgAAmwMAIAMAAABRACABAABSADACAABOACADAAAAUQAgAQAAUgAwAgAATgAgAwAAAFEAIAEAAFIAMAIAAE4AIArmAQEAAAABiQICAAAAAY0CAQAAAAGOAgEAAAABjwIBAAAAAZ8CQAAAAAGhAgEAAAABwQIBAAAAAcICAQAAAAHDAgEAAAABAQsAAFYAIArmAQEAAAABiQICAAAAAY0CAQAAAAGOAgEAAAABjwIBAAAAAZ8CQAAAAAGhAgEAAAABwQIBAAAAAcICAQAAAAHDAgEAAAABAQsAAFgAMAELAABYADAK5gEBAJkDACGJAgIAqgMAIY0CAQCZAwAhjgIBAJkDACGPAgEAmQMAIZ8CQACaAwAhoQIBAJkDACHBAgEAmQMAIcICAQCZAwAhwwIBAJ8DACECAAAATgAgCwAAWwAgCuYBAQCZAwAhiQICAKoDACGNAgEAmQMAIY4CAQCZAwAhjwIBAJkDACGfAkAAmgMAIaECAQCZAwAhwQIBAJkDACHCAgEAmQMAIcMCAQCfAwAhAgAAAFEAIAsAAF0AIAIAAABRACALAABdACADAAAATgAgEgAAVgAgEwAAWwAgAQAAAE4AIAEAAABRACAGBQAA8wMAIBgAAPYDACAZAAD1AwAgSgAA9AMAIEsAAPcDACDDAgAAmwMAIA3jAQAAhgMAMOQBAABkABDlAQAAhgMAMOYBAQDPAgAhiQICAOQCACGNAgEAzwIAIY4CAQDPAgAhjwIBAM8CACGfAkAA0AIAIaECAQDPAgAhwQIBAM8CACHCAgEAzwIAIcMCAQDbAgAhAwAAAFEAIAEAAGMAMBcAAGQAIAMAAABRACABAABSADACAABOACAI4wEAAIQDADDkAQAAagAQ5QEAAIQDADDmAQEA1wIAIZ8CQADYAgAhvgIBANcCACG_AgEA1wIAIcACAACFAwAgAQAAAGcAIAEAAABnACAH4wEAAIQDADDkAQAAagAQ5QEAAIQDADDmAQEA1wIAIZ8CQADYAgAhvgIBANcCACG_AgEA1wIAIQADAAAAagAgAQAAawAwAgAAZwAgAwAAAGoAIAEAAGsAMAIAAGcAIAMAAABqACABAABrADACAABnACAE5gEBAAAAAZ8CQAAAAAG-AgEAAAABvwIBAAAAAQELAABvACAE5gEBAAAAAZ8CQAAAAAG-AgEAAAABvwIBAAAAAQELAABxADABCwAAcQAwBOYBAQCZAwAhnwJAAJoDACG-AgEAmQMAIb8CAQCZAwAhAgAAAGcAIAsAAHQAIATmAQEAmQMAIZ8CQACaAwAhvgIBAJkDACG_AgEAmQMAIQIAAABqACALAAB2ACACAAAAagAgCwAAdgAgAwAAAGcAIBIAAG8AIBMAAHQAIAEAAABnACABAAAAagAgAwUAAPADACAYAADyAwAgGQAA8QMAIAfjAQAAgwMAMOQBAAB9ABDlAQAAgwMAMOYBAQDPAgAhnwJAANACACG-AgEAzwIAIb8CAQDPAgAhAwAAAGoAIAEAAHwAMBcAAH0AIAMAAABqACABAABrADACAABnACAF4wEAAIIDADDkAQAAgwEAEOUBAACCAwAw5wEBAAAAAegBAQDXAgAhAQAAAIABACABAAAAgAEAIAXjAQAAggMAMOQBAACDAQAQ5QEAAIIDADDnAQEA1wIAIegBAQDXAgAhAAMAAACDAQAgAQAAhAEAMAIAAIABACADAAAAgwEAIAEAAIQBADACAACAAQAgAwAAAIMBACABAACEAQAwAgAAgAEAIALnAQEAAAAB6AEBAAAAAQELAACIAQAgAucBAQAAAAHoAQEAAAABAQsAAIoBADABCwAAigEAMALnAQEAmQMAIegBAQCZAwAhAgAAAIABACALAACNAQAgAucBAQCZAwAh6AEBAJkDACECAAAAgwEAIAsAAI8BACACAAAAgwEAIAsAAI8BACADAAAAgAEAIBIAAIgBACATAACNAQAgAQAAAIABACABAAAAgwEAIAMFAADtAwAgGAAA7wMAIBkAAO4DACAF4wEAAIEDADDkAQAAlgEAEOUBAACBAwAw5wEBAM8CACHoAQEAzwIAIQMAAACDAQAgAQAAlQEAMBcAAJYBACADAAAAgwEAIAEAAIQBADACAACAAQAgKG8AAP4CACDjAQAA_AIAMOQBAAChAQAQ5QEAAPwCADDmAQEA1wIAIfgBAQDgAgAh_QEBANcCACH-AQEA4AIAIYICAQDXAgAhiQIBAAAAAYsCAQDgAgAhlwIBANcCACGiAgEA1wIAIaMCAQDXAgAhpAIBANcCACGlAgEA1wIAIaYCQADYAgAhpwIEAP0CACGoAkAA2AIAIakCQADYAgAhqgJAANgCACGrAkAA7AIAIawCQADsAgAhrQJAAOwCACGuAgIA9AIAIa8CAQDgAgAhsAIBAOACACGxAkAA7AIAIbICAQDgAgAhswIBAOACACG0AkAA7AIAIbUCAQDgAgAhtgIBANcCACG3AgEA4AIAIbgCAQDgAgAhuQIBANcCACG6AgEA4AIAIbsCAQDgAgAhvAIBAOACACG9AgEA4AIAIQEAAACZAQAgC24AAIADACDjAQAA_wIAMOQBAACbAQAQ5QEAAP8CADDmAQEA1wIAIfsBAQDXAgAhiQICAPQCACGNAgEA4AIAIZ8CQADYAgAhoAIBANcCACGhAgEA4AIAIQNuAADsAwAgjQIAAJsDACChAgAAmwMAIAtuAACAAwAg4wEAAP8CADDkAQAAmwEAEOUBAAD_AgAw5gEBANcCACH7AQEA1wIAIYkCAgAAAAGNAgEA4AIAIZ8CQADYAgAhoAIBANcCACGhAgEA4AIAIQMAAACbAQAgAQAAnAEAMAIAAJ0BACABAAAAmwEAIAEAAACZAQAgKG8AAP4CACDjAQAA_AIAMOQBAAChAQAQ5QEAAPwCADDmAQEA1wIAIfgBAQDgAgAh_QEBANcCACH-AQEA4AIAIYICAQDXAgAhiQIBANcCACGLAgEA4AIAIZcCAQDXAgAhogIBANcCACGjAgEA1wIAIaQCAQDXAgAhpQIBANcCACGmAkAA2AIAIacCBAD9AgAhqAJAANgCACGpAkAA2AIAIaoCQADYAgAhqwJAAOwCACGsAkAA7AIAIa0CQADsAgAhrgICAPQCACGvAgEA4AIAIbACAQDgAgAhsQJAAOwCACGyAgEA4AIAIbMCAQDgAgAhtAJAAOwCACG1AgEA4AIAIbYCAQDXAgAhtwIBAOACACG4AgEA4AIAIbkCAQDXAgAhugIBAOACACG7AgEA4AIAIbwCAQDgAgAhvQIBAOACACEUbwAA6wMAIPgBAACbAwAg_gEAAJsDACCLAgAAmwMAIKsCAACbAwAgrAIAAJsDACCtAgAAmwMAIK8CAACbAwAgsAIAAJsDACCxAgAAmwMAILICAACbAwAgswIAAJsDACC0AgAAmwMAILUCAACbAwAgtwIAAJsDACC4AgAAmwMAILoCAACbAwAguwIAAJsDACC8AgAAmwMAIL0CAACbAwAgAwAAAKEBACABAACiAQAwAgAAmQEAIAMAAAChAQAgAQAAogEAMAIAAJkBACADAAAAoQEAIAEAAKIBADACAACZAQAgJW8AAOoDACDmAQEAAAAB-AEBAAAAAf0BAQAAAAH-AQEAAAABggIBAAAAAYkCAQAAAAGLAgEAAAABlwIBAAAAAaICAQAAAAGjAgEAAAABpAIBAAAAAaUCAQAAAAGmAkAAAAABpwIEAAAAAagCQAAAAAGpAkAAAAABqgJAAAAAAasCQAAAAAGsAkAAAAABrQJAAAAAAa4CAgAAAAGvAgEAAAABsAIBAAAAAbECQAAAAAGyAgEAAAABswIBAAAAAbQCQAAAAAG1AgEAAAABtgIBAAAAAbcCAQAAAAG4AgEAAAABuQIBAAAAAboCAQAAAAG7AgEAAAABvAIBAAAAAb0CAQAAAAEBCwAApgEAICTmAQEAAAAB-AEBAAAAAf0BAQAAAAH-AQEAAAABggIBAAAAAYkCAQAAAAGLAgEAAAABlwIBAAAAAaICAQAAAAGjAgEAAAABpAIBAAAAAaUCAQAAAAGmAkAAAAABpwIEAAAAAagCQAAAAAGpAkAAAAABqgJAAAAAAasCQAAAAAGsAkAAAAABrQJAAAAAAa4CAgAAAAGvAgEAAAABsAIBAAAAAbECQAAAAAGyAgEAAAABswIBAAAAAbQCQAAAAAG1AgEAAAABtgIBAAAAAbcCAQAAAAG4AgEAAAABuQIBAAAAAboCAQAAAAG7AgEAAAABvAIBAAAAAb0CAQAAAAEBCwAAqAEAMAELAACoAQAwJW8AAN0DACDmAQEAmQMAIfgBAQCfAwAh_QEBAJkDACH-AQEAnwMAIYICAQCZAwAhiQIBAJkDACGLAgEAnwMAIZcCAQCZAwAhogIBAJkDACGjAgEAmQMAIaQCAQCZAwAhpQIBAJkDACGmAkAAmgMAIacCBADcAwAhqAJAAJoDACGpAkAAmgMAIaoCQACaAwAhqwJAAKsDACGsAkAAqwMAIa0CQACrAwAhrgICAKoDACGvAgEAnwMAIbACAQCfAwAhsQJAAKsDACGyAgEAnwMAIbMCAQCfAwAhtAJAAKsDACG1AgEAnwMAIbYCAQCZAwAhtwIBAJ8DACG4AgEAnwMAIbkCAQCZAwAhugIBAJ8DACG7AgEAnwMAIbwCAQCfAwAhvQIBAJ8DACECAAAAmQEAIAsAAKsBACAk5gEBAJkDACH4AQEAnwMAIf0BAQCZAwAh_gEBAJ8DACGCAgEAmQMAIYkCAQCZAwAhiwIBAJ8DACGXAgEAmQMAIaICAQCZAwAhowIBAJkDACGkAgEAmQMAIaUCAQCZAwAhpgJAAJoDACGnAgQA3AMAIagCQACaAwAhqQJAAJoDACGqAkAAmgMAIasCQACrAwAhrAJAAKsDACGtAkAAqwMAIa4CAgCqAwAhrwIBAJ8DACGwAgEAnwMAIbECQACrAwAhsgIBAJ8DACGzAgEAnwMAIbQCQACrAwAhtQIBAJ8DACG2AgEAmQMAIbcCAQCfAwAhuAIBAJ8DACG5AgEAmQMAIboCAQCfAwAhuwIBAJ8DACG8AgEAnwMAIb0CAQCfAwAhAgAAAKEBACALAACtAQAgAgAAAKEBACALAACtAQAgAwAAAJkBACASAACmAQAgEwAAqwEAIAEAAACZAQAgAQAAAKEBACAYBQAA1wMAIBgAANoDACAZAADZAwAgSgAA2AMAIEsAANsDACD4AQAAmwMAIP4BAACbAwAgiwIAAJsDACCrAgAAmwMAIKwCAACbAwAgrQIAAJsDACCvAgAAmwMAILACAACbAwAgsQIAAJsDACCyAgAAmwMAILMCAACbAwAgtAIAAJsDACC1AgAAmwMAILcCAACbAwAguAIAAJsDACC6AgAAmwMAILsCAACbAwAgvAIAAJsDACC9AgAAmwMAICfjAQAA-AIAMOQBAAC0AQAQ5QEAAPgCADDmAQEAzwIAIfgBAQDbAgAh_QEBAM8CACH-AQEA2wIAIYICAQDPAgAhiQIBAM8CACGLAgEA2wIAIZcCAQDPAgAhogIBAM8CACGjAgEAzwIAIaQCAQDPAgAhpQIBAM8CACGmAkAA0AIAIacCBAD5AgAhqAJAANACACGpAkAA0AIAIaoCQADQAgAhqwJAAOUCACGsAkAA5QIAIa0CQADlAgAhrgICAOQCACGvAgEA2wIAIbACAQDbAgAhsQJAAOUCACGyAgEA2wIAIbMCAQDbAgAhtAJAAOUCACG1AgEA2wIAIbYCAQDPAgAhtwIBANsCACG4AgEA2wIAIbkCAQDPAgAhugIBANsCACG7AgEA2wIAIbwCAQDbAgAhvQIBANsCACEDAAAAoQEAIAEAALMBADAXAAC0AQAgAwAAAKEBACABAACiAQAwAgAAmQEAIAEAAACdAQAgAQAAAJ0BACADAAAAmwEAIAEAAJwBADACAACdAQAgAwAAAJsBACABAACcAQAwAgAAnQEAIAMAAACbAQAgAQAAnAEAMAIAAJ0BACAIbgAA1gMAIOYBAQAAAAH7AQEAAAABiQICAAAAAY0CAQAAAAGfAkAAAAABoAIBAAAAAaECAQAAAAEBCwAAvAEAIAfmAQEAAAAB-wEBAAAAAYkCAgAAAAGNAgEAAAABnwJAAAAAAaACAQAAAAGhAgEAAAABAQsAAL4BADABCwAAvgEAMAhuAADVAwAg5gEBAJkDACH7AQEAmQMAIYkCAgCqAwAhjQIBAJ8DACGfAkAAmgMAIaACAQCZAwAhoQIBAJ8DACECAAAAnQEAIAsAAMEBACAH5gEBAJkDACH7AQEAmQMAIYkCAgCqAwAhjQIBAJ8DACGfAkAAmgMAIaACAQCZAwAhoQIBAJ8DACECAAAAmwEAIAsAAMMBACACAAAAmwEAIAsAAMMBACADAAAAnQEAIBIAALwBACATAADBAQAgAQAAAJ0BACABAAAAmwEAIAcFAADQAwAgGAAA0wMAIBkAANIDACBKAADRAwAgSwAA1AMAII0CAACbAwAgoQIAAJsDACAK4wEAAPcCADDkAQAAygEAEOUBAAD3AgAw5gEBAM8CACH7AQEAzwIAIYkCAgDkAgAhjQIBANsCACGfAkAA0AIAIaACAQDPAgAhoQIBANsCACEDAAAAmwEAIAEAAMkBADAXAADKAQAgAwAAAJsBACABAACcAQAwAgAAnQEAIB6RAQAA7QIAIJIBAADuAgAg4wEAAOsCADDkAQAA2gEAEOUBAADrAgAw5gEBANcCACH4AQEA4AIAIfwBAQDXAgAhgQIBANcCACGCAgEA1wIAIYMCAQDgAgAhhgJAAOwCACGHAkAA7AIAIYkCAQAAAAGKAgEA1wIAIYsCAQDgAgAhjAIBANcCACGNAgEA1wIAIY4CAQDXAgAhjwIBANcCACGQAgEA1wIAIZECAQDgAgAhkgIBANcCACGTAgEA1wIAIZQCQADYAgAhlQJAAOwCACGWAgEA4AIAIZcCAQDXAgAhnQIAAPUCACCeAgAA9gIAIAEAAADNAQAgEJABAADxAgAg4wEAAPMCADDkAQAAzwEAEOUBAADzAgAw-AEBAOACACH5AQEA1wIAIf8BAgD0AgAhgAIBANcCACGBAgEA1wIAIYICAQDXAgAhgwIBAOACACGEAgEA4AIAIYUCQADsAgAhhgJAAOwCACGHAkAA7AIAIYgCQADsAgAhCJABAADPAwAg-AEAAJsDACCDAgAAmwMAIIQCAACbAwAghQIAAJsDACCGAgAAmwMAIIcCAACbAwAgiAIAAJsDACARkAEAAPECACDjAQAA8wIAMOQBAADPAQAQ5QEAAPMCADD4AQEA4AIAIfkBAQDXAgAh_wECAPQCACGAAgEA1wIAIYECAQDXAgAhggIBANcCACGDAgEA4AIAIYQCAQDgAgAhhQJAAOwCACGGAkAA7AIAIYcCQADsAgAhiAJAAOwCACGcAgAA8gIAIAMAAADPAQAgAQAA0AEAMAIAANEBACAKkAEAAPECACDjAQAA8AIAMOQBAADTAQAQ5QEAAPACADDmAQEA1wIAIfkBAQDXAgAh-wEBANcCACH8AQEA1wIAIf0BAQDXAgAh_gEBAOACACECkAEAAM8DACD-AQAAmwMAIAuQAQAA8QIAIOMBAADwAgAw5AEAANMBABDlAQAA8AIAMOYBAQDXAgAh-QEBANcCACH7AQEA1wIAIfwBAQDXAgAh_QEBANcCACH-AQEA4AIAIZsCAADvAgAgAwAAANMBACABAADUAQAwAgAA1QEAIAEAAADPAQAgAQAAANMBACABAAAAzQEAIByRAQAA7QIAIJIBAADuAgAg4wEAAOsCADDkAQAA2gEAEOUBAADrAgAw5gEBANcCACH4AQEA4AIAIfwBAQDXAgAhgQIBANcCACGCAgEA1wIAIYMCAQDgAgAhhgJAAOwCACGHAkAA7AIAIYkCAQDXAgAhigIBANcCACGLAgEA4AIAIYwCAQDXAgAhjQIBANcCACGOAgEA1wIAIY8CAQDXAgAhkAIBANcCACGRAgEA4AIAIZICAQDXAgAhkwIBANcCACGUAkAA2AIAIZUCQADsAgAhlgIBAOACACGXAgEA1wIAIQqRAQAAzQMAIJIBAADOAwAg-AEAAJsDACCDAgAAmwMAIIYCAACbAwAghwIAAJsDACCLAgAAmwMAIJECAACbAwAglQIAAJsDACCWAgAAmwMAIAMAAADaAQAgAQAA2wEAMAIAAM0BACADAAAA2gEAIAEAANsBADACAADNAQAgAwAAANoBACABAADbAQAwAgAAzQEAIBmRAQAAywMAIJIBAADMAwAg5gEBAAAAAfgBAQAAAAH8AQEAAAABgQIBAAAAAYICAQAAAAGDAgEAAAABhgJAAAAAAYcCQAAAAAGJAgEAAAABigIBAAAAAYsCAQAAAAGMAgEAAAABjQIBAAAAAY4CAQAAAAGPAgEAAAABkAIBAAAAAZECAQAAAAGSAgEAAAABkwIBAAAAAZQCQAAAAAGVAkAAAAABlgIBAAAAAZcCAQAAAAEBCwAA3wEAIBfmAQEAAAAB-AEBAAAAAfwBAQAAAAGBAgEAAAABggIBAAAAAYMCAQAAAAGGAkAAAAABhwJAAAAAAYkCAQAAAAGKAgEAAAABiwIBAAAAAYwCAQAAAAGNAgEAAAABjgIBAAAAAY8CAQAAAAGQAgEAAAABkQIBAAAAAZICAQAAAAGTAgEAAAABlAJAAAAAAZUCQAAAAAGWAgEAAAABlwIBAAAAAQELAADhAQAwAQsAAOEBADAZkQEAALEDACCSAQAAsgMAIOYBAQCZAwAh-AEBAJ8DACH8AQEAmQMAIYECAQCZAwAhggIBAJkDACGDAgEAnwMAIYYCQACrAwAhhwJAAKsDACGJAgEAmQMAIYoCAQCZAwAhiwIBAJ8DACGMAgEAmQMAIY0CAQCZAwAhjgIBAJkDACGPAgEAmQMAIZACAQCZAwAhkQIBAJ8DACGSAgEAmQMAIZMCAQCZAwAhlAJAAJoDACGVAkAAqwMAIZYCAQCfAwAhlwIBAJkDACECAAAAzQEAIAsAAOQBACAX5gEBAJkDACH4AQEAnwMAIfwBAQCZAwAhgQIBAJkDACGCAgEAmQMAIYMCAQCfAwAhhgJAAKsDACGHAkAAqwMAIYkCAQCZAwAhigIBAJkDACGLAgEAnwMAIYwCAQCZAwAhjQIBAJkDACGOAgEAmQMAIY8CAQCZAwAhkAIBAJkDACGRAgEAnwMAIZICAQCZAwAhkwIBAJkDACGUAkAAmgMAIZUCQACrAwAhlgIBAJ8DACGXAgEAmQMAIQIAAADaAQAgCwAA5gEAIAIAAADaAQAgCwAA5gEAIAMAAADNAQAgEgAA3wEAIBMAAOQBACABAAAAzQEAIAEAAADaAQAgCwUAAK4DACAYAACwAwAgGQAArwMAIPgBAACbAwAggwIAAJsDACCGAgAAmwMAIIcCAACbAwAgiwIAAJsDACCRAgAAmwMAIJUCAACbAwAglgIAAJsDACAa4wEAAOoCADDkAQAA7QEAEOUBAADqAgAw5gEBAM8CACH4AQEA2wIAIfwBAQDPAgAhgQIBAM8CACGCAgEAzwIAIYMCAQDbAgAhhgJAAOUCACGHAkAA5QIAIYkCAQDPAgAhigIBAM8CACGLAgEA2wIAIYwCAQDPAgAhjQIBAM8CACGOAgEAzwIAIY8CAQDPAgAhkAIBAM8CACGRAgEA2wIAIZICAQDPAgAhkwIBAM8CACGUAkAA0AIAIZUCQADlAgAhlgIBANsCACGXAgEAzwIAIQMAAADaAQAgAQAA7AEAMBcAAO0BACADAAAA2gEAIAEAANsBADACAADNAQAgAQAAANEBACABAAAA0QEAIAMAAADPAQAgAQAA0AEAMAIAANEBACADAAAAzwEAIAEAANABADACAADRAQAgAwAAAM8BACABAADQAQAwAgAA0QEAIA2QAQAArQMAIPgBAQAAAAH5AQEAAAAB_wECAAAAAYACAQAAAAGBAgEAAAABggIBAAAAAYMCAQAAAAGEAgEAAAABhQJAAAAAAYYCQAAAAAGHAkAAAAABiAJAAAAAAQELAAD1AQAgDPgBAQAAAAH5AQEAAAAB_wECAAAAAYACAQAAAAGBAgEAAAABggIBAAAAAYMCAQAAAAGEAgEAAAABhQJAAAAAAYYCQAAAAAGHAkAAAAABiAJAAAAAAQELAAD3AQAwAQsAAPcBADANkAEAAKwDACD4AQEAnwMAIfkBAQCZAwAh_wECAKoDACGAAgEAmQMAIYECAQCZAwAhggIBAJkDACGDAgEAnwMAIYQCAQCfAwAhhQJAAKsDACGGAkAAqwMAIYcCQACrAwAhiAJAAKsDACECAAAA0QEAIAsAAPoBACAM-AEBAJ8DACH5AQEAmQMAIf8BAgCqAwAhgAIBAJkDACGBAgEAmQMAIYICAQCZAwAhgwIBAJ8DACGEAgEAnwMAIYUCQACrAwAhhgJAAKsDACGHAkAAqwMAIYgCQACrAwAhAgAAAM8BACALAAD8AQAgAgAAAM8BACALAAD8AQAgAwAAANEBACASAAD1AQAgEwAA-gEAIAEAAADRAQAgAQAAAM8BACAMBQAApQMAIBgAAKgDACAZAACnAwAgSgAApgMAIEsAAKkDACD4AQAAmwMAIIMCAACbAwAghAIAAJsDACCFAgAAmwMAIIYCAACbAwAghwIAAJsDACCIAgAAmwMAIA_jAQAA4wIAMOQBAACDAgAQ5QEAAOMCADD4AQEA2wIAIfkBAQDPAgAh_wECAOQCACGAAgEAzwIAIYECAQDPAgAhggIBAM8CACGDAgEA2wIAIYQCAQDbAgAhhQJAAOUCACGGAkAA5QIAIYcCQADlAgAhiAJAAOUCACEDAAAAzwEAIAEAAIICADAXAACDAgAgAwAAAM8BACABAADQAQAwAgAA0QEAIAEAAADVAQAgAQAAANUBACADAAAA0wEAIAEAANQBADACAADVAQAgAwAAANMBACABAADUAQAwAgAA1QEAIAMAAADTAQAgAQAA1AEAMAIAANUBACAHkAEAAKQDACDmAQEAAAAB-QEBAAAAAfsBAQAAAAH8AQEAAAAB_QEBAAAAAf4BAQAAAAEBCwAAiwIAIAbmAQEAAAAB-QEBAAAAAfsBAQAAAAH8AQEAAAAB_QEBAAAAAf4BAQAAAAEBCwAAjQIAMAELAACNAgAwB5ABAACjAwAg5gEBAJkDACH5AQEAmQMAIfsBAQCZAwAh_AEBAJkDACH9AQEAmQMAIf4BAQCfAwAhAgAAANUBACALAACQAgAgBuYBAQCZAwAh-QEBAJkDACH7AQEAmQMAIfwBAQCZAwAh_QEBAJkDACH-AQEAnwMAIQIAAADTAQAgCwAAkgIAIAIAAADTAQAgCwAAkgIAIAMAAADVAQAgEgAAiwIAIBMAAJACACABAAAA1QEAIAEAAADTAQAgBAUAAKADACAYAACiAwAgGQAAoQMAIP4BAACbAwAgCeMBAADiAgAw5AEAAJkCABDlAQAA4gIAMOYBAQDPAgAh-QEBAM8CACH7AQEAzwIAIfwBAQDPAgAh_QEBAM8CACH-AQEA2wIAIQMAAADTAQAgAQAAmAIAMBcAAJkCACADAAAA0wEAIAEAANQBADACAADVAQAgCOMBAADfAgAw5AEAAJ8CABDlAQAA3wIAMOYBAQDXAgAh9wEBANcCACH4AQEA4AIAIfkBAQDXAgAh-gEAAOECACABAAAAnAIAIAEAAACcAgAgB-MBAADfAgAw5AEAAJ8CABDlAQAA3wIAMOYBAQDXAgAh9wEBANcCACH4AQEA4AIAIfkBAQDXAgAhAfgBAACbAwAgAwAAAJ8CACABAACgAgAwAgAAnAIAIAMAAACfAgAgAQAAoAIAMAIAAJwCACADAAAAnwIAIAEAAKACADACAACcAgAgBOYBAQAAAAH3AQEAAAAB-AEBAAAAAfkBAQAAAAEBCwAApAIAIATmAQEAAAAB9wEBAAAAAfgBAQAAAAH5AQEAAAABAQsAAKYCADABCwAApgIAMATmAQEAmQMAIfcBAQCZAwAh-AEBAJ8DACH5AQEAmQMAIQIAAACcAgAgCwAAqQIAIATmAQEAmQMAIfcBAQCZAwAh-AEBAJ8DACH5AQEAmQMAIQIAAACfAgAgCwAAqwIAIAIAAACfAgAgCwAAqwIAIAMAAACcAgAgEgAApAIAIBMAAKkCACABAAAAnAIAIAEAAACfAgAgBAUAAJwDACAYAACeAwAgGQAAnQMAIPgBAACbAwAgB-MBAADaAgAw5AEAALICABDlAQAA2gIAMOYBAQDPAgAh9wEBAM8CACH4AQEA2wIAIfkBAQDPAgAhAwAAAJ8CACABAACxAgAwFwAAsgIAIAMAAACfAgAgAQAAoAIAMAIAAJwCACAJ4wEAANYCADDkAQAAuAIAEOUBAADWAgAw5gEBANcCACHnAQEA1wIAIegBAQDXAgAh6QFAANgCACHqAQEA1wIAIfYBAADZAgAgAQAAALUCACABAAAAtQIAIAjjAQAA1gIAMOQBAAC4AgAQ5QEAANYCADDmAQEA1wIAIecBAQDXAgAh6AEBANcCACHpAUAA2AIAIeoBAQDXAgAhAAMAAAC4AgAgAQAAuQIAMAIAALUCACADAAAAuAIAIAEAALkCADACAAC1AgAgAwAAALgCACABAAC5AgAwAgAAtQIAIAXmAQEAAAAB5wEBAAAAAegBAQAAAAHpAUAAAAAB6gEBAAAAAQELAAC9AgAgBeYBAQAAAAHnAQEAAAAB6AEBAAAAAekBQAAAAAHqAQEAAAABAQsAAL8CADABCwAAvwIAMAXmAQEAmQMAIecBAQCZAwAh6AEBAJkDACHpAUAAmgMAIeoBAQCZAwAhAgAAALUCACALAADCAgAgBeYBAQCZAwAh5wEBAJkDACHoAQEAmQMAIekBQACaAwAh6gEBAJkDACECAAAAuAIAIAsAAMQCACACAAAAuAIAIAsAAMQCACADAAAAtQIAIBIAAL0CACATAADCAgAgAQAAALUCACABAAAAuAIAIAMFAACWAwAgGAAAmAMAIBkAAJcDACAI4wEAAM4CADDkAQAAywIAEOUBAADOAgAw5gEBAM8CACHnAQEAzwIAIegBAQDPAgAh6QFAANACACHqAQEAzwIAIQMAAAC4AgAgAQAAygIAMBcAAMsCACADAAAAuAIAIAEAALkCADACAAC1AgAgCOMBAADOAgAw5AEAAMsCABDlAQAAzgIAMOYBAQDPAgAh5wEBAM8CACHoAQEAzwIAIekBQADQAgAh6gEBAM8CACEOBQAA0gIAIBgAANUCACAZAADVAgAg6wEBAAAAAewBAQAAAATtAQEAAAAE7gEBAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQDUAgAh8wEBAAAAAfQBAQAAAAH1AQEAAAABCwUAANICACAYAADTAgAgGQAA0wIAIOsBQAAAAAHsAUAAAAAE7QFAAAAABO4BQAAAAAHvAUAAAAAB8AFAAAAAAfEBQAAAAAHyAUAA0QIAIQsFAADSAgAgGAAA0wIAIBkAANMCACDrAUAAAAAB7AFAAAAABO0BQAAAAATuAUAAAAAB7wFAAAAAAfABQAAAAAHxAUAAAAAB8gFAANECACEI6wECAAAAAewBAgAAAATtAQIAAAAE7gECAAAAAe8BAgAAAAHwAQIAAAAB8QECAAAAAfIBAgDSAgAhCOsBQAAAAAHsAUAAAAAE7QFAAAAABO4BQAAAAAHvAUAAAAAB8AFAAAAAAfEBQAAAAAHyAUAA0wIAIQ4FAADSAgAgGAAA1QIAIBkAANUCACDrAQEAAAAB7AEBAAAABO0BAQAAAATuAQEAAAAB7wEBAAAAAfABAQAAAAHxAQEAAAAB8gEBANQCACHzAQEAAAAB9AEBAAAAAfUBAQAAAAEL6wEBAAAAAewBAQAAAATtAQEAAAAE7gEBAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQDVAgAh8wEBAAAAAfQBAQAAAAH1AQEAAAABCOMBAADWAgAw5AEAALgCABDlAQAA1gIAMOYBAQDXAgAh5wEBANcCACHoAQEA1wIAIekBQADYAgAh6gEBANcCACEL6wEBAAAAAewBAQAAAATtAQEAAAAE7gEBAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQDVAgAh8wEBAAAAAfQBAQAAAAH1AQEAAAABCOsBQAAAAAHsAUAAAAAE7QFAAAAABO4BQAAAAAHvAUAAAAAB8AFAAAAAAfEBQAAAAAHyAUAA0wIAIQLmAQEAAAAB5wEBAAAAAQfjAQAA2gIAMOQBAACyAgAQ5QEAANoCADDmAQEAzwIAIfcBAQDPAgAh-AEBANsCACH5AQEAzwIAIQ4FAADdAgAgGAAA3gIAIBkAAN4CACDrAQEAAAAB7AEBAAAABe0BAQAAAAXuAQEAAAAB7wEBAAAAAfABAQAAAAHxAQEAAAAB8gEBANwCACHzAQEAAAAB9AEBAAAAAfUBAQAAAAEOBQAA3QIAIBgAAN4CACAZAADeAgAg6wEBAAAAAewBAQAAAAXtAQEAAAAF7gEBAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQDcAgAh8wEBAAAAAfQBAQAAAAH1AQEAAAABCOsBAgAAAAHsAQIAAAAF7QECAAAABe4BAgAAAAHvAQIAAAAB8AECAAAAAfEBAgAAAAHyAQIA3QIAIQvrAQEAAAAB7AEBAAAABe0BAQAAAAXuAQEAAAAB7wEBAAAAAfABAQAAAAHxAQEAAAAB8gEBAN4CACHzAQEAAAAB9AEBAAAAAfUBAQAAAAEH4wEAAN8CADDkAQAAnwIAEOUBAADfAgAw5gEBANcCACH3AQEA1wIAIfgBAQDgAgAh-QEBANcCACEL6wEBAAAAAewBAQAAAAXtAQEAAAAF7gEBAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQDeAgAh8wEBAAAAAfQBAQAAAAH1AQEAAAABAuYBAQAAAAH3AQEAAAABCeMBAADiAgAw5AEAAJkCABDlAQAA4gIAMOYBAQDPAgAh-QEBAM8CACH7AQEAzwIAIfwBAQDPAgAh_QEBAM8CACH-AQEA2wIAIQ_jAQAA4wIAMOQBAACDAgAQ5QEAAOMCADD4AQEA2wIAIfkBAQDPAgAh_wECAOQCACGAAgEAzwIAIYECAQDPAgAhggIBAM8CACGDAgEA2wIAIYQCAQDbAgAhhQJAAOUCACGGAkAA5QIAIYcCQADlAgAhiAJAAOUCACENBQAA0gIAIBgAANICACAZAADSAgAgSgAA6QIAIEsAANICACDrAQIAAAAB7AECAAAABO0BAgAAAATuAQIAAAAB7wECAAAAAfABAgAAAAHxAQIAAAAB8gECAOgCACELBQAA3QIAIBgAAOcCACAZAADnAgAg6wFAAAAAAewBQAAAAAXtAUAAAAAF7gFAAAAAAe8BQAAAAAHwAUAAAAAB8QFAAAAAAfIBQADmAgAhCwUAAN0CACAYAADnAgAgGQAA5wIAIOsBQAAAAAHsAUAAAAAF7QFAAAAABe4BQAAAAAHvAUAAAAAB8AFAAAAAAfEBQAAAAAHyAUAA5gIAIQjrAUAAAAAB7AFAAAAABe0BQAAAAAXuAUAAAAAB7wFAAAAAAfABQAAAAAHxAUAAAAAB8gFAAOcCACENBQAA0gIAIBgAANICACAZAADSAgAgSgAA6QIAIEsAANICACDrAQIAAAAB7AECAAAABO0BAgAAAATuAQIAAAAB7wECAAAAAfABAgAAAAHxAQIAAAAB8gECAOgCACEI6wEIAAAAAewBCAAAAATtAQgAAAAE7gEIAAAAAe8BCAAAAAHwAQgAAAAB8QEIAAAAAfIBCADpAgAhGuMBAADqAgAw5AEAAO0BABDlAQAA6gIAMOYBAQDPAgAh-AEBANsCACH8AQEAzwIAIYECAQDPAgAhggIBAM8CACGDAgEA2wIAIYYCQADlAgAhhwJAAOUCACGJAgEAzwIAIYoCAQDPAgAhiwIBANsCACGMAgEAzwIAIY0CAQDPAgAhjgIBAM8CACGPAgEAzwIAIZACAQDPAgAhkQIBANsCACGSAgEAzwIAIZMCAQDPAgAhlAJAANACACGVAkAA5QIAIZYCAQDbAgAhlwIBAM8CACEckQEAAO0CACCSAQAA7gIAIOMBAADrAgAw5AEAANoBABDlAQAA6wIAMOYBAQDXAgAh-AEBAOACACH8AQEA1wIAIYECAQDXAgAhggIBANcCACGDAgEA4AIAIYYCQADsAgAhhwJAAOwCACGJAgEA1wIAIYoCAQDXAgAhiwIBAOACACGMAgEA1wIAIY0CAQDXAgAhjgIBANcCACGPAgEA1wIAIZACAQDXAgAhkQIBAOACACGSAgEA1wIAIZMCAQDXAgAhlAJAANgCACGVAkAA7AIAIZYCAQDgAgAhlwIBANcCACEI6wFAAAAAAewBQAAAAAXtAUAAAAAF7gFAAAAAAe8BQAAAAAHwAUAAAAAB8QFAAAAAAfIBQADnAgAhA5gCAADPAQAgmQIAAM8BACCaAgAAzwEAIAOYAgAA0wEAIJkCAADTAQAgmgIAANMBACAC-QEBAAAAAfsBAQAAAAEKkAEAAPECACDjAQAA8AIAMOQBAADTAQAQ5QEAAPACADDmAQEA1wIAIfkBAQDXAgAh-wEBANcCACH8AQEA1wIAIf0BAQDXAgAh_gEBAOACACEekQEAAO0CACCSAQAA7gIAIOMBAADrAgAw5AEAANoBABDlAQAA6wIAMOYBAQDXAgAh-AEBAOACACH8AQEA1wIAIYECAQDXAgAhggIBANcCACGDAgEA4AIAIYYCQADsAgAhhwJAAOwCACGJAgEA1wIAIYoCAQDXAgAhiwIBAOACACGMAgEA1wIAIY0CAQDXAgAhjgIBANcCACGPAgEA1wIAIZACAQDXAgAhkQIBAOACACGSAgEA1wIAIZMCAQDXAgAhlAJAANgCACGVAkAA7AIAIZYCAQDgAgAhlwIBANcCACHTAgAA2gEAINQCAADaAQAgAvkBAQAAAAH_AQIAAAABEJABAADxAgAg4wEAAPMCADDkAQAAzwEAEOUBAADzAgAw-AEBAOACACH5AQEA1wIAIf8BAgD0AgAhgAIBANcCACGBAgEA1wIAIYICAQDXAgAhgwIBAOACACGEAgEA4AIAIYUCQADsAgAhhgJAAOwCACGHAkAA7AIAIYgCQADsAgAhCOsBAgAAAAHsAQIAAAAE7QECAAAABO4BAgAAAAHvAQIAAAAB8AECAAAAAfEBAgAAAAHyAQIA0gIAIQLmAQEAAAABkwIBAAAAAQPmAQEAAAABjQIBAAAAAZICAQAAAAEK4wEAAPcCADDkAQAAygEAEOUBAAD3AgAw5gEBAM8CACH7AQEAzwIAIYkCAgDkAgAhjQIBANsCACGfAkAA0AIAIaACAQDPAgAhoQIBANsCACEn4wEAAPgCADDkAQAAtAEAEOUBAAD4AgAw5gEBAM8CACH4AQEA2wIAIf0BAQDPAgAh_gEBANsCACGCAgEAzwIAIYkCAQDPAgAhiwIBANsCACGXAgEAzwIAIaICAQDPAgAhowIBAM8CACGkAgEAzwIAIaUCAQDPAgAhpgJAANACACGnAgQA-QIAIagCQADQAgAhqQJAANACACGqAkAA0AIAIasCQADlAgAhrAJAAOUCACGtAkAA5QIAIa4CAgDkAgAhrwIBANsCACGwAgEA2wIAIbECQADlAgAhsgIBANsCACGzAgEA2wIAIbQCQADlAgAhtQIBANsCACG2AgEAzwIAIbcCAQDbAgAhuAIBANsCACG5AgEAzwIAIboCAQDbAgAhuwIBANsCACG8AgEA2wIAIb0CAQDbAgAhDQUAANICACAYAAD7AgAgGQAA-wIAIEoAAOkCACBLAAD7AgAg6wEEAAAAAewBBAAAAATtAQQAAAAE7gEEAAAAAe8BBAAAAAHwAQQAAAAB8QEEAAAAAfIBBAD6AgAhDQUAANICACAYAAD7AgAgGQAA-wIAIEoAAOkCACBLAAD7AgAg6wEEAAAAAewBBAAAAATtAQQAAAAE7gEEAAAAAe8BBAAAAAHwAQQAAAAB8QEEAAAAAfIBBAD6AgAhCOsBBAAAAAHsAQQAAAAE7QEEAAAABO4BBAAAAAHvAQQAAAAB8AEEAAAAAfEBBAAAAAHyAQQA-wIAIShvAAD-AgAg4wEAAPwCADDkAQAAoQEAEOUBAAD8AgAw5gEBANcCACH4AQEA4AIAIf0BAQDXAgAh_gEBAOACACGCAgEA1wIAIYkCAQDXAgAhiwIBAOACACGXAgEA1wIAIaICAQDXAgAhowIBANcCACGkAgEA1wIAIaUCAQDXAgAhpgJAANgCACGnAgQA_QIAIagCQADYAgAhqQJAANgCACGqAkAA2AIAIasCQADsAgAhrAJAAOwCACGtAkAA7AIAIa4CAgD0AgAhrwIBAOACACGwAgEA4AIAIbECQADsAgAhsgIBAOACACGzAgEA4AIAIbQCQADsAgAhtQIBAOACACG2AgEA1wIAIbcCAQDgAgAhuAIBAOACACG5AgEA1wIAIboCAQDgAgAhuwIBAOACACG8AgEA4AIAIb0CAQDgAgAhCOsBBAAAAAHsAQQAAAAE7QEEAAAABO4BBAAAAAHvAQQAAAAB8AEEAAAAAfEBBAAAAAHyAQQA-wIAIQOYAgAAmwEAIJkCAACbAQAgmgIAAJsBACALbgAAgAMAIOMBAAD_AgAw5AEAAJsBABDlAQAA_wIAMOYBAQDXAgAh-wEBANcCACGJAgIA9AIAIY0CAQDgAgAhnwJAANgCACGgAgEA1wIAIaECAQDgAgAhKm8AAP4CACDjAQAA_AIAMOQBAAChAQAQ5QEAAPwCADDmAQEA1wIAIfgBAQDgAgAh_QEBANcCACH-AQEA4AIAIYICAQDXAgAhiQIBANcCACGLAgEA4AIAIZcCAQDXAgAhogIBANcCACGjAgEA1wIAIaQCAQDXAgAhpQIBANcCACGmAkAA2AIAIacCBAD9AgAhqAJAANgCACGpAkAA2AIAIaoCQADYAgAhqwJAAOwCACGsAkAA7AIAIa0CQADsAgAhrgICAPQCACGvAgEA4AIAIbACAQDgAgAhsQJAAOwCACGyAgEA4AIAIbMCAQDgAgAhtAJAAOwCACG1AgEA4AIAIbYCAQDXAgAhtwIBAOACACG4AgEA4AIAIbkCAQDXAgAhugIBAOACACG7AgEA4AIAIbwCAQDgAgAhvQIBAOACACHTAgAAoQEAINQCAAChAQAgBeMBAACBAwAw5AEAAJYBABDlAQAAgQMAMOcBAQDPAgAh6AEBAM8CACEF4wEAAIIDADDkAQAAgwEAEOUBAACCAwAw5wEBANcCACHoAQEA1wIAIQfjAQAAgwMAMOQBAAB9ABDlAQAAgwMAMOYBAQDPAgAhnwJAANACACG-AgEAzwIAIb8CAQDPAgAhB-MBAACEAwAw5AEAAGoAEOUBAACEAwAw5gEBANcCACGfAkAA2AIAIb4CAQDXAgAhvwIBANcCACED5gEBAAAAAZ8CQAAAAAG-AgEAAAABDeMBAACGAwAw5AEAAGQAEOUBAACGAwAw5gEBAM8CACGJAgIA5AIAIY0CAQDPAgAhjgIBAM8CACGPAgEAzwIAIZ8CQADQAgAhoQIBAM8CACHBAgEAzwIAIcICAQDPAgAhwwIBANsCACEN4wEAAIcDADDkAQAAUQAQ5QEAAIcDADDmAQEA1wIAIYkCAgD0AgAhjQIBANcCACGOAgEA1wIAIY8CAQDXAgAhnwJAANgCACGhAgEA1wIAIcECAQDXAgAhwgIBANcCACHDAgEA4AIAIQ3jAQAAiAMAMOQBAABLABDlAQAAiAMAMOYBAQDPAgAh5wEBAM8CACGJAgEAzwIAIY8CAQDPAgAhxAIBAM8CACHFAgEAzwIAIcYCQADQAgAhxwIBAM8CACHIAkAA5QIAIckCQADlAgAhDeMBAACJAwAw5AEAADgAEOUBAACJAwAw5gEBANcCACHnAQEA1wIAIYkCAQDXAgAhjwIBANcCACHEAgEA1wIAIcUCAQDXAgAhxgJAANgCACHHAgEA1wIAIcgCQADsAgAhyQJAAOwCACEC5gEBAAAAAcQCAQAAAAEL4wEAAIsDADDkAQAAMgAQ5QEAAIsDADDmAQEAzwIAIakCQADQAgAhxQIBAM8CACHGAkAA0AIAIcsCAQDPAgAhzAJAANACACHNAkAA5QIAIc4CAQDbAgAhDeMBAACMAwAw5AEAABwAEOUBAACMAwAw5gEBAM8CACHnAQEAzwIAIYkCAQDPAgAhjwIBAM8CACHEAgEAzwIAIcYCQADQAgAhzwIBAM8CACHQAiAAjQMAIdECQADlAgAh0gJAAOUCACEFBQAA0gIAIBgAAI8DACAZAACPAwAg6wEgAAAAAfIBIACOAwAhBQUAANICACAYAACPAwAgGQAAjwMAIOsBIAAAAAHyASAAjgMAIQLrASAAAAAB8gEgAI8DACEOBAAAkgMAIOMBAACQAwAw5AEAAAkAEOUBAACQAwAw5gEBANcCACHnAQEA1wIAIYkCAQDXAgAhjwIBANcCACHEAgEA1wIAIcYCQADYAgAhzwIBANcCACHQAiAAkQMAIdECQADsAgAh0gJAAOwCACEC6wEgAAAAAfIBIACPAwAhA5gCAAADACCZAgAAAwAgmgIAAAMAIAwDAACUAwAg4wEAAJMDADDkAQAAAwAQ5QEAAJMDADDmAQEA1wIAIakCQADYAgAhxQIBANcCACHGAkAA2AIAIcsCAQDXAgAhzAJAANgCACHNAkAA7AIAIc4CAQDgAgAhEAQAAJIDACDjAQAAkAMAMOQBAAAJABDlAQAAkAMAMOYBAQDXAgAh5wEBANcCACGJAgEA1wIAIY8CAQDXAgAhxAIBANcCACHGAkAA2AIAIc8CAQDXAgAh0AIgAJEDACHRAkAA7AIAIdICQADsAgAh0wIAAAkAINQCAAAJACAC5gEBAAAAAcQCAQAAAAEAAAAB2AIBAAAAAQHYAkAAAAABAAAAAAHYAgEAAAABAAAABRIAAKcEACATAACqBAAg1QIAAKgEACDWAgAAqQQAINsCAADNAQAgAxIAAKcEACDVAgAAqAQAINsCAADNAQAgAAAAAAAF2AICAAAAAd4CAgAAAAHfAgIAAAAB4AICAAAAAeECAgAAAAEB2AJAAAAAAQUSAACiBAAgEwAApQQAINUCAACjBAAg1gIAAKQEACDbAgAAzQEAIAMSAACiBAAg1QIAAKMEACDbAgAAzQEAIAAAAAsSAAC_AwAwEwAAxAMAMNUCAADAAwAw1gIAAMEDADDXAgAAwgMAINgCAADDAwAw2QIAAMMDADDaAgAAwwMAMNsCAADDAwAw3AIAAMUDADDdAgAAxgMAMAsSAACzAwAwEwAAuAMAMNUCAAC0AwAw1gIAALUDADDXAgAAtgMAINgCAAC3AwAw2QIAALcDADDaAgAAtwMAMNsCAAC3AwAw3AIAALkDADDdAgAAugMAMAXmAQEAAAAB-wEBAAAAAfwBAQAAAAH9AQEAAAAB_gEBAAAAAQIAAADVAQAgEgAAvgMAIAMAAADVAQAgEgAAvgMAIBMAAL0DACABCwAAoQQAMAuQAQAA8QIAIOMBAADwAgAw5AEAANMBABDlAQAA8AIAMOYBAQDXAgAh-QEBANcCACH7AQEA1wIAIfwBAQDXAgAh_QEBANcCACH-AQEA4AIAIZsCAADvAgAgAgAAANUBACALAAC9AwAgAgAAALsDACALAAC8AwAgCeMBAAC6AwAw5AEAALsDABDlAQAAugMAMOYBAQDXAgAh-QEBANcCACH7AQEA1wIAIfwBAQDXAgAh_QEBANcCACH-AQEA4AIAIQnjAQAAugMAMOQBAAC7AwAQ5QEAALoDADDmAQEA1wIAIfkBAQDXAgAh-wEBANcCACH8AQEA1wIAIf0BAQDXAgAh_gEBAOACACEF5gEBAJkDACH7AQEAmQMAIfwBAQCZAwAh_QEBAJkDACH-AQEAnwMAIQXmAQEAmQMAIfsBAQCZAwAh_AEBAJkDACH9AQEAmQMAIf4BAQCfAwAhBeYBAQAAAAH7AQEAAAAB_AEBAAAAAf0BAQAAAAH-AQEAAAABC_gBAQAAAAH_AQIAAAABgAIBAAAAAYECAQAAAAGCAgEAAAABgwIBAAAAAYQCAQAAAAGFAkAAAAABhgJAAAAAAYcCQAAAAAGIAkAAAAABAgAAANEBACASAADKAwAgAwAAANEBACASAADKAwAgEwAAyQMAIAELAACgBAAwEZABAADxAgAg4wEAAPMCADDkAQAAzwEAEOUBAADzAgAw-AEBAOACACH5AQEA1wIAIf8BAgD0AgAhgAIBANcCACGBAgEA1wIAIYICAQDXAgAhgwIBAOACACGEAgEA4AIAIYUCQADsAgAhhgJAAOwCACGHAkAA7AIAIYgCQADsAgAhnAIAAPICACACAAAA0QEAIAsAAMkDACACAAAAxwMAIAsAAMgDACAP4wEAAMYDADDkAQAAxwMAEOUBAADGAwAw-AEBAOACACH5AQEA1wIAIf8BAgD0AgAhgAIBANcCACGBAgEA1wIAIYICAQDXAgAhgwIBAOACACGEAgEA4AIAIYUCQADsAgAhhgJAAOwCACGHAkAA7AIAIYgCQADsAgAhD-MBAADGAwAw5AEAAMcDABDlAQAAxgMAMPgBAQDgAgAh-QEBANcCACH_AQIA9AIAIYACAQDXAgAhgQIBANcCACGCAgEA1wIAIYMCAQDgAgAhhAIBAOACACGFAkAA7AIAIYYCQADsAgAhhwJAAOwCACGIAkAA7AIAIQv4AQEAnwMAIf8BAgCqAwAhgAIBAJkDACGBAgEAmQMAIYICAQCZAwAhgwIBAJ8DACGEAgEAnwMAIYUCQACrAwAhhgJAAKsDACGHAkAAqwMAIYgCQACrAwAhC_gBAQCfAwAh_wECAKoDACGAAgEAmQMAIYECAQCZAwAhggIBAJkDACGDAgEAnwMAIYQCAQCfAwAhhQJAAKsDACGGAkAAqwMAIYcCQACrAwAhiAJAAKsDACEL-AEBAAAAAf8BAgAAAAGAAgEAAAABgQIBAAAAAYICAQAAAAGDAgEAAAABhAIBAAAAAYUCQAAAAAGGAkAAAAABhwJAAAAAAYgCQAAAAAEEEgAAvwMAMNUCAADAAwAw1wIAAMIDACDbAgAAwwMAMAQSAACzAwAw1QIAALQDADDXAgAAtgMAINsCAAC3AwAwAAAKkQEAAM0DACCSAQAAzgMAIPgBAACbAwAggwIAAJsDACCGAgAAmwMAIIcCAACbAwAgiwIAAJsDACCRAgAAmwMAIJUCAACbAwAglgIAAJsDACAAAAAAAAUSAACbBAAgEwAAngQAINUCAACcBAAg1gIAAJ0EACDbAgAAmQEAIAMSAACbBAAg1QIAAJwEACDbAgAAmQEAIAAAAAAABdgCBAAAAAHeAgQAAAAB3wIEAAAAAeACBAAAAAHhAgQAAAABCxIAAN4DADATAADjAwAw1QIAAN8DADDWAgAA4AMAMNcCAADhAwAg2AIAAOIDADDZAgAA4gMAMNoCAADiAwAw2wIAAOIDADDcAgAA5AMAMN0CAADlAwAwBuYBAQAAAAGJAgIAAAABjQIBAAAAAZ8CQAAAAAGgAgEAAAABoQIBAAAAAQIAAACdAQAgEgAA6QMAIAMAAACdAQAgEgAA6QMAIBMAAOgDACABCwAAmgQAMAtuAACAAwAg4wEAAP8CADDkAQAAmwEAEOUBAAD_AgAw5gEBANcCACH7AQEA1wIAIYkCAgAAAAGNAgEA4AIAIZ8CQADYAgAhoAIBANcCACGhAgEA4AIAIQIAAACdAQAgCwAA6AMAIAIAAADmAwAgCwAA5wMAIArjAQAA5QMAMOQBAADmAwAQ5QEAAOUDADDmAQEA1wIAIfsBAQDXAgAhiQICAPQCACGNAgEA4AIAIZ8CQADYAgAhoAIBANcCACGhAgEA4AIAIQrjAQAA5QMAMOQBAADmAwAQ5QEAAOUDADDmAQEA1wIAIfsBAQDXAgAhiQICAPQCACGNAgEA4AIAIZ8CQADYAgAhoAIBANcCACGhAgEA4AIAIQbmAQEAmQMAIYkCAgCqAwAhjQIBAJ8DACGfAkAAmgMAIaACAQCZAwAhoQIBAJ8DACEG5gEBAJkDACGJAgIAqgMAIY0CAQCfAwAhnwJAAJoDACGgAgEAmQMAIaECAQCfAwAhBuYBAQAAAAGJAgIAAAABjQIBAAAAAZ8CQAAAAAGgAgEAAAABoQIBAAAAAQQSAADeAwAw1QIAAN8DADDXAgAA4QMAINsCAADiAwAwABRvAADrAwAg-AEAAJsDACD-AQAAmwMAIIsCAACbAwAgqwIAAJsDACCsAgAAmwMAIK0CAACbAwAgrwIAAJsDACCwAgAAmwMAILECAACbAwAgsgIAAJsDACCzAgAAmwMAILQCAACbAwAgtQIAAJsDACC3AgAAmwMAILgCAACbAwAgugIAAJsDACC7AgAAmwMAILwCAACbAwAgvQIAAJsDACAAAAAAAAAAAAAAAAAAAAAAAAUSAACVBAAgEwAAmAQAINUCAACWBAAg1gIAAJcEACDbAgAAAQAgAxIAAJUEACDVAgAAlgQAINsCAAABACAAAAAB2AIgAAAAAQsSAACFBAAwEwAAigQAMNUCAACGBAAw1gIAAIcEADDXAgAAiAQAINgCAACJBAAw2QIAAIkEADDaAgAAiQQAMNsCAACJBAAw3AIAAIsEADDdAgAAjAQAMAfmAQEAAAABqQJAAAAAAcUCAQAAAAHGAkAAAAABzAJAAAAAAc0CQAAAAAHOAgEAAAABAgAAAAUAIBIAAJAEACADAAAABQAgEgAAkAQAIBMAAI8EACABCwAAlAQAMAwDAACUAwAg4wEAAJMDADDkAQAAAwAQ5QEAAJMDADDmAQEA1wIAIakCQADYAgAhxQIBAAAAAcYCQADYAgAhywIBANcCACHMAkAA2AIAIc0CQADsAgAhzgIBAOACACECAAAABQAgCwAAjwQAIAIAAACNBAAgCwAAjgQAIAvjAQAAjAQAMOQBAACNBAAQ5QEAAIwEADDmAQEA1wIAIakCQADYAgAhxQIBANcCACHGAkAA2AIAIcsCAQDXAgAhzAJAANgCACHNAkAA7AIAIc4CAQDgAgAhC-MBAACMBAAw5AEAAI0EABDlAQAAjAQAMOYBAQDXAgAhqQJAANgCACHFAgEA1wIAIcYCQADYAgAhywIBANcCACHMAkAA2AIAIc0CQADsAgAhzgIBAOACACEH5gEBAJkDACGpAkAAmgMAIcUCAQCZAwAhxgJAAJoDACHMAkAAmgMAIc0CQACrAwAhzgIBAJ8DACEH5gEBAJkDACGpAkAAmgMAIcUCAQCZAwAhxgJAAJoDACHMAkAAmgMAIc0CQACrAwAhzgIBAJ8DACEH5gEBAAAAAakCQAAAAAHFAgEAAAABxgJAAAAAAcwCQAAAAAHNAkAAAAABzgIBAAAAAQQSAACFBAAw1QIAAIYEADDXAgAAiAQAINsCAACJBAAwAAMEAACSBAAg0QIAAJsDACDSAgAAmwMAIAfmAQEAAAABqQJAAAAAAcUCAQAAAAHGAkAAAAABzAJAAAAAAc0CQAAAAAHOAgEAAAABCuYBAQAAAAHnAQEAAAABiQIBAAAAAY8CAQAAAAHEAgEAAAABxgJAAAAAAc8CAQAAAAHQAiAAAAAB0QJAAAAAAdICQAAAAAECAAAAAQAgEgAAlQQAIAMAAAAJACASAACVBAAgEwAAmQQAIAwAAAAJACALAACZBAAg5gEBAJkDACHnAQEAmQMAIYkCAQCZAwAhjwIBAJkDACHEAgEAmQMAIcYCQACaAwAhzwIBAJkDACHQAiAAgwQAIdECQACrAwAh0gJAAKsDACEK5gEBAJkDACHnAQEAmQMAIYkCAQCZAwAhjwIBAJkDACHEAgEAmQMAIcYCQACaAwAhzwIBAJkDACHQAiAAgwQAIdECQACrAwAh0gJAAKsDACEG5gEBAAAAAYkCAgAAAAGNAgEAAAABnwJAAAAAAaACAQAAAAGhAgEAAAABJOYBAQAAAAH4AQEAAAAB_QEBAAAAAf4BAQAAAAGCAgEAAAABiQIBAAAAAYsCAQAAAAGXAgEAAAABogIBAAAAAaMCAQAAAAGkAgEAAAABpQIBAAAAAaYCQAAAAAGnAgQAAAABqAJAAAAAAakCQAAAAAGqAkAAAAABqwJAAAAAAawCQAAAAAGtAkAAAAABrgICAAAAAa8CAQAAAAGwAgEAAAABsQJAAAAAAbICAQAAAAGzAgEAAAABtAJAAAAAAbUCAQAAAAG2AgEAAAABtwIBAAAAAbgCAQAAAAG5AgEAAAABugIBAAAAAbsCAQAAAAG8AgEAAAABvQIBAAAAAQIAAACZAQAgEgAAmwQAIAMAAAChAQAgEgAAmwQAIBMAAJ8EACAmAAAAoQEAIAsAAJ8EACDmAQEAmQMAIfgBAQCfAwAh_QEBAJkDACH-AQEAnwMAIYICAQCZAwAhiQIBAJkDACGLAgEAnwMAIZcCAQCZAwAhogIBAJkDACGjAgEAmQMAIaQCAQCZAwAhpQIBAJkDACGmAkAAmgMAIacCBADcAwAhqAJAAJoDACGpAkAAmgMAIaoCQACaAwAhqwJAAKsDACGsAkAAqwMAIa0CQACrAwAhrgICAKoDACGvAgEAnwMAIbACAQCfAwAhsQJAAKsDACGyAgEAnwMAIbMCAQCfAwAhtAJAAKsDACG1AgEAnwMAIbYCAQCZAwAhtwIBAJ8DACG4AgEAnwMAIbkCAQCZAwAhugIBAJ8DACG7AgEAnwMAIbwCAQCfAwAhvQIBAJ8DACEk5gEBAJkDACH4AQEAnwMAIf0BAQCZAwAh_gEBAJ8DACGCAgEAmQMAIYkCAQCZAwAhiwIBAJ8DACGXAgEAmQMAIaICAQCZAwAhowIBAJkDACGkAgEAmQMAIaUCAQCZAwAhpgJAAJoDACGnAgQA3AMAIagCQACaAwAhqQJAAJoDACGqAkAAmgMAIasCQACrAwAhrAJAAKsDACGtAkAAqwMAIa4CAgCqAwAhrwIBAJ8DACGwAgEAnwMAIbECQACrAwAhsgIBAJ8DACGzAgEAnwMAIbQCQACrAwAhtQIBAJ8DACG2AgEAmQMAIbcCAQCfAwAhuAIBAJ8DACG5AgEAmQMAIboCAQCfAwAhuwIBAJ8DACG8AgEAnwMAIb0CAQCfAwAhC_gBAQAAAAH_AQIAAAABgAIBAAAAAYECAQAAAAGCAgEAAAABgwIBAAAAAYQCAQAAAAGFAkAAAAABhgJAAAAAAYcCQAAAAAGIAkAAAAABBeYBAQAAAAH7AQEAAAAB_AEBAAAAAf0BAQAAAAH-AQEAAAABGJIBAADMAwAg5gEBAAAAAfgBAQAAAAH8AQEAAAABgQIBAAAAAYICAQAAAAGDAgEAAAABhgJAAAAAAYcCQAAAAAGJAgEAAAABigIBAAAAAYsCAQAAAAGMAgEAAAABjQIBAAAAAY4CAQAAAAGPAgEAAAABkAIBAAAAAZECAQAAAAGSAgEAAAABkwIBAAAAAZQCQAAAAAGVAkAAAAABlgIBAAAAAZcCAQAAAAECAAAAzQEAIBIAAKIEACADAAAA2gEAIBIAAKIEACATAACmBAAgGgAAANoBACALAACmBAAgkgEAALIDACDmAQEAmQMAIfgBAQCfAwAh_AEBAJkDACGBAgEAmQMAIYICAQCZAwAhgwIBAJ8DACGGAkAAqwMAIYcCQACrAwAhiQIBAJkDACGKAgEAmQMAIYsCAQCfAwAhjAIBAJkDACGNAgEAmQMAIY4CAQCZAwAhjwIBAJkDACGQAgEAmQMAIZECAQCfAwAhkgIBAJkDACGTAgEAmQMAIZQCQACaAwAhlQJAAKsDACGWAgEAnwMAIZcCAQCZAwAhGJIBAACyAwAg5gEBAJkDACH4AQEAnwMAIfwBAQCZAwAhgQIBAJkDACGCAgEAmQMAIYMCAQCfAwAhhgJAAKsDACGHAkAAqwMAIYkCAQCZAwAhigIBAJkDACGLAgEAnwMAIYwCAQCZAwAhjQIBAJkDACGOAgEAmQMAIY8CAQCZAwAhkAIBAJkDACGRAgEAnwMAIZICAQCZAwAhkwIBAJkDACGUAkAAmgMAIZUCQACrAwAhlgIBAJ8DACGXAgEAmQMAIRiRAQAAywMAIOYBAQAAAAH4AQEAAAAB_AEBAAAAAYECAQAAAAGCAgEAAAABgwIBAAAAAYYCQAAAAAGHAkAAAAABiQIBAAAAAYoCAQAAAAGLAgEAAAABjAIBAAAAAY0CAQAAAAGOAgEAAAABjwIBAAAAAZACAQAAAAGRAgEAAAABkgIBAAAAAZMCAQAAAAGUAkAAAAABlQJAAAAAAZYCAQAAAAGXAgEAAAABAgAAAM0BACASAACnBAAgAwAAANoBACASAACnBAAgEwAAqwQAIBoAAADaAQAgCwAAqwQAIJEBAACxAwAg5gEBAJkDACH4AQEAnwMAIfwBAQCZAwAhgQIBAJkDACGCAgEAmQMAIYMCAQCfAwAhhgJAAKsDACGHAkAAqwMAIYkCAQCZAwAhigIBAJkDACGLAgEAnwMAIYwCAQCZAwAhjQIBAJkDACGOAgEAmQMAIY8CAQCZAwAhkAIBAJkDACGRAgEAnwMAIZICAQCZAwAhkwIBAJkDACGUAkAAmgMAIZUCQACrAwAhlgIBAJ8DACGXAgEAmQMAIRiRAQAAsQMAIOYBAQCZAwAh-AEBAJ8DACH8AQEAmQMAIYECAQCZAwAhggIBAJkDACGDAgEAnwMAIYYCQACrAwAhhwJAAKsDACGJAgEAmQMAIYoCAQCZAwAhiwIBAJ8DACGMAgEAmQMAIY0CAQCZAwAhjgIBAJkDACGPAgEAmQMAIZACAQCZAwAhkQIBAJ8DACGSAgEAmQMAIZMCAQCZAwAhlAJAAJoDACGVAkAAqwMAIZYCAQCfAwAhlwIBAJkDACECBAYCBQADAQMAAQEEBwAAAAADBQAIGAAJGQAKAAAAAwUACBgACRkACgEDAAEBAwABAwUADxgAEBkAEQAAAAMFAA8YABAZABEAAAADBQAXGAAYGQAZAAAAAwUAFxgAGBkAGQAAAAUFAB8YACIZACNKACBLACEAAAAAAAUFAB8YACIZACNKACBLACEAAAADBQApGAAqGQArAAAAAwUAKRgAKhkAKwAAAAMFADEYADIZADMAAAADBQAxGAAyGQAzAgUAN2-eATYBbgA1AW-fAQAAAAUFADsYAD4ZAD9KADxLAD0AAAAAAAUFADsYAD4ZAD9KADxLAD0BbgA1AW4ANQUFAEQYAEcZAEhKAEVLAEYAAAAAAAUFAEQYAEcZAEhKAEVLAEYDBQBNkQHSAUuSAdYBTAGQAQBKAZABAEoCkQHXAQCSAdgBAAAAAwUAURgAUhkAUwAAAAMFAFEYAFIZAFMBkAEASgGQAQBKBQUAWBgAWxkAXEoAWUsAWgAAAAAABQUAWBgAWxkAXEoAWUsAWgGQAQBKAZABAEoDBQBhGABiGQBjAAAAAwUAYRgAYhkAYwAAAAMFAGkYAGoZAGsAAAADBQBpGABqGQBrAAAAAwUAcRgAchkAcwAAAAMFAHEYAHIZAHMGAgEHCAEICwEJDAEKDQEMDwENEQQOEgUPFAEQFgQRFwYUGAEVGQEWGgQaHQcbHgscHwIdIAIeIQIfIgIgIwIhJQIiJwQjKAwkKgIlLAQmLQ0nLgIoLwIpMAQqMw4rNBIsNhMtNxMuOhMvOxMwPBMxPhMyQAQzQRQ0QxM1RQQ2RhU3RxM4SBM5SQQ6TBY7TRo8Txs9UBs-Uxs_VBtAVRtBVxtCWQRDWhxEXBtFXgRGXx1HYBtIYRtJYgRMZR5NZiROaCVPaSVQbCVRbSVSbiVTcCVUcgRVcyZWdSVXdwRYeCdZeSVaeiVbewRcfihdfyxegQEtX4IBLWCFAS1hhgEtYocBLWOJAS1kiwEEZYwBLmaOAS1nkAEEaJEBL2mSAS1qkwEta5QBBGyXATBtmAE0cJoBNXGgATVyowE1c6QBNXSlATV1pwE1dqkBBHeqATh4rAE1ea4BBHqvATl7sAE1fLEBNX2yAQR-tQE6f7YBQIABtwE2gQG4ATaCAbkBNoMBugE2hAG7ATaFAb0BNoYBvwEEhwHAAUGIAcIBNokBxAEEigHFAUKLAcYBNowBxwE2jQHIAQSOAcsBQ48BzAFJkwHOAUqUAdkBSpUB3AFKlgHdAUqXAd4BSpgB4AFKmQHiAQSaAeMBTpsB5QFKnAHnAQSdAegBT54B6QFKnwHqAUqgAesBBKEB7gFQogHvAVSjAfABS6QB8QFLpQHyAUumAfMBS6cB9AFLqAH2AUupAfgBBKoB-QFVqwH7AUusAf0BBK0B_gFWrgH_AUuvAYACS7ABgQIEsQGEAleyAYUCXbMBhgJMtAGHAky1AYgCTLYBiQJMtwGKAky4AYwCTLkBjgIEugGPAl67AZECTLwBkwIEvQGUAl--AZUCTL8BlgJMwAGXAgTBAZoCYMIBmwJkwwGdAmXEAZ4CZcUBoQJlxgGiAmXHAaMCZcgBpQJlyQGnAgTKAagCZssBqgJlzAGsAgTNAa0CZ84BrgJlzwGvAmXQAbACBNEBswJo0gG0AmzTAbYCbdQBtwJt1QG6Am3WAbsCbdcBvAJt2AG-Am3ZAcACBNoBwQJu2wHDAm3cAcUCBN0BxgJv3gHHAm3fAcgCbeAByQIE4QHMAnDiAc0CdA"
};
async function decodeBase64AsWasm(wasmBase64) {
  const { Buffer: Buffer2 } = await import("node:buffer");
  const wasmArray = Buffer2.from(wasmBase64, "base64");
  return new WebAssembly.Module(wasmArray);
}
config.compilerWasm = {
  getRuntime: async () => await import("@prisma/client/runtime/query_compiler_fast_bg.sqlite.mjs"),
  getQueryCompilerWasmModule: async () => {
    const { wasm } = await import("@prisma/client/runtime/query_compiler_fast_bg.sqlite.wasm-base64.mjs");
    return await decodeBase64AsWasm(wasm);
  },
  importName: "./query_compiler_fast_bg.js"
};
function getPrismaClientClass() {
  return runtime.getPrismaClient(config);
}

// prisma/generated/desk-sqlite/internal/prismaNamespace.ts
import * as runtime2 from "@prisma/client/runtime/client";
var getExtensionContext = runtime2.Extensions.getExtensionContext;
var NullTypes2 = {
  DbNull: runtime2.NullTypes.DbNull,
  JsonNull: runtime2.NullTypes.JsonNull,
  AnyNull: runtime2.NullTypes.AnyNull
};
var TransactionIsolationLevel = runtime2.makeStrictEnum({
  Serializable: "Serializable"
});
var defineExtension = runtime2.Extensions.defineExtension;

// prisma/generated/desk-sqlite/client.ts
globalThis["__dirname"] = path.dirname(fileURLToPath(import.meta.url));
var PrismaClient = getPrismaClientClass();

// prisma/generated/desk-sqlserver/client.ts
import * as path2 from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
import "@prisma/client/runtime/client";

// prisma/generated/desk-sqlserver/internal/class.ts
import * as runtime4 from "@prisma/client/runtime/client";
var config2 = {
  "previewFeatures": [],
  "clientVersion": "7.10.1",
  "engineVersion": "d1b3f377ca835d73fd50954a5e22128b9ebdd6b8",
  "activeProvider": "sqlserver",
  "inlineSchema": '// Our own tables, in the schema ghostdesk. Written for SQL Server, the stricter dialect; the SQLite schema beside this\n// file is derived by `npm run schemas`. The tables themselves come from the plain SQL in migrations/.\n\ngenerator client {\n  provider = "prisma-client"\n  output   = "../generated/desk-sqlserver"\n}\n\ndatasource db {\n  provider = "sqlserver"\n  schemas  = ["ghostdesk"]\n}\n\n/// A person who may sign in. `passwordHash` is a scrypt string with its parameters; roles are those of lib/domain/role.ts.\nmodel Account {\n  id           String    @id @db.NVarChar(36)\n  siteId       String    @db.NVarChar(64)\n  name         String    @db.NVarChar(64)\n  /// The name in lower case: unique per site, and what sign-in looks up.\n  nameKey      String    @db.NVarChar(64)\n  role         String    @db.NVarChar(16)\n  passwordHash String    @db.NVarChar(255)\n  /// A demo account exists on the practice site only and is shown on its sign-in page.\n  isDemo       Boolean   @default(false) @db.Bit\n  disabledAt   DateTime? @db.DateTime2\n  createdAt    DateTime  @db.DateTime2\n  lastSignInAt DateTime? @db.DateTime2\n  signIns      SignIn[]\n\n  @@unique([siteId, nameKey])\n  @@schema("ghostdesk")\n}\n\n/// One browser that is signed in. Only a hash of the cookie is stored; times are wall-clock time.\nmodel SignIn {\n  tokenHash  String    @id @db.NVarChar(64)\n  siteId     String    @db.NVarChar(64)\n  accountId  String    @db.NVarChar(36)\n  account    Account   @relation(fields: [accountId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  createdAt  DateTime  @db.DateTime2\n  lastSeenAt DateTime  @db.DateTime2\n  expiresAt  DateTime  @db.DateTime2\n  endedAt    DateTime? @db.DateTime2\n  userAgent  String?   @db.NVarChar(255)\n\n  @@index([accountId])\n  @@schema("ghostdesk")\n}\n\n/// A token for scripts: shown once, stored hashed.\nmodel ApiToken {\n  id         String    @id @db.NVarChar(36)\n  siteId     String    @db.NVarChar(64)\n  name       String    @db.NVarChar(64)\n  nameKey    String    @db.NVarChar(64)\n  role       String    @db.NVarChar(16)\n  tokenHash  String    @unique @db.NVarChar(64)\n  createdAt  DateTime  @db.DateTime2\n  createdBy  String    @db.NVarChar(64)\n  lastUsedAt DateTime? @db.DateTime2\n  revokedAt  DateTime? @db.DateTime2\n\n  @@unique([siteId, nameKey])\n  @@schema("ghostdesk")\n}\n\n/// Who did what, in order, written in the same transaction as the change itself.\nmodel AuditEntry {\n  id      Int      @id @default(autoincrement())\n  siteId  String   @db.NVarChar(64)\n  at      DateTime @db.DateTime2\n  actor   String   @db.NVarChar(64)\n  /// person, token or local: what kind of actor bears that name.\n  kind    String   @db.NVarChar(16)\n  role    String   @db.NVarChar(16)\n  /// noun.verb, such as account.add\n  action  String   @db.NVarChar(64)\n  subject String   @db.NVarChar(255)\n  /// JSON of what changed, never a secret.\n  detail  String   @db.NVarChar(Max)\n  /// HMAC over the entry before and this one (lib/audit/chain.ts); null on entries from before there was a chain.\n  mac     String?  @db.NVarChar(64)\n\n  @@index([siteId, at])\n  @@index([siteId, id])\n  @@schema("ghostdesk")\n}\n\n/// The site counted once a minute of site time, per delivery group; `groupKey` is "" for the whole site.\nmodel Sample {\n  siteId   String   @db.NVarChar(64)\n  at       DateTime @db.DateTime2\n  groupKey String   @db.NVarChar(36)\n  /// JSON: counts by session state, machines by registration; see lib/domain/history/sample.ts.\n  counts   String   @db.NVarChar(Max)\n\n  @@id([siteId, at, groupKey])\n  @@schema("ghostdesk")\n}\n\n/// Small facts of this installation by name, such as which site a data folder belongs to.\nmodel Fact {\n  name  String @id @db.NVarChar(64)\n  value String @db.NVarChar(Max)\n\n  @@schema("ghostdesk")\n}\n\n/// One ghost\'s life, see lib/domain/ghost/incident.ts; times are site time. What stands of it in the site may be groomed long before.\nmodel Incident {\n  id               String          @id @db.NVarChar(36)\n  siteId           String          @db.NVarChar(64)\n  subjectKind      String          @db.NVarChar(16)\n  /// SessionKey, or the machine\'s id for a failure trace.\n  subjectKey       String          @db.NVarChar(64)\n  class            String          @db.NVarChar(32)\n  state            String          @db.NVarChar(16)\n  confidence       String          @db.NVarChar(16)\n  confirmedBy      String          @db.NVarChar(16)\n  since            DateTime        @db.DateTime2\n  graceMs          BigInt          @db.BigInt\n  firstSeenAt      DateTime        @db.DateTime2\n  lastSeenAt       DateTime        @db.DateTime2\n  suspectedAt      DateTime        @db.DateTime2\n  confirmedAt      DateTime?       @db.DateTime2\n  firstActionAt    DateTime?       @db.DateTime2\n  clearedAt        DateTime?       @db.DateTime2\n  outcome          String?         @db.NVarChar(32)\n  returns          Int             @db.Int\n  resting          String?         @db.NVarChar(16)\n  takenBy          String?         @db.NVarChar(64)\n  takenAt          DateTime?       @db.DateTime2\n  dismissedBy      String?         @db.NVarChar(64)\n  dismissedReason  String?         @db.NVarChar(Max)\n  dismissedAt      DateTime?       @db.DateTime2\n  next             String?         @db.NVarChar(32)\n  /// JSON: claims with their values, sources and ages; and who was hurt while it stood.\n  evidence         String          @db.NVarChar(Max)\n  hurt             String          @db.NVarChar(Max)\n  user             String?         @db.NVarChar(Max)\n  userKey          String?         @db.NVarChar(255)\n  userSource       String          @db.NVarChar(16)\n  userFullName     String?         @db.NVarChar(Max)\n  machine          String?         @db.NVarChar(Max)\n  machineKey       String?         @db.NVarChar(64)\n  deliveryGroup    String?         @db.NVarChar(Max)\n  deliveryGroupKey String?         @db.NVarChar(64)\n  sessionSupport   String?         @db.NVarChar(32)\n  entries          IncidentEntry[]\n\n  @@index([siteId, state])\n  @@index([siteId, subjectKey])\n  @@index([siteId, clearedAt])\n  @@schema("ghostdesk")\n}\n\n/// One line of an incident\'s history, in the order in which they were written.\nmodel IncidentEntry {\n  id         Int      @id @default(autoincrement())\n  siteId     String   @db.NVarChar(64)\n  incidentId String   @db.NVarChar(36)\n  incident   Incident @relation(fields: [incidentId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  at         DateTime @db.DateTime2\n  event      String   @db.NVarChar(32)\n  /// Null: Ghostdesk itself.\n  actor      String?  @db.NVarChar(64)\n  detail     String?  @db.NVarChar(Max)\n\n  @@index([incidentId])\n  @@schema("ghostdesk")\n}\n\n/// Something that was done to the site, see lib/domain/operation/states.ts. Wall-clock times, but for those that say site time.\nmodel Operation {\n  id         String           @id @db.NVarChar(36)\n  siteId     String           @db.NVarChar(64)\n  verb       String           @db.NVarChar(32)\n  targetKind String           @db.NVarChar(16)\n  label      String           @db.NVarChar(Max)\n  machineKey String?          @db.NVarChar(64)\n  machine    String?          @db.NVarChar(255)\n  /// JSON: what the verb needs beside its target.\n  params     String           @db.NVarChar(Max)\n  actor      String           @db.NVarChar(64)\n  kind       String           @db.NVarChar(16)\n  role       String           @db.NVarChar(16)\n  reason     String           @db.NVarChar(Max)\n  ticket     String?          @db.NVarChar(64)\n  /// Twice the same request is one operation.\n  requestKey String           @db.NVarChar(255)\n  previewId  String           @db.NVarChar(64)\n  state      String           @db.NVarChar(16)\n  message    String?          @db.NVarChar(Max)\n  askedAt    DateTime         @db.DateTime2\n  acceptedAt DateTime?        @db.DateTime2\n  settledAt  DateTime?        @db.DateTime2\n  /// Site time.\n  endsAt     DateTime?        @db.DateTime2\n  stoppedBy  String?          @db.NVarChar(64)\n  /// JSON: lines of what was known before.\n  evidence   String           @db.NVarChar(Max)\n  parts      OperationPart[]\n  ghosts     OperationGhost[]\n\n  @@unique([siteId, previewId])\n  @@unique([siteId, actor, requestKey])\n  @@index([siteId, askedAt])\n  @@index([siteId, state])\n  /// What is not settled is asked for each second, what is hidden with each list.\n  @@index([siteId, settledAt, askedAt])\n  @@index([siteId, endsAt])\n  @@schema("ghostdesk")\n}\n\n/// One act of an operation: one session, or the machine, lease, controller or site itself.\nmodel OperationPart {\n  operationId String    @db.NVarChar(36)\n  operation   Operation @relation(fields: [operationId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  number      Int       @db.Int\n  key         String    @db.NVarChar(255)\n  label       String    @db.NVarChar(Max)\n  machineKey  String?   @db.NVarChar(64)\n  state       String    @db.NVarChar(16)\n  message     String?   @db.NVarChar(Max)\n  /// JSON: what was read right before it was sent; what it is verified against.\n  before      String?   @db.NVarChar(Max)\n  /// Site times.\n  sentAt      DateTime? @db.DateTime2\n  acceptedAt  DateTime? @db.DateTime2\n  settledAt   DateTime? @db.DateTime2\n  lookUntil   DateTime? @db.DateTime2\n\n  @@id([operationId, number])\n  @@schema("ghostdesk")\n}\n\n/// A ghost that an operation was meant to clear, and whether it did: what worked here.\nmodel OperationGhost {\n  operationId String    @db.NVarChar(36)\n  operation   Operation @relation(fields: [operationId], references: [id], onDelete: NoAction, onUpdate: NoAction)\n  incidentId  String    @db.NVarChar(36)\n  siteId      String    @db.NVarChar(64)\n  verb        String    @db.NVarChar(32)\n  class       String    @db.NVarChar(32)\n  /// cleared or still-there; null while it is not known.\n  outcome     String?   @db.NVarChar(16)\n\n  @@id([operationId, incidentId])\n  @@index([siteId, verb, class])\n  @@schema("ghostdesk")\n}\n\n/// What an open operation holds, so that no second one begins there.\nmodel OperationLock {\n  siteId      String  @db.NVarChar(64)\n  /// Kind and key, such as `machine 1b2c\u2026`.\n  resource    String  @db.NVarChar(320)\n  machineKey  String? @db.NVarChar(64)\n  operationId String  @db.NVarChar(36)\n\n  @@id([siteId, resource])\n  @@index([siteId, machineKey])\n  @@index([operationId])\n  @@schema("ghostdesk")\n}\n\n/// A setting that somebody changed; one that is not here stands at its default. Names and bounds: lib/domain/ghost/settings.ts.\nmodel Setting {\n  siteId    String   @db.NVarChar(64)\n  name      String   @db.NVarChar(64)\n  /// JSON.\n  value     String   @db.NVarChar(Max)\n  changedAt DateTime @db.DateTime2\n  changedBy String   @db.NVarChar(64)\n\n  @@id([siteId, name])\n  @@schema("ghostdesk")\n}\n',
  "runtimeDataModel": {
    "models": {},
    "enums": {},
    "types": {}
  },
  "parameterizationSchema": {
    "strings": [],
    "graph": ""
  }
};
config2.runtimeDataModel = JSON.parse('{"models":{"Account":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"nameKey","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"passwordHash","kind":"scalar","type":"String"},{"name":"isDemo","kind":"scalar","type":"Boolean"},{"name":"disabledAt","kind":"scalar","type":"DateTime"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"lastSignInAt","kind":"scalar","type":"DateTime"},{"name":"signIns","kind":"object","type":"SignIn","relationName":"AccountToSignIn"}],"dbName":null,"schema":"ghostdesk"},"SignIn":{"fields":[{"name":"tokenHash","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"accountId","kind":"scalar","type":"String"},{"name":"account","kind":"object","type":"Account","relationName":"AccountToSignIn"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"lastSeenAt","kind":"scalar","type":"DateTime"},{"name":"expiresAt","kind":"scalar","type":"DateTime"},{"name":"endedAt","kind":"scalar","type":"DateTime"},{"name":"userAgent","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"ApiToken":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"nameKey","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"tokenHash","kind":"scalar","type":"String"},{"name":"createdAt","kind":"scalar","type":"DateTime"},{"name":"createdBy","kind":"scalar","type":"String"},{"name":"lastUsedAt","kind":"scalar","type":"DateTime"},{"name":"revokedAt","kind":"scalar","type":"DateTime"}],"dbName":null,"schema":"ghostdesk"},"AuditEntry":{"fields":[{"name":"id","kind":"scalar","type":"Int"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"actor","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"action","kind":"scalar","type":"String"},{"name":"subject","kind":"scalar","type":"String"},{"name":"detail","kind":"scalar","type":"String"},{"name":"mac","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"Sample":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"groupKey","kind":"scalar","type":"String"},{"name":"counts","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"Fact":{"fields":[{"name":"name","kind":"scalar","type":"String"},{"name":"value","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"Incident":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"subjectKind","kind":"scalar","type":"String"},{"name":"subjectKey","kind":"scalar","type":"String"},{"name":"class","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"confidence","kind":"scalar","type":"String"},{"name":"confirmedBy","kind":"scalar","type":"String"},{"name":"since","kind":"scalar","type":"DateTime"},{"name":"graceMs","kind":"scalar","type":"BigInt"},{"name":"firstSeenAt","kind":"scalar","type":"DateTime"},{"name":"lastSeenAt","kind":"scalar","type":"DateTime"},{"name":"suspectedAt","kind":"scalar","type":"DateTime"},{"name":"confirmedAt","kind":"scalar","type":"DateTime"},{"name":"firstActionAt","kind":"scalar","type":"DateTime"},{"name":"clearedAt","kind":"scalar","type":"DateTime"},{"name":"outcome","kind":"scalar","type":"String"},{"name":"returns","kind":"scalar","type":"Int"},{"name":"resting","kind":"scalar","type":"String"},{"name":"takenBy","kind":"scalar","type":"String"},{"name":"takenAt","kind":"scalar","type":"DateTime"},{"name":"dismissedBy","kind":"scalar","type":"String"},{"name":"dismissedReason","kind":"scalar","type":"String"},{"name":"dismissedAt","kind":"scalar","type":"DateTime"},{"name":"next","kind":"scalar","type":"String"},{"name":"evidence","kind":"scalar","type":"String"},{"name":"hurt","kind":"scalar","type":"String"},{"name":"user","kind":"scalar","type":"String"},{"name":"userKey","kind":"scalar","type":"String"},{"name":"userSource","kind":"scalar","type":"String"},{"name":"userFullName","kind":"scalar","type":"String"},{"name":"machine","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"deliveryGroup","kind":"scalar","type":"String"},{"name":"deliveryGroupKey","kind":"scalar","type":"String"},{"name":"sessionSupport","kind":"scalar","type":"String"},{"name":"entries","kind":"object","type":"IncidentEntry","relationName":"IncidentToIncidentEntry"}],"dbName":null,"schema":"ghostdesk"},"IncidentEntry":{"fields":[{"name":"id","kind":"scalar","type":"Int"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"incidentId","kind":"scalar","type":"String"},{"name":"incident","kind":"object","type":"Incident","relationName":"IncidentToIncidentEntry"},{"name":"at","kind":"scalar","type":"DateTime"},{"name":"event","kind":"scalar","type":"String"},{"name":"actor","kind":"scalar","type":"String"},{"name":"detail","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"Operation":{"fields":[{"name":"id","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"verb","kind":"scalar","type":"String"},{"name":"targetKind","kind":"scalar","type":"String"},{"name":"label","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"machine","kind":"scalar","type":"String"},{"name":"params","kind":"scalar","type":"String"},{"name":"actor","kind":"scalar","type":"String"},{"name":"kind","kind":"scalar","type":"String"},{"name":"role","kind":"scalar","type":"String"},{"name":"reason","kind":"scalar","type":"String"},{"name":"ticket","kind":"scalar","type":"String"},{"name":"requestKey","kind":"scalar","type":"String"},{"name":"previewId","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"message","kind":"scalar","type":"String"},{"name":"askedAt","kind":"scalar","type":"DateTime"},{"name":"acceptedAt","kind":"scalar","type":"DateTime"},{"name":"settledAt","kind":"scalar","type":"DateTime"},{"name":"endsAt","kind":"scalar","type":"DateTime"},{"name":"stoppedBy","kind":"scalar","type":"String"},{"name":"evidence","kind":"scalar","type":"String"},{"name":"parts","kind":"object","type":"OperationPart","relationName":"OperationToOperationPart"},{"name":"ghosts","kind":"object","type":"OperationGhost","relationName":"OperationToOperationGhost"}],"dbName":null,"schema":"ghostdesk"},"OperationPart":{"fields":[{"name":"operationId","kind":"scalar","type":"String"},{"name":"operation","kind":"object","type":"Operation","relationName":"OperationToOperationPart"},{"name":"number","kind":"scalar","type":"Int"},{"name":"key","kind":"scalar","type":"String"},{"name":"label","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"state","kind":"scalar","type":"String"},{"name":"message","kind":"scalar","type":"String"},{"name":"before","kind":"scalar","type":"String"},{"name":"sentAt","kind":"scalar","type":"DateTime"},{"name":"acceptedAt","kind":"scalar","type":"DateTime"},{"name":"settledAt","kind":"scalar","type":"DateTime"},{"name":"lookUntil","kind":"scalar","type":"DateTime"}],"dbName":null,"schema":"ghostdesk"},"OperationGhost":{"fields":[{"name":"operationId","kind":"scalar","type":"String"},{"name":"operation","kind":"object","type":"Operation","relationName":"OperationToOperationGhost"},{"name":"incidentId","kind":"scalar","type":"String"},{"name":"siteId","kind":"scalar","type":"String"},{"name":"verb","kind":"scalar","type":"String"},{"name":"class","kind":"scalar","type":"String"},{"name":"outcome","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"OperationLock":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"resource","kind":"scalar","type":"String"},{"name":"machineKey","kind":"scalar","type":"String"},{"name":"operationId","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"},"Setting":{"fields":[{"name":"siteId","kind":"scalar","type":"String"},{"name":"name","kind":"scalar","type":"String"},{"name":"value","kind":"scalar","type":"String"},{"name":"changedAt","kind":"scalar","type":"DateTime"},{"name":"changedBy","kind":"scalar","type":"String"}],"dbName":null,"schema":"ghostdesk"}},"enums":{},"types":{}}');
config2.parameterizationSchema = {
  strings: JSON.parse('["where","orderBy","cursor","account","signIns","_count","Account.findUnique","Account.findUniqueOrThrow","Account.findFirst","Account.findFirstOrThrow","Account.findMany","data","Account.createOne","Account.createMany","Account.updateOne","Account.updateMany","create","update","Account.upsertOne","Account.deleteOne","Account.deleteMany","having","_min","_max","Account.groupBy","Account.aggregate","SignIn.findUnique","SignIn.findUniqueOrThrow","SignIn.findFirst","SignIn.findFirstOrThrow","SignIn.findMany","SignIn.createOne","SignIn.createMany","SignIn.updateOne","SignIn.updateMany","SignIn.upsertOne","SignIn.deleteOne","SignIn.deleteMany","SignIn.groupBy","SignIn.aggregate","ApiToken.findUnique","ApiToken.findUniqueOrThrow","ApiToken.findFirst","ApiToken.findFirstOrThrow","ApiToken.findMany","ApiToken.createOne","ApiToken.createMany","ApiToken.updateOne","ApiToken.updateMany","ApiToken.upsertOne","ApiToken.deleteOne","ApiToken.deleteMany","ApiToken.groupBy","ApiToken.aggregate","AuditEntry.findUnique","AuditEntry.findUniqueOrThrow","AuditEntry.findFirst","AuditEntry.findFirstOrThrow","AuditEntry.findMany","AuditEntry.createOne","AuditEntry.createMany","AuditEntry.updateOne","AuditEntry.updateMany","AuditEntry.upsertOne","AuditEntry.deleteOne","AuditEntry.deleteMany","_avg","_sum","AuditEntry.groupBy","AuditEntry.aggregate","Sample.findUnique","Sample.findUniqueOrThrow","Sample.findFirst","Sample.findFirstOrThrow","Sample.findMany","Sample.createOne","Sample.createMany","Sample.updateOne","Sample.updateMany","Sample.upsertOne","Sample.deleteOne","Sample.deleteMany","Sample.groupBy","Sample.aggregate","Fact.findUnique","Fact.findUniqueOrThrow","Fact.findFirst","Fact.findFirstOrThrow","Fact.findMany","Fact.createOne","Fact.createMany","Fact.updateOne","Fact.updateMany","Fact.upsertOne","Fact.deleteOne","Fact.deleteMany","Fact.groupBy","Fact.aggregate","incident","entries","Incident.findUnique","Incident.findUniqueOrThrow","Incident.findFirst","Incident.findFirstOrThrow","Incident.findMany","Incident.createOne","Incident.createMany","Incident.updateOne","Incident.updateMany","Incident.upsertOne","Incident.deleteOne","Incident.deleteMany","Incident.groupBy","Incident.aggregate","IncidentEntry.findUnique","IncidentEntry.findUniqueOrThrow","IncidentEntry.findFirst","IncidentEntry.findFirstOrThrow","IncidentEntry.findMany","IncidentEntry.createOne","IncidentEntry.createMany","IncidentEntry.updateOne","IncidentEntry.updateMany","IncidentEntry.upsertOne","IncidentEntry.deleteOne","IncidentEntry.deleteMany","IncidentEntry.groupBy","IncidentEntry.aggregate","operation","parts","ghosts","Operation.findUnique","Operation.findUniqueOrThrow","Operation.findFirst","Operation.findFirstOrThrow","Operation.findMany","Operation.createOne","Operation.createMany","Operation.updateOne","Operation.updateMany","Operation.upsertOne","Operation.deleteOne","Operation.deleteMany","Operation.groupBy","Operation.aggregate","OperationPart.findUnique","OperationPart.findUniqueOrThrow","OperationPart.findFirst","OperationPart.findFirstOrThrow","OperationPart.findMany","OperationPart.createOne","OperationPart.createMany","OperationPart.updateOne","OperationPart.updateMany","OperationPart.upsertOne","OperationPart.deleteOne","OperationPart.deleteMany","OperationPart.groupBy","OperationPart.aggregate","OperationGhost.findUnique","OperationGhost.findUniqueOrThrow","OperationGhost.findFirst","OperationGhost.findFirstOrThrow","OperationGhost.findMany","OperationGhost.createOne","OperationGhost.createMany","OperationGhost.updateOne","OperationGhost.updateMany","OperationGhost.upsertOne","OperationGhost.deleteOne","OperationGhost.deleteMany","OperationGhost.groupBy","OperationGhost.aggregate","OperationLock.findUnique","OperationLock.findUniqueOrThrow","OperationLock.findFirst","OperationLock.findFirstOrThrow","OperationLock.findMany","OperationLock.createOne","OperationLock.createMany","OperationLock.updateOne","OperationLock.updateMany","OperationLock.upsertOne","OperationLock.deleteOne","OperationLock.deleteMany","OperationLock.groupBy","OperationLock.aggregate","Setting.findUnique","Setting.findUniqueOrThrow","Setting.findFirst","Setting.findFirstOrThrow","Setting.findMany","Setting.createOne","Setting.createMany","Setting.updateOne","Setting.updateMany","Setting.upsertOne","Setting.deleteOne","Setting.deleteMany","Setting.groupBy","Setting.aggregate","AND","OR","NOT","siteId","name","value","changedAt","changedBy","equals","in","notIn","lt","lte","gt","gte","not","contains","startsWith","endsWith","siteId_name","resource","machineKey","operationId","siteId_resource","incidentId","verb","class","outcome","number","key","label","state","message","before","sentAt","acceptedAt","settledAt","lookUntil","id","targetKind","machine","params","actor","kind","role","reason","ticket","requestKey","previewId","askedAt","endsAt","stoppedBy","evidence","every","some","none","operationId_incidentId","operationId_number","siteId_previewId","siteId_actor_requestKey","at","event","detail","subjectKind","subjectKey","confidence","confirmedBy","since","graceMs","firstSeenAt","lastSeenAt","suspectedAt","confirmedAt","firstActionAt","clearedAt","returns","resting","takenBy","takenAt","dismissedBy","dismissedReason","dismissedAt","next","hurt","user","userKey","userSource","userFullName","deliveryGroup","deliveryGroupKey","sessionSupport","groupKey","counts","siteId_at_groupKey","action","subject","mac","nameKey","tokenHash","createdAt","createdBy","lastUsedAt","revokedAt","siteId_nameKey","accountId","expiresAt","endedAt","userAgent","passwordHash","isDemo","disabledAt","lastSignInAt","is","isNot","connectOrCreate","upsert","createMany","set","disconnect","delete","connect","updateMany","deleteMany","increment","decrement","multiply","divide"]'),
  graph: "kQRatgEPBAAA-AIAIMkBAAD2AgAwygEAAAkAEMsBAAD2AgAwzAEBAL0CACHNAQEAvQIAIe8BAQAAAAH1AQEAvQIAIaoCAQC9AgAhrAJAAL4CACGwAgAA-wIAILUCAQC9AgAhtgIgAPcCACG3AkAA0gIAIbgCQADSAgAhAQAAAAEAIAwDAAD6AgAgyQEAAPkCADDKAQAAAwAQywEAAPkCADDMAQEAvQIAIY8CQAC-AgAhqwIBAL0CACGsAkAAvgIAIbECAQC9AgAhsgJAAL4CACGzAkAA0gIAIbQCAQDGAgAhAwMAAPkDACCzAgAAgQMAILQCAACBAwAgDAMAAPoCACDJAQAA-QIAMMoBAAADABDLAQAA-QIAMMwBAQC9AgAhjwJAAL4CACGrAgEAAAABrAJAAL4CACGxAgEAvQIAIbICQAC-AgAhswJAANICACG0AgEAxgIAIQMAAAADACABAAAEADACAAAFACABAAAAAwAgAQAAAAEAIA4EAAD4AgAgyQEAAPYCADDKAQAACQAQywEAAPYCADDMAQEAvQIAIc0BAQC9AgAh7wEBAL0CACH1AQEAvQIAIaoCAQC9AgAhrAJAAL4CACG1AgEAvQIAIbYCIAD3AgAhtwJAANICACG4AkAA0gIAIQMEAAD4AwAgtwIAAIEDACC4AgAAgQMAIAMAAAAJACABAAAKADACAAABACADAAAACQAgAQAACgAwAgAAAQAgAwAAAAkAIAEAAAoAMAIAAAEAIAsEAAD3AwAgzAEBAAAAAc0BAQAAAAHvAQEAAAAB9QEBAAAAAaoCAQAAAAGsAkAAAAABtQIBAAAAAbYCIAAAAAG3AkAAAAABuAJAAAAAAQELAAAOACAKzAEBAAAAAc0BAQAAAAHvAQEAAAAB9QEBAAAAAaoCAQAAAAGsAkAAAAABtQIBAAAAAbYCIAAAAAG3AkAAAAABuAJAAAAAAQELAAAQADALBAAA6gMAIMwBAQD_AgAhzQEBAP8CACHvAQEA_wIAIfUBAQD_AgAhqgIBAP8CACGsAkAAgAMAIbUCAQD_AgAhtgIgAOkDACG3AkAAkQMAIbgCQACRAwAhAgAAAAEAIAsAABIAIArMAQEA_wIAIc0BAQD_AgAh7wEBAP8CACH1AQEA_wIAIaoCAQD_AgAhrAJAAIADACG1AgEA_wIAIbYCIADpAwAhtwJAAJEDACG4AkAAkQMAIQIAAAAJACALAAAUACADAAAAAQAgEAAADgAgEQAAEgAgAQAAAAEAIAEAAAAJACAFBQAA5gMAIBYAAOgDACAXAADnAwAgtwIAAIEDACC4AgAAgQMAIA3JAQAA8gIAMMoBAAAaABDLAQAA8gIAMMwBAQC1AgAhzQEBALUCACHvAQEAtQIAIfUBAQC1AgAhqgIBALUCACGsAkAAtgIAIbUCAQC1AgAhtgIgAPMCACG3AkAAywIAIbgCQADLAgAhAwAAAAkAIAEAABkAMBUAABoAIAMAAAAJACABAAAKADACAAABACABAAAABQAgAQAAAAUAIAMAAAADACABAAAEADACAAAFACADAAAAAwAgAQAABAAwAgAABQAgAwAAAAMAIAEAAAQAMAIAAAUAIAkDAADlAwAgzAEBAAAAAY8CQAAAAAGrAgEAAAABrAJAAAAAAbECAQAAAAGyAkAAAAABswJAAAAAAbQCAQAAAAEBCwAAIgAgCMwBAQAAAAGPAkAAAAABqwIBAAAAAawCQAAAAAGxAgEAAAABsgJAAAAAAbMCQAAAAAG0AgEAAAABAQsAACQAMAkDAADkAwAgzAEBAP8CACGPAkAAgAMAIasCAQD_AgAhrAJAAIADACGxAgEA_wIAIbICQACAAwAhswJAAJEDACG0AgEAhQMAIQIAAAAFACALAAAmACAIzAEBAP8CACGPAkAAgAMAIasCAQD_AgAhrAJAAIADACGxAgEA_wIAIbICQACAAwAhswJAAJEDACG0AgEAhQMAIQIAAAADACALAAAoACADAAAABQAgEAAAIgAgEQAAJgAgAQAAAAUAIAEAAAADACAFBQAA4QMAIBYAAOMDACAXAADiAwAgswIAAIEDACC0AgAAgQMAIAvJAQAA8QIAMMoBAAAuABDLAQAA8QIAMMwBAQC1AgAhjwJAALYCACGrAgEAtQIAIawCQAC2AgAhsQIBALUCACGyAkAAtgIAIbMCQADLAgAhtAIBAMECACEDAAAAAwAgAQAALQAwFQAALgAgAwAAAAMAIAEAAAQAMAIAAAUAIA7JAQAA7wIAMMoBAAA0ABDLAQAA7wIAMMwBAQC9AgAhzQEBAL0CACHvAQEAAAAB9QEBAL0CACGqAgEAvQIAIasCAQAAAAGsAkAAvgIAIa0CAQC9AgAhrgJAANICACGvAkAA0gIAIbACAADwAgAgAQAAADEAIAEAAAAxACANyQEAAO8CADDKAQAANAAQywEAAO8CADDMAQEAvQIAIc0BAQC9AgAh7wEBAL0CACH1AQEAvQIAIaoCAQC9AgAhqwIBAL0CACGsAkAAvgIAIa0CAQC9AgAhrgJAANICACGvAkAA0gIAIQKuAgAAgQMAIK8CAACBAwAgAwAAADQAIAEAADUAMAIAADEAIAMAAAA0ACABAAA1ADACAAAxACADAAAANAAgAQAANQAwAgAAMQAgCswBAQAAAAHNAQEAAAAB7wEBAAAAAfUBAQAAAAGqAgEAAAABqwIBAAAAAawCQAAAAAGtAgEAAAABrgJAAAAAAa8CQAAAAAEBCwAAOQAgCswBAQAAAAHNAQEAAAAB7wEBAAAAAfUBAQAAAAGqAgEAAAABqwIBAAAAAawCQAAAAAGtAgEAAAABrgJAAAAAAa8CQAAAAAEBCwAAOwAwCswBAQD_AgAhzQEBAP8CACHvAQEA_wIAIfUBAQD_AgAhqgIBAP8CACGrAgEA_wIAIawCQACAAwAhrQIBAP8CACGuAkAAkQMAIa8CQACRAwAhAgAAADEAIAsAAD0AIArMAQEA_wIAIc0BAQD_AgAh7wEBAP8CACH1AQEA_wIAIaoCAQD_AgAhqwIBAP8CACGsAkAAgAMAIa0CAQD_AgAhrgJAAJEDACGvAkAAkQMAIQIAAAA0ACALAAA_ACADAAAAMQAgEAAAOQAgEQAAPQAgAQAAADEAIAEAAAA0ACAFBQAA3gMAIBYAAOADACAXAADfAwAgrgIAAIEDACCvAgAAgQMAIA3JAQAA7gIAMMoBAABFABDLAQAA7gIAMMwBAQC1AgAhzQEBALUCACHvAQEAtQIAIfUBAQC1AgAhqgIBALUCACGrAgEAtQIAIawCQAC2AgAhrQIBALUCACGuAkAAywIAIa8CQADLAgAhAwAAADQAIAEAAEQAMBUAAEUAIAMAAAA0ACABAAA1ADACAAAxACANyQEAAO0CADDKAQAASwAQywEAAO0CADDMAQEAvQIAIe8BAgAAAAHzAQEAvQIAIfQBAQC9AgAh9QEBAL0CACGFAkAAvgIAIYcCAQC9AgAhpwIBAL0CACGoAgEAvQIAIakCAQDGAgAhAQAAAEgAIAEAAABIACANyQEAAO0CADDKAQAASwAQywEAAO0CADDMAQEAvQIAIe8BAgDaAgAh8wEBAL0CACH0AQEAvQIAIfUBAQC9AgAhhQJAAL4CACGHAgEAvQIAIacCAQC9AgAhqAIBAL0CACGpAgEAxgIAIQGpAgAAgQMAIAMAAABLACABAABMADACAABIACADAAAASwAgAQAATAAwAgAASAAgAwAAAEsAIAEAAEwAMAIAAEgAIArMAQEAAAAB7wECAAAAAfMBAQAAAAH0AQEAAAAB9QEBAAAAAYUCQAAAAAGHAgEAAAABpwIBAAAAAagCAQAAAAGpAgEAAAABAQsAAFAAIAnMAQEAAAAB8wEBAAAAAfQBAQAAAAH1AQEAAAABhQJAAAAAAYcCAQAAAAGnAgEAAAABqAIBAAAAAakCAQAAAAEBCwAAUgAwCswBAQD_AgAh7wECAJADACHzAQEA_wIAIfQBAQD_AgAh9QEBAP8CACGFAkAAgAMAIYcCAQD_AgAhpwIBAP8CACGoAgEA_wIAIakCAQCFAwAhAgAAAEgAIAsAAFQAIArMAQEA_wIAIe8BAgCQAwAh8wEBAP8CACH0AQEA_wIAIfUBAQD_AgAhhQJAAIADACGHAgEA_wIAIacCAQD_AgAhqAIBAP8CACGpAgEAhQMAIQIAAABLACALAABWACADAAAASAAgEAAAUAAgEQAAVAAgAQAAAEgAIAEAAABLACAGBQAA2QMAIBYAANwDACAXAADbAwAgQgAA2gMAIEMAAN0DACCpAgAAgQMAIA3JAQAA7AIAMMoBAABcABDLAQAA7AIAMMwBAQC1AgAh7wECAMoCACHzAQEAtQIAIfQBAQC1AgAh9QEBALUCACGFAkAAtgIAIYcCAQC1AgAhpwIBALUCACGoAgEAtQIAIakCAQDBAgAhAwAAAEsAIAEAAFsAMBUAAFwAIAMAAABLACABAABMADACAABIACAIyQEAAOoCADDKAQAAYgAQywEAAOoCADDMAQEAvQIAIYUCQAC-AgAhpAIBAL0CACGlAgEAvQIAIaYCAADrAgAgAQAAAF8AIAEAAABfACAHyQEAAOoCADDKAQAAYgAQywEAAOoCADDMAQEAvQIAIYUCQAC-AgAhpAIBAL0CACGlAgEAvQIAIQADAAAAYgAgAQAAYwAwAgAAXwAgAwAAAGIAIAEAAGMAMAIAAF8AIAMAAABiACABAABjADACAABfACAEzAEBAAAAAYUCQAAAAAGkAgEAAAABpQIBAAAAAQELAABnACAEzAEBAAAAAYUCQAAAAAGkAgEAAAABpQIBAAAAAQELAABpADAEzAEBAP8CACGFAkAAgAMAIaQCAQD_AgAhpQIBAP8CACECAAAAXwAgCwAAawAgBMwBAQD_AgAhhQJAAIADACGkAgEA_wIAIaUCAQD_AgAhAgAAAGIAIAsAAG0AIAMAAABfACAQAABnACARAABrACABAAAAXwAgAQAAAGIAIAMFAADWAwAgFgAA2AMAIBcAANcDACAHyQEAAOkCADDKAQAAcwAQywEAAOkCADDMAQEAtQIAIYUCQAC2AgAhpAIBALUCACGlAgEAtQIAIQMAAABiACABAAByADAVAABzACADAAAAYgAgAQAAYwAwAgAAXwAgBckBAADoAgAwygEAAHkAEMsBAADoAgAwzQEBAAAAAc4BAQC9AgAhAQAAAHYAIAEAAAB2ACAFyQEAAOgCADDKAQAAeQAQywEAAOgCADDNAQEAvQIAIc4BAQC9AgAhAAMAAAB5ACABAAB6ADACAAB2ACADAAAAeQAgAQAAegAwAgAAdgAgAwAAAHkAIAEAAHoAMAIAAHYAIALNAQEAAAABzgEBAAAAAQELAAB-ACACzQEBAAAAAc4BAQAAAAEBCwAAgAEAMALNAQEA_wIAIc4BAQD_AgAhAgAAAHYAIAsAAIIBACACzQEBAP8CACHOAQEA_wIAIQIAAAB5ACALAACEAQAgAwAAAHYAIBAAAH4AIBEAAIIBACABAAAAdgAgAQAAAHkAIAMFAADTAwAgFgAA1QMAIBcAANQDACAFyQEAAOcCADDKAQAAigEAEMsBAADnAgAwzQEBALUCACHOAQEAtQIAIQMAAAB5ACABAACJAQAwFQAAigEAIAMAAAB5ACABAAB6ADACAAB2ACAoYwAA5AIAIMkBAADiAgAwygEAAJUBABDLAQAA4gIAMMwBAQC9AgAh3gEBAMYCACHjAQEAvQIAIeQBAQDGAgAh6AEBAL0CACHvAQEAAAAB8QEBAMYCACH9AQEAvQIAIYgCAQC9AgAhiQIBAL0CACGKAgEAvQIAIYsCAQC9AgAhjAJAAL4CACGNAgQA4wIAIY4CQAC-AgAhjwJAAL4CACGQAkAAvgIAIZECQADSAgAhkgJAANICACGTAkAA0gIAIZQCAgDaAgAhlQIBAMYCACGWAgEAxgIAIZcCQADSAgAhmAIBAMYCACGZAgEAxgIAIZoCQADSAgAhmwIBAMYCACGcAgEAvQIAIZ0CAQDGAgAhngIBAMYCACGfAgEAvQIAIaACAQDGAgAhoQIBAMYCACGiAgEAxgIAIaMCAQDGAgAhAQAAAI0BACALYgAA5gIAIMkBAADlAgAwygEAAI8BABDLAQAA5QIAMMwBAQC9AgAh4QEBAL0CACHvAQIA2gIAIfMBAQDGAgAhhQJAAL4CACGGAgEAvQIAIYcCAQDGAgAhA2IAANIDACDzAQAAgQMAIIcCAACBAwAgC2IAAOYCACDJAQAA5QIAMMoBAACPAQAQywEAAOUCADDMAQEAvQIAIeEBAQC9AgAh7wECAAAAAfMBAQDGAgAhhQJAAL4CACGGAgEAvQIAIYcCAQDGAgAhAwAAAI8BACABAACQAQAwAgAAkQEAIAEAAACPAQAgAQAAAI0BACAoYwAA5AIAIMkBAADiAgAwygEAAJUBABDLAQAA4gIAMMwBAQC9AgAh3gEBAMYCACHjAQEAvQIAIeQBAQDGAgAh6AEBAL0CACHvAQEAvQIAIfEBAQDGAgAh_QEBAL0CACGIAgEAvQIAIYkCAQC9AgAhigIBAL0CACGLAgEAvQIAIYwCQAC-AgAhjQIEAOMCACGOAkAAvgIAIY8CQAC-AgAhkAJAAL4CACGRAkAA0gIAIZICQADSAgAhkwJAANICACGUAgIA2gIAIZUCAQDGAgAhlgIBAMYCACGXAkAA0gIAIZgCAQDGAgAhmQIBAMYCACGaAkAA0gIAIZsCAQDGAgAhnAIBAL0CACGdAgEAxgIAIZ4CAQDGAgAhnwIBAL0CACGgAgEAxgIAIaECAQDGAgAhogIBAMYCACGjAgEAxgIAIRRjAADRAwAg3gEAAIEDACDkAQAAgQMAIPEBAACBAwAgkQIAAIEDACCSAgAAgQMAIJMCAACBAwAglQIAAIEDACCWAgAAgQMAIJcCAACBAwAgmAIAAIEDACCZAgAAgQMAIJoCAACBAwAgmwIAAIEDACCdAgAAgQMAIJ4CAACBAwAgoAIAAIEDACChAgAAgQMAIKICAACBAwAgowIAAIEDACADAAAAlQEAIAEAAJYBADACAACNAQAgAwAAAJUBACABAACWAQAwAgAAjQEAIAMAAACVAQAgAQAAlgEAMAIAAI0BACAlYwAA0AMAIMwBAQAAAAHeAQEAAAAB4wEBAAAAAeQBAQAAAAHoAQEAAAAB7wEBAAAAAfEBAQAAAAH9AQEAAAABiAIBAAAAAYkCAQAAAAGKAgEAAAABiwIBAAAAAYwCQAAAAAGNAgQAAAABjgJAAAAAAY8CQAAAAAGQAkAAAAABkQJAAAAAAZICQAAAAAGTAkAAAAABlAICAAAAAZUCAQAAAAGWAgEAAAABlwJAAAAAAZgCAQAAAAGZAgEAAAABmgJAAAAAAZsCAQAAAAGcAgEAAAABnQIBAAAAAZ4CAQAAAAGfAgEAAAABoAIBAAAAAaECAQAAAAGiAgEAAAABowIBAAAAAQELAACaAQAgJMwBAQAAAAHeAQEAAAAB4wEBAAAAAeQBAQAAAAHoAQEAAAAB7wEBAAAAAfEBAQAAAAH9AQEAAAABiAIBAAAAAYkCAQAAAAGKAgEAAAABiwIBAAAAAYwCQAAAAAGNAgQAAAABjgJAAAAAAY8CQAAAAAGQAkAAAAABkQJAAAAAAZICQAAAAAGTAkAAAAABlAICAAAAAZUCAQAAAAGWAgEAAAABlwJAAAAAAZgCAQAAAAGZAgEAAAABmgJAAAAAAZsCAQAAAAGcAgEAAAABnQIBAAAAAZ4CAQAAAAGfAgEAAAABoAIBAAAAAaECAQAAAAGiAgEAAAABowIBAAAAAQELAACcAQAwJWMAAMMDACDMAQEA_wIAId4BAQCFAwAh4wEBAP8CACHkAQEAhQMAIegBAQD_AgAh7wEBAP8CACHxAQEAhQMAIf0BAQD_AgAhiAIBAP8CACGJAgEA_wIAIYoCAQD_AgAhiwIBAP8CACGMAkAAgAMAIY0CBADCAwAhjgJAAIADACGPAkAAgAMAIZACQACAAwAhkQJAAJEDACGSAkAAkQMAIZMCQACRAwAhlAICAJADACGVAgEAhQMAIZYCAQCFAwAhlwJAAJEDACGYAgEAhQMAIZkCAQCFAwAhmgJAAJEDACGbAgEAhQMAIZwCAQD_AgAhnQIBAIUDACGeAgEAhQMAIZ8CAQD_AgAhoAIBAIUDACGhAgEAhQMAIaICAQCFAwAhowIBAIUDACECAAAAjQEAIAsAAJ4BACAkzAEBAP8CACHeAQEAhQMAIeMBAQD_AgAh5AEBAIUDACHoAQEA_wIAIe8BAQD_AgAh8QEBAIUDACH9AQEA_wIAIYgCAQD_AgAhiQIBAP8CACGKAgEA_wIAIYsCAQD_AgAhjAJAAIADACGNAgQAwgMAIY4CQACAAwAhjwJAAIADACGQAkAAgAMAIZECQACRAwAhkgJAAJEDACGTAkAAkQMAIZQCAgCQAwAhlQIBAIUDACGWAgEAhQMAIZcCQACRAwAhmAIBAIUDACGZAgEAhQMAIZoCQACRAwAhmwIBAIUDACGcAgEA_wIAIZ0CAQCFAwAhngIBAIUDACGfAgEA_wIAIaACAQCFAwAhoQIBAIUDACGiAgEAhQMAIaMCAQCFAwAhAgAAAJUBACALAACgAQAgAwAAAI0BACAQAACaAQAgEQAAngEAIAEAAACNAQAgAQAAAJUBACAYBQAAvQMAIBYAAMADACAXAAC_AwAgQgAAvgMAIEMAAMEDACDeAQAAgQMAIOQBAACBAwAg8QEAAIEDACCRAgAAgQMAIJICAACBAwAgkwIAAIEDACCVAgAAgQMAIJYCAACBAwAglwIAAIEDACCYAgAAgQMAIJkCAACBAwAgmgIAAIEDACCbAgAAgQMAIJ0CAACBAwAgngIAAIEDACCgAgAAgQMAIKECAACBAwAgogIAAIEDACCjAgAAgQMAICfJAQAA3gIAMMoBAACmAQAQywEAAN4CADDMAQEAtQIAId4BAQDBAgAh4wEBALUCACHkAQEAwQIAIegBAQC1AgAh7wEBALUCACHxAQEAwQIAIf0BAQC1AgAhiAIBALUCACGJAgEAtQIAIYoCAQC1AgAhiwIBALUCACGMAkAAtgIAIY0CBADfAgAhjgJAALYCACGPAkAAtgIAIZACQAC2AgAhkQJAAMsCACGSAkAAywIAIZMCQADLAgAhlAICAMoCACGVAgEAwQIAIZYCAQDBAgAhlwJAAMsCACGYAgEAwQIAIZkCAQDBAgAhmgJAAMsCACGbAgEAwQIAIZwCAQC1AgAhnQIBAMECACGeAgEAwQIAIZ8CAQC1AgAhoAIBAMECACGhAgEAwQIAIaICAQDBAgAhowIBAMECACEDAAAAlQEAIAEAAKUBADAVAACmAQAgAwAAAJUBACABAACWAQAwAgAAjQEAIAEAAACRAQAgAQAAAJEBACADAAAAjwEAIAEAAJABADACAACRAQAgAwAAAI8BACABAACQAQAwAgAAkQEAIAMAAACPAQAgAQAAkAEAMAIAAJEBACAIYgAAvAMAIMwBAQAAAAHhAQEAAAAB7wECAAAAAfMBAQAAAAGFAkAAAAABhgIBAAAAAYcCAQAAAAEBCwAArgEAIAbMAQEAAAAB4QEBAAAAAfMBAQAAAAGFAkAAAAABhgIBAAAAAYcCAQAAAAEBCwAAsAEAMAhiAAC7AwAgzAEBAP8CACHhAQEA_wIAIe8BAgCQAwAh8wEBAIUDACGFAkAAgAMAIYYCAQD_AgAhhwIBAIUDACECAAAAkQEAIAsAALIBACAHzAEBAP8CACHhAQEA_wIAIe8BAgCQAwAh8wEBAIUDACGFAkAAgAMAIYYCAQD_AgAhhwIBAIUDACECAAAAjwEAIAsAALQBACADAAAAkQEAIBAAAK4BACARAACyAQAgAQAAAJEBACABAAAAjwEAIAcFAAC2AwAgFgAAuQMAIBcAALgDACBCAAC3AwAgQwAAugMAIPMBAACBAwAghwIAAIEDACAKyQEAAN0CADDKAQAAugEAEMsBAADdAgAwzAEBALUCACHhAQEAtQIAIe8BAgDKAgAh8wEBAMECACGFAkAAtgIAIYYCAQC1AgAhhwIBAMECACEDAAAAjwEAIAEAALkBADAVAAC6AQAgAwAAAI8BACABAACQAQAwAgAAkQEAIB6BAQAA0wIAIIIBAADUAgAgyQEAANECADDKAQAAygEAEMsBAADRAgAwzAEBAL0CACHeAQEAxgIAIeIBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh7AFAANICACHtAUAA0gIAIe8BAQAAAAHwAQEAvQIAIfEBAQDGAgAh8gEBAL0CACHzAQEAvQIAIfQBAQC9AgAh9QEBAL0CACH2AQEAvQIAIfcBAQDGAgAh-AEBAL0CACH5AQEAvQIAIfoBQAC-AgAh-wFAANICACH8AQEAxgIAIf0BAQC9AgAhgwIAANsCACCEAgAA3AIAIAEAAAC9AQAgEIABAADXAgAgyQEAANkCADDKAQAAvwEAEMsBAADZAgAw3gEBAMYCACHfAQEAvQIAIeUBAgDaAgAh5gEBAL0CACHnAQEAvQIAIegBAQC9AgAh6QEBAMYCACHqAQEAxgIAIesBQADSAgAh7AFAANICACHtAUAA0gIAIe4BQADSAgAhCIABAAC1AwAg3gEAAIEDACDpAQAAgQMAIOoBAACBAwAg6wEAAIEDACDsAQAAgQMAIO0BAACBAwAg7gEAAIEDACARgAEAANcCACDJAQAA2QIAMMoBAAC_AQAQywEAANkCADDeAQEAxgIAId8BAQC9AgAh5QECANoCACHmAQEAvQIAIecBAQC9AgAh6AEBAL0CACHpAQEAxgIAIeoBAQDGAgAh6wFAANICACHsAUAA0gIAIe0BQADSAgAh7gFAANICACGCAgAA2AIAIAMAAAC_AQAgAQAAwAEAMAIAAMEBACAKgAEAANcCACDJAQAA1gIAMMoBAADDAQAQywEAANYCADDMAQEAvQIAId8BAQC9AgAh4QEBAL0CACHiAQEAvQIAIeMBAQC9AgAh5AEBAMYCACECgAEAALUDACDkAQAAgQMAIAuAAQAA1wIAIMkBAADWAgAwygEAAMMBABDLAQAA1gIAMMwBAQC9AgAh3wEBAL0CACHhAQEAvQIAIeIBAQC9AgAh4wEBAL0CACHkAQEAxgIAIYECAADVAgAgAwAAAMMBACABAADEAQAwAgAAxQEAIAEAAAC_AQAgAQAAAMMBACABAAAAvQEAIByBAQAA0wIAIIIBAADUAgAgyQEAANECADDKAQAAygEAEMsBAADRAgAwzAEBAL0CACHeAQEAxgIAIeIBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh7AFAANICACHtAUAA0gIAIe8BAQC9AgAh8AEBAL0CACHxAQEAxgIAIfIBAQC9AgAh8wEBAL0CACH0AQEAvQIAIfUBAQC9AgAh9gEBAL0CACH3AQEAxgIAIfgBAQC9AgAh-QEBAL0CACH6AUAAvgIAIfsBQADSAgAh_AEBAMYCACH9AQEAvQIAIQqBAQAAswMAIIIBAAC0AwAg3gEAAIEDACDpAQAAgQMAIOwBAACBAwAg7QEAAIEDACDxAQAAgQMAIPcBAACBAwAg-wEAAIEDACD8AQAAgQMAIAMAAADKAQAgAQAAywEAMAIAAL0BACADAAAAygEAIAEAAMsBADACAAC9AQAgAwAAAMoBACABAADLAQAwAgAAvQEAIBmBAQAAsQMAIIIBAACyAwAgzAEBAAAAAd4BAQAAAAHiAQEAAAAB5wEBAAAAAegBAQAAAAHpAQEAAAAB7AFAAAAAAe0BQAAAAAHvAQEAAAAB8AEBAAAAAfEBAQAAAAHyAQEAAAAB8wEBAAAAAfQBAQAAAAH1AQEAAAAB9gEBAAAAAfcBAQAAAAH4AQEAAAAB-QEBAAAAAfoBQAAAAAH7AUAAAAAB_AEBAAAAAf0BAQAAAAEBCwAAzwEAIBfMAQEAAAAB3gEBAAAAAeIBAQAAAAHnAQEAAAAB6AEBAAAAAekBAQAAAAHsAUAAAAAB7QFAAAAAAe8BAQAAAAHwAQEAAAAB8QEBAAAAAfIBAQAAAAHzAQEAAAAB9AEBAAAAAfUBAQAAAAH2AQEAAAAB9wEBAAAAAfgBAQAAAAH5AQEAAAAB-gFAAAAAAfsBQAAAAAH8AQEAAAAB_QEBAAAAAQELAADRAQAwGYEBAACXAwAgggEAAJgDACDMAQEA_wIAId4BAQCFAwAh4gEBAP8CACHnAQEA_wIAIegBAQD_AgAh6QEBAIUDACHsAUAAkQMAIe0BQACRAwAh7wEBAP8CACHwAQEA_wIAIfEBAQCFAwAh8gEBAP8CACHzAQEA_wIAIfQBAQD_AgAh9QEBAP8CACH2AQEA_wIAIfcBAQCFAwAh-AEBAP8CACH5AQEA_wIAIfoBQACAAwAh-wFAAJEDACH8AQEAhQMAIf0BAQD_AgAhAgAAAL0BACALAADTAQAgF8wBAQD_AgAh3gEBAIUDACHiAQEA_wIAIecBAQD_AgAh6AEBAP8CACHpAQEAhQMAIewBQACRAwAh7QFAAJEDACHvAQEA_wIAIfABAQD_AgAh8QEBAIUDACHyAQEA_wIAIfMBAQD_AgAh9AEBAP8CACH1AQEA_wIAIfYBAQD_AgAh9wEBAIUDACH4AQEA_wIAIfkBAQD_AgAh-gFAAIADACH7AUAAkQMAIfwBAQCFAwAh_QEBAP8CACECAAAAygEAIAsAANUBACADAAAAvQEAIBAAAM8BACARAADTAQAgAQAAAL0BACABAAAAygEAIAsFAACUAwAgFgAAlgMAIBcAAJUDACDeAQAAgQMAIOkBAACBAwAg7AEAAIEDACDtAQAAgQMAIPEBAACBAwAg9wEAAIEDACD7AQAAgQMAIPwBAACBAwAgGskBAADQAgAwygEAANsBABDLAQAA0AIAMMwBAQC1AgAh3gEBAMECACHiAQEAtQIAIecBAQC1AgAh6AEBALUCACHpAQEAwQIAIewBQADLAgAh7QFAAMsCACHvAQEAtQIAIfABAQC1AgAh8QEBAMECACHyAQEAtQIAIfMBAQC1AgAh9AEBALUCACH1AQEAtQIAIfYBAQC1AgAh9wEBAMECACH4AQEAtQIAIfkBAQC1AgAh-gFAALYCACH7AUAAywIAIfwBAQDBAgAh_QEBALUCACEDAAAAygEAIAEAANoBADAVAADbAQAgAwAAAMoBACABAADLAQAwAgAAvQEAIAEAAADBAQAgAQAAAMEBACADAAAAvwEAIAEAAMABADACAADBAQAgAwAAAL8BACABAADAAQAwAgAAwQEAIAMAAAC_AQAgAQAAwAEAMAIAAMEBACANgAEAAJMDACDeAQEAAAAB3wEBAAAAAeUBAgAAAAHmAQEAAAAB5wEBAAAAAegBAQAAAAHpAQEAAAAB6gEBAAAAAesBQAAAAAHsAUAAAAAB7QFAAAAAAe4BQAAAAAEBCwAA4wEAIAzeAQEAAAAB3wEBAAAAAeUBAgAAAAHmAQEAAAAB5wEBAAAAAegBAQAAAAHpAQEAAAAB6gEBAAAAAesBQAAAAAHsAUAAAAAB7QFAAAAAAe4BQAAAAAEBCwAA5QEAMA2AAQAAkgMAIN4BAQCFAwAh3wEBAP8CACHlAQIAkAMAIeYBAQD_AgAh5wEBAP8CACHoAQEA_wIAIekBAQCFAwAh6gEBAIUDACHrAUAAkQMAIewBQACRAwAh7QFAAJEDACHuAUAAkQMAIQIAAADBAQAgCwAA5wEAIAzeAQEAhQMAId8BAQD_AgAh5QECAJADACHmAQEA_wIAIecBAQD_AgAh6AEBAP8CACHpAQEAhQMAIeoBAQCFAwAh6wFAAJEDACHsAUAAkQMAIe0BQACRAwAh7gFAAJEDACECAAAAvwEAIAsAAOkBACADAAAAwQEAIBAAAOMBACARAADnAQAgAQAAAMEBACABAAAAvwEAIAwFAACLAwAgFgAAjgMAIBcAAI0DACBCAACMAwAgQwAAjwMAIN4BAACBAwAg6QEAAIEDACDqAQAAgQMAIOsBAACBAwAg7AEAAIEDACDtAQAAgQMAIO4BAACBAwAgD8kBAADJAgAwygEAAO8BABDLAQAAyQIAMN4BAQDBAgAh3wEBALUCACHlAQIAygIAIeYBAQC1AgAh5wEBALUCACHoAQEAtQIAIekBAQDBAgAh6gEBAMECACHrAUAAywIAIewBQADLAgAh7QFAAMsCACHuAUAAywIAIQMAAAC_AQAgAQAA7gEAMBUAAO8BACADAAAAvwEAIAEAAMABADACAADBAQAgAQAAAMUBACABAAAAxQEAIAMAAADDAQAgAQAAxAEAMAIAAMUBACADAAAAwwEAIAEAAMQBADACAADFAQAgAwAAAMMBACABAADEAQAwAgAAxQEAIAeAAQAAigMAIMwBAQAAAAHfAQEAAAAB4QEBAAAAAeIBAQAAAAHjAQEAAAAB5AEBAAAAAQELAAD3AQAgBswBAQAAAAHfAQEAAAAB4QEBAAAAAeIBAQAAAAHjAQEAAAAB5AEBAAAAAQELAAD5AQAwB4ABAACJAwAgzAEBAP8CACHfAQEA_wIAIeEBAQD_AgAh4gEBAP8CACHjAQEA_wIAIeQBAQCFAwAhAgAAAMUBACALAAD7AQAgBswBAQD_AgAh3wEBAP8CACHhAQEA_wIAIeIBAQD_AgAh4wEBAP8CACHkAQEAhQMAIQIAAADDAQAgCwAA_QEAIAMAAADFAQAgEAAA9wEAIBEAAPsBACABAAAAxQEAIAEAAADDAQAgBAUAAIYDACAWAACIAwAgFwAAhwMAIOQBAACBAwAgCckBAADIAgAwygEAAIMCABDLAQAAyAIAMMwBAQC1AgAh3wEBALUCACHhAQEAtQIAIeIBAQC1AgAh4wEBALUCACHkAQEAwQIAIQMAAADDAQAgAQAAggIAMBUAAIMCACADAAAAwwEAIAEAAMQBADACAADFAQAgCMkBAADFAgAwygEAAIkCABDLAQAAxQIAMMwBAQC9AgAh3QEBAL0CACHeAQEAxgIAId8BAQC9AgAh4AEAAMcCACABAAAAhgIAIAEAAACGAgAgB8kBAADFAgAwygEAAIkCABDLAQAAxQIAMMwBAQC9AgAh3QEBAL0CACHeAQEAxgIAId8BAQC9AgAhAd4BAACBAwAgAwAAAIkCACABAACKAgAwAgAAhgIAIAMAAACJAgAgAQAAigIAMAIAAIYCACADAAAAiQIAIAEAAIoCADACAACGAgAgBMwBAQAAAAHdAQEAAAAB3gEBAAAAAd8BAQAAAAEBCwAAjgIAIATMAQEAAAAB3QEBAAAAAd4BAQAAAAHfAQEAAAABAQsAAJACADAEzAEBAP8CACHdAQEA_wIAId4BAQCFAwAh3wEBAP8CACECAAAAhgIAIAsAAJICACAEzAEBAP8CACHdAQEA_wIAId4BAQCFAwAh3wEBAP8CACECAAAAiQIAIAsAAJQCACADAAAAhgIAIBAAAI4CACARAACSAgAgAQAAAIYCACABAAAAiQIAIAQFAACCAwAgFgAAhAMAIBcAAIMDACDeAQAAgQMAIAfJAQAAwAIAMMoBAACaAgAQywEAAMACADDMAQEAtQIAId0BAQC1AgAh3gEBAMECACHfAQEAtQIAIQMAAACJAgAgAQAAmQIAMBUAAJoCACADAAAAiQIAIAEAAIoCADACAACGAgAgCckBAAC8AgAwygEAAKACABDLAQAAvAIAMMwBAQC9AgAhzQEBAL0CACHOAQEAvQIAIc8BQAC-AgAh0AEBAL0CACHcAQAAvwIAIAEAAACdAgAgAQAAAJ0CACAIyQEAALwCADDKAQAAoAIAEMsBAAC8AgAwzAEBAL0CACHNAQEAvQIAIc4BAQC9AgAhzwFAAL4CACHQAQEAvQIAIQADAAAAoAIAIAEAAKECADACAACdAgAgAwAAAKACACABAAChAgAwAgAAnQIAIAMAAACgAgAgAQAAoQIAMAIAAJ0CACAFzAEBAAAAAc0BAQAAAAHOAQEAAAABzwFAAAAAAdABAQAAAAEBCwAApQIAIAXMAQEAAAABzQEBAAAAAc4BAQAAAAHPAUAAAAAB0AEBAAAAAQELAACnAgAwBcwBAQD_AgAhzQEBAP8CACHOAQEA_wIAIc8BQACAAwAh0AEBAP8CACECAAAAnQIAIAsAAKkCACAFzAEBAP8CACHNAQEA_wIAIc4BAQD_AgAhzwFAAIADACHQAQEA_wIAIQIAAACgAgAgCwAAqwIAIAMAAACdAgAgEAAApQIAIBEAAKkCACABAAAAnQIAIAEAAACgAgAgAwUAAPwCACAWAAD-AgAgFwAA_QIAIAjJAQAAtAIAMMoBAACxAgAQywEAALQCADDMAQEAtQIAIc0BAQC1AgAhzgEBALUCACHPAUAAtgIAIdABAQC1AgAhAwAAAKACACABAACwAgAwFQAAsQIAIAMAAACgAgAgAQAAoQIAMAIAAJ0CACAIyQEAALQCADDKAQAAsQIAEMsBAAC0AgAwzAEBALUCACHNAQEAtQIAIc4BAQC1AgAhzwFAALYCACHQAQEAtQIAIQ4FAAC4AgAgFgAAuwIAIBcAALsCACDRAQEAAAAB0gEBAAAABNMBAQAAAATUAQEAAAAB1QEBAAAAAdYBAQAAAAHXAQEAAAAB2AEBALoCACHZAQEAAAAB2gEBAAAAAdsBAQAAAAELBQAAuAIAIBYAALkCACAXAAC5AgAg0QFAAAAAAdIBQAAAAATTAUAAAAAE1AFAAAAAAdUBQAAAAAHWAUAAAAAB1wFAAAAAAdgBQAC3AgAhCwUAALgCACAWAAC5AgAgFwAAuQIAINEBQAAAAAHSAUAAAAAE0wFAAAAABNQBQAAAAAHVAUAAAAAB1gFAAAAAAdcBQAAAAAHYAUAAtwIAIQjRAQIAAAAB0gECAAAABNMBAgAAAATUAQIAAAAB1QECAAAAAdYBAgAAAAHXAQIAAAAB2AECALgCACEI0QFAAAAAAdIBQAAAAATTAUAAAAAE1AFAAAAAAdUBQAAAAAHWAUAAAAAB1wFAAAAAAdgBQAC5AgAhDgUAALgCACAWAAC7AgAgFwAAuwIAINEBAQAAAAHSAQEAAAAE0wEBAAAABNQBAQAAAAHVAQEAAAAB1gEBAAAAAdcBAQAAAAHYAQEAugIAIdkBAQAAAAHaAQEAAAAB2wEBAAAAAQvRAQEAAAAB0gEBAAAABNMBAQAAAATUAQEAAAAB1QEBAAAAAdYBAQAAAAHXAQEAAAAB2AEBALsCACHZAQEAAAAB2gEBAAAAAdsBAQAAAAEIyQEAALwCADDKAQAAoAIAEMsBAAC8AgAwzAEBAL0CACHNAQEAvQIAIc4BAQC9AgAhzwFAAL4CACHQAQEAvQIAIQvRAQEAAAAB0gEBAAAABNMBAQAAAATUAQEAAAAB1QEBAAAAAdYBAQAAAAHXAQEAAAAB2AEBALsCACHZAQEAAAAB2gEBAAAAAdsBAQAAAAEI0QFAAAAAAdIBQAAAAATTAUAAAAAE1AFAAAAAAdUBQAAAAAHWAUAAAAAB1wFAAAAAAdgBQAC5AgAhAswBAQAAAAHNAQEAAAABB8kBAADAAgAwygEAAJoCABDLAQAAwAIAMMwBAQC1AgAh3QEBALUCACHeAQEAwQIAId8BAQC1AgAhDgUAAMMCACAWAADEAgAgFwAAxAIAINEBAQAAAAHSAQEAAAAF0wEBAAAABdQBAQAAAAHVAQEAAAAB1gEBAAAAAdcBAQAAAAHYAQEAwgIAIdkBAQAAAAHaAQEAAAAB2wEBAAAAAQ4FAADDAgAgFgAAxAIAIBcAAMQCACDRAQEAAAAB0gEBAAAABdMBAQAAAAXUAQEAAAAB1QEBAAAAAdYBAQAAAAHXAQEAAAAB2AEBAMICACHZAQEAAAAB2gEBAAAAAdsBAQAAAAEI0QECAAAAAdIBAgAAAAXTAQIAAAAF1AECAAAAAdUBAgAAAAHWAQIAAAAB1wECAAAAAdgBAgDDAgAhC9EBAQAAAAHSAQEAAAAF0wEBAAAABdQBAQAAAAHVAQEAAAAB1gEBAAAAAdcBAQAAAAHYAQEAxAIAIdkBAQAAAAHaAQEAAAAB2wEBAAAAAQfJAQAAxQIAMMoBAACJAgAQywEAAMUCADDMAQEAvQIAId0BAQC9AgAh3gEBAMYCACHfAQEAvQIAIQvRAQEAAAAB0gEBAAAABdMBAQAAAAXUAQEAAAAB1QEBAAAAAdYBAQAAAAHXAQEAAAAB2AEBAMQCACHZAQEAAAAB2gEBAAAAAdsBAQAAAAECzAEBAAAAAd0BAQAAAAEJyQEAAMgCADDKAQAAgwIAEMsBAADIAgAwzAEBALUCACHfAQEAtQIAIeEBAQC1AgAh4gEBALUCACHjAQEAtQIAIeQBAQDBAgAhD8kBAADJAgAwygEAAO8BABDLAQAAyQIAMN4BAQDBAgAh3wEBALUCACHlAQIAygIAIeYBAQC1AgAh5wEBALUCACHoAQEAtQIAIekBAQDBAgAh6gEBAMECACHrAUAAywIAIewBQADLAgAh7QFAAMsCACHuAUAAywIAIQ0FAAC4AgAgFgAAuAIAIBcAALgCACBCAADPAgAgQwAAuAIAINEBAgAAAAHSAQIAAAAE0wECAAAABNQBAgAAAAHVAQIAAAAB1gECAAAAAdcBAgAAAAHYAQIAzgIAIQsFAADDAgAgFgAAzQIAIBcAAM0CACDRAUAAAAAB0gFAAAAABdMBQAAAAAXUAUAAAAAB1QFAAAAAAdYBQAAAAAHXAUAAAAAB2AFAAMwCACELBQAAwwIAIBYAAM0CACAXAADNAgAg0QFAAAAAAdIBQAAAAAXTAUAAAAAF1AFAAAAAAdUBQAAAAAHWAUAAAAAB1wFAAAAAAdgBQADMAgAhCNEBQAAAAAHSAUAAAAAF0wFAAAAABdQBQAAAAAHVAUAAAAAB1gFAAAAAAdcBQAAAAAHYAUAAzQIAIQ0FAAC4AgAgFgAAuAIAIBcAALgCACBCAADPAgAgQwAAuAIAINEBAgAAAAHSAQIAAAAE0wECAAAABNQBAgAAAAHVAQIAAAAB1gECAAAAAdcBAgAAAAHYAQIAzgIAIQjRAQgAAAAB0gEIAAAABNMBCAAAAATUAQgAAAAB1QEIAAAAAdYBCAAAAAHXAQgAAAAB2AEIAM8CACEayQEAANACADDKAQAA2wEAEMsBAADQAgAwzAEBALUCACHeAQEAwQIAIeIBAQC1AgAh5wEBALUCACHoAQEAtQIAIekBAQDBAgAh7AFAAMsCACHtAUAAywIAIe8BAQC1AgAh8AEBALUCACHxAQEAwQIAIfIBAQC1AgAh8wEBALUCACH0AQEAtQIAIfUBAQC1AgAh9gEBALUCACH3AQEAwQIAIfgBAQC1AgAh-QEBALUCACH6AUAAtgIAIfsBQADLAgAh_AEBAMECACH9AQEAtQIAIRyBAQAA0wIAIIIBAADUAgAgyQEAANECADDKAQAAygEAEMsBAADRAgAwzAEBAL0CACHeAQEAxgIAIeIBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh7AFAANICACHtAUAA0gIAIe8BAQC9AgAh8AEBAL0CACHxAQEAxgIAIfIBAQC9AgAh8wEBAL0CACH0AQEAvQIAIfUBAQC9AgAh9gEBAL0CACH3AQEAxgIAIfgBAQC9AgAh-QEBAL0CACH6AUAAvgIAIfsBQADSAgAh_AEBAMYCACH9AQEAvQIAIQjRAUAAAAAB0gFAAAAABdMBQAAAAAXUAUAAAAAB1QFAAAAAAdYBQAAAAAHXAUAAAAAB2AFAAM0CACED_gEAAL8BACD_AQAAvwEAIIACAAC_AQAgA_4BAADDAQAg_wEAAMMBACCAAgAAwwEAIALfAQEAAAAB4QEBAAAAAQqAAQAA1wIAIMkBAADWAgAwygEAAMMBABDLAQAA1gIAMMwBAQC9AgAh3wEBAL0CACHhAQEAvQIAIeIBAQC9AgAh4wEBAL0CACHkAQEAxgIAIR6BAQAA0wIAIIIBAADUAgAgyQEAANECADDKAQAAygEAEMsBAADRAgAwzAEBAL0CACHeAQEAxgIAIeIBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh7AFAANICACHtAUAA0gIAIe8BAQC9AgAh8AEBAL0CACHxAQEAxgIAIfIBAQC9AgAh8wEBAL0CACH0AQEAvQIAIfUBAQC9AgAh9gEBAL0CACH3AQEAxgIAIfgBAQC9AgAh-QEBAL0CACH6AUAAvgIAIfsBQADSAgAh_AEBAMYCACH9AQEAvQIAIbkCAADKAQAgugIAAMoBACAC3wEBAAAAAeUBAgAAAAEQgAEAANcCACDJAQAA2QIAMMoBAAC_AQAQywEAANkCADDeAQEAxgIAId8BAQC9AgAh5QECANoCACHmAQEAvQIAIecBAQC9AgAh6AEBAL0CACHpAQEAxgIAIeoBAQDGAgAh6wFAANICACHsAUAA0gIAIe0BQADSAgAh7gFAANICACEI0QECAAAAAdIBAgAAAATTAQIAAAAE1AECAAAAAdUBAgAAAAHWAQIAAAAB1wECAAAAAdgBAgC4AgAhAswBAQAAAAH5AQEAAAABA8wBAQAAAAHzAQEAAAAB-AEBAAAAAQrJAQAA3QIAMMoBAAC6AQAQywEAAN0CADDMAQEAtQIAIeEBAQC1AgAh7wECAMoCACHzAQEAwQIAIYUCQAC2AgAhhgIBALUCACGHAgEAwQIAISfJAQAA3gIAMMoBAACmAQAQywEAAN4CADDMAQEAtQIAId4BAQDBAgAh4wEBALUCACHkAQEAwQIAIegBAQC1AgAh7wEBALUCACHxAQEAwQIAIf0BAQC1AgAhiAIBALUCACGJAgEAtQIAIYoCAQC1AgAhiwIBALUCACGMAkAAtgIAIY0CBADfAgAhjgJAALYCACGPAkAAtgIAIZACQAC2AgAhkQJAAMsCACGSAkAAywIAIZMCQADLAgAhlAICAMoCACGVAgEAwQIAIZYCAQDBAgAhlwJAAMsCACGYAgEAwQIAIZkCAQDBAgAhmgJAAMsCACGbAgEAwQIAIZwCAQC1AgAhnQIBAMECACGeAgEAwQIAIZ8CAQC1AgAhoAIBAMECACGhAgEAwQIAIaICAQDBAgAhowIBAMECACENBQAAuAIAIBYAAOECACAXAADhAgAgQgAAzwIAIEMAAOECACDRAQQAAAAB0gEEAAAABNMBBAAAAATUAQQAAAAB1QEEAAAAAdYBBAAAAAHXAQQAAAAB2AEEAOACACENBQAAuAIAIBYAAOECACAXAADhAgAgQgAAzwIAIEMAAOECACDRAQQAAAAB0gEEAAAABNMBBAAAAATUAQQAAAAB1QEEAAAAAdYBBAAAAAHXAQQAAAAB2AEEAOACACEI0QEEAAAAAdIBBAAAAATTAQQAAAAE1AEEAAAAAdUBBAAAAAHWAQQAAAAB1wEEAAAAAdgBBADhAgAhKGMAAOQCACDJAQAA4gIAMMoBAACVAQAQywEAAOICADDMAQEAvQIAId4BAQDGAgAh4wEBAL0CACHkAQEAxgIAIegBAQC9AgAh7wEBAL0CACHxAQEAxgIAIf0BAQC9AgAhiAIBAL0CACGJAgEAvQIAIYoCAQC9AgAhiwIBAL0CACGMAkAAvgIAIY0CBADjAgAhjgJAAL4CACGPAkAAvgIAIZACQAC-AgAhkQJAANICACGSAkAA0gIAIZMCQADSAgAhlAICANoCACGVAgEAxgIAIZYCAQDGAgAhlwJAANICACGYAgEAxgIAIZkCAQDGAgAhmgJAANICACGbAgEAxgIAIZwCAQC9AgAhnQIBAMYCACGeAgEAxgIAIZ8CAQC9AgAhoAIBAMYCACGhAgEAxgIAIaICAQDGAgAhowIBAMYCACEI0QEEAAAAAdIBBAAAAATTAQQAAAAE1AEEAAAAAdUBBAAAAAHWAQQAAAAB1wEEAAAAAdgBBADhAgAhA_4BAACPAQAg_wEAAI8BACCAAgAAjwEAIAtiAADmAgAgyQEAAOUCADDKAQAAjwEAEMsBAADlAgAwzAEBAL0CACHhAQEAvQIAIe8BAgDaAgAh8wEBAMYCACGFAkAAvgIAIYYCAQC9AgAhhwIBAMYCACEqYwAA5AIAIMkBAADiAgAwygEAAJUBABDLAQAA4gIAMMwBAQC9AgAh3gEBAMYCACHjAQEAvQIAIeQBAQDGAgAh6AEBAL0CACHvAQEAvQIAIfEBAQDGAgAh_QEBAL0CACGIAgEAvQIAIYkCAQC9AgAhigIBAL0CACGLAgEAvQIAIYwCQAC-AgAhjQIEAOMCACGOAkAAvgIAIY8CQAC-AgAhkAJAAL4CACGRAkAA0gIAIZICQADSAgAhkwJAANICACGUAgIA2gIAIZUCAQDGAgAhlgIBAMYCACGXAkAA0gIAIZgCAQDGAgAhmQIBAMYCACGaAkAA0gIAIZsCAQDGAgAhnAIBAL0CACGdAgEAxgIAIZ4CAQDGAgAhnwIBAL0CACGgAgEAxgIAIaECAQDGAgAhogIBAMYCACGjAgEAxgIAIbkCAACVAQAgugIAAJUBACAFyQEAAOcCADDKAQAAigEAEMsBAADnAgAwzQEBALUCACHOAQEAtQIAIQXJAQAA6AIAMMoBAAB5ABDLAQAA6AIAMM0BAQC9AgAhzgEBAL0CACEHyQEAAOkCADDKAQAAcwAQywEAAOkCADDMAQEAtQIAIYUCQAC2AgAhpAIBALUCACGlAgEAtQIAIQfJAQAA6gIAMMoBAABiABDLAQAA6gIAMMwBAQC9AgAhhQJAAL4CACGkAgEAvQIAIaUCAQC9AgAhA8wBAQAAAAGFAkAAAAABpAIBAAAAAQ3JAQAA7AIAMMoBAABcABDLAQAA7AIAMMwBAQC1AgAh7wECAMoCACHzAQEAtQIAIfQBAQC1AgAh9QEBALUCACGFAkAAtgIAIYcCAQC1AgAhpwIBALUCACGoAgEAtQIAIakCAQDBAgAhDckBAADtAgAwygEAAEsAEMsBAADtAgAwzAEBAL0CACHvAQIA2gIAIfMBAQC9AgAh9AEBAL0CACH1AQEAvQIAIYUCQAC-AgAhhwIBAL0CACGnAgEAvQIAIagCAQC9AgAhqQIBAMYCACENyQEAAO4CADDKAQAARQAQywEAAO4CADDMAQEAtQIAIc0BAQC1AgAh7wEBALUCACH1AQEAtQIAIaoCAQC1AgAhqwIBALUCACGsAkAAtgIAIa0CAQC1AgAhrgJAAMsCACGvAkAAywIAIQ3JAQAA7wIAMMoBAAA0ABDLAQAA7wIAMMwBAQC9AgAhzQEBAL0CACHvAQEAvQIAIfUBAQC9AgAhqgIBAL0CACGrAgEAvQIAIawCQAC-AgAhrQIBAL0CACGuAkAA0gIAIa8CQADSAgAhAswBAQAAAAGqAgEAAAABC8kBAADxAgAwygEAAC4AEMsBAADxAgAwzAEBALUCACGPAkAAtgIAIasCAQC1AgAhrAJAALYCACGxAgEAtQIAIbICQAC2AgAhswJAAMsCACG0AgEAwQIAIQ3JAQAA8gIAMMoBAAAaABDLAQAA8gIAMMwBAQC1AgAhzQEBALUCACHvAQEAtQIAIfUBAQC1AgAhqgIBALUCACGsAkAAtgIAIbUCAQC1AgAhtgIgAPMCACG3AkAAywIAIbgCQADLAgAhBQUAALgCACAWAAD1AgAgFwAA9QIAINEBIAAAAAHYASAA9AIAIQUFAAC4AgAgFgAA9QIAIBcAAPUCACDRASAAAAAB2AEgAPQCACEC0QEgAAAAAdgBIAD1AgAhDgQAAPgCACDJAQAA9gIAMMoBAAAJABDLAQAA9gIAMMwBAQC9AgAhzQEBAL0CACHvAQEAvQIAIfUBAQC9AgAhqgIBAL0CACGsAkAAvgIAIbUCAQC9AgAhtgIgAPcCACG3AkAA0gIAIbgCQADSAgAhAtEBIAAAAAHYASAA9QIAIQP-AQAAAwAg_wEAAAMAIIACAAADACAMAwAA-gIAIMkBAAD5AgAwygEAAAMAEMsBAAD5AgAwzAEBAL0CACGPAkAAvgIAIasCAQC9AgAhrAJAAL4CACGxAgEAvQIAIbICQAC-AgAhswJAANICACG0AgEAxgIAIRAEAAD4AgAgyQEAAPYCADDKAQAACQAQywEAAPYCADDMAQEAvQIAIc0BAQC9AgAh7wEBAL0CACH1AQEAvQIAIaoCAQC9AgAhrAJAAL4CACG1AgEAvQIAIbYCIAD3AgAhtwJAANICACG4AkAA0gIAIbkCAAAJACC6AgAACQAgAswBAQAAAAGqAgEAAAABAAAAAb4CAQAAAAEBvgJAAAAAAQAAAAABvgIBAAAAAQAAAAUQAACNBAAgEQAAkAQAILsCAACOBAAgvAIAAI8EACDBAgAAvQEAIAMQAACNBAAguwIAAI4EACDBAgAAvQEAIAAAAAAABb4CAgAAAAHEAgIAAAABxQICAAAAAcYCAgAAAAHHAgIAAAABAb4CQAAAAAEFEAAAiAQAIBEAAIsEACC7AgAAiQQAILwCAACKBAAgwQIAAL0BACADEAAAiAQAILsCAACJBAAgwQIAAL0BACAAAAALEAAApQMAMBEAAKoDADC7AgAApgMAMLwCAACnAwAwvQIAAKgDACC-AgAAqQMAML8CAACpAwAwwAIAAKkDADDBAgAAqQMAMMICAACrAwAwwwIAAKwDADALEAAAmQMAMBEAAJ4DADC7AgAAmgMAMLwCAACbAwAwvQIAAJwDACC-AgAAnQMAML8CAACdAwAwwAIAAJ0DADDBAgAAnQMAMMICAACfAwAwwwIAAKADADAFzAEBAAAAAeEBAQAAAAHiAQEAAAAB4wEBAAAAAeQBAQAAAAECAAAAxQEAIBAAAKQDACADAAAAxQEAIBAAAKQDACARAACjAwAgAQsAAIcEADALgAEAANcCACDJAQAA1gIAMMoBAADDAQAQywEAANYCADDMAQEAvQIAId8BAQC9AgAh4QEBAL0CACHiAQEAvQIAIeMBAQC9AgAh5AEBAMYCACGBAgAA1QIAIAIAAADFAQAgCwAAowMAIAIAAAChAwAgCwAAogMAIAnJAQAAoAMAMMoBAAChAwAQywEAAKADADDMAQEAvQIAId8BAQC9AgAh4QEBAL0CACHiAQEAvQIAIeMBAQC9AgAh5AEBAMYCACEJyQEAAKADADDKAQAAoQMAEMsBAACgAwAwzAEBAL0CACHfAQEAvQIAIeEBAQC9AgAh4gEBAL0CACHjAQEAvQIAIeQBAQDGAgAhBcwBAQD_AgAh4QEBAP8CACHiAQEA_wIAIeMBAQD_AgAh5AEBAIUDACEFzAEBAP8CACHhAQEA_wIAIeIBAQD_AgAh4wEBAP8CACHkAQEAhQMAIQXMAQEAAAAB4QEBAAAAAeIBAQAAAAHjAQEAAAAB5AEBAAAAAQveAQEAAAAB5QECAAAAAeYBAQAAAAHnAQEAAAAB6AEBAAAAAekBAQAAAAHqAQEAAAAB6wFAAAAAAewBQAAAAAHtAUAAAAAB7gFAAAAAAQIAAADBAQAgEAAAsAMAIAMAAADBAQAgEAAAsAMAIBEAAK8DACABCwAAhgQAMBGAAQAA1wIAIMkBAADZAgAwygEAAL8BABDLAQAA2QIAMN4BAQDGAgAh3wEBAL0CACHlAQIA2gIAIeYBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh6gEBAMYCACHrAUAA0gIAIewBQADSAgAh7QFAANICACHuAUAA0gIAIYICAADYAgAgAgAAAMEBACALAACvAwAgAgAAAK0DACALAACuAwAgD8kBAACsAwAwygEAAK0DABDLAQAArAMAMN4BAQDGAgAh3wEBAL0CACHlAQIA2gIAIeYBAQC9AgAh5wEBAL0CACHoAQEAvQIAIekBAQDGAgAh6gEBAMYCACHrAUAA0gIAIewBQADSAgAh7QFAANICACHuAUAA0gIAIQ_JAQAArAMAMMoBAACtAwAQywEAAKwDADDeAQEAxgIAId8BAQC9AgAh5QECANoCACHmAQEAvQIAIecBAQC9AgAh6AEBAL0CACHpAQEAxgIAIeoBAQDGAgAh6wFAANICACHsAUAA0gIAIe0BQADSAgAh7gFAANICACEL3gEBAIUDACHlAQIAkAMAIeYBAQD_AgAh5wEBAP8CACHoAQEA_wIAIekBAQCFAwAh6gEBAIUDACHrAUAAkQMAIewBQACRAwAh7QFAAJEDACHuAUAAkQMAIQveAQEAhQMAIeUBAgCQAwAh5gEBAP8CACHnAQEA_wIAIegBAQD_AgAh6QEBAIUDACHqAQEAhQMAIesBQACRAwAh7AFAAJEDACHtAUAAkQMAIe4BQACRAwAhC94BAQAAAAHlAQIAAAAB5gEBAAAAAecBAQAAAAHoAQEAAAAB6QEBAAAAAeoBAQAAAAHrAUAAAAAB7AFAAAAAAe0BQAAAAAHuAUAAAAABBBAAAKUDADC7AgAApgMAML0CAACoAwAgwQIAAKkDADAEEAAAmQMAMLsCAACaAwAwvQIAAJwDACDBAgAAnQMAMAAACoEBAACzAwAgggEAALQDACDeAQAAgQMAIOkBAACBAwAg7AEAAIEDACDtAQAAgQMAIPEBAACBAwAg9wEAAIEDACD7AQAAgQMAIPwBAACBAwAgAAAAAAAFEAAAgQQAIBEAAIQEACC7AgAAggQAILwCAACDBAAgwQIAAI0BACADEAAAgQQAILsCAACCBAAgwQIAAI0BACAAAAAAAAW-AgQAAAABxAIEAAAAAcUCBAAAAAHGAgQAAAABxwIEAAAAAQsQAADEAwAwEQAAyQMAMLsCAADFAwAwvAIAAMYDADC9AgAAxwMAIL4CAADIAwAwvwIAAMgDADDAAgAAyAMAMMECAADIAwAwwgIAAMoDADDDAgAAywMAMAbMAQEAAAAB7wECAAAAAfMBAQAAAAGFAkAAAAABhgIBAAAAAYcCAQAAAAECAAAAkQEAIBAAAM8DACADAAAAkQEAIBAAAM8DACARAADOAwAgAQsAAIAEADALYgAA5gIAIMkBAADlAgAwygEAAI8BABDLAQAA5QIAMMwBAQC9AgAh4QEBAL0CACHvAQIAAAAB8wEBAMYCACGFAkAAvgIAIYYCAQC9AgAhhwIBAMYCACECAAAAkQEAIAsAAM4DACACAAAAzAMAIAsAAM0DACAKyQEAAMsDADDKAQAAzAMAEMsBAADLAwAwzAEBAL0CACHhAQEAvQIAIe8BAgDaAgAh8wEBAMYCACGFAkAAvgIAIYYCAQC9AgAhhwIBAMYCACEKyQEAAMsDADDKAQAAzAMAEMsBAADLAwAwzAEBAL0CACHhAQEAvQIAIe8BAgDaAgAh8wEBAMYCACGFAkAAvgIAIYYCAQC9AgAhhwIBAMYCACEGzAEBAP8CACHvAQIAkAMAIfMBAQCFAwAhhQJAAIADACGGAgEA_wIAIYcCAQCFAwAhBswBAQD_AgAh7wECAJADACHzAQEAhQMAIYUCQACAAwAhhgIBAP8CACGHAgEAhQMAIQbMAQEAAAAB7wECAAAAAfMBAQAAAAGFAkAAAAABhgIBAAAAAYcCAQAAAAEEEAAAxAMAMLsCAADFAwAwvQIAAMcDACDBAgAAyAMAMAAUYwAA0QMAIN4BAACBAwAg5AEAAIEDACDxAQAAgQMAIJECAACBAwAgkgIAAIEDACCTAgAAgQMAIJUCAACBAwAglgIAAIEDACCXAgAAgQMAIJgCAACBAwAgmQIAAIEDACCaAgAAgQMAIJsCAACBAwAgnQIAAIEDACCeAgAAgQMAIKACAACBAwAgoQIAAIEDACCiAgAAgQMAIKMCAACBAwAgAAAAAAAAAAAAAAAAAAAAAAAFEAAA-wMAIBEAAP4DACC7AgAA_AMAILwCAAD9AwAgwQIAAAEAIAMQAAD7AwAguwIAAPwDACDBAgAAAQAgAAAAAb4CIAAAAAELEAAA6wMAMBEAAPADADC7AgAA7AMAMLwCAADtAwAwvQIAAO4DACC-AgAA7wMAML8CAADvAwAwwAIAAO8DADDBAgAA7wMAMMICAADxAwAwwwIAAPIDADAHzAEBAAAAAY8CQAAAAAGrAgEAAAABrAJAAAAAAbICQAAAAAGzAkAAAAABtAIBAAAAAQIAAAAFACAQAAD2AwAgAwAAAAUAIBAAAPYDACARAAD1AwAgAQsAAPoDADAMAwAA-gIAIMkBAAD5AgAwygEAAAMAEMsBAAD5AgAwzAEBAL0CACGPAkAAvgIAIasCAQAAAAGsAkAAvgIAIbECAQC9AgAhsgJAAL4CACGzAkAA0gIAIbQCAQDGAgAhAgAAAAUAIAsAAPUDACACAAAA8wMAIAsAAPQDACALyQEAAPIDADDKAQAA8wMAEMsBAADyAwAwzAEBAL0CACGPAkAAvgIAIasCAQC9AgAhrAJAAL4CACGxAgEAvQIAIbICQAC-AgAhswJAANICACG0AgEAxgIAIQvJAQAA8gMAMMoBAADzAwAQywEAAPIDADDMAQEAvQIAIY8CQAC-AgAhqwIBAL0CACGsAkAAvgIAIbECAQC9AgAhsgJAAL4CACGzAkAA0gIAIbQCAQDGAgAhB8wBAQD_AgAhjwJAAIADACGrAgEA_wIAIawCQACAAwAhsgJAAIADACGzAkAAkQMAIbQCAQCFAwAhB8wBAQD_AgAhjwJAAIADACGrAgEA_wIAIawCQACAAwAhsgJAAIADACGzAkAAkQMAIbQCAQCFAwAhB8wBAQAAAAGPAkAAAAABqwIBAAAAAawCQAAAAAGyAkAAAAABswJAAAAAAbQCAQAAAAEEEAAA6wMAMLsCAADsAwAwvQIAAO4DACDBAgAA7wMAMAADBAAA-AMAILcCAACBAwAguAIAAIEDACAHzAEBAAAAAY8CQAAAAAGrAgEAAAABrAJAAAAAAbICQAAAAAGzAkAAAAABtAIBAAAAAQrMAQEAAAABzQEBAAAAAe8BAQAAAAH1AQEAAAABqgIBAAAAAawCQAAAAAG1AgEAAAABtgIgAAAAAbcCQAAAAAG4AkAAAAABAgAAAAEAIBAAAPsDACADAAAACQAgEAAA-wMAIBEAAP8DACAMAAAACQAgCwAA_wMAIMwBAQD_AgAhzQEBAP8CACHvAQEA_wIAIfUBAQD_AgAhqgIBAP8CACGsAkAAgAMAIbUCAQD_AgAhtgIgAOkDACG3AkAAkQMAIbgCQACRAwAhCswBAQD_AgAhzQEBAP8CACHvAQEA_wIAIfUBAQD_AgAhqgIBAP8CACGsAkAAgAMAIbUCAQD_AgAhtgIgAOkDACG3AkAAkQMAIbgCQACRAwAhBcwBAQAAAAHzAQEAAAABhQJAAAAAAYYCAQAAAAGHAgEAAAABJMwBAQAAAAHeAQEAAAAB4wEBAAAAAeQBAQAAAAHoAQEAAAAB7wEBAAAAAfEBAQAAAAH9AQEAAAABiAIBAAAAAYkCAQAAAAGKAgEAAAABiwIBAAAAAYwCQAAAAAGNAgQAAAABjgJAAAAAAY8CQAAAAAGQAkAAAAABkQJAAAAAAZICQAAAAAGTAkAAAAABlAICAAAAAZUCAQAAAAGWAgEAAAABlwJAAAAAAZgCAQAAAAGZAgEAAAABmgJAAAAAAZsCAQAAAAGcAgEAAAABnQIBAAAAAZ4CAQAAAAGfAgEAAAABoAIBAAAAAaECAQAAAAGiAgEAAAABowIBAAAAAQIAAACNAQAgEAAAgQQAIAMAAACVAQAgEAAAgQQAIBEAAIUEACAmAAAAlQEAIAsAAIUEACDMAQEA_wIAId4BAQCFAwAh4wEBAP8CACHkAQEAhQMAIegBAQD_AgAh7wEBAP8CACHxAQEAhQMAIf0BAQD_AgAhiAIBAP8CACGJAgEA_wIAIYoCAQD_AgAhiwIBAP8CACGMAkAAgAMAIY0CBADCAwAhjgJAAIADACGPAkAAgAMAIZACQACAAwAhkQJAAJEDACGSAkAAkQMAIZMCQACRAwAhlAICAJADACGVAgEAhQMAIZYCAQCFAwAhlwJAAJEDACGYAgEAhQMAIZkCAQCFAwAhmgJAAJEDACGbAgEAhQMAIZwCAQD_AgAhnQIBAIUDACGeAgEAhQMAIZ8CAQD_AgAhoAIBAIUDACGhAgEAhQMAIaICAQCFAwAhowIBAIUDACEkzAEBAP8CACHeAQEAhQMAIeMBAQD_AgAh5AEBAIUDACHoAQEA_wIAIe8BAQD_AgAh8QEBAIUDACH9AQEA_wIAIYgCAQD_AgAhiQIBAP8CACGKAgEA_wIAIYsCAQD_AgAhjAJAAIADACGNAgQAwgMAIY4CQACAAwAhjwJAAIADACGQAkAAgAMAIZECQACRAwAhkgJAAJEDACGTAkAAkQMAIZQCAgCQAwAhlQIBAIUDACGWAgEAhQMAIZcCQACRAwAhmAIBAIUDACGZAgEAhQMAIZoCQACRAwAhmwIBAIUDACGcAgEA_wIAIZ0CAQCFAwAhngIBAIUDACGfAgEA_wIAIaACAQCFAwAhoQIBAIUDACGiAgEAhQMAIaMCAQCFAwAhC94BAQAAAAHlAQIAAAAB5gEBAAAAAecBAQAAAAHoAQEAAAAB6QEBAAAAAeoBAQAAAAHrAUAAAAAB7AFAAAAAAe0BQAAAAAHuAUAAAAABBcwBAQAAAAHhAQEAAAAB4gEBAAAAAeMBAQAAAAHkAQEAAAABGIIBAACyAwAgzAEBAAAAAd4BAQAAAAHiAQEAAAAB5wEBAAAAAegBAQAAAAHpAQEAAAAB7AFAAAAAAe0BQAAAAAHvAQEAAAAB8AEBAAAAAfEBAQAAAAHyAQEAAAAB8wEBAAAAAfQBAQAAAAH1AQEAAAAB9gEBAAAAAfcBAQAAAAH4AQEAAAAB-QEBAAAAAfoBQAAAAAH7AUAAAAAB_AEBAAAAAf0BAQAAAAECAAAAvQEAIBAAAIgEACADAAAAygEAIBAAAIgEACARAACMBAAgGgAAAMoBACALAACMBAAgggEAAJgDACDMAQEA_wIAId4BAQCFAwAh4gEBAP8CACHnAQEA_wIAIegBAQD_AgAh6QEBAIUDACHsAUAAkQMAIe0BQACRAwAh7wEBAP8CACHwAQEA_wIAIfEBAQCFAwAh8gEBAP8CACHzAQEA_wIAIfQBAQD_AgAh9QEBAP8CACH2AQEA_wIAIfcBAQCFAwAh-AEBAP8CACH5AQEA_wIAIfoBQACAAwAh-wFAAJEDACH8AQEAhQMAIf0BAQD_AgAhGIIBAACYAwAgzAEBAP8CACHeAQEAhQMAIeIBAQD_AgAh5wEBAP8CACHoAQEA_wIAIekBAQCFAwAh7AFAAJEDACHtAUAAkQMAIe8BAQD_AgAh8AEBAP8CACHxAQEAhQMAIfIBAQD_AgAh8wEBAP8CACH0AQEA_wIAIfUBAQD_AgAh9gEBAP8CACH3AQEAhQMAIfgBAQD_AgAh-QEBAP8CACH6AUAAgAMAIfsBQACRAwAh_AEBAIUDACH9AQEA_wIAIRiBAQAAsQMAIMwBAQAAAAHeAQEAAAAB4gEBAAAAAecBAQAAAAHoAQEAAAAB6QEBAAAAAewBQAAAAAHtAUAAAAAB7wEBAAAAAfABAQAAAAHxAQEAAAAB8gEBAAAAAfMBAQAAAAH0AQEAAAAB9QEBAAAAAfYBAQAAAAH3AQEAAAAB-AEBAAAAAfkBAQAAAAH6AUAAAAAB-wFAAAAAAfwBAQAAAAH9AQEAAAABAgAAAL0BACAQAACNBAAgAwAAAMoBACAQAACNBAAgEQAAkQQAIBoAAADKAQAgCwAAkQQAIIEBAACXAwAgzAEBAP8CACHeAQEAhQMAIeIBAQD_AgAh5wEBAP8CACHoAQEA_wIAIekBAQCFAwAh7AFAAJEDACHtAUAAkQMAIe8BAQD_AgAh8AEBAP8CACHxAQEAhQMAIfIBAQD_AgAh8wEBAP8CACH0AQEA_wIAIfUBAQD_AgAh9gEBAP8CACH3AQEAhQMAIfgBAQD_AgAh-QEBAP8CACH6AUAAgAMAIfsBQACRAwAh_AEBAIUDACH9AQEA_wIAIRiBAQAAlwMAIMwBAQD_AgAh3gEBAIUDACHiAQEA_wIAIecBAQD_AgAh6AEBAP8CACHpAQEAhQMAIewBQACRAwAh7QFAAJEDACHvAQEA_wIAIfABAQD_AgAh8QEBAIUDACHyAQEA_wIAIfMBAQD_AgAh9AEBAP8CACH1AQEA_wIAIfYBAQD_AgAh9wEBAIUDACH4AQEA_wIAIfkBAQD_AgAh-gFAAIADACH7AUAAkQMAIfwBAQCFAwAh_QEBAP8CACECBAYCBQADAQMAAQEEBwAAAwUABhYABxcACAAAAAMFAAYWAAcXAAgDBQALFgAMFwANAAAAAwUACxYADBcADQADBQARFgASFwATAAAAAwUAERYAEhcAEwAFBQAXFgAaFwAbQgAYQwAZAAAAAAAFBQAXFgAaFwAbQgAYQwAZAAMFAB8WACAXACEAAAADBQAfFgAgFwAhAAMFACUWACYXACcAAAADBQAlFgAmFwAnAgUAK2OSASoBYgApAWOTAQAFBQAtFgAwFwAxQgAuQwAvAAAAAAAFBQAtFgAwFwAxQgAuQwAvBQUANBYANxcAOEIANUMANgAAAAAABQUANBYANxcAOEIANUMANgMFAD2BAcIBO4IBxgE8AYABADoBgAEAOgKBAccBAIIByAEAAwUAPxYAQBcAQQAAAAMFAD8WAEAXAEEFBQBEFgBHFwBIQgBFQwBGAAAAAAAFBQBEFgBHFwBIQgBFQwBGAwUASxYATBcATQAAAAMFAEsWAEwXAE0AAwUAURYAUhcAUwAAAAMFAFEWAFIXAFMAAwUAVxYAWBcAWQAAAAMFAFcWAFgXAFkGAgEHCAEICwEJDAEKDQEMDwENEQQOEwEPFQQSFgETFwEUGAQYGwUZHAkaHQIbHgIcHwIdIAIeIQIfIwIgJQQhJwIiKQQjKgIkKwIlLAQmLwonMA4oMg8pMw8qNg8rNw8sOA8tOg8uPAQvPg8wQAQxQQ8yQg8zQwQ0RhA1RxQ2SRU3ShU4TRU5ThU6TxU7URU8UwQ9VRU-VwQ_WBVAWRVBWgREXRZFXhxGYB1HYR1IZB1JZR1KZh1LaB1MagRNbB1ObgRPbx1QcB1RcQRSdB5TdSJUdyNVeCNWeyNXfCNYfSNZfyNagQEEW4MBI1yFAQRdhgEjXocBI1-IAQRgiwEkYYwBKGSOASlllAEpZpcBKWeYASlomQEpaZsBKWqdAQRrnwEpbKEBBG2iASluowEpb6QBBHCnASxxqAEycqkBKnOqASp0qwEqdawBKnatASp3rwEqeLEBBHmzASp6tQEEe7YBKny3ASp9uAEEfrsBM3-8ATmDAb4BOoQByQE6hQHMATqGAc0BOocBzgE6iAHQATqJAdIBBIoB1AE6iwHWAQSMAdcBOo0B2AE6jgHZAQSPAdwBPpAB3QFCkQHeATuSAd8BO5MB4AE7lAHhATuVAeIBO5YB5AE7lwHmAQSYAegBO5kB6gEEmgHrATubAewBO5wB7QEEnQHwAUOeAfEBSZ8B8gE8oAHzATyhAfQBPKIB9QE8owH2ATykAfgBPKUB-gEEpgH8ATynAf4BBKgB_wE8qQGAAjyqAYECBKsBhAJKrAGFAk6tAYcCT64BiAJPrwGLAk-wAYwCT7EBjQJPsgGPAk-zAZECBLQBkwJPtQGVAgS2AZYCT7cBlwJPuAGYAgS5AZsCULoBnAJUuwGeAlW8AZ8CVb0BogJVvgGjAlW_AaQCVcABpgJVwQGoAgTCAaoCVcMBrAIExAGtAlXFAa4CVcYBrwIExwGyAlbIAbMCWg"
};
async function decodeBase64AsWasm2(wasmBase64) {
  const { Buffer: Buffer2 } = await import("node:buffer");
  const wasmArray = Buffer2.from(wasmBase64, "base64");
  return new WebAssembly.Module(wasmArray);
}
config2.compilerWasm = {
  getRuntime: async () => await import("@prisma/client/runtime/query_compiler_fast_bg.sqlserver.mjs"),
  getQueryCompilerWasmModule: async () => {
    const { wasm } = await import("@prisma/client/runtime/query_compiler_fast_bg.sqlserver.wasm-base64.mjs");
    return await decodeBase64AsWasm2(wasm);
  },
  importName: "./query_compiler_fast_bg.js"
};
function getPrismaClientClass2() {
  return runtime4.getPrismaClient(config2);
}

// prisma/generated/desk-sqlserver/internal/prismaNamespace.ts
import * as runtime5 from "@prisma/client/runtime/client";
var getExtensionContext2 = runtime5.Extensions.getExtensionContext;
var NullTypes4 = {
  DbNull: runtime5.NullTypes.DbNull,
  JsonNull: runtime5.NullTypes.JsonNull,
  AnyNull: runtime5.NullTypes.AnyNull
};
var TransactionIsolationLevel2 = runtime5.makeStrictEnum({
  ReadUncommitted: "ReadUncommitted",
  ReadCommitted: "ReadCommitted",
  RepeatableRead: "RepeatableRead",
  Serializable: "Serializable",
  Snapshot: "Snapshot"
});
var defineExtension2 = runtime5.Extensions.defineExtension;

// prisma/generated/desk-sqlserver/client.ts
globalThis["__dirname"] = path2.dirname(fileURLToPath2(import.meta.url));
var PrismaClient2 = getPrismaClientClass2();

// lib/desk/sqlite-adapter.ts
import { PrismaLibSql } from "@prisma/adapter-libsql";

// lib/desk/sqlite-file.ts
import { closeSync, mkdirSync, openSync } from "node:fs";
import path3 from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath as fileURLToPath3 } from "node:url";
import Database from "libsql";
var BUSY_PAUSE_MS = 20;
var BUSY_PAUSES_MAX = 500;
var SETTINGS = ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 0"];
function sqlitePath(url) {
  return url.startsWith("file://") ? fileURLToPath3(url) : path3.resolve(url.slice("file:".length));
}
function openSqliteFile(file) {
  let db = null;
  try {
    mkdirSync(path3.dirname(file), { recursive: true, mode: 448 });
    closeSync(openSync(file, "a", 384));
    db = new Database(file, { timeout: 5e3 });
    for (const setting of SETTINGS) db.exec(`PRAGMA ${setting}`);
    return db;
  } catch (cause) {
    db?.close();
    const reason = describeError(cause).replace(/\.$/, "");
    throw new DeskError("unavailable", `Our own database ${file} cannot be used: ${reason}.`, { cause });
  }
}
async function beginWriting(db) {
  await whenFree(db, () => db.exec("BEGIN IMMEDIATE"));
}
async function commit(db) {
  await whenFree(db, () => db.exec("COMMIT"));
}
function rollback(db) {
  if (db.open && db.inTransaction) db.exec("ROLLBACK");
}
function closeSqliteFile(db) {
  if (!db.open) return;
  rollback(db);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}
async function whenFree(db, work) {
  for (let pauses = 0; ; pauses++) {
    assertOpen(db);
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || pauses === BUSY_PAUSES_MAX) throw error;
      await pause(BUSY_PAUSE_MS);
    }
  }
}
function assertOpen(db) {
  if (!db.open) throw new Error("The database is closed.");
}
function isBusy(error) {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

// lib/desk/sqlite-adapter.ts
var DeskSqliteAdapter = class extends PrismaLibSql {
  #file;
  constructor(file) {
    super({ url: `file:${file}` });
    this.#file = file;
  }
  createClient() {
    const connection = new SqliteConnection(openSqliteFile(this.#file));
    return connection;
  }
};
var SqliteConnection = class {
  #db;
  constructor(db) {
    this.#db = db;
  }
  async execute(statement) {
    if (/^\s*(SELECT|PRAGMA)\b/i.test(statement.sql)) return run(this.#db, statement);
    await beginWriting(this.#db);
    try {
      const result = run(this.#db, statement);
      await commit(this.#db);
      return result;
    } catch (error) {
      rollback(this.#db);
      throw error;
    }
  }
  async executeMultiple(sql) {
    await whenFree(this.#db, () => this.#db.exec(sql));
  }
  async transaction() {
    await beginWriting(this.#db);
    return new SqliteTransaction(this.#db);
  }
  close() {
    closeSqliteFile(this.#db);
  }
};
var SqliteTransaction = class {
  #db;
  constructor(db) {
    this.#db = db;
  }
  async execute(statement) {
    return run(this.#db, statement);
  }
  async commit() {
    await commit(this.#db);
  }
  async rollback() {
    rollback(this.#db);
  }
};
function run(db, { sql, args }) {
  assertOpen(db);
  const statement = db.prepare(sql);
  const values = args.map(toSqlite);
  if (!statement.reader) {
    return { columns: [], columnTypes: [], rows: [], rowsAffected: statement.run(values).changes };
  }
  const columns = statement.columns();
  return {
    columns: columns.map((column) => column.name),
    columnTypes: columns.map((column) => column.type ?? ""),
    rows: statement.raw(true).all(values),
    rowsAffected: 0
  };
}
function toSqlite(value) {
  if (value === null || typeof value === "string" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new TypeError(`A ${typeof value} cannot be stored.`);
}

// lib/desk/sqlserver-adapter.ts
function sqlServerAdapter(config3) {
  return {
    provider: "sqlserver",
    adapterName: "@prisma/adapter-mssql",
    connect: async () => {
      const { PrismaMssql } = await import("@prisma/adapter-mssql");
      return new PrismaMssql(config3).connect();
    }
  };
}

// lib/desk/sqlserver-url.ts
var SCHEME = "sqlserver://";
var KEYS = {
  database: (draft, value) => Object.assign(draft, { database: value }),
  user: (draft, value) => Object.assign(draft, { user: value }),
  password: (draft, value) => Object.assign(draft, { password: value }),
  domain: (draft, value) => Object.assign(draft, { domain: value, authentication: "ntlm" }),
  authentication: (draft, value, key) => Object.assign(draft, { authentication: oneOf(key, value, ["sql", "ntlm"]) }),
  encrypt: (draft, value, key) => Object.assign(draft.options, { encrypt: readEncrypt(key, value) }),
  trustservercertificate: (draft, value, key) => Object.assign(draft.options, { trustServerCertificate: readBoolean(key, value) }),
  multisubnetfailover: (draft, value, key) => Object.assign(draft.options, { multiSubnetFailover: readBoolean(key, value) }),
  applicationintent: (draft, value, key) => Object.assign(draft.options, { readOnlyIntent: oneOf(key, value, ["readonly", "readwrite"]) === "readonly" }),
  applicationname: (draft, value) => Object.assign(draft.options, { appName: value }),
  connecttimeout: (draft, value, key) => Object.assign(draft, { connectionTimeout: readNumber(key, value, 600) * 1e3 }),
  requesttimeout: (draft, value, key) => Object.assign(draft, { requestTimeout: readNumber(key, value, 3600) * 1e3 }),
  connectionlimit: (draft, value, key) => Object.assign(draft.pool, { max: readNumber(key, value, 100) }),
  pooltimeout: (draft, value, key) => Object.assign(draft.pool, { acquireTimeoutMillis: readNumber(key, value, 600) * 1e3 })
};
var ALIASES = {
  initialcatalog: "database",
  username: "user",
  userid: "user",
  uid: "user",
  pwd: "password",
  logintimeout: "connecttimeout",
  connectiontimeout: "connecttimeout",
  sockettimeout: "requesttimeout"
};
function parseSqlServerUrl(url, defaults = {}) {
  if (!url.startsWith(SCHEME)) throw fault(`it must start with ${SCHEME}`);
  const [place = "", ...pairs] = splitOutsideBraces(url.slice(SCHEME.length));
  const draft = { pool: {}, options: {} };
  const seen = /* @__PURE__ */ new Set();
  for (const pair of pairs.filter((text4) => text4.trim() !== "")) applyPair(draft, pair, seen);
  return toConfig(readPlace(place), draft, defaults);
}
function applyPair(draft, pair, seen) {
  const at = pair.indexOf("=");
  if (at < 0) throw fault("each part after the host is written key=value");
  const written = pair.slice(0, at).trim();
  const bare = written.toLowerCase().replaceAll(" ", "");
  const key = ALIASES[bare] ?? bare;
  if (bare === "integratedsecurity" || bare === "trustedconnection") {
    throw fault(
      `${written} is not possible: the driver has no Windows sign-in of its own. Use user, password and domain`
    );
  }
  const setter = Object.hasOwn(KEYS, key) ? KEYS[key] : void 0;
  if (!setter) throw fault(`${written} is not a known key. Known are ${Object.keys(KEYS).join(", ")}`);
  if (seen.has(key)) throw fault(`${written} is given twice`);
  seen.add(key);
  setter(draft, unbrace(pair.slice(at + 1)), written);
}
function readPlace(text4) {
  const match = /^(\[[0-9a-f:.]+\]|[^\s:\\[\]]+)(?:\\([^\s:\\]+))?(?::(\d{1,5}))?$/i.exec(text4.trim());
  if (!match?.[1]) throw fault("the host is written host, host:port or host\\instance");
  const server = match[1].replace(/^\[|\]$/g, "");
  const port = match[3] === void 0 ? void 0 : Number(match[3]);
  if (port !== void 0 && (port < 1 || port > 65535)) throw fault("the port must lie between 1 and 65535");
  if (match[2] && port !== void 0) throw fault("give an instance or a port, not both");
  return { server, ...port === void 0 ? {} : { port }, ...match[2] ? { instance: match[2] } : {} };
}
function toConfig(place, draft, defaults) {
  const { database, user, password } = draft;
  if (!database) throw fault("database is missing");
  if (!user || password === void 0) throw fault("user and password are needed");
  if (draft.authentication === "ntlm" && !draft.domain) throw fault("authentication=ntlm needs domain");
  if (draft.authentication === "sql" && draft.domain) throw fault("domain is for authentication=ntlm only");
  const login = draft.domain ? { authentication: { type: "ntlm", options: { userName: user, password, domain: draft.domain } } } : { user, password };
  return {
    server: place.server,
    ...place.port === void 0 ? {} : { port: place.port },
    database,
    ...login,
    connectionTimeout: draft.connectionTimeout ?? 15e3,
    requestTimeout: draft.requestTimeout ?? 15e3,
    pool: {
      min: 0,
      max: draft.pool.max ?? defaults.poolMax ?? 4,
      acquireTimeoutMillis: draft.pool.acquireTimeoutMillis ?? 15e3
    },
    options: {
      encrypt: true,
      trustServerCertificate: false,
      useUTC: true,
      appName: defaults.appName ?? "Ghostdesk",
      ...draft.options,
      ...place.instance ? { instanceName: place.instance } : {}
    }
  };
}
function splitOutsideBraces(text4) {
  const parts = [];
  const pattern = /((?:[^;={]*=\s*\{(?:[^}]|\}\})*\}\s*)|[^;]*)(;|$)/y;
  while (pattern.lastIndex <= text4.length) {
    const match = pattern.exec(text4);
    if (!match) throw fault("a value in braces is not closed or has text after it");
    parts.push(match[1] ?? "");
    if (match[2] === "") break;
  }
  return parts;
}
function unbrace(value) {
  const text4 = value.trim();
  if (!text4.startsWith("{")) return text4;
  if (!text4.endsWith("}")) throw fault("a value in braces is not closed or has text after it");
  return text4.slice(1, -1).replaceAll("}}", "}");
}
function readEncrypt(key, value) {
  return value.toLowerCase() === "strict" ? "strict" : readBoolean(key, value);
}
function readBoolean(key, value) {
  return oneOf(key, value, ["true", "false"]) === "true";
}
function readNumber(key, value, max2) {
  const number2 = Number(value);
  if (!/^\d+$/.test(value) || number2 < 1 || number2 > max2) throw fault(`${key} must be a number from 1 to ${max2}`);
  return number2;
}
function oneOf(key, value, allowed) {
  const found = allowed.find((each) => each === value.toLowerCase());
  if (!found) throw fault(`${key} must be one of ${allowed.join(", ")}`);
  return found;
}
function fault(what) {
  return new DeskError("invalid", `The address of a SQL Server database is wrong: ${what}.`);
}

// lib/desk/client.ts
var OPTIONS = { transactionOptions: { maxWait: 15e3, timeout: 2e4 }, errorFormat: "minimal" };
function openDesk(url, seal = null) {
  if (url.startsWith("file:")) {
    const adapter2 = new DeskSqliteAdapter(sqlitePath(url));
    return bind(new PrismaClient({ adapter: adapter2, ...OPTIONS }), { dialect: "sqlite", seal });
  }
  if (!url.startsWith("sqlserver://")) {
    throw new DeskError("invalid", "The address of our own database must start with file: or sqlserver://.");
  }
  const adapter = sqlServerAdapter(parseSqlServerUrl(url, { poolMax: 8 }));
  return bind(new PrismaClient2({ adapter, ...OPTIONS }), { dialect: "sqlserver", seal });
}
function bind(client, binding) {
  const bound = client.$extends({ client: { $binding: () => binding } });
  return bound;
}

// lib/clock.ts
var wallClock = { now: () => Date.now() };

// lib/desk/migrations.ts
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path4 from "node:path";
var MIGRATIONS_FOLDER = path4.join("prisma", "desk", "migrations");
function readMigrations(dialect, folder = MIGRATIONS_FOLDER) {
  const names = listMigrations(folder);
  return names.map((name, index2) => {
    const number2 = Number(name.slice(0, 4));
    if (number2 !== index2 + 1)
      throw new DeskError("internal", `Migration ${index2 + 1} is missing: found ${name} instead.`);
    const text4 = readFileSync(path4.join(folder, name, `${dialect}.sql`), "utf8").replaceAll("\r\n", "\n");
    const statements = text4.split(/^-- next$/m).map((statement) => statement.trim());
    const checksum = createHash("sha256").update(text4).digest("hex");
    return { number: number2, name, statements: statements.filter((statement) => statement !== ""), checksum };
  });
}
function listMigrations(folder) {
  try {
    return readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+$/.test(name)).sort();
  } catch (cause) {
    throw new DeskError("internal", `No migrations in ${path4.resolve(folder)}: start Ghostdesk in its own folder.`, {
      cause
    });
  }
}
function pendingMigrations(known, applied) {
  const newest = applied.findLast((entry) => entry.number > known.length);
  if (newest) {
    throw new DeskError(
      "conflict",
      `Our own database was written by a newer Ghostdesk (it has ${newest.name}, this program ends at ${known.at(-1)?.name ?? "nothing"}). Start the newer one.`
    );
  }
  const changed = applied.find((entry) => known[entry.number - 1]?.checksum !== entry.checksum);
  if (changed) {
    throw new DeskError(
      "conflict",
      `Migration ${changed.name} differs from the one this database was made with. Restore the file; changes belong in a new migration.`
    );
  }
  const done = new Set(applied.map((entry) => entry.number));
  return known.filter((migration) => !done.has(migration.number));
}

// lib/desk/migrate-sqlite.ts
var CREATE_RECORD = `CREATE TABLE IF NOT EXISTS "DeskMigration" (
  "number" INTEGER NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "checksum" TEXT NOT NULL, "appliedAt" DATETIME NOT NULL)`;
async function migrateSqlite(file, known, clock) {
  const db = openSqliteFile(file);
  try {
    await beginWriting(db);
    const pending = applyPending(db, known, clock);
    await commit(db);
    return pending.map((migration) => migration.name);
  } finally {
    closeSqliteFile(db);
  }
}
function applyPending(db, known, clock) {
  db.exec(CREATE_RECORD);
  const applied = db.prepare(`SELECT "number", "name", "checksum" FROM "DeskMigration" ORDER BY "number"`).all([]);
  const pending = pendingMigrations(known, applied);
  const record2 = db.prepare(`INSERT INTO "DeskMigration" VALUES (?, ?, ?, ?)`);
  for (const { number: number2, name, checksum, statements } of pending) {
    for (const statement of statements) db.exec(statement);
    record2.run([number2, name, checksum, new Date(clock.now()).toISOString()]);
  }
  return pending;
}

// lib/desk/migrate-sqlserver.ts
var LOCK_TIMEOUT_MS = 6e4;
var CREATE_SCHEMA = `IF SCHEMA_ID('ghostdesk') IS NULL EXEC('CREATE SCHEMA [ghostdesk]')`;
var CREATE_RECORD2 = `IF OBJECT_ID('ghostdesk.DeskMigration') IS NULL CREATE TABLE [ghostdesk].[DeskMigration] (
  [number] int NOT NULL CONSTRAINT [PK_DeskMigration] PRIMARY KEY, [name] nvarchar(128) NOT NULL,
  [checksum] nvarchar(64) NOT NULL, [appliedAt] datetime2 NOT NULL)`;
var TAKE_LOCK = `DECLARE @result int;
EXEC @result = sp_getapplock @Resource = 'ghostdesk-migrate', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = ${LOCK_TIMEOUT_MS};
SELECT @result AS result;`;
async function migrateSqlServer(config3, known, clock) {
  const { default: driver } = await import("mssql");
  const pool = await connect(driver, config3);
  try {
    const transaction = new driver.Transaction(pool);
    await transaction.begin();
    try {
      const applied = await applyPending2(asTransaction(driver, transaction), known, clock);
      await transaction.commit();
      return applied;
    } catch (error) {
      await transaction.rollback().catch(() => void 0);
      throw error;
    }
  } finally {
    await pool.close();
  }
}
async function connect(driver, config3) {
  const requestTimeout = 2 * LOCK_TIMEOUT_MS;
  const pool = new driver.ConnectionPool({ ...config3, pool: { min: 0, max: 1 }, requestTimeout });
  pool.on("error", () => void 0);
  try {
    return await pool.connect();
  } catch (cause) {
    const reason = describeError(cause).replace(/\.$/, "");
    throw new DeskError("unavailable", `Our own database on ${config3.server} cannot be used: ${reason}.`, { cause });
  }
}
async function applyPending2(transaction, known, clock) {
  const [lock] = await transaction.batch(TAKE_LOCK);
  if (!lock || lock.result < 0) {
    throw new DeskError(
      "unavailable",
      "Another Ghostdesk has been changing our own database for a minute. Try again later."
    );
  }
  await transaction.batch(CREATE_SCHEMA);
  await transaction.batch(CREATE_RECORD2);
  const applied = await transaction.batch(
    "SELECT [number], [name], [checksum] FROM [ghostdesk].[DeskMigration] ORDER BY [number]"
  );
  const pending = pendingMigrations(known, applied);
  for (const migration of pending) await applyOne(transaction, migration, clock);
  return pending.map((migration) => migration.name);
}
async function applyOne(transaction, migration, clock) {
  for (const statement of migration.statements) await transaction.batch(statement);
  const at = new Date(clock.now()).toISOString().replace("Z", "");
  await transaction.query(
    "INSERT INTO [ghostdesk].[DeskMigration] ([number], [name], [checksum], [appliedAt]) VALUES (@p0, @p1, @p2, CAST(@p3 AS datetime2))",
    [migration.number, migration.name, migration.checksum, at]
  );
}
function asTransaction(driver, transaction) {
  return {
    async batch(sql) {
      const result = await new driver.Request(transaction).batch(sql);
      return result.recordset ?? [];
    },
    async query(sql, values) {
      const request = new driver.Request(transaction);
      for (const [index2, value] of values.entries()) {
        request.input(`p${index2}`, typeof value === "number" ? driver.Int : driver.NVarChar, value);
      }
      await request.query(sql);
    }
  };
}

// lib/desk/migrate.ts
async function migrateDesk(url, { folder, clock = wallClock } = {}) {
  if (url.startsWith("file:")) return migrateSqlite(sqlitePath(url), readMigrations("sqlite", folder), clock);
  return migrateSqlServer(parseSqlServerUrl(url), readMigrations("sqlserver", folder), clock);
}

// lib/desk/temporary-desk.fixture.ts
var TEST_SEAL = { key: new Uint8Array(32).fill(7), added: () => void 0 };
var template = null;
async function makeTemporaryDesk() {
  template ??= makeTemplate();
  const folder = makeFolder();
  const file = path5.join(folder, "desk.db");
  copyFileSync(await template, file);
  const desk2 = openDesk(`file:${file}`, TEST_SEAL);
  const remove3 = async () => {
    await desk2.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  };
  return { desk: desk2, url: `file:${file}`, folder, remove: remove3 };
}
async function makeTemplate() {
  const folder = makeFolder();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = path5.join(folder, "desk.db");
  await migrateDesk(`file:${file}`);
  return file;
}
function makeFolder() {
  return mkdtempSync(path5.join(tmpdir(), "ghostdesk-desk-"));
}

// bench/tmp-reads.ts
var cpu = () => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1e3;
};
function time(name, work) {
  const t = cpu();
  const r = work();
  console.log(name.padEnd(50), (cpu() - t).toFixed(2), "ms");
  return r;
}
async function timeA(name, work) {
  const t = cpu();
  const r = await work();
  console.log(name.padEnd(50), (cpu() - t).toFixed(2), "ms");
  return r;
}
var large = time("make site", () => new LargeSite(5e4, 2e3));
var { site } = large;
site.sdkSite = { connectionLeasingEnabled: true, localHostCacheEnabled: false, controllers: [] };
var { desk, remove: remove2 } = await makeTemporaryDesk();
var reading = () => ({ ...readingAt(site), desk, siteId: "x" });
var mem = () => {
  global.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
};
console.log("heap", mem());
time("first siteIndex", () => siteIndex(site));
var S = { sort: "ends", limit: 60 };
time("sessions by ends (first, no limits)", () => readSessions(readingAt(site), S));
var snapshot = site.current();
var groups = [...snapshot.groups.values()];
time("publish limits", () => site.publish({ surroundings: { groupLimits: { readAt: NOON, standby: groups.flatMap((g) => [aStandby(g.key), aStandby(g.key, { kind: "pre-launch" })]), power: [] } } }));
time("follow after group limits", () => siteIndex(site));
site.publish({ timers: Array.from({ length: 2e3 }, (_, n2) => machineTimers(n2, { disconnected: 480, idle: 60 })) });
time("follow after all machine timers", () => siteIndex(site));
time("sessions by ends", () => readSessions(readingAt(site), S));
time("sessions by user", () => readSessions(readingAt(site), { limit: 60 }));
await timeA("timeouts 1", () => readTimeouts(reading(), {}));
await timeA("timeouts 2", () => readTimeouts(reading(), {}));
for (let i = 0; i < 5; i += 1) {
  large.tick(100);
  time("follow tick 100", () => siteIndex(site));
  await timeA("  timeouts after tick", () => readTimeouts(reading(), {}));
  time("  sessions by ends after tick", () => readSessions(readingAt(site), S));
}
time("servers by nextDeadline", () => readServers(readingAt(site), { sort: "nextDeadline", limit: 60 }));
time("slots", () => slotsInScope(siteIndex(site), { groupKey: null, machineKey: null }));
var index = siteIndex(site);
var slots = slotsInScope(index, { groupKey: null, machineKey: null });
time("endings", () => endingsOf(index, { groupKey: null, machineKey: null }, NOON));
time("places", () => countPlaces(index, slots));
time("byGroup", () => countByGroup(index, slots));
console.log("heap", mem());
var people = [...site.current().people.values()].slice(0, 5e4);
var machines = [...site.current().machines.values()];
var leases = people.flatMap((p, n2) => {
  const m = machines[n2 % machines.length];
  const own = { ownerName: p.account, ownerSid: p.key, ownerUpn: p.upn, expiresAt: NOON + n2 * 7919 % 1209600 * 1e3 };
  const apps = ["Outlook", "Excel", "SAP GUI", "Word", "Browser"].map((application) => ({ group: m.deliveryGroup, application }));
  return [
    aLease(2 * n2, { ...own, type: "Enumeration", machine: null, resources: [...apps, { group: m.deliveryGroup, application: null }] }),
    aLease(2 * n2 + 1, { ...own, machine: m.name, resources: [apps[n2 % 5]] })
  ];
});
time("publish leases", () => site.publish({ leases, surroundings: { reading: { state: "ok", asOf: NOON, problem: null }, rules: [] } }));
time("follow leases", () => siteIndex(site));
console.log("heap", mem());
var max = 0;
var n = 0;
var t0 = cpu();
var it = index.outage.stepsSince("leases", NOON);
for (; ; ) {
  const t = cpu();
  const r = it.next();
  index.outage.inOrder();
  max = Math.max(max, cpu() - t);
  n += 1;
  if (r.done) break;
}
console.log("outage build steps", n, "total", (cpu() - t0).toFixed(0), "max step", max.toFixed(1));
console.log("heap", mem());
time("coverageNow", () => console.log(coverageNow(readingAt(site))));
await timeA("outage", () => readOutage(reading(), { limit: 60 }));
await timeA("outage uncovered", () => readOutage(reading(), { limit: 60, coverage: "uncovered" }));
await timeA("outage within 3d offset", () => readOutage(reading(), { limit: 60, within: "3d", offset: 5e3 }));
await timeA("outage user", () => readOutage(reading(), { limit: 60, user: people[5].key }));
await timeA("outage server", () => readOutage(reading(), { limit: 60, server: machines[5].key }));
for (let i = 0; i < 3; i += 1) {
  large.tick(100);
  time("follow tick 100", () => siteIndex(site));
  time("  settle after tick", () => outageNow(readingAt(site)));
  time("  settle again", () => outageNow(readingAt(site)));
}
site.publish({ machines: machines.map((m) => ({ ...m, loadIndex: 5e3 })) });
time("follow all loads", () => siteIndex(site));
time("  settle after all loads", () => outageNow(readingAt(site)));
site.publish({ leases: leases.slice(0, 200).map((l) => ({ ...l, expiresAt: l.expiresAt + 1e3 })) });
time("follow 200 leases", () => siteIndex(site));
time("  settle after 200 leases", () => outageNow(readingAt(site)));
time("settle an hour later", () => outageNow(readingAt(site, NOON + 36e5)));
time("leases 1", () => readLeases(readingAt(site), { limit: 60 }));
time("leases 2", () => readLeases(readingAt(site), { limit: 60 }));
time("leases q", () => readLeases(readingAt(site), { limit: 60, q: "novak" }));
time("leases q 2", () => readLeases(readingAt(site), { limit: 60, q: "novak" }));
time("leases sort user", () => readLeases(readingAt(site), { limit: 60, sort: "user" }));
time("servers by leases", () => readServers(readingAt(site), { sort: "-leases", limit: 60 }));
console.log("heap", mem());
await remove2();
