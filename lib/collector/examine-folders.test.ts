import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { examineFolders } from "./examine-folders";

const NOW = Date.parse("2026-11-19T09:00:00.000Z");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-cache-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  const file = path.join(folder, "Leases", "Launch", "A1", name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const examine = (where = folder) => examineFolders([{ controller: "ddc1", path: where }], NOW);

it("counts what a cache folder holds, and names a file that cannot be read", async () => {
  write("one.xml", `<Lease expiration="2026-12-01T00:00:00Z"><User sid="S-1-5-21-1"/></Lease>`);
  expect(await examine()).toEqual([
    { area: "lease folders", check: "ddc1", state: "ok", text: `${folder}: 0 enumeration and 1 launch leases` },
  ]);
  write("two.xml", "<!DOCTYPE x><x/>");
  const [finding] = await examine();
  expect(finding).toMatchObject({ state: "warn", text: expect.stringContaining("1 file not read (") });
  expect(finding?.text).toContain("two.xml");
});

it("says that a folder cannot be reached", async () => {
  const [finding] = await examine(path.join(folder, "missing"));
  expect(finding).toMatchObject({ check: "ddc1", state: "warn", text: expect.stringContaining("missing: ") });
});
