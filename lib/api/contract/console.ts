import * as z from "zod";
import { ROLES } from "@/lib/domain/role";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing, SnapshotEnvelope } from "./envelope";

/** The console itself: who is signed in, how the site's sources are, and what the sign-in page needs to know. */

export const Me = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  /** A token (script) rather than a person in a browser. */
  token: z.boolean(),
});
export type Me = z.infer<typeof Me>;

const json = { params: Nothing, query: Nothing, body: NoBody, status: 200, mediaType: "application/json" } as const;

export const signIn = {
  ...json,
  ...ROUTES.signIn,
  summary: "Sign in; sets the session cookie",
  permission: null,
  body: z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256) }),
  response: NoBody,
  status: 204,
} as const satisfies Endpoint;

export const signOut = {
  ...json,
  ...ROUTES.signOut,
  summary: "End this session",
  permission: "read",
  response: NoBody,
  status: 204,
} as const satisfies Endpoint;

export const getMe = {
  ...json,
  ...ROUTES.getMe,
  summary: "Who is asking",
  permission: "read",
  response: Me,
} as const satisfies Endpoint;

export const StatusResponse = SnapshotEnvelope.extend({
  site: z.object({
    name: z.string(),
    release: z.string().nullable().describe("the controllers' version, where the SDK told it"),
    practice: z.boolean(),
    timeZone: z.string().nullable().describe("IANA zone of the site, where known"),
    clockSkewSeconds: z.number().nullable().describe("our clock minus the site's"),
  }),
  counts: z.object({
    sessions: z.number().int(),
    servers: z.number().int(),
    people: z.number().int(),
    ghosts: z.number().int().describe("open incidents"),
  }),
  pollSeconds: z.number().describe("seconds between two reads at the moment"),
});
export type StatusResponse = z.infer<typeof StatusResponse>;

export const getStatus = {
  ...json,
  ...ROUTES.getStatus,
  summary: "The site and each of its sources: state, age, last error",
  permission: "read",
  response: StatusResponse,
} as const satisfies Endpoint;

export const getHealth = {
  ...json,
  ...ROUTES.getHealth,
  summary: "Whether Ghostdesk and its source are well; 503 where not",
  permission: null,
  response: z.object({ ok: z.boolean() }),
} as const satisfies Endpoint;

/** The lists that an event can say to have changed. */
export const LiveTopic = z.enum(["sessions", "servers", "users", "ghosts", "operations", "leases", "status"]);
export type LiveTopic = z.infer<typeof LiveTopic>;

/**
 * Server-sent events. `version` events carry LiveEvent, and the version as event id; after a gap one event stands for all
 * that was missed. Every 15 seconds a `heartbeat` event carries LiveHeartbeat, so that a dead line is noticed.
 */
export const LiveEvent = SnapshotEnvelope.extend({
  /** Which lists changed since the event before. */
  changed: z.array(LiveTopic),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
export const LiveHeartbeat = z.object({ asOf: IsoInstant.nullable(), now: IsoInstant });
export type LiveHeartbeat = z.infer<typeof LiveHeartbeat>;

export const live = {
  ...json,
  ...ROUTES.live,
  summary: "Server-sent events: one per version of the site; resumes by Last-Event-ID",
  permission: "read",
  query: z.strictObject({
    after: z.coerce.number().int().min(0).optional().describe("as Last-Event-ID, for those who cannot send the header"),
  }),
  response: LiveEvent,
  mediaType: "text/event-stream",
} as const satisfies Endpoint;

export const getOpenApi = {
  ...json,
  ...ROUTES.getOpenApi,
  summary: "This description of the interface, OpenAPI 3.1",
  permission: "read",
  response: z.looseObject({ openapi: z.string() }),
} as const satisfies Endpoint;
