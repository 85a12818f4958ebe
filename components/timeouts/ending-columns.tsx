import { CircleQuestionMark, Ghost } from "lucide-react";
import Link from "next/link";
import type { EndingRow } from "@/lib/api/contract/timeouts";
import { routes } from "../routes";
import { BECOMES, RUNNING } from "../session/ends-labels";
import { sourceAndSpan, unreadWords } from "../session/ends-words";
import { LIFE_NAME } from "../session/life-names";
import { Badge } from "../ui/badge";
import { deskColumns } from "../ui/table/table-model";
import { TimeAndAge } from "../ui/time";
import { VisuallyHidden } from "../ui/visually-hidden";
import { Countdown } from "./countdown";

/** A row of the tables here: keyed by its session. */
export type Ending = EndingRow & { readonly key: string };

export function withKeys(rows: readonly EndingRow[]): Ending[] {
  return rows.map((row) => ({ ...row, key: row.sessionKey }));
}

const column = deskColumns<Ending>();

const who = column.display({
  id: "who",
  enableSorting: false,
  meta: { title: "Who", width: 124 },
  cell: ({ row }) => <WhoLink ending={row.original} />,
});

const server = column.display({
  id: "server",
  enableSorting: false,
  meta: { title: "Server", width: 105 },
  cell: ({ row }) => <ServerLink ending={row.original} />,
});

const happens = column.display({
  id: "happens",
  enableSorting: false,
  meta: { title: "What happens", width: 184 },
  cell: ({ row }) => <Happens ending={row.original} />,
});

const limit = column.display({
  id: "limit",
  enableSorting: false,
  meta: { title: "Limit", width: 214 },
  cell: ({ row }) => <LimitOf ending={row.original} />,
});

/** What ends next, the nearest first. */
export const NEXT_COLUMNS = column.columns([
  column.display({
    id: "in",
    enableSorting: false,
    meta: { title: "In", width: 80 },
    cell: ({ row }) => <Countdown at={row.original.due.at} />,
  }),
  who,
  server,
  happens,
  limit,
]);

/** What should have ended. */
export const OVERDUE_COLUMNS = column.columns([
  column.display({
    id: "due",
    enableSorting: false,
    meta: { title: "Was due", width: 140 },
    cell: ({ row }) => <TimeAndAge at={row.original.due.at} />,
  }),
  who,
  server,
  happens,
  limit,
  column.display({
    id: "ghost",
    enableSorting: false,
    meta: { title: "Ghost", width: 125 },
    cell: ({ row }) => <GhostLink ending={row.original} />,
  }),
]);

export function WhoLink({ ending, inTable = true }: { ending: Ending; inTable?: boolean }) {
  const name = ending.userFullName ?? ending.user ?? "–";
  if (ending.userKey === null) return <span title={ending.user ?? "The site shows no user"}>{name}</span>;
  return (
    <Link
      href={routes.user(ending.userKey)}
      title={ending.user ?? undefined}
      tabIndex={inTable ? -1 : undefined}
      className="name-link"
    >
      {name}
    </Link>
  );
}

export function ServerLink({ ending, inTable = true }: { ending: Ending; inTable?: boolean }) {
  if (ending.machineKey === null) return <span>{ending.machine ?? "–"}</span>;
  return (
    <Link href={routes.server(ending.machineKey)} tabIndex={inTable ? -1 : undefined} className="name-link">
      {ending.machine}
    </Link>
  );
}

/** `linger → disconnected`; its place in the diagram where it is pointed at. */
export function Happens({ ending: { due, life } }: { ending: Ending }) {
  return (
    <span
      title={`${LIFE_NAME[life]} now`}
      className="inline-flex items-center gap-1.5 rounded-full border border-unknown-border bg-unknown-soft px-2 py-px align-middle font-medium text-small text-unknown-text"
    >
      {RUNNING[due.timer]} <span aria-hidden>→</span>
      <VisuallyHidden>, then</VisuallyHidden> {BECOMES[due.becomes]}
    </span>
  );
}

export function LimitOf({ ending: { due } }: { ending: Ending }) {
  const unread = unreadWords(due.unknown);
  return (
    <span className="relative text-muted text-small" title={unread ?? undefined}>
      {sourceAndSpan(due)}
      {unread && (
        <>
          <CircleQuestionMark aria-hidden className="ml-1 inline size-3 align-[-0.1em]" />
          <VisuallyHidden>, {unread}</VisuallyHidden>
        </>
      )}
    </span>
  );
}

export function GhostLink({ ending, inTable = true }: { ending: Ending; inTable?: boolean }) {
  if (ending.ghostId === null) return <span className="text-faint text-small">no ghost found</span>;
  return (
    <Link href={routes.ghost(ending.ghostId)} tabIndex={inTable ? -1 : undefined} className="rounded-full">
      <Badge tone="bad" icon={Ghost}>
        Ghost
      </Badge>
    </Link>
  );
}
