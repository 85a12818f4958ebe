import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTemporaryDesk, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { log } from "@/lib/log";
import { anchorFile, readAnchor, writeAnchor } from "./anchor";
import { append, record, unlock } from "./chain.fixture";
import { keyIdOf, openAuditKey, readAuditKey } from "./key-file";
import { openAuditedDesk } from "./open";

let temporary: TemporaryDesk;
let keyFile: string;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  keyFile = path.join(temporary.folder, "keys", "audit.key");
});
afterEach(() => temporary.remove());

const open = () => openAuditedDesk(temporary.url, keyFile);
const anchor = () => readAnchor(anchorFile(keyFile, "s"));

describe("the key of the audit", () => {
  it("is made once, of 32 bytes, though several ask at once", async () => {
    expect(await readAuditKey(keyFile)).toBeNull();
    const keys = await Promise.all(Array.from({ length: 5 }, () => openAuditKey(keyFile)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(await readAuditKey(keyFile)).toEqual(Buffer.from(keys[0] ?? []));
    expect(new Set(keys[0]).size).toBeGreaterThan(8);
  });

  it.skipIf(process.platform === "win32")("is for its own account only", async () => {
    await openAuditKey(keyFile);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it("of any other length is no key, and is left as it is", async () => {
    mkdirSync(path.dirname(keyFile), { recursive: true });
    writeFileSync(keyFile, "too short");
    const message = `The audit's key ${keyFile} cannot be used: it holds 9 bytes, not 32.`;
    await expect(openAuditKey(keyFile)).rejects.toMatchObject({ code: "unavailable", message });
    await expect(readAuditKey(keyFile)).rejects.toMatchObject({ code: "unavailable", message });
    expect(readFileSync(keyFile, "utf8")).toBe("too short");
  });
});

describe("the anchor", () => {
  it("stands beside the key and holds the last entry of each site when the desk is closed", async () => {
    const audited = await open();
    await append(audited.desk, record("one"), record("two"), record("elsewhere", { siteId: "t" }));
    const [last] = await audited.desk.auditEntry.findMany({ where: { siteId: "s" }, orderBy: { id: "desc" } });
    await audited.close();
    expect(await anchor()).toEqual({ keyId: keyIdOf(audited.key), id: 2, mac: last?.mac });
    expect(readdirSync(path.dirname(keyFile)).sort()).toEqual(["audit.key", "audit.s.anchor", "audit.t.anchor"]);
  });

  it("follows by itself a moment after entries were added", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const audited = await open();
    await append(audited.desk, record("one"), record("two"));
    expect(await anchor()).toBeNull();
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await vi.waitUntil(async () => (await anchor())?.id === 2);
    await audited.close();
  });

  it("never moves back, and never away from an entry that is gone", async () => {
    const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const audited = await open();
    await append(audited.desk, record("one"), record("two"), record("three"));
    await audited.close();
    const before = await anchor();
    await unlock(temporary.desk);
    await temporary.desk.auditEntry.delete({ where: { id: 3 } });
    const again = await open();
    await append(again.desk, record("four"));
    await again.close();
    expect(await anchor()).toEqual(before);
    expect(error.mock.calls).toEqual([[{ event: "audit.anchor-lost", siteId: "s", id: 3 }]]);
    error.mockRestore();
  });

  it("stays where it is with another key", async () => {
    const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const audited = await open();
    await append(audited.desk, record("one"));
    await audited.close();
    rmSync(keyFile);
    const again = await open();
    await append(again.desk, record("two"));
    await again.close();
    expect(await anchor()).toMatchObject({ id: 1, keyId: keyIdOf(audited.key) });
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  it("that cannot be read is none", async () => {
    mkdirSync(path.dirname(keyFile), { recursive: true });
    for (const text of ["", "{", '{"id":0}', "[]"]) {
      writeFileSync(anchorFile(keyFile, "s"), text);
      expect(await anchor()).toBeNull();
    }
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "that cannot be written stops nothing, and the log says so",
    async () => {
      const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
      const audited = await open();
      chmodSync(path.dirname(keyFile), 0o500);
      await append(audited.desk, record("one"));
      await audited.close();
      expect(error).toHaveBeenCalledWith(expect.objectContaining({ event: "audit.anchor-not-written" }));
      error.mockRestore();
      chmodSync(path.dirname(keyFile), 0o700);
    },
  );

  it("is written whole, and leaves nothing behind where it cannot be", async () => {
    const file = path.join(temporary.folder, "a-folder");
    mkdirSync(path.join(file, "x"), { recursive: true });
    await expect(writeAnchor(file, { keyId: "k", id: 1, mac: "m" })).rejects.toThrow();
    expect(readdirSync(temporary.folder).filter((name) => name.startsWith("a-folder"))).toEqual(["a-folder"]);
  });
});
