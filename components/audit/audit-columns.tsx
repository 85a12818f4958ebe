import { WallClock } from "../ui/clock";
import { deskColumns } from "../ui/table/table-model";
import { Time } from "../ui/time";
import { detailWords, subjectWords, whatWords } from "./audit-words";
import type { AuditListRow } from "./use-audit";

const column = deskColumns<AuditListRow>();

/** Columns of the audit; it has one order, the newest first. */
export const AUDIT_COLUMNS = column.columns([
  column.display({
    id: "id",
    enableSorting: false,
    meta: { title: "Entry", width: 72, align: "end", extra: true },
    cell: ({ row }) => row.original.id,
  }),
  column.display({
    id: "at",
    enableSorting: false,
    meta: { title: "When", width: 128 },
    cell: ({ row }) => <When at={row.original.at} />,
  }),
  column.display({
    id: "actor",
    enableSorting: false,
    meta: { title: "Who", width: 184 },
    cell: ({ row }) => <WhoDid entry={row.original} />,
  }),
  column.display({
    id: "action",
    enableSorting: false,
    meta: { title: "What", width: 192 },
    cell: ({ row }) => <span className="font-medium">{whatWords(row.original)}</span>,
  }),
  column.display({
    id: "subject",
    enableSorting: false,
    meta: { title: "About whom or what", width: 216 },
    cell: ({ row }) => <Words text={subjectWords(row.original)} />,
  }),
  column.display({
    id: "detail",
    enableSorting: false,
    meta: { title: "Detail", width: 320 },
    cell: ({ row }) => <Words text={detailWords(row.original)} />,
  }),
]);

/** Entries are written by real time, also on a practice site whose clock is another. */
export function When({ at, focusable = false }: { at: string; focusable?: boolean }) {
  return (
    <WallClock>
      <Time at={at} focusable={focusable} />
    </WallClock>
  );
}

/** The name with the role it had, and whether it was a script. */
export function WhoDid({ entry: { actor, role, kind } }: { entry: AuditListRow }) {
  return (
    <span>
      {actor}
      <span className="ml-2 text-muted text-small">{roleWords(role, kind)}</span>
    </span>
  );
}

/** `none`: nobody was signed in, so the name is only what was typed. */
function roleWords(role: string, kind: string): string {
  if (role === "none") return "not signed in";
  if (kind === "token") return `${role}, token`;
  return kind === "local" ? "on the server" : role;
}

function Words({ text }: { text: string }) {
  if (text === "") return <span className="text-faint">–</span>;
  return <span title={text}>{text}</span>;
}
