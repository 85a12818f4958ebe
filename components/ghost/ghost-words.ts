import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { ClearReason, Confidence, GhostClass, IncidentState, NextStep } from "@/lib/domain/ghost/classes";
import type { ClaimField, EvidenceSource, Stance } from "@/lib/domain/ghost/evidence";

import { SOURCE_LABEL } from "../shell/source-words";
import { countOf } from "../words";

/** Every word that a screen uses for ghosts: one table for each closed set, so that a new member breaks the build. */

interface Word {
  readonly label: string;
  /** One sentence for somebody who meets the word for the first time. */
  readonly meaning: string;
}

export const GHOST_CLASS: Record<GhostClass, Word> = {
  "stuck-connected": {
    label: "Stuck connected",
    meaning: "The session of a single-session machine stays Connected and never becomes Active.",
  },
  nameless: {
    label: "Nameless",
    meaning: "A session that stands without a user: its logon never completed, as far as the site knows.",
  },
  "hung-logon": { label: "Hung logon", meaning: "A logon that has begun and does not end." },
  "named-gone": {
    label: "Named and gone",
    meaning: "The site believes in this person's session, and the server does not have it.",
  },
  "just-old": {
    label: "Just old",
    meaning: "Disconnected for longer than the settings allow. It may be real work that nobody attends.",
  },
  "failure-trace": {
    label: "Failure trace",
    meaning: "Several sessions on one machine ended with a failure that points to ghosts.",
  },
};

export const INCIDENT_STATE: Record<IncidentState, Word> = {
  suspect: { label: "Suspect", meaning: "The signs are there; nothing has confirmed them yet." },
  confirmed: { label: "Confirmed", meaning: "A later read, or the server itself, has confirmed it." },
  acting: { label: "Acting", meaning: "A repair has begun; whether it worked shows with the next reads." },
  returned: { label: "Returned", meaning: "It was cleared and came back within a day." },
  cleared: { label: "Cleared", meaning: "The site no longer shows it." },
  dismissed: { label: "Dismissed", meaning: "Somebody looked at it and said that it is no ghost." },
};

export const CONFIDENCE: Record<Confidence, Word & { readonly squares: number }> = {
  sure: { label: "Sure", meaning: "A witness or the tables themselves prove it.", squares: 3 },
  likely: { label: "Likely", meaning: "The signs are all there and nothing speaks against it.", squares: 2 },
  possible: { label: "Possible", meaning: "The signs are there, but not everybody could be heard.", squares: 1 },
};

/** The repair of least harm that the evidence does not rule out. */
export const NEXT_STEP: Record<NextStep, Word> = {
  wait: { label: "Wait", meaning: "Do nothing yet: it may hold real work. Ask the person before it is logged off." },
  "log-off": { label: "Log off", meaning: "Log off this session; nobody else is touched." },
  hide: { label: "Hide", meaning: "Hide the session, so that the person can start a new one; the ghost itself stays." },
  "restart-agent": {
    label: "Restart agent",
    meaning: "Restart the Citrix Desktop Service of the machine; it registers anew and reports its sessions again.",
  },
  power: { label: "Restart machine", meaning: "Drain the machine and restart it: everybody on it has to leave." },
};

/** How an incident ended, as the end of a sentence: `Cleared: its server lists it after all`. */
export const CLEAR_REASON: Record<ClearReason, string> = {
  ended: "it ended on the site",
  "left-the-tables": "the site's tables no longer have it",
  recovered: "it became an ordinary session",
  "server-lists-it": "its server lists it after all",
  "broker-disagrees": "the broker's own records speak against it",
  anonymous: "its user is anonymous by intention",
  standby: "it is pre-launched or lingering, as configured",
  reconnecting: "its client is reconnecting",
  "logon-in-progress": "its logon is still going on",
  hidden: "it is hidden",
  "excluded-account": "its account is excluded in the settings",
  "within-limit": "it is within the limits again",
};

/** What each value of the evidence is about. */
export const CLAIM_FIELD: Record<ClaimField, string> = {
  user: "User name",
  untrustedUser: "User name that the machine gave",
  brokeringUser: "User that it was brokered for",
  clientName: "Name that the client gave",
  anonymous: "Anonymous user",
  state: "State",
  stateSince: "In this state since",
  row: "Row in the Monitoring database",
  brokered: "Asked of the broker",
  appState: "Application state",
  connectionMode: "Connection",
  protocol: "Protocol",
  logOnStarted: "Logon began",
  logOnEnded: "Logon finished",
  sessionStarted: "Session began",
  applications: "Applications",
  windowsSession: "Windows session on the server",
  windowsSessionsAsked: "Windows sessions listed",
  brokerSession: "Session in the broker's own records",
  machinePower: "Power of the machine",
  machineStarted: "Machine last started",
  machineRegistration: "Registration of the machine",
  pendingSessions: "Pending sessions on the machine",
  age: "Standing for",
  grace: "Ghostdesk waited",
  usualLogon: "Logons here take up to",
  logonStorm: "Logons of that time",
  failedLaunches: "Failed launches of this person since",
  newerSession: "Newer session of this person",
  failureCategory: "Failure category",
  failureCount: "Sessions that ended with it",
  failureUsers: "People it happened to",
  lastFailure: "Last such failure",
  limit: "Limit",
};

export const STANCE: Record<Stance, string> = {
  agrees: "speaks for it",
  disagrees: "speaks against it",
  silent: "could not say",
};

export const EVIDENCE_SOURCE: Record<EvidenceSource, string> = {
  ...SOURCE_LABEL,
  server: "The server itself",
  history: "Ghostdesk's own count",
  settings: "Settings",
};

/** `3 failed launches` of its person, of a machine `4 failed sessions`; null where there are none. */
export function failuresWords({
  subject,
  failedLaunches,
}: Pick<GhostRow, "subject" | "failedLaunches">): string | null {
  if (failedLaunches === 0) return null;
  return subject === "machine"
    ? countOf(failedLaunches, "failed session")
    : countOf(failedLaunches, "failed launch", "failed launches");
}
