import type { Instant } from "@/lib/domain/site";
import { runWorld } from "./engine/engine";
import { DAY, HOUR, SiteTime } from "./engine/site-time";
import type { World } from "./engine/world";
import { newSite, SITE_ZONE, type SiteVariant } from "./layout/new-site";
import { scheduleArrival } from "./model/days";
import { FAILURE_CATEGORIES } from "./model/failures";
import { addEarlierLeases } from "./model/leases";
import { startTasks } from "./model/site-tasks";
import { SITE_SIZES } from "./sizes";
import {
  ACCOUNT_NAMES,
  CATALOGS,
  DESKTOP_GROUPS,
  DESKTOPS,
  HYPERVISOR_CONNECTIONS,
  WORKER_DIAGS,
  WORKER_NAMES,
  WORKER_REGISTRATIONS,
  WORKERS,
} from "./store/broker-tables";
import { createIndexes, createSiteFile } from "./store/site-file";
import { SiteStore } from "./store/site-store";
import { APPLICATION, CATALOG, DESKTOP_GROUP, FAILURE_CATEGORY, HYPERVISOR, MACHINE, USER } from "./store/site-tables";

/** Local time at which a fresh site shows itself: the morning's storm is over, most people are at work. */
const FIRST_SIGHT_MINUTE = 10 * 60 + 40;

/** 10:40 on the Tuesday, Wednesday or Thursday nearest to the wall clock's date. */
export function firstSight(wallNow: Instant, zone = SITE_ZONE): Instant {
  const time = new SiteTime(zone);
  const { day } = time.localOf(wallNow);
  const candidates = [0, -1, 1, -2, 2].map((away) => time.instantOf(day + away, FIRST_SIGHT_MINUTE));
  const found = candidates.find((at) => [2, 3, 4].includes(time.localOf(at).weekday));
  if (found === undefined) throw new Error("No working day is near");
  return found;
}

export interface MakeOptions extends SiteVariant {
  readonly file: string;
  readonly wallNow: Instant;
  onProgress(text: string): void;
}

/** Makes a new site with its history in `file`, which must not exist. Takes seconds at S, minutes at L. */
export function makeSite(options: MakeOptions): void {
  const size = SITE_SIZES[options.size];
  const until = firstSight(options.wallNow);
  const time = new SiteTime(SITE_ZONE);
  const start = time.instantOf(time.localOf(until).day - size.historyDays, 0);
  const world = newSite(options, start);
  // Hourly grooming would delete these samples anyway before anybody saw them.
  world.skipLoadBefore = until - DAY - 2 * HOUR;
  const db = createSiteFile(options.file);
  try {
    const store = new SiteStore(db);
    writeLayout(world);
    startTasks(world);
    addEarlierLeases(world, 13);
    for (const person of world.people.values()) scheduleArrival(world, person, 0);
    runHistory(world, store, until, options);
    world.skipLoadBefore = 0;
    for (const entity of everyEntity(world)) world.changes.changed.add(entity);
    store.commit(world);
    createIndexes(db);
  } finally {
    db.close();
  }
}

function runHistory(world: World, store: SiteStore, until: Instant, { size, onProgress }: MakeOptions): void {
  const start = world.now;
  const step = SITE_SIZES[size].commitHours * HOUR;
  while (world.now < until) {
    runWorld(world, Math.min(until, world.now + step), () => store.commit(world, "history"));
    store.commit(world, "history");
    const done = Math.round((100 * (world.now - start)) / (until - start));
    onProgress(`Making the practice site (size ${size}): ${done} %, ${new Date(world.now).toISOString().slice(0, 10)}`);
  }
}

function* everyEntity(world: World) {
  yield world.site;
  for (const map of [world.groups, world.catalogs, world.hypervisors, world.applications]) yield* map.values();
  for (const map of [world.people, world.machines, world.sessions, world.leases]) yield* map.values();
}

/** Rows of what does not change, and the first rows of what does. */
function writeLayout(world: World): void {
  const { batch } = world;
  for (const row of FAILURE_CATEGORIES) batch.put(FAILURE_CATEGORY, row);
  for (const group of world.groups.values()) {
    batch.put(DESKTOP_GROUP, group);
    batch.put(DESKTOP_GROUPS, group);
  }
  for (const catalog of world.catalogs.values()) {
    batch.put(CATALOG, catalog);
    batch.put(CATALOGS, catalog);
  }
  for (const hypervisor of world.hypervisors.values()) {
    batch.put(HYPERVISOR, hypervisor);
    batch.put(HYPERVISOR_CONNECTIONS, hypervisor);
  }
  for (const application of world.applications.values()) batch.put(APPLICATION, application);
  for (const person of world.people.values()) {
    if (!person.known) continue;
    batch.put(USER, person);
    batch.put(ACCOUNT_NAMES, person);
  }
  for (const machine of world.machines.values()) {
    batch.put(MACHINE, machine);
    for (const each of [WORKERS, DESKTOPS, WORKER_NAMES, WORKER_DIAGS, WORKER_REGISTRATIONS]) batch.put(each, machine);
  }
}
