"use client";

import Link from "next/link";
import type { ServerRow } from "@/lib/api/contract/servers";
import { routes } from "../routes";
import { useNow } from "../ui/clock";
import { expiryWords, leasesOnServer } from "./lease-words";

/** Valid launch leases that lead to a server, and when the next of them ends; what was not read is not none. */
export function ServerLeases({ leases }: { leases: ServerRow["leases"] }) {
  const words = leasesOnServer(leases, useNow(60_000));
  if (words === null) return <span className="text-faint text-small">not read</span>;
  if (words.count === "0") return <span className="text-faint">0</span>;
  return (
    <>
      {words.count} {words.next && <span className="ml-1 text-muted text-small">{words.next}</span>}
    </>
  );
}

/** The same as a figure on the server's own page, with the way to them. */
export function ServerLeasesFigure({ server }: { server: Pick<ServerRow, "key" | "leases"> }) {
  const now = useNow(60_000);
  const { key, leases } = server;
  if (leases === null)
    return (
      <p className="text-muted">
        <span className="mr-1.5 font-semibold text-ink text-title">not read</span>leases
      </p>
    );
  return (
    <p className="text-muted">
      <Link href={routes.leasesWhere({ tab: "leases", server: key })} className="text-link">
        <span className="mr-1.5 font-semibold text-title">{leases.count.toLocaleString("en-GB")}</span>
        {leases.count === 1 ? "lease leads here" : "leases lead here"}
      </Link>
      {leases.nextExpiry && <span className="ml-1.5 text-small">next ends {expiryWords(leases.nextExpiry, now)}</span>}
    </p>
  );
}
