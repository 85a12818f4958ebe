import type { Instant } from "@/lib/domain/site";
import { SCENARIO_HANDLERS } from "../scenarios/control";
import type { QueuedTimer } from "./event-queue";
import { MACHINE_HANDLERS, PERSON_HANDLERS, POWER_ACTION_HANDLERS, SESSION_HANDLERS, SITE_HANDLERS } from "./handlers";
import type { World } from "./world";

/** Lets everything happen that is due up to `to`, in order; `commit` is called where a transaction has to end before that. */
export function runWorld(world: World, to: Instant, commit: () => void): void {
  for (;;) {
    const due = world.queue.peekDue(to);
    if (!due) break;
    // Rows from before the controllers' database goes or returns are not to share a transaction with those after.
    if (due.owner.id === "site-database-down") commit();
    world.queue.take(due);
    world.now = Math.max(world.now, due.at);
    handle(world, due);
  }
  world.now = Math.max(world.now, to);
}

function handle(world: World, { owner, timer }: QueuedTimer): void {
  world.changes.changed.add(owner);
  switch (owner.kind) {
    case "site":
      call(SITE_HANDLERS, timer, world, owner);
      return;
    case "person":
      call(PERSON_HANDLERS, timer, world, owner);
      return;
    case "machine":
      call(MACHINE_HANDLERS, timer, world, owner);
      return;
    case "session":
      call(SESSION_HANDLERS, timer, world, owner);
      return;
    case "scenario":
      call(SCENARIO_HANDLERS, timer, world, owner);
      return;
    case "power-action":
      call(POWER_ACTION_HANDLERS, timer, world, owner);
      return;
    case "group":
    case "catalog":
    case "hypervisor":
    case "application":
    case "lease":
    case "truth":
      throw new Error(`A ${owner.kind} has no timers`);
  }
}

/** A timer that nobody handles is a fault of the simulator, never skipped. */
function call<TEntity>(
  handlers: Readonly<Record<string, (world: World, entity: TEntity) => void>>,
  timer: string,
  world: World,
  entity: TEntity,
): void {
  const handler = handlers[timer];
  if (!handler) throw new Error(`Nothing handles the timer ${timer}`);
  handler(world, entity);
}
