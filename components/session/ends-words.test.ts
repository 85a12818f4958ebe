import { describe, expect, it } from "vitest";
import type { Due, Ends } from "@/lib/api/contract/ends";
import { NO_DEADLINES } from "@/lib/domain/session/deadline";
import { TIMERS } from "@/lib/domain/session/life";
import { LIMIT_SOURCES } from "@/lib/domain/session/limits";
import { BECOMES, isOverdue, NOTHING_DUE, RUNNING } from "./ends-labels";
import { atWords, endsWords, limitWords, sourceAndSpan } from "./ends-words";
import { limitSpan } from "./limit-words";

const NOW = Date.parse("2026-11-21T09:00:00Z");
const VIENNA = "Europe/Vienna";
const due = (facts: Partial<Due> = {}): Due => ({
  at: "2026-11-21T10:42:00Z",
  timer: "disconnected",
  becomes: "ends",
  limitSeconds: 8 * 3600,
  source: "rds-group-policy",
  readAt: "2026-11-21T08:00:00Z",
  unknown: [],
  ...facts,
});
const say = (ends: Ends) => endsWords(ends, NOW, VIENNA);

describe("endsWords", () => {
  it("says when it clears by itself, and which limit says so", () => {
    expect(say(due())).toBe("will clear by itself at 11:42 (disconnected limit 8 h, RDS policy)");
  });

  it("says what becomes of it where it does not end", () => {
    expect(
      say(due({ timer: "linger-disconnect", becomes: "disconnects", source: "group-linger", limitSeconds: 900 })),
    ).toBe("will be disconnected at 11:42 (linger disconnect limit 15 min, group setting)");
    expect(say(due({ becomes: "lingers", timer: "pre-launch-terminate", source: "group-pre-launch" }))).toContain(
      "will go on as lingering at 11:42",
    );
    expect(say(due({ becomes: "machine", timer: "power-policy", source: "group-power-policy" }))).toContain(
      "its machine will be suspended or stopped at 11:42 (power policy 8 h, group power policy)",
    );
  });

  it("tells the day where it is another one", () => {
    expect(say(due({ at: "2026-11-22T07:00:00Z" }))).toContain("tomorrow at 08:00");
    expect(say(due({ at: "2026-11-24T07:00:00Z" }))).toContain("on 24 Nov at 08:00");
    expect(atWords("2027-01-02T07:00:00Z", NOW, VIENNA)).toBe("on 2 Jan 2027 at 08:00");
  });

  it("says that it was due once the moment has passed, and not at that moment", () => {
    const at = due({ at: new Date(NOW).toISOString() });
    expect(isOverdue(at, NOW)).toBe(false);
    expect(isOverdue(at, NOW + 1)).toBe(true);
    expect(endsWords(at, NOW + 1000, VIENNA)).toBe("was due at 10:00 (disconnected limit 8 h, RDS policy)");
  });

  it("names the limits that may come first", () => {
    expect(say(due({ unknown: ["idle"] }))).toBe(
      "will clear by itself at 11:42 (disconnected limit 8 h, RDS policy); idle limit not read: it may come first",
    );
    expect(say(due({ unknown: ["idle", "connection"] }))).toContain(
      "idle limit and connection limit not read: one of them may come first",
    );
  });

  it("says why nothing is due, for every reason", () => {
    expect(say({ at: null, why: "in-use", unknown: [] })).toBe("in use: nothing ends it");
    expect(say({ at: null, why: "limit-unknown", unknown: ["disconnected"] })).toBe(
      "limit unknown: disconnected limit not read",
    );
    expect(say({ at: null, why: "limit-unknown", unknown: [] })).toBe("limit unknown");
    for (const why of NO_DEADLINES) {
      expect(say({ at: null, why, unknown: [] })).not.toBe("");
      expect(NOTHING_DUE[why].length).toBeLessThan(20);
    }
  });
});

describe("limits in words", () => {
  it.each([
    [8 * 3600, "8 h"],
    [86_400, "24 h"],
    [900, "15 min"],
    [5400, "1 h 30 min"],
    [90, "1 min 30 s"],
    [2 * 86_400 + 4 * 3600, "2 d 4 h"],
    [30, "30 s"],
    [0, "0 s"],
  ])("%i seconds are %s", (seconds, words) => {
    expect(limitSpan(seconds)).toBe(words);
  });

  it("say where they were read", () => {
    expect(sourceAndSpan(due())).toBe("RDS policy on the server, 8 h");
    expect(sourceAndSpan({ source: "citrix-policy", limitSeconds: 86_400 })).toBe("Citrix policy, 24 h");
    for (const source of LIMIT_SOURCES) expect(limitWords(due({ source }))).toContain("disconnected limit 8 h, ");
  });

  it("have words for every timer and every end", () => {
    for (const timer of TIMERS) expect(`${RUNNING[timer]} → ${BECOMES.ends}`).toMatch(/^[\w -]+ → ended$/);
  });
});
