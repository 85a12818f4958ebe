import type { Machine } from "../../entities/machine";
import type { PowerActionRecord } from "../../entities/power-action";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";
import { machineNameOf } from "./machines";

/** Get-BrokerHostingPowerAction. */

const ofMachine =
  (read: (machine: Machine) => Cell): ReadCell<PowerActionRecord> =>
  ({ machineId }, world) =>
    read(world.machineById(machineId));

export const POWER_ACTIONS = listing<PowerActionRecord>("Get-BrokerHostingPowerAction", {
  items: (world) => world.powerActions.values(),
  cells: {
    Action: ({ action }) => action,
    ActionCompletionTime: ({ completedAt }) => completedAt,
    ActionStartTime: ({ startedAt }) => startedAt,
    DNSName: ofMachine(({ dns }) => dns),
    FailureReason: ({ failureReason }) => failureReason,
    HostedMachineName: ofMachine(({ name }) => name),
    HypervisorConnectionUid: ofMachine(({ hypervisorUid }) => hypervisorUid),
    MachineName: ofMachine(machineNameOf),
    RequestTime: ({ requestedAt }) => requestedAt,
    State: ({ state }) => state,
    Uid: ({ id }) => id,
  },
});
