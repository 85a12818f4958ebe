import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getOperation } from "@/app/api/operations/[id]/route";
import { POST as stop } from "@/app/api/operations/[id]/stop/route";
import { POST as preview } from "@/app/api/operations/preview/route";
import { GET as list, POST as start } from "@/app/api/operations/route";
import { GET as exportCsv } from "@/app/api/operations.csv/route";
import { GET as repairs } from "@/app/api/repairs/route";
import { setRuntime } from "@/lib/collector/runtime";
import type { Role } from "@/lib/domain/role";
import { ActingSite } from "@/lib/operations/site/acting-site.fixture";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";
import type { RouteHandler } from "./handle";

/** Operations as a browser asks for them, on a practice site that is acted on. */

let running: TestConsole;
let site: ActingSite;
beforeEach(async () => {
  running = await startTestConsole();
  const { desk, siteId } = running.runtime;
  site = await ActingSite.open({}, { desk, siteId, clock: running.clock });
  const { siteClock, live, keeper, runner, runScope } = site;
  setRuntime({ ...running.runtime, site: live, siteClock, ghosts: keeper, operations: runner, reach: runScope.reach });
});
afterEach(async () => {
  await site.runner.stop();
  await running.close();
});

interface Asked {
  readonly body?: unknown;
  readonly role?: Role;
  readonly key?: string;
}
async function ask(handler: RouteHandler, method: string, path: string, { body, role = "desk", key }: Asked = {}) {
  const headers = { cookie: await running.cookie(role), ...(key ? { "Idempotency-Key": key } : {}) };
  const answer = await handler(makeRequest(method, path, { headers, ...(body === undefined ? {} : { body }) }));
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
}

const server = () => {
  const machines = [...(site.live.current()?.machines.values() ?? [])];
  return (
    machines.find((each) => each.sessionSupport === "MultiSession" && each.registration === "Registered")?.name ?? ""
  );
};
const restart = () => ({ verb: "restart-agent", target: { machine: server() } });
const show = (body: unknown, role: Role = "desk") => ask(preview, "POST", "/api/operations/preview", { body, role });
const REASON = { reason: "A caller cannot log in." };

describe("an operation over HTTP", () => {
  it("is shown, accepted with its number, and read until it is over", async () => {
    const shown = await show(restart());
    expect(shown.status).toBe(200);
    const begun = await ask(start, "POST", "/api/operations", {
      key: "one",
      body: { token: shown.body.token, ...REASON },
    });
    expect([begun.status, Object.keys(begun.body)]).toEqual([202, ["id"]]);
    const path = `/api/operations/${begun.body.id}`;
    await site.runner.sent();
    expect((await ask(getOperation, "GET", path, { role: "viewer" })).body.operation.state).toBe("accepted");
    await site.liveFor(5 * 60_000);
    const { operation } = (await ask(getOperation, "GET", path, { role: "viewer" })).body;
    expect(operation).toMatchObject({ state: "verified", actor: "desk", reason: REASON.reason });
    expect(operation.evidence.length).toBeGreaterThan(5);
  });

  it("the same again is the same number; another there is 409 with the number that stands in the way", async () => {
    const [first, second] = [await show(restart()), await show(restart())];
    const begin = (token: unknown, key: string) =>
      ask(start, "POST", "/api/operations", { key, body: { token, ...REASON } });
    const one = await begin(first.body.token, "one");
    expect((await begin(first.body.token, "one")).body).toEqual(one.body);
    const other = await begin(second.body.token, "two");
    expect([other.status, other.body.error.operationId]).toEqual([409, one.body.id]);
    expect((await show(restart())).body.error).toMatchObject({ code: "conflict", operationId: one.body.id });
  });

  it("is 429 at a cap, with the sentence that the screen shows and when to try again", async () => {
    await site.desk.setting.create({
      data: {
        siteId: running.runtime.siteId,
        name: "restartsPerPersonPerHour",
        value: "0",
        changedAt: new Date(0),
        changedBy: "a",
      },
    });
    const shown = await show(restart());
    expect(shown.body.warnings[0]).toMatch(/^One person may do 0 restarts/);
    const refused = await ask(start, "POST", "/api/operations", {
      key: "k",
      body: { token: shown.body.token, ...REASON },
    });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "3600"]);
    expect(refused.body.error.message).toBe(shown.body.warnings[0]);
  });

  it("needs its key, a reason, a target that there is, and a verb for it", async () => {
    const { token } = (await show(restart())).body;
    expect((await ask(start, "POST", "/api/operations", { body: { token, ...REASON } })).status).toBe(400);
    expect(
      (await ask(start, "POST", "/api/operations", { key: "k", body: { token, reason: "" } })).body.error.field,
    ).toBe("reason");
    expect((await show({ verb: "restart-agent", target: { machine: "nowhere" } })).status).toBe(404);
    expect((await show({ verb: "restart-agent", target: { site: true } })).status).toBe(400);
    expect((await show({ verb: "format-disk", target: { site: true } })).status).toBe(400);
    expect((await show({ verb: "power", target: { machine: server() }, params: { action: "Restart" } })).status).toBe(
      403,
    );
    expect((await show(restart(), "viewer")).status).toBe(403);
  });

  it("is listed and exported by filter", async () => {
    const { token } = (await show(restart())).body;
    await ask(start, "POST", "/api/operations", { key: "k", body: { token, reason: "=cmd()" } });
    await site.runner.sent();
    const rows = async (filter: string) => (await ask(list, "GET", `/api/operations?${filter}`)).body.rows.length;
    expect(await rows("actor=desk&verb=restart-agent&state=open")).toBe(1);
    expect(await rows(`server=${server()}`)).toBe(1);
    expect(await rows("state=over")).toBe(0);
    expect((await ask(list, "GET", "/api/operations?verb=dance")).body.error.field).toBe("verb");
    const { text } = await ask(exportCsv, "GET", "/api/operations.csv?verb=restart-agent");
    expect(text.split("\r\n")[1]).toContain(",'=cmd(),");
  });

  it("that was sent cannot be stopped any more", async () => {
    const { token } = (await show(restart())).body;
    const begun = await ask(start, "POST", "/api/operations", { key: "k", body: { token, ...REASON } });
    await site.runner.sent();
    const path = `/api/operations/${begun.body.id}/stop`;
    expect((await ask(stop, "POST", path)).status).toBe(409);
    expect((await ask(stop, "POST", path, { role: "viewer" })).status).toBe(403);
  });
});

describe("what can be done", () => {
  it("is told of a server, with who may not and why", async () => {
    const { body } = await ask(repairs, "GET", `/api/repairs?server=${server()}`, { role: "desk" });
    const said = (verb: string) => body.options.find((each: { verb: string }) => each.verb === verb);
    expect(said("restart-agent")).toMatchObject({ refused: null, mayNot: null });
    expect(said("power").mayNot).toBe("Your role (desk) may not do this.");
    expect((await ask(repairs, "GET", "/api/repairs")).status).toBe(400);
  });

  it("is nothing where there is no way to act: each says so", async () => {
    setRuntime({ ...running.runtime, site: site.live, siteClock: site.siteClock });
    const { body } = await ask(repairs, "GET", `/api/repairs?server=${server()}`, { role: "engineer" });
    expect(new Set(body.options.map(({ refused }: { refused: string }) => refused))).toEqual(
      new Set(["No bridge is configured."]),
    );
    expect((await show(restart())).body.error).toMatchObject({ code: "conflict", message: "No bridge is configured." });
  });
});
