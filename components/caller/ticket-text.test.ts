import { describe, expect, it } from "vitest";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { ticketText } from "./ticket-text";

const user = {
  key: "S-1",
  known: true,
  account: "SITE\\alane",
  accountName: "alane",
  domain: "SITE",
  fullName: "Ada Lane",
  upn: null,
  firstSeen: null,
  lastChanged: null,
  assignedMachines: [],
};
const session: SessionRow = {
  key: "0a",
  user: "SITE\\alane",
  userFullName: "Ada Lane",
  userKey: "S-1",
  userSource: "user",
  machine: "SRV-07",
  machineKey: "m",
  deliveryGroup: "Office",
  sessionSupport: "MultiSession",
  sessionType: "Desktop",
  state: "Active",
  appState: "Desktop",
  life: "interactive-active",
  ends: { at: null, why: "in-use", unknown: [] },
  since: "2026-11-21T07:12:03.000Z",
  idleSince: null,
  startedAt: null,
  logOnDurationMs: null,
  client: "PC-1",
  clientAddress: null,
  clientVersion: null,
  clientPlatform: null,
  protocol: "HDX",
  connectionMode: null,
  hidden: null,
  anonymous: null,
  applications: ["Word"],
  ghost: null,
};
const ghost: GhostRow = {
  id: "g-1",
  subject: "session",
  sessionKey: "0a",
  class: "named-gone",
  state: "confirmed",
  confidence: "sure",
  since: "2026-11-21T07:12:03.000Z",
  graceMs: 0,
  firstSeenAt: "2026-11-21T08:00:00.000Z",
  confirmedAt: "2026-11-21T08:01:00.000Z",
  firstActionAt: null,
  clearedAt: null,
  outcome: null,
  returns: 0,
  user: "SITE\\alane",
  userKey: "S-1",
  userFullName: "Ada Lane",
  userSource: "user",
  machine: "SRV-07",
  machineKey: "m",
  deliveryGroup: "Office",
  sessionSupport: "MultiSession",
  takenBy: "Maria",
  takenAt: null,
  failedLaunches: 2,
  next: "log-off",
};
const asOf = "2026-11-21T09:00:00.000Z";
const text = (ghosts: GhostRow[] | null) => ticketText({ user, sessions: [session], asOf, ghosts }, "Europe/Vienna");

describe("ticketText", () => {
  it("holds without its context: names, keys, and times with their zone", () => {
    expect(text([]).split("\n")).toEqual([
      "Ada Lane (SITE\\alane)",
      "As of Sat 21 Nov 2026, 10:00:00 CET",
      "- Active on SRV-07 since Sat 21 Nov 2026, 08:12:03 CET, delivery group Office, client PC-1, running Word, session 0a",
      "Ghosts: none.",
    ]);
  });

  it("tells when a session ends by itself, and which limit says so", () => {
    const ends = {
      at: "2026-11-21T10:42:00.000Z",
      timer: "disconnected",
      becomes: "ends",
      limitSeconds: 28_800,
      source: "rds-group-policy",
      readAt: asOf,
      unknown: [],
    } satisfies SessionRow["ends"];
    expect(ticketText({ user, sessions: [{ ...session, ends }], asOf, ghosts: [] }, "Europe/Vienna")).toContain(
      "deadline Sat 21 Nov 2026, 11:42:00 CET (disconnected limit 8 h, RDS policy), session 0a",
    );
  });

  it("says that there is no session", () => {
    expect(ticketText({ user, sessions: [], asOf: "2026-07-21T09:00:00.000Z", ghosts: [] }, "UTC")).toBe(
      "Ada Lane (SITE\\alane)\nAs of Tue 21 Jul 2026, 09:00:00 UTC\nNo session on this site.\nGhosts: none.",
    );
  });

  it("tells a ghost: which, where, since when, how far it is known, what to do first, whom it hurt, who is on it", () => {
    expect(text([ghost]).split("\n").slice(3)).toEqual([
      "Ghosts:",
      "- Named and gone on SRV-07 since Sat 21 Nov 2026, 08:12:03 CET, confirmed Sat 21 Nov 2026, 09:01:00 CET, " +
        "first step: log off, 2 failed launches, taken by Maria, session 0a, ghost g-1",
    ]);
  });

  it("says no more than is known", () => {
    const bare = { ...ghost, confirmedAt: null, takenBy: null, next: null, failedLaunches: 0, sessionKey: null };
    expect(text([{ ...bare, state: "suspect" }])).toMatch(
      /CET, suspect since Sat 21 Nov 2026, 09:00:00 CET, ghost g-1$/,
    );
    expect(text([{ ...bare, state: "returned" }])).toMatch(/CET, returned, ghost g-1$/);
    expect(text(null)).toMatch(/Ghosts: could not be read\.$/);
  });
});
