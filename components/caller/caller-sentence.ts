import type { GhostRow } from "@/lib/api/contract/ghosts";
import type { ServerRow } from "@/lib/api/contract/servers";
import type { SessionRow } from "@/lib/api/contract/sessions";
import { INCIDENT_STATE } from "../ghost/ghost-words";
import { formatInstant } from "../ui/time-format";
import type { Tone } from "../ui/tone";
import { capitalised, countOf, listOfWords, onMachine, readable } from "../words";
import { isBarring, isDoubtful } from "./ghost-clauses";
import { type CallerGhost, ghostSentence } from "./ghost-sentence";

/** What is known of a person when a caller is on the line. */
export interface CallerKnowledge {
  readonly name: string;
  /** False: no user record of the site has this name. */
  readonly known: boolean;
  readonly sessions: readonly Pick<SessionRow, "key" | "state" | "machine" | "machineKey">[];
  /** Open incidents of this person; null: they could not be read. */
  readonly ghosts: readonly CallerGhost[] | null;
  /** Incidents of this person that somebody said are no ghosts. */
  readonly dismissed: readonly Pick<GhostRow, "sessionKey" | "machine">[];
  /** Open failure traces, and servers that are being skipped, anywhere on the site. */
  readonly traces: readonly Pick<GhostRow, "machine" | "machineKey">[];
  readonly skipped: readonly Pick<ServerRow, "key" | "name">[];
  /** Whether a server is ill or skipped could not be read. */
  readonly serversUnread: boolean;
  /** Why servers cannot be asked for their own word; null while they can. */
  readonly serversUnheard: string | null;
  /** Site time of the last read, where the site cannot be read now; null while it can. */
  readonly unreadSince: number | null;
  /** The account that reads this. */
  readonly me: string;
}

/** One plain sentence, how serious it is, and what else one should know. */
export interface CallerAnswer {
  readonly tone: Tone;
  readonly sentence: string;
  readonly notes: readonly string[];
}

/**
 * Whether this person can log in, as far as ghosts tell: nothing else was looked at, and the answer never claims more.
 * `now` in site time; times by the clock of `zone`.
 */
export function callerAnswer(knowledge: CallerKnowledge, now: number, zone: string): CallerAnswer {
  const answer = answerAsRead(knowledge, now, zone);
  if (knowledge.unreadSince === null) return answer;
  return {
    tone: "unknown",
    sentence: `Cannot tell: the site has not been read since ${formatInstant(knowledge.unreadSince, now, zone)}.`,
    notes: [`As of then: ${answer.sentence}`, ...answer.notes],
  };
}

function answerAsRead(knowledge: CallerKnowledge, now: number, zone: string): CallerAnswer {
  const { name, ghosts, me } = knowledge;
  const unverified = knowledge.known ? [] : [`No user record of the site has the name ${name}.`];
  if (ghosts === null) {
    const sentence = `Cannot tell whether a ghost keeps ${name} from logging in: the ghosts could not be read.`;
    return { tone: "unknown", sentence, notes: unverified };
  }
  const barring = ghosts.flatMap((ghost) => (isBarring(ghost.class) ? [{ ...ghost, class: ghost.class }] : []));
  if (barring.length === 0) return answerWithoutGhost(knowledge, ghosts, unverified);
  const concerns = concernsOf(knowledge).map((concern) => `${capitalised(concern)}.`);
  return {
    tone: barring.every(isDoubtful) ? "warn" : "bad",
    sentence: ghostSentence({ name, ghosts: barring, me }, now, zone),
    notes: [...turnsOf(barring), ...concerns, ...unverified],
  };
}

/** That it came back, or that a repair has begun. */
function turnsOf(ghosts: readonly CallerGhost[]): string[] {
  const states = new Set(ghosts.map(({ state }) => state));
  return (["returned", "acting"] as const)
    .filter((state) => states.has(state))
    .map((state) => INCIDENT_STATE[state].meaning);
}

function answerWithoutGhost(
  knowledge: CallerKnowledge,
  ghosts: readonly CallerGhost[],
  unverified: readonly string[],
): CallerAnswer {
  const { name, sessions } = knowledge;
  const [concern, ...others] = concernsOf(knowledge);
  const old = oldSentence(ghosts);
  const found = `Nothing found that keeps ${name} from logging in: ${countByState(sessions)}, no ghosts.`;
  return {
    tone: concern ? "warn" : knowledge.known ? "ok" : "unknown",
    sentence: concern
      ? `No ghost among the sessions of ${name}, but ${concern}.`
      : [found, old].filter(Boolean).join(" "),
    notes: [
      ...(concern && old ? [old] : []),
      ...others.map((other) => `${capitalised(other)}.`),
      ...dismissedNotes(knowledge),
      ...unfinishedNotes(knowledge),
      ...unverified,
      ...(knowledge.serversUnread && sessions.length > 0 ? ["Whether these servers are well could not be read."] : []),
      ...(knowledge.serversUnheard && sessions.length > 0 ? [knowledge.serversUnheard] : []),
      "Only ghosts were looked for: what else a launch needs was not checked.",
    ],
  };
}

/** `1 active and 2 disconnected sessions`. */
function countByState(sessions: CallerKnowledge["sessions"]): string {
  if (sessions.length === 0) return "no session on this site";
  const counts = new Map<string, number>();
  for (const { state } of sessions) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([state, count]) =>
        `${count} ${readable(state)
          .toLowerCase()
          .replace(/ session$/, "")}`,
    );
  return `${listOfWords(parts)} ${sessions.length === 1 ? "session" : "sessions"}`;
}

function oldSentence(ghosts: readonly CallerGhost[]): string | null {
  const old = ghosts.filter((ghost) => ghost.class === "just-old");
  const [first] = old;
  if (!first) return null;
  if (old.length > 1) return `${countOf(old.length, "session")} are just old and may be real work that nobody attends.`;
  return `The session ${onMachine(first.machine)} is just old and may be real work that nobody attends.`;
}

/** What is wrong with the machines that this person has sessions on, each as a clause. */
function concernsOf({ sessions, traces, skipped }: CallerKnowledge): string[] {
  const used = new Set(sessions.map(({ machineKey }) => machineKey).filter((key) => key !== null));
  const ill = new Set(traces.flatMap(({ machine, machineKey }) => (used.has(machineKey ?? "") ? [machine] : [])));
  const passed = skipped.filter(({ key }) => used.has(key));
  return [
    ...[...ill].map((machine) => `sessions ${onMachine(machine)} keep ending with a failure that points to ghosts`),
    ...passed.map((server) => `${server.name} is being skipped: load balancing sends no new session there`),
  ];
}

const BEFORE_LOGON = ["Connected", "PreparingSession", "Pending"];

/** A logon that goes on is no ghost, and may become one: what nobody can know yet is said. */
function unfinishedNotes({ dismissed, sessions }: CallerKnowledge): string[] {
  const judged = new Set(dismissed.map(({ sessionKey }) => sessionKey));
  return sessions
    .filter(({ key, state }) => BEFORE_LOGON.includes(state) && !judged.has(key))
    .map(({ machine }) => `The logon ${onMachine(machine)} has not finished yet: too early to call it a ghost.`);
}

function dismissedNotes({ dismissed, sessions }: CallerKnowledge): string[] {
  const standing = new Set(sessions.map(({ key }) => key));
  return dismissed
    .filter(({ sessionKey }) => sessionKey !== null && standing.has(sessionKey))
    .map(({ machine }) => `Somebody looked at the session ${onMachine(machine)} and said that it is no ghost.`);
}
