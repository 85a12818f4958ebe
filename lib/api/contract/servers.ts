import * as z from "zod";
import { TIMERS } from "@/lib/domain/session/life";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { SERVER_SORTS } from "../sort-fields";
import { IsoInstant, listOf, NoBody, Nothing, SnapshotEnvelope, windowOf } from "./envelope";
import { SessionRow } from "./sessions";

export const ServerRow = z.object({
  key: z.string(),
  name: z.string(),
  dnsName: z.string().nullable(),
  deliveryGroup: z.string().nullable(),
  catalog: z.string().nullable(),
  sessionSupport: z.string().nullable(),
  users: z.number().int().describe("distinct people with a session"),
  sessions: z.number().int(),
  states: z.record(z.string(), z.number().int()),
  pending: z.number().int().nullable().describe("sessions that have not finished their logon, by the SDK"),
  tolerance: z
    .number()
    .int()
    .describe("concurrent logons tolerance, as set here: load balancing skips a server with so many pending"),
  skippedSince: IsoInstant.nullable().describe(
    "since when pending has reached the tolerance; null while it has not, or where nobody can tell since when",
  ),
  skipped: z.boolean().nullable().describe("whether load balancing passes it over; null where pending is unknown"),
  wentElsewhere: z
    .number()
    .int()
    .nullable()
    .describe(
      "sessions of its delivery group that began on other machines since then and still stand; null where it is not skipped or nobody knows since when",
    ),
  ghosts: z.number().int().describe("open incidents on it"),
  nextDeadline: z
    .object({ at: IsoInstant, sessionKey: z.string(), timer: z.enum(TIMERS) })
    .nullable()
    .describe("the nearest deadline of its sessions; null where none is known"),
  leases: z
    .object({ count: z.number().int(), nextExpiry: IsoInstant.nullable() })
    .nullable()
    .describe("valid launch leases that lead to it; null where leases were not read"),
  loadIndex: z.number().nullable().describe("0 to 10000"),
  loadAt: IsoInstant.nullable(),
  registration: z.string(),
  registrationSince: IsoInstant.nullable(),
  power: z.string(),
  maintenance: z.boolean().nullable(),
  fault: z.string(),
  agentVersion: z.string().nullable(),
  controller: z.string().nullable(),
});
export type ServerRow = z.infer<typeof ServerRow>;

export const ServersQuery = z.strictObject({
  q: z.string().trim().max(200).optional().describe("part of a machine name, DNS name or delivery group"),
  group: z.string().max(255).optional(),
  support: z.string().max(40).optional().describe("MultiSession (servers, the default), SingleSession or all"),
  only: z.enum(["ghosts", "skipped", "unregistered", "maintenance", "off", "fault"]).optional(),
  sort: z
    .string()
    .max(40)
    .optional()
    .describe(`one of ${SERVER_SORTS.join(", ")}; a leading - sorts descending`),
  ...windowOf(60),
});
export type ServersQuery = z.infer<typeof ServersQuery>;

export const ServersResponse = listOf(ServerRow).extend({
  /** How many machines each `only` filter would leave, over q, group and support. */
  counts: z.object({
    all: z.number().int(),
    ghosts: z.number().int(),
    skipped: z.number().int(),
    unregistered: z.number().int(),
    maintenance: z.number().int(),
    off: z.number().int(),
    fault: z.number().int(),
  }),
  groups: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type ServersResponse = z.infer<typeof ServersResponse>;

export const listServers = {
  ...ROUTES.listServers,
  summary: "Machines of the site with their sessions by state, load and registration",
  permission: "read",
  params: Nothing,
  query: ServersQuery,
  body: NoBody,
  response: ServersResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

export const ServerResponse = SnapshotEnvelope.extend({
  server: ServerRow.extend({
    account: z.string().nullable(),
    ipAddress: z.string().nullable(),
    hypervisor: z.string().nullable(),
    hostedMachineName: z.string().nullable(),
    osType: z.string().nullable(),
    powerSince: IsoInstant.nullable(),
    poweredOnAt: IsoInstant.nullable(),
    faultSince: IsoInstant.nullable(),
    lastContactAt: IsoInstant.nullable(),
    lastDeregistration: z.object({ reason: z.string(), at: IsoInstant.nullable() }).nullable(),
    reportedSessionCount: z.number().int().nullable().describe("as the Monitor service counts, once a minute"),
    assignedUsers: z.array(z.string()),
  }),
  rows: z.array(SessionRow).describe("every session on it"),
});
export type ServerResponse = z.infer<typeof ServerResponse>;

export const getServer = {
  ...ROUTES.getServer,
  summary: "One machine and every session on it; a bare machine name works where it is unambiguous",
  permission: "read",
  params: z.strictObject({ machineKey: z.string().max(255) }),
  query: Nothing,
  body: NoBody,
  response: ServerResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;
