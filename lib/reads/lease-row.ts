import type { LeaseRow } from "@/lib/api/contract/leases";
import type { Lease } from "@/lib/domain/lease/lease";
import type { Person } from "@/lib/domain/site";
import { isoOf } from "./envelope";
import { personFinderOf } from "./outage-terms";
import type { SiteIndex } from "./site-index";

/** A lease as it travels: its owner and machine as the site knows them, where it does. */
export function leaseRow(index: SiteIndex, lease: Lease): LeaseRow {
  const person = ownerOf(index, lease);
  const machine = lease.machine === null ? null : index.machineCalled(lease.machine);
  const [first] = lease.type === "Launch" ? lease.resources : [];
  return {
    key: lease.key,
    type: lease.type,
    user: lease.ownerName ?? person?.account ?? lease.ownerUpn ?? lease.ownerSid,
    userFullName: person?.fullName ?? null,
    userKey: person?.key ?? null,
    group: first?.group ?? null,
    application: first?.application ?? null,
    resources: lease.resources.length,
    machine: machine?.name ?? lease.machine,
    machineKey: machine?.key ?? null,
    modifiedAt: isoOf(lease.modifiedAt),
    expiresAt: isoOf(lease.expiresAt),
    zone: lease.zone,
    sharingKey: lease.sharingKey,
    problem: lease.problem,
  };
}

/** A Sid that the site does not know is nobody else's. */
function ownerOf(index: SiteIndex, { ownerSid, ownerName, ownerUpn }: Lease): Person | null {
  const name = ownerName ?? ownerUpn;
  const key = ownerSid ?? (name === null ? null : personFinderOf(index)(name));
  return (key !== null && index.people.get(key)?.record) || null;
}
