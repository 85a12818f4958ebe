"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import type { GhostsResponse } from "@/lib/api/contract/ghosts";
import type { ServerRow, ServersResponse } from "@/lib/api/contract/servers";
import { GhostLines } from "../ghost/ghost-lines";
import { routes } from "../routes";
import { SkippedBadge } from "../server/skipped";
import { elsewhereWords, pendingWords } from "../server/skipped-words";
import { useFreshness } from "../shell/site";
import { useNow, useZone } from "../ui/clock";
import { Age } from "../ui/time";
import { countOf, formatNumber } from "../words";
import { noGhostsWords, openWords } from "./ghost-need-words";
import { LINE, LINES, NeedKind } from "./need-kind";

/** The open ghosts, those that are sure first; where there are none, since when. */
export function GhostNeeds({ data }: { data: GhostsResponse }) {
  const words = useNoGhosts(data);
  if (data.total === 0) {
    return (
      <p className="flex min-h-9 items-center gap-2 border-line border-b px-4 py-1 last:border-b-0">
        <CircleCheck aria-hidden className="size-4 text-ok-text" />
        {words}.
      </p>
    );
  }
  const more = data.total - data.rows.length;
  return (
    <NeedKind title={countOf(data.total, "ghost")} note={openWords(data.byState)} href={routes.ghosts}>
      <GhostLines ghosts={data.rows} />
      {more > 0 && (
        <p className="border-line border-t px-4 py-2">
          <Link href={routes.ghosts} className="text-link">
            and {formatNumber(more)} more
          </Link>
        </p>
      )}
    </NeedKind>
  );
}

/** `No ghosts since 14:05`. */
export function useNoGhosts(data: GhostsResponse): string {
  const { stale } = useFreshness();
  return noGhostsWords(data, stale, useNow(60_000), useZone());
}

/** Servers that load balancing passes over: people are harmed there who never call. */
export function SkippedNeeds({ data }: { data: ServersResponse }) {
  if (data.total === 0) return null;
  return (
    <NeedKind
      title={`${countOf(data.total, "server")} being skipped`}
      href={`${routes.servers}?support=all&only=skipped`}
    >
      <ul className={LINES}>
        {data.rows.map((server) => (
          <SkippedLine key={server.key} server={server} />
        ))}
      </ul>
    </NeedKind>
  );
}

function SkippedLine({ server }: { server: ServerRow }) {
  const pending = pendingWords(server);
  return (
    <li className={LINE}>
      <Link href={routes.server(server.key)} className="name-link min-w-28">
        {server.name}
      </Link>
      <SkippedBadge server={server} />
      {server.skippedSince && (
        <span className="text-muted text-small">
          for <Age since={server.skippedSince} />
        </span>
      )}
      {pending && <span className="text-small">{pending} pending logons</span>}
      <span className="text-muted text-small">{server.deliveryGroup}</span>
      <span className="ml-auto text-muted text-small">{elsewhereWords(server)}</span>
    </li>
  );
}
