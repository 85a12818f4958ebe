import Link from "next/link";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { GhostBadge } from "../ghost/ghost-badge";
import { routes } from "../routes";
import { deskColumns } from "../ui/table/table-model";
import { Age, Time, TimeAndAge } from "../ui/time";
import { formatDuration } from "../ui/time-format";
import { readable } from "../words";
import { EndsCell } from "./ends-cell";
import { SessionBadge } from "./session-badge";
import { Who } from "./who";

const column = deskColumns<SessionRow>();
const NOTHING = <span className="text-faint">–</span>;

const user = column.accessor("user", {
  meta: { title: "User", width: 225 },
  cell: ({ row }) => <Who session={row.original} inTable />,
});

const state = column.accessor("state", {
  meta: { title: "State", width: 145 },
  cell: ({ getValue }) => <SessionBadge state={getValue()} quiet={getValue() === "Active"} />,
});

const machine = column.accessor("machine", {
  meta: { title: "Machine", width: 130 },
  cell: ({ row }) => <MachineLink session={row.original} />,
});

const since = column.accessor("since", {
  meta: { title: "Since", width: 135 },
  cell: ({ getValue }) => <TimeAndAge at={getValue()} />,
});

const ghost = column.display({
  id: "ghost",
  enableSorting: false,
  meta: { title: "Ghost", width: 240 },
  cell: ({ row }) => <GhostMark session={row.original} />,
});

const ends = column.accessor("ends", {
  meta: { title: "Ends", width: 165 },
  cell: ({ getValue }) => <EndsCell ends={getValue()} />,
});

const rest = [
  column.accessor("deliveryGroup", {
    meta: { title: "Delivery group", width: 180 },
    cell: ({ getValue }) => getValue() ?? NOTHING,
  }),
  column.accessor("appState", {
    meta: { title: "App state", width: 105 },
    cell: ({ getValue }) => readableOr(getValue()),
  }),
  column.accessor("idleSince", {
    meta: { title: "Idle", width: 100 },
    cell: ({ getValue }) => {
      const at = getValue();
      return at ? <Age since={at} /> : NOTHING;
    },
  }),
  column.accessor("client", {
    meta: { title: "Client", width: 135 },
    cell: ({ getValue }) => getValue() ?? NOTHING,
  }),
  column.accessor("protocol", {
    meta: { title: "Protocol", width: 100, extra: true },
    cell: ({ getValue }) => getValue() ?? NOTHING,
  }),
  column.accessor("startedAt", {
    meta: { title: "Started", width: 150, extra: true },
    cell: ({ getValue }) => {
      const at = getValue();
      return at ? <Time at={at} /> : NOTHING;
    },
  }),
  column.accessor("logOnDurationMs", {
    enableSorting: false,
    meta: { title: "Logon took", width: 110, align: "end", extra: true },
    cell: ({ getValue }) => {
      const ms = getValue();
      return ms === null ? NOTHING : formatDuration(ms);
    },
  }),
  column.accessor("clientAddress", {
    enableSorting: false,
    meta: { title: "Client address", width: 130, extra: true },
    cell: ({ getValue }) => getValue() ?? NOTHING,
  }),
  column.accessor("connectionMode", {
    enableSorting: false,
    meta: { title: "Connection", width: 130, extra: true },
    cell: ({ getValue }) => readableOr(getValue()),
  }),
];

const applications = (extra: boolean) =>
  column.display({
    id: "applications",
    enableSorting: false,
    meta: { title: "Applications", width: 220, extra },
    cell: ({ row }) => row.original.applications.join(", ") || NOTHING,
  });

/** Every column of a list of sessions, the person first. */
export const SESSION_COLUMNS = column.columns([user, state, ghost, machine, since, ends, ...rest, applications(true)]);

/** The same for pages that put them in an order of their own. */
export const SESSION_PARTS = { user, state, ghost, machine, since, rest, applications };

/** Its open ghost, as the way to the evidence. By keyboard the session's details lead there. */
function GhostMark({ session: { ghost } }: { session: SessionRow }) {
  if (ghost === null) return NOTHING;
  return (
    <Link href={routes.ghost(ghost.id)} tabIndex={-1} className="rounded-full">
      <GhostBadge class={ghost.class} state={ghost.state} />
    </Link>
  );
}

function MachineLink({ session }: { session: SessionRow }) {
  if (session.machine === null) return NOTHING;
  if (session.machineKey === null) return session.machine;
  return (
    <Link href={routes.server(session.machineKey)} tabIndex={-1} className="name-link">
      {session.machine}
    </Link>
  );
}

/** What only the SDK tells: null means that nobody told. */
function readableOr(name: string | null) {
  return name === null ? <span className="text-faint text-small">unknown</span> : readable(name);
}
