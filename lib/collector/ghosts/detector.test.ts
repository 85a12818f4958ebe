import { describe, expect, it } from "vitest";
import {
  ANN,
  aMachine,
  aSession,
  aWord,
  BEGAN,
  DISCONNECTED,
  HOUR,
  HUNG,
  MINUTE,
  NAMELESS,
  SECOND,
} from "@/lib/domain/ghost/facts.fixture";
import type { Session } from "@/lib/domain/site";
import { DetectorSite, inShort } from "./detector.fixture";

const LATER = BEGAN + 2 * HOUR;
const nameless = (facts: Partial<Session> = {}) => aSession({ ...NAMELESS, key: "nameless", ...facts });
const left = (facts: Partial<Session> = {}) => aSession({ ...DISCONNECTED, key: "left", ...facts });
const NOTHING = { found: [], withdrawn: [], unsure: [] };

describe("a pass of the detector", () => {
  it("finds each ghost once, when its time has come", () => {
    const site = new DetectorSite().putMachine().put(nameless(), aSession({ ...HUNG, key: "hung", userKey: "S-2" }));
    expect(inShort(site.pass(BEGAN + MINUTE))).toEqual({});
    expect(inShort(site.pass(BEGAN + 10 * MINUTE - 1))).toEqual({});
    expect(inShort(site.pass(BEGAN + 10 * MINUTE))).toEqual({ nameless: "nameless" });
    expect(inShort(site.pass(BEGAN + 20 * MINUTE))).toEqual({ hung: "hung-logon" });
    expect(site.pass(BEGAN + 30 * MINUTE)).toEqual({ judgedAt: BEGAN + 30 * MINUTE, ...NOTHING });
  });

  it("judges by a limit as soon as its machine has said it", () => {
    const machine = aMachine();
    const site = new DetectorSite().putMachine().put(left());
    const long = BEGAN + 10 * HOUR;
    expect(inShort(site.pass(long))).toEqual({});
    const read = { timer: "disconnected", readAt: long } as const;
    site.limits = () => ({ ...read, kind: "set", ms: 8 * HOUR, source: "rds-group-policy" });
    expect(inShort(site.pass(long + MINUTE))).toEqual({});
    site.putTimers({ key: machine.key, readAt: long, timers: [], endsAtLimit: false });
    expect(inShort(site.pass(long + 2 * MINUTE))).toEqual({ left: "just-old" });
  });

  it("in which nothing happened looks at nothing", () => {
    const site = new DetectorSite().putMachine().put(nameless(), left(), aSession());
    site.pass(LATER);
    expect(site.pass(LATER + SECOND)).toMatchObject(NOTHING);
    expect(site.looked).toEqual([]);
  });

  it("never looks at sound sessions that change", () => {
    const site = new DetectorSite().putMachine().put(aSession());
    site.pass(LATER);
    expect(site.looked).toEqual([]);
    site.put(aSession({ idleSince: LATER })).pass(LATER + SECOND);
    expect(site.looked).toEqual([]);
  });

  it("in which the same rows come again changes nothing", () => {
    const site = new DetectorSite().putMachine().put(nameless(), left());
    expect(inShort(site.pass(LATER))).toEqual({ nameless: "nameless" });
    expect(site.putMachine().put(nameless(), left()).pass(LATER)).toMatchObject(NOTHING);
    expect(
      site
        .answer(aWord(LATER, ANN))
        .pass(LATER)
        .found.map(({ class: ghost }) => ghost),
    ).toEqual(["nameless"]);
    expect(site.answer(aWord(LATER, ANN)).pass(LATER)).toMatchObject(NOTHING);
  });

  it("does not depend on the order of what it is told", () => {
    const filled = () =>
      new DetectorSite()
        .putMachine({ poweredOnAt: BEGAN + HOUR })
        .put(nameless(), left({ key: "older", since: BEGAN + 10 * MINUTE }))
        .put(aSession({ key: "newer", machineKey: "machine-2", startedAt: BEGAN + 90 * MINUTE }))
        .putMachine({ key: "machine-2" });
    const [forward, backward] = [filled().pass(LATER), filled().pass(LATER, { backwards: true })];
    const bySubject = (delta: typeof forward) => new Map(delta.found.map((finding) => [finding.subject.key, finding]));
    expect(bySubject(backward)).toEqual(bySubject(forward));
    expect(inShort(forward)).toEqual({ nameless: "nameless", older: "named-gone" });
  });

  it("withdraws what became a sound session, with the reason", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    site.pass(LATER);
    expect(inShort(site.put(aSession({ key: "nameless" })).pass(LATER))).toEqual({ nameless: "recovered" });
    expect(site.pass(LATER + HOUR)).toMatchObject(NOTHING);
  });

  it("says of a session that is removed whether it ended or left the tables", () => {
    const site = new DetectorSite()
      .putMachine()
      .put(nameless(), nameless({ key: "other" }), nameless({ key: "young", since: LATER }));
    site.pass(LATER);
    site.remove("nameless").remove("other").remove("young");
    expect(inShort(site.pass(LATER, { left: new Set(["other"]) }))).toEqual({
      nameless: "ended",
      other: "left-the-tables",
    });
    expect(site.pass(LATER + 24 * HOUR)).toMatchObject(NOTHING);
  });

  it("tells a finding again where it says something new", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    expect(site.pass(LATER).found).toMatchObject([{ confidence: "likely", next: "log-off" }]);
    const again = site.answer(aWord(LATER)).pass(LATER + SECOND);
    expect(again.found).toMatchObject([{ confidence: "sure", next: "restart-agent" }]);
    expect(again.withdrawn).toEqual([]);
  });

  it("changes the class of what it found where an earlier rule takes it over", () => {
    const site = new DetectorSite().putMachine().put(left());
    site.answer(aWord(LATER)).pass(LATER);
    expect(inShort(site.pass(LATER + 10 * SECOND))).toEqual({ left: "named-gone" });
    const delta = site.put(nameless({ key: "left" })).pass(LATER + MINUTE);
    expect(inShort(delta)).toEqual({ left: "nameless" });
    expect(delta.withdrawn).toEqual([]);
  });
});

describe("witnesses of the detector", () => {
  it("a server's answer judges every session on it, active ones too, ten seconds later at the soonest", () => {
    const active = aSession({ key: "active" });
    const site = new DetectorSite().putMachine().put(active, left({ userKey: "S-2", user: "CORP\\bob" }));
    site.pass(LATER);
    expect(inShort(site.answer(aWord(LATER)).pass(LATER))).toEqual({});
    expect(site.looked).toContain("active");
    expect(inShort(site.pass(LATER + 10 * SECOND - 1))).toEqual({});
    expect(inShort(site.pass(LATER + 10 * SECOND))).toEqual({ active: "named-gone", left: "named-gone" });
    expect(inShort(site.answer(aWord(LATER + MINUTE, ANN)).pass(LATER + MINUTE))).toMatchObject({
      active: "server-lists-it",
    });
  });

  it("an active session is looked at in time though its row changes meanwhile", () => {
    const site = new DetectorSite().putMachine().put(aSession());
    site.answer(aWord(LATER)).pass(LATER);
    site.put(aSession({ idleSince: LATER })).pass(LATER + SECOND);
    expect(inShort(site.pass(LATER + 10 * SECOND))).toEqual({ "session-1": "named-gone" });
  });

  it("a server that cannot be asked finds nothing and withdraws nothing", () => {
    const site = new DetectorSite().putMachine().put(left());
    site.answer(aWord(LATER)).pass(LATER + 10 * SECOND);
    const lost = site.fail().pass(LATER + MINUTE);
    expect(lost.withdrawn).toEqual([]);
    const other = new DetectorSite().putMachine().put(left(), aSession());
    expect(inShort(other.fail().pass(LATER))).toEqual({});
  });

  it("the broker's rows are judged when they were read", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    site.pass(LATER);
    site.answerBroker({ readAt: LATER, sessions: [{ startedAt: BEGAN, named: true }] });
    expect(inShort(site.pass(LATER + SECOND))).toEqual({ nameless: "broker-disagrees" });
  });

  it("a machine that registers, starts or stops has its sessions judged, one whose load changes not", () => {
    const site = new DetectorSite().putMachine().put(left(), aSession());
    site.pass(LATER);
    site.putMachine({ loadIndex: 9_000 }).pass(LATER + SECOND);
    expect(site.looked).toEqual([]);
    site.putMachine({ registrationSince: LATER }).pass(LATER + 2 * SECOND);
    expect(new Set(site.looked)).toEqual(new Set(["left", "session-1"]));
    expect(inShort(site.putMachine({ poweredOnAt: LATER }).pass(LATER + MINUTE))).toEqual({
      left: "named-gone",
      "session-1": "named-gone",
    });
  });

  it("a machine that is off is a proof in time, without anything else happening", () => {
    const off = { power: "Off", powerSince: LATER, registration: "Unregistered" } as const;
    const site = new DetectorSite().putMachine().put(left(), aSession());
    site.pass(LATER);
    expect(inShort(site.putMachine(off).pass(LATER + MINUTE))).toEqual({});
    expect(inShort(site.pass(LATER + 10 * MINUTE - 1))).toEqual({});
    expect(inShort(site.pass(LATER + 10 * MINUTE))).toEqual({ left: "named-gone", "session-1": "named-gone" });
  });

  it.each([
    ["a start after the session", { poweredOnAt: BEGAN + HOUR }],
    ["being off for long", { power: "Off", powerSince: BEGAN + HOUR, registration: "Unregistered" }],
  ] as const)("a machine proves it by %s in the first pass, of active sessions too", (_what, machine) => {
    const site = new DetectorSite().put(aSession()).putMachine(machine);
    expect(inShort(site.pass(LATER))).toEqual({ "session-1": "named-gone" });
  });

  it("an active session that was found comes back to life", () => {
    const site = new DetectorSite().putMachine().put(aSession());
    expect(inShort(site.answer(aWord(LATER)).pass(LATER + MINUTE))).toEqual({ "session-1": "named-gone" });
    site.put(aSession({ since: LATER + 2 * MINUTE }));
    expect(inShort(site.pass(LATER + 3 * MINUTE))).toEqual({ "session-1": "recovered" });
  });

  it("a new session of the same person makes the one that was left a suspect", () => {
    const site = new DetectorSite().putMachine().put(left());
    expect(inShort(site.pass(LATER))).toEqual({});
    site.putMachine({ key: "machine-2" }).put(aSession({ key: "new", machineKey: "machine-2", startedAt: LATER }));
    expect(site.pass(LATER + MINUTE).found).toMatchObject([
      { subject: { key: "left" }, class: "named-gone", confidence: "possible" },
    ]);
  });

  it("a source that is lost and comes back has everything judged again that it may have spoken of", () => {
    const site = new DetectorSite().putMachine().put(nameless({ hidden: null }));
    site.sources = { ...site.sources, sdk: "lost" };
    expect(inShort(site.pass(LATER))).toEqual({});
    site.sources = { ...site.sources, sdk: "ok" };
    expect(inShort(site.pass(LATER + SECOND))).toEqual({ nameless: "nameless" });
    site.sources = { ...site.sources, sdk: "lost" };
    expect(site.pass(LATER + 2 * SECOND)).toMatchObject({ found: [], withdrawn: [], unsure: [{ key: "nameless" }] });
  });
});
