"use client";

import { UserRoundCheck } from "lucide-react";
import Link from "next/link";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { routes } from "../routes";
import { NAME_SOURCE, Who } from "../session/who";
import { useSiteFacts } from "../shell/site";

type Named = Pick<GhostRow, "subject" | "user" | "userFullName" | "userKey" | "userSource">;

export interface WhoseProps {
  ghost: Named;
  inTable?: boolean;
  /** One name only, where there is little room. */
  brief?: boolean;
}

/** Whom a ghost stands for. A failure trace is about a machine, and so about nobody. */
export function Whose({ ghost, inTable = false, brief = false }: WhoseProps) {
  if (ghost.subject === "machine") return <span className="text-faint text-small">the machine itself</span>;
  if (inTable && ghost.user !== null && ghost.userSource !== "user") return <StandIn ghost={ghost} user={ghost.user} />;
  return <Who session={{ ...ghost, anonymous: null }} inTable={inTable} brief={brief} />;
}

/** The name of the field that stands in for the user, in one word, so that a cell has room for it. */
const FIELD: Record<GhostRow["userSource"], string> = {
  user: "verified",
  untrusted: "untrusted",
  brokering: "brokering",
  client: "client",
  none: "nobody",
};

/** "–", as Director shows it, then the name that stands in for the user and where that came from. */
function StandIn({ ghost: { userFullName, userKey, userSource }, user }: { ghost: Named; user: string }) {
  const name = userFullName ?? user.slice(user.indexOf("\\") + 1);
  return (
    <span title={`The site shows no user; ${NAME_SOURCE[userSource]}: ${user}`}>
      –{" "}
      {userKey ? (
        <Link href={routes.user(userKey)} tabIndex={-1} className="name-link">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      <span className="ml-2 text-faint text-small">{FIELD[userSource]}</span>
    </span>
  );
}

/** Who works on it; nothing where nobody does. */
export function TakenBy({ name }: { name: string }) {
  const { me } = useSiteFacts();
  return (
    <span className="inline-flex items-center gap-1.5 align-middle" title={`${name} is working on this`}>
      <UserRoundCheck aria-hidden className="size-3.5 shrink-0 text-faint" />
      {name === me.name ? "you" : name}
    </span>
  );
}
