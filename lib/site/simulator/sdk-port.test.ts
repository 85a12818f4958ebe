import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SdkSession, SdkSource } from "@/lib/site/port";
import { MINUTE } from "./engine/site-time";
import { type OpenedSite, practiceSite } from "./practice.fixture";
import type { SdkPage } from "./protocol";
import { SdkAnswers } from "./sdk-answers";
import { createSdkSource } from "./sdk-port";
import { all } from "./sdk-reads.fixture";

function connect({ site }: OpenedSite): SdkSource {
  const { port1, port2 } = new MessageChannel();
  new SdkAnswers(site).serve(port2);
  onTestFinished(() => port1.close());
  return createSdkSource(port1);
}

describe("the practice site's SDK", () => {
  it("lists exactly the sessions and machines that the tables list", async () => {
    const opened = practiceSite();
    const sdk = connect(opened);
    const live = opened.tables.rows(`SELECT "SessionKey" AS key FROM "Session" WHERE "EndDate" IS NULL ORDER BY 1`);
    const sessions = await all(sdk.sessions());
    expect(sessions.map(({ sessionKey }) => sessionKey).sort()).toEqual(live.map(({ key }) => key));
    for (const { sessionKey, appSince } of sessions) {
      expect(appSince).toBe(opened.site.world.sessions.get(sessionKey)?.appStateSince);
    }
    const machines = await all(sdk.machines());
    expect(machines.map(({ machineId }) => machineId).sort()).toEqual(
      opened.tables.rows(`SELECT "Id" AS id FROM "Machine" ORDER BY 1`).map(({ id }) => id),
    );
  });

  it("says what no table says", async () => {
    const opened = practiceSite();
    const sdk = connect(opened);
    opened.site.startScenario("nameless-after-failed-logon", { count: 6 });
    await opened.pass(15 * MINUTE);
    const nameless = (await all(sdk.sessions())).filter(({ appState }) => appState === "PreLogon");
    expect(nameless.length).toBeGreaterThanOrEqual(6);
    expect(nameless.some(({ connectionMode }) => connectionMode === "Unbrokered")).toBe(true);
    expect(nameless.some(({ brokeringUserName }) => brokeringUserName?.includes("\\"))).toBe(true);
    const pending = (await all(sdk.machines())).reduce((sum, { sessionsPending }) => sum + sessionsPending, 0);
    expect(pending).toBeGreaterThanOrEqual(6);
  });

  it("gives pages of at most 500 and goes on where it was while the site changes", async () => {
    const opened = practiceSite();
    const answers = new SdkAnswers(opened.site);
    const template = [...opened.site.world.sessions.values()].find(({ established }) => established);
    if (!template) throw new Error("Nobody is at work");
    for (let extra = 1; extra <= 1_200; extra++) {
      const copy = { ...structuredClone(template), id: `copy-${extra}`, uid: 1_000_000 + extra, timers: {} };
      opened.site.world.sessions.set(copy.id, copy);
    }
    const keys: string[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page = answers.answer({ ask: "sessions", after }) as SdkPage<SdkSession>;
      expect(page.rows.length).toBeLessThanOrEqual(500);
      keys.push(...page.rows.map(({ sessionKey }) => sessionKey));
      opened.site.world.sessions.delete("copy-1200");
      after = page.next;
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith("copy-"))).toHaveLength(1_199);
    for (let extra = 1; extra < 1_200; extra++) opened.site.world.sessions.delete(`copy-${extra}`);
  });

  it("lets a server speak for itself", async () => {
    const opened = practiceSite();
    const sdk = connect(opened);
    const [busy] = opened.tables.rows(
      `SELECT "MachineId" AS id, count(*) AS n FROM "Session" WHERE "EndDate" IS NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    const id = String(busy?.id);
    const listed = await sdk.windowsSessions(id);
    expect(listed.length).toBe(Number(busy?.n));
    expect(new Set(listed.map((session) => session.id)).size).toBe(listed.length);
    await expect(sdk.windowsSessions("no-such-machine")).rejects.toMatchObject({ code: "not-found" });
    const machine = opened.site.world.machineById(id);
    machine.power = "Off";
    await expect(sdk.windowsSessions(id)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("says how the controllers are, also without their database, when the lists fail", async () => {
    const opened = practiceSite({ era: "both" });
    const sdk = connect(opened);
    expect(await sdk.site()).toMatchObject({ connectionLeasingEnabled: true, localHostCacheEnabled: true });
    opened.site.startScenario("site-database-down", { forMs: 10 * MINUTE });
    const statuses = async () => (await sdk.site()).controllers.map(({ serviceStatus }) => serviceStatus);
    expect(await statuses()).toEqual(["PendingFailure", "PendingFailure"]);
    await expect(all(sdk.sessions())).rejects.toMatchObject({ code: "unavailable" });
    await opened.pass(5 * MINUTE);
    expect(await statuses()).toEqual(["DBNotFound", "DBNotFound"]);
    await opened.pass(6 * MINUTE);
    expect(await statuses()).toEqual(["OK", "OK"]);
  });

  it("refuses what waits, and what comes later, once the port is closed", async () => {
    const { port1, port2 } = new MessageChannel();
    const sdk = createSdkSource(port1);
    const waiting = sdk.site();
    port2.close();
    await expect(waiting).rejects.toMatchObject({ code: "unavailable" });
    await expect(sdk.site()).rejects.toMatchObject({ code: "unavailable" });
  });
});
