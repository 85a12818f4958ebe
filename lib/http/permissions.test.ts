import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/api/endpoint";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { can, ROLES } from "@/lib/domain/role";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";
import type { RouteHandler } from "./handle";

/** Every endpoint there is, asked by everybody: who may not gets no further than the door. */

let running: TestConsole;
beforeAll(async () => {
  running = await startTestConsole();
});
afterAll(() => running.close());

const all: Endpoint[] = Object.values(ENDPOINTS);
const routeFile = (endpoint: Endpoint) =>
  path.join("app", ...endpoint.path.slice(1).replaceAll("{", "[").replaceAll("}", "]").split("/"), "route.ts");

async function ask(endpoint: Endpoint, headers: Record<string, string>): Promise<number> {
  const route = (await import(/* @vite-ignore */ path.resolve(routeFile(endpoint)))) as Record<string, RouteHandler>;
  const address = endpoint.path.replaceAll(/\{\w+\}/g, "nothing");
  const handler = route[endpoint.method];
  if (!handler) throw new Error(`${routeFile(endpoint)} has no ${endpoint.method}.`);
  return (await handler(makeRequest(endpoint.method, address, { headers }))).status;
}

it("every endpoint has its route file, and every route its endpoint", () => {
  expect(all.filter((endpoint) => !existsSync(routeFile(endpoint))).map(routeFile)).toEqual([]);
  const files = readdirSync(path.join("app", "api"), { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => /(^|[\\/])route\.ts$/.test(file)).map((file) => path.join("app", "api", file));
  const known = new Set(all.map(routeFile));
  expect(routes.filter((route) => !known.has(route) && !route.includes("[..."))).toEqual([]);
  for (const route of routes.filter((each) => known.has(each))) {
    const handlers = [
      ...readFileSync(route, "utf8").matchAll(/^export (?:const|async function|function) (\w+)(.*)$/gm),
    ];
    for (const [, name, rest] of handlers)
      expect(`${route} ${name}${rest}`).toMatch(/ (GET|POST|PATCH|DELETE) = handle\(/);
  }
});

describe.each(all.filter((endpoint) => endpoint.permission !== null))("$method $path", (endpoint) => {
  it("is 401 for nobody", async () => {
    expect(await ask(endpoint, {})).toBe(401);
  });

  it.each(ROLES)("as %s", async (role) => {
    const status = await ask(endpoint, { cookie: await running.cookie(role) });
    const may = endpoint.permission !== null && can(role, endpoint.permission);
    if (may) expect([401, 403]).not.toContain(status);
    else expect(status).toBe(403);
  });
});

const writes = all.filter((endpoint) => endpoint.method !== "GET");
it.each(writes)("$method $path is 403 from another site, also for an administrator", async (endpoint) => {
  expect(await ask(endpoint, { cookie: await running.cookie("admin"), origin: "https://evil.example" })).toBe(403);
});
