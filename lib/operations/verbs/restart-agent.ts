import { countPeople, isLoggingOn } from "./session-facts";
import { agrees, type MachineVerb, notYet } from "./verb";

/**
 * Restart-Service BrokerAgent on the machine: it leaves the site and registers again, and its sessions are audited. Running sessions
 * survive (https://support.citrix.com/s/article/CTX239314); logons under way may not.
 */
export const restartAgent: MachineVerb = {
  verb: "restart-agent",
  undo: null,
  refuse: ({ machine: { name, power } }) => {
    if (power === "Off" || power === "Suspended") return `${name} is not running: there is no agent to restart.`;
    return power === "TurningOn" ? `${name} is just starting: its agent starts with it.` : null;
  },
  loses: (session) => (isLoggingOn(session) ? "The logon that is under way." : null),
  warn: ({ machine, sessions, incidents }) => {
    const ghosts = new Set(incidents.map(({ subject }) => subject.key));
    const loggingOn = sessions.filter((session) => !ghosts.has(session.key) && isLoggingOn(session)).length;
    return [
      ...(loggingOn > 0 ? [`${countPeople(loggingOn)} logging on there now, and may have to try again.`] : []),
      ...(machine.registration === "Registered"
        ? ["For a minute or two nobody can start anything on this machine."]
        : [`${machine.name} is not registered now: a restart may bring it back.`]),
      ...(incidents.some(({ class: each }) => each === "named-gone")
        ? ["Sources disagree whether this clears a named ghost: it may work."]
        : []),
    ];
  },
  command: (machineKey) => ({ verb: "restart-agent", machineKey }),
  agrees: ({ machine, before, ghosts: { left, of } }) => {
    if (machine === null) return notYet("The site does not list the machine.");
    if (machine.lastDeregistrationAt === before.lastDeregistrationAt)
      return notYet("The machine has not left the site yet.");
    if (machine.registration !== "Registered") return notYet("The machine has left and is not registered again yet.");
    if (left > 0) return notYet(`The machine is registered again, but ${left} of ${of} ghosts still stand on it.`);
    return agrees(
      of > 0 ? `Registered again, ${of === 1 ? "its ghost" : `its ${of} ghosts`} gone` : "Registered again",
    );
  },
};
