import type { SessionRow } from "@/lib/api/contract/sessions";
import { deskColumns } from "../ui/table/table-model";
import { EndsSentence } from "./ends-sentence";
import { SESSION_PARTS } from "./session-columns";

const column = deskColumns<SessionRow>();
const { user, state, ghost, machine, since, rest, applications } = SESSION_PARTS;

/** What ends it, as a sentence: there is room for it where the sessions are few. */
const ends = column.accessor("ends", {
  meta: { title: "Ends", width: 450 },
  cell: ({ getValue }) => (
    <span className="text-small">
      <EndsSentence ends={getValue()} />
    </span>
  ),
});

/** For the page of one person: what varies there comes first. */
export const CALLER_COLUMNS = column.columns([state, ghost, machine, since, ends, ...rest, applications(false)]);

/** For the page of one server. */
export const SERVER_SESSION_COLUMNS = column.columns([
  user,
  state,
  ghost,
  since,
  ends,
  ...rest.slice(1),
  applications(false),
]);
