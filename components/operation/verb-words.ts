import type { OperationTarget } from "@/lib/api/contract/operations";
import type { PowerAction, Verb } from "@/lib/domain/operation/verbs";
import { countOf } from "../words";

/** Every word that a screen uses for what can be done: one table for each closed set, so that a new member breaks the build. */

interface VerbWord {
  /** In a list of operations: `Log off`. */
  readonly name: string;
  /** On a button, for one thing: `Log off the session`, `Restart the broker agent of SRV-07`. */
  readonly button: (machine: string) => string;
  /** As a question, before it is done to `subject`. */
  readonly question: (subject: string) => string;
  /** What it does, for somebody who meets it for the first time. */
  readonly meaning: string;
  /** That it worked, before `after 14 s`. */
  readonly worked: string;
}

export const VERB_WORD: Record<Verb, VerbWord> = {
  "log-off": {
    name: "Log off",
    button: () => "Log off the session",
    question: (subject) => `Log off ${subject}?`,
    meaning: "Asks the server to end the session. What somebody has open in it and has not saved is lost.",
    worked: "Gone",
  },
  disconnect: {
    name: "Disconnect",
    button: () => "Disconnect the session",
    question: (subject) => `Disconnect ${subject}?`,
    meaning: "Takes the client away. The session goes on, and the person can come back to it.",
    worked: "Disconnected",
  },
  message: {
    name: "Message",
    button: () => "Send a message",
    question: (subject) => `Send a message to ${subject}?`,
    meaning: "Shows a message on the person's screen. Nothing else happens.",
    worked: "Sent",
  },
  hide: {
    name: "Hide",
    button: () => "Hide the session",
    question: (subject) => `Hide ${subject}?`,
    meaning: "The site passes over it, so that the person can start a new session. The old one stays.",
    worked: "Hidden",
  },
  unhide: {
    name: "Unhide",
    button: () => "Show the session again",
    question: (subject) => `Show ${subject} again?`,
    meaning: "The site uses the session again: the person comes back to it with the next launch.",
    worked: "Shown again",
  },
  "restart-agent": {
    name: "Restart agent",
    button: (machine) => `Restart the broker agent of ${machine}`,
    question: (subject) => `Restart the broker agent of ${subject}?`,
    meaning:
      "Restarts the Citrix Desktop Service. Running sessions go on; the machine registers anew and reports them again.",
    worked: "Registered again",
  },
  "maintenance-on": {
    name: "Maintenance on",
    button: (machine) => `Put ${machine} into maintenance`,
    question: (subject) => `Put ${subject} into maintenance?`,
    meaning: "The machine takes no new sessions. Those on it go on.",
    worked: "In maintenance",
  },
  "maintenance-off": {
    name: "Maintenance off",
    button: (machine) => `Take ${machine} out of maintenance`,
    question: (subject) => `Take ${subject} out of maintenance?`,
    meaning: "The machine takes new sessions again.",
    worked: "In use again",
  },
  power: {
    name: "Power",
    button: (machine) => `Restart ${machine}`,
    question: (subject) => `Change the power of ${subject}?`,
    meaning: "Everybody on the machine has to leave.",
    worked: "Done",
  },
  "remove-lease": {
    name: "Remove lease",
    button: () => "Remove the lease",
    question: (subject) => `Remove ${subject}?`,
    meaning: "The lease cannot be used any more while the database is away.",
    worked: "Removed",
  },
  "refresh-leases": {
    name: "Refresh leases",
    button: () => "Refresh the leases",
    question: (subject) => `Refresh the leases of ${subject}?`,
    meaning: "The controller reads its leases anew.",
    worked: "Asked for",
  },
  "set-leasing": {
    name: "Set leasing",
    button: () => "Turn leasing on or off",
    question: (subject) => `Turn leasing on or off for ${subject}?`,
    meaning: "Decides whether controllers keep leases for when the database is away.",
    worked: "Set",
  },
};

interface PowerWord {
  readonly name: string;
  readonly button: (machine: string) => string;
  readonly meaning: string;
}

export const POWER_WORD: Record<PowerAction, PowerWord> = {
  TurnOn: { name: "Turn on", button: (machine) => `Turn on ${machine}`, meaning: "Starts the machine." },
  TurnOff: {
    name: "Turn off at once",
    button: (machine) => `Turn off ${machine} at once`,
    meaning: "As if its plug was pulled. Everybody on it loses what is not saved.",
  },
  Shutdown: {
    name: "Shut down",
    button: (machine) => `Shut down ${machine}`,
    meaning: "Windows shuts down and ends every session on it.",
  },
  Reset: {
    name: "Reset at once",
    button: (machine) => `Reset ${machine} at once`,
    meaning: "As if its reset button was pressed. Everybody on it loses what is not saved.",
  },
  Restart: {
    name: "Restart",
    button: (machine) => `Restart ${machine}`,
    meaning: "Windows restarts and ends every session on it.",
  },
  Suspend: {
    name: "Suspend",
    button: (machine) => `Suspend ${machine}`,
    meaning: "The machine stands still as it is.",
  },
  Resume: { name: "Resume", button: (machine) => `Resume ${machine}`, meaning: "The machine goes on where it stood." },
};

interface Step {
  readonly verb: Verb;
  readonly action: PowerAction | null;
}

/** What a button says that does it: `Restart the broker agent of SRV-07`. */
export function buttonWords({ verb, action }: Step, machine: string | null): string {
  const place = machine ?? "the machine";
  return verb === "power" && action !== null ? POWER_WORD[action].button(place) : VERB_WORD[verb].button(place);
}

/** What was done, in a list: `Log off`, `Power: restart`. */
export function operationName({ verb, action }: Step): string {
  const { name } = VERB_WORD[verb];
  return action === null ? name : `${name}: ${POWER_WORD[action].name.toLowerCase()}`;
}

/** The question that the dialog asks. */
export function questionWords({ verb, action }: Step, subject: string): string {
  if (verb === "power" && action !== null) return `${POWER_WORD[action].button(subject)}?`;
  return VERB_WORD[verb].question(subject);
}

export function meaningOf({ verb, action }: Step): string {
  return verb === "power" && action !== null ? POWER_WORD[action].meaning : VERB_WORD[verb].meaning;
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
