"use client";

import { CircleCheck, CircleQuestionMark, CircleX, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { PairRow } from "@/lib/api/contract/leases";
import type { Coverage } from "@/lib/domain/lease/outage";
import { routes } from "../routes";
import { Who } from "../session/who";
import { Badge } from "../ui/badge";
import { useNow } from "../ui/clock";
import { deskColumns } from "../ui/table/table-model";
import { formatUtc } from "../ui/time-format";
import { expiryTone, expiryWords } from "./lease-words";
import { COVERAGE, REASON, verdictWords } from "./reason-words";
import type { PairListRow } from "./use-pairs";

const column = deskColumns<PairListRow>();
const NOTHING = <span className="text-faint">–</span>;

/** Columns of the list of pairs; it comes in one order. */
export const PAIR_COLUMNS = column.columns([
  column.display({
    id: "user",
    enableSorting: false,
    meta: { title: "User", width: 250 },
    cell: ({ row }) => <Owner of={row.original} />,
  }),
  column.display({
    id: "resource",
    enableSorting: false,
    meta: { title: "What", width: 190 },
    cell: ({ row }) => row.original.application ?? (row.original.group ? "Desktop" : NOTHING),
  }),
  column.display({
    id: "group",
    enableSorting: false,
    meta: { title: "Delivery group", width: 180 },
    cell: ({ row }) => <span className="text-muted">{row.original.group ?? "not known"}</span>,
  }),
  column.display({
    id: "coverage",
    enableSorting: false,
    meta: { title: "In an outage", width: 195 },
    cell: ({ row }) => <VerdictBadge pair={row.original} />,
  }),
  column.display({
    id: "until",
    enableSorting: false,
    meta: { title: "Falls out", width: 155 },
    cell: ({ row }) => (row.original.until ? <Expires at={row.original.until} /> : NOTHING),
  }),
  column.display({
    id: "machine",
    enableSorting: false,
    meta: { title: "Machine", width: 140 },
    cell: ({ row }) => <MachineName of={row.original} />,
  }),
]);

/** The person by name, with the account where the name is not it. */
export function Owner({
  of: { user, userFullName, userKey },
  focusable = false,
}: {
  of: Pick<PairRow, "user" | "userFullName" | "userKey">;
  /** Outside of a table, whose rows are what the keyboard reaches. */
  focusable?: boolean;
}) {
  if (user === null) return <span className="text-faint">nobody named</span>;
  const session = { user, userFullName, userKey, userSource: "user", anonymous: false } as const;
  return <Who inTable={!focusable} session={session} />;
}

export function MachineName({
  of: { machine, machineKey },
  focusable = false,
}: {
  of: Pick<PairRow, "machine" | "machineKey">;
  focusable?: boolean;
}) {
  if (machine === null) return NOTHING;
  if (machineKey === null) return <span title="The site has no such machine.">{machine}</span>;
  return (
    <Link href={routes.server(machineKey)} tabIndex={focusable ? undefined : -1} className="name-link">
      {machine}
    </Link>
  );
}

const ICONS: Record<Coverage, LucideIcon> = {
  covered: CircleCheck,
  uncovered: CircleX,
  unknown: CircleQuestionMark,
};

/** Whether, or why not; what that means where it is pointed at. */
export function VerdictBadge({ pair }: { pair: Pick<PairRow, "coverage" | "why"> }) {
  const { coverage, why } = pair;
  return (
    <span title={why === null ? undefined : REASON[why].meaning}>
      <Badge tone={COVERAGE[coverage].tone} icon={ICONS[coverage]} quiet={coverage === "covered"}>
        {verdictWords(pair)}
      </Badge>
    </span>
  );
}

const EXPIRY_LOOK = { bad: "text-bad-text", warn: "text-warn-text", plain: "" } as const;

/** When it ends, counted from now; the instant itself where it is pointed at. */
export function Expires({ at }: { at: string }) {
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={formatUtc(Date.parse(at))} className={EXPIRY_LOOK[expiryTone(at, now)]}>
      {expiryWords(at, now)}
    </time>
  );
}
