import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { limits } from "@/lib/domain/session/replay/replay.fixture";
import type { ReplayLimits } from "@/lib/domain/session/what-if";
import { copiedSite, TableReader } from "@/lib/site/simulator/practice.fixture";
import { RunningSite } from "@/lib/site/simulator/running-site";
import { openSiteFile } from "@/lib/site/simulator/store/site-file";
import { openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import { answerWhatIf } from "./history";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** One site for all: it is only read. */
let site: RunningSite;
let tables: TableReader;
let database: TablesDatabase;
beforeAll(async () => {
  const file = copiedSite();
  site = new RunningSite(openSiteFile(file), 15 * MINUTE);
  await site.runTo(site.now + 72 * HOUR);
  tables = new TableReader(file);
  database = openMonitorTables(`file:${file}`, { readMsMax: 10_000 });
});
afterAll(async () => {
  await database.close();
  tables.close();
  site.close();
});

/** The limits that the simulation itself goes by. */
function limitsOf(name: string): { readonly groupKey: string; readonly now: ReplayLimits } {
  const group = [...site.world.groups.values()].find((each) => each.name === name);
  if (!group) throw new Error(`There is no group ${name}`);
  const minutes = (ms: number | null | undefined) => (ms ?? 0) / MINUTE;
  const now = limits({
    disconnected: minutes(group.limits.disconnectedMs),
    "pre-launch-disconnect": minutes(group.prelaunch?.disconnectMs),
    "pre-launch-terminate": minutes(group.prelaunch?.terminateMs),
    "linger-disconnect": minutes(group.linger?.disconnectMs),
    "linger-terminate": minutes(group.linger?.terminateMs),
  });
  return { groupKey: group.id, now };
}

async function ask(name: string, changes: Partial<ReplayLimits>, from = site.now - 48 * HOUR) {
  const { groupKey, now } = limitsOf(name);
  return answerWhatIf(database, { groupKey, from, to: site.now, now, changed: { ...now, ...changes } });
}

describe("the practice site's own history", () => {
  it.each(["Office desktops", "Business applications", "Pooled desktops", "Kiosks", "Engineering desktops"])(
    "replayed with the limits of %s changes nothing",
    async (name) => {
      const { answer } = await ask(name, {});
      expect(answer.sessions).toBeGreaterThan(0);
      expect(answer.now.slotsMean).toBeGreaterThan(0);
      expect(answer.changed).toEqual(answer.now);
      expect([answer.logonsMore, answer.logonsFewer, answer.waitingMs]).toEqual([0, 0, 0]);
    },
  );

  it("has the sessions, and at each moment those, that the site had", async () => {
    const { groupKey } = limitsOf("Office desktops");
    const { answer } = await ask("Office desktops", {});
    const at = new Date(answer.series.at(-1)?.at ?? 0).toISOString();
    const there = tables.count(
      `SELECT 1 FROM "Session" s JOIN "Machine" m ON m."Id" = s."MachineId" WHERE m."DesktopGroupId" = ?
       AND s."StartDate" <= ? AND (s."EndDate" IS NULL OR s."EndDate" > ?)`,
      ...[groupKey, at, at],
    );
    expect(answer.series.at(-1)?.slotsNow).toBeGreaterThanOrEqual(there);
    expect(answer.now.licencesPeak).toBeLessThanOrEqual(answer.now.slotsPeak);
    expect(answer.gaps).toMatchObject({ withoutConnections: 0 });
  });

  it("frees slots under half the disconnected limit, and costs logons where people came back later", async () => {
    const usual = await ask("Office desktops", {});
    const half = await ask("Office desktops", { disconnected: 4 * HOUR });
    const hour = await ask("Office desktops", { disconnected: 0.5 * HOUR });
    expect(half.answer.changed.slotsMean).toBeLessThan(usual.answer.now.slotsMean);
    expect(hour.answer.changed.slotsMean).toBeLessThan(half.answer.changed.slotsMean);
    expect(hour.answer.logonsMore).toBeGreaterThan(0);
    expect(hour.answer.waitingMs).toBeGreaterThan(0);
    expect(hour.answer.changed.licencesMean).toBeCloseTo(usual.answer.now.licencesMean, 10);
  });

  it("knows every session that the limit ended, and lets it live on under a longer one", async () => {
    const { groupKey } = limitsOf("Office desktops");
    const ended = tables.count(
      `SELECT 1 FROM "Session" s JOIN "Machine" m ON m."Id" = s."MachineId" WHERE m."DesktopGroupId" = ? AND s."ExitCode" = 4
       AND s."EndDate" >= ?`,
      ...[groupKey, new Date(site.now - 48 * HOUR).toISOString()],
    );
    expect(ended).toBeGreaterThan(0);
    const { answer } = await ask("Office desktops", { disconnected: 8 * HOUR + 1 });
    const moreMs = (answer.changed.slotsMean - answer.now.slotsMean) * 48 * HOUR;
    expect(Math.round(moreMs)).toBe(ended);
  });

  it("frees licences where lingering sessions are disconnected sooner, and slots where they end sooner", async () => {
    const usual = (await ask("Business applications", {})).answer;
    const parted = (await ask("Business applications", { "linger-disconnect": MINUTE })).answer;
    const ended = (await ask("Business applications", { "linger-terminate": 0.5 * HOUR })).answer;
    expect(parted.changed.licencesMean).toBeLessThan(usual.now.licencesMean);
    expect(parted.changed.slotsMean).toBeCloseTo(usual.now.slotsMean, 10);
    expect(ended.changed.slotsMean).toBeLessThan(usual.now.slotsMean);
  });
});

describe("a question to the history", () => {
  it("begins where the history does", async () => {
    const { answer, historyFrom } = await ask("Office desktops", {}, site.now - 30 * 24 * HOUR);
    const [row] = tables.rows('SELECT MIN("EndDate") AS "At" FROM "Session"');
    expect(historyFrom).toBe(Date.parse(String(row?.At)));
    expect(answer.from).toBe(historyFrom);
    expect(answer.series.length).toBeLessThanOrEqual(340);
  });

  it.each([
    [{ to: 0 }, "The time to replay ends before it begins.", "from"],
    [{ from: 0 }, "At most 31 days can be replayed at once.", "from"],
    [{ from: 0, to: HOUR }, "The site does not keep sessions for that long: its history begins later.", "from"],
    [
      { changed: limits({ "linger-disconnect": 2, "linger-terminate": 1 }) },
      "The linger disconnect time must not be longer than the linger terminate time.",
      "timers.linger-disconnect",
    ],
  ])("%j is refused", async (change, message, field) => {
    const { groupKey, now } = limitsOf("Office desktops");
    const question = { groupKey, from: site.now - HOUR, to: site.now, now, changed: now, ...change };
    await expect(answerWhatIf(database, question)).rejects.toMatchObject({ code: "invalid", message, field });
  });
});
