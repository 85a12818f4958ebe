import {
  CircleAlert,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  CircleStop,
  CircleX,
  Hourglass,
  type LucideIcon,
  Send,
} from "lucide-react";
import type { OperationState } from "@/lib/domain/operation/states";
import type { Tone } from "../ui/tone";

export interface StateLook {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly label: string;
  /** One sentence for somebody who meets the word for the first time. */
  readonly meaning: string;
}

/** How each state of an operation looks: badge, filter and progress read the same table. */
export const STATE_LOOK: Record<OperationState, StateLook> = {
  intended: { tone: "info", icon: Hourglass, label: "Asked", meaning: "Written down; it is about to be sent." },
  acting: { tone: "info", icon: Send, label: "Being sent", meaning: "On its way to the site." },
  accepted: {
    tone: "info",
    icon: Hourglass,
    label: "Accepted",
    meaning: "The site took it. Ghostdesk reads again until it shows.",
  },
  verified: { tone: "ok", icon: CircleCheck, label: "Worked", meaning: "A later read of the site shows it." },
  "still-there": {
    tone: "warn",
    icon: CircleAlert,
    label: "Still there",
    meaning: "The site took it, and nothing changed in the time that it should take.",
  },
  unknown: {
    tone: "unknown",
    icon: CircleQuestionMark,
    label: "Unknown",
    meaning: "No answer came, so it may have been done. It is being settled by reading the site again.",
  },
  failed: { tone: "bad", icon: CircleX, label: "Failed", meaning: "The site said no. Nothing was changed." },
  refused: {
    tone: "warn",
    icon: CircleSlash,
    label: "Not done",
    meaning: "Things had changed before it was sent. Nothing was changed.",
  },
  stopped: { tone: "unknown", icon: CircleStop, label: "Stopped", meaning: "Stopped before it was sent." },
};
