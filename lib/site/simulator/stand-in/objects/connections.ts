import type { SdkConnectionAttempt } from "@/lib/site/sdk";
import type { World } from "../../engine/world";
import type { Machine } from "../../entities/machine";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";

/** Get-BrokerConnectionLog: its rows stand in the site's tables, so whoever asks brings them along. */

const ofMachine =
  (read: (machine: Machine) => Cell): ReadCell<SdkConnectionAttempt> =>
  ({ machineName }, world: World) => {
    const machine = world.census.machines.find(({ domain, name }) => `${domain}\\${name}` === machineName);
    return machine ? read(machine) : null;
  };

const CELLS: Readonly<Record<string, ReadCell<SdkConnectionAttempt>>> = {
  BrokeringTime: ({ brokeredAt }) => brokeredAt,
  BrokeringUserName: ({ userName }) => userName,
  ConnectionFailureReason: ({ failure }) => failure,
  Disconnected: ({ disconnected }) => disconnected,
  EndTime: ({ endedAt }) => endedAt,
  EstablishmentTime: ({ establishedAt }) => establishedAt,
  MachineDNSName: ofMachine(({ dns }) => dns),
  MachineName: ({ machineName }) => machineName,
  MachineUid: ofMachine(({ uid }) => uid),
  Uid: ({ uid }) => uid,
};

export function connections(attempts: Iterable<SdkConnectionAttempt>) {
  return listing<SdkConnectionAttempt>("Get-BrokerConnectionLog", { items: () => attempts, cells: CELLS });
}
