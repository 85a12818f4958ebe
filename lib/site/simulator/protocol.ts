import type { MessagePort } from "node:worker_threads";
import type { Instant } from "@/lib/domain/site";
import { DeskError, type ErrorCode } from "@/lib/errors";
import type { SdkMachine, SdkSession, SdkSite } from "@/lib/site/port";
import type { ScenarioOptions, ScenarioStatus } from "./practice-site";
import type { SiteEra, SizeName } from "./sizes";

/** What travels between the threads: requests with a number, answers with the same number, errors by code and message. */

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

export function toWire(error: unknown): WireError {
  if (error instanceof DeskError) return { code: error.code, message: error.message };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

export function fromWire({ code, message }: WireError): DeskError {
  return new DeskError(code, message);
}

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
  | { readonly type: "failed"; readonly error: WireError }
  | { readonly type: "result"; readonly id: number; readonly result: WorkerResult }
  | { readonly type: "refused"; readonly id: number; readonly error: WireError };

/** A Windows session as the server itself lists it, whatever the site believes. */
export interface ServerSession {
  /** Unique on its machine only. */
  readonly id: number;
  /** DOMAIN\account; null before anybody logged on in it. */
  readonly user: string | null;
  readonly state: "Active" | "Connected" | "Disconnected";
}

/** Questions to the SDK. `after` is the number that came with the page before, 0 for the first page. */
export type SdkQuestion =
  | { readonly ask: "sessions"; readonly after: number }
  | { readonly ask: "machines"; readonly after: number }
  | { readonly ask: "site" }
  | { readonly ask: "windowsSessions"; readonly machineId: string };

export interface SdkRequest {
  readonly id: number;
  readonly question: SdkQuestion;
}

/** One page; `next` is null with the last. */
export interface SdkPage<T> {
  readonly rows: readonly T[];
  readonly next: number | null;
}

export type SdkAnswer = SdkPage<SdkSession> | SdkPage<SdkMachine> | SdkSite | readonly ServerSession[];

export type SdkResponse =
  | { readonly id: number; readonly answer: SdkAnswer }
  | { readonly id: number; readonly error: WireError };
