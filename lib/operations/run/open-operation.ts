import * as z from "zod";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import type { Params } from "@/lib/domain/operation/params";
import { OPERATION_STATES, type OperationState } from "@/lib/domain/operation/states";
import { POWER_ACTIONS, TARGET_KINDS, VERB_NAMES } from "@/lib/domain/operation/verbs";
import type { Instant } from "@/lib/domain/site";

/** An operation as its rows say, for whoever carries it out. Site times, but for `askedAt`. */

/** What was known of a part before it was sent: as it was shown, and as it was read right before. */
export const PartBefore = z.object({
  shown: z.string().nullable().default(null),
  lastDeregistrationAt: z.number().nullable().default(null),
  powerActionUid: z.number().nullable().default(null),
});
export type PartBefore = z.infer<typeof PartBefore>;

const StoredParams = z.object({
  message: z.object({ title: z.string(), text: z.string() }).nullable(),
  action: z.enum(POWER_ACTIONS).nullable(),
  forMs: z.number().nullable(),
  enabled: z.boolean().nullable(),
}) satisfies z.ZodType<Params>;

const Verb = z.enum(VERB_NAMES);
const State = z.enum(OPERATION_STATES);

export interface OpenPart {
  readonly number: number;
  readonly key: string;
  readonly label: string;
  readonly machineKey: string | null;
  readonly state: OperationState;
  readonly message: string | null;
  readonly before: PartBefore;
  readonly sentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly lookUntil: Instant | null;
}

export interface OpenOperation {
  readonly id: string;
  readonly siteId: string;
  readonly verb: z.infer<typeof Verb>;
  readonly targetKind: z.infer<typeof TargetKind>;
  readonly params: Params;
  readonly label: string;
  readonly actor: string;
  readonly kind: string;
  readonly role: string;
  readonly state: OperationState;
  readonly stoppedBy: string | null;
  readonly askedAt: Instant;
  readonly isSettled: boolean;
  readonly parts: readonly OpenPart[];
  readonly ghosts: readonly { readonly incidentId: string; readonly outcome: string | null }[];
}
const TargetKind = z.enum(TARGET_KINDS);

const WITH = { parts: { orderBy: { number: "asc" } }, ghosts: true } as const;

export async function readOpenOperation(desk: Desk | DeskTransaction, id: string): Promise<OpenOperation | null> {
  const row = await desk.operation.findUnique({ where: { id }, include: WITH });
  return row && toOperation(row);
}

/** Which ones something may still come of: not settled, oldest first. Each is read by itself, so that none stands in another's way. */
export function readUnsettled(desk: Desk, siteId: string): Promise<{ readonly id: string; readonly verb: string }[]> {
  return desk.operation.findMany({
    where: { siteId, settledAt: null },
    select: { id: true, verb: true },
    orderBy: { askedAt: "asc" },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (desk: Desk) => desk.operation.findUnique({ where: { id: "" }, include: WITH });

function toOperation(row: Row): OpenOperation {
  const { id, siteId, label, actor, kind, role, stoppedBy, ghosts } = row;
  return {
    ...{ id, siteId, label, actor, kind, role, stoppedBy, ghosts },
    verb: Verb.parse(row.verb),
    targetKind: TargetKind.parse(row.targetKind),
    params: StoredParams.parse(JSON.parse(row.params)),
    state: State.parse(row.state),
    askedAt: row.askedAt.getTime(),
    isSettled: row.settledAt !== null,
    parts: row.parts.map(toPart),
  };
}

function toPart(row: Row["parts"][number]): OpenPart {
  const { number, key, label, machineKey, message } = row;
  return {
    ...{ number, key, label, machineKey, message },
    state: State.parse(row.state),
    before: PartBefore.parse(JSON.parse(row.before ?? "{}")),
    sentAt: row.sentAt?.getTime() ?? null,
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    settledAt: row.settledAt?.getTime() ?? null,
    lookUntil: row.lookUntil?.getTime() ?? null,
  };
}
