import { afterEach, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/audit/actor";
import { mintActor } from "@/lib/auth/mint-actor";
import { FixedClock } from "@/lib/clock";
import type { IncidentKeeper } from "@/lib/collector/ghosts/incident-keeper";
import { delta, found, KeeperWorld, withdrawn } from "@/lib/collector/ghosts/keeper.fixture";
import { NOON } from "@/lib/domain/ghost/incident.fixture";
import { dismissGhost } from "./dismiss-ghost";
import { reopenGhost } from "./reopen-ghost";
import { takeGhost } from "./take-ghost";
import type { GhostsScope } from "./work-on-ghost";

/** The verbs together with what keeps incidents in the running program. */

let world: KeeperWorld;
let keeper: IncidentKeeper;
let scope: GhostsScope;
beforeEach(async () => {
  world = await KeeperWorld.make();
  keeper = await world.open();
  const clock = new FixedClock(NOON + 5_000);
  const actor = mintActor({ name: "maria", role: "desk", siteId: "site" }, "person") as Actor;
  scope = { desk: world.desk, clock, siteClock: clock, ghosts: keeper, actor };
});
afterEach(() => world.close());

it("one found a moment ago can be taken: its row is waited for", async () => {
  const [id = ""] = keeper.take(delta(0, found("a")));
  await takeGhost(scope, id);
  expect(keeper.book.get(id)?.taken).toEqual({ by: "maria", at: NOON + 5_000 });
  expect(world.changed).toEqual([[id]]);
  expect(await world.history(id)).toEqual(["suspected 0", "taken 5000"]);
});

it("dismissed and reopened, it leaves the book and comes back to it", async () => {
  const [id = ""] = keeper.take(delta(0, found("a")));
  await dismissGhost(scope, id, { reason: "A robot." });
  expect([keeper.book.size, keeper.get(id)?.state]).toEqual([0, "dismissed"]);
  await reopenGhost(scope, id);
  expect(keeper.book.get(id)).toMatchObject({ state: "suspect", dismissed: null });
});

it("one that ends at the same moment stays ended, whoever is first", async () => {
  const [id = ""] = keeper.take(delta(0, found("a")));
  const taking = takeGhost(scope, id).then(
    () => "taken",
    (error: { code?: string }) => error.code,
  );
  keeper.take(delta(10_000, withdrawn("a")));
  expect(["taken", "conflict"]).toContain(await taking);
  await keeper.settle();
  expect([keeper.book.size, keeper.get(id)?.state]).toEqual([0, "cleared"]);
  expect((await world.incidents())[0]?.state).toBe("cleared");
});

it("nothing is done while our own database cannot be written, and it is said", async () => {
  await world.lose();
  const [id = ""] = keeper.take(delta(0, found("a")));
  await expect(takeGhost(scope, id)).rejects.toMatchObject({ code: "unavailable" });
  await world.bringBack();
  await keeper.settle();
  expect((await takeGhost(scope, id)).taken?.by).toBe("maria");
});
