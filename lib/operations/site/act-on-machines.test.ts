import { describe, expect, it } from "vitest";
import type { Incident } from "@/lib/domain/ghost/incident";
import { ActingSite } from "./acting-site.fixture";
import { previewOperation } from "./preview-operation";
import { startOperation } from "./start-operation";

const MINUTE = 60_000;

const machineOf = ({ machineKey }: Incident) => ({ machine: machineKey ?? "" });
const restart = (incident: Incident) => ({ verb: "restart-agent", target: machineOf(incident) }) as const;

function runningServers(site: ActingSite): string[] {
  const machines = [...(site.live.current()?.machines.values() ?? [])];
  return machines
    .filter(({ sessionSupport, registration }) => sessionSupport === "MultiSession" && registration === "Registered")
    .map(({ name }) => name);
}

describe("restarting a broker agent", () => {
  it.each([
    ["nameless-after-failed-logon", "nameless"],
    ["hung-logon", "hung-logon"],
  ])("clears ghosts of %s, and says what it saw", async (scenario, ghostClass) => {
    const site = await ActingSite.open();
    const [ghost] = (await site.haunt(scenario, ghostClass)).filter(
      ({ sessionSupport }) => sessionSupport === "MultiSession",
    );
    if (!ghost) throw new Error(`No ${ghostClass} was found.`);
    const id = await site.act(restart(ghost), "desk");
    expect(await site.operation(id)).toMatchObject({ state: "accepted" });
    expect(site.keeper.get(ghost.id)?.state).toBe("acting");
    await site.liveFor(12 * MINUTE);
    const after = await site.operation(id);
    expect(after).toMatchObject({ state: "verified", locks: 0 });
    expect(after.ghosts.map(({ outcome }) => outcome)).toContain("cleared");
    expect(after.message).toMatch(/^Registered again, its (ghost|\d+ ghosts) gone after /);
    expect(site.keeper.get(ghost.id)?.state).toBe("cleared");
  });

  it("keeps what was known before it, the server's own word included", async () => {
    const site = await ActingSite.open();
    const [server = ""] = runningServers(site);
    const id = await site.act({ verb: "restart-agent", target: { machine: server } }, "desk");
    const lines = JSON.parse((await site.operation(id)).evidence) as { label: string; value: string; source: string }[];
    const said = new Map(lines.map(({ label, value }) => [label, value]));
    expect(said.get("Registration")).toBe("Registered");
    expect(said.get("Broker agent")).toMatch(/^Running, process \d+ since 20/);
    expect(said.get("Windows sessions")).toMatch(/Active|none/);
  });

  it("waits for the server before: one at a time", async () => {
    const site = await ActingSite.open();
    const [first = "", second = ""] = runningServers(site);
    await site.act({ verb: "restart-agent", target: { machine: first } }, "desk");
    const scope = site.scope("desk", "petr");
    const { token } = await previewOperation(scope, { verb: "restart-agent", target: { machine: second } });
    const waiting = await startOperation(scope, { token, reason: "The same." }, "another");
    await expect.poll(async () => (await site.operation(waiting)).message).toMatch(/^Waits for another server/);
    expect(await site.operation(waiting)).toMatchObject({ state: "intended" });
    expect(site.sent).toEqual(["restart-agent"]);
    await site.liveFor(5 * MINUTE);
    expect(site.sent).toEqual(["restart-agent", "restart-agent"]);
    await site.liveFor(5 * MINUTE);
    expect(await site.operation(waiting)).toMatchObject({ state: "verified" });
  });

  it("of a thousand clicks at once is one restart; all others are told its number", async () => {
    const site = await ActingSite.open();
    const [server = ""] = runningServers(site);
    const scope = site.scope("desk");
    const { token } = await previewOperation(scope, { verb: "restart-agent", target: { machine: server } });
    const people = Array.from({ length: 1_000 }, (_, index) => site.scope("desk", `person-${index}`));
    const own = await Promise.all(
      people.map((each) => previewOperation(each, { verb: "restart-agent", target: { machine: server } })),
    );
    const asked = await Promise.allSettled([
      ...own.map((shown, index) => startOperation(people[index] ?? scope, { token: shown.token, reason: "Now." }, "k")),
      startOperation(scope, { token, reason: "Now." }, "k"),
    ]);
    const begun = asked.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const refused = asked.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(begun).toHaveLength(1);
    expect(new Set(refused.map(({ code, operationId }) => `${code} ${operationId}`))).toEqual(
      new Set([`conflict ${begun[0]}`]),
    );
    await site.runner.sent();
    expect(site.sent).toEqual(["restart-agent"]);
  });

  it("stops at a person's cap with a sentence that says when the next is possible", async () => {
    const site = await ActingSite.open();
    const [server = ""] = runningServers(site);
    for (let turn = 0; turn < 5; turn += 1) {
      await site.act({ verb: "restart-agent", target: { machine: server } }, "desk", "maria");
      await site.liveFor(5 * MINUTE);
    }
    const sixth = site.act({ verb: "restart-agent", target: { machine: server } }, "desk", "maria");
    await expect(sixth).rejects.toMatchObject({
      code: "limited",
      message: expect.stringMatching(
        /^One person may do 5 restarts of broker agents within an hour, .* in 3\d minutes\.$/,
      ),
    });
    await expect(
      site.act({ verb: "restart-agent", target: { machine: server } }, "desk", "petr"),
    ).resolves.toBeDefined();
  });
});

describe("what stands in the way", () => {
  it("of a restart is an operation on one of its sessions, and of that a restart", async () => {
    const site = await ActingSite.open();
    const session = [...(site.live.current()?.sessions.values() ?? [])].find(
      ({ state, sessionSupport }) => state === "Active" && sessionSupport === "MultiSession",
    );
    const machine = session?.machineKey ?? "";
    const first = await site.act({ verb: "log-off", target: { sessions: [session?.key ?? ""] } }, "desk");
    await expect(site.act({ verb: "restart-agent", target: { machine } })).rejects.toMatchObject({
      ...{ code: "conflict", operationId: first },
    });
    await site.liveFor(2 * MINUTE);
    const second = await site.act({ verb: "restart-agent", target: { machine } });
    const other = [...(site.live.current()?.sessions.values() ?? [])].find((each) => each.machineKey === machine);
    await expect(site.act({ verb: "log-off", target: { sessions: [other?.key ?? ""] } })).rejects.toMatchObject({
      ...{ code: "conflict", operationId: second },
    });
  });
});

describe("a machine's power and maintenance mode", () => {
  it("is asked for, waited for, and verified when the machine is back", async () => {
    const site = await ActingSite.open();
    const [server = ""] = runningServers(site);
    const shown = await previewOperation(site.scope(), {
      verb: "power",
      target: { machine: server },
      params: { action: "Restart" },
    });
    expect(shown.touches.every(({ loses }) => loses === "The session and what is not saved.")).toBe(true);
    const id = await site.act({ verb: "power", target: { machine: server }, params: { action: "Restart" } });
    await site.liveFor(15 * MINUTE);
    expect(await site.operation(id)).toMatchObject({ state: "verified", locks: 0 });
  });

  it("goes on and off", async () => {
    const site = await ActingSite.open();
    const [server = ""] = runningServers(site);
    for (const [verb, word] of [
      ["maintenance-on", "In maintenance mode"],
      ["maintenance-off", "Back in service"],
    ] as const) {
      const id = await site.act({ verb, target: { machine: server } });
      await site.liveFor(MINUTE);
      expect((await site.operation(id)).message).toContain(word);
    }
  });
});
