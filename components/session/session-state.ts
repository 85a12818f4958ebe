import {
  CircleDot,
  CircleQuestionMark,
  CircleX,
  Hourglass,
  type LucideIcon,
  Plug,
  RotateCw,
  SquareTerminal,
  Unplug,
} from "lucide-react";
import type { SessionState } from "@/lib/domain/states";
import type { Tone } from "../ui/tone";
import { readable } from "../words";

type NamedState = Exclude<SessionState, `${number}`>;

export interface StateLook {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  /** A background class for bars and legends. */
  readonly colour: string;
  /** Where it stands in a bar and in a row of filters. */
  readonly rank: number;
  readonly meaning: string;
}

/** How each state of a session looks: badge, bar and filter read the same table. */
const LOOKS: Record<NamedState, StateLook> = {
  Active: {
    tone: "ok",
    icon: CircleDot,
    colour: "bg-state-active",
    rank: 0,
    meaning: "Somebody is connected and logged on.",
  },
  Disconnected: {
    tone: "unknown",
    icon: Unplug,
    colour: "bg-state-disconnected",
    rank: 1,
    meaning: "Running on the server without a client.",
  },
  Connected: {
    tone: "warn",
    icon: Plug,
    colour: "bg-state-connected",
    rank: 2,
    meaning: "A client is connected, the logon has not completed.",
  },
  PreparingSession: {
    tone: "info",
    icon: Hourglass,
    colour: "bg-state-connected",
    rank: 3,
    meaning: "The machine is being made ready.",
  },
  Pending: {
    tone: "info",
    icon: Hourglass,
    colour: "bg-state-connected",
    rank: 4,
    meaning: "Brokered, not yet begun.",
  },
  Reconnecting: {
    tone: "info",
    icon: RotateCw,
    colour: "bg-state-idle",
    rank: 5,
    meaning: "The client is coming back to the session.",
  },
  NonBrokeredSession: {
    tone: "unknown",
    icon: SquareTerminal,
    colour: "bg-state-other",
    rank: 6,
    meaning: "At the console or by RDP: the site did not broker it.",
  },
  Terminated: { tone: "unknown", icon: CircleX, colour: "bg-state-other", rank: 7, meaning: "Over." },
  Other: {
    tone: "unknown",
    icon: CircleQuestionMark,
    colour: "bg-state-other",
    rank: 8,
    meaning: "The site says “other”.",
  },
  Unknown: {
    tone: "unknown",
    icon: CircleQuestionMark,
    colour: "bg-state-other",
    rank: 9,
    meaning: "The site does not know.",
  },
};

const UNLISTED: StateLook = {
  tone: "unknown",
  icon: CircleQuestionMark,
  colour: "bg-state-other",
  rank: 10,
  meaning: "A state that no list names.",
};

/** Also for a state that is a bare number. */
export function lookOfState(state: string): StateLook {
  return Object.hasOwn(LOOKS, state) ? LOOKS[state as NamedState] : UNLISTED;
}

/** Counts by state as the parts of a bar, always in the same order. */
export function stateSegments(counts: Readonly<Record<string, number>>) {
  return Object.entries(counts)
    .map(([state, count]) => ({ state, name: readable(state), count, ...lookOfState(state) }))
    .sort((a, b) => a.rank - b.rank || a.state.localeCompare(b.state));
}

/** The states that the bars of a page can show, for its legend. */
export const STATE_LEGEND = [
  { name: "Active", colour: LOOKS.Active.colour },
  { name: "Disconnected", colour: LOOKS.Disconnected.colour },
  { name: "Connected or being prepared", colour: LOOKS.Connected.colour },
  { name: "Reconnecting", colour: LOOKS.Reconnecting.colour },
  { name: "Other", colour: LOOKS.Other.colour },
] as const;
