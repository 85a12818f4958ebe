import { z } from "zod";
import { NoBody, Nothing } from "@/lib/api/contract/envelope";
import type { Endpoint } from "@/lib/api/endpoint";

/** Two endpoints of no subject, for tests of what is between a request and the work. */

const base = { params: Nothing, query: Nothing, body: NoBody, status: 200, mediaType: "application/json" } as const;
export const READ = {
  ...base,
  id: "read",
  method: "GET",
  path: "/api/things/{thingKey}",
  summary: "",
  permission: "read",
  params: z.object({ thingKey: z.string().max(20) }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(60), q: z.string().optional() }),
  response: z.object({ got: z.unknown() }),
} as const satisfies Endpoint;
export const WRITE = {
  ...base,
  id: "write",
  method: "POST",
  path: "/api/things",
  summary: "",
  permission: "manage-settings",
  body: z.object({ name: z.string(), size: z.number().optional() }),
  response: z.object({ name: z.string() }),
  status: 201,
} as const satisfies Endpoint;

/** Status and body of an answer that is an error. */
export async function errorOf(response: Response) {
  const { error } = (await response.json()) as { error: { code: string; message: string; field?: string } };
  return { status: response.status, ...error };
}
