import type { Instant } from "@/lib/domain/site";
import type { MachineCells } from "@/lib/site/tables/read-machines";
import { known } from "./connections-at";
import type { MachineCopy } from "./copy-cells";

/**
 * One machine row as it stood at a moment. A row keeps only its last change of each kind: what changed later is unknown for that moment, save
 * where the last deregistration tells that the machine was registered before it.
 */

/** Numbers of RegistrationState, PowerState and LifecycleState (Monitor Service API, enums). */
const UNKNOWN = 0;
const REGISTERED = 1;
const UNREGISTERED = 2;
const DELETED = 1;

/** LoadIndex, catalog and host say nothing about ghosts, so a copy need not have them. */
export function machineAt(row: MachineCopy, at: Instant): MachineCells {
  return {
    Id: row.Id,
    Name: row.Name,
    DnsName: row.DnsName,
    LifecycleState: lifecycleAt(row, at),
    IPAddress: null,
    Sid: null,
    HostedMachineName: null,
    IsInMaintenanceMode: row.IsInMaintenanceMode,
    AgentVersion: null,
    AssociatedUserNames: row.AssociatedUserNames,
    ...registrationAt(row, at),
    ...powerAt(row, at),
    CurrentSessionCount: isLater(row.ModifiedDate, at) ? null : row.CurrentSessionCount,
    ControllerDnsName: null,
    FailureDate: known(row.FailureDate, at),
    FaultState: isLater(row.FailureDate, at) ? null : row.FaultState,
    OSType: null,
    CatalogId: null,
    DesktopGroupId: row.DesktopGroupId,
    HypervisorId: null,
    ModifiedDate: Math.min(row.ModifiedDate ?? at, at),
    EffectiveLoadIndex: null,
    LoadDate: null,
  };
}

/** A machine that was removed later was there. */
function lifecycleAt({ LifecycleState, ModifiedDate }: MachineCopy, at: Instant): number {
  return LifecycleState === DELETED && isLater(ModifiedDate, at) ? 0 : LifecycleState;
}

const isLater = (date: Instant | null, at: Instant) => date !== null && date > at;

function registrationAt(row: MachineCopy, at: Instant) {
  const left = known(row.LastDeregisteredDate, at);
  const deregistration = {
    LastDeregisteredCode: left === null ? null : row.LastDeregisteredCode,
    LastDeregisteredDate: left,
  };
  if (!isLater(row.RegistrationStateChangeDate, at)) {
    const { CurrentRegistrationState, RegistrationStateChangeDate } = row;
    return { CurrentRegistrationState, RegistrationStateChangeDate, ...deregistration };
  }
  const wasIn = isLater(row.LastDeregisteredDate, at) || row.CurrentRegistrationState === UNREGISTERED;
  const state = wasIn ? REGISTERED : left === null ? UNKNOWN : UNREGISTERED;
  return { CurrentRegistrationState: state, RegistrationStateChangeDate: wasIn ? null : left, ...deregistration };
}

function powerAt(row: MachineCopy, at: Instant) {
  const isOld = !isLater(row.PowerStateChangeDate, at);
  return {
    CurrentPowerState: isOld ? row.CurrentPowerState : UNKNOWN,
    PowerStateChangeDate: isOld ? row.PowerStateChangeDate : null,
    PoweredOnDate: known(row.PoweredOnDate, at),
  };
}
