import { expect, it, onTestFinished, vi } from "vitest";
import { aGroup, aMachine, aSession, BEGAN, HOUR, NAMELESS } from "@/lib/domain/ghost/facts.fixture";
import { usualSettings } from "@/lib/domain/ghost/settings";
import { DeskError } from "@/lib/errors";
import { log } from "@/lib/log";
import { openBrokerTables, openMonitorTables } from "@/lib/site/tables/database";
import { makeSiteFile } from "@/lib/site/tables/site-file.fixture";
import { GhostWatch } from "./ghost-watch";
import { noLimits } from "./witnesses";

const NOW = BEGAN + HOUR;

/** A nameless session that is over its grace, and databases that nobody can read. */
function watchInTheDark(): GhostWatch {
  const file = makeSiteFile();
  const monitor = openMonitorTables(file.url, { readMsMax: 5_000 });
  const broker = openBrokerTables(file.url, { readMsMax: 5_000 });
  onTestFinished(async () => {
    await Promise.all([monitor.close(), broker.close()]);
    file.remove();
  });
  const query = async () => Promise.reject(new DeskError("unavailable", "The database cannot be reached."));
  const session = aSession(NAMELESS);
  const watch = new GhostWatch({
    monitor: { ...monitor, query },
    broker: { ...broker, query },
    sdk: null,
    records: { session: () => session, machine: () => aMachine(), group: () => aGroup() },
    orders: { settings: usualSettings(), open: [] },
    now: () => NOW,
    personOf: () => undefined,
    limits: noLimits,
  });
  watch.observe({ sessions: { upserts: [session], removals: [] } }, new Set());
  return watch;
}

it("finds what the rows alone tell, and says once of each witness that it cannot be read, however many there are", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const watch = watchInTheDark();
  const sources = { monitor: "ok", broker: "ok", sdk: "absent" } as const;
  const found: string[] = [];
  for (let pass = 0; pass < 5; pass += 1) {
    const readAt = NOW + pass * 2_000;
    const delta = await watch.judge({ readAt, newestChange: readAt, sources, sdkSite: null });
    found.push(...delta.found.map((finding) => finding.class));
  }
  expect(found).toEqual(["nameless"]);
  const said = warn.mock.calls.flatMap(([about]) =>
    typeof about === "object" && about !== null && "what" in about ? [about.what] : [],
  );
  expect(said).toEqual(["failures", "broker"]);
});
