import { describe, expect, it } from "vitest";
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
  deliveryGroupKey: "g",
  sessionSupport: "MultiSession",
  sessionType: "Desktop",
  state: "Active",
  appState: "Desktop",
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
} as SessionRow;

describe("ticketText", () => {
  it("holds without its context: names, keys, and times with their zone", () => {
    const text = ticketText({ user, sessions: [session], asOf: "2026-11-21T09:00:00.000Z" }, "Europe/Vienna");
    expect(text.split("\n")).toEqual([
      "Ada Lane (SITE\\alane)",
      "As of Sat 21 Nov 2026, 10:00:00 CET",
      "- Active on SRV-07 since Sat 21 Nov 2026, 08:12:03 CET, delivery group Office, client PC-1, running Word, session 0a",
    ]);
  });

  it("says that there is no session", () => {
    expect(ticketText({ user, sessions: [], asOf: "2026-07-21T09:00:00.000Z" }, "UTC")).toBe(
      "Ada Lane (SITE\\alane)\nAs of Tue 21 Jul 2026, 09:00:00 UTC\nNo session on this site.",
    );
  });
});
