import type { Lease } from "@/lib/domain/lease/lease";
import type { SdkLease } from "@/lib/site/sdk";
import { type LeaseDocument, readLeaseDocument } from "./document";

/** A row of Get-BrokerLease with what its document says. Columns count before the document; never throws. */
export function leaseOfSdk(row: SdkLease): Lease {
  const document = readLeaseDocument(row.value);
  return {
    key: row.key,
    type: row.type,
    ownerName: row.ownerName ?? document.ownerName,
    ownerSid: row.ownerSid ?? document.ownerSid,
    ownerUpn: row.ownerUpn ?? document.ownerUpn,
    modifiedAt: row.modifiedAt,
    expiresAt: row.expiresAt,
    zone: row.zone ?? document.zone,
    ...reachOf(document, row.type),
  };
}

/** Whatever an enumeration lease names beside resources is not where it leads. */
export function reachOf(
  document: LeaseDocument,
  type: Lease["type"],
): Pick<Lease, "resources" | "machine" | "machineSid" | "sharingKey" | "problem"> {
  const { resources, machine, machineSid, sharingKey } = document;
  if (type === "Enumeration") {
    return { resources, machine: null, machineSid: null, sharingKey, problem: document.problem };
  }
  const isNowhere = document.problem === null && machine === null && machineSid === null;
  const problem = isNowhere ? "It names no machine that is understood." : document.problem;
  return { resources, machine, machineSid, sharingKey, problem };
}
