"use client";

import { Clock, TriangleAlert } from "lucide-react";
import type { Ends } from "@/lib/api/contract/ends";
import { Badge } from "../ui/badge";
import { useNow, useZone } from "../ui/clock";
import { formatInstant, formatUtc } from "../ui/time-format";
import { capitalised } from "../words";
import { BECOMES, endsWords, isDue, isOverdue, NOTHING_DUE } from "./ends-words";

const STEP = 15_000;

/** When a session ends by itself, in a cell; the whole sentence where it is pointed at. */
export function EndsCell({ ends }: { ends: Ends }) {
  const now = useNow(STEP);
  const zone = useZone();
  const title = capitalised(endsWords(ends, now, zone));
  if (!isDue(ends)) {
    return (
      <span className="text-faint text-small" title={title}>
        {NOTHING_DUE[ends.why]}
      </span>
    );
  }
  const when = formatInstant(Date.parse(ends.at), now, zone);
  if (isOverdue(ends, now)) {
    return (
      <span title={title}>
        <Badge tone="warn" icon={TriangleAlert} quiet>
          was due {when}
        </Badge>
      </span>
    );
  }
  return (
    <time dateTime={ends.at} title={`${title}. ${formatUtc(Date.parse(ends.at))}`}>
      {when}
      <span className="ml-1.5 text-faint text-small">{BECOMES[ends.becomes]}</span>
    </time>
  );
}

/** The same as a sentence: `Will clear by itself at 11:42 (disconnected limit 8 h, RDS policy).` */
export function EndsSentence({ ends }: { ends: Ends }) {
  const now = useNow(STEP);
  const zone = useZone();
  const overdue = isOverdue(ends, now);
  const Icon = overdue ? TriangleAlert : Clock;
  const words = capitalised(endsWords(ends, now, zone));
  return (
    <span title={words} className={overdue ? "text-warn-text" : undefined}>
      {isDue(ends) && <Icon aria-hidden className="mr-1.5 inline size-3.5 align-[-0.15em]" />}
      {words}
    </span>
  );
}
