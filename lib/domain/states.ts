/** The states and modes of a site, spelled as the broker SDK spells them (docs/architecture.md, words). */

/** A name from a known list, or the digits of a number that the list does not have. */
export type Spelled<TName extends string> = TName | `${number}`;

export type SessionState = Spelled<
  | "Unknown"
  | "Connected"
  | "Disconnected"
  | "Terminated"
  | "PreparingSession"
  | "Active"
  | "Reconnecting"
  | "NonBrokeredSession"
  | "Other"
  | "Pending"
>;
export type AppState = Spelled<"PreLogon" | "PreLaunched" | "Active" | "Desktop" | "Lingering" | "NoApps">;
export type ConnectionMode = Spelled<
  | "Brokered"
  | "Unbrokered"
  | "LeasedConnection"
  | "VdaHighAvailabilityMode"
  | "ThirdPartyBroker"
  | "ThirdPartyBrokerWithLicensing"
>;
export type SessionSupport = Spelled<"SingleSession" | "MultiSession" | "Unknown">;
export type RegistrationState = Spelled<"Unknown" | "Registered" | "Unregistered" | "Initializing" | "AgentError">;
export type PowerState = Spelled<
  | "Unknown"
  | "Unavailable"
  | "Off"
  | "On"
  | "Suspended"
  | "TurningOn"
  | "TurningOff"
  | "Suspending"
  | "Resuming"
  | "Unmanaged"
  | "NotSupported"
  | "VirtualMachineNotFound"
>;
export type FaultState = Spelled<
  "Unknown" | "None" | "FailedToStart" | "StuckOnBoot" | "Unregistered" | "MaxCapacity" | "VirtualMachineNotFound"
>;
