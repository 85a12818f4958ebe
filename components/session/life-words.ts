import type { LifeState, StandingState } from "@/lib/domain/session/life";

/** The places of the timeouts diagram as it tells them, and the colours that they have everywhere. Their names: life-names. */

export interface LifeLook {
  /** Inside its part of the diagram: `Disconnected`. */
  readonly word: string;
  readonly meaning: string;
  /** A background class for bars and legends. */
  readonly colour: string;
}

export const LIFE: Record<LifeState, LifeLook> = {
  starting: {
    word: "Logging on",
    meaning: "Its logon goes on: no timer of these runs yet.",
    colour: "bg-state-connected",
  },
  "pre-launched-active": {
    word: "Active",
    meaning: "Logged on ahead of the first application, with a client connected. It holds a licence.",
    colour: "bg-state-prelaunched",
  },
  "pre-launched-disconnected": {
    word: "Disconnected",
    meaning: "Logged on ahead of the first application, no client connected any more.",
    colour: "bg-state-disconnected",
  },
  "interactive-active": {
    word: "Active",
    meaning: "Somebody works in it.",
    colour: "bg-state-active",
  },
  "interactive-idle": {
    word: "Idle",
    meaning: "Connected, and nobody has touched it for a while.",
    colour: "bg-state-idle",
  },
  "interactive-disconnected": {
    word: "Disconnected",
    meaning: "Its applications go on without a client.",
    colour: "bg-state-disconnected",
  },
  "lingering-active": {
    word: "Active",
    meaning: "The last application was closed; the session waits for the next. It holds a licence.",
    colour: "bg-state-lingering",
  },
  "lingering-disconnected": {
    word: "Disconnected",
    meaning: "The last application was closed and the client has gone; the session waits for the next.",
    colour: "bg-state-disconnected",
  },
  ended: { word: "Ended", meaning: "Over: its licence and its slot are free again.", colour: "bg-line" },
};

/** The three parts of the diagram, from left to right. */
export const LIFE_PARTS = ["pre-launched", "interactive", "lingering"] as const;
export type LifePart = (typeof LIFE_PARTS)[number];

export const PART_STATES: Record<LifePart, readonly StandingState[]> = {
  "pre-launched": ["pre-launched-active", "pre-launched-disconnected"],
  interactive: ["interactive-active", "interactive-idle", "interactive-disconnected"],
  lingering: ["lingering-active", "lingering-disconnected"],
};
