import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CircleSlash,
  Clock,
  Eye,
  Footprints,
  Ghost,
  Hourglass,
  type LucideIcon,
  PlugZap,
  RotateCcw,
  ShieldCheck,
  UserRoundX,
  Wrench,
} from "lucide-react";
import type { GhostClass, IncidentState } from "@/lib/domain/ghost/classes";
import type { Stance } from "@/lib/domain/ghost/evidence";
import type { Tone } from "../ui/tone";

export interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

export const CLASS_ICON: Record<GhostClass, LucideIcon> = {
  "stuck-connected": PlugZap,
  nameless: UserRoundX,
  "hung-logon": Hourglass,
  "named-gone": Ghost,
  "just-old": Clock,
  "failure-trace": Footprints,
};

/** The state colours the class as well: its word always stands beside. */
export const STATE_LOOK: Record<IncidentState, Look> = {
  suspect: { tone: "warn", icon: Eye },
  confirmed: { tone: "bad", icon: ShieldCheck },
  acting: { tone: "info", icon: Wrench },
  returned: { tone: "bad", icon: RotateCcw },
  cleared: { tone: "ok", icon: CircleCheck },
  dismissed: { tone: "unknown", icon: CircleMinus },
};

export const STANCE_LOOK: Record<Stance, Look> = {
  agrees: { tone: "info", icon: CircleCheck },
  disagrees: { tone: "ok", icon: CircleSlash },
  silent: { tone: "unknown", icon: CircleHelp },
};
