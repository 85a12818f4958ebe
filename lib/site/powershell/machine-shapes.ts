import { z } from "zod";
import type { PowerState, RegistrationState } from "@/lib/domain/states";
import type { SdkMachine } from "@/lib/site/port";
import type { AgentService, SdkMachineNow, SdkPowerAction, ServerTimers as Timers } from "@/lib/site/sdk";
import {
  Count,
  exactly,
  Guid,
  InstantOrNull,
  InstantText,
  Milliseconds,
  Text,
  TextOrNull,
  Texts,
  Uid,
  wordOrUnknown,
} from "./shape";

/** Machines, their power, their agent and their limits as the scripts answer them, read into the shapes of the port. */

const RegistrationWord: z.ZodType<RegistrationState> = wordOrUnknown([
  "Registered",
  "Unregistered",
  "Initializing",
  "AgentError",
]);

const PowerWord: z.ZodType<PowerState> = wordOrUnknown([
  "Unavailable",
  "Off",
  "On",
  "Suspended",
  "TurningOn",
  "TurningOff",
  "Suspending",
  "Resuming",
  "Unmanaged",
  "NotSupported",
  "VirtualMachineNotFound",
]);

export const MachineRow = exactly<SdkMachine>()(z.object({ machineId: Guid, sessionsPending: Count }));

export const MachineNow = exactly<SdkMachineNow>()(
  z.object({
    machineKey: Guid,
    machineName: Text,
    dnsName: TextOrNull,
    registration: RegistrationWord,
    lastDeregistrationReason: TextOrNull,
    lastDeregistrationAt: InstantOrNull,
    power: PowerWord,
    powerActionPending: z.boolean(),
    supportedPowerActions: Texts,
    maintenance: z.boolean(),
    faultState: TextOrNull,
    sessionCount: Count,
    sessionsPending: Count,
    sessionsEstablished: Count,
    loadIndex: z.number().nullable(),
    lastErrorReason: TextOrNull,
    lastErrorAt: InstantOrNull,
    lastConnectionFailure: TextOrNull,
    lastConnectionAt: InstantOrNull,
    windowsConnectionSetting: TextOrNull,
  }),
);

const PowerActionRow = z.object({
  uid: Uid,
  machineName: Text,
  action: Text,
  state: Text,
  requestedAt: InstantText,
  startedAt: InstantOrNull,
  completedAt: InstantOrNull,
  failureReason: TextOrNull,
});
export const PowerActions = exactly<readonly SdkPowerAction[]>()(z.array(PowerActionRow).max(10_000).readonly());

export const AgentState = exactly<AgentService>()(
  z.object({
    status: z.enum(["Running", "Stopped", "StartPending", "StopPending", "Paused", "ContinuePending", "PausePending"]),
    processId: z.number().int().nonnegative().nullable(),
    startedAt: InstantOrNull,
  }),
);

const TimerRow = z.object({
  timer: z.enum(["idle", "disconnected", "connection"]),
  ms: Milliseconds,
  source: z.enum(["group-policy", "listener", "citrix-policy"]),
});
export const ServerTimers = exactly<Timers>()(
  z.object({ timers: z.array(TimerRow).max(100).readonly(), endsAtLimit: z.boolean() }),
);
