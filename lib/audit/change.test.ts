import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localActor } from "@/lib/auth/local-actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { FixedClock } from "@/lib/clock";
import { openDesk } from "@/lib/desk/client";
import { makeTemporaryDesk, TEST_SEAL, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { ROLES } from "@/lib/domain/role";
import type { Actor } from "./actor";
import { change } from "./change";

const clock = new FixedClock(Date.parse("2026-11-21T10:00:00Z"));
let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const setFact = (actor: Actor, value: string, desk = temporary.desk) =>
  change({ desk, clock, actor, permission: "manage-settings", action: "fact.set" }, async (tx) => {
    const before = await tx.fact.findUnique({ where: { name: "f" } });
    if (before?.value === value) return { result: "same", record: null };
    await tx.fact.upsert({ where: { name: "f" }, create: { name: "f", value }, update: { value } });
    return { result: "set", record: { subject: "f", detail: { from: before?.value ?? null, to: value } } };
  });

describe("change", () => {
  it("writes the change and who did it, when, in what role", async () => {
    expect(await setFact(localActor("s"), "1")).toBe("set");
    const [entry] = await temporary.desk.auditEntry.findMany();
    expect(entry).toEqual({
      ...{ id: 1, siteId: "s", at: new Date("2026-11-21T10:00:00Z"), actor: "command-line", kind: "local" },
      ...{ role: "admin", action: "fact.set", subject: "f", detail: '{"from":null,"to":"1"}' },
      mac: expect.stringMatching(/^0\.[\w-]{43}$/),
    });
  });

  it("writes nothing where nothing changed", async () => {
    await setFact(localActor("s"), "1");
    expect(await setFact(localActor("s"), "1")).toBe("same");
    expect(await temporary.desk.auditEntry.count()).toBe(1);
  });

  it("does not change what cannot be audited", async () => {
    await temporary.desk.$executeRawUnsafe(
      `CREATE TRIGGER full BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'the audit is full'); END`,
    );
    await expect(setFact(localActor("s"), "1")).rejects.toMatchObject({ code: "P2003" });
    expect(await temporary.desk.fact.count()).toBe(0);
  });

  it("does not audit what failed", async () => {
    const failing = change(
      { desk: temporary.desk, clock, actor: localActor("s"), permission: "manage-settings", action: "fact.set" },
      async (tx) => {
        await tx.fact.create({ data: { name: "f", value: "1" } });
        throw new Error("too late");
      },
    );
    await expect(failing).rejects.toThrow("too late");
    expect([await temporary.desk.fact.count(), await temporary.desk.auditEntry.count()]).toEqual([0, 0]);
  });

  it.each(ROLES.filter((role) => role !== "admin"))("asks first: %s may not, and nothing runs", async (role) => {
    const actor = mintActor({ name: "somebody", role, siteId: "s" }, "person") as Actor;
    await expect(setFact(actor, "1")).rejects.toMatchObject({ code: "forbidden" });
    expect(await temporary.desk.fact.count()).toBe(0);
  });

  it("keeps every one of many changes at once, from two connections", async () => {
    const other = openDesk(temporary.url, TEST_SEAL);
    const values = Array.from({ length: 20 }, (_, index) => `${index}`);
    await Promise.all(
      values.map((value, index) => setFact(localActor("s"), value, index % 2 ? other : temporary.desk)),
    );
    const entries = await temporary.desk.auditEntry.findMany({ orderBy: { id: "asc" } });
    const steps = entries.map((entry) => JSON.parse(entry.detail) as { from: string | null; to: string });
    expect(steps).toHaveLength(20);
    expect(steps.map((step) => step.from)).toEqual([null, ...steps.slice(0, -1).map((step) => step.to)]);
    await other.$disconnect();
  });
});
