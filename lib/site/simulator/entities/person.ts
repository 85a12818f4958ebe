import type { Instant } from "@/lib/domain/site";
import type { Timers } from "./timers";

export interface Device {
  readonly name: string;
  readonly address: string;
  readonly version: string;
  readonly platform: string;
  /** Through the gateway rather than from the house's own network. */
  readonly remote: boolean;
}

export interface Person {
  readonly kind: "person";
  readonly id: number;
  readonly sid: string;
  /** NetBIOS domain. */
  readonly domain: string;
  readonly account: string;
  readonly upn: string;
  readonly fullName: string | null;
  created: Instant;
  /** Whether the site has written a User row yet: it does at the first logon. */
  known: boolean;
  readonly habit: Habit;
  /** Group of the desktop or the applications this person starts the day with, and a second one that some use. */
  readonly groupId: string;
  readonly secondGroupId: string | null;
  /** Looks after servers, through the console or RDP; has no desktop in the site. */
  readonly administrator: boolean;
  readonly device: Device;
  /** When the working day ends, or the last one ended; null before the first. */
  leaveAt: Instant | null;
  /** Launches that failed in a row. */
  refusals: number;
  timers: Timers<PersonTimer>;
}
export type PersonTimer = "arrive" | "launch" | "launchSecond" | "retry";

/** Local minutes since midnight, minutes, probabilities. */
export interface Habit {
  readonly workday: number;
  readonly weekend: number;
  readonly arrive: number;
  readonly stay: number;
  /** Chance to log off at the end of the day rather than to walk away. */
  readonly logsOff: number;
}
