import { afterEach, beforeEach, expect, it } from "vitest";
import { PATCH } from "@/app/api/people/[id]/route";
import { GET, POST } from "@/app/api/people/route";
import { DELETE } from "@/app/api/people/tokens/[id]/route";
import { makeRequest, startTestConsole, type TestConsole } from "./console.fixture";

let running: TestConsole;
beforeEach(async () => {
  running = await startTestConsole();
});
afterEach(() => running.close());

const NEW = { name: "new.person", role: "desk", password: "correct horse battery" };

it("an administrator adds, changes and lists people, and is told what is wrong", async () => {
  const cookie = await running.cookie("admin");
  const add = (body: unknown) => POST(makeRequest("POST", "/api/people", { body, headers: { cookie } }));
  const added = await add(NEW);
  expect(added.status).toBe(201);
  const { id } = (await added.json()) as { id: string };
  expect((await add(NEW)).status).toBe(409);
  expect(await (await add({ ...NEW, name: "b", password: "short" })).json()).toEqual({
    error: { code: "invalid", message: "A password has at least 12 characters.", field: "password" },
  });
  const change = { body: { role: "engineer", disabled: true }, headers: { cookie } };
  const changed = await PATCH(makeRequest("PATCH", `/api/people/${id}`, change));
  expect(await changed.json()).toMatchObject({ id, role: "engineer", disabled: true });
  const { accounts } = (await (await GET(makeRequest("GET", "/api/people", { headers: { cookie } }))).json()) as {
    accounts: { name: string }[];
  };
  expect(accounts.map((account) => account.name)).toEqual(["admin", "desk", "engineer", "new.person", "viewer"]);
});

it("an administrator who disables the own account is signed out, and a second one may", async () => {
  await running.runtime.desk.account.update({ where: { id: running.accountIds.desk }, data: { role: "admin" } });
  const cookie = await running.cookie("admin");
  const self = `/api/people/${running.accountIds.admin}`;
  const disabled = await PATCH(makeRequest("PATCH", self, { body: { disabled: true }, headers: { cookie } }));
  expect(disabled.status).toBe(200);
  expect((await GET(makeRequest("GET", "/api/people", { headers: { cookie } }))).status).toBe(401);
});

it("an administrator revokes a token", async () => {
  const authorization = await running.bearer("viewer");
  const { id } = (await running.runtime.desk.apiToken.findFirst()) ?? { id: "" };
  const cookie = await running.cookie("admin");
  const path = `/api/people/tokens/${id}`;
  expect((await DELETE(makeRequest("DELETE", path, { headers: { cookie } }))).status).toBe(204);
  expect((await GET(makeRequest("GET", "/api/people", { headers: { authorization } }))).status).toBe(401);
});
