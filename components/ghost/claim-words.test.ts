import { describe, expect, it } from "vitest";
import { CLAIM_FIELDS } from "@/lib/domain/ghost/evidence";
import { claimLabel, countOfClaim, durationOf, instantOf, stanceWords, textOf, valueWords } from "./claim-words";
import { aClaim } from "./ghost.fixture";

const when = (at: string) => `at ${at}`;

describe("the value of a claim", () => {
  it("is written by its kind", () => {
    expect(valueWords({ field: "user", value: { kind: "text", text: "SITE\\PreLogon" } }, when)).toBe("SITE\\PreLogon");
    expect(valueWords({ field: "appState", value: { kind: "text", text: "PreLogon" } }, when)).toBe("Pre-logon");
    expect(valueWords({ field: "age", value: { kind: "duration", ms: 1_380_000 } }, when)).toBe("23 min");
    expect(valueWords({ field: "failureCount", value: { kind: "count", count: 1200 } }, when)).toBe("1,200");
    expect(valueWords({ field: "logOnStarted", value: { kind: "instant", at: "T" } }, when)).toBe("at T");
  });

  it("says what it means that it is empty, and that this is not the same as not known", () => {
    expect(valueWords({ field: "user", value: { kind: "none" } }, when)).toBe("empty");
    expect(valueWords({ field: "windowsSession", value: { kind: "none" } }, when)).toBe("none");
    for (const field of CLAIM_FIELDS) {
      const empty = valueWords({ field, value: { kind: "none" } }, when);
      expect(valueWords({ field, value: { kind: "unknown" } }, when)).not.toBe(empty);
    }
  });

  it("is found by its field, in its kind only", () => {
    const evidence = [aClaim("age", { kind: "duration", ms: 5 }), aClaim("failureCount", { kind: "count", count: 2 })];
    expect([durationOf(evidence, "age"), durationOf(evidence, "failureCount")]).toEqual([5, null]);
    expect([countOfClaim(evidence, "failureCount"), countOfClaim(evidence, "limit")]).toEqual([2, null]);
    expect(textOf(evidence, "age")).toBeNull();
  });

  it("is the session's own where a field is claimed of the machine first", () => {
    const at = (text: string) => aClaim("stateSince", { kind: "instant", at: text });
    const evidence = [at("2026-11-21T10:00:00.000Z"), at("2026-11-21T09:00:00.000Z")];
    expect(instantOf(evidence, "stateSince")).toBe(Date.parse("2026-11-21T09:00:00.000Z"));
  });
});

describe("what a claim says of the ghost", () => {
  it("keeps a witness that was not heard apart from a value that decides nothing", () => {
    expect(stanceWords({ stance: "silent", value: { kind: "unknown" } })).toBe("could not say");
    expect(stanceWords({ stance: "silent", value: { kind: "count", count: 3 } })).toBe("decides nothing");
    expect(stanceWords({ stance: "disagrees", value: { kind: "none" } })).toBe("speaks against it");
  });

  it("names the time that a failure trace counts over", () => {
    expect(claimLabel({ field: "grace" }, "failure-trace")).not.toBe(claimLabel({ field: "grace" }, "nameless"));
  });
});
