import type { SdkLease } from "@/lib/site/sdk";
import { leaseAnswer } from "../../answers/lease-answers";
import type { World } from "../../engine/world";
import type { Lease } from "../../entities/lease";
import { leaseKeyOf, leaseUidOf } from "../../model/lease-keys";
import { listing, type ReadCell } from "../listing";
import type { Cell } from "../wire";

/** Get-BrokerLease. Its key and number cost nothing; the document is written for those that are shown. */

const shown =
  (read: (lease: SdkLease) => Cell): ReadCell<Lease> =>
  (lease, world: World) =>
    read(leaseAnswer(lease, world));

export const LEASES = listing<Lease>("Get-BrokerLease", {
  items: (world) => world.leases.values(),
  cells: {
    Expiration: ({ expires }) => expires,
    Key: (lease, world) => leaseKeyOf(world, lease),
    LastModified: ({ modified }) => modified,
    LeaseType: ({ type }) => type,
    OwnerSAMName: shown(({ ownerName }) => ownerName),
    OwnerSID: shown(({ ownerSid }) => ownerSid),
    OwnerUPN: shown(({ ownerUpn }) => ownerUpn),
    Uid: (lease, world) => leaseUidOf(world, lease),
    Value: shown(({ value }) => value),
    ZoneName: shown(({ zone }) => zone),
  },
});
