import * as z from "zod";
import { CLEAR_REASONS, CONFIDENCES, GHOST_CLASSES, INCIDENT_STATES, NEXT_STEPS } from "@/lib/domain/ghost/classes";
import { CLAIM_FIELDS } from "@/lib/domain/ghost/evidence";
import { INCIDENT_EVENTS } from "@/lib/domain/ghost/incident";
import { SOURCE_NAMES } from "@/lib/domain/snapshot";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { GHOST_SORTS } from "../sort-fields";
import { IsoInstant, listOf, NoBody, Nothing, SnapshotEnvelope, windowOf } from "./envelope";
import { USER_SOURCES } from "./user-sources";

/** Ghosts: one row an incident, its evidence, its history, and who works on it. */

export const GhostRow = z.object({
  id: z.string(),
  subject: z.enum(["session", "machine"]),
  sessionKey: z.string().nullable().describe("null for a failure trace, which is about a machine"),
  class: z.enum(GHOST_CLASSES),
  state: z.enum(INCIDENT_STATES),
  confidence: z.enum(CONFIDENCES),
  since: IsoInstant.describe("since when the condition holds, by the site's own rows"),
  graceMs: z.number().describe("how long the rule waited before it spoke"),
  firstSeenAt: IsoInstant,
  confirmedAt: IsoInstant.nullable(),
  firstActionAt: IsoInstant.nullable(),
  clearedAt: IsoInstant.nullable(),
  outcome: z.enum(CLEAR_REASONS).nullable(),
  returns: z.number().int().describe("how often it came back within a day"),
  user: z.string().nullable(),
  userKey: z.string().nullable(),
  userFullName: z.string().nullable(),
  userSource: z.enum(USER_SOURCES).describe("which field named the person"),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  deliveryGroup: z.string().nullable(),
  sessionSupport: z.string().nullable(),
  takenBy: z.string().nullable(),
  takenAt: IsoInstant.nullable(),
  failedLaunches: z.number().int().describe("failed launches of this user while it stood"),
  next: z.enum(NEXT_STEPS).nullable().describe("the first rung that the evidence does not rule out"),
});
export type GhostRow = z.infer<typeof GhostRow>;

const filters = {
  class: z
    .string()
    .max(200)
    .optional()
    .describe(`classes, comma-separated, of ${GHOST_CLASSES.join(", ")}`),
  state: z
    .string()
    .max(200)
    .optional()
    .describe(
      `states, comma-separated, of ${INCIDENT_STATES.join(", ")}, or open (the default), ended, all; what ended is listed for 30 days, what was dismissed for as long as it stands`,
    ),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
  group: z.string().max(255).optional().describe("delivery group key or name"),
  user: z.string().max(255).optional().describe("user key or unambiguous account"),
  q: z.string().trim().max(200).optional().describe("part of a user, full name, machine or delivery group"),
  sort: z
    .string()
    .max(40)
    .optional()
    .describe(`one of ${GHOST_SORTS.join(", ")}; a leading - sorts descending`),
};
export const GhostsQuery = z.strictObject({ ...filters, ...windowOf(200) });
export type GhostsQuery = z.infer<typeof GhostsQuery>;

export const GhostsResponse = listOf(GhostRow).extend({
  /** Each over the rows that the filter would have without it, so that a filter chip says what it would show. */
  byClass: z.record(z.string(), z.number().int()).describe("over the filter without its class"),
  byState: z
    .record(z.string(), z.number().int())
    .describe("over the filter without its state; what ended is counted only where state asks for some of it"),
  emptySince: IsoInstant.nullable().describe("since when no incident has been open on the site; null while one is"),
  server: z
    .object({ reach: z.enum(["ok", "failing", "absent"]), sentence: z.string().nullable() })
    .describe("whether servers can be asked for their own word; without it named sessions stay suspects"),
});
export type GhostsResponse = z.infer<typeof GhostsResponse>;

const json = { params: Nothing, query: Nothing, body: NoBody, status: 200, mediaType: "application/json" } as const;

export const listGhosts = {
  ...json,
  ...ROUTES.listGhosts,
  summary: "Incidents, open ones unless state says otherwise, filtered, sorted, a window at a time",
  permission: "read",
  query: GhostsQuery,
  response: GhostsResponse,
} as const satisfies Endpoint;

export const ClaimValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("instant"), at: IsoInstant }),
  z.object({ kind: z.literal("duration"), ms: z.number() }),
  z.object({ kind: z.literal("count"), count: z.number() }),
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("unknown") }),
]);
export const ClaimRow = z.object({
  field: z.enum(CLAIM_FIELDS),
  value: ClaimValue,
  stance: z.enum(["agrees", "disagrees", "silent"]),
  source: z.enum([...SOURCE_NAMES, "server", "history", "settings"]),
  saidAt: IsoInstant.nullable().describe("site time at which the source said so; null where it never was heard"),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

export const HistoryRow = z.object({
  at: IsoInstant,
  event: z.enum(INCIDENT_EVENTS),
  by: z.string().nullable().describe("null: Ghostdesk itself"),
  detail: z.string().nullable(),
});

export const GhostResponse = SnapshotEnvelope.extend({
  ghost: GhostRow.extend({
    lastSeenAt: IsoInstant,
    dismissed: z.object({ by: z.string(), reason: z.string(), at: IsoInstant }).nullable(),
    lastFailedLaunchAt: IsoInstant.nullable(),
    evidence: z.array(ClaimRow),
    history: z.array(HistoryRow).describe("oldest first"),
    /** Other people on that machine: whom a repair of the whole machine would touch. Null where the machine is unknown. */
    othersOnMachine: z.number().int().nullable(),
  }),
});
export type GhostResponse = z.infer<typeof GhostResponse>;

const params = z.strictObject({ id: z.string().max(36) });

export const getGhost = {
  ...json,
  ...ROUTES.getGhost,
  summary: "One incident with its evidence and history",
  permission: "read",
  params,
  response: GhostResponse,
} as const satisfies Endpoint;

const work = { ...json, permission: "work-ghosts", params, response: z.object({ ghost: GhostRow }) } as const;

export const takeGhost = {
  ...work,
  ...ROUTES.takeGhost,
  summary: "Say that you work on it; another's is taken over only with `over`",
  body: z.object({ over: z.boolean().optional() }).optional(),
} as const satisfies Endpoint;

export const releaseGhost = {
  ...work,
  ...ROUTES.releaseGhost,
  summary: "Say that nobody works on it any more",
} as const satisfies Endpoint;

const WHY = "Say in a few words why it is no ghost.";

export const dismissGhost = {
  ...work,
  ...ROUTES.dismissGhost,
  summary: "It is no ghost: say why",
  body: z.object({
    reason: z.string({ error: WHY }).trim().min(3, WHY).max(500, "A reason has at most 500 characters."),
  }),
} as const satisfies Endpoint;

export const reopenGhost = {
  ...work,
  ...ROUTES.reopenGhost,
  summary: "A dismissed one is looked at again, as a suspect",
} as const satisfies Endpoint;
