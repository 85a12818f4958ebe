import { createServer } from "node:net";
import { expect, it } from "vitest";
import { openDesk } from "./client";
import { isDatabaseLost } from "./database-lost";
import { makeTemporaryDesk } from "./temporary-desk.fixture";

const failureOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

it("is what a server says that is not there, with and without a transaction", async () => {
  const desk = openDesk("sqlserver://127.0.0.1:1;database=d;user=u;password=p;connectTimeout=5");
  expect(isDatabaseLost(await failureOf(desk.account.count()))).toBe(true);
  expect(isDatabaseLost(await failureOf(desk.$transaction((tx) => tx.account.count())))).toBe(true);
});

it("is what a server says that never answers", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const address = silent.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const desk = openDesk(`sqlserver://127.0.0.1:${port};database=d;user=u;password=p;connectTimeout=1`);
  expect(isDatabaseLost(await failureOf(desk.account.count()))).toBe(true);
  silent.close();
});

it("is not what a mistake of ours says", async () => {
  const { desk, remove } = await makeTemporaryDesk();
  await desk.fact.create({ data: { name: "a", value: "1" } });
  expect(isDatabaseLost(await failureOf(desk.fact.create({ data: { name: "a", value: "1" } })))).toBe(false);
  expect(isDatabaseLost(await failureOf(desk.$queryRawUnsafe("nonsense")))).toBe(false);
  expect(isDatabaseLost(new TypeError("x"))).toBe(false);
  await remove();
});
