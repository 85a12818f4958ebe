import type { ServerRow } from "@/lib/api/contract/servers";
import type { UserRow } from "@/lib/api/contract/users";
import { routes } from "../routes";
import { countOf, readable } from "../words";

/** One thing that the search found and can open. */
export interface Hit {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly note: string;
  readonly right: string;
}

export interface HitGroup {
  readonly label: string;
  readonly items: Hit[];
}

/** What was found, in groups. The last entry always leads to the sessions that match. */
export function groupHits(q: string, users: readonly UserRow[], servers: readonly ServerRow[]): HitGroup[] {
  const all: Hit = {
    id: "sessions",
    href: routes.sessionsWhere({ q }),
    title: `All sessions with “${q}”`,
    note: "",
    right: "",
  };
  const groups = [
    { label: "People", items: users.map(userHit) },
    { label: "Servers and desktops", items: servers.map(serverHit) },
    { label: "Sessions", items: [all] },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function userHit(user: UserRow): Hit {
  return {
    id: `user ${user.key}`,
    href: routes.user(user.key),
    title: user.fullName ?? user.account,
    note: user.fullName ? user.account : "",
    right: user.sessions === 0 ? "no session" : statesOf(user),
  };
}

function statesOf(user: UserRow): string {
  const states = Object.entries(user.states).map(([state, count]) => `${count} ${readable(state)}`);
  return states.join(", ") || countOf(user.sessions, "session");
}

function serverHit(server: ServerRow): Hit {
  const unwell = server.registration === "Registered" ? "" : `${readable(server.registration)} · `;
  return {
    id: `server ${server.key}`,
    href: routes.server(server.key),
    title: server.name,
    note: server.deliveryGroup ?? "",
    right: `${unwell}${countOf(server.sessions, "session")}`,
  };
}
