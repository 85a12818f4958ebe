import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getLease } from "@/app/api/leases/[key]/route";
import { GET as getOutage } from "@/app/api/leases/outage/route";
import { GET as listLeases } from "@/app/api/leases/route";
import { GET as exportLeases } from "@/app/api/leases.csv/route";
import { GET as getTimeouts } from "@/app/api/timeouts/route";
import { LeaseResponse, LeasesResponse, OutageResponse } from "@/lib/api/contract/leases";
import { TimeoutsResponse } from "@/lib/api/contract/timeouts";
import { setRuntime } from "@/lib/collector/runtime";
import { makeRequest, startTestConsole, type TestConsole } from "@/lib/http/console.fixture";
import type { RouteHandler } from "@/lib/http/handle";
import { SDK_SITE } from "./outage.fixture";
import { aGroup, aLease, aMachine, aPerson, aSession, LEASES_READ, TestSite } from "./site.fixture";

/** The routes of timeouts and leases, as a browser and a script ask them. */

let desk: TestConsole;
let site: TestSite;

const run = () => setRuntime({ ...desk.runtime, site, stop: async () => {} });

async function ask(handler: RouteHandler, path: string) {
  const response = await handler(makeRequest("GET", path, { headers: { cookie: await desk.cookie("viewer") } }));
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { response, status: response.status, body: isJson ? await response.json() : null };
}

beforeEach(async () => {
  desk = await startTestConsole();
  site = new TestSite();
  site.sdkSite = SDK_SITE;
  site.publish({
    ...{ groups: [aGroup(1, "Shared desktops")], people: [aPerson(1, "CORP\\jnovak")], machines: [aMachine(1)] },
    ...{ sessions: [aSession(1)], leases: [aLease(1)], surroundings: { reading: LEASES_READ } },
  });
  run();
});
afterEach(() => desk.close());

const READS = [
  [getTimeouts, "/api/timeouts?group=shared%20desktops&server=srv0001", TimeoutsResponse],
  [listLeases, "/api/leases?q=novak&user=jnovak&server=srv0001&type=Launch&sort=-user&limit=5", LeasesResponse],
  [getOutage, "/api/leases/outage?user=jnovak&server=srv0001&coverage=uncovered&limit=5", OutageResponse],
  [getLease, `/api/leases/${aLease(1).key}`, LeaseResponse],
] as const;

describe("reads of timeouts and leases", () => {
  it.each(READS)("%o answers %s as its contract says", async (handler, path, contract) => {
    const { status, body } = await ask(handler, path);
    expect([status, contract.parse(body)]).toEqual([200, body]);
  });

  it.each(READS)("%o answers %s to nobody who is not signed in", async (handler, path) => {
    expect((await handler(makeRequest("GET", path))).status).toBe(401);
  });

  it.each([
    [getTimeouts, "/api/timeouts?group=nowhere", 404, "group"],
    [getTimeouts, "/api/timeouts?server=nowhere", 404, "server"],
    [getTimeouts, "/api/timeouts?colour=red", 400, "colour"],
    [listLeases, "/api/leases?user=nobody", 404, "user"],
    [listLeases, "/api/leases?before=yesterday", 400, "before"],
    [listLeases, "/api/leases?type=Other", 400, "type"],
    [listLeases, "/api/leases?cursor=abc", 400, "cursor"],
    [exportLeases, "/api/leases.csv?limit=5", 400, "limit"],
    [exportLeases, "/api/leases.csv?server=nowhere", 404, "server"],
    [getOutage, "/api/leases/outage?group=nowhere", 404, "group"],
    [getOutage, "/api/leases/outage?why=because", 400, "why"],
    [getOutage, "/api/leases/outage?cursor=a&offset=1", 400, "offset"],
    [getLease, "/api/leases/nothing", 404, "key"],
  ] as const)("%o answers %s with %i and names %s", async (handler, path, expected, field) => {
    const { status, body } = await ask(handler, path);
    expect({ status, field: (body as { error: { field: string } }).error.field }).toEqual({ status: expected, field });
  });

  it("are 503 with Retry-After before the site was read", async () => {
    site = new TestSite();
    run();
    for (const [handler, path] of READS) {
      const { response, status } = await ask(handler, path);
      expect([status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    }
    expect((await ask(exportLeases, "/api/leases.csv")).status).toBe(503);
  });

  it("send the CSV as a file", async () => {
    const { response } = await ask(exportLeases, "/api/leases.csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="leases-Test-site-.*\.csv"$/);
    expect((await response.text()).split("\r\n")).toHaveLength(3);
  });

  it("say why a lease has no document where the site cannot be asked", async () => {
    const { body } = await ask(getLease, `/api/leases/${aLease(1).key}`);
    expect(body).toMatchObject({ xml: null, why: "No bridge is configured." });
  });
});
