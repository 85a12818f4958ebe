import type { Lease } from "@/lib/domain/lease/lease";
import { readLeaseDocument } from "./document";
import type { FoundFile } from "./folder-walk";
import { reachOf } from "./sdk-lease";

/** A lease out of a file of the cache, or one sentence why it is none. Never throws. */
export function leaseOfFile(text: string, found: FoundFile): { readonly lease: Lease } | { readonly problem: string } {
  const document = readLeaseDocument(text);
  if (document.problem !== null) return { problem: document.problem };
  if (document.expiresAt === null) return { problem: "It tells no expiry that is understood." };
  // The folder says what it is; what the document calls itself is not published.
  const type = found.kind === "Enumeration" ? "Enumeration" : "Launch";
  const lease: Lease = {
    key: document.key ?? keyOfPath(found.file),
    type,
    ownerName: document.ownerName,
    ownerSid: document.ownerSid,
    ownerUpn: document.ownerUpn,
    modifiedAt: document.modifiedAt ?? Math.round(found.changedAtMs),
    expiresAt: document.expiresAt,
    zone: document.zone,
    ...reachOf(document, type),
  };
  return { lease };
}

/** The hash that names the file or its folder, as the broker's keys are written; the path where neither is one. */
function keyOfPath(file: string): string {
  const parts = file.split("/");
  const stem = parts.pop()?.replace(/\.[^.]*$/, "") ?? "";
  const hash = [stem, parts.pop() ?? ""].find((part) => /^[0-9a-f]{16,128}$/i.test(part));
  return hash?.toUpperCase() ?? file;
}
