import * as z from "zod";
import { LiveEvent, LiveHeartbeat } from "./contract/console";
import { ErrorBody } from "./contract/envelope";
import type { Endpoint } from "./endpoint";

/** The OpenAPI 3.1 description, made from the endpoints themselves; its schemas are JSON Schema 2020-12. */

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly security: readonly Json[];
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: Record<string, Json>;
  readonly [more: string]: unknown;
}

const INTRODUCTION = [
  "Every answer about the site carries the version of the snapshot it was read from, as of when that is, and the state of each source.",
  "States and modes are spelled as the site's SDK spells them; unknown is null. Instants are ISO 8601 in UTC.",
  "Before the site was read for the first time answers are 503 with Retry-After.",
  "Requests other than GET that carry the cookie need a right Origin header.",
].join(" ");

export function describeApi(endpoints: readonly Endpoint[]): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    methods[endpoint.method.toLowerCase()] = describeEndpoint(endpoint);
    paths[endpoint.path] = methods;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Ghostdesk", version: "1.0.0", description: INTRODUCTION },
    servers: [{ url: "/" }],
    security: [{ cookie: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        cookie: { type: "apiKey", in: "cookie", name: "ghostdesk", description: "On https `__Host-ghostdesk`." },
        bearer: { type: "http", scheme: "bearer", description: "A token made with `npm run token`." },
      },
      schemas: { Error: toSchema(ErrorBody), LiveEvent: toSchema(LiveEvent), LiveHeartbeat: toSchema(LiveHeartbeat) },
    },
  };
}

function describeEndpoint(endpoint: Endpoint): Json {
  const body = describeBody(endpoint.body);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.permission === null ? { security: [] } : { "x-permission": endpoint.permission }),
    parameters: [...describeParameters("path", endpoint.params), ...describeParameters("query", endpoint.query)],
    ...(body ? { requestBody: body } : {}),
    responses: { [endpoint.status]: describeResponse(endpoint), ...describeErrors(endpoint) },
  };
}

function describeParameters(place: "path" | "query", shape: z.ZodObject): Json[] {
  return Object.entries(shape.shape).map(([name, schema]) => {
    const { description, ...rest } = toSchema(schema);
    const required = place === "path" || !(schema as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required, ...(description ? { description } : {}), schema: rest };
  });
}

function describeBody(body: z.ZodType): Json | null {
  if (body instanceof z.ZodUndefined) return null;
  return { required: !body.safeParse(undefined).success, content: { "application/json": { schema: toSchema(body) } } };
}

function describeResponse({ response, mediaType, summary, status }: Endpoint): Json {
  if (status === 204) return { description: summary };
  const isJson = mediaType === "application/json";
  const schema = isJson ? toSchema(response) : { type: "string" };
  return { description: summary, content: { [mediaType]: { schema } } };
}

const ERRORS: readonly (readonly [status: number, means: string, canHappen: (endpoint: Endpoint) => boolean])[] = [
  [400, "A parameter is wrong; `field` names it", () => true],
  [401, "Not signed in", ({ permission, id }) => permission !== null || id === "signIn"],
  [403, "Not allowed", ({ permission, method }) => permission !== null || method !== "GET"],
  [404, "There is no such thing", takesNames],
  [
    409,
    "A name means more than one, or something else is under way",
    (endpoint) => takesNames(endpoint) || isWrite(endpoint),
  ],
  [429, "Too many failed sign-ins; see Retry-After", ({ id }) => id === "signIn"],
  [503, "The site was not read yet, or a database does not answer; see Retry-After", () => true],
];

function takesNames({ params, query }: Endpoint): boolean {
  return Object.keys(params.shape).length + Object.keys(query.shape).length > 0;
}

function isWrite({ method }: Endpoint): boolean {
  return method !== "GET";
}

function describeErrors(endpoint: Endpoint): Json {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  const possible = ERRORS.filter(([, , canHappen]) => canHappen(endpoint));
  return Object.fromEntries(possible.map(([status, description]) => [status, { description, content }]));
}

/** As it travels out of a parser; a field with a usual value counts as there. */
function toSchema(schema: z.core.$ZodType): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return json;
}
