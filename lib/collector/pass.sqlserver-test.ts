import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wallClock } from "@/lib/clock";
import type { Machine, Session } from "@/lib/domain/site";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { proveDatabase } from "@/lib/site/tables/proof";
import { fillSmallSite, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { copySite, makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";
import { Pass } from "./pass";
import { NO_BOOKS } from "./pass.fixture";
import { SnapshotStore } from "./snapshot-store";

/** The same site read from SQL Server and from SQLite must be the same site. GHOSTDESK_TEST_SITE_FILE names a larger one. */

const serverUrl = process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "";
let site: SiteFile;
let file: string;
let scratch: ScratchDatabase;

beforeAll(async () => {
  site = makeSiteFile();
  fillSmallSite(site);
  file = process.env.GHOSTDESK_TEST_SITE_FILE ?? site.file;
  scratch = await makeScratchDatabase(serverUrl);
  const rows = (await copySite(scratch, "monitor", file)) + (await copySite(scratch, "broker", file));
  process.stdout.write(`${rows} rows copied from ${file}\n`);
});
afterAll(async () => {
  await scratch.drop();
  site.remove();
});

class Reading {
  readonly #monitor;
  readonly #broker;
  readonly #pass: Pass;
  readonly #store = new SnapshotStore();

  constructor(url: string) {
    this.#monitor = openMonitorTables(url, { readMsMax: 120_000 });
    this.#broker = openBrokerTables(url, { readMsMax: 120_000 });
    this.#pass = new Pass(
      { monitor: this.#monitor, broker: this.#broker, sdk: null },
      { site: wallClock, wall: wallClock },
    );
  }

  async read(what: string) {
    const started = performance.now();
    const run = this.#pass.run();
    let step = await run.next();
    for (; !step.done; step = await run.next()) this.#store.add(step.value);
    process.stdout.write(`${what}: ${Math.round(performance.now() - started)} ms\n`);
    expect(
      step.value.sources
        .map(({ problem }) => problem)
        .slice(0, 2)
        .filter((text) => text && !/written/.test(text)),
    ).toEqual([]);
    const { clockSkewMs } = step.value;
    const facts = { asOf: 0, siteName: "", sources: [], clockSkewMs, ...NO_BOOKS };
    return this.#store.publish(facts, { sources: false, ghosts: [] }).snapshot;
  }

  close = () => Promise.all([this.#monitor.close(), this.#broker.close()]);
}

/** `datetime` holds steps of 1/300 s: .000, .003, .007. Both sides are compared as it would hold them. */
function toDatetime(_name: string, value: unknown): unknown {
  if (typeof value !== "number" || value < 1e12) return value;
  const steps = Math.round((value % 1000) * 0.3);
  return value - (value % 1000) + Math.round(steps / 0.3);
}

/** The records that one side has and the other has not, as text; few, so that a failure can be read. */
function differences(one: Iterable<Session | Machine>, two: Iterable<Session | Machine>): string[] {
  const texts = (records: Iterable<Session | Machine>) =>
    new Set([...records].map((each) => JSON.stringify(each, toDatetime)));
  const [left, right] = [texts(one), texts(two)];
  return [...[...left].filter((text) => !right.has(text)), ...[...right].filter((text) => !left.has(text))].slice(0, 4);
}

describe("a site on SQL Server", () => {
  it("reads as the same site does from SQLite, whole and after changes", async () => {
    const [server, sqlite] = [new Reading(scratch.url), new Reading(`file:${file}`)];
    const [one, two] = [await server.read("SQL Server, whole"), await sqlite.read("SQLite, whole")];
    expect(one.sessions.size).toBeGreaterThan(0);
    expect(differences(one.sessions.values(), two.sessions.values())).toEqual([]);
    expect(differences(one.machines.values(), two.machines.values())).toEqual([]);
    expect(one.people.size).toBe(two.people.size);
    await server.read("SQL Server, nothing changed");
    await scratch.execute(
      `UPDATE TOP (100) MonitorData.Session SET ConnectionState = 77, ModifiedDate = (SELECT DATEADD(second, 1, MAX(ModifiedDate)) FROM MonitorData.Session) WHERE EndDate IS NULL`,
    );
    const changed = await server.read("SQL Server, up to 100 rows changed");
    const unknown = [...changed.sessions.values()].filter(({ state }) => state === "77").length;
    expect(unknown).toBe(Math.min(100, one.sessions.size));
    await Promise.all([server.close(), sqlite.close()]);
  });

  it("tells its clock, its release and whether its login could write", async () => {
    const monitor = openMonitorTables(scratch.url, { readMsMax: 30_000 });
    expect(Math.abs(((await monitor.now()) ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await proveDatabase(monitor, "MonitorData.Session")).toMatchObject({
      canWrite: true,
      release: expect.any(String),
    });
    await monitor.close();
  });
});
