import { describe, expect, it } from "vitest";
import type { PreviewBody } from "@/lib/api/contract/operations";
import { VERBS, type Verb } from "@/lib/domain/operation/verbs";
import { ROLES, type Role } from "@/lib/domain/role";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";
import { startOperation } from "./start-operation";
import { stopOperation } from "./stop-operation";

const MINUTE = 60_000;
const REASON = { reason: "A caller cannot log in." };

function sessions(site: ActingSite, count: number): string[] {
  const all = [...(site.live.current()?.sessions.values() ?? [])];
  const working = all.filter(({ state, user, sessionSupport }) => {
    return state === "Active" && user !== null && sessionSupport === "MultiSession";
  });
  return working.slice(0, count).map(({ key }) => key);
}

const logOff = (...keys: string[]): PreviewBody => ({ verb: "log-off", target: { sessions: keys } });

describe("a request that comes again", () => {
  it("is the same operation, by its key and by its preview", async () => {
    const site = await ActingSite.open();
    const scope = site.scope("desk");
    const { token } = await previewOperation(scope, logOff(...sessions(site, 1)));
    const first = await startOperation(scope, { token, ...REASON }, "a");
    expect(await startOperation(scope, { token, ...REASON }, "a")).toBe(first);
    expect(await startOperation(scope, { token, ...REASON }, "b")).toBe(first);
    await site.liveFor(2 * MINUTE);
    expect(await startOperation(scope, { token, ...REASON }, "a")).toBe(first);
    expect(site.sent).toEqual(["log-off"]);
  });

  it("needs a key of its own, a reason, and the person who saw the preview", async () => {
    const site = await ActingSite.open();
    const scope = site.scope("desk");
    const { token } = await previewOperation(scope, logOff(...sessions(site, 1)));
    await expect(startOperation(scope, { token, ...REASON }, null)).rejects.toMatchObject({ field: "Idempotency-Key" });
    await expect(startOperation(scope, { token, reason: " x " }, "a")).rejects.toMatchObject({ field: "reason" });
    await expect(startOperation(site.scope("desk", "petr"), { token, ...REASON }, "a")).rejects.toMatchObject({
      code: "forbidden",
    });
    const forged = `${token.slice(0, -3)}abc`;
    await expect(startOperation(scope, { token: forged, ...REASON }, "a")).rejects.toMatchObject({ code: "conflict" });
    expect(site.sent).toEqual([]);
  });

  it("is refused where the preview is too old or what it touches has changed", async () => {
    const site = await ActingSite.open();
    const scope = site.scope("desk");
    const [key = ""] = sessions(site, 1);
    const { token } = await previewOperation(scope, logOff(key));
    site.clock.advance(2 * MINUTE);
    await expect(startOperation(scope, { token, ...REASON }, "a")).rejects.toMatchObject({
      code: "conflict",
      message: /too old/,
    });
    const fresh = await previewOperation(scope, logOff(key));
    await site.act({ verb: "disconnect", target: { sessions: [key] } }, "desk", "petr");
    await site.liveFor(MINUTE);
    await expect(startOperation(scope, { token: fresh.token, ...REASON }, "b")).rejects.toMatchObject({
      ...{ code: "conflict", message: "What it touches has changed since it was shown. Look at it again." },
    });
  });

  it("asks for a ticket where the settings say so", async () => {
    const site = await ActingSite.open();
    await site.desk.setting.create({
      data: { siteId: "practice", name: "ticketRequired", value: "true", changedAt: new Date(), changedBy: "a" },
    });
    const scope = site.scope("desk");
    const { token, ticketNeeded } = await previewOperation(scope, logOff(...sessions(site, 1)));
    expect(ticketNeeded).toBe(true);
    await expect(startOperation(scope, { token, ...REASON }, "a")).rejects.toMatchObject({ field: "ticket" });
    await expect(startOperation(scope, { token, ...REASON, ticket: "INC-7" }, "a")).resolves.toBeDefined();
  });
});

describe("several at once", () => {
  it("are an engineer's, are done one by one, and add up", async () => {
    const site = await ActingSite.open();
    const keys = sessions(site, 4);
    await expect(previewOperation(site.scope("desk"), logOff(...keys))).rejects.toMatchObject({ code: "forbidden" });
    const id = await site.act(logOff(...keys), "engineer");
    expect(site.sent).toHaveLength(4);
    await site.liveFor(4 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", message: "4 done.", locks: 0 });
  });

  it("leave out those that are ruled out, and say why", async () => {
    const site = await ActingSite.open();
    const [one = "", two = ""] = sessions(site, 2);
    await site.act({ verb: "disconnect", target: { sessions: [one] } });
    await site.liveFor(MINUTE);
    const shown = await previewOperation(site.scope(), { verb: "disconnect", target: { sessions: [one, two] } });
    expect(shown.touches.map(({ sessionKey }) => sessionKey)).toEqual([two]);
    expect(shown.warnings[0]).toBe("1 of 2 is left out: It is disconnected already.");
  });

  it("can be stopped: what was not sent is not sent any more", async () => {
    const site = await ActingSite.open();
    const { act } = site.line.actor;
    const scope = site.scope();
    const shown = await previewOperation(scope, logOff(...sessions(site, 5)));
    let id = "";
    site.line.actor = {
      act: async (command, context) => {
        const answer = await act(command, context);
        if (site.sent.length === 2) await stopOperation(scope, id);
        return answer;
      },
    };
    await site.restart();
    const again = site.scope();
    const { token } = await previewOperation(again, logOff(...shown.touches.map(({ sessionKey }) => sessionKey)));
    id = await startOperation(again, { token, ...REASON }, "bulk");
    await site.runner.sent();
    expect(site.sent).toHaveLength(2);
    await site.liveFor(4 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ message: "2 done, 3 not sent.", stoppedBy: "engineer", locks: 0 });
    await expect(stopOperation(scope, "nothing")).rejects.toMatchObject({ code: "not-found" });
  });

  it("are at most as many as the settings say", async () => {
    const site = await ActingSite.open();
    await site.desk.setting.create({
      data: { siteId: "practice", name: "bulkMost", value: "3", changedAt: new Date(), changedBy: "a" },
    });
    await expect(previewOperation(site.scope(), logOff(...sessions(site, 4)))).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("every verb asks first", () => {
  const MAY: Record<Verb, readonly Role[]> = {
    ...{ "log-off": ["desk", "engineer", "admin"], disconnect: ["desk", "engineer", "admin"] },
    ...{
      message: ["desk", "engineer", "admin"],
      hide: ["desk", "engineer", "admin"],
      unhide: ["desk", "engineer", "admin"],
    },
    ...{ "restart-agent": ["desk", "engineer", "admin"], "maintenance-on": ["engineer", "admin"] },
    ...{
      "maintenance-off": ["engineer", "admin"],
      power: ["engineer", "admin"],
      "remove-lease": ["engineer", "admin"],
    },
    ...{ "refresh-leases": ["engineer", "admin"], "set-leasing": ["engineer", "admin"] },
  };
  const TARGETS = {
    ...{ sessions: { sessions: ["none"] }, machine: { machine: "none" }, lease: { lease: "none" } },
    ...{ controller: { controller: "none" }, site: { site: true } },
  } as const;
  const PARAMS = { text: "Hello.", action: "Restart", enabled: false } as const;

  it("and the table says who may, in full", () => {
    expect(Object.keys(MAY).sort()).toEqual(Object.keys(VERBS).sort());
  });

  it.each(Object.keys(MAY) as Verb[])("%s", async (verb) => {
    const site = await ActingSite.open();
    const may: Role[] = [];
    for (const role of ROLES) {
      const asked: PreviewBody = { verb, target: TARGETS[VERBS[verb].on] as PreviewBody["target"], params: PARAMS };
      const code = await previewOperation(site.scope(role), asked).then(
        () => "shown",
        (error: { code: string }) => error.code,
      );
      if (code !== "forbidden") may.push(role);
    }
    expect(may).toEqual(MAY[verb]);
  });
});
