import { describe, expect, it } from "vitest";
import { LIFE_STATES } from "./life";
import { TRANSITIONS, wayBetween } from "./transitions";

/** Each arrow with what drives it: timers, then what else. */
const ARROWS = `
starting > pre-launched-active: / logged-on
starting > interactive-active: / logged-on
starting > ended: / logged-off lost
pre-launched-active > pre-launched-disconnected: idle connection pre-launch-disconnect session-reliability / disconnected
pre-launched-active > interactive-active: / application-started
pre-launched-active > lingering-active: pre-launch-terminate /
pre-launched-active > ended: idle connection pre-launch-terminate / load-threshold logged-off lost
pre-launched-disconnected > pre-launched-active: / reconnected
pre-launched-disconnected > lingering-disconnected: pre-launch-terminate /
pre-launched-disconnected > ended: disconnected pre-launch-terminate / load-threshold logged-off lost
interactive-active > interactive-idle: / went-idle
interactive-active > interactive-disconnected: connection session-reliability / disconnected
interactive-active > lingering-active: / last-application-closed
interactive-active > ended: connection / last-application-closed logged-off lost
interactive-idle > interactive-active: / resumed
interactive-idle > interactive-disconnected: idle connection session-reliability / disconnected
interactive-idle > lingering-active: / last-application-closed
interactive-idle > ended: idle connection / last-application-closed logged-off lost
interactive-disconnected > interactive-active: / reconnected
interactive-disconnected > lingering-disconnected: / last-application-closed
interactive-disconnected > ended: disconnected / last-application-closed logged-off lost
lingering-active > interactive-active: / application-started
lingering-active > lingering-disconnected: idle connection linger-disconnect session-reliability / disconnected
lingering-active > ended: idle connection linger-terminate / load-threshold logged-off lost
lingering-disconnected > lingering-active: / reconnected
lingering-disconnected > ended: disconnected linger-terminate / load-threshold logged-off lost
`;

const written = TRANSITIONS.map(
  ({ from, to, timers, happenings }) => `${from} > ${to}: ${timers.join(" ")} / ${happenings.join(" ")}`,
);
const plain = (line: string) => line.replaceAll(/\s+/g, " ").trim();

describe("the arrows of the diagram", () => {
  it("are these, each with what drives it", () => {
    expect(written.map(plain)).toEqual(ARROWS.trim().split("\n").map(plain));
  });
});

describe("the way between two reads", () => {
  const way = (from: (typeof LIFE_STATES)[number], to: (typeof LIFE_STATES)[number]) =>
    wayBetween(from, to).map((arrow) => arrow.to);

  it("is the one arrow where there is one, and nothing where it stayed", () => {
    expect(way("interactive-active", "lingering-active")).toEqual(["lingering-active"]);
    expect(way("interactive-active", "interactive-active")).toEqual([]);
  });

  it("goes through what must have happened in between", () => {
    expect(way("starting", "interactive-idle")).toEqual(["interactive-active", "interactive-idle"]);
    expect(way("pre-launched-disconnected", "interactive-active")).toEqual([
      "pre-launched-active",
      "interactive-active",
    ]);
  });

  it("is empty where none leads there", () => {
    expect(way("interactive-active", "pre-launched-active")).toEqual([]);
    for (const state of LIFE_STATES) expect(way("ended", state)).toEqual([]);
  });

  it("is made of arrows that follow each other", () => {
    for (const from of LIFE_STATES) {
      for (const to of LIFE_STATES) {
        const arrows = wayBetween(from, to);
        const stops = [from, ...arrows.map((arrow) => arrow.to)];
        expect(arrows.map((arrow) => arrow.from)).toEqual(stops.slice(0, -1));
        if (arrows.length > 0) expect(stops.at(-1)).toBe(to);
      }
    }
  });
});
