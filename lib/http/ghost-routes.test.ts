import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { POST as dismiss } from "@/app/api/ghosts/[id]/dismiss/route";
import { POST as release } from "@/app/api/ghosts/[id]/release/route";
import { POST as reopen } from "@/app/api/ghosts/[id]/reopen/route";
import { GET as getGhost } from "@/app/api/ghosts/[id]/route";
import { POST as take } from "@/app/api/ghosts/[id]/take/route";
import { GET as listGhosts } from "@/app/api/ghosts/route";
import { GET as getSettings, PATCH as patchSettings } from "@/app/api/settings/route";
import { TestGhostDesk } from "@/lib/collector/ghosts/ghost-desk.fixture";
import { toIncidentRow } from "@/lib/collector/ghosts/incident-rows";
import { setRuntime } from "@/lib/collector/runtime";
import { anIncident } from "@/lib/domain/ghost/incident.fixture";
import { can, LEAST_ROLE, ROLES, type Role } from "@/lib/domain/role";
import { aMachine, TestSite } from "@/lib/reads/site.fixture";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";
import type { RouteHandler } from "./handle";

let running: TestConsole;
const ghost = anIncident(1, { state: "confirmed" });
const PATH = `/api/ghosts/${ghost.id}`;

/** What a change of an incident does in the running program: it is in the next version of the site. */
class PublishingDesk extends TestGhostDesk {
  readonly site: TestSite;
  constructor(site: TestSite) {
    super();
    this.site = site;
  }
  override apply(incident: typeof ghost): void {
    super.apply(incident);
    this.site.publish({ ghosts: [incident] });
  }
}

beforeEach(async () => {
  running = await startTestConsole();
  const site = new TestSite();
  site.publish({ machines: [aMachine(1)], ghosts: [ghost] });
  const { siteId, desk } = running.runtime;
  await desk.incident.create({ data: toIncidentRow(siteId, ghost) });
  setRuntime({ ...running.runtime, site, ghosts: new PublishingDesk(site) });
});
afterEach(() => running.close());

async function ask(handler: RouteHandler, method: string, path: string, role: Role | null, body?: unknown) {
  const headers: Record<string, string> = role ? { cookie: await running.cookie(role) } : {};
  const response = await handler(makeRequest(method, path, { headers, ...(body === undefined ? {} : { body }) }));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const write = (handler: RouteHandler, verb: string, body?: unknown, role: Role = "desk") =>
  ask(handler, "POST", `${PATH}/${verb}`, role, body);
const open = async () => (await ask(listGhosts, "GET", "/api/ghosts", "viewer")).body.rows as { takenBy: string }[];

const REASON = { reason: "A monitoring robot." };
const ALL = [
  [listGhosts, "GET", "/api/ghosts?state=all&class=nameless&q=srv&sort=-since", undefined, "read"],
  [getGhost, "GET", PATH, undefined, "read"],
  [take, "POST", `${PATH}/take`, undefined, "work-ghosts"],
  [release, "POST", `${PATH}/release`, undefined, "work-ghosts"],
  [dismiss, "POST", `${PATH}/dismiss`, REASON, "work-ghosts"],
  [getSettings, "GET", "/api/settings", undefined, "read"],
  [patchSettings, "PATCH", "/api/settings", { justOldHours: 48 }, "manage-settings"],
] as const;

describe.each(ALL)("%o %s %s", (handler, method, path, body, permission) => {
  it("is 401 for nobody", async () => {
    expect((await ask(handler, method, path, null, body)).status).toBe(401);
  });

  it.each(ROLES)("as %s", async (role) => {
    const { status } = await ask(handler, method, path, role, body);
    expect(status).toBe(can(role, permission) ? 200 : 403);
  });

  it("is for whom it was decided", () => {
    const least = method === "GET" ? "viewer" : permission === "manage-settings" ? "admin" : "desk";
    expect(LEAST_ROLE[permission]).toBe(least);
  });
});

describe("working on a ghost", () => {
  it("shows at once who has it, to everybody; a second one is told, and may take it over", async () => {
    expect((await write(take, "take")).body).toMatchObject({ ghost: { id: ghost.id, takenBy: "desk" } });
    expect((await open())[0]?.takenBy).toBe("desk");
    expect(await write(take, "take", {}, "engineer")).toEqual({
      status: 409,
      body: { error: { code: "conflict", message: "desk is working on this. You can take it over." } },
    });
    expect((await write(take, "take", { over: true }, "engineer")).body).toMatchObject({
      ghost: { takenBy: "engineer" },
    });
    expect((await write(release, "release")).status).toBe(409);
    expect((await write(release, "release", {}, "engineer")).body).toMatchObject({ ghost: { takenBy: null } });
    const { body } = await ask(getGhost, "GET", PATH, "viewer");
    const { history } = body.ghost as { history: { event: string; by: string }[] };
    expect(history.map(({ event, by }) => `${event} ${by}`)).toEqual([
      ...["taken desk", "taken engineer", "released engineer"],
    ]);
  });

  it("dismissed, it leaves the queue and stays to be read and reopened", async () => {
    expect((await write(reopen, "reopen")).status).toBe(409);
    expect((await write(dismiss, "dismiss", REASON)).body).toMatchObject({ ghost: { state: "dismissed" } });
    expect(await open()).toEqual([]);
    const { body } = await ask(getGhost, "GET", PATH, "viewer");
    expect(body.ghost).toMatchObject({ dismissed: { by: "desk", reason: REASON.reason } });
    expect((await ask(listGhosts, "GET", "/api/ghosts?state=dismissed", "viewer")).body).toMatchObject({ total: 1 });
    expect((await write(reopen, "reopen")).body).toMatchObject({ ghost: { state: "suspect" } });
    expect(await open()).toHaveLength(1);
  });

  it.each([
    [take, "take", { over: "yes" }, "over"],
    [take, "take", { force: true }, "force"],
    [dismiss, "dismiss", {}, "reason"],
    [dismiss, "dismiss", { reason: "no" }, "reason"],
    [dismiss, "dismiss", { ...REASON, colour: "red" }, "colour"],
    [release, "release", { over: true }, undefined],
  ] as const)("%o %s %j is 400 and names the field", async (handler, verb, body, field) => {
    const answer = await write(handler, verb, body);
    expect(answer.status).toBe(400);
    expect((answer.body.error as { field?: string }).field).toBe(field);
  });

  it("that does not exist is 404", async () => {
    for (const [handler, method, path] of [[getGhost, "GET", ""] as const, [take, "POST", "/take"] as const]) {
      expect(await ask(handler, method, `/api/ghosts/nothing${path}`, "desk")).toMatchObject({
        ...{ status: 404, body: { error: { code: "not-found", message: "There is no such ghost." } } },
      });
    }
    const long = await ask(getGhost, "GET", `/api/ghosts/${"x".repeat(37)}`, "desk");
    expect([long.status, (long.body.error as { field: string }).field]).toEqual([400, "id"]);
  });

  it.each([
    ["state=haunted", "state"],
    ["class=spooky", "class"],
    ["sort=colour", "sort"],
    ["limit=501", "limit"],
    ["colour=red", "colour"],
    ["server=nowhere", "server"],
  ])("a list of ghosts with %s is refused, naming %s", async (query, field) => {
    const { status, body } = await ask(listGhosts, "GET", `/api/ghosts?${query}`, "viewer");
    expect([status, (body.error as { field: string }).field]).toEqual([field === "server" ? 404 : 400, field]);
  });
});

describe("settings", () => {
  it("are at their defaults, and say who changed which", async () => {
    const before = await ask(getSettings, "GET", "/api/settings", "viewer");
    expect(before.body).toMatchObject({
      settings: { namelessGraceMinutes: 10, failureCategoryIds: [11] },
      changed: {},
    });
    const changed = await ask(patchSettings, "PATCH", "/api/settings", "admin", { namelessGraceMinutes: 15 });
    expect(changed.body).toEqual({
      settings: { ...(before.body.settings as object), namelessGraceMinutes: 15 },
      changed: { namelessGraceMinutes: { at: "2026-11-21T09:00:00.000Z", by: "admin" } },
    });
    expect((await ask(getSettings, "GET", "/api/settings", "viewer")).body).toEqual(changed.body);
  });

  it.each([
    [{ namelessGraceMinutes: 4 }, "namelessGraceMinutes", "“Nameless session: grace” is a whole number of minutes"],
    [{ colour: "red" }, "colour", "colour: there is no such field."],
  ])("%j is 400 and names the setting", async (body, field, sentence) => {
    const answer = await ask(patchSettings, "PATCH", "/api/settings", "admin", body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ field, message: expect.stringContaining(sentence) });
  });
});
