import { describe, expect, it } from "vitest";
import { OPERATION_STATES, type OperationState, OVER_STATES } from "@/lib/domain/operation/states";
import { VERB_NAMES, VERBS } from "@/lib/domain/operation/verbs";
import { operationRow, part } from "./operation.fixture";
import {
  detailOf,
  isStoppable,
  isWatched,
  lookOf,
  progressSteps,
  spokenProgress,
  standingWords,
} from "./progress-words";

describe("whether more will be known", () => {
  it("watches what is under way or unknown, and nothing that is over", () => {
    const watched = OPERATION_STATES.filter((state) => isWatched(operationRow({ state })));
    expect(watched).toEqual(["intended", "acting", "accepted", "unknown"]);
    expect(watched.filter((state) => OVER_STATES.some((over) => over === state))).toEqual([]);
  });

  it("takes the site's yes as the end of whatever nothing can be read of", () => {
    const unread = VERB_NAMES.filter((verb) => VERBS[verb].agreesWithinMs === null);
    expect(unread).toContain("message");
    expect(VERB_NAMES.filter((verb) => !isWatched(operationRow({ verb, state: "accepted" })))).toEqual(unread);
    expect(lookOf(operationRow({ verb: "message", state: "accepted" }))).toMatchObject({ tone: "ok", label: "Sent" });
    expect(standingWords(operationRow({ verb: "message", state: "accepted" }))).toBe("Sent");
  });

  it("stops only what was not sent yet: of several, or a restart that waits for another", () => {
    const parts = (...states: OperationState[]) => {
      const items = states.map((state, number) => part(number, { state }));
      return { ...operationRow({ state: "acting", parts: items.length }), items };
    };
    expect(isStoppable(parts("verified", "acting", "intended"))).toBe(true);
    expect(isStoppable(parts("verified", "accepted"))).toBe(false);
    expect(isStoppable({ ...parts("stopped", "intended"), state: "stopped" })).toBe(false);
    expect(isStoppable(parts("intended"))).toBe(false);
    const waiting = { ...parts("intended"), ...({ verb: "restart-agent", state: "intended" } as const) };
    expect(isStoppable(waiting)).toBe(true);
    expect(isStoppable({ ...waiting, ...parts("accepted"), verb: "restart-agent" })).toBe(false);
  });
});

describe("how far it has come", () => {
  it("goes from asked over accepted to what came of it", () => {
    expect(progressSteps(operationRow({ state: "intended" }))).toEqual(["Asked"]);
    expect(progressSteps(operationRow({ state: "acting" }))).toEqual(["Asked", "Being sent"]);
    expect(progressSteps(operationRow({ state: "accepted" }))).toEqual(["Asked", "Accepted"]);
    const gone = operationRow({ state: "verified", message: "Gone after 14 s.", tookMs: 14_000 });
    expect(progressSteps(gone)).toEqual(["Asked", "Accepted", "Gone after 14 s"]);
    expect(progressSteps(operationRow({ state: "failed" }))).toEqual(["Asked", "Failed"]);
    expect(progressSteps(operationRow({ state: "unknown" }))).toEqual([
      "Asked",
      "Unknown: being settled by reading again",
    ]);
  });

  it("says how it worked in its own words, and else in ours", () => {
    expect(standingWords(operationRow({ state: "verified", tookMs: 14_200 }))).toBe("Gone after 14 s");
    expect(standingWords(operationRow({ state: "verified" }))).toBe("Gone");
    const restart = operationRow({
      verb: "restart-agent",
      state: "verified",
      message: "Registered again, its ghost gone after 45 s.",
    });
    expect(standingWords(restart)).toBe("Registered again, its ghost gone after 45 s");
    expect(detailOf(restart)).toBeNull();
    expect(detailOf(operationRow({ state: "still-there", message: "The session is still there." }))).toBe(
      "The session is still there.",
    );
  });

  it("counts the parts of a bulk", () => {
    expect(standingWords(operationRow({ state: "acting", parts: 12, partsOver: 3 }))).toBe("3 of 12 done");
    expect(standingWords(operationRow({ state: "still-there", parts: 12, partsOver: 12 }))).toBe("Still there");
  });

  it("is one sentence for those who listen", () => {
    const gone = operationRow({ state: "verified", message: "Gone after 14 s." });
    expect(spokenProgress(gone)).toBe("Log off, Anna Novak on SRV-07: gone after 14 s.");
    const power = operationRow({ verb: "power", action: "Restart", label: "SRV-07" });
    expect(spokenProgress(power)).toBe("Power: restart, SRV-07: accepted.");
  });
});
