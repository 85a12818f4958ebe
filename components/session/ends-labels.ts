import type { Due, Ends } from "@/lib/api/contract/ends";
import type { DeadlineEnd, NoDeadline } from "@/lib/domain/session/deadline";
import type { Timer } from "@/lib/domain/session/life";

/** What ends a session by itself, in the few words that a cell has room for. The sentences: ends-words. */

/** What becomes of a session, after an arrow. */
export const BECOMES: Record<DeadlineEnd, string> = {
  ends: "ended",
  disconnects: "disconnected",
  lingers: "lingering",
  machine: "machine stopped",
};

/** What holds until a timer runs out, before the arrow. */
export const RUNNING: Record<Timer, string> = {
  idle: "idle",
  disconnected: "disconnected",
  connection: "connected",
  "pre-launch-disconnect": "pre-launch",
  "pre-launch-terminate": "pre-launch",
  "linger-disconnect": "linger",
  "linger-terminate": "linger",
  "power-policy": "power policy",
  "session-reliability": "session reliability",
};

/** In a cell: why nothing is due. */
export const NOTHING_DUE: Record<NoDeadline, string> = {
  "in-use": "in use",
  never: "never",
  "limit-unknown": "limit unknown",
  "since-unknown": "since when unknown",
  "state-unknown": "app state unknown",
  starting: "logging on",
  "not-brokered": "not brokered",
};

export function isDue(ends: Ends): ends is Due {
  return ends.at !== null;
}

/** A deadline that has passed: something should have ended it. */
export function isOverdue(ends: Ends, now: number): boolean {
  return isDue(ends) && Date.parse(ends.at) < now;
}
