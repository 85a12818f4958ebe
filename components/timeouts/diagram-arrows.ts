import type { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import type { LifeState } from "@/lib/domain/session/life";

/** The arrows of the timeouts diagram: what happens, from which places to which. One arrow may stand for several pairs. */

export interface Arrow {
  readonly id: ArrowId;
  readonly label: string;
  readonly from: readonly LifeState[];
  readonly to: readonly LifeState[];
}

/** Connected and at work, or connected and idle: one box of the diagram. */
const INTERACTIVE = ["interactive-active", "interactive-idle"] as const;

export const ARROW_IDS = [
  "logon-ahead",
  "logon",
  "logon-fails",
  "pre-launched-used",
  "pre-launched-disconnects",
  "pre-launched-reconnects",
  "pre-launched-lingers",
  "pre-launched-logs-off",
  "pre-launched-ends",
  "goes-idle",
  "resumes",
  "interactive-disconnects",
  "interactive-reconnects",
  "last-closes",
  "last-closes-disconnected",
  "interactive-logs-off",
  "interactive-ends",
  "lingering-used",
  "lingering-disconnects",
  "lingering-reconnects",
  "lingering-logs-off",
  "lingering-ends",
] as const;
export type ArrowId = (typeof ARROW_IDS)[number];

const PLAN: Record<ArrowId, Omit<Arrow, "id">> = {
  "logon-ahead": { label: "logs on ahead", from: ["starting"], to: ["pre-launched-active"] },
  logon: { label: "logs on", from: ["starting"], to: INTERACTIVE },
  "logon-fails": { label: "does not finish", from: ["starting"], to: ["ended"] },
  "pre-launched-used": { label: "application starts", from: ["pre-launched-active"], to: INTERACTIVE },
  "pre-launched-disconnects": {
    label: "disconnects",
    from: ["pre-launched-active"],
    to: ["pre-launched-disconnected"],
  },
  "pre-launched-reconnects": {
    label: "reconnects",
    from: ["pre-launched-disconnected"],
    to: ["pre-launched-active"],
  },
  "pre-launched-lingers": {
    label: "unused, lingers",
    from: ["pre-launched-active", "pre-launched-disconnected"],
    to: ["lingering-active", "lingering-disconnected"],
  },
  "pre-launched-logs-off": { label: "logs off", from: ["pre-launched-active"], to: ["ended"] },
  "pre-launched-ends": { label: "ends", from: ["pre-launched-disconnected"], to: ["ended"] },
  "goes-idle": { label: "goes idle", from: ["interactive-active"], to: ["interactive-idle"] },
  resumes: { label: "goes on", from: ["interactive-idle"], to: ["interactive-active"] },
  "interactive-disconnects": { label: "disconnects", from: INTERACTIVE, to: ["interactive-disconnected"] },
  "interactive-reconnects": { label: "reconnects", from: ["interactive-disconnected"], to: INTERACTIVE },
  "last-closes": { label: "last application closes", from: INTERACTIVE, to: ["lingering-active"] },
  "last-closes-disconnected": {
    label: "last application closes",
    from: ["interactive-disconnected"],
    to: ["lingering-disconnected"],
  },
  "interactive-logs-off": { label: "logs off", from: INTERACTIVE, to: ["ended"] },
  "interactive-ends": { label: "ends", from: ["interactive-disconnected"], to: ["ended"] },
  "lingering-used": { label: "application starts", from: ["lingering-active"], to: INTERACTIVE },
  "lingering-disconnects": { label: "disconnects", from: ["lingering-active"], to: ["lingering-disconnected"] },
  "lingering-reconnects": { label: "reconnects", from: ["lingering-disconnected"], to: ["lingering-active"] },
  "lingering-logs-off": { label: "logs off", from: ["lingering-active"], to: ["ended"] },
  "lingering-ends": { label: "ends", from: ["lingering-disconnected"], to: ["ended"] },
};

export const ARROWS: readonly Arrow[] = ARROW_IDS.map((id) => ({ id, ...PLAN[id] }));

type FlowRow = TimeoutsResponse["flows"]["rows"][number];

function isOf(arrow: Arrow, row: FlowRow): boolean {
  return arrow.from.includes(row.from) && arrow.to.includes(row.to);
}

/** How many sessions went along an arrow. */
export function flowOf(arrow: Arrow, rows: readonly FlowRow[]): number {
  return rows.reduce((sum, row) => (isOf(arrow, row) ? sum + row.count : sum), 0);
}

/** Changes that no arrow stands for: two steps between one read and the next, most often. */
export function otherFlows(rows: readonly FlowRow[]): readonly FlowRow[] {
  return rows.filter((row) => row.count > 0 && !ARROWS.some((arrow) => isOf(arrow, row)));
}

/** All that ended, from wherever. */
export function endedFlow(rows: readonly FlowRow[]): number {
  return rows.reduce((sum, row) => (row.to === "ended" ? sum + row.count : sum), 0);
}
