import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import type { Machine } from "../entities/machine";
import type { Session } from "../entities/session";
import { leaseOfKey } from "../model/lease-keys";
import { ActRefusal, REFUSALS } from "./refusal";

/** What an act is aimed at, by the key that the tables and the SDK show. */

/** Cmdlets that need the controllers' database fail while it is away (domain facts, leasing). */
export function requireDatabase(world: World): void {
  if (world.site.outageSince === null) return;
  throw new ActRefusal(REFUSALS.database, "The controllers cannot reach their database.");
}

/** A session that the site lists; one that no client has connected to yet is in no list. */
export function sessionOfKey(world: World, sessionKey: string): Session {
  const session = world.sessions.get(sessionKey);
  if (session?.established && session.end === null) return session;
  throw new ActRefusal(REFUSALS.unknown, `There is no session ${sessionKey} any more.`);
}

export function machineOfKey(world: World, machineKey: string): Machine {
  const machine = world.machines.get(machineKey);
  if (machine) return machine;
  throw new ActRefusal(REFUSALS.unknown, `The site has no machine ${machineKey}.`);
}

export function leaseOfKeyOrRefuse(world: World, leaseKey: string): Lease {
  const lease = leaseOfKey(world, leaseKey);
  if (lease) return lease;
  throw new ActRefusal(REFUSALS.unknown, `There is no lease ${leaseKey}.`);
}
