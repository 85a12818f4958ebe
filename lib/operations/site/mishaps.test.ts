import { describe, expect, it } from "vitest";
import type { Machine } from "@/lib/domain/site";
import { readOpenOperation } from "../run/open-operation";
import { settle } from "../run/settle";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";
import { startOperation } from "./start-operation";
import { stopOperation } from "./stop-operation";

/** What goes wrong while an operation is carried out: nothing is sent that should not be, and nothing is held for ever. */

const MINUTE = 60_000;
const REASON = { reason: "A caller cannot log in." };

function servers(site: ActingSite): Machine[] {
  const machines = [...(site.live.current()?.machines.values() ?? [])];
  return machines.filter((each) => each.sessionSupport === "MultiSession" && each.registration === "Registered");
}
const restart = (machine: Machine | undefined) =>
  ({ verb: "restart-agent", target: { machine: machine?.key ?? "" } }) as const;

async function begin(site: ActingSite, machine: Machine | undefined, name = "desk"): Promise<string> {
  const scope = site.scope("desk", name);
  const { token } = await previewOperation(scope, restart(machine));
  return startOperation(scope, { token, ...REASON }, machine?.key ?? "");
}

/** Our own database refuses to write a state of a part, as a full disk would. */
async function refuse(site: ActingSite, state: string): Promise<() => Promise<void>> {
  await site.desk.$executeRawUnsafe(
    `CREATE TRIGGER full BEFORE UPDATE ON "OperationPart" WHEN NEW.state = '${state}' BEGIN SELECT RAISE(ABORT, 'full'); END`,
  );
  return async () => {
    await site.desk.$executeRawUnsafe("DROP TRIGGER full");
  };
}

describe("somebody stops it", () => {
  it("while the server is still read before it: it is not sent", async () => {
    const site = await ActingSite.open();
    const { agentService } = site.line.sdk;
    let id = "";
    const stopped = async (key: string) => {
      await stopOperation(site.scope("desk"), id);
      return agentService(key);
    };
    site.line.sdk = { ...site.line.sdk, agentService: stopped };
    await site.restart();
    id = await begin(site, servers(site)[0]);
    await site.runner.sent();
    expect(await site.operation(id)).toMatchObject({ state: "stopped", stoppedBy: "desk", locks: 0 });
    expect(site.sent).toEqual([]);
  });
});

describe("our own database fails", () => {
  it("before it is sent: it never is, and its server is free again", async () => {
    const site = await ActingSite.open();
    const mend = await refuse(site, "acting");
    const [server] = servers(site);
    const id = await begin(site, server);
    await site.runner.sent();
    await mend();
    await site.liveFor(2 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "stopped", locks: 0 });
    expect(site.sent).toEqual([]);
    await site.act({ verb: "restart-agent", target: { machine: server?.key ?? "" } }, "desk");
    expect(site.sent).toEqual(["restart-agent"]);
  });

  it("after it was sent: what came of it is read from the site, and the next server has its turn", async () => {
    const site = await ActingSite.open();
    const [one, two] = servers(site);
    const mend = await refuse(site, "accepted");
    const [id, next] = [await begin(site, one), await begin(site, two)];
    for (let turn = 0; turn < 500 && site.sent.length === 0; turn += 1) await site.operation(id);
    await site.operation(id);
    await mend();
    await site.liveFor(6 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", locks: 0 });
    await site.runner.sent();
    expect([site.sent, (await site.operation(next)).state]).toEqual([["restart-agent", "restart-agent"], "verified"]);
  });
});

describe("one operation that cannot be settled", () => {
  it("keeps no other from its end, and the program from no start", async () => {
    const site = await ActingSite.open();
    const [one, two] = servers(site);
    const id = await site.act(restart(one), "desk");
    await site.desk.operation.update({ where: { id }, data: { verb: "dance" } });
    const later = await site.act({ verb: "maintenance-on", target: { machine: two?.key ?? "" } }, "engineer");
    await site.restart();
    await site.liveFor(MINUTE);
    expect(await site.operation(later)).toMatchObject({ state: "verified", locks: 0 });
  });

  it("is not one whose ghost was followed by a later one", async () => {
    const site = await ActingSite.open();
    const [ghost] = await site.haunt("named-gone-disconnected", "named-gone");
    const id = await site.act({ verb: "log-off", target: { sessions: [ghost?.subject.key ?? ""] } }, "desk");
    const row = await site.desk.incident.findFirstOrThrow({ where: { id: ghost?.id ?? "" } });
    const firstSeenAt = new Date(site.siteClock.now());
    await site.desk.incident.create({ data: { ...row, id: "later", firstSeenAt } });
    await site.liveFor(4 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "still-there", locks: 0 });
  });

  it("is settled once, however often that is tried", async () => {
    const site = await ActingSite.open();
    const id = await site.act(restart(servers(site)[0]), "desk");
    await site.desk.operationPart.updateMany({ where: { operationId: id }, data: { settledAt: new Date(0) } });
    const operation = await readOpenOperation(site.desk, id);
    if (!operation) throw new Error("It is gone.");
    await Promise.all([settle(site.runScope, operation), settle(site.runScope, operation)]);
    expect((await site.audited()).filter((action) => action === "operation.settled")).toHaveLength(1);
  });
});

describe("a restart that waits for another server", () => {
  it("waits for it after a new start of the program too", async () => {
    const site = await ActingSite.open();
    const [one, two] = servers(site);
    await site.act(restart(one), "desk");
    await site.restart();
    const next = await begin(site, two);
    for (let turn = 0; turn < 200; turn += 1) await site.operation(next);
    expect([site.sent, (await site.operation(next)).state]).toEqual([["restart-agent"], "intended"]);
    await site.liveFor(6 * MINUTE);
    await site.runner.sent();
    expect(site.sent).toEqual(["restart-agent", "restart-agent"]);
  });

  it.each([
    ["is disabled", { disabledAt: new Date(0) }],
    ["may do less", { role: "viewer" }],
  ] as const)("is not sent any more once the account of who asked %s", async (_, changed) => {
    const site = await ActingSite.open();
    const [one, two] = servers(site);
    const account = { id: "p", siteId: "practice", name: "Petr", nameKey: "petr", role: "desk", passwordHash: "-" };
    await site.desk.account.create({ data: { ...account, createdAt: new Date(0) } });
    await site.act(restart(one), "desk");
    const next = await begin(site, two, "Petr");
    await site.desk.account.update({ where: { id: "p" }, data: changed });
    await site.liveFor(6 * MINUTE);
    await site.runner.sent();
    expect(await site.operation(next)).toMatchObject({
      ...{ state: "refused", locks: 0, message: "Petr may not do this any more. Nothing was sent." },
    });
    expect(site.sent).toEqual(["restart-agent"]);
  });
});
