import type { PowerAction } from "@/lib/domain/operation/verbs";
import { countPeople } from "./session-facts";
import { type Agreement, agrees, cameToNothing, type MachineSeen, type MachineVerb, notYet } from "./verb";

/** New-BrokerHostingPowerAction: queued, and carried out when the hypervisor's limits allow it. */

/** States of power in which an action means something, and the one in which it is done. */
const RULES: Readonly<Record<PowerAction, { from: readonly string[]; to: string; ends: boolean; words: string }>> = {
  TurnOn: { from: ["Off"], to: "On", ends: false, words: "turning it on" },
  Resume: { from: ["Suspended"], to: "On", ends: false, words: "resuming it" },
  TurnOff: { from: ["On", "Unknown"], to: "Off", ends: true, words: "turning it off" },
  Shutdown: { from: ["On"], to: "Off", ends: true, words: "shutting it down" },
  Restart: { from: ["On"], to: "On", ends: true, words: "a restart" },
  Reset: { from: ["On", "Unknown"], to: "On", ends: true, words: "a reset" },
  Suspend: { from: ["On"], to: "Suspended", ends: false, words: "suspending it" },
};

/** States of the queue from which an action does not come back. */
const LOST_IN_QUEUE = new Set(["Failed", "Canceled", "Deleted", "Lost"]);

export const power: MachineVerb = {
  verb: "power",
  undo: null,
  refuse: ({ machine: { name, power: now } }, { action }) => {
    if (now === "Unmanaged" || now === "NotSupported") return `The site does not manage the power of ${name}.`;
    if (action === null || RULES[action].from.includes(now)) return null;
    return `The power of ${name} is ${now}: ${RULES[action].words} is not possible.`;
  },
  loses: (_, { action }) => {
    if (action === "Suspend") return "The connection, until the machine resumes.";
    return action !== null && RULES[action].ends ? "The session and what is not saved." : null;
  },
  warn: ({ sessions, incidents }, { action }) => {
    if (action === null || !RULES[action].ends) return [];
    const ghosts = new Set(incidents.map(({ subject }) => subject.key));
    const people = sessions.filter(({ key }) => !ghosts.has(key)).length;
    return people > 0 ? [`${countPeople(people)} on this machine and will lose what is not saved.`] : [];
  },
  command: (machineKey, { action }) => ({ verb: "power", machineKey, action: action ?? "Restart" }),
  agrees: (seen, { action }) => (action === null ? notYet("No power action was named.") : stateOf(seen, action)),
};

function stateOf({ machine, powerAction, before }: MachineSeen, action: PowerAction): Agreement {
  if (powerAction && LOST_IN_QUEUE.has(powerAction.state)) {
    return cameToNothing(`The hypervisor gave it up: ${powerAction.failureReason ?? powerAction.state}.`);
  }
  if (machine === null) return notYet("The site does not list the machine.");
  if (powerAction?.state === "Pending") return notYet("It waits in the hypervisor's queue.");
  const { to, ends } = RULES[action];
  if (machine.power !== to) return notYet(`Its power is ${machine.power}.`);
  if (to !== "On") return agrees(`Its power is ${to}`);
  // A restart comes back to the state it began in: only a registration after it shows that it happened.
  const hasLeft = machine.lastDeregistrationAt !== before.lastDeregistrationAt;
  if (ends && !hasLeft) return notYet("The machine has not left the site yet.");
  return machine.registration === "Registered"
    ? agrees("Running and registered")
    : notYet("It runs and is not registered yet.");
}
