import type { PowerAction, Verb } from "@/lib/domain/operation/verbs";

/** Every word that a screen uses for what can be done: one table for each closed set, so that a new member breaks the build. */

interface VerbWord {
  /** In a list of operations: `Log off`. */
  readonly name: string;
  /** On a button, for one thing: `Log off the session`, `Restart the broker agent of SRV-07`. */
  readonly button: (machine: string) => string;
  /** That it worked, before `after 14 s`. */
  readonly worked: string;
}

export const VERB_WORD: Record<Verb, VerbWord> = {
  "log-off": {
    name: "Log off",
    button: () => "Log off the session",
    worked: "Gone",
  },
  disconnect: {
    name: "Disconnect",
    button: () => "Disconnect the session",
    worked: "Disconnected",
  },
  message: {
    name: "Message",
    button: () => "Send a message",
    worked: "Sent",
  },
  hide: {
    name: "Hide",
    button: () => "Hide the session",
    worked: "Hidden",
  },
  unhide: {
    name: "Unhide",
    button: () => "Show the session again",
    worked: "Shown again",
  },
  "restart-agent": {
    name: "Restart agent",
    button: (machine) => `Restart the broker agent of ${machine}`,
    worked: "Registered again",
  },
  "maintenance-on": {
    name: "Maintenance on",
    button: (machine) => `Put ${machine} into maintenance`,
    worked: "In maintenance",
  },
  "maintenance-off": {
    name: "Maintenance off",
    button: (machine) => `Take ${machine} out of maintenance`,
    worked: "In use again",
  },
  power: {
    name: "Power",
    button: (machine) => `Restart ${machine}`,
    worked: "Done",
  },
  "remove-lease": {
    name: "Remove lease",
    button: () => "Remove the lease",
    worked: "Removed",
  },
  "refresh-leases": {
    name: "Refresh leases",
    button: () => "Refresh the leases",
    worked: "Asked for",
  },
  "set-leasing": {
    name: "Set leasing",
    button: () => "Turn leasing on or off",
    worked: "Set",
  },
};

interface PowerWord {
  readonly name: string;
  readonly button: (machine: string) => string;
}

export const POWER_WORD: Record<PowerAction, PowerWord> = {
  TurnOn: { name: "Turn on", button: (machine) => `Turn on ${machine}` },
  TurnOff: {
    name: "Turn off at once",
    button: (machine) => `Turn off ${machine} at once`,
  },
  Shutdown: {
    name: "Shut down",
    button: (machine) => `Shut down ${machine}`,
  },
  Reset: {
    name: "Reset at once",
    button: (machine) => `Reset ${machine} at once`,
  },
  Restart: {
    name: "Restart",
    button: (machine) => `Restart ${machine}`,
  },
  Suspend: {
    name: "Suspend",
    button: (machine) => `Suspend ${machine}`,
  },
  Resume: { name: "Resume", button: (machine) => `Resume ${machine}` },
};

export interface Step {
  readonly verb: Verb;
  readonly action: PowerAction | null;
  /** Of leasing: on or off, where that is chosen already. */
  readonly enabled?: boolean | undefined;
}

/** What a button says that does it: `Restart the broker agent of SRV-07`. */
export function buttonWords({ verb, action, enabled }: Step, machine: string | null): string {
  if (verb === "set-leasing" && enabled !== undefined) return `Switch connection leasing ${enabled ? "on" : "off"}`;
  const place = machine ?? "the machine";
  return verb === "power" && action !== null ? POWER_WORD[action].button(place) : VERB_WORD[verb].button(place);
}

/** What was done, in a list: `Log off`, `Power: restart`. */
export function operationName({ verb, action }: Step): string {
  const { name } = VERB_WORD[verb];
  return action === null ? name : `${name}: ${POWER_WORD[action].name.toLowerCase()}`;
}
