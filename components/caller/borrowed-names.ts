import type { SessionRow } from "@/lib/api/contract/sessions";
import { countOf } from "../words";

const SAID_BY: Record<SessionRow["userSource"], string | null> = {
  user: null,
  untrusted: "the machine says whose it is",
  brokering: "it stands here by who asked for the launch",
  client: "it stands here by its client",
  none: null,
};

/** One sentence where the site itself names no user on some of a person's sessions, and who does; null where it names all. */
export function borrowedNames(sessions: readonly Pick<SessionRow, "userSource">[]): string | null {
  const borrowed = sessions.filter(({ userSource }) => userSource !== "user");
  if (borrowed.length === 0) return null;
  const said = [...new Set(borrowed.flatMap(({ userSource }) => SAID_BY[userSource] ?? []))].join("; ");
  const which = sessions.length === 1 ? "this session" : `${countOf(borrowed.length, "session")} of these`;
  return `The site shows no user on ${which}${said ? `: ${said}` : ""}.`;
}
