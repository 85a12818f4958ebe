import { describe, expect, it } from "vitest";
import {
  ANN,
  aPace,
  aSession,
  aWord,
  BEGAN,
  DISCONNECTED,
  HOUR,
  MINUTE,
  NAMELESS,
  SECOND,
} from "@/lib/domain/ghost/facts.fixture";
import { type GhostSettings, usualSettings } from "@/lib/domain/ghost/settings";
import type { Session } from "@/lib/domain/site";
import type { GhostOrders } from "../protocol";
import { DetectorSite, inShort } from "./detector.fixture";

const LATER = BEGAN + 2 * HOUR;
const nameless = (facts: Partial<Session> = {}) => aSession({ ...NAMELESS, key: "nameless", ...facts });
const left = (facts: Partial<Session> = {}) => aSession({ ...DISCONNECTED, key: "left", ...facts });
const open = (key: string, ghost: GhostOrders["open"][number]["class"]): GhostOrders["open"][number] => ({
  subject: { kind: ghost === "failure-trace" ? "machine" : "session", key },
  class: ghost,
});
const order = (site: DetectorSite, settings: Partial<GhostSettings>) =>
  site.detector.order({ settings: { ...usualSettings(), ...settings }, open: [] });

describe("incidents that were open before", () => {
  it("are withdrawn where their session or machine is gone", () => {
    const site = new DetectorSite([open("gone", "nameless"), open("old", "failure-trace")]);
    expect(inShort(site.pass(LATER))).toEqual({ gone: "left-the-tables", old: "left-the-tables" });
    expect(inShort(site.pass(LATER))).toEqual({});
  });

  it("are told again where they still hold, and withdrawn where they do not", () => {
    const site = new DetectorSite([open("nameless", "nameless"), open("session-1", "nameless")]);
    const delta = site.putMachine().put(nameless(), aSession()).pass(LATER);
    expect(inShort(delta)).toEqual({ nameless: "nameless", "session-1": "recovered" });
  });

  it("stay where nobody can tell, until somebody can", () => {
    const site = new DetectorSite([open("left", "named-gone"), open("active", "named-gone")]).putMachine();
    const first = site.put(left(), aSession({ key: "active", userKey: "S-2", user: "CORP\\bob" })).pass(LATER);
    expect(first).toMatchObject({ found: [], withdrawn: [] });
    expect(first.unsure?.map(({ key }) => key).sort()).toEqual(["active", "left"]);
    expect(inShort(site.fail().pass(LATER + MINUTE))).toEqual({});
    site.answer(aWord(LATER + 2 * MINUTE, ANN)).pass(LATER + 2 * MINUTE);
    expect(inShort(site.pass(LATER + 3 * MINUTE))).toEqual({ active: "named-gone" });
  });

  it("of a listed session are withdrawn by its server", () => {
    const site = new DetectorSite([open("left", "named-gone")]).putMachine().put(left());
    site.pass(LATER);
    expect(inShort(site.answer(aWord(LATER + MINUTE, ANN)).pass(LATER + MINUTE))).toEqual({ left: "server-lists-it" });
  });

  it("of a machine whose failures stopped are over", () => {
    const site = new DetectorSite([open("machine-1", "failure-trace")]).putMachine();
    expect(inShort(site.pass(LATER))).toEqual({ "machine-1": "ended" });
  });
});

describe("other settings", () => {
  it("judge everything again that is watched or held", () => {
    const site = new DetectorSite([], { namelessGraceMinutes: 240 }).putMachine().put(nameless(), left());
    expect(inShort(site.pass(LATER))).toEqual({});
    order(site, { namelessGraceMinutes: 10, justOldHours: 1 });
    expect(inShort(site.pass(LATER))).toEqual({ nameless: "nameless", left: "just-old" });
    order(site, { excludedAccounts: ["ann"] });
    expect(inShort(site.pass(LATER))).toEqual({ left: "excluded-account" });
    order(site, { namelessGraceMinutes: 200 });
    expect(inShort(site.pass(LATER))).toEqual({ nameless: "logon-in-progress" });
  });

  it("judge again what only a server's word found", () => {
    const site = new DetectorSite().putMachine().put(aSession());
    site.answer(aWord(LATER)).pass(LATER + MINUTE);
    order(site, { excludedAccounts: ["ann"] });
    expect(inShort(site.pass(LATER + MINUTE))).toEqual({ "session-1": "excluded-account" });
  });

  it("count the failures of every machine again", () => {
    const site = new DetectorSite().putMachine().failSession(LATER - MINUTE);
    expect(inShort(site.pass(LATER))).toEqual({});
    order(site, { failureTraceCount: 1 });
    expect(inShort(site.pass(LATER))).toEqual({ "machine-1": "failure-trace" });
    order(site, { failureTraceCount: 2 });
    expect(inShort(site.pass(LATER))).toEqual({ "machine-1": "within-limit" });
  });

  it("change nothing that does not depend on them", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    site.pass(LATER);
    order(site, { justOldHours: 5 });
    expect(site.pass(LATER)).toMatchObject({ found: [], withdrawn: [] });
  });
});

describe("a grace that grew since", () => {
  it("keeps what was found while its session stays as it was", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    expect(inShort(site.pass(BEGAN + 15 * MINUTE))).toEqual({ nameless: "nameless" });
    site.pace = aPace({}, { longestMs: 40 * MINUTE });
    expect(inShort(site.put(nameless({ clientVersion: "20" })).pass(BEGAN + 16 * MINUTE))).toEqual({});
    const changed = nameless({ since: BEGAN + 16 * MINUTE });
    expect(inShort(site.put(changed).pass(BEGAN + 17 * MINUTE))).toEqual({ nameless: "logon-in-progress" });
  });

  it("keeps it also when another incident is reopened under the same settings", () => {
    const site = new DetectorSite().putMachine().put(nameless(), nameless({ key: "reopened" }));
    site.pass(BEGAN + 15 * MINUTE);
    site.pace = aPace({}, { longestMs: 40 * MINUTE });
    site.detector.order({ settings: usualSettings(), open: [open("reopened", "nameless")] });
    expect(inShort(site.pass(BEGAN + 16 * MINUTE))).toEqual({});
  });

  it("delays what was not found yet, and asks when that is over", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    site.pass(BEGAN);
    site.pace = aPace({}, { longestMs: 12 * MINUTE });
    expect(inShort(site.pass(BEGAN + 10 * MINUTE))).toEqual({});
    expect(inShort(site.pass(BEGAN + 15 * MINUTE - 1))).toEqual({});
    expect(inShort(site.pass(BEGAN + 15 * MINUTE))).toEqual({ nameless: "nameless" });
  });
});

describe("failures on a machine", () => {
  it("are a trace while enough of them are recent, and only its own machine is looked at", () => {
    const site = new DetectorSite().putMachine().putMachine({ key: "machine-2" });
    for (const minute of [0, 5, 10])
      site.failSession(BEGAN + minute * MINUTE).failSession(BEGAN + minute * MINUTE, "machine-3");
    expect(inShort(site.pass(BEGAN + 10 * MINUTE))).toEqual({ "machine-1": "failure-trace" });
    expect(inShort(site.pass(BEGAN + 30 * MINUTE - 1))).toEqual({});
    expect(inShort(site.pass(BEGAN + 30 * MINUTE))).toEqual({ "machine-1": "within-limit" });
  });

  it("leave with their machine", () => {
    const site = new DetectorSite().putMachine();
    for (const minute of [0, 5, 10]) site.failSession(BEGAN + minute * MINUTE);
    site.pass(BEGAN + 10 * MINUTE);
    expect(inShort(site.removeMachine("machine-1").pass(BEGAN + 11 * MINUTE))).toEqual({
      "machine-1": "left-the-tables",
    });
  });
});

describe("whom to ask", () => {
  const wanted = (site: DetectorSite, now = LATER) => {
    const { urgent, sweep } = site.detector.wanted(now);
    return { urgent: [...urgent], sweep: [...sweep] };
  };

  it("the machines of people whose launch failed at once, before suspects", () => {
    const site = new DetectorSite().putMachine().putMachine({ key: "machine-2" }).putMachine({ key: "machine-3" });
    site.put(nameless({ machineKey: "machine-2" }), left(), aSession({ machineKey: "machine-3", userKey: "S-2" }));
    site.pass(LATER);
    expect(wanted(site)).toEqual({ urgent: ["machine-2"], sweep: ["machine-1"] });
    site.failLaunch({ at: LATER });
    expect(wanted(site).urgent).toEqual(["machine-1", "machine-2"]);
    expect(wanted(site).urgent).toEqual(["machine-2"]);
  });

  it("a failed launch makes the person's sessions suspects", () => {
    const site = new DetectorSite().putMachine().put(left());
    site.pass(LATER);
    expect(site.failLaunch({ at: LATER }).pass(LATER).found).toMatchObject([
      { class: "named-gone", confidence: "possible", confirmedBy: "server", hurt: { launches: 1, lastAt: LATER } },
    ]);
    expect(wanted(site).urgent).toEqual(["machine-1"]);
  });

  it("the machines of sessions whose grace ends within ninety seconds", () => {
    const site = new DetectorSite().putMachine().put(nameless());
    site.pass(BEGAN + MINUTE);
    const ahead = BEGAN + 10 * MINUTE - 90 * SECOND;
    expect([ahead - 1, ahead].map((now) => wanted(site, now).urgent)).toEqual([[], ["machine-1"]]);
  });

  it("what is just old only as often as every disconnected session", () => {
    const site = new DetectorSite([], { justOldHours: 1 }).putMachine().put(left());
    expect(inShort(site.pass(LATER))).toEqual({ left: "just-old" });
    expect(wanted(site)).toEqual({ urgent: [], sweep: ["machine-1"] });
  });

  it("nobody where everything is sound", () => {
    const site = new DetectorSite().putMachine().put(aSession());
    site.pass(LATER);
    expect(wanted(site)).toEqual({ urgent: [], sweep: [] });
  });
});
