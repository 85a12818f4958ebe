"use client";

import Link from "next/link";
import { routes } from "../routes";
import { Button } from "../ui/button";
import { buttonLook } from "../ui/button-look";
import { DescriptionList } from "../ui/description-list";
import { Sheet } from "../ui/sheet";
import { Time } from "../ui/time";
import { Expires, MachineName, Owner, VerdictBadge } from "./pair-columns";
import { REASON } from "./reason-words";
import type { PairListRow } from "./use-pairs";

export interface PairSheetProps {
  pair: PairListRow | null;
  onClose: () => void;
  onLease: (leaseKey: string) => void;
}

/** One user and one resource beside the list: whether they meet in an outage, why not, and by which lease. */
export function PairSheet({ pair, onClose, onLease }: PairSheetProps) {
  return (
    <Sheet open={pair !== null} onClose={onClose} title="In an outage" note={pair?.userFullName ?? pair?.user}>
      {pair && <Body pair={pair} onLease={onLease} />}
    </Sheet>
  );
}

/** By a lease to its one machine, or by Local Host Cache to any of the group. */
function reached(leaseKey: string | null): string {
  if (leaseKey === null) return "A machine that would serve it is registered and takes sessions.";
  return "A valid lease leads to a machine that is registered and has room.";
}

function Body({ pair, onLease }: { pair: PairListRow; onLease: (leaseKey: string) => void }) {
  const { userKey, leaseKey, until, why, group, application } = pair;
  return (
    <>
      <div className="flex flex-col gap-2 border-line border-b p-4">
        <div>
          <VerdictBadge pair={pair} />
        </div>
        <p>{why === null ? reached(leaseKey) : REASON[why].meaning}</p>
        <div className="flex flex-wrap gap-2">
          {userKey && (
            <Link href={routes.user(userKey)} className={buttonLook()}>
              Open the person
            </Link>
          )}
          {leaseKey && <Button onClick={() => onLease(leaseKey)}>Show the lease</Button>}
        </div>
      </div>
      <DescriptionList
        facts={[
          { name: "User", value: <Owner of={pair} focusable /> },
          { name: "Resource", value: application ?? (group ? "Desktop" : null) },
          { name: "Delivery group", value: group },
          {
            name: "Falls out",
            value: until ? (
              <>
                <Expires at={until} />, <Time at={until} focusable />
              </>
            ) : (
              "–"
            ),
          },
          { name: "Machine", value: <MachineName of={pair} focusable /> },
        ]}
      />
    </>
  );
}
