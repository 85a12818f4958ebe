import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERB_NAMES } from "@/lib/domain/operation/verbs";
import { HELLO, READS, WRITES } from "./commands";
import { InstantText } from "./shape";

const KEY = "6f1ac9d2-54f3-4bfc-9c0b-3a1f6f7e0b11";
const sessionNow = {
  sessionKey: KEY,
  uid: 9_007_199_254_740_991,
  userName: "DESK\\ann",
  untrustedUserName: null,
  brokeringUserName: null,
  machineName: "DESK\\SRV-01",
  sessionState: "Active",
  appState: "Desktop",
  hidden: false,
  logonInProgress: false,
  logoffInProgress: false,
  stateChangedAt: "2026-01-31T12:00:00.1234567Z",
  startedAt: null,
  desktopKind: "Shared",
  sessionSupport: "MultiSession",
};

describe("answers", () => {
  it("turn instants into milliseconds, with any number of digits that .NET writes", () => {
    const range = { min: new Date("1900-01-01T00:00:00Z"), max: new Date("9000-01-01T00:00:00Z"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), fc.integer({ min: 0, max: 9_999 }), (date, ticks) => {
        const text = date.toISOString().replace("Z", `${String(ticks).padStart(4, "0")}Z`);
        expect(InstantText.parse(text)).toBe(date.getTime());
      }),
    );
    expect(InstantText.parse("2026-01-31T12:00:00Z")).toBe(Date.UTC(2026, 0, 31, 12));
  });

  it.each([
    "2026-01-31T12:00:00",
    "2026-01-31T12:00:00+01:00",
    "/Date(1769860800000)/",
    "2026-13-01T00:00:00Z",
    "",
    "now",
  ])("refuse %j as an instant", (text) => {
    expect(InstantText.safeParse(text).success).toBe(false);
  });

  it("become the port's own shape, and lose what nobody asked for", () => {
    expect(READS.session.result.parse({ ...sessionNow, SecretColumn: 1 })).toEqual({
      ...sessionNow,
      stateChangedAt: Date.UTC(2026, 0, 31, 12, 0, 0, 123),
    });
    expect(READS.session.result.parse(null)).toBeNull();
  });

  it("call words that they do not know unknown, and one state by its other name", () => {
    const parsed = (change: object) => READS.session.result.parse({ ...sessionNow, ...change });
    expect(parsed({ sessionState: "Hibernating", appState: "Frozen", desktopKind: "Rented" })).toMatchObject({
      sessionState: "Unknown",
      appState: null,
      desktopKind: null,
    });
    expect(parsed({ sessionState: "PreparingNewSession" })).toMatchObject({ sessionState: "PreparingSession" });
  });

  it.each([
    ["a missing field", { hidden: undefined }],
    ["another type", { uid: "7" }],
    ["a guid in capitals", { sessionKey: KEY.toUpperCase() }],
    ["a text without end", { userName: "x".repeat(5_000) }],
  ])("are refused with %s", (_, change) => {
    expect(READS.session.result.safeParse({ ...sessionNow, ...change }).success).toBe(false);
  });

  it("are refused where one row leaked out of its array", () => {
    expect(READS["windows-sessions"].result.safeParse({ id: 1, user: null, state: "Active" }).success).toBe(false);
    expect(READS.sessions.result.safeParse({ rows: {}, next: null }).success).toBe(false);
    expect(WRITES.power.result.safeParse({ powerActionUid: null }).success).toBe(false);
    expect(WRITES["log-off"].result.safeParse({ powerActionUid: 3 }).success).toBe(false);
  });
});

describe("arguments", () => {
  it("are those of every verb, and take nothing beside them", () => {
    expect(Object.keys(WRITES).sort()).toEqual([...VERB_NAMES].sort());
    expect(WRITES["log-off"].args.safeParse({ sessionKey: KEY, force: true }).success).toBe(false);
  });

  it("refuse everything that a cmdlet could take for a pattern or a command", () => {
    const hostile = fc.string({ unit: "binary", minLength: 1 }).filter((text) => /[^A-Za-z0-9_.:+/=-]/.test(text));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(WRITES["remove-lease"].args.safeParse({ leaseKey: text }).success).toBe(false);
        expect(WRITES["refresh-leases"].args.safeParse({ controller: text }).success).toBe(false);
        expect(WRITES["log-off"].args.safeParse({ sessionKey: text }).success).toBe(false);
        expect(HELLO.args.safeParse({ controller: text }).success).toBe(false);
      }),
    );
    expect(WRITES["remove-lease"].args.safeParse({ leaseKey: "2A6F\n" }).success).toBe(false);
  });
});
