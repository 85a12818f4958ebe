import type { z } from "zod";
import type { Permission } from "@/lib/domain/role";

/**
 * One endpoint as data. The route handler, the browser's query and the OpenAPI document are all made from it, so that
 * they cannot disagree. `permission: null` means that nobody needs to be signed in.
 */
export interface Endpoint<
  TPath extends z.ZodObject = z.ZodObject,
  TQuery extends z.ZodObject = z.ZodObject,
  TBody extends z.ZodType = z.ZodType,
  TResponse extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With `{name}` for path parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly permission: Permission | null;
  readonly params: TPath;
  readonly query: TQuery;
  readonly body: TBody;
  readonly response: TResponse;
  /** 200 unless said; 204 has no body. */
  readonly status: 200 | 201 | 202 | 204;
  /** What the answer is, where it is not JSON. */
  readonly mediaType: string;
}
