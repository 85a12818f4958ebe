import type { MessagePort } from "node:worker_threads";
import type { WindowsSession } from "@/lib/domain/ghost/facts";
import type { Instant } from "@/lib/domain/site";
import { DeskError, type ErrorCode } from "@/lib/errors";
import type { ActAnswer, ActContext, SiteCommand } from "@/lib/site/command";
import type { SdkMachine, SdkSession, SdkSite } from "@/lib/site/port";
import type {
  AgentService,
  SdkAccessRule,
  SdkConnectionAttempt,
  SdkGroup,
  SdkLease,
  SdkMachineNow,
  SdkPowerAction,
  SdkSessionNow,
  SdkStandby,
  ServerTimers,
} from "@/lib/site/sdk";
import type { ScenarioOptions, ScenarioStatus } from "./practice-site";
import type { SiteEra, SizeName } from "./sizes";
import type { CmdletAnswer, CmdletCall } from "./stand-in/wire";

/** What travels between the threads: requests with a number, answers with the same number, errors by code and message. */

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string | undefined;
}

export function toWire(error: unknown): WireError {
  if (error instanceof DeskError) return { code: error.code, message: error.message, field: error.field };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

export function fromWire({ code, message, field }: WireError): DeskError {
  return new DeskError(code, message, field === undefined ? {} : { field });
}

/** `make` writes a new site and ends, so that the memory it took is given back; `run` opens a site that is there. */
export type WorkerTask = "make" | "run";

export interface WorkerOptions {
  readonly folder: string;
  readonly size: SizeName;
  readonly seed: number;
  readonly era: SiteEra;
  readonly wallNow: Instant;
}

/** What main may ask of the simulator's thread; every answer says where the site's time stands. */
export type WorkerCall =
  | { readonly name: "runTo"; readonly to: Instant }
  | { readonly name: "scenarios" }
  | { readonly name: "startScenario"; readonly scenario: string; readonly options: ScenarioOptions }
  | { readonly name: "endScenario"; readonly scenario: string }
  | { readonly name: "close" };

export type WorkerCommand =
  | { readonly type: "call"; readonly id: number; readonly call: WorkerCall }
  | { readonly type: "sdk-port"; readonly port: MessagePort };

export interface WorkerResult {
  readonly now: Instant;
  readonly scenarios?: readonly ScenarioStatus[];
  readonly startedAt?: Instant;
}

export type WorkerMessage =
  | { readonly type: "progress"; readonly text: string }
  | {
      readonly type: "ready";
      readonly siteName: string;
      readonly timeZone: string;
      readonly tablesFile: string;
      readonly now: Instant;
    }
  /** There is no site to run yet, or only one that another release made. */
  | { readonly type: "absent" }
  | { readonly type: "made" }
  | { readonly type: "failed"; readonly error: WireError }
  | { readonly type: "result"; readonly id: number; readonly result: WorkerResult }
  | { readonly type: "refused"; readonly id: number; readonly error: WireError };

/** Rows of the lists that come in pages. */
export interface PagedRows {
  readonly sessions: SdkSession;
  readonly machines: SdkMachine;
  readonly leases: SdkLease;
}

/** Questions to the SDK. `after` is the number that came with the page before, 0 for the first page. `machineId` is a UUID. */
export type SdkQuestion =
  | { readonly ask: keyof PagedRows; readonly after: number }
  | { readonly ask: "connectionLog"; readonly since: Instant; readonly after: number }
  | { readonly ask: "site" | "standby" | "groups" | "accessRules" }
  | { readonly ask: "session"; readonly sessionKey: string }
  | { readonly ask: "lease"; readonly leaseKey: string }
  | {
      readonly ask: "machine" | "powerActions" | "windowsSessions" | "agentService" | "serverTimers";
      readonly machineId: string;
    };

/** Something asked, something to be done, or a cmdlet of the stand-in module. */
export type SdkRequestBody =
  | { readonly question: SdkQuestion }
  | { readonly command: SiteCommand; readonly context: ActContext }
  | { readonly call: CmdletCall };
export type SdkRequest = { readonly id: number } & SdkRequestBody;

/** One page; `next` is null with the last. */
export interface SdkPage<T> {
  readonly rows: readonly T[];
  readonly next: number | null;
}

export type SdkAnswer =
  | SdkPage<SdkSession>
  | SdkPage<SdkMachine>
  | SdkPage<SdkLease>
  | SdkPage<SdkConnectionAttempt>
  | SdkSite
  | SdkSessionNow
  | SdkMachineNow
  | SdkLease
  | AgentService
  | ServerTimers
  | readonly WindowsSession[]
  | readonly SdkPowerAction[]
  | readonly SdkStandby[]
  | readonly SdkGroup[]
  | readonly SdkAccessRule[]
  | null;

export type SdkResponse =
  | { readonly id: number; readonly answer: SdkAnswer | ActAnswer | CmdletAnswer }
  | { readonly id: number; readonly error: WireError };
