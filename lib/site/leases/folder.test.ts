import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync } from "node:fs";
import fc from "fast-check";
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

const linesOf = async () => {
  const { folder } = await reader.read(NOW);
  return Object.fromEntries(folder.problems.map(({ file, why }) => [file, why]));
};

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
    expect([...leases.keys()]).toEqual([HASH.toUpperCase(), "Leases/Launch/l1/one.xml", "Leases/Launch/l2/two.XML"]);
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

describe("hostile files", () => {
  it("cost one line each, and none of the others", async () => {
    const good = launchXml({ user: 1, expires: LATER });
    const hostile: Record<string, readonly [string | Uint8Array, string]> = {
      "entities.xml": [
        `<!DOCTYPE l [<!ENTITY a "b">]>${good}`,
        "It defines a document type or entities, which are refused.",
      ],
      "binary.xml": [Uint8Array.from({ length: 4_096 }, (_, at) => (at * 97 + 131) % 256), "It is no XML."],
      "cut.xml": [good.slice(0, 200), "It ends too early, as if it had been cut off."],
      "empty.xml": ["", "It is empty."],
      "latin.xml": [
        Buffer.from(good.replace("Calc", "Zo\u00eb"), "latin1"),
        "It is not written in UTF-8, as it should be.",
      ],
      "no-expiry.xml": ["<Lease/>", "It tells no expiry that is understood."],
      "mismatch.xml": ["<Lease></lease>", "It is not well-formed XML."],
    };
    for (const [name, [content]] of Object.entries(hostile)) cache.write(`Leases/Launch/h/${name}`, content);
    cache.write("Leases/Launch/h/huge.xml", "");
    truncateSync(cache.at("Leases/Launch/h/huge.xml"), 100 * 1024 * 1024);
    cache.write("Leases/Launch/h/utf16.xml", Buffer.from(`\uFEFF${good}`, "utf16le"));
    cache.write("Leases/Launch/h/utf16-without-mark.xml", Buffer.from(good, "utf16le"));
    cache.write("Leases/Launch/h/without-ending", good);
    const expected = Object.entries(hostile).map(([name, [, why]]) => [`Leases/Launch/h/${name}`, why]);
    const { folder, leases } = await reader.read(NOW);
    expect(Object.fromEntries(folder.problems.map(({ file, why }) => [file, why]))).toEqual({
      ...Object.fromEntries(expected),
      "Leases/Launch/h/huge.xml": "It is larger than 1 MB, so it was not read.",
    });
    expect(folder).toMatchObject({ unread: 8, launch: 3, reading: { state: "ok", problem: null } });
    expect(leases.size).toBe(3);
    expect(await linesOf()).toEqual(Object.fromEntries(folder.problems.map(({ file, why }) => [file, why])));
  });

  it("are told a hundred at most, and all are counted", async () => {
    for (let at = 0; at < 130; at += 1) cache.write(`Leases/Launch/h/${at}.xml`, "no");
    const { folder } = await reader.read(NOW);
    expect(folder.problems).toHaveLength(100);
    expect(folder.unread).toBe(130);
  });

  it("that lie too deep are not looked for", async () => {
    cache.write("Leases/Launch/1/2/3/4/in.xml", launchXml({ user: 1, expires: LATER }));
    cache.write("Leases/Launch/1/2/3/4/5/out.xml", launchXml({ user: 2, expires: LATER }));
    expect(await linesOf()).toEqual({
      "Leases/Launch/1/2/3/4/5": "It is a folder nested deeper than a controller nests them, so it was not opened.",
    });
    expect(reader.folder.launch).toBe(1);
  });

  it("never make a read fail, whatever is in them", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        cache.write("Leases/Launch/h/any.xml", bytes);
        cache.write("Workers/h/any.xml", bytes);
        const { folder } = await reader.read(NOW);
        expect(folder.reading.state).toBe("ok");
        expect(folder.unread).toBe(folder.problems.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("links", () => {
  // Windows lets only some accounts make links; junctions everybody.
  const KIND = process.platform === "win32" ? "junction" : "dir";
  const LINE = "It is a link, and links are not followed.";

  it("in a circle are not followed", async () => {
    mkdirSync(cache.at("Leases/Launch/l1"));
    symlinkSync(cache.path, cache.at("Leases/Launch/l1/back"), KIND);
    symlinkSync(cache.at("Leases"), cache.at("Apps/leases"), KIND);
    expect(await linesOf()).toEqual({ "Leases/Launch/l1/back": LINE, "Apps/leases": LINE });
  });

  it("in place of the leases are not followed", async () => {
    const other = new CacheFolder();
    other.write("Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    rmSync(cache.at("Leases"), { recursive: true });
    symlinkSync(other.path, cache.at("Leases"), KIND);
    expect(await linesOf()).toEqual({ Leases: LINE });
    expect(reader.folder.launch).toBe(0);
    other.remove();
  });

  it.skipIf(process.platform === "win32")("to a file are not followed", async () => {
    symlinkSync("/etc/passwd", cache.at("Leases/Launch/passwd.xml"));
    expect(await linesOf()).toEqual({ "Leases/Launch/passwd.xml": LINE });
  });
});

/** Root may open everything, so as root it is tried as somebody else, who owns the folder. */
const NOBODY = 65_534;

describe.skipIf(process.platform === "win32")("what Ghostdesk may not open", () => {
  const isRoot = process.geteuid?.() === 0;
  beforeEach(() => {
    cache.remove();
    if (isRoot) process.seteuid?.(NOBODY);
    cache = new CacheFolder();
    reader = new LeaseFolderReader({ controller: "ddc1", path: cache.path });
  });
  afterEach(() => {
    if (isRoot) process.seteuid?.(0);
  });

  it("costs a line, keeps what it said before, and is tried again", async () => {
    const file = "Leases/Launch/l1/one.xml";
    cache.write(file, launchXml({ user: 1, expires: LATER }));
    await reader.read(NOW);
    cache.write(file, launchXml({ user: 1, expires: "2026-12-02T12:00:00.000Z" }));
    chmodSync(cache.at(file), 0);
    expect(await linesOf()).toEqual({ [file]: "Ghostdesk may not open it." });
    expect(reader.folder.launch).toBe(1);
    chmodSync(cache.at(file), 0o600);
    expect(await linesOf()).toEqual({});
    chmodSync(cache.at("Leases/Launch/l1"), 0);
    expect(await linesOf()).toEqual({ "Leases/Launch/l1": "Ghostdesk may not open this folder." });
    chmodSync(cache.at("Leases/Launch/l1"), 0o700);
  });

  it("in place of a whole kind means that the cache is not reached", async () => {
    cache.write("Leases/Launch/l1/one.xml", launchXml({ user: 1, expires: LATER }));
    await reader.read(NOW);
    chmodSync(cache.at("Leases/Launch"), 0);
    const { folder, leases } = await reader.read(NOW + 1);
    const problem = "The cache folder cannot be read: Ghostdesk may not open it.";
    expect(folder.reading).toEqual({ state: "lost", asOf: NOW, problem });
    expect(leases.size).toBe(1);
    chmodSync(cache.at("Leases/Launch"), 0o700);
  });
});
