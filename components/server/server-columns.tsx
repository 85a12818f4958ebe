import { Ghost } from "lucide-react";
import Link from "next/link";
import type { ServerRow } from "@/lib/api/contract/servers";
import { ServerLeases } from "../lease/server-leases";
import { routes } from "../routes";
import { stateSegments } from "../session/session-state";
import { Badge } from "../ui/badge";
import { LoadBar, StackedBar } from "../ui/bars";
import { deskColumns } from "../ui/table/table-model";
import { Age } from "../ui/time";
import { countOf, formatNumber, readable } from "../words";
import { NextDeadline } from "./next-deadline";
import { FaultBadge, MaintenanceBadge, PowerBadge, RegistrationBadge } from "./server-badges";
import { loadPercent } from "./server-state";
import { SkippedBadge } from "./skipped";
import { pendingWords } from "./skipped-words";

const column = deskColumns<ServerRow>();
const NOTHING = <span className="text-faint">–</span>;

/** Columns of the list of machines; ids are what the API sorts by. */
export const SERVER_COLUMNS = column.columns([
  column.accessor("name", {
    meta: { title: "Server", width: 130 },
    cell: ({ row }) => (
      <Link href={routes.server(row.original.key)} tabIndex={-1} className="name-link">
        {row.original.name}
      </Link>
    ),
  }),
  column.accessor("deliveryGroup", {
    meta: { title: "Delivery group", width: 175 },
    cell: ({ getValue }) => <span className="text-muted">{getValue() ?? "none"}</span>,
  }),
  column.accessor("users", {
    meta: { title: "Users", width: 78, align: "end" },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.accessor("sessions", {
    meta: { title: "Sessions", width: 98, align: "end" },
    cell: ({ getValue }) => formatNumber(getValue()),
  }),
  column.accessor("ghosts", {
    meta: { title: "Ghosts", width: 85 },
    cell: ({ row }) => <GhostCount server={row.original} />,
  }),
  column.accessor("pending", {
    meta: { title: "Pending", width: 196 },
    cell: ({ row }) => <Pending server={row.original} />,
  }),
  column.display({
    id: "states",
    enableSorting: false,
    meta: { title: "Session states", width: 112 },
    cell: ({ row }) => <StackedBar segments={stateSegments(row.original.states)} />,
  }),
  column.accessor("nextDeadline", {
    meta: { title: "Next deadline", width: 146 },
    cell: ({ getValue }) => <NextDeadline next={getValue()} />,
  }),
  column.accessor("leases", {
    meta: { title: "Leases", width: 162 },
    cell: ({ getValue }) => <ServerLeases leases={getValue()} />,
  }),
  column.accessor((row) => row.loadIndex, {
    id: "load",
    meta: { title: "Load", width: 125 },
    cell: ({ row }) => <Load server={row.original} />,
  }),
  column.accessor("registration", {
    meta: { title: "Registration", width: 130 },
    cell: ({ getValue }) => <RegistrationBadge state={getValue()} quiet={getValue() === "Registered"} />,
  }),
  column.display({
    id: "maintenance",
    enableSorting: false,
    meta: { title: "Maintenance", width: 130 },
    cell: ({ row }) => (row.original.maintenance ? <MaintenanceBadge /> : NOTHING),
  }),
  column.display({
    id: "fault",
    enableSorting: false,
    meta: { title: "Fault", width: 140 },
    cell: ({ row }) => (row.original.fault === "None" ? NOTHING : <FaultBadge state={row.original.fault} />),
  }),
  column.accessor("power", {
    meta: { title: "Power", width: 110 },
    cell: ({ getValue }) => <PowerBadge state={getValue()} quiet={getValue() === "On"} />,
  }),
  column.display({
    id: "catalog",
    meta: { title: "Catalog", width: 180, extra: true },
    cell: ({ row }) => row.original.catalog ?? NOTHING,
  }),
  column.display({
    id: "agentVersion",
    meta: { title: "Agent", width: 120, extra: true },
    cell: ({ row }) => row.original.agentVersion ?? NOTHING,
  }),
  column.display({
    id: "controller",
    meta: { title: "Controller", width: 160, extra: true },
    cell: ({ row }) => row.original.controller ?? NOTHING,
  }),
  column.display({
    id: "sessionSupport",
    meta: { title: "Kind", width: 130, extra: true },
    cell: ({ row }) => (row.original.sessionSupport ? readable(row.original.sessionSupport) : NOTHING),
  }),
]);

/** Open incidents on it, and the way to them. */
function GhostCount({ server }: { server: ServerRow }) {
  if (server.ghosts === 0) return <span className="text-faint">0</span>;
  return (
    <Link
      href={routes.ghostsWhere({ server: server.key })}
      tabIndex={-1}
      aria-label={`${countOf(server.ghosts, "ghost")} on ${server.name}`}
      className="rounded-full"
    >
      <Badge tone="bad" icon={Ghost}>
        {formatNumber(server.ghosts)}
      </Badge>
    </Link>
  );
}

/** Pending logons of how many it takes to be skipped, and whether and since when it is. */
function Pending({ server }: { server: ServerRow }) {
  const words = pendingWords(server);
  if (words === null) return <span className="text-faint text-small">unknown</span>;
  return (
    <span className="flex items-center gap-2">
      <span className={server.pending === 0 ? "text-faint" : "font-semibold text-warn-text"}>{words}</span>
      <SkippedBadge server={server} />
      {server.skipped && server.skippedSince && (
        <span className="text-muted text-small">
          <Age since={server.skippedSince} />
        </span>
      )}
    </span>
  );
}

function Load({ server }: { server: ServerRow }) {
  if (server.loadIndex === null) return NOTHING;
  return <LoadBar label={`Load of ${server.name}`} percent={loadPercent(server.loadIndex)} />;
}
