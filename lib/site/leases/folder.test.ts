import { renameSync, rmSync, utimesSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CacheFolder, enumerationXml, launchXml } from "./cache-folder.fixture";
import { LeaseFolderReader } from "./folder";

const NOW = Date.UTC(2026, 10, 21, 10);
const LATER = "2026-12-01T00:00:00Z";
const HASH = "0a1b2c3d4e5f60718293";

let cache: CacheFolder;
let reader: LeaseFolderReader;

beforeEach(() => {
  cache = new CacheFolder();
  reader = new LeaseFolderReader({ controller: "ddc1.corp.example.com", path: cache.path });
});

afterEach(() => cache.remove());

describe("a cache folder", () => {
  it("is counted by kind, and its leases by type and age", async () => {
    cache.write(`Apps/a1/app.xml`, "<App/>");
    cache.write(`Desktops/d1/desktop.xml`, "<Desktop/>");
    cache.write(`Icons/i1/icon.xml`, "<Icon/>");
    cache.write(`Icons/i2/icon.xml`, "<Icon/>");
    cache.write(`Workers/w1/worker.xml`, "<Worker sid='S-1-5-21-1-2-3-90001' name='CORP\\SRV-44'/>");
    cache.write(`Leases/Enumeration/${HASH}/lease.xml`, enumerationXml({ user: 1, expires: LATER }));
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    cache.write("Leases/Launch/l2/two.XML", launchXml({ user: 2, expires: "2026-11-21T10:00:00Z" }));
    cache.write("Leases/Launch/l2/desktop.ini", "no lease");
    const { folder, leases } = await reader.read(NOW);
    expect(folder).toEqual({
      controller: "ddc1.corp.example.com",
      path: cache.path,
      reading: { state: "ok", asOf: NOW, problem: null },
      files: { Apps: 1, Desktops: 1, Icons: 2, Enumeration: 1, Launch: 2, Workers: 1 },
      ...{ enumeration: 1, launch: 2, expired: 1, missing: null, missingKeys: [], problems: [], unread: 0 },
    });
    expect([...leases.keys()].sort()).toEqual([
      HASH.toUpperCase(),
      "Leases/Launch/l1/one.xml",
      "Leases/Launch/l2/two.XML",
    ]);
    expect(reader.folder).toBe(folder);
  });

  it("tells a machine that a lease names by Sid alone", async () => {
    cache.write("Workers/w1/w.xml", "<Worker sid='S-1-5-21-1-2-3-90001' name='CORP\\srv-44$'/>");
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, machine: null, expires: LATER }));
    const { leases } = await reader.read(NOW);
    expect([...leases.values()][0]).toMatchObject({ machine: "SRV-44", machineSid: "S-1-5-21-1-2-3-90001" });
  });

  it("opens again only what changed in size or time", async () => {
    const file = "Leases/Launch/l1/one.xml";
    const at = new Date(NOW);
    cache.write(file, launchXml({ user: 1, expires: "2026-12-01T00:00:00Z" }));
    utimesSync(cache.at(file), at, at);
    const first = await reader.read(NOW);
    // The same size and time: nobody would look into it again.
    cache.write(file, launchXml({ user: 1, expires: "2026-12-02T00:00:00Z" }));
    utimesSync(cache.at(file), at, at);
    const same = await reader.read(NOW + 1);
    expect(same.leases).toBe(first.leases);
    expect(same.folder.reading.asOf).toBe(NOW + 1);
    utimesSync(cache.at(file), at, new Date(NOW + 10));
    const [lease] = (await reader.read(NOW + 2)).leases.values();
    expect(lease?.expiresAt).toBe(Date.UTC(2026, 11, 2));
    cache.write("Leases/Launch/l3/three.xml", launchXml({ user: 3, expires: LATER }));
    expect((await reader.read(NOW + 3)).leases.size).toBe(2);
    rmSync(cache.at(file));
    expect([...(await reader.read(NOW + 4)).leases.keys()]).toEqual(["Leases/Launch/l3/three.xml"]);
  });

  it("notices that leases ran out though no file changed", async () => {
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    expect((await reader.read(Date.parse(LATER) - 1)).folder.expired).toBe(0);
    expect((await reader.read(Date.parse(LATER))).folder.expired).toBe(1);
  });

  it("keeps what was read while it cannot be reached, and says so in one sentence", async () => {
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    const before = await reader.read(NOW);
    const elsewhere = `${cache.path}-moved`;
    renameSync(cache.path, elsewhere);
    const { folder, leases } = await reader.read(NOW + 60_000);
    expect(leases).toBe(before.leases);
    expect(folder).toEqual({
      ...before.folder,
      reading: { state: "lost", asOf: NOW, problem: "The cache folder cannot be read: there is no such folder." },
    });
    renameSync(elsewhere, cache.path);
    expect((await reader.read(NOW + 120_000)).folder.reading).toEqual({
      state: "ok",
      asOf: NOW + 120_000,
      problem: null,
    });
  });

  it.each([
    ["a file", "Apps/file.xml", "The cache folder cannot be read: it is no folder."],
    ["some other folder", "Apps", "The folder is no cache of a controller: it has none of its sub-folders."],
  ])("says so where it is %s", async (_, place, problem) => {
    cache.write("Apps/file.xml", "<App/>");
    const other = new LeaseFolderReader({ controller: "ddc2", path: cache.at(place) });
    expect((await other.read(NOW)).folder.reading).toEqual({ state: "lost", asOf: null, problem });
  });

  it("reads as many files as it is told, and says that there are more", async () => {
    for (let user = 0; user < 20; user += 1)
      cache.write(`Leases/Launch/l/${user}.xml`, launchXml({ user, expires: LATER }));
    reader = new LeaseFolderReader({ controller: "ddc1", path: cache.path }, { entriesMax: 11, depthMax: 4 });
    const { folder } = await reader.read(NOW);
    expect(folder.launch).toBe(10);
    expect(folder.reading.problem).toBe("The folder holds more files than are read; the rest was left out.");
  });

  it("is read once where it is asked for twice at a time", async () => {
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    const [one, other] = await Promise.all([reader.read(NOW), reader.read(NOW)]);
    expect(one).toBe(other);
  });
});
