import type { GhostResponse, GhostRow } from "@/lib/api/contract/ghosts";
import type { GhostClass } from "@/lib/domain/ghost/classes";
import { formatDuration } from "../ui/time-format";
import { countOf } from "../words";
import { countOfClaim, durationOf, findClaim, instantOf, textOf } from "./claim-words";

export type Ghost = GhostResponse["ghost"];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is wrong, in one or two plain sentences with the values of the evidence. `now` is site time in milliseconds. */
export function ghostHeadline(ghost: Ghost, now: number): string {
  const until = ghost.clearedAt === null ? now : Date.parse(ghost.clearedAt);
  const told = { ghost, span: spoken(until - Date.parse(ghost.since)), until, over: ghost.clearedAt !== null };
  return HEADLINE[ghost.class](told).filter(Boolean).join(" ");
}

interface Told {
  readonly ghost: Ghost;
  readonly span: string;
  readonly until: number;
  /** It ended: told in the past. */
  readonly over: boolean;
}
type Sentences = readonly (string | false)[];

const HEADLINE: Record<GhostClass, (told: Told) => Sentences> = {
  nameless: ({ ghost, span, over }) => [
    `A session on ${machineOf(ghost)} ${over ? "stood" : "has stood"} without a user for ${span}.`,
    isEmpty(ghost, "logOnEnded") && "The site never heard that the logon finished.",
    NAMED_BY[ghost.userSource](personOf(ghost) ?? "somebody"),
  ],
  "hung-logon": ({ ghost, span, over }) => [
    over
      ? `${logonOf(ghost)} on ${machineOf(ghost)} had not ended after ${span}.`
      : `${logonOf(ghost)} on ${machineOf(ghost)} began ${span} ago and has not ended.`,
  ],
  "stuck-connected": ({ ghost, span, over }) => [
    `${sessionOf(ghost)} on ${machineOf(ghost)} ${over ? "was" : "has been"} ${stateOf(ghost)} for ${span} ` +
      `and ${over ? "did not become" : "has not become"} Active.`,
  ],
  "named-gone": (told) => [
    `The site ${told.over ? "showed" : "shows"} ${personOf(told.ghost) ?? "somebody"} as ${stateOf(told.ghost)} on ${machineOf(told.ghost)}.`,
    proofOf(told),
  ],
  "just-old": ({ ghost, over, until }) => {
    const since = instantOf(ghost.evidence, "stateSince") ?? Date.parse(ghost.since);
    const limit = durationOf(ghost.evidence, "limit");
    const long =
      limit === null
        ? "longer than its limit"
        : `longer than the limit of ${limit % 3_600_000 === 0 ? hours(limit) : spoken(limit)}`;
    return [
      `${sessionOf(ghost)} on ${machineOf(ghost)} ${over ? "was" : "has been"} disconnected for ${spoken(until - since)}, ${long}.`,
      "It may be real work that nobody attends.",
    ];
  },
  "failure-trace": ({ ghost }) => {
    const { evidence } = ghost;
    const sessions = countOfClaim(evidence, "failureCount");
    const people = countOfClaim(evidence, "failureUsers");
    const told = sessions === null ? "Several sessions" : countOf(sessions, "session");
    const whose = people === null ? "" : ` of ${countOf(people, "person", "people")}`;
    return [`${told}${whose} on ${machineOf(ghost)} ended with a failure that points to ghosts.`];
  },
};

/** What a stand-in for the user is worth. */
const NAMED_BY: Record<GhostRow["userSource"], (name: string) => string | false> = {
  user: () => false,
  untrusted: (name) => `The machine says that it belongs to ${name}.`,
  brokering: (name) => `It was brokered for ${name}.`,
  client: (name) => `The client says that it belongs to ${name}.`,
  none: () => "Nothing names the person.",
};

/** Why a session that the site believes in cannot be there. */
function proofOf({ ghost: { evidence }, span, over }: Told): string | false {
  const listed = findClaim(evidence, "windowsSession");
  if (listed?.value.kind === "none") return "The server itself lists no such session.";
  if (findClaim(evidence, "machineStarted")) {
    return over ? "The machine had started after it began." : `The machine started ${span} ago, after it began.`;
  }
  if (textOf(evidence, "machinePower") === "Off") {
    return over ? `The machine was off for ${span}.` : `The machine has been off for ${span}.`;
  }
  const newer = textOf(evidence, "newerSession");
  if (newer !== null)
    return `A newer session of the same person began on ${newer}; this server has not been heard on it.`;
  return listed !== undefined && "The server has not been heard on it.";
}

/** How long the rule waited and why so long; null for a rule that does not wait. */
export function graceSentence({ graceMs, evidence }: Ghost): string | null {
  const grace = findClaim(evidence, "grace");
  if (graceMs <= 0 || !grace) return null;
  const waited = `Waited ${formatDuration(graceMs)}`;
  const storm = countOfClaim(evidence, "logonStorm");
  if (storm !== null) return `${waited}: ${countOf(storm, "logon")} went on at that time.`;
  const usual = durationOf(evidence, "usualLogon");
  const logons = usual === null ? "" : `logons here take up to ${formatDuration(usual)}.`;
  if (grace.source === "history" && logons) return `${waited}: ${logons}`;
  return logons ? `${waited}, as the settings say; ${logons}` : `${waited}, as the settings say.`;
}

/** Who was hurt while it stood; null for a machine, whose failures are its evidence. Launches are counted by a person's record. */
export function hurtSentence({ subject, userKey, failedLaunches }: GhostRow): string | null {
  if (subject === "machine") return null;
  if (failedLaunches > 0)
    return `${countOf(failedLaunches, "launch", "launches")} of this person failed while it stood.`;
  if (userKey === null) return "Whether launches failed is not known: the site has no record of the person.";
  return "No launch of this person has failed while it stood.";
}

/** The account or full name of whoever it belongs to; null where nothing names anybody. */
export function personOf({ userFullName, user }: Pick<GhostRow, "userFullName" | "user">): string | null {
  return userFullName ?? user;
}

const machineOf = ({ machine }: GhostRow) => machine ?? "a machine that the site does not name";
const sessionOf = (ghost: Ghost) => (personOf(ghost) ? `The session of ${personOf(ghost)}` : "A session");
const logonOf = (ghost: Ghost) => (personOf(ghost) ? `The logon of ${personOf(ghost)}` : "A logon");
const stateOf = ({ evidence }: Ghost) => textOf(evidence, "state") ?? "Connected";
const isEmpty = ({ evidence }: Ghost, field: "logOnEnded") => findClaim(evidence, field)?.value.kind === "none";

/** `23 minutes`, `2 hours 5 minutes`, `3 days 4 hours`: a span inside a sentence. */
function spoken(ms: number): string {
  if (ms < MINUTE) return "less than a minute";
  if (ms < HOUR) return countOf(Math.floor(ms / MINUTE), "minute");
  if (ms < DAY) return twoUnits(Math.floor(ms / HOUR), "hour", Math.floor((ms % HOUR) / MINUTE), "minute");
  return twoUnits(Math.floor(ms / DAY), "day", Math.floor((ms % DAY) / HOUR), "hour");
}

function twoUnits(first: number, unit: string, second: number, smaller: string): string {
  return second === 0 ? countOf(first, unit) : `${countOf(first, unit)} ${countOf(second, smaller)}`;
}

/** A limit as the settings tell it: `24 hours`, not `1 d 0 h`. */
function hours(ms: number): string {
  return ms % HOUR === 0 ? countOf(ms / HOUR, "hour") : formatDuration(ms);
}
