import { CircleCheck, CircleQuestionMark, CircleX, type LucideIcon } from "lucide-react";
import { Badge } from "../ui/badge";
import type { Tone } from "../ui/tone";
import { readable } from "../words";
import { serviceLook, stateTone } from "./controller-words";

const ICONS: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: CircleCheck,
  warn: CircleX,
  bad: CircleX,
  unknown: CircleQuestionMark,
};

/** What Get-BrokerController says of a controller. */
export function StateBadge({ state }: { state: string }) {
  const tone = stateTone(state);
  return (
    <Badge tone={tone} icon={ICONS[tone]} quiet={tone === "ok"}>
      {readable(state)}
    </Badge>
  );
}

/** What the broker service on a controller says of itself. */
export function ServiceBadge({ status }: { status: string | null }) {
  const { label, tone } = serviceLook(status);
  return (
    <Badge tone={tone} icon={ICONS[tone]} quiet={tone === "ok"}>
      {label}
    </Badge>
  );
}
