import { expect, startScenario, test } from "./desk";

/** The API as a script meets it: a real server, real requests. */

test("answers the health question without sign-in, and nothing else @reads", async ({ request }) => {
  const health = await request.get("/api/health");
  expect([health.status(), await health.json()]).toEqual([200, { ok: true }]);
  for (const path of [
    "/api/sessions",
    "/api/users",
    "/api/servers",
    "/api/status",
    "/api/live",
    "/api/openapi.json",
    "/api/people",
    "/api/practice/scenarios",
  ]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 401]);
    expect((await answer.json()).error.code).toBe("unauthenticated");
  }
});

test("lists sessions with where they come from, pages by cursor, and exports exactly the filter @reads", async ({
  admin,
}) => {
  const first = await (await admin.get("/api/sessions?state=active&sort=user&limit=25")).json();
  expect(first.sources.map((source: { name: string; state: string }) => [source.name, source.state])).toEqual([
    ["monitor", "ok"],
    ["broker", "ok"],
    ["sdk", "ok"],
  ]);
  expect(first.rows).toHaveLength(25);
  const keys = new Set<string>(first.rows.map((row: { key: string }) => row.key));
  for (let next: string | null = first.next; next; ) {
    const window = await (
      await admin.get(`/api/sessions?state=active&sort=user&limit=100&cursor=${encodeURIComponent(next)}`)
    ).json();
    for (const row of window.rows) keys.add(row.key);
    next = window.next;
  }
  const csv = (await (await admin.get("/api/sessions.csv?state=active&sort=user")).text()).trim().split("\r\n");
  expect(Math.abs(keys.size - (csv.length - 1))).toBeLessThanOrEqual(5);
});

test("names the parameter that is wrong @reads", async ({ admin }) => {
  const wrong = {
    "/api/sessions?state=Sleeping": "state",
    "/api/sessions?limit=0": "limit",
    "/api/sessions?sort=shoe": "sort",
    "/api/sessions?colour=red": "colour",
    "/api/sessions?cursor=forged": "cursor",
  };
  for (const [path, field] of Object.entries(wrong)) {
    const answer = await admin.get(path);
    expect([path, answer.status(), (await answer.json()).error.field]).toEqual([path, 400, field]);
  }
  expect((await admin.get("/api/users/nobody-of-this-name")).status()).toBe(404);
  expect((await admin.get("/api/servers/none")).status()).toBe(404);
});

test("finds people and servers by their bare names, whatever the case @reads", async ({ admin }) => {
  const { rows } = await (await admin.get("/api/sessions?state=Active&limit=1&sort=user")).json();
  const account = rows[0].user.split("\\")[1].toUpperCase();
  const person = await (await admin.get(`/api/users/${encodeURIComponent(account)}`)).json();
  expect(person.user.key).toBe(rows[0].userKey);
  expect(person.sessions.map((session: { key: string }) => session.key)).toContain(rows[0].key);
  const server = await (await admin.get(`/api/servers/${rows[0].machine.toLowerCase()}`)).json();
  expect(server.server.key).toBe(rows[0].machineKey);
  expect(server.rows.length).toBe(server.server.sessions);
});

test("refuses what comes from another site", async ({ admin, server }) => {
  const from = (headers: Record<string, string>) =>
    admin.post("/api/practice/clock", { data: { advance: "PT1M" }, headers });
  expect((await from({ Origin: "https://evil.example" })).status()).toBe(403);
  expect((await from({ Origin: server.url, "Sec-Fetch-Site": "cross-site" })).status()).toBe(403);
  expect((await from({ Origin: server.url })).status()).toBe(200);
});

test("moves the clock with everything in between, one request at a time", async ({ admin }) => {
  const before = await (await admin.get("/api/status")).json();
  const [one, two] = await Promise.all([
    admin.post("/api/practice/clock", { data: { advance: "PT30M" }, timeout: 60_000 }),
    admin.post("/api/practice/clock", { data: { advance: "PT30M" }, timeout: 60_000 }),
  ]);
  expect([one.status(), two.status()].sort()).toEqual([200, 409]);
  const after = await (await admin.get("/api/status")).json();
  const moved = Date.parse(after.now) - Date.parse(before.now);
  expect(moved).toBeGreaterThanOrEqual(30 * 60_000);
  expect(moved).toBeLessThan(40 * 60_000);
  expect(Date.parse(after.asOf)).toBeGreaterThan(Date.parse(before.asOf));
});

test("keeps answering with the age of what it knows while the database is lost, and recovers by itself", async ({
  admin,
}) => {
  const before = await (await admin.get("/api/sessions?limit=1")).json();
  await startScenario(admin, "database-lost", { for: "PT10S" });
  const monitor = async () => (await (await admin.get("/api/status")).json()).sources[0];
  await expect.poll(async () => (await monitor()).state, { timeout: 30_000 }).toBe("lost");
  const during = await (await admin.get("/api/sessions?limit=1")).json();
  expect(during.total).toBeGreaterThan(before.total - 20);
  expect((await monitor()).problem).toBe("The database cannot be reached.");
  await expect.poll(async () => (await monitor()).state, { timeout: 40_000 }).toBe("ok");
});

test("never says in an answer which session a scenario broke", async ({ admin }) => {
  const answer = await admin.post("/api/practice/scenarios/nameless-after-failed-logon", { data: { count: 1 } });
  expect(answer.status()).toBe(202);
  expect(Object.keys(await answer.json()).sort()).toEqual(["scenario", "startedAt"]);
  expect((await admin.post("/api/practice/scenarios/no-such-thing", { data: {} })).status()).toBe(404);
});

test("describes itself @reads", async ({ admin }) => {
  const document = await (await admin.get("/api/openapi.json")).json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(["/api/sessions", "/api/users/{userKey}", "/api/live"]),
  );
});

test("gives no way out of its folder by encoded backslashes @reads", async ({ request }) => {
  for (const path of ["/%5C..%5C..%5C.next%5CBUILD_ID", "/api/users/..%5C..%5Cetc", "/_next/..%5c..%5cpackage.json"]) {
    const answer = await request.get(path);
    expect([path, answer.status() >= 400 && answer.status() < 500]).toEqual([path, true]);
  }
});
