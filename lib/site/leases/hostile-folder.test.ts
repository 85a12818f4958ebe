import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CacheFolder, launchXml } from "./cache-folder.fixture";
import { LeaseFolderReader } from "./folder";

const NOW = Date.UTC(2026, 10, 21, 10);
const LATER = "2026-12-01T00:00:00Z";

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
