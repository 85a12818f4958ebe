import { TriangleAlert } from "lucide-react";
import type { LeaseRow } from "@/lib/api/contract/leases";
import { deskColumns } from "../ui/table/table-model";
import { Time } from "../ui/time";
import { LEASE_TYPE, leaseSubject } from "./lease-words";
import { Expires, MachineName, Owner } from "./pair-columns";

const column = deskColumns<LeaseRow>();
const NOTHING = <span className="text-faint">–</span>;

/** Columns of the list of leases; ids are what the API sorts by. */
export const LEASE_COLUMNS = column.columns([
  column.accessor("user", {
    meta: { title: "User", width: 240 },
    cell: ({ row }) => <Owner of={row.original} />,
  }),
  column.accessor("type", {
    meta: { title: "Type", width: 115 },
    cell: ({ getValue }) => <span title={LEASE_TYPE[getValue()].meaning}>{LEASE_TYPE[getValue()].label}</span>,
  }),
  column.accessor("application", {
    meta: { title: "What", width: 170 },
    cell: ({ row }) => <What lease={row.original} />,
  }),
  column.accessor("group", {
    meta: { title: "Delivery group", width: 165 },
    cell: ({ getValue }) => (getValue() === null ? NOTHING : <span className="text-muted">{getValue()}</span>),
  }),
  column.accessor("machine", {
    meta: { title: "Machine", width: 130 },
    cell: ({ row }) => <MachineName of={row.original} />,
  }),
  column.accessor("expiresAt", {
    meta: { title: "Expires", width: 150 },
    cell: ({ getValue }) => <Expires at={getValue()} />,
  }),
  column.accessor("modifiedAt", {
    meta: { title: "Written", width: 135 },
    cell: ({ getValue }) => <Time at={getValue()} />,
  }),
  column.display({
    id: "zone",
    enableSorting: false,
    meta: { title: "Zone", width: 120, extra: true },
    cell: ({ row }) => row.original.zone ?? NOTHING,
  }),
  column.display({
    id: "sharingKey",
    enableSorting: false,
    meta: { title: "Session sharing key", width: 190, extra: true },
    cell: ({ row }) => row.original.sharingKey ?? NOTHING,
  }),
]);

/** What it names; a document that was not wholly understood says so. */
function What({ lease }: { lease: LeaseRow }) {
  const { type, application, group, problem } = lease;
  const launch = application ?? (group ? "Desktop" : "not known");
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {problem && (
        <>
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warn-text" />
          <span className="sr-only">not wholly understood: </span>
        </>
      )}
      <span title={problem ?? undefined} className="truncate">
        {type === "Launch" ? launch : leaseSubject(lease)}
      </span>
    </span>
  );
}
