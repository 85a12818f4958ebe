import { agrees, type MachineVerb, notYet } from "./verb";

/** Set-BrokerMachineMaintenanceMode: nobody new is sent there; on multi-session machines reconnects are still allowed. */
export const maintenanceOn: MachineVerb = {
  verb: "maintenance-on",
  undo: "End maintenance mode.",
  refuse: ({ machine: { name, maintenance } }) =>
    maintenance === true ? `${name} is in maintenance mode already.` : null,
  loses: () => null,
  warn: ({ sessions }) => (sessions.length > 0 ? ["Who is on it stays on it; nobody new is sent there."] : []),
  command: (machineKey) => ({ verb: "maintenance-on", machineKey }),
  agrees: ({ machine }) =>
    machine?.maintenance === true ? agrees("In maintenance mode") : notYet("The machine is not in maintenance mode."),
};

/** Takes maintenance mode back. */
export const maintenanceOff: MachineVerb = {
  verb: "maintenance-off",
  undo: "Begin maintenance mode again.",
  refuse: ({ machine: { name, maintenance } }) =>
    maintenance === false ? `${name} is not in maintenance mode.` : null,
  loses: () => null,
  warn: () => [],
  command: (machineKey) => ({ verb: "maintenance-off", machineKey }),
  agrees: ({ machine }) =>
    machine?.maintenance === false ? agrees("Back in service") : notYet("The machine is still in maintenance mode."),
};
