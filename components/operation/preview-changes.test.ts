import { describe, expect, it } from "vitest";
import type { PreviewResponse, TouchRow } from "@/lib/api/contract/operations";
import { touchRow } from "./operation.fixture";
import { previewChanges, renewInMs } from "./preview-changes";

type Shown = Pick<PreviewResponse, "touches" | "touchesTotal" | "warnings" | "undo" | "ticketNeeded">;

const shown = (touches: TouchRow[], over: Partial<Shown> = {}): Shown => ({
  ...{ touches, touchesTotal: touches.length, warnings: [], undo: null, ticketNeeded: false },
  ...over,
});
const anna = touchRow();
const peter = touchRow({ sessionKey: "s2", user: "VIENNA\\pholzer", userFullName: "Peter Holzer", isTarget: false });

describe("what has changed since somebody read it", () => {
  it("is nothing where it is the same, or somebody was only idle for longer", () => {
    expect(previewChanges(shown([anna, peter]), shown([anna, peter]))).toEqual([]);
    const idle = { ...anna, idleSince: "2026-11-21T08:00:00.000Z" };
    expect(previewChanges(shown([anna]), shown([idle]))).toEqual([]);
  });

  it("names who came, who left, who logs on, and who is in another state", () => {
    expect(previewChanges(shown([anna]), shown([anna, peter]))).toEqual(["Peter Holzer is there now, active."]);
    expect(previewChanges(shown([anna, peter]), shown([anna]))).toEqual([
      "The session of Peter Holzer is no longer there.",
    ]);
    expect(previewChanges(shown([anna]), shown([anna, { ...peter, loggingOn: true }]))).toEqual([
      "Peter Holzer is logging on now.",
    ]);
    expect(previewChanges(shown([anna, peter]), shown([anna, { ...peter, loggingOn: true }]))).toEqual([
      "Peter Holzer is logging on now.",
    ]);
    expect(previewChanges(shown([anna]), shown([{ ...anna, state: "Disconnected" }]))).toEqual([
      "The session of Anna Novak is disconnected now; it was active.",
    ]);
    expect(previewChanges(shown([anna]), shown([{ ...anna, loses: "What is not saved in Excel." }]))).toEqual([
      "Anna Novak: What is not saved in Excel.",
    ]);
  });

  it("says new warnings first, and what is asked or lost on top", () => {
    const now = shown([anna, peter], { warnings: ["Old.", "New."], ticketNeeded: true });
    expect(previewChanges(shown([anna], { warnings: ["Old."], undo: "Show it again." }), now)).toEqual([
      "New.",
      "Peter Holzer is there now, active.",
      "A ticket number is needed now.",
      "It can no longer be taken back.",
    ]);
  });

  it("does not read out a crowd", () => {
    const crowd = Array.from({ length: 9 }, (_, index) => touchRow({ sessionKey: `c${index}` }));
    const changes = previewChanges(shown([]), shown(crowd));
    expect(changes).toHaveLength(5);
    expect(changes.at(-1)).toBe("And 5 more changes.");
    const beyond = shown([anna], { touchesTotal: 501 });
    expect(previewChanges(shown([anna], { touchesTotal: 500 }), beyond)).toEqual([
      "501 sessions are touched now; it was 500.",
    ]);
  });
});

describe("when a preview is asked for again", () => {
  const now = Date.parse("2026-11-21T08:00:00Z");
  const renewedIn = (seconds: number) => renewInMs({ expiresAt: new Date(now + seconds * 1000).toISOString() }, now);

  it("is before its token runs out", () => {
    expect(renewedIn(40)).toBe(25_000);
    expect(renewedIn(120)).toBe(45_000);
  });

  it("is neither all the time nor never where this computer's clock is wrong", () => {
    expect(renewedIn(-3600)).toBe(10_000);
    expect(renewedIn(3600)).toBe(45_000);
  });
});
