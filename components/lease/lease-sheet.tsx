"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import type { LeaseResponse } from "@/lib/api/contract/leases";
import { leaseQuery } from "@/lib/api/query-standing";
import { askFor, loadDialog } from "../operation/asked";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { useRefusal } from "../shell/site";
import { Button } from "../ui/button";
import { buttonLook } from "../ui/button-look";
import { useNow } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList, type Fact } from "../ui/description-list";
import { Sheet } from "../ui/sheet";
import { SkeletonRows } from "../ui/skeleton";
import { Time } from "../ui/time";
import { expirySentence, LEASE_TYPE, leaseOf, resourceWords } from "./lease-words";
import { MachineName, Owner } from "./pair-columns";
import { XmlView } from "./xml-view";

export interface LeaseSheetProps {
  leaseKey: string;
  onClose: () => void;
}

/** One lease beside the list: what it lets its owner see or launch, until when, and its document. */
export function LeaseSheet({ leaseKey, onClose }: LeaseSheetProps) {
  const query = useQuery({ ...leaseQuery(leaseKey), enabled: leaseKey !== "" });
  const lease = query.data?.lease;
  return (
    <Sheet
      open={leaseKey !== ""}
      onClose={onClose}
      title={lease ? `${LEASE_TYPE[lease.type].label} lease` : "Lease"}
      note={lease?.userFullName ?? lease?.user}
    >
      <QueryStates
        query={query}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "The site does not have this lease any more." }}
      >
        {(data) => <Body key={data.lease.key} data={data} />}
      </QueryStates>
    </Sheet>
  );
}

function Body({ data }: { data: LeaseResponse }) {
  const { lease, sees, xml, why } = data;
  const refusal = useRefusal("act-on-leases");
  return (
    <>
      <div className="flex flex-col gap-2 border-line border-b p-4">
        <p>
          {LEASE_TYPE[lease.type].meaning} <Ends at={lease.expiresAt} />
        </p>
        {lease.problem && <p className="text-warn-text">{lease.problem}</p>}
        <div className="flex flex-wrap gap-2">
          <Button
            variant="danger"
            icon={Trash2}
            disabledReason={refusal}
            onPointerEnter={() => void loadDialog()}
            onFocus={() => void loadDialog()}
            onClick={() => askFor({ verb: "remove-lease", target: { lease: lease.key }, subject: leaseOf(lease) })}
          >
            Remove the lease…
          </Button>
          {lease.userKey && (
            <Link href={routes.user(lease.userKey)} className={buttonLook()}>
              Open the person
            </Link>
          )}
        </div>
        {refusal && <p className="text-muted text-small">{refusal}</p>}
      </div>
      <DescriptionList facts={factsOf(lease)} />
      <Sees sees={sees} lease={lease} />
      <XmlView xml={xml} why={why} />
      <div className="flex items-center gap-2 border-line border-t px-4 py-3 text-muted text-small">
        <span className="wrap-anywhere min-w-0">Key {lease.key}</span>
        <CopyButton compact label="Copy the key" text={() => lease.key} />
      </div>
    </>
  );
}

/** `Expires in 3 h 20 min.` or `Expired 2 d 4 h ago.` */
function Ends({ at }: { at: string }) {
  const now = useNow(60_000);
  return expirySentence(at, now);
}

function factsOf(lease: LeaseResponse["lease"]): Fact[] {
  const launch = lease.type === "Launch";
  return [
    { name: "User", value: <Owner of={lease} focusable /> },
    ...(launch ? [{ name: "Machine", value: lease.machine && <MachineName of={lease} focusable /> }] : []),
    { name: "Expires", value: <Time at={lease.expiresAt} focusable /> },
    { name: "Written", value: <Time at={lease.modifiedAt} focusable /> },
    { name: "Zone", value: lease.zone },
    ...(launch ? [{ name: "Session sharing key", value: lease.sharingKey }] : []),
  ];
}

/** What the document names: the one resource of a launch lease, or all that its owner saw when it was written. */
function Sees({ sees, lease }: { sees: LeaseResponse["sees"]; lease: LeaseResponse["lease"] }) {
  const title = lease.type === "Launch" ? "Lets its owner launch" : "Lets its owner see";
  const more = lease.resources - sees.length;
  const names = sees.map(({ group, application }) => resourceWords(group, application));
  return (
    <section aria-label={title} className="border-line border-t px-4 py-3">
      <h3 className="font-semibold text-muted text-small">{title}</h3>
      {names.length === 0 && <p className="mt-1 text-faint">unknown</p>}
      <ul className="mt-1 flex flex-col gap-0.5">
        {[...new Set(names)].map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-muted text-small">and {more} more</p>}
    </section>
  );
}
