import { createHash } from "node:crypto";
import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";

/** Keys of leases as the SDK shows them: the SHA-1 of the lease's own key. They are made when they are first asked for. */

interface KnownKeys {
  readonly byId: Map<string, string>;
  readonly byKey: Map<string, string>;
}

const KNOWN = new WeakMap<World, KnownKeys>();

function knownOf(world: World): KnownKeys {
  const known = KNOWN.get(world) ?? { byId: new Map(), byKey: new Map() };
  KNOWN.set(world, known);
  return known;
}

export function leaseKeyOf(world: World, lease: Lease): string {
  const { byId, byKey } = knownOf(world);
  const known = byId.get(lease.id);
  if (known !== undefined) return known;
  const key = createHash("sha1").update(lease.id).digest("hex").toUpperCase();
  byId.set(lease.id, key);
  byKey.set(key, lease.id);
  return key;
}

/** Keys are compared without regard to case, as the SDK does it. */
export function leaseOfKey(world: World, key: string): Lease | undefined {
  const { byKey } = knownOf(world);
  const wanted = key.toUpperCase();
  if (!byKey.has(wanted)) for (const lease of world.leases.values()) leaseKeyOf(world, lease);
  const id = byKey.get(wanted);
  return id === undefined ? undefined : world.leases.get(id);
}

/** The broker's number of a lease: in it stand the person, the group and the place of the application in the group. */
export function leaseUidOf(world: World, { personId, resource }: Lease): number {
  if (resource === null) return personId * 10_000;
  const group = world.groupById(resource.groupId);
  const place = resource.applicationId === null ? 0 : 1 + group.applicationIds.indexOf(resource.applicationId);
  return personId * 10_000 + group.uid * 10 + place;
}
