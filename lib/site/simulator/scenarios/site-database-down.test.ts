import { describe, expect, it } from "vitest";
import { MINUTE } from "../engine/site-time";
import type { PracticeSiteChoices } from "../practice.fixture";
import { type OpenedSite, openSite, practiceSite } from "../practice.fixture";

const NEWEST = `SELECT max("ModifiedDate") AS newest, count(*) AS n FROM "Session"`;

async function lose(choices: PracticeSiteChoices = {}): Promise<OpenedSite> {
  const opened = practiceSite(choices);
  opened.site.startScenario("site-database-down", { forMs: 20 * MINUTE });
  await opened.pass(3 * MINUTE);
  return opened;
}

const sessionsOf = ({ site }: OpenedSite) => [...site.world.sessions.values()];

describe("site-database-down", () => {
  it("lets the tables stand still while the site lives on, and writes all of it when the database returns", async () => {
    const opened = practiceSite();
    opened.site.startScenario("site-database-down", { forMs: 20 * MINUTE });
    const [before] = opened.tables.rows(NEWEST);
    opened.site.startScenario("logon-storm", { count: 5, at: opened.site.now + 4 * MINUTE });
    await opened.pass(19 * MINUTE);
    expect(opened.tables.rows(NEWEST)).toEqual([before]);
    const storm = sessionsOf(opened).filter(({ cause, established }) => cause === "logon-storm" && established);
    expect(storm.length).toBeGreaterThan(0);
    const outageEnd = opened.site.now + MINUTE;
    await opened.pass(2 * MINUTE);
    for (const { id } of storm) {
      const [row] = opened.tables.rows(`SELECT "ModifiedDate" FROM "Session" WHERE "SessionKey" = ?`, id);
      expect(Date.parse(String(row?.ModifiedDate))).toBeGreaterThanOrEqual(outageEnd);
    }
    expect(opened.tables.count(`SELECT 1 FROM "SimPending"`)).toBe(0);
  });

  it("brokers nothing for two minutes, then through leases, to the leased machine only", async () => {
    const opened = await lose();
    opened.site.startScenario("logon-storm", { count: 6 });
    await opened.pass(10 * MINUTE);
    const launched = sessionsOf(opened).filter(({ cause }) => cause === "logon-storm");
    expect(launched.length).toBeGreaterThan(0);
    for (const session of launched) {
      expect(session.mode).toBe("LeasedConnection");
      const leases = [...opened.site.world.leases.values()].filter(
        ({ type, personId, resource }) =>
          type === "Launch" && personId === session.brokeredFor && resource?.groupId === session.groupId,
      );
      expect(leases.map(({ machineId }) => machineId)).toContain(session.machineId);
    }
  });

  it("brokers as usual where the site has the local host cache", async () => {
    const opened = await lose({ era: "cache" });
    opened.site.startScenario("logon-storm", { count: 6 });
    await opened.pass(10 * MINUTE);
    const modes = sessionsOf(opened)
      .filter(({ cause }) => cause === "logon-storm")
      .map(({ mode }) => mode);
    expect(new Set(modes)).toEqual(new Set(["Brokered"]));
    expect(opened.site.world.leases.size).toBe(0);
  });

  it("loses nothing when the program is killed meanwhile", async () => {
    const through = await lose();
    await through.pass(60 * MINUTE);
    const killed = await lose();
    await killed.pass(10 * MINUTE);
    const again = openSite(killed.file);
    await again.site.runTo(through.site.now);
    expect(again.tables.digest()).toBe(through.tables.digest());
  });
});
