import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Incident } from "@/lib/domain/ghost/incident";
import { NOON } from "@/lib/domain/ghost/incident.fixture";
import { changeIncident } from "./incident-changes";
import type { IncidentKeeper } from "./incident-keeper";
import { readHistory, readIncident } from "./incident-rows";
import { delta, found, KeeperWorld, sessionSubject, withdrawn } from "./keeper.fixture";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: KeeperWorld;
let keeper: IncidentKeeper;
beforeEach(async () => {
  world = await KeeperWorld.make();
  keeper = await world.open();
});
afterEach(() => world.close());

const taken = (at: number) => ({ type: "taken", by: "maria", at: NOON + at }) as const;
const dismissed = (at: number) => ({ type: "dismissed", by: "maria", reason: "A robot.", at: NOON + at }) as const;
const reopened = (at: number) => ({ type: "reopened", by: "maria", at: NOON + at }) as const;

async function findOne(key = "a"): Promise<string> {
  const [id = ""] = keeper.take(delta(0, found(key)));
  await keeper.settle();
  return id;
}
const stored = (id: string) => readIncident(world.desk, "site", id);

describe("what people do", () => {
  it("is shown at once and outlives a restart", async () => {
    const id = await findOne();
    await world.person(keeper, id, taken(1));
    expect(keeper.book.get(id)?.taken).toEqual({ by: "maria", at: NOON + 1 });
    expect(world.changed).toEqual([[id]]);
    await keeper.settle();
    expect((await world.open(MINUTE)).book.get(id)?.taken).toEqual({ by: "maria", at: NOON + 1 });
    expect((await readHistory(world.desk, "site", id)).at(-1)).toEqual({
      ...{ at: NOON + 1, event: "taken", by: "maria", detail: null },
    });
  });

  it("and what the rules find at the same moment never overwrite each other, whoever is first", async () => {
    const id = await findOne();
    const first = world.person(keeper, id, taken(1));
    keeper.take(delta(10_000));
    const second = world.person(keeper, id, { type: "acting", by: "maria", verb: "log-off", at: NOON + 10_001 });
    keeper.take(delta(12_000, withdrawn("a")));
    await Promise.all([first, second, keeper.settle()]);
    await keeper.settle();
    const after: Partial<Incident> = { confirmedAt: NOON + 10_000, taken: { by: "maria", at: NOON + 1 } };
    expect(await stored(id)).toMatchObject({ state: "cleared", ...after });
    expect(keeper.get(id)).toEqual(await stored(id));
    const events = (await readHistory(world.desk, "site", id)).map(({ event }) => event).sort();
    const orders = [["acting"], []].map((acting) => [...acting, "cleared", "confirmed", "suspected", "taken"]);
    expect(orders).toContainEqual(events);
  });

  it("is shown with what the rules found since, stored or not", async () => {
    const id = await findOne();
    const { incident } = await world.desk.$transaction((tx) => changeIncident(tx, "site", id, taken(1)));
    keeper.take(delta(10_000));
    keeper.apply(incident);
    const both = { state: "confirmed", taken: { by: "maria", at: NOON + 1 } };
    expect(keeper.book.get(id)).toMatchObject(both);
    await keeper.settle();
    // Told late, after the rules' part of it was stored as well.
    keeper.apply(incident);
    await keeper.settle();
    expect([keeper.book.get(id), await stored(id)]).toMatchObject([both, both]);
  });

  it("waits behind what the rules found and could not store yet", async () => {
    await world.lose();
    const [id = ""] = keeper.take(delta(0, found("a")));
    await expect(keeper.settle()).rejects.toMatchObject({ code: "unavailable" });
    await world.bringBack();
    await keeper.settle();
    await world.person(keeper, id, taken(1));
    expect(keeper.get(id)).toMatchObject({ state: "suspect", taken: { by: "maria" } });
  });

  it("is refused where there is no such ghost here, or a later one in its place", async () => {
    const id = await findOne();
    const change = (site: string, which: string) =>
      world.desk.$transaction((tx) => changeIncident(tx, site, which, reopened(DAY)));
    await expect(change("elsewhere", id)).rejects.toMatchObject({ code: "not-found" });
    await expect(change("site", "00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: "not-found" });
    await world.person(keeper, id, dismissed(1));
    keeper.take(delta(MINUTE, withdrawn("a")));
    keeper.take(delta(MINUTE + DAY + 1, found("a")));
    await keeper.settle();
    await expect(change("site", id)).rejects.toMatchObject({ code: "conflict" });
    expect(keeper.book.ofSession("a")).toMatchObject({ state: "suspect" });
    expect(keeper.book.ofSession("a")?.id).not.toBe(id);
  });

  it("writes nothing where it changes nothing", async () => {
    const id = await findOne();
    await world.person(keeper, id, taken(1));
    await world.person(keeper, id, taken(2));
    expect(await world.history(id)).toEqual(["suspected 0", "taken 1"]);
  });
});

describe("a dismissed ghost", () => {
  it("is out of the book, stays out while its finding goes on, and confirms nothing", async () => {
    const id = await findOne();
    await world.person(keeper, id, dismissed(1));
    expect([keeper.book.size, keeper.get(id)?.state]).toEqual([0, "dismissed"]);
    expect(keeper.take(delta(15_000, found("a")))).toEqual([]);
    expect(keeper.take(delta(2 * DAY))).toEqual([]);
    expect(keeper.get(id)).toMatchObject({ state: "dismissed", confirmedAt: null });
  });

  it("that is reopened while its subject stands is confirmed by the next read but ten seconds", async () => {
    const id = await findOne();
    await world.person(keeper, id, dismissed(1));
    await world.person(keeper, id, reopened(MINUTE));
    expect(keeper.book.get(id)?.state).toBe("suspect");
    expect(world.orders).toEqual([]);
    expect(keeper.take(delta(MINUTE + 9_999))).toEqual([]);
    expect(keeper.take(delta(MINUTE + 10_000))).toEqual([id]);
    expect(keeper.book.get(id)?.state).toBe("confirmed");
  });

  it("that is reopened after its subject went is asked for, and cleared by the reader's word", async () => {
    const id = await findOne();
    await world.person(keeper, id, dismissed(1));
    keeper.take(delta(MINUTE, withdrawn("a")));
    expect(keeper.orders.open).toEqual([]);
    await keeper.settle();
    expect(await stored(id)).toMatchObject({ state: "dismissed", clearedAt: NOON + MINUTE, outcome: null });
    await world.person(keeper, id, reopened(2 * MINUTE));
    expect(world.orders.map(({ open }) => open)).toEqual([[{ subject: sessionSubject("a"), class: "nameless" }]]);
    expect(keeper.take(delta(3 * MINUTE))).toEqual([]);
    expect(keeper.take(delta(4 * MINUTE, withdrawn("a")))).toEqual([id]);
    expect(keeper.get(id)).toMatchObject({ state: "cleared", clearedAt: NOON + 4 * MINUTE });
  });
});

describe("an empty book", () => {
  it("says since when, from the first read that was judged on", async () => {
    expect(keeper.book.emptySince).toBeNull();
    keeper.take(delta(null));
    expect(keeper.book.emptySince).toBeNull();
    keeper.take(delta(5_000));
    keeper.take(delta(9_000));
    expect(keeper.book.emptySince).toBe(NOON + 5_000);
    keeper.take(delta(10_000, found("a", "b")));
    expect(keeper.book.emptySince).toBeNull();
    const id = keeper.book.ofSession("a")?.id ?? "";
    await keeper.settle();
    keeper.take(delta(20_000, withdrawn("b")));
    expect(keeper.book.emptySince).toBeNull();
    await world.person(keeper, id, dismissed(25_000));
    expect(keeper.book.emptySince).toBe(NOON + 25_000);
    keeper.take(delta(90_000, withdrawn("a")));
    expect(keeper.book.emptySince).toBe(NOON + 25_000);
  });

  it("still knows it after a restart, days later", async () => {
    const id = await findOne();
    keeper.take(delta(MINUTE, withdrawn("a")));
    await keeper.settle();
    expect(keeper.get(id)?.state).toBe("cleared");
    const later = await world.open(9 * DAY);
    expect(later.book.emptySince).toBeNull();
    later.take(delta(9 * DAY));
    expect(later.book.emptySince).toBe(NOON + MINUTE);
  });
});

describe("orders to the rules", () => {
  it("carry the settings that were changed, and what is open", async () => {
    await findOne();
    const settings = { ...keeper.settings, namelessGraceMinutes: 15 };
    keeper.applySettings(settings);
    expect(keeper.settings).toBe(settings);
    expect(world.orders).toEqual([{ settings, open: [{ subject: sessionSubject("a"), class: "nameless" }] }]);
  });
});
