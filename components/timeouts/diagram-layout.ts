import type { LifeState, StandingState } from "@/lib/domain/session/life";
import type { LifePart } from "../session/life-words";
import type { ArrowId } from "./diagram-arrows";

/** Where things stand in the drawing, in its own units: 1240 by 448. */

export const WIDTH = 1240;
export const HEIGHT = 448;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ACTIVE_Y = 112;
const DISCONNECTED_Y = 252;

export const PARTS: Record<LifePart, Box & { readonly title: string }> = {
  "pre-launched": { title: "Pre-launched", x: 10, y: 78, width: 250, height: 256 },
  interactive: { title: "Interactive", x: 420, y: 78, width: 380, height: 256 },
  lingering: { title: "Lingering", x: 980, y: 78, width: 250, height: 256 },
};

/** Idle is a part of active, and stands in its box. */
export const STATE_BOXES: Record<StandingState, Box> = {
  "pre-launched-active": { x: 40, y: ACTIVE_Y, width: 190, height: 62 },
  "pre-launched-disconnected": { x: 40, y: DISCONNECTED_Y, width: 190, height: 62 },
  "interactive-active": { x: 450, y: ACTIVE_Y, width: 320, height: 74 },
  "interactive-idle": { x: 620, y: ACTIVE_Y + 9, width: 140, height: 56 },
  "interactive-disconnected": { x: 515, y: DISCONNECTED_Y, width: 190, height: 62 },
  "lingering-active": { x: 1010, y: ACTIVE_Y, width: 190, height: 62 },
  "lingering-disconnected": { x: 1010, y: DISCONNECTED_Y, width: 190, height: 62 },
};

export const STARTING_BOX: Box = { x: 10, y: 6, width: 790, height: 34 };
export const ENDED_BOX: Box = { x: 10, y: 404, width: 1220, height: 36 };

export interface Route {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** Label and number stand one under the other. */
  readonly stacked?: boolean;
  /** The number alone: its neighbours say what it is. */
  readonly bare?: boolean;
}

/** Down and up again between two boxes of one part, around `middle`: to its right, since the way to the end runs at its left. */
function pair(part: LifePart, middle: number, top: number): [ArrowId, Route][] {
  const [down, up] = [middle - 20, middle + 46];
  return [
    [
      `${part}-disconnects`,
      { path: `M${down} ${top} V${DISCONNECTED_Y - 3}`, x: down - 7, y: 212, anchor: "end", stacked: true },
    ],
    [
      `${part}-reconnects`,
      { path: `M${up} ${DISCONNECTED_Y} V${top + 3}`, x: up + 7, y: 212, anchor: "start", stacked: true },
    ],
  ];
}

/** Out of both boxes of one part into the end. */
function ends(part: LifePart, middle: number, left: number): [ArrowId, Route][] {
  const edge = PARTS[part].x + 15;
  return [
    [`${part}-logs-off`, { path: `M${left} 158 H${edge} V401`, x: edge + 7, y: 374, anchor: "start", stacked: true }],
    [`${part}-ends`, { path: `M${middle} 314 V401`, x: middle + 7, y: 374, anchor: "start", stacked: true }],
  ];
}

/** Every arrow but the failed logon, which the bar of the logons tells in words. */
export const ROUTES: ReadonlyMap<ArrowId, Route> = new Map<ArrowId, Route>([
  ["logon-ahead", { path: "M180 40 V109", x: 187, y: 63, anchor: "start" }],
  ["logon", { path: "M610 40 V109", x: 617, y: 63, anchor: "start" }],
  ["pre-launched-used", { path: "M230 138 H447", x: 340, y: 130, anchor: "middle" }],
  ...pair("pre-launched", 135, 174),
  ...ends("pre-launched", 135, 40),
  ["pre-launched-lingers", { path: "M205 314 V350 H1105 V317", x: 340, y: 343, anchor: "middle" }],
  ["goes-idle", { path: "M556 134 H617", x: 586, y: 129, anchor: "middle", bare: true }],
  ["resumes", { path: "M620 166 H559", x: 588, y: 181, anchor: "middle", bare: true }],
  ...pair("interactive", 610, 186),
  ["last-closes", { path: "M770 130 H1007", x: 890, y: 122, anchor: "middle" }],
  ["last-closes-disconnected", { path: "M705 283 H1007", x: 890, y: 275, anchor: "middle" }],
  ...ends("interactive", 610, 450),
  ["lingering-used", { path: "M1010 160 H773", x: 890, y: 178, anchor: "middle" }],
  ...pair("lingering", 1105, 174),
  ...ends("lingering", 1070, 1010),
]);

/** A stripe of a box and a bar of the list: fills of the state colours. */
export const STATE_FILL: Record<LifeState, string> = {
  starting: "fill-state-connected",
  "pre-launched-active": "fill-state-prelaunched",
  "pre-launched-disconnected": "fill-state-disconnected",
  "interactive-active": "fill-state-active",
  "interactive-idle": "fill-state-idle",
  "interactive-disconnected": "fill-state-disconnected",
  "lingering-active": "fill-state-lingering",
  "lingering-disconnected": "fill-state-disconnected",
  ended: "fill-line-strong",
};
