"use client";

import { Clock, TriangleAlert } from "lucide-react";
import type { Ends } from "@/lib/api/contract/ends";
import { useNow, useZone } from "../ui/clock";
import { capitalised } from "../words";
import { isDue, isOverdue } from "./ends-labels";
import { endsWords } from "./ends-words";

const STEP = 15_000;

/** What ends a session, and when: `Will clear by itself at 11:42 (disconnected limit 8 h, RDS policy)`. */
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
