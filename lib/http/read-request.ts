import type { z } from "zod";
import { DeskError } from "@/lib/errors";
import { parseInput } from "@/lib/operations/parse-input";

export const BODY_BYTES_MAX = 64 * 1024;
export const TOO_LARGE = "The body is larger than 64 kB.";

/**
 * The parameters in the path, by the endpoint's own pattern. Throws DeskError `invalid` naming the parameter, also where
 * a backslash travels in the path, encoded or not: no key of ours has one.
 */
export function readParams<T extends z.ZodObject>(pattern: string, schema: T, url: URL): z.output<T> {
  if (/\\|%5c/i.test(url.pathname)) throw new DeskError("invalid", "A path has no backslash.");
  const names = pattern.split("/");
  const parts = url.pathname.split("/");
  const given = names.flatMap((name, index) => {
    const parameter = /^\{(\w+)\}$/.exec(name)?.[1];
    return parameter ? [[parameter, decode(parameter, parts[index] ?? "")]] : [];
  });
  return parseInput(schema, Object.fromEntries(given));
}

function decode(parameter: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new DeskError("invalid", `${parameter}: not a valid part of an address.`, { field: parameter, cause });
  }
}

/** The query. A parameter that the endpoint does not know, or that is given twice, is `invalid` rather than ignored. */
export function readQuery<T extends z.ZodObject>(schema: T, url: URL): z.output<T> {
  const given = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (!Object.hasOwn(schema.shape, name)) {
      throw new DeskError("invalid", `${name}: there is no such parameter.`, { field: name });
    }
    if (given.has(name)) throw new DeskError("invalid", `${name}: given more than once.`, { field: name });
    given.set(name, value);
  }
  return parseInput(schema, Object.fromEntries(given));
}

/**
 * The JSON body, at most 64 kB. An empty object counts as no body where none is taken. Throws DeskError `invalid` naming
 * the field.
 */
export async function readBody<T extends z.ZodType>(schema: T, request: Request): Promise<z.output<T>> {
  const value = await readJson(request);
  const mayBeMissing = schema.safeParse(undefined).success;
  if (value === undefined && !mayBeMissing) throw new DeskError("invalid", "A body is missing.");
  if (mayBeMissing && !schema.safeParse({}).success && isObject(value)) {
    if (Object.keys(value).length > 0) throw new DeskError("invalid", "This request takes no body.");
    return parseInput(schema, undefined);
  }
  const parsed = parseInput(schema, value);
  refuseUnknownFields(value, parsed);
  return parsed;
}

async function readJson(request: Request): Promise<unknown> {
  const text = request.method === "GET" ? "" : await readText(request);
  if (text === "") return undefined;
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new DeskError("invalid", "A body must be sent as application/json.", { field: "Content-Type" });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DeskError("invalid", "The body is not valid JSON.", { cause });
  }
}

/** Our schemas drop what they do not know; a field that is dropped is a mistake that its sender should hear of. */
function refuseUnknownFields(value: unknown, parsed: unknown): void {
  if (!isObject(value) || !isObject(parsed)) return;
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(parsed, name));
  if (unknown !== undefined) throw new DeskError("invalid", `${unknown}: there is no such field.`, { field: unknown });
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > BODY_BYTES_MAX) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new DeskError("invalid", "The body is not valid UTF-8.", { cause });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function tooLarge(): DeskError {
  return new DeskError("invalid", TOO_LARGE);
}
