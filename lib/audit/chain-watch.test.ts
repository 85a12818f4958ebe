import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FixedClock } from "@/lib/clock";
import { makeTemporaryDesk, TEST_SEAL, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { log } from "@/lib/log";
import { anchorFile, writeAnchor } from "./anchor";
import { AT, anchorOf, append, record, unlock } from "./chain.fixture";
import { ChainWatch } from "./chain-watch";

let temporary: TemporaryDesk;
let watch: ChainWatch;
let keyFile: string;
const clock = new FixedClock(AT);
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
  keyFile = path.join(temporary.folder, "audit.key");
  watch = new ChainWatch({ desk: temporary.desk, siteId: "s", key: TEST_SEAL.key, keyFile, clock });
});
afterEach(async () => {
  await watch.stop();
  await temporary.remove();
});

const keepAnchor = async () => {
  const anchor = await anchorOf(temporary.desk);
  if (anchor) await writeAnchor(anchorFile(keyFile, "s"), anchor);
};

it("checks in the background and says when, how much, and that all is well", async () => {
  expect(watch.status).toMatchObject({ state: "checking", checkedAt: null });
  await append(temporary.desk, record("one"), record("two"));
  await keepAnchor();
  watch.begin();
  await vi.waitUntil(() => watch.status.state !== "checking");
  expect(watch.status).toEqual({
    ...{ state: "whole", checkedAt: AT, entries: 2, uncovered: 0, brokenAt: null },
    sentence: "2 entries checked: each is what was written, and none is missing.",
  });
});

it("says at which entry it broke, on the screen and in one line of the log", async () => {
  const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await append(temporary.desk, record("one"), record("two"), record("three"));
  await keepAnchor();
  await unlock(temporary.desk);
  await temporary.desk.auditEntry.update({ where: { id: 2 }, data: { actor: "somebody else" } });
  await watch.check();
  const sentence = "Entry 2 is not what Ghostdesk wrote. What comes after it proves nothing.";
  expect(watch.status).toMatchObject({ state: "broken", entries: 1, brokenAt: 2, sentence });
  expect(error.mock.calls).toEqual([[{ event: "audit.chain-broken", id: 2, fault: "changed", sentence }]]);
  error.mockRestore();
});

it("says that a database that does not answer could not be checked, and keeps what it knew", async () => {
  const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await temporary.desk.$executeRawUnsafe('ALTER TABLE "AuditEntry" RENAME TO "Lost"');
  await watch.check();
  expect(watch.status).toMatchObject({ state: "checking", sentence: "The audit could not be checked." });
  await temporary.desk.$executeRawUnsafe('ALTER TABLE "Lost" RENAME TO "AuditEntry"');
  await watch.check();
  expect(watch.status).toMatchObject({ state: "whole", sentence: "Nothing has been written yet." });
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});

it("ends a check that runs", async () => {
  await append(temporary.desk, record("one"));
  const checking = watch.check();
  await watch.stop();
  await checking;
  expect(watch.status.state).toBe("checking");
});
