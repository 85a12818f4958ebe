import { expect, it, onTestFinished } from "vitest";
import { makeTemporaryDesk } from "@/lib/desk/temporary-desk.fixture";
import { roleNow } from "./role-now";

it("is what an account or a token of that name and site may do by now; none where it was taken away", async () => {
  const { desk, remove } = await makeTemporaryDesk();
  onTestFinished(remove);
  const shared = { siteId: "s", createdAt: new Date(0) };
  const add = (name: string, role: string, disabledAt: Date | null = null) =>
    desk.account.create({ data: { ...shared, id: name, name, nameKey: name, role, disabledAt, passwordHash: "-" } });
  await add("anna", "engineer");
  await add("petr", "admin", new Date(1));
  const token = { ...shared, role: "desk", createdBy: "anna" };
  await desk.apiToken.create({ data: { ...token, id: "t", name: "anna", nameKey: "anna", tokenHash: "1" } });
  await desk.apiToken.create({
    data: { ...token, id: "u", name: "old", nameKey: "old", tokenHash: "2", revokedAt: new Date(1) },
  });
  const ask = (name: string, kind: string, siteId = "s") => roleNow({ desk, siteId }, { name, kind, role: "viewer" });
  expect(await ask("Anna", "person")).toBe("engineer");
  expect(await ask("petr", "person")).toBeNull();
  expect(await ask("anna", "token")).toBe("desk");
  expect(await ask("old", "token")).toBeNull();
  expect(await ask("anna", "person", "elsewhere")).toBe("viewer");
  expect(await ask("Ghostdesk", "local")).toBe("viewer");
});
