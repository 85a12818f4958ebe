import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getHealth } from "@/app/api/health/route";
import { GET as getLive } from "@/app/api/live/route";
import { GET as getOpenApi } from "@/app/api/openapi.json/route";
import { POST as advanceClock } from "@/app/api/practice/clock/route";
import { DELETE as endScenario, POST as startScenario } from "@/app/api/practice/scenarios/[name]/route";
import { GET as listScenarios } from "@/app/api/practice/scenarios/route";
import { GET as getServer } from "@/app/api/servers/[machineKey]/route";
import { GET as listServers } from "@/app/api/servers/route";
import { GET as getSession } from "@/app/api/sessions/[sessionKey]/route";
import { GET as listSessions } from "@/app/api/sessions/route";
import { GET as exportSessions } from "@/app/api/sessions.csv/route";
import { GET as getStatus } from "@/app/api/status/route";
import { GET as getUser } from "@/app/api/users/[userKey]/route";
import { GET as listUsers } from "@/app/api/users/route";
import { type PracticeController, setRuntime } from "@/lib/collector/runtime";
import type { Role } from "@/lib/domain/role";
import { DeskError } from "@/lib/errors";
import { makeRequest, startTestConsole, type TestConsole } from "@/lib/http/console.fixture";
import type { RouteHandler } from "@/lib/http/handle";
import type { ScenarioOptions } from "@/lib/site/simulator/practice-site";
import { aMachine, aPerson, aSession, aSource, guid, NOON, TestSite } from "./site.fixture";

let desk: TestConsole;
let site: TestSite;

function run(practice: PracticeController | null = null): void {
  setRuntime({ ...desk.runtime, practice, site, stop: async () => {} });
}

async function ask(handler: RouteHandler, method: string, path: string, more: { role?: Role; body?: unknown } = {}) {
  const headers = { cookie: await desk.cookie(more.role ?? "viewer") };
  const response = await handler(
    makeRequest(method, path, { headers, ...("body" in more ? { body: more.body } : {}) }),
  );
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { response, status: response.status, body: isJson ? await response.json() : null };
}

beforeEach(async () => {
  desk = await startTestConsole();
  site = new TestSite();
  run();
  site.publish({
    people: [aPerson(1, "CORP\\jnovak", { fullName: "Jana Nováková" })],
    machines: [aMachine(1)],
    sessions: [
      aSession(1, {
        user: "CORP\\jnovak",
        userKey: "S-1-5-21-1000-2000-3000-1",
        machineKey: guid(2, 1),
        machine: "SRV0001",
      }),
    ],
  });
});
afterEach(() => desk.close());

const READS = [
  [listSessions, "/api/sessions?q=novak&state=active&server=srv0001&user=jnovak&sort=-since&limit=5"],
  [getSession, `/api/sessions/${guid(1, 1)}`],
  [exportSessions, "/api/sessions.csv?q=novak"],
  [listUsers, "/api/users?q=Nov%C3%A1k"],
  [getUser, "/api/users/JNovak"],
  [listServers, "/api/servers?only=off"],
  [getServer, "/api/servers/srv0001"],
  [getStatus, "/api/status"],
  [getOpenApi, "/api/openapi.json"],
  [getLive, "/api/live"],
] as const;

describe("reads", () => {
  it.each(READS)("%o answers %s to a viewer", async (handler, path) => {
    const { response, status } = await ask(handler, "GET", path);
    expect(status).toBe(200);
    await response.body?.cancel().catch(() => {});
  });

  it.each(READS)("%o answers %s to nobody who is not signed in", async (handler, path) => {
    expect((await handler(makeRequest("GET", path))).status).toBe(401);
  });

  it.each([
    [listSessions, "/api/sessions?state=nonsense", 400, "state"],
    [listSessions, "/api/sessions?limit=501", 400, "limit"],
    [listSessions, "/api/sessions?colour=red", 400, "colour"],
    [listSessions, "/api/sessions?class=spooky", 400, "class"],
    [exportSessions, "/api/sessions.csv?limit=5", 400, "limit"],
    [listUsers, "/api/users?cursor=abc", 400, "cursor"],
    [getUser, "/api/users/nobody", 404, "userKey"],
    [getServer, "/api/servers/nowhere", 404, "machineKey"],
    [getLive, "/api/live?after=-1", 400, "after"],
  ] as const)("%o answers %s with %i and names %s", async (handler, path, expected, field) => {
    const { status, body } = await ask(handler, "GET", path);
    expect({ status, field: (body as { error: { field: string } }).error.field }).toEqual({ status: expected, field });
  });

  it("are 503 with Retry-After before the site was read, and health says not ok", async () => {
    site = new TestSite();
    run();
    for (const [handler, path] of READS.slice(0, 8)) {
      const { response, status } = await ask(handler, "GET", path);
      expect([status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    }
    const health = await getHealth(makeRequest("GET", "/api/health"));
    expect([health.status, await health.json()]).toEqual([503, { ok: false }]);
  });

  it("go on while the site is lost, and health says so to anybody", async () => {
    expect((await getHealth(makeRequest("GET", "/api/health"))).status).toBe(200);
    site.sources = [aSource({ state: "lost", problem: "The database does not answer." })];
    const { status, body } = await ask(listSessions, "GET", "/api/sessions");
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 1, sources: [{ state: "lost" }], asOf: new Date(NOON).toISOString() });
    const health = await getHealth(makeRequest("GET", "/api/health"));
    expect([health.status, await health.text()]).toEqual([503, '{"ok":false}']);
  });

  it("send the CSV as a file", async () => {
    const { response } = await ask(exportSessions, "GET", "/api/sessions.csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="sessions-Test-site-.*\.csv"$/);
    expect((await response.text()).split("\r\n")).toHaveLength(3);
  });
});

describe("live", () => {
  async function firstEvent(path: string, headers: Record<string, string> = {}): Promise<string> {
    const cookie = await desk.cookie("viewer");
    const response = await getLive(makeRequest("GET", path, { headers: { cookie, ...headers } }));
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const reader = response.body?.getReader();
    const text = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(site.watchers).toBe(0);
    return text;
  }

  it("begins with the present version, or resumes after what was seen", async () => {
    site.publish({ machines: [aMachine(2)] });
    expect(await firstEvent("/api/live")).toMatch(
      /^event: version\nid: 2\n.*"changed":\["sessions","servers","users","ghosts","operations","leases","status"\]/,
    );
    expect(await firstEvent("/api/live", { "last-event-id": "1" })).toMatch(
      /^event: version\nid: 2\n.*"changed":\["servers"\]/,
    );
    expect(await firstEvent("/api/live?after=1", { "last-event-id": "2" })).toMatch(/^event: heartbeat\n/);
    expect(await firstEvent("/api/live", { "last-event-id": "x; drop" })).toMatch(/"changed":\["sessions"/);
  });
});

describe("the practice site's controls", () => {
  class PlayedPractice implements PracticeController {
    readonly asked: unknown[] = [];
    async list() {
      const row = { name: "hung-logon", kind: "ghost", summary: "A logon that never ends.", running: true } as const;
      return [{ ...row, startedAt: NOON, endsAt: null }];
    }
    async start(name: string, options: ScenarioOptions) {
      this.asked.push([name, options]);
      return { startedAt: NOON };
    }
    async end(name: string) {
      if (name === "nonsense") throw new DeskError("not-found", "There is no such scenario.");
      this.asked.push(name);
    }
    async advance(ms: number) {
      this.asked.push(ms);
      return NOON + ms;
    }
  }
  let practice: PlayedPractice;
  const admin = { role: "admin" } as const;
  const START = "/api/practice/scenarios/hung-logon";

  beforeEach(() => {
    practice = new PlayedPractice();
    run(practice);
  });

  it("list scenarios with the site's time", async () => {
    const { body } = await ask(listScenarios, "GET", "/api/practice/scenarios", admin);
    expect(body).toMatchObject({
      scenarios: [{ name: "hung-logon", startedAt: new Date(NOON).toISOString(), endsAt: null }],
    });
  });

  it("start and end one, and say nothing of what it broke", async () => {
    const body = { count: 2, at: "2026-03-11T12:30:00.000Z", for: "PT1M" };
    const started = await ask(startScenario, "POST", START, { ...admin, body });
    expect([started.status, started.body]).toEqual([
      202,
      { scenario: "hung-logon", startedAt: new Date(NOON).toISOString() },
    ]);
    expect((await ask(startScenario, "POST", START, admin)).status).toBe(202);
    expect((await ask(endScenario, "DELETE", START, admin)).status).toBe(204);
    expect(practice.asked).toEqual([
      ["hung-logon", { count: 2, at: NOON + 1_800_000, forMs: 60_000 }],
      ["hung-logon", { count: undefined, at: undefined, forMs: undefined }],
      "hung-logon",
    ]);
    expect((await ask(endScenario, "DELETE", "/api/practice/scenarios/nonsense", admin)).status).toBe(404);
  });

  it("move the clock", async () => {
    const { body } = await ask(advanceClock, "POST", "/api/practice/clock", { ...admin, body: { advance: "PT15M" } });
    expect(body).toEqual({ now: "2026-03-11T12:15:00.000Z" });
    const wrong = await ask(advanceClock, "POST", "/api/practice/clock", { ...admin, body: { advance: "15 minutes" } });
    expect([wrong.status, (wrong.body as { error: { field: string } }).error.field]).toEqual([400, "advance"]);
  });

  it("are for administrators, and do not exist where the site is real", async () => {
    for (const role of ["viewer", "desk", "engineer"] as const) {
      expect((await ask(listScenarios, "GET", "/api/practice/scenarios", { role })).status).toBe(403);
      expect((await ask(startScenario, "POST", START, { role })).status).toBe(403);
    }
    run(null);
    expect((await ask(listScenarios, "GET", "/api/practice/scenarios", admin)).status).toBe(404);
    expect((await ask(startScenario, "POST", START, admin)).status).toBe(404);
    expect((await ask(endScenario, "DELETE", START, admin)).status).toBe(404);
    const moved = await ask(advanceClock, "POST", "/api/practice/clock", { ...admin, body: { advance: "PT1M" } });
    expect(moved.status).toBe(404);
  });
});
