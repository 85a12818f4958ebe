import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "./engine/site-time";
import { copiedSite, openSite, practiceSite } from "./practice.fixture";
import { RunningSite } from "./running-site";
import { openSiteFile } from "./store/site-file";

describe("the simulation", () => {
  it("gives the same tables for the same seed, and others for another", async () => {
    const digests: string[] = [];
    for (const seed of [11, 11, 12]) {
      const { tables, pass } = practiceSite({ seed });
      await pass(2 * HOUR);
      digests.push(tables.digest());
    }
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it("comes to the same whether it runs through or stops and resumes, whatever the steps", async () => {
    const commands = async (site: RunningSite) => {
      site.startScenario("nameless-after-failed-logon", {});
      site.startScenario("site-database-down", { at: site.now + 20 * MINUTE + 300, forMs: 11 * MINUTE });
      site.startScenario("logon-storm", { count: 8, at: site.now + 7 * MINUTE });
    };
    const through = practiceSite();
    await commands(through.site);
    await through.pass(3 * HOUR);

    const file = copiedSite();
    const first = new RunningSite(openSiteFile(file));
    const until = first.now + 3 * HOUR;
    await commands(first);
    first.close();
    for (const step of [7 * SECOND, 20 * MINUTE + 100, 5 * MINUTE, 26 * MINUTE, 64_321]) {
      const site = new RunningSite(openSiteFile(file));
      await site.runTo(site.now + step);
      site.close();
    }
    const last = openSite(file);
    await last.site.runTo(until);
    expect(last.tables.digest()).toBe(through.tables.digest());
  });

  it("survives being killed: a connection that was never closed leaves a whole site", async () => {
    const file = copiedSite();
    const killed = new RunningSite(openSiteFile(file));
    await killed.runTo(killed.now + 40 * MINUTE);
    const after = openSite(file);
    expect(after.site.now).toBe(killed.now);
    await after.pass(20 * MINUTE);
    const through = practiceSite();
    await through.pass(60 * MINUTE);
    expect(after.tables.digest()).toBe(through.tables.digest());
  });

  it("stands at 10:40 local time with people at work", () => {
    const { site, tables } = practiceSite();
    expect(new Date(site.now).toISOString()).toBe("2027-01-14T09:40:00.000Z");
    const live = tables.count(`SELECT 1 FROM "Session" WHERE "EndDate" IS NULL`);
    expect(live).toBeGreaterThan(25);
    expect(live).toBeLessThan(60);
  });

  it("grooms: ended sessions after two weeks, load after a day, the connection log after two days", async () => {
    const { site, tables, pass } = openSite(copiedSite(), 12 * HOUR);
    await pass(16 * DAY);
    const dateBefore = (ms: number) => new Date(site.now - ms - 2 * HOUR).toISOString();
    expect(tables.count(`SELECT 1 FROM "Session" WHERE "EndDate" < ?`, dateBefore(14 * DAY))).toBe(0);
    expect(tables.count(`SELECT 1 FROM "Session" WHERE "EndDate" < ?`, dateBefore(12 * DAY))).toBeGreaterThan(0);
    expect(tables.count(`SELECT 1 FROM "LoadIndex" WHERE "CreatedDate" < ?`, dateBefore(DAY))).toBe(0);
    expect(tables.count(`SELECT 1 FROM "ConnectionLog" WHERE "BrokeringTime" < ?`, dateBefore(2 * DAY))).toBe(0);
    const orphans = `SELECT 1 FROM "Connection" WHERE "SessionKey" NOT IN (SELECT "SessionKey" FROM "Session")`;
    expect(tables.count(orphans)).toBe(0);
  });
});
