import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/desk/client";
import { NOON } from "@/lib/domain/ghost/incident.fixture";
import { delta, findingOf, found, KeeperWorld, sessionSubject, withdrawn } from "./keeper.fixture";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: KeeperWorld;
beforeEach(async () => {
  world = await KeeperWorld.make();
});
afterEach(() => world.close());

describe("from findings to incidents", () => {
  it("a finding is a suspect, confirmed by a later read that still holds it, cleared when it is withdrawn", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, found("a")));
    expect(keeper.book.ofSession("a")).toMatchObject({ id, state: "suspect" });
    expect(keeper.take(delta(9_999))).toEqual([]);
    expect(keeper.take(delta(10_000))).toEqual([id]);
    expect(keeper.book.get(id)).toMatchObject({ state: "confirmed", confirmedAt: NOON + 10_000 });
    expect(keeper.take(delta(20_000))).toEqual([]);
    expect(keeper.take(delta(30_000, withdrawn("a")))).toEqual([id]);
    expect(keeper.book.size).toBe(0);
    expect(keeper.get(id)).toMatchObject({ state: "cleared", outcome: "ended", clearedAt: NOON + 30_000 });
    await keeper.settle();
    expect(await world.history(id)).toEqual(["suspected 0", "confirmed 10000", "cleared 30000"]);
    expect(await world.incidents()).toMatchObject([
      { id, state: "cleared", lastSeenAt: new Date(NOON + 20_000), clearedAt: new Date(NOON + 30_000) },
    ]);
  });

  it("the same again changes nothing and writes nothing", async () => {
    const keeper = await world.open();
    keeper.take(delta(0, found("a", "b")));
    keeper.take(delta(10_000));
    await keeper.settle();
    const [stored, { book }] = [await world.incidents(), keeper];
    expect(keeper.take(delta(12_000, found("a", "b")))).toEqual([]);
    expect(keeper.take(delta(12_000, withdrawn("c")))).toEqual([]);
    await keeper.settle();
    expect(await world.incidents()).toEqual(stored);
    expect([...keeper.book.values()].map(({ id }) => id)).toEqual([...book.values()].map(({ id }) => id));
  });

  it("concludes nothing from a pass that could not read", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, found("a")));
    expect(keeper.take(delta(null, { ...withdrawn("a"), ...found("b") }))).toEqual([]);
    expect(keeper.book.get(id)?.state).toBe("suspect");
    expect(keeper.book.size).toBe(1);
  });

  it("confirms nothing by a read that could not judge it", async () => {
    const keeper = await world.open();
    keeper.take(delta(0, found("a")));
    expect(keeper.take(delta(15_000, { unsure: [sessionSubject("a")] }))).toEqual([]);
    expect(keeper.book.ofSession("a")).toMatchObject({ state: "suspect", lastSeenAt: NOON });
    expect(keeper.take(delta(17_000))).toHaveLength(1);
    expect(keeper.book.ofSession("a")?.state).toBe("confirmed");
  });

  it("marks what still holds as seen once a minute, which is no change", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, { found: [findingOf("a", { confirmedBy: "server" })] }));
    expect(keeper.take(delta(59_000))).toEqual([]);
    expect(keeper.get(id)?.lastSeenAt).toBe(NOON);
    expect(keeper.take(delta(61_000))).toEqual([]);
    expect(keeper.get(id)?.lastSeenAt).toBe(NOON + 61_000);
  });

  it("a ghost that comes back within a day is the same one, after it another", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, found("a", "b")));
    keeper.take(delta(MINUTE, withdrawn("a", "b")));
    expect(keeper.take(delta(MINUTE + DAY, found("a")))).toEqual([id]);
    expect(keeper.book.ofSession("a")).toMatchObject({ id, state: "returned", returns: 1 });
    const [another = ""] = keeper.take(delta(MINUTE + DAY + 1, found("b")));
    expect(keeper.book.ofSession("b")).toMatchObject({ id: another, state: "suspect", returns: 0 });
    await keeper.settle();
    expect((await world.incidents()).map(({ state }) => state).sort()).toEqual(["cleared", "returned", "suspect"]);
  });

  it("lets go of what ended more than a day ago", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, found("a")));
    keeper.take(delta(MINUTE, withdrawn("a")));
    keeper.take(delta(MINUTE + DAY));
    expect(keeper.get(id)).toBeDefined();
    keeper.take(delta(3 * MINUTE + DAY));
    expect(keeper.get(id)).toBeUndefined();
  });
});

describe("a restart", () => {
  it("of the program continues what is open: nothing is new, and what is not spoken of stays", async () => {
    const first = await world.open();
    first.take(delta(0, found("a", "b")));
    const [a, b] = [first.book.ofSession("a"), first.book.ofSession("b")];
    await first.settle();
    const second = await world.open(MINUTE);
    expect([second.book.ofSession("a"), second.book.ofSession("b")]).toEqual([a, b]);
    expect(second.orders.open).toHaveLength(2);
    expect(second.orders.open).toContainEqual({ subject: sessionSubject("a"), class: "nameless" });
    expect(second.take(delta(MINUTE, found("a")))).toEqual([a?.id]);
    expect(second.take(delta(2 * MINUTE))).toEqual([]);
    expect(second.book.ofSession("a")).toMatchObject({ id: a?.id, state: "confirmed", firstSeenAt: NOON });
    expect(second.book.ofSession("b")).toEqual(b);
    expect(second.take(delta(3 * MINUTE, withdrawn("b")))).toEqual([b?.id]);
    await second.settle();
    expect(await world.history(a?.id ?? "")).toEqual(["suspected 0", "confirmed 60000"]);
    expect(await world.history(b?.id ?? "")).toEqual(["suspected 0", "cleared 180000"]);
  });

  it("of the program knows who ended within a day, and who was dismissed long ago and stands", async () => {
    const first = await world.open();
    const [a = "", b = ""] = first.take(delta(0, found("a", "b")));
    await first.settle();
    await world.person(first, b, { type: "dismissed", by: "maria", reason: "A robot.", at: NOON });
    first.take(delta(MINUTE, withdrawn("a")));
    await first.settle();
    const second = await world.open(9 * DAY);
    expect(second.orders.open.map(({ subject }) => subject.key)).toEqual(["b"]);
    expect(second.take(delta(9 * DAY, found("b")))).toEqual([]);
    expect([second.get(a), second.get(b)?.state, second.book.size]).toEqual([undefined, "dismissed", 0]);
    const soon = await world.open(DAY);
    expect(soon.take(delta(DAY, found("a")))).toEqual([a]);
    expect(soon.book.get(a)).toMatchObject({ state: "returned" });
  });

  it("of the reading thread ends nothing, and the second read is counted from the first of all", async () => {
    const keeper = await world.open();
    const [id = ""] = keeper.take(delta(0, found("a")));
    keeper.reset();
    expect(keeper.take(delta(15_000))).toEqual([]);
    expect(keeper.book.get(id)?.state).toBe("suspect");
    expect(keeper.take(delta(20_000, found("a")))).toEqual([id]);
    expect(keeper.book.get(id)?.state).toBe("confirmed");
  });
});

describe("our own database", () => {
  it("that is lost and comes back loses nothing and delays nothing", async () => {
    const keeper = await world.open();
    const [a = ""] = keeper.take(delta(0, found("a")));
    await keeper.settle();
    await world.lose();
    expect(keeper.take(delta(10_000, found("b")))).toHaveLength(2);
    await expect(keeper.settle()).rejects.toMatchObject({ code: "unavailable" });
    const { id: b = "" } = keeper.book.ofSession("b") ?? {};
    expect(keeper.take(delta(20_000, withdrawn("a")))).toEqual([a, b]);
    expect([keeper.get(a)?.state, keeper.get(b)?.state]).toEqual(["cleared", "confirmed"]);
    await expect(keeper.settle()).rejects.toMatchObject({ code: "unavailable" });
    await world.bringBack();
    keeper.take(delta(null));
    await keeper.settle();
    expect(await world.history(a)).toEqual(["suspected 0", "confirmed 10000", "cleared 20000"]);
    expect(await world.history(b)).toEqual(["suspected 10000", "confirmed 20000"]);
    expect(world.changed).toEqual([]);
  });

  it("two keepers over one database never double an incident nor a line of its history", async () => {
    const other = openDesk(world.url);
    const [one, two] = [await world.open(), await world.open(0, other)];
    const keys = Array.from({ length: 60 }, (_, number) => `s${number}`);
    for (const keeper of [one, two]) keeper.take(delta(0, found(...keys)));
    for (const keeper of [two, one]) keeper.take(delta(10_000, found("late")));
    await Promise.all([one.settle(), two.settle()]);
    const stored = await world.incidents();
    expect(stored.map(({ subjectKey }) => subjectKey).sort()).toEqual([...keys, "late"].sort());
    for (const { id, subjectKey } of stored) {
      expect([one.book.ofSession(subjectKey)?.id, two.book.ofSession(subjectKey)?.id]).toEqual([id, id]);
    }
    const lines = await world.desk.incidentEntry.groupBy({ by: ["incidentId", "event"], _count: { _all: true } });
    expect(lines.filter(({ _count }) => _count._all > 1)).toEqual([]);
    expect(lines).toHaveLength(2 * 60 + 1);
    expect(world.changed.flat()).toContain(stored[0]?.id);
    await other.$disconnect();
  });
});
