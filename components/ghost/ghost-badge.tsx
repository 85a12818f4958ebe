import type { GhostClass, IncidentState } from "@/lib/domain/ghost/classes";
import { Badge } from "../ui/badge";
import { CLASS_ICON, STATE_LOOK } from "./ghost-look";
import { GHOST_CLASS, INCIDENT_STATE } from "./ghost-words";

export interface GhostBadgeProps {
  class: GhostClass;
  state: IncidentState;
}

/** Which ghost this is and how far it is known, for places that have one cell for both: `Nameless · suspect`. */
export function GhostBadge({ class: ghostClass, state }: GhostBadgeProps) {
  const { label, meaning } = GHOST_CLASS[ghostClass];
  return (
    <span title={`${meaning} ${INCIDENT_STATE[state].meaning}`}>
      <Badge tone={STATE_LOOK[state].tone} icon={CLASS_ICON[ghostClass]}>
        {label} · {INCIDENT_STATE[state].label.toLowerCase()}
      </Badge>
    </span>
  );
}

/** The class alone, beside a column that says the state. */
export function ClassBadge({ class: ghostClass, state }: GhostBadgeProps) {
  return (
    <span title={GHOST_CLASS[ghostClass].meaning}>
      <Badge tone={STATE_LOOK[state].tone} icon={CLASS_ICON[ghostClass]}>
        {GHOST_CLASS[ghostClass].label}
      </Badge>
    </span>
  );
}

export function IncidentBadge({ state }: { state: IncidentState }) {
  const { tone, icon } = STATE_LOOK[state];
  return (
    <span title={INCIDENT_STATE[state].meaning}>
      <Badge tone={tone} icon={icon} quiet>
        {INCIDENT_STATE[state].label}
      </Badge>
    </span>
  );
}
