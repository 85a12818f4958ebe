import { afterAll, beforeAll, expect, it } from "vitest";
import { type Desk, openDesk } from "@/lib/desk/client";
import { migrateDesk } from "@/lib/desk/migrate";
import { serializable } from "@/lib/desk/serializable";
import { anIncident, NOON } from "@/lib/domain/ghost/incident.fixture";
import { usualSettings } from "@/lib/domain/ghost/settings";
import { makeScratchDatabase, type ScratchDatabase } from "@/lib/site/tables/sql-server.fixture";
import { changeIncident } from "./incident-changes";
import { IncidentKeeper } from "./incident-keeper";
import { readHistory, readIncident, toIncidentRow } from "./incident-rows";
import { delta, found } from "./keeper.fixture";

/** Incidents in our own tables on a real SQL Server: every column, and two programs that write at once. */

const ATTEMPTS_MAX = 20;
let scratch: ScratchDatabase;
let desks: Desk[];

beforeAll(async () => {
  scratch = await makeScratchDatabase(process.env.GHOSTDESK_TEST_SQLSERVER_URL ?? "");
  await migrateDesk(scratch.url);
  desks = [openDesk(scratch.url), openDesk(scratch.url)];
});
afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.$disconnect()));
  await scratch.drop();
});

const theDesk = () => desks[0] as Desk;
const openKeeper = (desk: Desk) =>
  IncidentKeeper.open({
    ...{ desk, siteId: "site", settings: usualSettings(), now: NOON, onChanged: () => {}, onOrders: () => {} },
  });

/** Writes that met another's are tried again, as the next pass would. */
async function settle(keeper: IncidentKeeper, attemptsLeft = ATTEMPTS_MAX): Promise<void> {
  try {
    await keeper.settle();
  } catch (error) {
    if (attemptsLeft === 0) throw error;
    await settle(keeper, attemptsLeft - 1);
  }
}

it("keeps every column as it was", async () => {
  const incident = anIncident(1, {
    ...{ state: "dismissed", since: NOON - 90 * 86_400_000, graceMs: 8_000_000_000, clearedAt: NOON + 1, returns: 2 },
    ...{ user: "CORP\\jürgen 語", userFullName: "Jürgen 😀", userSource: "client", taken: { by: "Zoë", at: NOON } },
    dismissed: { by: "maria", reason: "' ; --", at: NOON + 3 },
  });
  await theDesk().incident.create({ data: toIncidentRow("columns", incident) });
  expect(await readIncident(theDesk(), "columns", incident.id)).toEqual(incident);
});

it("two programs and a person at once never double an incident nor a line of its history", async () => {
  const keepers = await Promise.all(desks.map(openKeeper));
  const keys = Array.from({ length: 60 }, (_, number) => `s${number}`);
  for (const keeper of keepers) keeper.take(delta(0, found(...keys)));
  await Promise.all(keepers.map((keeper) => settle(keeper)));
  const { id = "" } = keepers[0]?.book.ofSession("s7") ?? {};
  for (const keeper of keepers) keeper.take(delta(10_000));
  const taken = { type: "taken", by: "maria", at: NOON + 10_000 } as const;
  const person = serializable(theDesk(), (tx) => changeIncident(tx, "site", id, taken));
  await Promise.all([person, ...keepers.map((keeper) => settle(keeper))]);
  const rows = await theDesk().incident.findMany({ where: { siteId: "site" } });
  expect(rows.map(({ subjectKey }) => subjectKey).sort()).toEqual(keys.toSorted());
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["confirmed"]));
  expect(await theDesk().incidentEntry.count({ where: { siteId: "site" } })).toBe(2 * keys.length + 1);
  const events = (await readHistory(theDesk(), "site", id)).map(({ event }) => event);
  expect(events.toSorted()).toEqual(["confirmed", "suspected", "taken"]);
});
