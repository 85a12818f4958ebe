import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Endpoint } from "./endpoint";
import { ENDPOINTS } from "./endpoints";
import { describeApi } from "./openapi";
import { ROUTES } from "./routes";

const API_FOLDER = fileURLToPath(new URL("../../app/api", import.meta.url));
const endpoints: readonly Endpoint[] = Object.values(ENDPOINTS);
const document = describeApi(endpoints);

/** `GET /api/users/{userKey}` of every handler that a route file exports. */
function handlersOf(folder: string, address: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = entry.name;
    // What answers for every address that is none has no endpoint of its own.
    if (name === "[...path]") return [];
    if (entry.isDirectory()) {
      return handlersOf(path.join(folder, name), `${address}/${name.replace(/^\[(\w+)\]$/, "{$1}")}`);
    }
    if (name !== "route.ts") return [];
    const text = readFileSync(path.join(folder, name), "utf8");
    return [...text.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)].map(
      ([, method]) => `${method} ${address}`,
    );
  });
}

describe("endpoints", () => {
  it("each have a route handler, and each route handler has an endpoint", () => {
    const described = endpoints.map(({ method, path: address }) => `${method} ${address}`);
    expect(handlersOf(API_FOLDER, "/api").sort()).toEqual(described.sort());
  });

  it("stand under their own id, where the table of routes says", () => {
    for (const [id, endpoint] of Object.entries(ENDPOINTS))
      expect(endpoint).toMatchObject({ ...ROUTES[id as "live"], id });
  });

  it("take exactly the parameters that their path names", () => {
    for (const endpoint of endpoints) {
      const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(endpoint.params.shape), endpoint.id).toEqual(named);
    }
  });
});

describe("the description", () => {
  it("has every endpoint once, with its answer and errors", () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ENDPOINTS).sort());
    for (const operation of operations) {
      expect(operation.responses, `${operation.operationId}`).toHaveProperty("503");
      expect(operation.summary).not.toBe("");
    }
  });

  it("says what a list takes, with usual values and limits", () => {
    const parameters = document.paths["/api/sessions"]?.get?.parameters as { name: string }[];
    expect(parameters.find(({ name }) => name === "limit")).toEqual({
      name: "limit",
      in: "query",
      required: false,
      schema: { default: 60, type: "integer", minimum: 1, maximum: 500 },
    });
    expect(document.paths["/api/users/{userKey}"]?.get?.parameters).toMatchObject([
      { name: "userKey", in: "path", required: true },
    ]);
  });

  it("asks for a sign-in everywhere but where nobody needs one", () => {
    const open = Object.entries(document.paths).flatMap(([address, methods]) =>
      Object.values(methods).flatMap(({ security }) => (security === undefined ? [] : [address])),
    );
    expect(open.sort()).toEqual(["/api/health", "/api/sign-in"]);
    expect(document.security).toEqual([{ cookie: [] }, { bearer: [] }]);
  });

  it("refers only to what it has", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? "");
    expect(JSON.stringify(document)).not.toContain("$defs");
  });

  it("is JSON that says the same after a journey", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
