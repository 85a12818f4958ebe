import type { SdkLease } from "@/lib/site/sdk";
import type { World } from "../engine/world";
import type { Lease } from "../entities/lease";
import { leaseKeyOf, leaseOfKey, leaseUidOf } from "../model/lease-keys";
import { leaseDocument } from "./lease-document";
import { accountOf } from "./session-answers";

/** The only zone of the site. */
const ZONE = "Primary";

/** In the order of their numbers, as pages give them. */
export function leasesByUid(world: World): Lease[] {
  const numbered = [...world.leases.values()].map((lease) => ({ lease, uid: leaseUidOf(world, lease) }));
  return numbered.sort((a, b) => a.uid - b.uid).map(({ lease }) => lease);
}

export function leaseAnswer(lease: Lease, world: World): SdkLease {
  const person = world.personById(lease.personId);
  return {
    uid: leaseUidOf(world, lease),
    key: leaseKeyOf(world, lease),
    type: lease.type,
    ownerName: accountOf(world, lease.personId),
    ownerSid: person.sid,
    ownerUpn: person.upn,
    modifiedAt: lease.modified,
    expiresAt: lease.expires,
    zone: ZONE,
    value: leaseDocument(lease, world),
  };
}

export function leaseNow(world: World, key: string): SdkLease | null {
  const lease = leaseOfKey(world, key);
  return lease ? leaseAnswer(lease, world) : null;
}
