"use client";

import { UserRoundCheck } from "lucide-react";
import type { GhostRow } from "@/lib/api/contract/ghosts";
import { Who, type WhoProps } from "../session/who";
import { useSiteFacts } from "../shell/site";

type Named = Pick<GhostRow, "subject" | "user" | "userFullName" | "userKey" | "userSource">;

/** Whom a ghost stands for. A failure trace is about a machine, and so about nobody. */
export function Whose({ ghost, inTable, brief }: { ghost: Named } & Omit<WhoProps, "session">) {
  if (ghost.subject === "machine") return <span className="text-faint text-small">the machine itself</span>;
  return <Who session={{ ...ghost, anonymous: null }} inTable={inTable} brief={brief} />;
}

/** Who works on it; nothing where nobody does. */
export function TakenBy({ name }: { name: string }) {
  const { me } = useSiteFacts();
  return (
    <span className="inline-flex items-center gap-1.5" title={`${name} is working on this`}>
      <UserRoundCheck aria-hidden className="size-3.5 shrink-0 text-faint" />
      {name === me.name ? "you" : name}
    </span>
  );
}
