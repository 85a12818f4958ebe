import {
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  type LucideIcon,
  Power,
  PowerOff,
  TriangleAlert,
  Wrench,
} from "lucide-react";
import type { FaultState, PowerState, RegistrationState } from "@/lib/domain/states";
import type { Tone } from "../ui/tone";

type Named<TState> = Exclude<TState, `${number}`>;
interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

const UNKNOWN: Look = { tone: "unknown", icon: CircleQuestionMark };

const REGISTRATION: Record<Named<RegistrationState>, Look> = {
  Registered: { tone: "ok", icon: CircleCheck },
  Unregistered: { tone: "bad", icon: CircleX },
  AgentError: { tone: "bad", icon: TriangleAlert },
  Initializing: { tone: "info", icon: CircleQuestionMark },
  Unknown: UNKNOWN,
};

const OFF: Look = { tone: "unknown", icon: PowerOff };
const MOVING: Look = { tone: "info", icon: Power };

const POWER: Record<Named<PowerState>, Look> = {
  On: { tone: "ok", icon: Power },
  Off: OFF,
  Suspended: OFF,
  TurningOn: MOVING,
  TurningOff: MOVING,
  Suspending: MOVING,
  Resuming: MOVING,
  Unavailable: { tone: "warn", icon: TriangleAlert },
  VirtualMachineNotFound: { tone: "bad", icon: CircleX },
  Unmanaged: { tone: "unknown", icon: Power },
  NotSupported: { tone: "unknown", icon: Power },
  Unknown: UNKNOWN,
};

const FAULT: Record<Named<FaultState>, Look> = {
  None: { tone: "ok", icon: CircleCheck },
  FailedToStart: { tone: "bad", icon: TriangleAlert },
  StuckOnBoot: { tone: "bad", icon: TriangleAlert },
  Unregistered: { tone: "bad", icon: CircleX },
  MaxCapacity: { tone: "warn", icon: TriangleAlert },
  VirtualMachineNotFound: { tone: "bad", icon: CircleX },
  Unknown: UNKNOWN,
};

export const MAINTENANCE: Look = { tone: "info", icon: Wrench };

function lookUp<TState extends string>(looks: Record<TState, Look>, state: string): Look {
  return Object.hasOwn(looks, state) ? looks[state as TState] : UNKNOWN;
}

export const lookOfRegistration = (state: string): Look => lookUp(REGISTRATION, state);
export const lookOfPower = (state: string): Look => lookUp(POWER, state);
export const lookOfFault = (state: string): Look => lookUp(FAULT, state);

/** A load index is 0 to 10,000 (full); on screen it is percent. */
export function loadPercent(loadIndex: number): number {
  return Math.min(100, loadIndex / 100);
}
