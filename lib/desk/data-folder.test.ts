import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claimDataFolder } from "./data-folder";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), "ghostdesk-claim-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it("one copy claims a folder; the next waits until it is let go", () => {
  const folder = path.join(parent, "data", "practice");
  const release = claimDataFolder(folder);
  expect(() => claimDataFolder(folder)).toThrow(expect.objectContaining({ code: "conflict" }));
  release();
  claimDataFolder(folder)();
});

it.skipIf(process.platform === "win32")("a folder it makes is nobody else's to enter", () => {
  const folder = path.join(parent, "data", "practice");
  claimDataFolder(folder)();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(path.dirname(folder)).mode & 0o777).toBe(0o700);
});
