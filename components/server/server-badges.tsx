import { Badge } from "../ui/badge";
import { readable } from "../words";
import { lookOfFault, lookOfPower, lookOfRegistration, MAINTENANCE } from "./server-state";

export function RegistrationBadge({ state, quiet = false }: { state: string; quiet?: boolean }) {
  const look = lookOfRegistration(state);
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {readable(state)}
    </Badge>
  );
}

export function PowerBadge({ state, quiet = false }: { state: string; quiet?: boolean }) {
  const look = lookOfPower(state);
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={quiet}>
      {readable(state)}
    </Badge>
  );
}

export function FaultBadge({ state }: { state: string }) {
  const look = lookOfFault(state);
  return (
    <Badge tone={look.tone} icon={look.icon} quiet={state === "None"}>
      {readable(state)}
    </Badge>
  );
}

export function MaintenanceBadge() {
  return (
    <Badge tone={MAINTENANCE.tone} icon={MAINTENANCE.icon}>
      Maintenance
    </Badge>
  );
}
