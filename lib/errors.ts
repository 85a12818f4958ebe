/**
 * The one error class. Eight codes, one mapping to HTTP; `message` is written for the person in front of the screen,
 * `cause` keeps what really happened for the log and is never shown.
 */
export const ERROR_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface DeskErrorDetails {
  /** The parameter or form field that is wrong. */
  field?: string;
  /** The operation that stands in the way of another one. */
  operationId?: string;
  /** Seconds after which trying again makes sense; sent as Retry-After. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** Shared by all copies of this module: the web framework loads it once per bundle, and an error crosses between them. */
const BRAND: unique symbol = Symbol.for("ghostdesk.error") as never;

export class DeskError extends Error {
  readonly [BRAND] = true;
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly operationId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: DeskErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "DeskError";
    this.code = code;
    this.field = details.field;
    this.operationId = details.operationId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Object && BRAND in value;
  }
}

/** A sentence for the log: the message with the messages of everything that caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || error.name;
  return error.cause === undefined ? own : `${own} (${describeError(error.cause)})`;
}
