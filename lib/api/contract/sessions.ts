import * as z from "zod";
import { CONFIDENCES, GHOST_CLASSES, INCIDENT_STATES } from "@/lib/domain/ghost/classes";
import { LIFE_STATES } from "@/lib/domain/session/life";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { SESSION_SORTS } from "../sort-fields";
import { Ends } from "./ends";
import { IsoInstant, listOf, NoBody, Nothing, SnapshotEnvelope, windowOf } from "./envelope";
import { USER_SOURCES } from "./user-sources";

/** The open incident of a session, where there is one. */
export const GhostMark = z.object({
  id: z.string(),
  class: z.enum(GHOST_CLASSES),
  state: z.enum(INCIDENT_STATES),
  confidence: z.enum(CONFIDENCES),
});
export type GhostMark = z.infer<typeof GhostMark>;

export const SessionRow = z.object({
  key: z.string(),
  user: z.string().nullable().describe("DOMAIN\\account, or what stands in for it; null shows as -"),
  userFullName: z.string().nullable(),
  userKey: z.string().nullable(),
  userSource: z.enum(USER_SOURCES),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  deliveryGroup: z.string().nullable(),
  sessionSupport: z.string().nullable(),
  sessionType: z.string().nullable(),
  state: z.string(),
  appState: z.string().nullable(),
  life: z.enum(LIFE_STATES).nullable().describe("its place in the timeouts diagram; null where that is unknown"),
  ends: Ends.describe("what ends next of it, and when"),
  since: IsoInstant,
  idleSince: IsoInstant.nullable(),
  startedAt: IsoInstant.nullable(),
  logOnDurationMs: z.number().nullable(),
  client: z.string().nullable(),
  clientAddress: z.string().nullable(),
  clientVersion: z.string().nullable(),
  clientPlatform: z.string().nullable(),
  protocol: z.string().nullable(),
  connectionMode: z.string().nullable(),
  hidden: z.boolean().nullable(),
  anonymous: z.boolean().nullable(),
  applications: z.array(z.string()),
  ghost: GhostMark.nullable().describe("its open incident"),
});
export type SessionRow = z.infer<typeof SessionRow>;

const filters = {
  q: z.string().trim().max(200).optional().describe("part of a user, full name, machine, client or application"),
  life: z
    .string()
    .max(200)
    .optional()
    .describe(`places in the timeouts diagram, comma-separated, of ${LIFE_STATES.join(", ")}`),
  overdue: z.enum(["true"]).optional().describe("only sessions past their deadline"),
  state: z.string().max(200).optional().describe("one or more states, comma-separated, such as Active,Disconnected"),
  class: z
    .string()
    .max(200)
    .optional()
    .describe(
      `ghost classes, comma-separated, of ${GHOST_CLASSES.join(", ")}; sessions with an open incident of that class`,
    ),
  userSource: z
    .string()
    .max(200)
    .optional()
    .describe("where the user's name comes from, comma-separated, of user, untrusted, brokering, client, none"),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
  group: z.string().max(255).optional().describe("delivery group key or name"),
  user: z.string().max(255).optional().describe("user key or unambiguous account"),
  sort: z
    .string()
    .max(40)
    .optional()
    .describe(`one of ${SESSION_SORTS.join(", ")}; a leading - sorts descending`),
};

export const SessionFilter = z.strictObject(filters);
export type SessionFilter = z.infer<typeof SessionFilter>;
export const SessionsQuery = z.strictObject({ ...filters, ...windowOf(60) });
export type SessionsQuery = z.infer<typeof SessionsQuery>;

/** Counts over the rows that the filter would have without its `state`, for the filter chips. */
export const SessionsResponse = listOf(SessionRow).extend({
  byState: z.record(z.string(), z.number().int()),
});
export type SessionsResponse = z.infer<typeof SessionsResponse>;

export const listSessions = {
  ...ROUTES.listSessions,
  summary: "Sessions on the site, filtered, sorted, a window at a time",
  permission: "read",
  params: Nothing,
  query: SessionsQuery,
  body: NoBody,
  response: SessionsResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

export const exportSessions = {
  ...ROUTES.exportSessions,
  summary: "Every session of exactly this filter as CSV",
  permission: "export",
  params: Nothing,
  query: SessionFilter,
  body: NoBody,
  response: z.string(),
  status: 200,
  mediaType: "text/csv",
} as const satisfies Endpoint;

export const SessionResponse = SnapshotEnvelope.extend({ session: SessionRow });
export const getSession = {
  ...ROUTES.getSession,
  summary: "One session",
  permission: "read",
  params: z.strictObject({ sessionKey: z.string().max(64) }),
  query: Nothing,
  body: NoBody,
  response: SessionResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;
