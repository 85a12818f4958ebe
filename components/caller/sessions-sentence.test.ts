import { describe, expect, it } from "vitest";
import { sessionsSentence } from "./sessions-sentence";

const NOW = Date.parse("2026-11-21T09:00:00Z");
const session = (state: string, machine: string | null, since: string, hidden: boolean | null = false) => ({
  state,
  machine,
  since,
  hidden,
});
const say = (sessions: ReturnType<typeof session>[]) => sessionsSentence("Ada Lane", sessions, NOW, "Europe/Vienna");

describe("sessionsSentence", () => {
  it("says that there is none", () => {
    expect(say([])).toBe("Ada Lane has no session on this site.");
  });

  it("tells one", () => {
    expect(say([session("Active", "SRV-07", "2026-11-21T07:12:00Z")])).toBe(
      "Ada Lane has 1 session: Active on SRV-07 since 08:12.",
    );
  });

  it("tells a few one by one", () => {
    const two = [
      session("Active", "SRV-07", "2026-11-21T07:12:00Z"),
      session("Disconnected", "SRV-12", "2026-11-20T16:40:00Z"),
    ];
    expect(say(two)).toBe(
      "Ada Lane has 2 sessions: Active on SRV-07 since 08:12, and Disconnected on SRV-12 since yesterday 17:40.",
    );
  });

  it("says what the site does not know or hides", () => {
    expect(say([session("PreparingSession", null, "2026-11-21T08:59:00Z")])).toBe(
      "Ada Lane has 1 session: Preparing session on a machine the site does not name since 09:59.",
    );
    expect(say([session("Disconnected", "SRV-12", "2026-11-21T07:12:00Z", true)])).toContain("since 08:12 (hidden).");
  });

  it("counts many by state, the most first", () => {
    const at = "2026-11-21T07:12:00Z";
    const many = [
      session("Disconnected", "SRV-1", at),
      session("Active", "SRV-1", at),
      session("Active", "SRV-2", at),
      session("Active", "SRV-3", at),
    ];
    expect(say(many)).toBe("Ada Lane has 4 sessions: 3 Active and 1 Disconnected, on 3 machines.");
    expect(say(many.map((each) => ({ ...each, machine: "SRV-1" })))).toContain(", on SRV-1.");
  });
});
