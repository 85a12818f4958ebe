import { describe, expect, it } from "vitest";
import { TRANSITIONS } from "@/lib/domain/session/transitions";
import { ARROWS, endedFlow, flowOf, otherFlows } from "./diagram-arrows";
import { HEIGHT, ROUTES, STATE_BOXES, WIDTH } from "./diagram-layout";
import { arrowHref } from "./diagram-links";
import { aTimeouts } from "./timeouts.fixture";

describe("the arrows of the diagram", () => {
  it("stand for every transition that there is, each once", () => {
    const strays = TRANSITIONS.filter(
      ({ from, to }) => ARROWS.filter((arrow) => arrow.from.includes(from) && arrow.to.includes(to)).length !== 1,
    );
    expect(strays.map(({ from, to }) => `${from} to ${to}`)).toEqual([]);
  });

  it("stand for nothing that cannot happen", () => {
    const idle = ARROWS.filter(
      (arrow) => !TRANSITIONS.some(({ from, to }) => arrow.from.includes(from) && arrow.to.includes(to)),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it("are all drawn, but the failed logon, which is told in words", () => {
    expect(ARROWS.map(({ id }) => id).filter((id) => !ROUTES.has(id))).toEqual(["logon-fails"]);
    for (const { x, y, width, height } of Object.values(STATE_BOXES)) {
      expect(x + width).toBeLessThanOrEqual(WIDTH);
      expect(y + height).toBeLessThanOrEqual(HEIGHT);
    }
  });

  it("count the pairs that they stand for", () => {
    const { rows } = aTimeouts().flows;
    const flow = (id: string) => ARROWS.filter((arrow) => arrow.id === id).map((arrow) => flowOf(arrow, rows))[0];
    expect(flow("interactive-disconnects")).toBe(88);
    expect(flow("pre-launched-used")).toBe(148);
    expect(flow("lingering-ends")).toBe(0);
    expect(endedFlow(rows)).toBe(34);
  });

  it("leave what took two steps to be told by itself", () => {
    expect(otherFlows(aTimeouts().flows.rows)).toEqual([
      { from: "pre-launched-active", to: "interactive-disconnected", count: 2 },
    ]);
  });

  it("lead to who went along them, the newest first, or to who may end next", () => {
    const href = (id: string) => {
      const arrow = ARROWS.find((each) => each.id === id);
      return arrow && decodeURIComponent(arrowHref(arrow, { group: "g1", server: "" }));
    };
    expect(href("last-closes")).toBe("/sessions?life=lingering-active&group=g1&sort=-since");
    expect(href("interactive-ends")).toBe("/sessions?life=interactive-disconnected&group=g1&sort=ends");
  });
});
