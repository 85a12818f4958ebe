import type { SessionRow } from "@/lib/api/contract/sessions";
import type { UserResponse } from "@/lib/api/contract/users";
import { formatExact, zoneName } from "../ui/time-format";
import { readable } from "../words";

/** What the site says of one person as plain text, for a ticket: every time with its zone, so that it still holds tomorrow. */
export function ticketText(
  { user, sessions, asOf }: Pick<UserResponse, "user" | "sessions" | "asOf">,
  zone: string,
): string {
  const when = (at: string) => `${formatExact(Date.parse(at), zone)} ${zoneName(zone, Date.parse(at))}`;
  const who = user.fullName ? `${user.fullName} (${user.account})` : user.account;
  const lines = sessions.map((session) => `- ${line(session, when)}`);
  return [who, `As of ${when(asOf)}`, ...(lines.length > 0 ? lines : ["No session on this site."])].join("\n");
}

function line(session: SessionRow, when: (at: string) => string): string {
  const parts = [
    `${readable(session.state)} on ${session.machine ?? "an unnamed machine"} since ${when(session.since)}`,
    session.deliveryGroup && `delivery group ${session.deliveryGroup}`,
    session.client && `client ${session.client}`,
    session.applications.length > 0 && `running ${session.applications.join(", ")}`,
    `session ${session.key}`,
  ];
  return parts.filter(Boolean).join(", ");
}
