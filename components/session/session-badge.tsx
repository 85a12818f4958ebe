import { Badge } from "../ui/badge";
import { readable } from "../words";
import { lookOfState } from "./session-state";

/** A session's state. In a long list the ordinary one stands without its pill. */
export function SessionBadge({ state, quiet = false }: { state: string; quiet?: boolean }) {
  const look = lookOfState(state);
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {readable(state)}
    </Badge>
  );
}
