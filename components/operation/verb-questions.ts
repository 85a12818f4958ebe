import type { OperationTarget } from "@/lib/api/contract/operations";
import type { PowerAction, Verb } from "@/lib/domain/operation/verbs";
import { countOf } from "../words";
import { buttonWords, POWER_WORD, type Step, VERB_WORD } from "./verb-words";

/** What the dialog asks and explains before anything is done; apart from the other words, because it is loaded with the dialog. */

interface Question {
  /** As a question, before it is done to `subject`. */
  readonly ask: (subject: string) => string;
  /** What it does, for somebody who meets it for the first time. */
  readonly meaning: string;
}

const QUESTION: Record<Verb, Question> = {
  "log-off": {
    ask: (subject) => `Log off ${subject}?`,
    meaning: "Asks the server to end the session. What somebody has open in it and has not saved is lost.",
  },
  disconnect: {
    ask: (subject) => `Disconnect ${subject}?`,
    meaning: "Takes the client away. The session goes on, and the person can come back to it.",
  },
  message: {
    ask: (subject) => `Send a message to ${subject}?`,
    meaning: "Shows a message on the person's screen. Nothing else happens.",
  },
  hide: {
    ask: (subject) => `Hide ${subject}?`,
    meaning: "The site passes over it, so that the person can start a new session. The old one stays.",
  },
  unhide: {
    ask: (subject) => `Show ${subject} again?`,
    meaning: "The site uses the session again: the person comes back to it with the next launch.",
  },
  "restart-agent": {
    ask: (subject) => `Restart the broker agent of ${subject}?`,
    meaning:
      "Restarts the Citrix Desktop Service. Running sessions go on; the machine registers anew and reports them again.",
  },
  "maintenance-on": {
    ask: (subject) => `Put ${subject} into maintenance?`,
    meaning: "The machine takes no new sessions. Those on it go on.",
  },
  "maintenance-off": {
    ask: (subject) => `Take ${subject} out of maintenance?`,
    meaning: "The machine takes new sessions again.",
  },
  power: { ask: (subject) => `Change the power of ${subject}?`, meaning: "Everybody on the machine has to leave." },
  "remove-lease": {
    ask: (subject) => `Remove ${subject}?`,
    meaning: "The lease cannot be used any more while the database is away.",
  },
  "refresh-leases": {
    ask: (subject) => `Refresh the leases of ${subject}?`,
    meaning: "The controller throws away what it has cached and fills it again from the database.",
  },
  "set-leasing": {
    ask: (subject) => `Turn leasing on or off for ${subject}?`,
    meaning: "Decides whether controllers keep leases for when the database is away.",
  },
};

const POWER_MEANING: Record<PowerAction, string> = {
  TurnOn: "Starts the machine.",
  TurnOff: "As if its plug was pulled. Everybody on it loses what is not saved.",
  Shutdown: "Windows shuts down and ends every session on it.",
  Reset: "As if its reset button was pressed. Everybody on it loses what is not saved.",
  Restart: "Windows restarts and ends every session on it.",
  Suspend: "The machine stands still as it is.",
  Resume: "The machine goes on where it stood.",
};

/** The question that the dialog asks. */
export function questionWords({ verb, action, enabled }: Step, subject: string): string {
  if (verb === "set-leasing" && enabled !== undefined)
    return `Switch connection leasing ${enabled ? "on" : "off"} for ${subject}?`;
  return verb === "power" && action !== null ? `${POWER_WORD[action].button(subject)}?` : QUESTION[verb].ask(subject);
}

export function meaningOf({ verb, action }: Step): string {
  return verb === "power" && action !== null ? POWER_MEANING[action] : QUESTION[verb].meaning;
}

/** What the button of the dialog says: the thing itself, never only `OK`. `fit`: how many of several sessions are not left out. */
export function confirmWords(
  step: Step,
  { target, subject }: { target: OperationTarget; subject: string },
  fit: number | null,
): string {
  if ("sessions" in target && target.sessions.length > 1)
    return `${VERB_WORD[step.verb].name} ${countOf(fit ?? target.sessions.length, "session")}`;
  return buttonWords(step, "machine" in target ? subject : null);
}
