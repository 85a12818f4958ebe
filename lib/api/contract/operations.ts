import * as z from "zod";
import { GHOST_CLASSES } from "@/lib/domain/ghost/classes";
import { OPERATION_STATES } from "@/lib/domain/operation/states";
import { POWER_ACTIONS, TARGET_KINDS, VERB_NAMES } from "@/lib/domain/operation/verbs";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { IsoInstant, NoBody, Nothing, windowOf } from "./envelope";
import { oneLine, severalLines } from "./plain-text";
import { IsoDuration } from "./practice";

/** Everything that changes something at the site: shown first, then done, watched, and kept. */

const Key = z.string().trim().min(1).max(255);
/** What it is done to. Machines by key or unambiguous name. */
export const OperationTarget = z.union([
  z.strictObject({ sessions: z.array(Key).min(1).max(500) }),
  z.strictObject({ machine: Key }),
  z.strictObject({ lease: Key }),
  z.strictObject({ controller: Key }),
  z.strictObject({ site: z.literal(true) }),
]);
export type OperationTarget = z.infer<typeof OperationTarget>;

export const OperationParams = z.strictObject({
  title: oneLine(z.string().trim().min(1).max(100)).optional().describe("message: its title"),
  text: severalLines(z.string().trim().min(1).max(2_000)).optional().describe("message: what the person reads"),
  action: z.enum(POWER_ACTIONS).optional().describe("power: what to do"),
  for: IsoDuration.optional().describe("hide: for how long, from PT5M to P7D"),
  enabled: z.boolean().optional().describe("set-leasing: on or off"),
});
export type OperationParams = z.infer<typeof OperationParams>;

export const PreviewBody = z.strictObject({
  verb: z.enum(VERB_NAMES),
  target: OperationTarget,
  params: OperationParams.optional(),
});
export type PreviewBody = z.infer<typeof PreviewBody>;

/** One session that the operation is done to or that its machine carries. */
export const TouchRow = z.object({
  sessionKey: z.string(),
  user: z.string().nullable(),
  userFullName: z.string().nullable(),
  machine: z.string().nullable(),
  state: z.string(),
  appState: z.string().nullable(),
  applications: z.array(z.string()),
  idleSince: IsoInstant.nullable(),
  ghost: z.enum(GHOST_CLASSES).nullable().describe("the class of its open incident"),
  isTarget: z.boolean().describe("false: only because it stands on the same machine"),
  loggingOn: z.boolean(),
  loses: z.string().nullable().describe("what this person loses by it, as a sentence; null: nothing"),
});
export type TouchRow = z.infer<typeof TouchRow>;

export const PreviewResponse = z.object({
  token: z.string().describe("good for one POST /api/operations by the same person, until expiresAt"),
  expiresAt: IsoInstant.describe("wall-clock time"),
  verb: z.enum(VERB_NAMES),
  target: z.object({ kind: z.enum(TARGET_KINDS), label: z.string() }),
  touches: z.array(TouchRow).describe("at most 500, targets first"),
  touchesTotal: z.number().int(),
  warnings: z.array(z.string()).describe("what may go wrong, most important first"),
  undo: z.string().nullable().describe("how it is taken back; null: it cannot be"),
  ticketNeeded: z.boolean(),
});
export type PreviewResponse = z.infer<typeof PreviewResponse>;

const WHY = "Say in a few words why.";
/** A preview names every session that was asked for and carries the whole message: 200 keys and 2,000 characters of any script fit. */
const TOKEN_MOST = 32_000;
export const OperationBody = z.strictObject({
  token: z.string().min(1).max(TOKEN_MOST),
  reason: severalLines(z.string({ error: WHY }).trim().min(3, WHY).max(500, "A reason has at most 500 characters.")),
  ticket: oneLine(z.string().trim().max(64, "A ticket number has at most 64 characters.")).optional(),
});
export type OperationBody = z.infer<typeof OperationBody>;

export const OperationRow = z.object({
  id: z.string(),
  verb: z.enum(VERB_NAMES),
  action: z.enum(POWER_ACTIONS).nullable().describe("of power"),
  targetKind: z.enum(TARGET_KINDS),
  label: z.string().describe("whom or what it is done to, in words"),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  actor: z.string(),
  role: z.string(),
  reason: z.string(),
  ticket: z.string().nullable(),
  state: z.enum(OPERATION_STATES),
  message: z.string().nullable().describe("what came of it, as a sentence"),
  parts: z.number().int().describe("how many acts it consists of"),
  partsOver: z.number().int(),
  askedAt: IsoInstant.describe("wall-clock time of its intent"),
  acceptedAt: IsoInstant.nullable(),
  settledAt: IsoInstant.nullable(),
  tookMs: z.number().nullable().describe("site time from acceptance to agreement"),
  endsAt: IsoInstant.nullable().describe("site time at which a hidden session is shown again"),
});
export type OperationRow = z.infer<typeof OperationRow>;

export const OperationPart = z.object({
  number: z.number().int(),
  key: z.string(),
  label: z.string(),
  state: z.enum(OPERATION_STATES),
  message: z.string().nullable(),
  acceptedAt: IsoInstant.nullable(),
  settledAt: IsoInstant.nullable(),
});

/** One line of what was known before it was done. */
export const EvidenceLine = z.object({ label: z.string(), value: z.string(), source: z.string() });

export const OperationResponse = z.object({
  now: IsoInstant.describe("site time"),
  operation: OperationRow.extend({
    stoppedBy: z.string().nullable(),
    items: z.array(OperationPart),
    evidence: z.array(EvidenceLine),
    ghosts: z.array(
      z.object({
        id: z.string(),
        class: z.enum(GHOST_CLASSES),
        outcome: z.enum(["cleared", "still-there"]).nullable(),
      }),
    ),
    next: z.enum(VERB_NAMES).nullable().describe("the rung to try after this one did not help"),
  }),
});
export type OperationResponse = z.infer<typeof OperationResponse>;

const json = { params: Nothing, query: Nothing, body: NoBody, status: 200, mediaType: "application/json" } as const;

export const previewOperation = {
  ...json,
  ...ROUTES.previewOperation,
  summary: "What an operation would touch, and a token to do it; 409 with the reason where it is ruled out",
  permission: "act-on-sessions",
  body: PreviewBody,
  response: PreviewResponse,
} as const satisfies Endpoint;

export const startOperation = {
  ...json,
  ...ROUTES.startOperation,
  summary:
    "Do what a preview showed; needs an Idempotency-Key header, and the same key or token again is the same operation",
  permission: "act-on-sessions",
  body: OperationBody,
  response: z.object({ id: z.string() }),
  status: 202,
} as const satisfies Endpoint;

const params = z.strictObject({ id: z.string().max(36) });

export const getOperation = {
  ...json,
  ...ROUTES.getOperation,
  summary: "One operation: its state, its parts, what was known before, what came of it",
  permission: "read",
  params,
  response: OperationResponse,
} as const satisfies Endpoint;

export const stopOperation = {
  ...json,
  ...ROUTES.stopOperation,
  summary: "Send none of the acts that were not sent yet",
  permission: "act-on-sessions",
  params,
  response: z.object({ operation: OperationRow }),
} as const satisfies Endpoint;

const filters = {
  actor: z.string().max(64).optional(),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
  verb: z
    .string()
    .max(300)
    .optional()
    .describe(`verbs, comma-separated, of ${VERB_NAMES.join(", ")}`),
  state: z
    .string()
    .max(200)
    .optional()
    .describe(`states, comma-separated, of ${OPERATION_STATES.join(", ")}, or open, over`),
  from: IsoInstant.optional().describe("asked at or after"),
  to: IsoInstant.optional().describe("asked before"),
};
export const OperationFilter = z.strictObject(filters);
export type OperationFilter = z.infer<typeof OperationFilter>;
export const OperationsQuery = z.strictObject({ ...filters, ...windowOf(60) });
export type OperationsQuery = z.infer<typeof OperationsQuery>;

/** A session that Ghostdesk hid and that is hidden still. */
export const HiddenRow = z.object({
  operationId: z.string(),
  sessionKey: z.string(),
  label: z.string(),
  machine: z.string().nullable(),
  by: z.string(),
  since: IsoInstant,
  endsAt: IsoInstant,
  isOverdue: z.boolean().describe("its time is over, but it is still a ghost: shown again it would harm"),
});

export const OperationsResponse = z.object({
  now: IsoInstant,
  total: z.number().int(),
  first: z.number().int(),
  rows: z.array(OperationRow).describe("newest first"),
  next: z.string().nullable(),
  hidden: z.array(HiddenRow).describe("every session that is hidden by an operation, whatever the filter"),
});
export type OperationsResponse = z.infer<typeof OperationsResponse>;

export const listOperations = {
  ...json,
  ...ROUTES.listOperations,
  summary: "Operations, newest first, filtered, a window at a time",
  permission: "read",
  query: OperationsQuery,
  response: OperationsResponse,
} as const satisfies Endpoint;

export const exportOperations = {
  ...json,
  ...ROUTES.exportOperations,
  summary: "Exactly the operations of a filter as CSV",
  permission: "export",
  query: OperationFilter,
  response: z.string(),
  mediaType: "text/csv",
} as const satisfies Endpoint;
