import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { SessionRow } from "@/lib/api/contract/sessions";
import type { UserResponse } from "@/lib/api/contract/users";
import { GHOST_CLASS, INCIDENT_STATE, NEXT_STEP } from "../ghost/ghost-words";
import { isDue } from "../session/ends-labels";
import { limitWords } from "../session/ends-words";
import { formatExact, zoneName } from "../ui/time-format";
import { countOf, onMachine, readable } from "../words";

export interface TicketFacts extends Pick<UserResponse, "user" | "sessions" | "asOf"> {
  /** Open ghosts of this person; null: they could not be read. */
  readonly ghosts: readonly GhostRow[] | null;
}

type When = (at: string) => string;

/** What the site says of one person as plain text, for a ticket: every time with its zone, so that it still holds tomorrow. */
export function ticketText({ user, sessions, asOf, ghosts }: TicketFacts, zone: string): string {
  const when: When = (at) => `${formatExact(Date.parse(at), zone)} ${zoneName(zone, Date.parse(at))}`;
  const who = user.fullName ? `${user.fullName} (${user.account})` : user.account;
  const lines = sessions.map((session) => `- ${line(session, when)}`);
  return [
    who,
    `As of ${when(asOf)}`,
    ...(lines.length > 0 ? lines : ["No session on this site."]),
    ...ghostLines(ghosts, when),
  ].join("\n");
}

function line(session: SessionRow, when: When): string {
  const parts = [
    `${readable(session.state)} on ${session.machine ?? "an unnamed machine"} since ${when(session.since)}`,
    session.deliveryGroup && `delivery group ${session.deliveryGroup}`,
    session.client && `client ${session.client}`,
    session.applications.length > 0 && `running ${session.applications.join(", ")}`,
    isDue(session.ends) && `deadline ${when(session.ends.at)} (${limitWords(session.ends)})`,
    `session ${session.key}`,
  ];
  return parts.filter(Boolean).join(", ");
}

function ghostLines(ghosts: TicketFacts["ghosts"], when: When): string[] {
  if (ghosts === null) return ["Ghosts: could not be read."];
  if (ghosts.length === 0) return ["Ghosts: none."];
  return ["Ghosts:", ...ghosts.map((ghost) => `- ${ghostLine(ghost, when)}`)];
}

function ghostLine(ghost: GhostRow, when: When): string {
  const parts = [
    `${GHOST_CLASS[ghost.class].label} ${onMachine(ghost.machine)} since ${when(ghost.since)}`,
    stateWords(ghost, when),
    ghost.next && `first step: ${NEXT_STEP[ghost.next].label.toLowerCase()}`,
    ghost.failedLaunches > 0 && countOf(ghost.failedLaunches, "failed launch", "failed launches"),
    ghost.takenBy && `taken by ${ghost.takenBy}`,
    ghost.sessionKey && `session ${ghost.sessionKey}`,
    `ghost ${ghost.id}`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** When it was first seen, and confirmed where it was: for the other states the history has the times. */
function stateWords({ state, firstSeenAt, confirmedAt }: GhostRow, when: When): string {
  const label = INCIDENT_STATE[state].label.toLowerCase();
  if (state === "suspect") return `${label} since ${when(firstSeenAt)}`;
  return state === "confirmed" && confirmedAt ? `${label} ${when(confirmedAt)}` : label;
}
