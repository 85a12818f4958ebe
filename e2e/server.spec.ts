import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { freePort, startServer } from "@/scripts/server-process";
import { expect, test } from "./desk";

/** Starting, stopping and being killed: each fault is one clear line, and nothing is lost. */

async function failure(env: Record<string, string>): Promise<string> {
  try {
    const server = await startServer(env);
    await server.end();
    return "it started";
  } catch (error) {
    return String(error);
  }
}

const lines = (text: string) => text.split("\n").filter((line) => line && !/^Error: The server ended/.test(line));

test("says in one line that the port is in use", async ({ dataFolder }) => {
  // The fixture's server works in the practice folder; this one gets a folder of its own.
  const own = path.join(dataFolder, "own");
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  const said = await failure({ GHOSTDESK_DATA: own, PORT: `${port}` });
  other.close();
  expect(lines(said)).toEqual([`Port ${port} is in use. Set PORT to another one, or end the program that uses it.`]);
});

test("says in one line that another copy works in the data folder", async ({ server, dataFolder }) => {
  expect(server.url).toContain("127.0.0.1");
  const said = lines(await failure({ GHOSTDESK_DATA: dataFolder }));
  expect(said).toEqual([
    `The data folder ${path.join(dataFolder, "practice")} is in use by another copy of Ghostdesk.`,
  ]);
});

test("says in one line that the data folder cannot be written", async ({ dataFolder }) => {
  const file = path.join(dataFolder, "a-file");
  writeFileSync(file, "");
  const said = lines(await failure({ GHOSTDESK_DATA: file }));
  expect(said).toEqual([
    `The data folder ${path.join(file, "practice")} cannot be written. Set GHOSTDESK_DATA to one that can.`,
  ]);
});

test("refuses broker tables without Monitoring tables", async ({ dataFolder }) => {
  const said = lines(await failure({ GHOSTDESK_DATA: dataFolder, GHOSTDESK_BROKER_DATABASE_URL: "file:/nowhere.db" }));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("GHOSTDESK_MONITOR_DATABASE_URL");
});

test("goes on where it was after being killed", async ({ server, dataFolder, admin, playwright }) => {
  await admin.post("/api/practice/clock", { data: { advance: "PT10M" }, timeout: 60_000 });
  const before = await (await admin.get("/api/sessions?limit=500&sort=startedAt")).json();
  await server.kill();
  const again = await startServer({ GHOSTDESK_DATA: dataFolder });
  const request = await playwright.request.newContext({ baseURL: again.url, extraHTTPHeaders: { Origin: again.url } });
  await request.post("/api/sign-in", { data: { account: "viewer", password: "ghostdesk" } });
  await expect.poll(async () => (await request.get("/api/sessions")).status(), { timeout: 20_000 }).toBe(200);
  const after = await (await request.get("/api/sessions?limit=500&sort=startedAt")).json();
  expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.asOf));
  const still = new Set(after.rows.map((row: { key: string }) => row.key));
  const kept = before.rows.filter((row: { key: string }) => still.has(row.key)).length;
  expect(kept).toBeGreaterThan(before.rows.length * 0.95);
  await request.dispose();
  await again.end();
});
