import { describe, expect, it } from "vitest";
import { aClaim, aGhost } from "./ghost.fixture";
import { ghostTicket } from "./ghost-ticket";

const AS_OF = "2026-11-21T12:23:00.000Z";
const lines = (facts: Parameters<typeof aGhost>[0]) => ghostTicket(aGhost(facts), AS_OF, "Europe/Vienna").split("\n");

describe("the text for a ticket", () => {
  it("holds without its context: what, since when, on what evidence, with the zone of every time", () => {
    const evidence = [
      aClaim("logOnEnded", { kind: "none" }),
      aClaim("windowsSession", { kind: "unknown" }, { source: "server", stance: "silent", saidAt: null }),
    ];
    const history = [
      { at: "2026-11-21T12:10:00.000Z", event: "suspected", by: null, detail: null },
      { at: "2026-11-21T12:12:00.000Z", event: "class-changed", by: null, detail: "hung-logon" },
      { at: "2026-11-21T12:15:00.000Z", event: "taken", by: "maria", detail: null },
    ] as const;
    expect(lines({ evidence, history: [...history], takenBy: "maria", failedLaunches: 2 })).toEqual([
      "Nameless (confirmed, likely)",
      "A session on CTX-APP-017 has stood without a user for 23 minutes. The site never heard that the logon finished. Nothing names the person.",
      "As of Sat 21 Nov 2026, 13:23:00 CET, standing since Sat 21 Nov 2026, 13:00:00 CET",
      "2 launches of this person failed while it stood.",
      "First step: restart agent",
      "Taken by maria",
      "Evidence:",
      "- Logon finished: never heard of (Monitoring tables, Sat 21 Nov 2026, 13:22:50 CET; speaks for it)",
      "- Windows session on the server: not known (The server itself; could not say)",
      "History:",
      "- Sat 21 Nov 2026, 13:10:00 CET: Ghostdesk found it",
      "- Sat 21 Nov 2026, 13:12:00 CET: Ghostdesk knows better what it is (before: hung logon)",
      "- Sat 21 Nov 2026, 13:15:00 CET: maria took it",
      "Session s1",
      "Ghost g1",
    ]);
  });

  it("says how it ended", () => {
    const over = { state: "cleared", clearedAt: "2026-11-21T12:20:00.000Z", outcome: "ended", next: null } as const;
    expect(lines(over)).toContain("Cleared Sat 21 Nov 2026, 13:20:00 CET: it ended on the site");
    expect(lines(over).join("\n")).not.toContain("First step");
  });
});
