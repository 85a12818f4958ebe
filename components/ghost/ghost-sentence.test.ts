import { describe, expect, it } from "vitest";
import { aClaim, aGhost, NOW } from "./ghost.fixture";
import { ghostHeadline, graceSentence, hurtSentence } from "./ghost-sentence";

const ada = { user: "SITE\\alane", userFullName: "Ada Lane", userSource: "user" } as const;
const none = { kind: "none" } as const;
const say = (facts: Parameters<typeof aGhost>[0]) => ghostHeadline(aGhost(facts), NOW);

describe("the headline of a ghost", () => {
  it("says of a nameless session how long it stands, what the site never heard, and what names the person", () => {
    const evidence = [aClaim("user", none), aClaim("logOnEnded", none)];
    expect(say({ evidence })).toBe(
      "A session on CTX-APP-017 has stood without a user for 23 minutes. The site never heard that the logon finished. Nothing names the person.",
    );
    expect(say({ user: "SITE\\alane", userSource: "untrusted" })).toBe(
      "A session on CTX-APP-017 has stood without a user for 23 minutes. The machine says that it belongs to SITE\\alane.",
    );
    expect(say({ user: "SITE\\alane", userSource: "brokering" })).toContain("It was brokered for SITE\\alane.");
    expect(say({ user: "alane", userSource: "client" })).toContain("The client says that it belongs to alane.");
  });

  it("speaks in the past of what has ended, and counts no further", () => {
    const over = { clearedAt: "2026-11-21T12:05:00.000Z", state: "cleared" } as const;
    expect(say(over)).toMatch(/^A session on CTX-APP-017 stood without a user for 5 minutes\./);
    expect(say({ ...over, ...ada, class: "hung-logon" })).toBe(
      "The logon of Ada Lane on CTX-APP-017 had not ended after 5 minutes.",
    );
  });

  it("says of a hung logon when it began", () => {
    expect(say({ ...ada, class: "hung-logon" })).toBe(
      "The logon of Ada Lane on CTX-APP-017 began 23 minutes ago and has not ended.",
    );
  });

  it("says of a stuck desktop which state it never left", () => {
    const evidence = [aClaim("state", { kind: "text", text: "Connected" })];
    expect(say({ ...ada, class: "stuck-connected", machine: "VDI-0388", evidence })).toBe(
      "The session of Ada Lane on VDI-0388 has been Connected for 23 minutes and has not become Active.",
    );
  });

  it("says of an old session how long it is disconnected, not how long it is too old", () => {
    const evidence = [
      aClaim("stateSince", { kind: "instant", at: "2026-11-20T12:00:00.000Z" }),
      aClaim("limit", { kind: "duration", ms: 86_400_000 }),
    ];
    expect(say({ ...ada, class: "just-old", evidence })).toBe(
      "The session of Ada Lane on CTX-APP-017 has been disconnected for 1 day, longer than the limit of 24 hours. It may be real work that nobody attends.",
    );
  });

  it("says of a failing machine how many sessions of how many people", () => {
    const evidence = [
      aClaim("failureCount", { kind: "count", count: 4 }),
      aClaim("failureUsers", { kind: "count", count: 1 }),
    ];
    expect(say({ class: "failure-trace", subject: "machine", evidence })).toBe(
      "4 sessions of 1 person on CTX-APP-017 ended with a failure that points to ghosts.",
    );
  });
});

describe("the proof that a named session is gone", () => {
  const gone = { ...ada, class: "named-gone" } as const;
  const state = aClaim("state", { kind: "text", text: "Disconnected" });
  const shown = "The site shows Ada Lane as Disconnected on CTX-APP-017.";

  it("is the server's own list", () => {
    const listed = aClaim("windowsSession", none, { source: "server" });
    expect(say({ ...gone, evidence: [listed, state] })).toBe(`${shown} The server itself lists no such session.`);
  });

  it("is a machine that is off or has started since", () => {
    const off = aClaim("machinePower", { kind: "text", text: "Off" });
    const started = aClaim("machineStarted", { kind: "instant", at: "2026-11-21T12:00:00.000Z" });
    expect(say({ ...gone, evidence: [off, state] })).toBe(`${shown} The machine has been off for 23 minutes.`);
    expect(say({ ...gone, evidence: [started, state] })).toBe(
      `${shown} The machine started 23 minutes ago, after it began.`,
    );
  });

  it("is missing where the server was not heard, and that is said", () => {
    const unheard = aClaim("windowsSession", { kind: "unknown" }, { stance: "silent", source: "server" });
    const newer = aClaim("newerSession", { kind: "text", text: "CTX-APP-002" });
    expect(say({ ...gone, evidence: [unheard, state] })).toBe(`${shown} The server has not been heard on it.`);
    expect(say({ ...gone, evidence: [unheard, newer, state] })).toBe(
      `${shown} A newer session of the same person began on CTX-APP-002; this server has not been heard on it.`,
    );
  });
});

describe("how long a rule waited", () => {
  const grace = (source: "history" | "settings") => aClaim("grace", { kind: "duration", ms: 840_000 }, { source });
  const usual = aClaim("usualLogon", { kind: "duration", ms: 660_000 }, { source: "history" });
  const waited = (evidence: readonly ReturnType<typeof aClaim>[]) =>
    graceSentence(aGhost({ graceMs: 840_000, evidence: [...evidence] }));

  it("is explained by what logons take here, where that raised it", () => {
    expect(waited([grace("history"), usual])).toBe("Waited 14 min: logons here take up to 11 min.");
  });

  it("is the settings' own where nothing raised it", () => {
    expect(waited([grace("settings"), usual])).toBe(
      "Waited 14 min, as the settings say; logons here take up to 11 min.",
    );
    expect(waited([grace("settings")])).toBe("Waited 14 min, as the settings say.");
  });

  it("is explained by a crowd that logged on at that time", () => {
    expect(waited([grace("history"), usual, aClaim("logonStorm", { kind: "count", count: 41 })])).toBe(
      "Waited 14 min: 41 logons went on at that time.",
    );
  });

  it("is not told of a rule that does not wait", () => {
    expect(graceSentence(aGhost({ graceMs: 0, evidence: [grace("settings")] }))).toBeNull();
    expect(waited([])).toBeNull();
  });
});

describe("who was hurt", () => {
  it("counts the failed launches of a person, and none of a machine", () => {
    expect(hurtSentence(aGhost({ failedLaunches: 3 }))).toBe("3 launches of this person failed while it stood.");
    expect(hurtSentence(aGhost({ userKey: "S-1" }))).toBe("No launch of this person has failed while it stood.");
    expect(hurtSentence(aGhost({ subject: "machine", failedLaunches: 3 }))).toBeNull();
  });

  it("is not known of somebody whose launches nobody could count", () => {
    expect(hurtSentence(aGhost({ userKey: null }))).toBe(
      "Whether launches failed is not known: the site has no record of the person.",
    );
  });
});
