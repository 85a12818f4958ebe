import { describe, expect, it } from "vitest";
import { CLEAR_REASONS, CONFIDENCES, GHOST_CLASSES, INCIDENT_STATES, NEXT_STEPS } from "@/lib/domain/ghost/classes";
import { CLAIM_FIELDS } from "@/lib/domain/ghost/evidence";
import { INCIDENT_EVENTS } from "@/lib/domain/ghost/incident";
import {
  CLAIM_FIELD,
  CLEAR_REASON,
  CONFIDENCE,
  EVIDENCE_SOURCE,
  failuresWords,
  GHOST_CLASS,
  INCIDENT_STATE,
  NEXT_STEP,
  STANCE,
} from "./ghost-words";
import { historyWords, INCIDENT_EVENT } from "./history-words";
import { reachWords } from "./reach-words";

/** Each closed set with its words; the sets are those of the domain, so a member without words shows here by name. */
const LABELLED = [
  ["classes", GHOST_CLASSES, GHOST_CLASS],
  ["states", INCIDENT_STATES, INCIDENT_STATE],
  ["confidences", CONFIDENCES, CONFIDENCE],
  ["steps", NEXT_STEPS, NEXT_STEP],
] as const;
const WORDED = [
  ["clear reasons", CLEAR_REASONS, CLEAR_REASON],
  ["claims", CLAIM_FIELDS, CLAIM_FIELD],
  ["stances", ["agrees", "disagrees", "silent"], STANCE],
  ["events", INCIDENT_EVENTS, INCIDENT_EVENT],
  ["sources", ["monitor", "broker", "sdk", "server", "history", "settings"], EVIDENCE_SOURCE],
] as const;

describe("words of ghosts", () => {
  it.each(LABELLED)("name and explain all %s", (_, members, words) => {
    expect(Object.keys(words).sort()).toEqual([...members].sort());
    for (const { label, meaning } of Object.values(words)) {
      expect(label).toMatch(/^[A-Z][a-z ]+$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each(WORDED)("name all %s", (_, members, words) => {
    expect(Object.keys(words).sort()).toEqual([...members].sort());
    expect(Object.values(words).filter((word) => word.trim() === "")).toEqual([]);
  });

  it.each([...LABELLED.map(([name, , words]) => [name, Object.values(words).map(({ label }) => label)] as const)])(
    "tell one of the %s from another",
    (_, labels) => {
      expect(new Set(labels).size).toBe(labels.length);
    },
  );

  it("tell one claim from another", () => {
    const words = Object.values(CLAIM_FIELD);
    expect(new Set(words).size).toBe(words.length);
  });

  it("count whom it hurt: launches of a person, sessions of a machine", () => {
    expect(failuresWords({ subject: "session", failedLaunches: 0 })).toBeNull();
    expect(failuresWords({ subject: "session", failedLaunches: 1 })).toBe("1 failed launch");
    expect(failuresWords({ subject: "machine", failedLaunches: 4 })).toBe("4 failed sessions");
  });

  it("put our own details of an entry into words, and leave a person's reason as it was typed", () => {
    const at = "2026-11-21T12:00:00.000Z";
    const detail = (event: "cleared" | "class-changed" | "dismissed", text: string) =>
      historyWords({ at, event, by: null, detail: text }).detail;
    expect(detail("cleared", "server-lists-it")).toBe("its server lists it after all");
    expect(detail("class-changed", "named-gone")).toBe("before: named and gone");
    expect(detail("dismissed", "a test of ours")).toBe("a test of ours");
    expect(historyWords({ at, event: "taken", by: "maria", detail: null })).toEqual({
      what: "maria took it",
      detail: null,
    });
  });

  it("say nothing of servers that are heard, and something of those that are not", () => {
    expect(reachWords({ reach: "ok", sentence: null }).title).toBeNull();
    for (const reach of ["absent", "failing"] as const) {
      expect(reachWords({ reach, sentence: null }).title).toMatch(/\.$/);
    }
  });
});
