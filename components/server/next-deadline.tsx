"use client";

import { TriangleAlert } from "lucide-react";
import type { ServerRow } from "@/lib/api/contract/servers";
import { RUNNING } from "../session/ends-labels";
import { Badge } from "../ui/badge";
import { useNow, useZone } from "../ui/clock";
import { formatInstant, formatUtc } from "../ui/time-format";

/** When the next session of a server ends or is disconnected by itself, and by which timer. */
export function NextDeadline({ next }: { next: ServerRow["nextDeadline"] }) {
  const now = useNow(15_000);
  const zone = useZone();
  if (next === null) return <span className="text-faint text-small">none known</span>;
  const at = Date.parse(next.at);
  const when = formatInstant(at, now, zone);
  const title = formatUtc(at);
  if (at < now) {
    return (
      <time dateTime={next.at} title={title}>
        <Badge tone="warn" icon={TriangleAlert} quiet>
          was due {when}
        </Badge>
      </time>
    );
  }
  return (
    <time dateTime={next.at} title={title}>
      {when}
      <span className="ml-1.5 text-faint text-small">{RUNNING[next.timer]}</span>
    </time>
  );
}
