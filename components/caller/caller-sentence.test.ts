import { describe, expect, it } from "vitest";
import { type CallerKnowledge, callerAnswer } from "./caller-sentence";
import type { CallerGhost } from "./ghost-sentence";

const NOW = Date.parse("2026-11-21T10:00:00Z");
const UNCHECKED = "Only ghosts were looked for: what else a launch needs was not checked.";

const session = (number: number, state = "Active") => ({
  key: `s${number}`,
  state,
  machine: `CTX-${number}`,
  machineKey: `m${number}`,
});
const ghost = (change: Partial<CallerGhost> = {}): CallerGhost => ({
  class: "named-gone",
  state: "confirmed",
  confidence: "likely",
  confirmedAt: "2026-11-21T09:43:00.000Z",
  machine: "CTX-APP-017",
  firstSeenAt: "2026-11-21T09:42:00.000Z",
  takenBy: null,
  ...change,
});
const suspect = (change: Partial<CallerGhost> = {}) => ghost({ state: "suspect", confirmedAt: null, ...change });

const plain: CallerKnowledge = {
  name: "Anna Meyer",
  known: true,
  sessions: [session(1)],
  ghosts: [],
  dismissed: [],
  traces: [],
  skipped: [],
  serversUnread: false,
  serversUnheard: null,
  unreadSince: null,
  me: "desk",
};
const answer = (change: Partial<CallerKnowledge> = {}) => callerAnswer({ ...plain, ...change }, NOW, "Europe/Vienna");
const say = (...ghosts: CallerGhost[]) => answer({ ghosts }).sentence;

describe("a caller with one ghost", () => {
  it("hears what the site believes, what is true, and what that does", () => {
    expect(answer({ ghosts: [ghost()] })).toEqual({
      tone: "bad",
      sentence:
        "Anna Meyer has a ghost session on CTX-APP-017: the site believes in it, the server does not have it. " +
        "New launches may be sent into it.",
      notes: [],
    });
  });

  it.each([
    ["nameless", "the site counts a session there without a user"],
    ["hung-logon", "a logon has begun there and does not end"],
    ["stuck-connected", "the desktop stays Connected and never becomes Active"],
  ] as const)("is told what a %s one is", (ghostClass, words) => {
    expect(say(ghost({ class: ghostClass }))).toContain(`has a ghost session on CTX-APP-017: ${words}`);
  });

  it("is not told more than was seen while nobody has confirmed it", () => {
    expect(answer({ ghosts: [suspect()] })).toMatchObject({
      tone: "warn",
      sentence:
        "Anna Meyer may have a ghost session on CTX-APP-017: the site believes in it, the server may not have it. " +
        "Nobody has confirmed it yet: suspect since 10:42.",
    });
  });

  it("hears who works on it", () => {
    expect(say(ghost({ takenBy: "Maria" }))).toMatch(/sent into it\. Maria is working on it\.$/);
    expect(say(suspect({ takenBy: "desk" }))).toMatch(/You are working on it\.$/);
  });

  it("hears that it came back, and that a repair has begun", () => {
    expect(answer({ ghosts: [ghost({ state: "returned" })] }).notes).toEqual([
      "It was cleared and came back within a day.",
    ]);
    expect(answer({ ghosts: [ghost({ state: "acting" })] }).notes[0]).toContain("A repair has begun");
  });

  it.each(["returned", "acting"] as const)("is not told more than was seen where a suspect is %s", (state) => {
    const unproven = ghost({ state, confirmedAt: null, confidence: "possible" });
    expect(answer({ ghosts: [unproven] })).toMatchObject({ tone: "warn" });
    expect(say(unproven)).toContain("may have a ghost session on CTX-APP-017: the site believes in it, the server may");
    expect(say({ ...unproven, confidence: "sure" })).toContain("has a ghost session on CTX-APP-017:");
  });

  it("is told so where the site does not name the machine", () => {
    expect(say(ghost({ machine: null }))).toContain("a ghost session on a machine the site does not name:");
  });
});

describe("a caller with several ghosts", () => {
  it("hears each of a few", () => {
    expect(say(ghost(), ghost({ class: "nameless", machine: "CTX-2" }))).toBe(
      "Anna Meyer has 2 ghost sessions: named and gone on CTX-APP-017, and nameless on CTX-2. " +
        "New launches may be refused, or sent into them.",
    );
  });

  it("can tell the proven from the suspected", () => {
    const mixed = answer({ ghosts: [ghost(), suspect({ class: "hung-logon", machine: "CTX-2" })] });
    expect(mixed.tone).toBe("bad");
    expect(mixed.sentence).toContain(
      "has 1 ghost session and 1 suspect: named and gone on CTX-APP-017, and hung logon on CTX-2 (suspect since 10:42).",
    );
    const doubtful = answer({ ghosts: [suspect(), suspect({ machine: "CTX-2" })] });
    expect(doubtful.tone).toBe("warn");
    expect(doubtful.sentence).toMatch(/may have 2 ghost sessions: .* Nobody has confirmed them yet\.$/);
  });

  it("hears how many more there are than anybody would listen to", () => {
    const many = Array.from({ length: 7 }, (_, index) => ghost({ machine: `CTX-${index}` }));
    expect(say(...many)).toContain("on CTX-0, named and gone on CTX-1, named and gone on CTX-2, and 4 more.");
  });

  it("hears who works on which", () => {
    const maria = { takenBy: "Maria" };
    expect(say(ghost(maria), ghost(maria))).toContain("Maria is working on them.");
    expect(say(ghost(maria), ghost())).toContain("Maria is working on 1 of them.");
    expect(say(ghost(maria), ghost({ takenBy: "desk" }))).toContain("You and Maria are working on them.");
  });
});

describe("a caller without a ghost", () => {
  it("hears that nothing was found, and what was not looked at", () => {
    expect(answer()).toEqual({
      tone: "ok",
      sentence: "Nothing found that keeps Anna Meyer from logging in: 1 active session, no ghosts.",
      notes: [UNCHECKED],
    });
  });

  it.each([
    [[], "no session on this site, no ghosts."],
    [[session(1, "NonBrokeredSession")], "1 non-brokered session, no ghosts."],
    [[session(1), session(2, "Disconnected"), session(3, "Disconnected")], "2 disconnected and 1 active sessions, no"],
  ])("is told of their sessions", (sessions, words) => {
    expect(answer({ sessions }).sentence).toContain(words);
  });

  it("hears that a session is just old, which keeps nobody out", () => {
    const old = ghost({ class: "just-old", state: "confirmed" });
    expect(answer({ ghosts: [old] })).toMatchObject({
      tone: "ok",
      sentence:
        "Nothing found that keeps Anna Meyer from logging in: 1 active session, no ghosts. " +
        "The session on CTX-APP-017 is just old and may be real work that nobody attends.",
    });
    expect(say(old, old)).toContain("2 sessions are just old");
    expect(say(old, ghost())).toMatch(/^Anna Meyer has a ghost session on/);
  });

  it("hears that somebody called it no ghost, as long as the session stands", () => {
    const dismissed = [{ sessionKey: "s1", machine: "CTX-1" }];
    expect(answer({ dismissed }).notes[0]).toBe(
      "Somebody looked at the session on CTX-1 and said that it is no ghost.",
    );
    expect(answer({ dismissed: [{ sessionKey: "s9", machine: "CTX-1" }] }).notes).toEqual([UNCHECKED]);
    expect(answer({ dismissed: [{ sessionKey: null, machine: "CTX-1" }] }).notes).toEqual([UNCHECKED]);
  });

  it("hears that it is too early to tell of a logon that goes on, unless somebody has looked at it", () => {
    const sessions = [session(1, "Connected"), session(2)];
    expect(answer({ sessions }).notes).toEqual([
      "The logon on CTX-1 has not finished yet: too early to call it a ghost.",
      UNCHECKED,
    ]);
    const dismissed = [{ sessionKey: "s1", machine: "CTX-1" }];
    expect(answer({ sessions, dismissed }).notes).toHaveLength(2);
    expect(answer({ sessions, dismissed }).notes[0]).toContain("said that it is no ghost");
  });

  it("hears that nobody knows how the servers are", () => {
    const note = "Whether these servers are well could not be read.";
    expect(answer({ serversUnread: true }).notes).toEqual([note, UNCHECKED]);
    expect(answer({ serversUnread: true, sessions: [] }).notes).toEqual([UNCHECKED]);
  });

  it("hears that servers cannot be asked, where that could hide something", () => {
    const serversUnheard = "Servers cannot be asked.";
    expect(answer({ serversUnheard }).notes).toEqual([serversUnheard, UNCHECKED]);
    expect(answer({ serversUnheard, sessions: [] }).notes).toEqual([UNCHECKED]);
  });
});

describe("a caller whose server is unwell", () => {
  const traces = [{ machine: "CTX-1", machineKey: "m1" }];
  const skipped = [{ key: "m1", name: "CTX-1" }];

  it("hears of its failures", () => {
    expect(answer({ traces })).toMatchObject({
      tone: "warn",
      sentence:
        "No ghost among the sessions of Anna Meyer, but sessions on CTX-1 keep ending with a failure that points to ghosts.",
    });
  });

  it("hears that it is being skipped", () => {
    expect(answer({ skipped }).sentence).toBe(
      "No ghost among the sessions of Anna Meyer, but CTX-1 is being skipped: load balancing sends no new session there.",
    );
  });

  it("hears the second thing as a note, and both where there is a ghost as well", () => {
    expect(answer({ traces, skipped }).notes[0]).toMatch(/^CTX-1 is being skipped/);
    expect(answer({ traces, skipped, ghosts: [ghost()] }).notes).toEqual([
      "Sessions on CTX-1 keep ending with a failure that points to ghosts.",
      "CTX-1 is being skipped: load balancing sends no new session there.",
    ]);
  });

  it("is not told of servers of others", () => {
    const elsewhere = { traces: [{ machine: "X", machineKey: null }], skipped: [{ key: "m7", name: "CTX-7" }] };
    expect(answer({ ...elsewhere, sessions: [{ ...session(1), machineKey: null }] }).tone).toBe("ok");
  });
});

describe("what cannot be told", () => {
  it("is said where the site cannot be read, with what was known then", () => {
    const unreadSince = Date.parse("2026-11-21T09:40:00Z");
    const lost = answer({ unreadSince, ghosts: [ghost()] });
    expect(lost).toMatchObject({ tone: "unknown", sentence: "Cannot tell: the site has not been read since 10:40." });
    expect(lost.notes[0]).toMatch(/^As of then: Anna Meyer has a ghost session on CTX-APP-017/);
  });

  it("is said where the ghosts themselves could not be read: never that there are none", () => {
    const { tone, sentence } = answer({ ghosts: null });
    expect(tone).toBe("unknown");
    expect(sentence).toBe(
      "Cannot tell whether a ghost keeps Anna Meyer from logging in: the ghosts could not be read.",
    );
  });

  it("is said of a name that no user record has, with and without a ghost", () => {
    const note = "No user record of the site has the name Anna Meyer.";
    expect(answer({ known: false })).toMatchObject({ tone: "unknown", notes: [note, UNCHECKED] });
    expect(answer({ known: false, ghosts: [ghost()] })).toMatchObject({ tone: "bad", notes: [note] });
  });
});
