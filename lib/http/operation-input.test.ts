import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GET as getOperation } from "@/app/api/operations/[id]/route";
import { POST as stop } from "@/app/api/operations/[id]/stop/route";
import { POST as preview } from "@/app/api/operations/preview/route";
import { GET as list, POST as start } from "@/app/api/operations/route";
import { GET as repairs } from "@/app/api/repairs/route";
import { setRuntime } from "@/lib/collector/runtime";
import { ActingSite } from "@/lib/operations/site/acting-site.fixture";
import { writeCursor } from "@/lib/reads/cursor";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";
import type { RouteHandler } from "./handle";

/** What nobody's browser would send: refused with a sentence, never an error of ours, and nothing of it reaches the site. */

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

async function ask(handler: RouteHandler, method: string, path: string, body?: unknown) {
  const headers = { cookie: await running.cookie("engineer"), "Idempotency-Key": "k" };
  const answer = await handler(makeRequest(method, path, { headers, ...(body === undefined ? {} : { body }) }));
  return { status: answer.status, body: (await answer.json()) as { error?: { code: string; message: string } } };
}

const sessions = (count: number) => {
  const working = [...(site.live.current()?.sessions.values() ?? [])].filter(
    ({ state, user, sessionSupport }) => state === "Active" && user !== null && sessionSupport === "MultiSession",
  );
  return working.slice(0, count).map(({ key }) => key);
};
const LONG = "x".repeat(10_000);
const message = (params: Record<string, unknown>, target: unknown = { sessions: sessions(1) }) => ({
  ...{ verb: "message", target, params },
});

describe("a preview is refused", () => {
  it.each([
    ["nothing", {}],
    ["a list", []],
    ["a prototype", JSON.parse('{"__proto__":{"verb":"log-off"},"verb":"log-off","target":{"site":true}}')],
    ["a target of two kinds", { verb: "log-off", target: { sessions: ["a"], machine: "b" } }],
    ["a target by prototype", { verb: "log-off", target: JSON.parse('{"__proto__":{"sessions":["a"]}}') }],
    ["no session", { verb: "log-off", target: { sessions: [] } }],
    ["too many sessions", { verb: "log-off", target: { sessions: Array.from({ length: 501 }, (_, at) => `${at}`) } }],
    ["sessions that are none", { verb: "log-off", target: { sessions: ["__proto__", "constructor"] } }],
    ["a long key", { verb: "restart-agent", target: { machine: LONG } }],
    ["a key with a zero", { verb: "restart-agent", target: { machine: "a\0b" } }],
    ["a verb of every object", { verb: "toString", target: { site: true } }],
    ["a lease's pattern", { verb: "remove-lease", target: { lease: "*" } }],
    ["an endless time", { verb: "hide", target: { sessions: ["a"] }, params: { for: `P${"9".repeat(400)}D` } }],
  ])("for %s", async (_, body) => {
    const { status } = await ask(preview, "POST", "/api/operations/preview", body);
    expect([400, 403, 404, 409]).toContain(status);
  });

  it("for texts that a screen could not show", async () => {
    for (const params of [{ text: LONG }, { text: "a\0b" }, { text: "a\u001b[31m" }, { text: "a", title: "b\nc" }]) {
      expect((await ask(preview, "POST", "/api/operations/preview", message(params))).status).toBe(400);
    }
  });
});

describe("a preview holds", () => {
  it.each([
    ["the longest message", 1, { text: "\u4f60".repeat(2_000), title: "\u{1f600}".repeat(50) }],
    ["as many sessions as the settings may allow", 200, { text: 'Save\nyour\twork \u2028 \u202e "$(reboot)"' }],
  ])("%s", async (_, count, params) => {
    const { siteId } = running.runtime;
    const changed = { changedAt: new Date(0), changedBy: "a" };
    await site.desk.setting.create({ data: { siteId, name: "bulkMost", value: "200", ...changed } });
    const shown = await ask(preview, "POST", "/api/operations/preview", message(params, { sessions: sessions(count) }));
    const { token = "" } = shown.body as { token?: string };
    const begun = await ask(start, "POST", "/api/operations", { token, reason: "They asked for it." });
    expect([shown.status, begun.status, begun.body.error]).toEqual([200, 202, undefined]);
    await site.runner.sent();
  });
});

describe("a start is refused", () => {
  it.each(["", ".", "..", "a.b", "a.b.c", "\0.\0", "e30.", `${LONG}`, "😀.😀", "null.null", "[object Object]"])(
    "with the token %j",
    async (token) => {
      const { status, body } = await ask(start, "POST", "/api/operations", { token, reason: "They asked for it." });
      expect([status, body.error?.code]).toEqual(token === "" ? [400, "invalid"] : [409, "conflict"]);
    },
  );

  it("where its reason or ticket holds what no line of a log may", async () => {
    const { body } = await ask(preview, "POST", "/api/operations/preview", message({ text: "Hello." }));
    const { token } = body as { token?: string };
    for (const said of [
      { reason: "\0\0\0" },
      { reason: "abc\u001b[2J" },
      { reason: LONG },
      { reason: "They asked.", ticket: "INC-7\r\nSet-Cookie: a=b" },
      { reason: "They asked.", ticket: "INC\0" },
    ]) {
      expect((await ask(start, "POST", "/api/operations", { token, ...said })).status).toBe(400);
    }
    expect(site.sent).toEqual([]);
  });
});

describe("reading operations is refused", () => {
  const forged = (value: string | null) => writeCursor(JSON.stringify(["operations", {}]), { value, key: "x" });
  it.each([
    ["a number that is none", () => "offset=1e3.5"],
    ["a cursor of its own making", () => `cursor=${forged("soon")}`],
    ["a cursor beyond all time", () => `cursor=${forged("9e99")}`],
    ["a time that is none", () => "from=2026-13-01T00:00:00Z"],
    ["a state of every object", () => "state=constructor"],
    ["a server that is none", () => "server=__proto__"],
  ])("for %s", async (_, query) => {
    const { status } = await ask(list, "GET", `/api/operations?${query()}`);
    expect([400, 404]).toContain(status);
  });

  it("for what is no operation", async () => {
    for (const id of ["..%2f..", "%00", "%27%20or%201=1", "x".repeat(37)]) {
      expect([400, 404]).toContain((await ask(getOperation, "GET", `/api/operations/${id}`)).status);
      expect([400, 404]).toContain((await ask(stop, "POST", `/api/operations/${id}/stop`, {})).status);
    }
    expect((await ask(repairs, "GET", "/api/repairs?session=%00")).status).toBe(404);
  });

  it("and stopped where it is another site's", async () => {
    const shared = { verb: "log-off", targetKind: "sessions", label: "a", params: "{}", actor: "b", kind: "person" };
    const row = { ...shared, role: "desk", reason: "c", requestKey: "d", previewId: "e", state: "intended" };
    const data = { ...row, id: "elsewhere", siteId: "another", askedAt: new Date(0), evidence: "[]" };
    await site.desk.operation.create({ data });
    expect((await ask(getOperation, "GET", "/api/operations/elsewhere")).status).toBe(404);
    expect((await ask(stop, "POST", "/api/operations/elsewhere/stop", {})).status).toBe(404);
    expect((await ask(list, "GET", "/api/operations")).body).toMatchObject({ total: 0 });
  });
});
