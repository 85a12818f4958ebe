import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/desk/client";
import { makeTemporaryDesk, TEST_SEAL, type TemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { appendAudit } from "./append";
import { AT, anchorOf, append, record, unlock, verify } from "./chain.fixture";

let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const OLD = {
  ...{ siteId: "s", at: new Date(AT), actor: "a", kind: "person", role: "admin", action: "account.add" },
  ...{ subject: "before the chain", detail: "{}" },
};
const COUNT = 8;
const fill = async (count = COUNT) => {
  const { desk } = temporary;
  for (let each = 1; each <= count; each++) await append(desk, record(`${each}`, { at: AT + each }));
};

describe("an untouched chain", () => {
  it("is whole: empty, with entries of other sites between, with entries from before it, and over many pages", async () => {
    const { desk } = temporary;
    expect(await verify(desk, null)).toEqual({ entries: 0, uncovered: 0, broken: null, anchored: false });
    await desk.auditEntry.createMany({ data: [OLD, OLD] });
    await append(desk, record("one"), record("elsewhere", { siteId: "t" }), record("two"));
    const anchor = await anchorOf(desk);
    await append(desk, record("three"));
    expect(await verify(desk, anchor)).toEqual({ entries: 3, uncovered: 2, broken: null, anchored: true });
    await desk.$transaction(async (tx) => {
      for (let each = 0; each < 600; each++) await appendAudit(tx, record(`${each}`));
    });
    expect(await verify(desk, anchor)).toMatchObject({ entries: 603, broken: null });
  });

  it("keeps any text: zeros, half characters, more than there is room for", async () => {
    const odd = record(`${"x".repeat(254)}😀`, { actor: "a\0b", detail: { text: "\ud800 \0" } });
    await append(temporary.desk, odd, record("\udc00"));
    expect(await verify(temporary.desk, null)).toMatchObject({ entries: 2, broken: null });
  });

  it("is one chain where two connections add at once, several in one transaction", async () => {
    const other = openDesk(temporary.url, TEST_SEAL);
    const both = Array.from({ length: 20 }, (_, index) => (index % 2 ? other : temporary.desk));
    await Promise.all(both.map((desk, index) => append(desk, record(`${index}`), record(`${index} again`))));
    await other.$disconnect();
    expect(await verify(temporary.desk, await anchorOf(temporary.desk))).toMatchObject({ entries: 40, broken: null });
  });

  it("leaves no gap where a transaction is undone", async () => {
    await fill(2);
    await expect(append(temporary.desk, record("x", { action: null as never }))).rejects.toThrow();
    await fill(1);
    expect(await verify(temporary.desk, await anchorOf(temporary.desk))).toMatchObject({ entries: 3, broken: null });
  });
});

const FIELDS = ["siteId", "at", "actor", "kind", "role", "action", "subject", "detail", "mac"] as const;
const position = fc.integer({ min: 1, max: COUNT });
const runs = { numRuns: 25 } as const;

/** Runs the property on a chain of its own each time. */
async function onOwnChain(work: (own: TemporaryDesk) => Promise<void>): Promise<void> {
  const own = await makeTemporaryDesk();
  const before = temporary;
  temporary = own;
  try {
    await fill();
    await unlock(own.desk);
    await work(own);
  } finally {
    temporary = before;
    await own.remove();
  }
}

describe("a chain that somebody touched", () => {
  it("breaks at the entry of which any one character was changed", async () => {
    const flip = fc.tuple(position, fc.constantFrom(...FIELDS), fc.nat(), fc.constantFrom("x", "Z", "0", "~"));
    await fc.assert(
      fc.asyncProperty(flip, async ([id, field, where, letter]) => {
        await onOwnChain(async ({ desk }) => {
          const anchor = await anchorOf(desk);
          const row = await desk.auditEntry.findUniqueOrThrow({ where: { id } });
          if (field === "at") {
            await desk.auditEntry.update({ where: { id }, data: { at: new Date(row.at.getTime() + 1 + (where % 9)) } });
          } else {
            const text = row[field] ?? "";
            const at = where % text.length;
            const other = letter === text[at] ? "q" : letter;
            await desk.auditEntry.update({
              where: { id },
              data: { [field]: text.slice(0, at) + other + text.slice(at + 1) },
            });
          }
          const { broken } = await verify(desk, anchor);
          // An entry that was given to another site is missing here: the next one tells, or the anchor.
          expect(broken?.id).toBe(field === "siteId" && id < COUNT ? id + 1 : id);
        });
      }),
      runs,
    );
  });

  it("breaks where any entry was taken out, the last one with the anchor's help", async () => {
    await fc.assert(
      fc.asyncProperty(position, async (id) => {
        await onOwnChain(async ({ desk }) => {
          const anchor = await anchorOf(desk);
          await desk.auditEntry.delete({ where: { id } });
          const expected = id < COUNT ? { id: id + 1, fault: "missing" } : { id, fault: "cut-off" };
          expect((await verify(desk, anchor)).broken).toEqual(expected);
        });
      }),
      runs,
    );
  });

  it("breaks at the first of two that changed places", async () => {
    const two = fc.uniqueArray(position, { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(two, async ([a = 0, b = 0]) => {
        await onOwnChain(async ({ desk }) => {
          const anchor = await anchorOf(desk);
          await desk.auditEntry.update({ where: { id: a }, data: { id: 1_000 } });
          await desk.auditEntry.update({ where: { id: b }, data: { id: a } });
          await desk.auditEntry.update({ where: { id: 1_000 }, data: { id: b } });
          expect((await verify(desk, anchor)).broken).toEqual({ id: Math.min(a, b), fault: "reordered" });
        });
      }),
      runs,
    );
  });

  it("shows that its end was cut off, also where others were added since", async () => {
    await fc.assert(
      fc.asyncProperty(position, fc.boolean(), async (from, goesOn) => {
        await onOwnChain(async ({ desk }) => {
          const anchor = await anchorOf(desk);
          await desk.auditEntry.deleteMany({ where: { id: { gte: from } } });
          if (goesOn) await append(desk, record("after"), record("and after"));
          expect((await verify(desk, anchor)).broken).toEqual({ id: COUNT, fault: "cut-off" });
          expect((await verify(desk, null)).broken).toBeNull();
        });
      }),
      runs,
    );
  });

  it("breaks at an entry without a mac, and not at those from before there was one", async () => {
    const { desk } = temporary;
    await desk.auditEntry.create({ data: OLD });
    await fill(2);
    await desk.auditEntry.create({ data: OLD });
    expect(await verify(desk, null)).toMatchObject({ uncovered: 1, entries: 2, broken: { id: 4, fault: "unsealed" } });
  });

  it("breaks at an entry that somebody wrote with a key of their own", async () => {
    await fill(2);
    const forger = openDesk(temporary.url, { ...TEST_SEAL, key: new Uint8Array(32).fill(8) });
    await append(forger, record("forged"));
    await forger.$disconnect();
    expect((await verify(temporary.desk, null)).broken).toEqual({ id: 3, fault: "changed" });
  });

  it("says that the key is another one, with and without an anchor", async () => {
    await fill(3);
    const other = new Uint8Array(32).fill(9);
    const broken = { id: 1, fault: "another-key" };
    expect((await verify(temporary.desk, await anchorOf(temporary.desk), other)).broken).toEqual(broken);
    expect((await verify(temporary.desk, null, other)).broken).toEqual(broken);
  });
});

it("the table itself refuses that an entry is changed or taken out", async () => {
  await fill(1);
  const { desk } = temporary;
  await expect(desk.auditEntry.update({ where: { id: 1 }, data: { actor: "b" } })).rejects.toThrow();
  await expect(desk.auditEntry.deleteMany({})).rejects.toThrow();
  expect(await verify(desk, await anchorOf(desk))).toMatchObject({ entries: 1, broken: null });
});

it("nothing is audited in a database that was opened without the key", async () => {
  const plain = openDesk(temporary.url);
  await expect(append(plain, record("x"))).rejects.toMatchObject({ code: "internal" });
  await plain.$disconnect();
});
