"use client";

import { TriangleAlert } from "lucide-react";
import type { Ends } from "@/lib/api/contract/ends";
import { Badge } from "../ui/badge";
import { useNow, useZone } from "../ui/clock";
import { formatInstant, formatUtc } from "../ui/time-format";
import { BECOMES, isDue, isOverdue, NOTHING_DUE } from "./ends-labels";

/** When a session ends by itself, in a cell; its details tell the whole sentence. */
export function EndsCell({ ends }: { ends: Ends }) {
  const now = useNow(15_000);
  const zone = useZone();
  if (!isDue(ends)) return <span className="text-faint text-small">{NOTHING_DUE[ends.why]}</span>;
  const at = Date.parse(ends.at);
  const when = formatInstant(at, now, zone);
  return (
    <time dateTime={ends.at} title={formatUtc(at)}>
      {isOverdue(ends, now) ? (
        <Badge tone="warn" icon={TriangleAlert} quiet>
          was due {when}
        </Badge>
      ) : (
        <>
          {when}
          <span className="ml-1.5 text-faint text-small">{BECOMES[ends.becomes]}</span>
        </>
      )}
    </time>
  );
}
