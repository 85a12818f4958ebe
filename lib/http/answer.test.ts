import { expect, it } from "vitest";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { DeskError } from "@/lib/errors";
import { forLog } from "./answer";

it("the log gets what happened, why, and where", () => {
  const error = new DeskError("internal", "It broke.", { cause: new Error("disk full") });
  expect(forLog(error)).toEqual({
    reason: "It broke. (disk full)",
    at: expect.arrayContaining([expect.stringMatching(/^at /)]),
  });
  expect(forLog("text")).toEqual({ reason: "text", at: [] });
});

it("the log never gets the values a query was about", async () => {
  const { desk, remove } = await makeTemporaryDesk();
  const wrong = { id: 5, siteId: "s", name: "n", nameKey: "n", role: "r", passwordHash: "$scrypt$secret" };
  const error = await desk.account.create({ data: wrong as never }).catch((cause: unknown) => cause);
  expect(String(error)).toContain("$scrypt$secret");
  const logged = forLog(error);
  expect(JSON.stringify(logged)).not.toContain("$scrypt$secret");
  expect(logged.reason).toMatch(/^PrismaClientValidationError: Argument `\w+`/);
  await remove();
});
