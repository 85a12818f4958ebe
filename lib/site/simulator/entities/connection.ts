import type { Instant } from "@/lib/domain/site";
import type { Device } from "./person";

export type Protocol = "HDX" | "RDP" | "Console";

export interface Connection {
  readonly id: number;
  readonly sessionKey: string;
  readonly device: Device | null;
  readonly isReconnect: boolean;
  readonly protocol: Protocol;
  brokeredAt: Instant | null;
  brokeringMs: number | null;
  vmStart: readonly [Instant, Instant] | null;
  establishedAt: Instant | null;
  authenticationMs: number | null;
  logOnStartedAt: Instant | null;
  logOnEndedAt: Instant | null;
  /** When the steps of a logon begin and end, as far as they have come. */
  steps: Partial<Record<LogonStep, readonly [Instant, Instant | null]>>;
  disconnectedAt: Instant | null;
  disconnectCode: number | null;
  readonly created: Instant;
  modified: Instant;
}
export type LogonStep = "hdx" | "gpo" | "scripts" | "profile" | "interactive";

export interface RunningApplication {
  readonly id: number;
  readonly applicationId: string;
  readonly sessionKey: string;
  readonly start: Instant;
  end: Instant | null;
  modified: Instant;
}
