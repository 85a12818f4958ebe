import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { LiveTopic } from "./contract/console";
import { endpointUrl, fetchEndpoint } from "./fetch-endpoint";
import { INITIAL_LIVE_STATE, LiveConnection, type LiveState } from "./live-connection";
import type { EndpointId } from "./routes";

/** Rows that say where a ghost is. */
const MARKED = ["listSessions", "getSession", "listServers", "getServer", "getUser"] as const;

/** What was done and what can be done stands on the same rows. */
const ACTED = ["listOperations", "getOperation", "getRepairs"] as const;

/** Which endpoints' answers an event outdates, by the list it says to have changed. */
const OUTDATED_BY: Record<LiveTopic, readonly EndpointId[]> = {
  sessions: [
    "listSessions",
    "getSession",
    "listUsers",
    "getUser",
    "listServers",
    "getServer",
    "getRepairs",
    "getTimeouts",
  ],
  servers: ["listServers", "getServer", "listSessions", "getUser", "getRepairs", "getTimeouts", "getOutage"],
  users: ["listUsers", "getUser"],
  leases: ["listLeases", "getLease", "getOutage", "listServers", "getServer"],
  ghosts: ["listGhosts", "getGhost", ...MARKED, "getStatus", "getRepairs"],
  operations: ACTED,
  // Whether servers can be asked stands with the ghosts, and whether anything can be done with the repairs.
  status: ["getStatus", "listGhosts", "getRepairs"],
};

/** After this long in the background the line is closed: browsers allow six to one host, and each tab holds one. */
const HIDDEN_MS_MAX = 30_000;

export interface Live extends LiveState {
  pause(): void;
  /** Goes on, and reads what came meanwhile. */
  resume(): void;
}

/**
 * How fresh the screen is, and the pause button. Any number of components may use it: all share one line per query
 * client, which is open while at least one of them is mounted. Lists that an event outdates are read again by themselves.
 */
export function useLive(): Live {
  const client = useQueryClient();
  const connection = connectionOf(client);
  const state = useSyncExternalStore(connection.subscribe, connection.current, () => INITIAL_LIVE_STATE);
  useEffect(() => followVisibility(connection), [connection]);
  return useMemo(() => ({ ...state, pause: connection.pause, resume: connection.resume }), [state, connection]);
}

const connections = new WeakMap<QueryClient, LiveConnection>();

function connectionOf(client: QueryClient): LiveConnection {
  const known = connections.get(client);
  if (known) return known;
  const connection = new LiveConnection({
    open: (after) => new EventSource(endpointUrl("live", { query: { after } })),
    poll: () => fetchEndpoint("getStatus", {}),
    refresh: (topics, version) => refresh(client, topics, version),
  });
  connections.set(client, connection);
  return connection;
}

/** Marks as outdated, and reads again where on screen, all that these lists feed and that is not of `version`. */
export function refresh(client: QueryClient, topics: ReadonlySet<LiveTopic>, version: number): void {
  const ids = new Set<unknown>([...topics].flatMap((topic) => OUTDATED_BY[topic]));
  const isOutdated = (query: Query) =>
    ids.has(query.queryKey[0]) && (query.queryKey[0] === "getStatus" || versionOf(query.state.data) !== version);
  // A read that fails says so on its own screen, through its own query.
  void client.invalidateQueries({ predicate: isOutdated });
}

function versionOf(data: unknown): number {
  const isVersioned = typeof data === "object" && data !== null && "version" in data;
  return isVersioned && typeof data.version === "number" ? data.version : -1;
}

function followVisibility(connection: LiveConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = () => {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") timer = setTimeout(() => connection.stop(), HIDDEN_MS_MAX);
    else connection.start();
  };
  document.addEventListener("visibilitychange", onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onChange);
  };
}
