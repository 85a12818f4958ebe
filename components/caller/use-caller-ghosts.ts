"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { GhostRow, GhostsResponse } from "@/lib/api/contract/ghosts";
import type { ServerRow } from "@/lib/api/contract/servers";
import { ghostsQuery, serversQuery } from "@/lib/api/query";

/** So many incidents that ended are shown. */
const ENDED_MAX = 10;
/** The longest window that the API gives: what is wrong with servers is looked for among those of the whole site. */
const SITE_MAX = 500;

export interface CallerGhosts {
  /** Open incidents of this person. */
  readonly open: readonly GhostRow[];
  /** The open ones could not be read, or not any more. */
  readonly unread: boolean;
  /** What ended last, the newest first. */
  readonly ended: readonly GhostRow[];
  /** Open failure traces, and servers that are being skipped, of the whole site; `serversUnread`: one of them is not known. */
  readonly traces: readonly GhostRow[];
  readonly skipped: readonly ServerRow[];
  readonly serversUnread: boolean;
  /** Whether servers can be asked for their own word; null where that is not known. */
  readonly server: GhostsResponse["server"] | null;
}

/** What a caller's page asks about ghosts, all of it at once; undefined until all that its sentence needs was answered. */
export function useCallerGhosts(userKey: string): CallerGhosts | undefined {
  const open = useQuery(ghostsQuery({ user: userKey }));
  const ended = useQuery(ghostsQuery({ user: userKey, state: "ended", sort: "-firstSeen", limit: ENDED_MAX }));
  const traces = useQuery(ghostsQuery({ class: "failure-trace", limit: SITE_MAX }));
  const skipped = useQuery(serversQuery({ only: "skipped", limit: SITE_MAX }));
  if (![open, traces, skipped].every(isAnswered)) return undefined;
  return {
    open: open.data?.rows ?? [],
    unread: open.error !== null,
    ended: isAnswered(ended) ? (ended.data?.rows ?? []) : [],
    traces: traces.data?.rows ?? [],
    skipped: skipped.data?.rows ?? [],
    serversUnread: traces.error !== null || skipped.error !== null,
    server: open.data?.server ?? null,
  };
}

/** By an answer or by a failure; what is shown of the person before does not count. */
function isAnswered({ data, error, isPlaceholderData }: UseQueryResult<unknown>): boolean {
  return !isPlaceholderData && (data !== undefined || error !== null);
}
