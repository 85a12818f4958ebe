import Link from "next/link";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { routes } from "../routes";
import { deskColumns } from "../ui/table/table-model";
import { Age } from "../ui/time";
import { formatDuration } from "../ui/time-format";
import { countOf } from "../words";
import { Confidence } from "./confidence";
import { ClassBadge, IncidentBadge } from "./ghost-badge";
import { failuresWords, NEXT_STEP } from "./ghost-words";
import { TakenBy, Whose } from "./whose";

/** A row of the queue as tables take it. */
export type QueueRow = GhostRow & { readonly key: string };

const column = deskColumns<QueueRow>();
const NOTHING = <span className="text-faint">–</span>;

/** Columns of the queue; ids are what the API sorts by. */
export const GHOST_COLUMNS = column.columns([
  column.accessor("class", {
    meta: { title: "Class", width: 188 },
    cell: ({ row }) => <ClassBadge class={row.original.class} state={row.original.state} />,
  }),
  column.accessor("user", {
    meta: { title: "Who", width: 192 },
    cell: ({ row }) => <Whose ghost={row.original} inTable />,
  }),
  column.accessor("machine", {
    meta: { title: "Server", width: 108 },
    cell: ({ row }) => <MachineLink ghost={row.original} />,
  }),
  column.accessor("since", {
    meta: { title: "Age", width: 88 },
    cell: ({ row }) => <Standing ghost={row.original} />,
  }),
  column.accessor("confidence", {
    meta: { title: "Confidence", width: 104 },
    cell: ({ getValue }) => <Confidence level={getValue()} />,
  }),
  column.accessor("state", {
    meta: { title: "State", width: 96 },
    cell: ({ getValue }) => <IncidentBadge state={getValue()} />,
  }),
  column.display({
    id: "takenBy",
    enableSorting: false,
    meta: { title: "Taken by", width: 82 },
    cell: ({ row }) => (row.original.takenBy === null ? NOTHING : <TakenBy name={row.original.takenBy} />),
  }),
  column.display({
    id: "next",
    enableSorting: false,
    meta: { title: "First step", width: 112 },
    cell: ({ row }) => {
      const step = row.original.next;
      return step === null ? NOTHING : <span title={NEXT_STEP[step].meaning}>{NEXT_STEP[step].label}</span>;
    },
  }),
  column.display({
    id: "failedLaunches",
    enableSorting: false,
    meta: { title: "Failed", width: 94 },
    cell: ({ row }) => {
      const { failedLaunches, subject } = row.original;
      if (failedLaunches === 0) return NOTHING;
      return (
        <span className="font-medium text-warn-text" title={failuresWords(row.original) ?? undefined}>
          {subject === "machine" ? countOf(failedLaunches, "session") : countOf(failedLaunches, "launch", "launches")}
        </span>
      );
    },
  }),
  column.accessor("deliveryGroup", {
    meta: { title: "Delivery group", width: 104 },
    cell: ({ getValue }) => (
      <span className="text-muted" title={getValue() ?? undefined}>
        {getValue() ?? "none"}
      </span>
    ),
  }),
]);

/** How long it has stood; of one that ended, how long it stood. */
export function Standing({ ghost }: { ghost: Pick<GhostRow, "since" | "clearedAt"> }) {
  const { since, clearedAt } = ghost;
  if (clearedAt === null) return <Age since={since} />;
  return <span title="how long it stood">{formatDuration(Date.parse(clearedAt) - Date.parse(since))}</span>;
}

function MachineLink({ ghost }: { ghost: GhostRow }) {
  if (ghost.machine === null) return NOTHING;
  if (ghost.machineKey === null) return ghost.machine;
  return (
    <Link href={routes.server(ghost.machineKey)} tabIndex={-1} className="name-link">
      {ghost.machine}
    </Link>
  );
}
