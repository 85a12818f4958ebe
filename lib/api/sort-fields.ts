/** By what a list can be sorted. Data alone, so that a table's headers need no schemas. A leading - sorts descending. */

export const SESSION_SORTS = [
  "user",
  "machine",
  "deliveryGroup",
  "state",
  "appState",
  "since",
  "idleSince",
  "startedAt",
  "client",
  "ends",
  "protocol",
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

export const SERVER_SORTS = [
  "name",
  "deliveryGroup",
  "users",
  "sessions",
  "load",
  "registration",
  "power",
  "pending",
  "ghosts",
  "nextDeadline",
  "leases",
] as const;
export type ServerSort = (typeof SERVER_SORTS)[number];

export const GHOST_SORTS = [
  "since",
  "class",
  "user",
  "machine",
  "deliveryGroup",
  "state",
  "confidence",
  "firstSeen",
] as const;
export type GhostSort = (typeof GHOST_SORTS)[number];

export const LEASE_SORTS = ["expiresAt", "modifiedAt", "user", "machine", "group", "application", "type"] as const;
export type LeaseSort = (typeof LEASE_SORTS)[number];
