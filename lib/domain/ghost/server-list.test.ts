import { describe, expect, it } from "vitest";
import type { Session } from "../site";
import { ANN, aSession, aWord, BEGAN, DISCONNECTED, HOUR, MINUTE, NAMELESS, SECOND } from "./facts.fixture";
import { findUnnamed, listsLogon, listsNamed, validWord } from "./server-list";

const ASKED = BEGAN + 3 * HOUR;
const BOB = "CORP\\bob";
const bobs = (facts: Partial<Session> = {}) =>
  aSession({ key: "session-2", user: BOB, userKey: "S-1-5-21-2", userFullName: "Bob", ...facts });

describe("a server's word", () => {
  it.each([
    ["state", { since: BEGAN }, BEGAN],
    ["logon", { since: BEGAN, startedAt: BEGAN, logOnEndedAt: BEGAN + MINUTE }, BEGAN + MINUTE],
    ["beginning", { since: BEGAN - HOUR, startedAt: BEGAN, logOnEndedAt: null }, BEGAN],
  ])("says something of a session once it is five seconds younger than its %s", (_what, session, changed) => {
    const facts = { logOnEndedAt: null, ...session };
    const wordAt = (askedAt: number) => validWord({ session: aSession(facts), server: aWord(askedAt, ANN) });
    expect(wordAt(changed + 5 * SECOND - 1)).toBeNull();
    expect(wordAt(changed + 5 * SECOND)?.askedAt).toBe(changed + 5 * SECOND);
    expect(wordAt(changed + 24 * HOUR)).not.toBeNull();
  });

  it("is none where nobody was asked", () => {
    expect(validWord({ session: aSession(), server: null })).toBeNull();
  });
});

describe("a named session in the list", () => {
  const older = aSession({ ...DISCONNECTED, key: "older" });
  const newer = aSession({ ...DISCONNECTED, key: "newer", startedAt: BEGAN + HOUR, since: BEGAN + 2 * HOUR });
  const active = aSession({ key: "active", startedAt: BEGAN - HOUR });
  const late = aSession({ key: "late", startedAt: ASKED - 5 * SECOND + 1 });
  const gone = { user: ANN, state: "Disconnected" } as const;

  it.each([
    ["an empty list has nobody", older, [], [], false],
    ["another's session is not hers", older, [BOB], [], false],
    ["nobody's session is not hers", older, [{ user: null }], [], false],
    ["hers, however spelled", older, ["ann"], [], true],
    ["in another state, it is still hers", older, [ANN], [], true],
    ["of two believed and one listed, the newer", newer, [ANN], [older], true],
    ["and not the older", older, [ANN], [newer], false],
    ["of two believed and two listed, both", older, [ANN, ANN], [newer], true],
    ["the active before the newer", active, [ANN], [newer], true],
    ["the newer after the active", newer, [ANN], [active], false],
    ["whose state the server gives comes first", newer, [gone], [active], true],
    ["so that the active one gets none", active, [gone], [newer], false],
    ["each by its state", active, [gone, ANN], [newer], true],
    ["a session that is younger than the word takes nothing", older, [ANN], [late], true],
    ["another's session takes nothing of hers", older, [ANN], [bobs()], true],
    ["neither does a nameless one that is said to be hers", older, [ANN], [{ ...newer, ...NAMELESS, user: ANN }], true],
  ] as const)("%s", (_what, session, listed, others, expected) => {
    const word = aWord(ASKED, ...listed);
    expect(listsNamed(word, session, [session, ...others])).toBe(expected);
    expect(listsNamed(word, session, [...others, session])).toBe(expected);
  });

  it("of two alike, one is listed, whatever the order of reads", () => {
    const [one, two] = [older, { ...older, key: "other" }];
    for (const onMachine of [
      [one, two],
      [two, one],
    ]) {
      const listed = onMachine.filter((each) => listsNamed(aWord(ASKED, ANN), each, onMachine));
      expect(listed).toEqual([one]);
    }
  });
});

describe("a session without a verified user in the list", () => {
  const nobody = aSession({ ...NAMELESS, key: "nobody" });
  const saidAnn = aSession({ ...NAMELESS, key: "said", user: ANN, userSource: "untrusted" });
  const fromClient = aSession({ ...NAMELESS, key: "client", user: "ann", userSource: "client" });
  const local = aSession({ ...NAMELESS, key: "local", state: "Active", user: null });
  const localByName = { ...local, user: "SRV0001\\Administrator", userSource: "untrusted" } as const;
  const hers = aSession({ key: "hers" });

  it.each([
    ["nothing in an empty list", nobody, [], [], undefined],
    ["one before its logon", nobody, [{ user: null }], [], 2],
    ["one of whom it is said to be", saidAnn, [BOB, ANN], [], 3],
    ["not another's where it is said whose it is", saidAnn, [BOB], [], undefined],
    ["one before its logon all the same", saidAnn, [BOB, { user: null }], [], 3],
    ["a client's name is no user", fromClient, [{ user: null }, "ann"], [], 2],
    ["any that is nobody else's where nobody says whose it is", nobody, [BOB], [], 2],
    ["not a named session's", nobody, [ANN], [hers], undefined],
    ["her second one beside her named session", saidAnn, [ANN, ANN], [hers], 3],
    ["not her only one, which is her named session's", saidAnn, [ANN], [hers], undefined],
    ["not the local administrator's, by name", nobody, ["SRV0001\\Administrator"], [localByName], undefined],
    ["not the local administrator's, by number", nobody, ["SRV0001\\Administrator"], [local], undefined],
    ["one more than the local users'", nobody, ["SRV0001\\Administrator", BOB], [local], 2],
    ["one that another logon may have as well", nobody, [{ user: null }], [{ ...nobody, key: "too" }], 2],
  ] as const)("finds %s", (_what, session, listed, others, expected) => {
    const word = aWord(ASKED, ...listed);
    expect(findUnnamed(word, session, [session, ...others])?.id).toBe(expected);
    expect(findUnnamed(word, session, [...others, session])?.id).toBe(expected);
  });

  it("a logon is listed under its user or still without one", () => {
    const logon = aSession({ logOnEndedAt: null, state: "Connected" });
    expect(listsLogon(aWord(ASKED, ANN), logon, [logon])).toBe(true);
    expect(listsLogon(aWord(ASKED, { user: null }), logon, [logon])).toBe(true);
    expect(listsLogon(aWord(ASKED, BOB), logon, [logon])).toBe(false);
  });
});
