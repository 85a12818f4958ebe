import * as z from "zod";
import type { Desk, DeskTransaction } from "@/lib/desk/client";
import {
  CLEAR_REASONS,
  CONFIDENCES,
  GHOST_CLASSES,
  INCIDENT_STATES,
  NEXT_STEPS,
  OPEN_STATES,
} from "@/lib/domain/ghost/classes";
import { CLAIM_FIELDS, type Claim } from "@/lib/domain/ghost/evidence";
import { INCIDENT_EVENTS, type Incident, type IncidentEntry } from "@/lib/domain/ghost/incident";
import { SOURCE_NAMES } from "@/lib/domain/snapshot";
import type { SessionSupport } from "@/lib/domain/states";
import { describeError } from "@/lib/errors";
import { log } from "@/lib/log";

/** Incidents as rows of our own tables, and back. */

export type IncidentRow = NonNullable<Awaited<ReturnType<Desk["incident"]["findFirst"]>>>;
export type EntryRow = NonNullable<Awaited<ReturnType<Desk["incidentEntry"]["findFirst"]>>>;

export const RowClaim = z.object({
  field: z.enum(CLAIM_FIELDS),
  value: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("instant"), at: z.number() }),
    z.object({ kind: z.literal("duration"), ms: z.number() }),
    z.object({ kind: z.literal("count"), count: z.number() }),
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("unknown") }),
  ]),
  stance: z.enum(["agrees", "disagrees", "silent"]),
  source: z.enum([...SOURCE_NAMES, "server", "history", "settings"]),
  saidAt: z.number().nullable(),
});
const RowHurt = z.object({ launches: z.number(), lastAt: z.number().nullable() });

/** The closed sets among a row's columns. */
const RowWords = z.object({
  subjectKind: z.enum(["session", "machine"]),
  class: z.enum(GHOST_CLASSES),
  state: z.enum(INCIDENT_STATES),
  confidence: z.enum(CONFIDENCES),
  confirmedBy: z.enum(["second-read", "server", "never"]),
  outcome: z.enum(CLEAR_REASONS).nullable(),
  resting: z.enum(OPEN_STATES).exclude(["acting"]).nullable(),
  next: z.enum(NEXT_STEPS).nullable(),
  userSource: z.enum(["user", "untrusted", "brokering", "client", "none"]),
});

const dateOf = (at: number | null) => (at === null ? null : new Date(at));
const instantOf = (date: Date | null) => date?.getTime() ?? null;

/** The columns of an incident. */
export function toIncidentRow(siteId: string, incident: Incident): IncidentRow {
  const { subject, taken, dismissed, evidence, hurt, ...rest } = incident;
  return {
    ...rest,
    siteId,
    subjectKind: subject.kind,
    subjectKey: subject.key,
    graceMs: BigInt(Math.round(incident.graceMs)),
    since: new Date(incident.since),
    firstSeenAt: new Date(incident.firstSeenAt),
    lastSeenAt: new Date(incident.lastSeenAt),
    suspectedAt: new Date(incident.suspectedAt),
    confirmedAt: dateOf(incident.confirmedAt),
    firstActionAt: dateOf(incident.firstActionAt),
    clearedAt: dateOf(incident.clearedAt),
    takenBy: taken?.by ?? null,
    takenAt: dateOf(taken?.at ?? null),
    dismissedBy: dismissed?.by ?? null,
    dismissedReason: dismissed?.reason ?? null,
    dismissedAt: dateOf(dismissed?.at ?? null),
    evidence: JSON.stringify(evidence),
    hurt: JSON.stringify(hurt),
  };
}

/** The incident of a row; null with a line in the log where the row holds what this program does not know. */
export function fromIncidentRow(row: IncidentRow): Incident | null {
  const words = RowWords.safeParse(row);
  if (!words.success) {
    log.warn({ event: "incident.unreadable", id: row.id, reason: describeError(words.error) });
    return null;
  }
  const { subjectKind, ...known } = words.data;
  return {
    ...known,
    id: row.id,
    subject: { kind: subjectKind, key: row.subjectKey },
    graceMs: Number(row.graceMs),
    returns: row.returns,
    ...timesOf(row),
    taken: row.takenBy !== null && row.takenAt ? { by: row.takenBy, at: row.takenAt.getTime() } : null,
    dismissed: dismissalOf(row),
    evidence: parseEvidence(row.evidence),
    hurt: parseHurt(row.hurt),
    user: row.user,
    userKey: row.userKey,
    userFullName: row.userFullName,
    machine: row.machine,
    machineKey: row.machineKey,
    deliveryGroup: row.deliveryGroup,
    deliveryGroupKey: row.deliveryGroupKey,
    sessionSupport: supportOf(row.sessionSupport),
  };
}

function timesOf(row: IncidentRow) {
  return {
    since: row.since.getTime(),
    firstSeenAt: row.firstSeenAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    suspectedAt: row.suspectedAt.getTime(),
    confirmedAt: instantOf(row.confirmedAt),
    firstActionAt: instantOf(row.firstActionAt),
    clearedAt: instantOf(row.clearedAt),
  };
}

function dismissalOf({ dismissedBy, dismissedReason, dismissedAt }: IncidentRow): Incident["dismissed"] {
  if (dismissedBy === null || dismissedAt === null) return null;
  return { by: dismissedBy, reason: dismissedReason ?? "", at: dismissedAt.getTime() };
}

/** Claims of a field that this program no longer has are left out; the others still say what they said. */
function parseEvidence(json: string): Claim[] {
  const claims = z.array(z.unknown()).safeParse(parseJson(json));
  if (!claims.success) return [];
  return claims.data.flatMap((claim) => {
    const parsed = RowClaim.safeParse(claim);
    return parsed.success ? [parsed.data] : [];
  });
}

function parseHurt(json: string): Incident["hurt"] {
  const hurt = RowHurt.safeParse(parseJson(json));
  return hurt.success ? hurt.data : { launches: 0, lastAt: null };
}

/** Undefined where the text is no JSON: then what was expected in it is not there. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    log.warn({ event: "incident.unreadable-text", reason: describeError(error) });
    return undefined;
  }
}

/** Written by toIncidentRow from a value of that type, and by nobody else. */
function supportOf(text: string | null): SessionSupport | null {
  return text as SessionSupport | null;
}

export async function readIncident(desk: Desk | DeskTransaction, siteId: string, id: string): Promise<Incident | null> {
  const row = await desk.incident.findFirst({ where: { id, siteId } });
  return row && fromIncidentRow(row);
}

/** Its history, oldest first. */
export async function readHistory(
  desk: Desk | DeskTransaction,
  siteId: string,
  incidentId: string,
): Promise<IncidentEntry[]> {
  const rows = await desk.incidentEntry.findMany({ where: { siteId, incidentId }, orderBy: { id: "asc" } });
  return rows.flatMap(({ at, event, actor, detail }) => {
    const known = INCIDENT_EVENTS.find((each) => each === event);
    return known ? [{ at: at.getTime(), event: known, by: actor, detail }] : [];
  });
}
