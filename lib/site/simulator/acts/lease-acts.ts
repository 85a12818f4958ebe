import { SECOND } from "../engine/site-time";
import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import { ActRefusal, REFUSALS } from "./refusal";

/** What the SDK lets people do to connection leases; releases without them know none of it (domain facts, leasing). */

/** "After a short delay", then at most a thousand leases each ten seconds. */
const REFILL_AFTER_MS = 60 * SECOND;
const LEASES_PER_CYCLE = 1_000;
const CYCLE_MS = 10 * SECOND;

function requireLeases(world: World, cmdlet: string): void {
  if (world.site.era !== "cache") return;
  throw new ActRefusal(REFUSALS.command, `This release (${world.site.version}) has no ${cmdlet}.`);
}

/** Remove-BrokerLease: gone from every search at once. */
export function removeLease(world: World, lease: Lease): void {
  requireLeases(world, "Remove-BrokerLease");
  world.leases.delete(lease.id);
  world.changes.remove(lease);
}

/** Update-BrokerLocalLeaseCache: the controller forgets its leases and fetches them again from the database. */
export function refreshLeases(world: World, controllerDns: string): void {
  requireLeases(world, "Update-BrokerLocalLeaseCache");
  const controller = world.site.controllers.find(({ dns }) => dns.toLowerCase() === controllerDns.toLowerCase());
  if (!controller) throw new ActRefusal(REFUSALS.unreachable, `There is no controller ${controllerDns}.`);
  const cycles = Math.ceil(world.leases.size / LEASES_PER_CYCLE);
  const fullAt = world.now + REFILL_AFTER_MS + cycles * CYCLE_MS;
  world.site.leaseCaches = { ...world.site.leaseCaches, [controller.dns]: { emptiedAt: world.now, fullAt } };
  world.changes.changed.add(world.site);
}

/** Set-BrokerSite -ConnectionLeasingEnabled: while it is off no lease is written, and none is used. */
export function setLeasing(world: World, enabled: boolean): void {
  if (world.site.era === "cache") {
    throw new ActRefusal(REFUSALS.parameter, "This release has no parameter ConnectionLeasingEnabled.");
  }
  world.site.leasingEnabled = enabled;
  world.changes.changed.add(world.site);
}
