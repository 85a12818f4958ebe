import type * as z from "zod";
import type { LeaseResponse } from "@/lib/api/contract/leases";
import type { Runtime } from "@/lib/collector/runtime";
import { DeskError, describeError } from "@/lib/errors";
import { log } from "@/lib/log";
import { envelopeOf, type Reading, readingOf } from "./envelope";
import { leaseRow } from "./lease-row";
import { siteIndex } from "./site-index";

const SEES_MOST = 500;
const DOCUMENT_BYTES_MOST = 256 * 1024;

/** A reading that may ask the site itself for one lease. */
export interface LeaseDocumentReading extends Reading {
  readonly sdk: Pick<NonNullable<Runtime["reach"]["sdk"]>, "lease"> | null;
  readonly reachSentence: string | null;
}

export function leaseDocumentReadingOf(runtime: Runtime): LeaseDocumentReading {
  const { sdk, sentence } = runtime.reach;
  return { ...readingOf(runtime), sdk, reachSentence: sentence };
}

/** One lease with its document, which is asked for now: documents are not kept. Throws DeskError `not-found`. */
export async function readLease(reading: LeaseDocumentReading, key: string): Promise<z.infer<typeof LeaseResponse>> {
  requireLease(reading, key);
  const document = await readDocument(reading, key);
  const { index, lease } = requireLease(reading, key);
  return {
    ...envelopeOf(reading, index.snapshot),
    lease: leaseRow(index, lease),
    sees: lease.resources.slice(0, SEES_MOST).map(({ group, application }) => ({ group, application })),
    ...document,
  };
}

function requireLease({ site }: Reading, key: string) {
  const index = siteIndex(site);
  const lease = index.leases.all.get(key)?.record;
  if (lease) return { index, lease };
  throw new DeskError("not-found", "There is no such lease now. It may have been removed.", { field: "key" });
}

type Document = Pick<z.infer<typeof LeaseResponse>, "xml" | "why">;

async function readDocument({ sdk, reachSentence }: LeaseDocumentReading, key: string): Promise<Document> {
  if (!sdk) return { xml: null, why: reachSentence ?? "The site cannot be asked for the document of a lease here." };
  try {
    const found = await sdk.lease(key);
    if (!found) return { xml: null, why: "The site has no such lease any more." };
    return bounded(found.value);
  } catch (error) {
    log.warn({ event: "lease.document-unread", reason: describeError(error) });
    const reason = error instanceof DeskError ? error.message : "It does not answer as expected.";
    return { xml: null, why: `The site could not be asked for the document. ${reason}` };
  }
}

/** Half a document is none: what is too long is named and left out. */
function bounded(xml: string): Document {
  const bytes = Buffer.byteLength(xml);
  if (bytes <= DOCUMENT_BYTES_MOST) return { xml, why: null };
  return { xml: null, why: `The document has ${Math.ceil(bytes / 1024)} kB, more than the 256 kB that are shown.` };
}
