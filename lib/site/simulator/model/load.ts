import type { World } from "../engine/world";
import type { Machine } from "../entities/machine";
import { LOAD_INDEX } from "../store/site-tables";
import { machineChanged } from "./rows";

/** Sessions that make a server look full by themselves. */
const SESSIONS_AT_FULL = 60;
const FULL = 10_000;

/**
 * Effective index: the largest of the single ones plus five per cent of the mean of the others (domain facts, load index).
 */
export function effectiveLoad(indexes: readonly number[]): number {
  const largest = Math.max(...indexes);
  const rest = indexes.filter((_, at) => at !== indexes.indexOf(largest));
  const mean = rest.length === 0 ? 0 : rest.reduce((sum, each) => sum + each, 0) / rest.length;
  return Math.min(FULL, Math.round(largest + mean * 0.05));
}

export function sampleLoad(world: World, machine: Machine): void {
  const id = world.nextId("loadIndex");
  const sessions = world.census.sessionsOn(machine.id).size;
  const pending = world.census.pendingOn(machine.id);
  const share = Math.min(1, sessions / SESSIONS_AT_FULL);
  const index = (base: number, weight: number, noise: number) =>
    Math.max(0, Math.min(FULL, Math.round(base + weight * share * FULL + world.random.bell(0, noise))));
  const cpu = Math.min(FULL, index(300, 0.7, 600) + pending * 700);
  const memory = index(1_800, 0.75, 150);
  const disk = index(150, 0.25, 200);
  const network = index(100, 0.12, 80);
  machine.loadIndexId = id;
  const load = effectiveLoad([cpu, memory, disk, Math.round(share * FULL)]);
  machine.load = load;
  machineChanged(world, machine);
  if (world.now < world.skipLoadBefore) return;
  const sample = { id, machineId: machine.id, at: world.now, load, cpu, memory, disk, network, sessions };
  world.batch.put(LOAD_INDEX, sample);
}
