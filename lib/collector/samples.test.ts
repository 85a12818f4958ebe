import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { takeSamples } from "@/lib/domain/history/sample";
import { SampleStore } from "./samples";

let folder: string;
let desk: Desk;
const MINUTE = Date.parse("2026-11-17T09:05:00.000Z");

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-samples-"));
  desk = openDesk(`file:${path.join(folder, "desk.db")}`);
});
afterEach(async () => {
  await desk.$disconnect();
  rmSync(folder, { recursive: true, force: true });
});
const migrate = () => migrateDesk(`file:${path.join(folder, "desk.db")}`);
const sampleAt = (at: number) => takeSamples(at, [], []);

describe("samples in the desk database", () => {
  it("are stored once for each minute, also when the program starts again within one", async () => {
    await migrate();
    const store = new SampleStore(desk, "site");
    store.add(sampleAt(MINUTE));
    store.add(sampleAt(MINUTE + 60_000));
    await store.settle();
    const again = new SampleStore(desk, "site");
    again.add(sampleAt(MINUTE + 60_000));
    await again.settle();
    const rows = await desk.sample.findMany({ orderBy: { at: "asc" } });
    expect(rows.map(({ at }) => at.getTime())).toEqual([MINUTE, MINUTE + 60_000]);
    expect(JSON.parse(rows[0]?.counts ?? "")).toMatchObject({ sessions: 0, machines: 0 });
  });

  it("wait while the database is away and are stored when it is back", async () => {
    const store = new SampleStore(desk, "site");
    store.add(sampleAt(MINUTE));
    await store.settle();
    expect(store.waiting).toBe(1);
    await migrate();
    store.add(sampleAt(MINUTE + 60_000));
    await store.settle();
    expect(store.waiting).toBe(0);
    expect(await desk.sample.count()).toBe(2);
  });
});
