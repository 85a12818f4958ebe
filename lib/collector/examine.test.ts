import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FixedClock } from "@/lib/clock";
import { readEnvironment } from "@/lib/env";
import { fillSmallSite, makeSiteFile, type SiteFile } from "@/lib/site/tables/site-file.fixture";
import { examine, type Finding } from "./examine";

let site: SiteFile;
let folder: string;
const clock = new FixedClock(Date.parse("2026-11-17T09:05:00.000Z"));

beforeEach(() => {
  site = makeSiteFile();
  fillSmallSite(site);
  folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-doctor-"));
});
afterEach(() => {
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (env: Record<string, string> = {}) =>
  examine(readEnvironment({ GHOSTDESK_DATA: folder, GHOSTDESK_MONITOR_DATABASE_URL: site.url, ...env }), clock);
const find = (findings: Finding[], area: string, check: string) =>
  findings.find((finding) => finding.area === area && finding.check === check);

describe("the doctor", () => {
  it("finds a copy of a site's tables fit, read only, and says what it cannot know", async () => {
    const findings = await run({ GHOSTDESK_BROKER_DATABASE_URL: site.url });
    expect(findings.filter(({ state }) => state === "bad")).toEqual([]);
    expect(find(findings, "Monitoring tables", "rights")).toMatchObject({ state: "ok", text: "read only" });
    expect(find(findings, "Monitoring tables", "clock")?.state).toBe("unknown");
    expect(find(findings, "Monitoring tables", "news")?.state).toBe("ok");
    expect(find(findings, "broker tables", "columns")?.state).toBe("ok");
    expect(find(findings, "our own data", "accounts")?.text).toBe("none yet: npm run user -- add NAME --role admin");
    expect(find(findings, "bridge", "PowerShell")?.state).toBe("warn");
  });

  it("tells which optional columns a release lacks, and stops at a required one", async () => {
    site.run('ALTER TABLE "Session" DROP COLUMN "IsAnonymous"');
    const old = find(await run(), "Monitoring tables", "columns");
    expect(old).toMatchObject({ state: "warn", text: "this release lacks Session.IsAnonymous" });
    site.run('ALTER TABLE "Session" DROP COLUMN "LogOnDuration"');
    const broken = find(await run(), "Monitoring tables", "reachable");
    expect(broken).toMatchObject({ state: "bad" });
    expect(broken?.text).toContain("MonitorData.Session: LogOnDuration");
  });

  it("tells which optional tables a release lacks, and works without them", async () => {
    site.run('DROP TABLE "ConnectionFailureLog"');
    site.run('DROP TABLE "Sessions"');
    const findings = await run({ GHOSTDESK_BROKER_DATABASE_URL: site.url });
    expect(findings.filter(({ state }) => state === "bad")).toEqual([]);
    expect(find(findings, "Monitoring tables", "columns")).toMatchObject({
      state: "warn",
      text: "this release lacks ConnectionFailureLog",
    });
    expect(find(findings, "broker tables", "columns")?.text).toBe("this release lacks Sessions");
  });

  it("makes a lost database a finding and no crash", async () => {
    const findings = await run({ GHOSTDESK_MONITOR_DATABASE_URL: `file:${path.join(folder, "none.db")}` });
    expect(find(findings, "Monitoring tables", "reachable")).toMatchObject({ state: "bad" });
    expect(find(findings, "our own data", "database")?.state).toBe("ok");
  });

  it("calls tables stale that nobody writes into", async () => {
    clock.advance(20 * 60_000);
    expect(find(await run(), "Monitoring tables", "news")?.state).toBe("warn");
  });
});
