import { describe, expect, it, onTestFinished } from "vitest";
import type { Person } from "@/lib/domain/site";
import { practiceSite } from "@/lib/site/simulator/practice.fixture";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { readAllPeople } from "@/lib/site/tables/read-people";
import { composePerson } from "../compose";
import { BrokerWitness } from "./broker-witness";
import { FailureLog } from "./failure-log";
import { SiteLogonPace } from "./logon-pace";

/** The witnesses on a whole practice site: what they say is what plain questions to its tables say. */

const HOUR = 60 * 60_000;

function openPractice() {
  const opened = practiceSite();
  const monitor = openMonitorTables(`file:${opened.file}`, { readMsMax: 5_000 });
  const broker = openBrokerTables(`file:${opened.file}`, { readMsMax: 5_000 });
  onTestFinished(async () => {
    await Promise.all([monitor.close(), broker.close()]);
  });
  return { ...opened, monitor, broker };
}

describe("the practice site", () => {
  it("has its failed launches in the log, read bit by bit, under the people and machines that they hurt", async () => {
    const { site, tables, pass, monitor } = openPractice();
    const people = new Map<number, Person>();
    const log = new FailureLog(monitor, (id) => people.get(id));
    const read = async () => {
      for await (const page of readAllPeople(monitor)) for (const row of page) people.set(row.Id, composePerson(row));
      await log.read(site.now, site.now);
    };
    await read();
    site.startScenario("failure-trace", { count: 3 });
    for (let step = 0; step < 12; step += 1) {
      await pass(5 * 60_000);
      await read();
    }
    const kept = new Date(site.now - 26 * HOUR).toISOString();
    const launches = tables.rows(`SELECT Id FROM ConnectionFailureLog WHERE FailureDate >= ? AND UserId > 0`, kept);
    const found = [...log.usersChanged()].flatMap((userKey) => log.launchesOf(userKey, 0));
    expect(found).toHaveLength(launches.length);
    const failed = `SELECT SessionKey FROM Session WHERE FailureDate >= ? AND FailureId > 0 AND MachineId IS NOT NULL`;
    const ended = tables.rows(failed, kept);
    const sessions = [...log.machinesChanged()].flatMap((machineKey) => log.ofMachine(machineKey, 0));
    expect(ended.length).toBeGreaterThan(5);
    expect(sessions.map(({ sessionKey }) => sessionKey).sort()).toEqual(ended.map((row) => row.SessionKey).sort());
    expect(sessions.filter(({ code, category }) => code === null || category === null)).toEqual([]);
  });

  it("has logons whose figures are those of its rows", async () => {
    const { site, tables, monitor } = openPractice();
    const pace = new SiteLogonPace(monitor);
    await pace.read(site.now);
    const since = new Date(site.now - 7 * 24 * HOUR).toISOString();
    const named = `SELECT LogOnDuration AS Ms FROM Session WHERE LogOnDuration IS NOT NULL AND IsAnonymous = 0 AND StartDate >= ?`;
    const lengths = tables.rows(`${named} ORDER BY LogOnDuration`, since).map((row) => Number(row.Ms));
    expect(lengths.length).toBeGreaterThan(50);
    expect([pace.logons, pace.longestMs]).toEqual([lengths.length, lengths.at(-1)]);
    const middle = lengths[Math.ceil(lengths.length / 2) - 1] ?? 0;
    expect(Math.floor((pace.medianMs ?? 0) / 1000)).toBe(Math.floor(middle / 1000));
  });

  it("has the broker's rows of each machine, as many as its live sessions", async () => {
    const { site, tables, broker } = openPractice();
    const rows = tables.rows(`SELECT MachineId, count(*) AS n FROM Session WHERE EndDate IS NULL GROUP BY MachineId`);
    const witness = new BrokerWitness(broker);
    const keys = rows.map((row) => String(row.MachineId));
    await witness.read(site.now, keys);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.map((key) => witness.word(key)?.sessions.length)).toEqual(rows.map((row) => row.n));
  });
});
