import { MINUTE } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Play } from "./play";

/**
 * The controllers lose their own database. Whatever happens goes on happening; the tables stand still until it returns,
 * and launches use leases meanwhile (model/launching.ts, store/site-store.ts).
 */
export const siteDatabaseDown: Play = {
  count: 1,
  lastsMs: 30 * MINUTE,
  act(world, scenario) {
    scenario.acted = 1;
    world.site.outageSince = world.now;
    siteChanged(world);
    return null;
  },
  end(world) {
    if (world.site.outageSince === null) return;
    world.site.outageSince = null;
    world.site.databaseBackAt = world.now;
    siteChanged(world);
  },
};

function siteChanged(world: World): void {
  world.changes.changed.add(world.site);
}
