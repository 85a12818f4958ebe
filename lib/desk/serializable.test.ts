import { afterEach, beforeEach, expect, it } from "vitest";
import { serializable } from "./serializable";
import { makeTemporaryDesk, type TemporaryDesk } from "./temporary-desk.fixture";

let temporary: TemporaryDesk;
beforeEach(async () => {
  temporary = await makeTemporaryDesk();
});
afterEach(() => temporary.remove());

const row = { name: "a", value: "theirs" };

it("looks again where somebody added the row between its look and its write, and kept nothing of the first time", async () => {
  const { desk } = temporary;
  await desk.fact.create({ data: row });
  let attempts = 0;
  const found = await serializable(desk, async (tx) => {
    attempts += 1;
    await tx.fact.create({ data: { name: `attempt ${attempts}`, value: "" } });
    if (attempts === 1) await tx.fact.create({ data: { ...row, value: "ours" } });
    return tx.fact.findUnique({ where: { name: "a" } });
  });
  expect(found).toEqual(row);
  expect((await desk.fact.findMany()).map(({ name }) => name).sort()).toEqual(["a", "attempt 2"]);
});

it("gives up with what the database said where that does not change", async () => {
  const { desk } = temporary;
  await desk.fact.create({ data: row });
  let attempts = 0;
  const stubborn = serializable(desk, (tx) => {
    attempts += 1;
    return tx.fact.create({ data: row });
  });
  await expect(stubborn).rejects.toMatchObject({ code: "P2002" });
  expect(attempts).toBe(5);
});

it("throws at once what the work throws", async () => {
  let attempts = 0;
  const failing = serializable(temporary.desk, async () => {
    attempts += 1;
    throw new TypeError("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(attempts).toBe(1);
});
