import { describe, expect, it } from "vitest";
import type { MachineCopy } from "./copy-cells";
import { machineAt } from "./machine-at";

const HOUR = 3_600_000;
const NOON = Date.UTC(2027, 0, 14, 12, 0);
const at = (hour: number) => NOON + hour * HOUR;
const [UNKNOWN, REGISTERED, UNREGISTERED] = [0, 1, 2];
const [OFF, ON] = [2, 3];

/** Restarted at two, after it had been on for long. */
const ROW: MachineCopy = {
  Id: "00000002-0000-4000-8000-000000000001",
  Name: "NORDWERK\\XA-1",
  DnsName: null,
  LifecycleState: 0,
  DesktopGroupId: null,
  IsInMaintenanceMode: false,
  CurrentRegistrationState: REGISTERED,
  RegistrationStateChangeDate: at(2.1),
  LastDeregisteredCode: 201,
  LastDeregisteredDate: at(2),
  CurrentPowerState: ON,
  PowerStateChangeDate: at(2.05),
  PoweredOnDate: at(2.05),
  FailureDate: null,
  FaultState: 1,
  AssociatedUserNames: null,
  CurrentSessionCount: 3,
  ModifiedDate: at(2.1),
};
const stood = (hour: number, row: Partial<MachineCopy> = {}) => machineAt({ ...ROW, ...row }, at(hour));

describe("a machine at a moment", () => {
  it("is as the row says where nothing changed since", () => {
    expect(stood(3)).toMatchObject({
      CurrentRegistrationState: REGISTERED,
      RegistrationStateChangeDate: at(2.1),
      CurrentPowerState: ON,
      PoweredOnDate: at(2.05),
      CurrentSessionCount: 3,
    });
  });
  it("was registered, since nobody knows when, before it left", () => {
    expect(stood(1)).toMatchObject({ CurrentRegistrationState: REGISTERED, RegistrationStateChangeDate: null });
    const gone = { CurrentRegistrationState: UNREGISTERED, RegistrationStateChangeDate: at(2) };
    expect(stood(1, gone)).toMatchObject({ CurrentRegistrationState: REGISTERED, LastDeregisteredDate: null });
  });
  it("was away between its leaving and its return", () => {
    expect(stood(2.07)).toMatchObject({
      CurrentRegistrationState: UNREGISTERED,
      RegistrationStateChangeDate: at(2),
      LastDeregisteredCode: 201,
    });
  });
  it("was there before it was removed", () => {
    const removed = { LifecycleState: 1, ModifiedDate: at(5) };
    expect([stood(4, removed).LifecycleState, stood(5, removed).LifecycleState]).toEqual([0, 1]);
  });
  it("is unknown where nothing tells", () => {
    expect(stood(1, { LastDeregisteredDate: null }).CurrentRegistrationState).toBe(UNKNOWN);
    expect(stood(1)).toMatchObject({ CurrentPowerState: UNKNOWN, PowerStateChangeDate: null, PoweredOnDate: null });
    expect(stood(1, { CurrentPowerState: OFF }).CurrentPowerState).toBe(UNKNOWN);
    expect(stood(1).CurrentSessionCount).toBeNull();
  });
});
