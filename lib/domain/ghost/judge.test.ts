import { describe, expect, it } from "vitest";
import { GHOST_CLASSES, type SessionGhostClass } from "./classes";
import {
  ANN,
  aPace,
  aWord,
  BEGAN,
  DISCONNECTED,
  type FactChanges,
  HOUR,
  HUNG,
  MINUTE,
  NAMELESS,
  STUCK,
  someFacts,
  verdict,
} from "./facts.fixture";
import { judgeSession, SESSION_RULES } from "./judge";

const judge = (changes: FactChanges, held: SessionGhostClass | null = null) => judgeSession(someFacts(changes), held);
const verdictOf = (changes: FactChanges, held?: SessionGhostClass) => verdict(judge(changes, held));
const single = { sessionSupport: "SingleSession" } as const;
const off = { power: "Off", powerSince: BEGAN + HOUR } as const;
const DAYS = BEGAN + 90 * HOUR;

describe("rules in their order", () => {
  it("are asked in the order of the classes", () => {
    expect(SESSION_RULES.map(([name]) => name)).toEqual(GHOST_CLASSES.filter((name) => name !== "failure-trace"));
  });

  it.each([
    ["stuck before nameless", { session: { ...NAMELESS, ...single } }, "stuck-connected"],
    ["stuck before hung", { session: { ...HUNG, ...single } }, "stuck-connected"],
    [
      "nameless before all others",
      { session: NAMELESS, now: DAYS, machine: off, server: aWord(DAYS - HOUR) },
      "nameless",
    ],
    ["hung before named and gone", { session: HUNG, now: DAYS, machine: off }, "hung-logon"],
    ["named and gone before just old", { session: DISCONNECTED, now: DAYS, server: aWord(DAYS - HOUR) }, "named-gone"],
    [
      "just old where nothing else is",
      { session: DISCONNECTED, now: DAYS, server: aWord(DAYS - HOUR, ANN) },
      "just-old",
    ],
    ["just old where no server was heard", { session: DISCONNECTED, now: DAYS }, "just-old"],
    ["nothing for a sound session", { now: DAYS, server: aWord(DAYS - HOUR, ANN) }, "server-lists-it"],
  ] satisfies [string, FactChanges, string][])("%s", (_what, changes, expected) => {
    expect(verdictOf(changes)).toBe(expected);
  });
});

describe("a session that only looks like a ghost", () => {
  const all = [NAMELESS, HUNG, STUCK, DISCONNECTED];

  it.each([
    ["hidden from brokering", { hidden: true }, {}, "hidden"],
    ["anonymous", { anonymous: true }, {}, "anonymous"],
  ] as const)("is none where it is %s", (_what, facts, _settings, expected) => {
    for (const session of all) {
      expect(verdictOf({ session: { ...session, ...facts }, now: DAYS, server: aWord(DAYS - HOUR) })).toBe(expected);
    }
  });

  it.each([
    ["its verified user", HUNG, ["corp\\ANN"], "excluded-account"],
    ["a pattern", DISCONNECTED, ["an*"], "excluded-account"],
    [
      "whom the machine says it is",
      { ...NAMELESS, user: "CORP\\svc-probe", userSource: "untrusted" },
      ["svc-*"],
      "excluded-account",
    ],
    [
      "who asked for it",
      { ...NAMELESS, user: "CORP\\svc-probe", userSource: "brokering" },
      ["svc-*"],
      "excluded-account",
    ],
    [
      "a client of that name, which is no account",
      { ...NAMELESS, user: "svc-1", userSource: "client" },
      ["svc-*"],
      "nameless",
    ],
    ["nobody", NAMELESS, ["*"], "nameless"],
    ["another", HUNG, ["bob"], "hung-logon"],
  ] as const)("is none where an account is excluded: %s", (_what, session, excludedAccounts, expected) => {
    expect(verdictOf({ session, settings: { excludedAccounts } })).toBe(expected);
  });
});

describe("a source that is lost", () => {
  const unspoken = { hidden: null, appState: null } as const;

  it.each([
    ["lost", unspoken, "source-lost"],
    ["reading", unspoken, "source-lost"],
    ["absent", unspoken, "nameless"],
    ["ok", unspoken, "nameless"],
    ["slow", unspoken, "nameless"],
    ["lost", { hidden: false }, "nameless"],
  ] as const)("the SDK being %s, a session with %o comes to %s", (sdk, facts, expected) => {
    expect(verdictOf({ session: { ...NAMELESS, ...facts }, sources: { sdk } })).toBe(expected);
  });

  it("does not keep a session from being sound", () => {
    const session = { ...NAMELESS, ...unspoken };
    expect(verdictOf({ session, sources: { sdk: "lost" }, now: BEGAN + MINUTE })).toBe("logon-in-progress");
    expect(verdictOf({ session: unspoken, sources: { sdk: "lost" }, server: aWord(BEGAN + MINUTE, ANN) })).toBe(
      "server-lists-it",
    );
  });
});

describe("the class of the open incident", () => {
  const unregistered = { registration: "Unregistered", registrationSince: BEGAN + 55 * MINUTE } as const;

  it.each([
    ["its own doubt keeps it", { session: NAMELESS, machine: unregistered }, "nameless", "machine-not-registered"],
    ["its own end ends it", { session: NAMELESS, now: BEGAN + MINUTE }, "nameless", "logon-in-progress"],
    ["became a session with a user", { session: HUNG, now: BEGAN + MINUTE }, "nameless", "recovered"],
    [
      "another rule's doubt does not keep it",
      { session: { ...HUNG, appState: null }, sources: { sdk: "lost" } },
      "nameless",
      "recovered",
    ],
    [
      "no word from its server keeps it",
      { session: DISCONNECTED, now: BEGAN + 2 * HOUR },
      "named-gone",
      "server-not-heard",
    ],
    ["no word keeps it from becoming just old", { session: DISCONNECTED, now: DAYS }, "named-gone", "server-not-heard"],
    [
      "a word ends it",
      { session: DISCONNECTED, now: BEGAN + 3 * HOUR, server: aWord(BEGAN + 2 * HOUR, ANN) },
      "named-gone",
      "server-lists-it",
    ],
    [
      "a word makes it just old",
      { session: DISCONNECTED, now: DAYS, server: aWord(DAYS - HOUR, ANN) },
      "named-gone",
      "just-old",
    ],
    ["an earlier rule takes it over", { session: { ...HUNG, ...single } }, "hung-logon", "stuck-connected"],
    ["came back", { session: {}, server: aWord(BEGAN) }, "just-old", "recovered"],
  ] satisfies [string, FactChanges, SessionGhostClass, string][])("%s", (_what, changes, held, expected) => {
    expect(verdictOf(changes, held)).toBe(expected);
  });

  it("being none, the first reason that says something is given", () => {
    expect(verdictOf({ session: NAMELESS, now: BEGAN + MINUTE })).toBe("logon-in-progress");
    expect(verdictOf({ session: { ...NAMELESS, state: "Active" }, now: DAYS })).toBe("recovered");
  });
});

describe("when to look again", () => {
  it("at a ghost: when an earlier rule's grace ends, which then takes it over", () => {
    const pace = aPace({ longestMs: 40 * MINUTE });
    const facts = { session: STUCK, pace, machine: { power: "Off", powerSince: BEGAN } } as const;
    const judgement = judge({ ...facts, now: BEGAN + 20 * MINUTE });
    expect([verdict(judgement), judgement.recheckAt]).toEqual(["named-gone", BEGAN + 50 * MINUTE]);
    expect(verdictOf({ ...facts, now: BEGAN + 50 * MINUTE })).toBe("stuck-connected");
    expect(judge({ ...facts, now: BEGAN + 50 * MINUTE }).recheckAt).toBeNull();
  });

  it.each([
    ["the earliest grace", { session: { ...HUNG, ...single }, now: BEGAN + MINUTE }, BEGAN + 20 * MINUTE],
    [
      "when its machine will have been off for long",
      { session: DISCONNECTED, now: BEGAN + HOUR + MINUTE, machine: off },
      BEGAN + 70 * MINUTE,
    ],
    ["when it will be old", { session: DISCONNECTED, now: BEGAN + 2 * HOUR }, BEGAN + 25 * HOUR],
    ["never, being sound", { server: aWord(BEGAN + MINUTE, ANN) }, null],
    ["never, being excluded", { session: { ...HUNG, hidden: true } }, null],
  ] satisfies [string, FactChanges, number | null][])("%s", (_what, changes, expected) => {
    expect(judge(changes).recheckAt).toBe(expected);
  });
});
