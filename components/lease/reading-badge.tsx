"use client";

import { CircleCheck, CircleQuestionMark, Hourglass, type LucideIcon, TriangleAlert } from "lucide-react";
import type { LeaseReading } from "@/lib/api/contract/leases";
import { Badge } from "../ui/badge";
import { Age, Time } from "../ui/time";
import { READING_WORD } from "./outage-words";

const ICONS: Record<LeaseReading["state"], LucideIcon> = {
  absent: CircleQuestionMark,
  reading: Hourglass,
  ok: CircleCheck,
  lost: TriangleAlert,
};

/** How well leases are known and how old that is; the problem stands where it is explained. */
export function ReadingBadge({ reading }: { reading: LeaseReading }) {
  const { label, tone } = READING_WORD[reading.state];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-small">
      <Badge tone={tone} icon={ICONS[reading.state]} quiet={reading.state === "ok"}>
        {label}
      </Badge>
      <ReadAt asOf={reading.asOf} />
    </span>
  );
}

/** `at 10:41 (2 min ago)`; nothing where it was never read. */
function ReadAt({ asOf }: { asOf: string | null }) {
  if (asOf === null) return null;
  return (
    <span>
      at <Time at={asOf} focusable /> (<Age since={asOf} /> ago)
    </span>
  );
}
