import Link from "next/link";
import type { OperationRow } from "@/lib/api/contract/operations";
import { routes } from "../routes";
import { deskColumns } from "../ui/table/table-model";
import { formatDuration } from "../ui/time-format";
import { AskedAt } from "./asked-at";
import { OperationBadge } from "./operation-badge";
import type { OperationListRow } from "./use-operations";
import { operationName } from "./verb-words";

const column = deskColumns<OperationListRow>();
const NOTHING = <span className="text-faint">–</span>;

/** Columns of the list; it has one order, the newest first. */
export const OPERATION_COLUMNS = column.columns([
  column.display({
    id: "askedAt",
    enableSorting: false,
    meta: { title: "When", width: 116 },
    cell: ({ row }) => <AskedAt at={row.original.askedAt} />,
  }),
  column.display({
    id: "actor",
    enableSorting: false,
    meta: { title: "Who", width: 104 },
    cell: ({ row }) => <span title={row.original.role}>{row.original.actor}</span>,
  }),
  column.display({
    id: "verb",
    enableSorting: false,
    meta: { title: "What", width: 136 },
    cell: ({ row }) => <span className="font-medium">{operationName(row.original)}</span>,
  }),
  column.display({
    id: "label",
    enableSorting: false,
    meta: { title: "On whom or what", width: 216 },
    cell: ({ row }) => <span title={row.original.label}>{row.original.label}</span>,
  }),
  column.display({
    id: "machine",
    enableSorting: false,
    meta: { title: "Server", width: 124 },
    cell: ({ row }) => <MachineLink operation={row.original} />,
  }),
  column.display({
    id: "reason",
    enableSorting: false,
    meta: { title: "Why", width: 240 },
    cell: ({ row }) => <Why operation={row.original} />,
  }),
  column.display({
    id: "state",
    enableSorting: false,
    meta: { title: "What came of it", width: 176 },
    cell: ({ row }) => <Outcome operation={row.original} />,
  }),
  column.display({
    id: "tookMs",
    enableSorting: false,
    meta: { title: "Took", width: 72, align: "end" },
    cell: ({ row }) => (row.original.tookMs === null ? NOTHING : formatDuration(row.original.tookMs)),
  }),
]);

export function Outcome({ operation }: { operation: OperationRow }) {
  return (
    <span className="inline-flex items-center gap-2">
      <OperationBadge operation={operation} />
      {operation.parts > 1 && (
        <span className="text-muted text-small">{`${operation.partsOver} of ${operation.parts}`}</span>
      )}
    </span>
  );
}

export function Why({ operation: { reason, ticket } }: { operation: OperationRow }) {
  return (
    <span title={ticket === null ? reason : `${reason} (${ticket})`}>
      {ticket !== null && <span className="mr-2 text-muted text-small">{ticket}</span>}
      {reason}
    </span>
  );
}

function MachineLink({ operation: { machine, machineKey } }: { operation: OperationRow }) {
  if (machine === null) return NOTHING;
  if (machineKey === null) return machine;
  return (
    <Link href={routes.server(machineKey)} tabIndex={-1} className="name-link">
      {machine}
    </Link>
  );
}
