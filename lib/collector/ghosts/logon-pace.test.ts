import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeskError } from "@/lib/errors";
import { openMonitorTables, type TablesDatabase } from "@/lib/site/tables/database";
import { addSession, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { SiteLogonPace, summariseLogons } from "./logon-pace";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-17T09:05:00.000Z");

const second = (seconds: number, logons: number) => ({ seconds, logons, longestMs: seconds * 1000 + 500 });

describe("a week's logons in figures", () => {
  it("are none below twenty logons, which say nothing of what is usual", () => {
    expect(summariseLogons([second(30, 19)])).toEqual({ longestMs: null, medianMs: null, logons: 19 });
    expect(summariseLogons([second(30, 20)])).toEqual({ longestMs: 30_500, medianMs: 30_500, logons: 20 });
    expect(summariseLogons([])).toEqual({ longestMs: null, medianMs: null, logons: 0 });
  });

  it("take the very longest below a thousand, and leave out one of each thousand from there", () => {
    const longestOf = (logons: number, outliers: number) =>
      summariseLogons([second(30, logons - outliers), second(600, outliers)]).longestMs;
    expect(longestOf(999, 1)).toBe(600_500);
    expect(longestOf(1_000, 1)).toBe(30_500);
    expect(longestOf(1_000, 2)).toBe(600_500);
    expect(longestOf(350_000, 350)).toBe(30_500);
    expect(longestOf(350_000, 351)).toBe(600_500);
  });

  it("have their median in the middle", () => {
    expect(summariseLogons([second(10, 10), second(20, 10)]).medianMs).toBe(10_500);
    expect(summariseLogons([second(10, 10), second(20, 11)]).medianMs).toBe(20_500);
  });
});

describe("the pace of logons", () => {
  let site: SiteFile;
  let tables: TablesDatabase;
  let reads: number;
  let isLost: boolean;
  let pace: SiteLogonPace;

  beforeEach(() => {
    site = makeSiteFile();
    for (let index = 0; index < 25; index += 1) {
      const StartDate = new Date(NOW - 7 * DAY + index * MINUTE).toISOString();
      addSession(site, index, { StartDate, LogOnDuration: 20_000 + index });
    }
    tables = openMonitorTables(site.url, { readMsMax: 5_000 });
    [reads, isLost] = [0, false];
    const query: TablesDatabase["query"] = async (sql, parameters) => {
      if (isLost) throw new DeskError("unavailable", "The database cannot be reached.");
      if (sql.includes("Logons")) reads += 1;
      return tables.query(sql, parameters);
    };
    pace = new SiteLogonPace({ ...tables, query });
  });
  afterEach(async () => {
    await tables.close();
    site.remove();
  });

  it("is unknown before the first read, and then what the last seven days took", async () => {
    expect([pace.longestMs, pace.medianMs, pace.logons, pace.readAt]).toEqual([null, null, 0, null]);
    await pace.read(NOW);
    expect([pace.longestMs, pace.medianMs, pace.logons, pace.readAt]).toEqual([20_024, 20_024, 25, NOW]);
    await pace.read(NOW + HOUR);
    expect([pace.longestMs, pace.logons]).toEqual([null, 0]);
  });

  it("is read once an hour of the site's time", async () => {
    for (const at of [0, 2_000, HOUR - 1, HOUR, HOUR + MINUTE]) await pace.read(NOW + at);
    expect(reads).toBe(2);
  });

  it("stays what it was where a read fails, which is tried again after ten minutes and is nobody's fault", async () => {
    await pace.read(NOW);
    isLost = true;
    await pace.read(NOW + HOUR);
    expect([pace.logons, pace.readAt]).toEqual([25, NOW]);
    isLost = false;
    await pace.read(NOW + HOUR + 9 * MINUTE);
    expect(pace.readAt).toBe(NOW);
    await pace.read(NOW + HOUR + 10 * MINUTE);
    expect(pace.readAt).toBe(NOW + HOUR + 10 * MINUTE);
  });
});
