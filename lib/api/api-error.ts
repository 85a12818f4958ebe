import type * as z from "zod";
import type { ErrorBody } from "./contract/envelope";

export type ApiErrorCode = z.infer<typeof ErrorBody>["error"]["code"];

interface ApiErrorDetails {
  readonly field?: string | null;
  readonly operationId?: string | null;
  readonly status?: number;
  readonly retryAfterSeconds?: number | null;
  readonly cause?: unknown;
}

/** What an endpoint answered instead of its response. `message` is a sentence for the person in front of the screen. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** The parameter or form field that is wrong. */
  readonly field: string | null;
  /** Of a conflict: the operation that stands in the way. */
  readonly operationId: string | null;
  /** HTTP status; 0 where no answer came at all. */
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(code: ApiErrorCode, message: string, details: ApiErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = "ApiError";
    this.code = code;
    this.field = details.field ?? null;
    this.operationId = details.operationId ?? null;
    this.status = details.status ?? 0;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}

/** Reads an answer that is not 2xx; one that is no error body of ours (a proxy's page) becomes `unavailable` or `internal`. */
export async function readApiError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const details = { status: response.status, retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null };
  const body = await readErrorBody(response);
  if (body) {
    const { code, message, field = null, operationId = null } = body.error;
    return new ApiError(code, message, { ...details, field, operationId });
  }
  const code = [502, 503, 504].includes(response.status) ? "unavailable" : "internal";
  return new ApiError(code, `Ghostdesk answered ${response.status} without saying why.`, details);
}

async function readErrorBody(response: Response): Promise<z.infer<typeof ErrorBody> | null> {
  if (!response.headers.get("content-type")?.startsWith("application/json")) return null;
  const body: unknown = await response.json();
  return isErrorBody(body) ? body : null;
}

function isErrorBody(body: unknown): body is z.infer<typeof ErrorBody> {
  if (typeof body !== "object" || body === null || !("error" in body)) return false;
  const { error } = body;
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
