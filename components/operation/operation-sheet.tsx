"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import type { OperationResponse } from "@/lib/api/contract/operations";
import { GHOST_CLASS } from "../ghost/ghost-words";
import { routes } from "../routes";
import { QueryStates } from "../shell/query-states";
import { useZone } from "../ui/clock";
import { CopyButton } from "../ui/copy-button";
import { DescriptionList, type Fact } from "../ui/description-list";
import { Sheet } from "../ui/sheet";
import { SkeletonRows } from "../ui/skeleton";
import { Time } from "../ui/time";
import { formatDuration } from "../ui/time-format";
import { AskedAt } from "./asked-at";
import { OperationActions } from "./operation-actions";
import { OperationBadge } from "./operation-badge";
import { OperationParts } from "./operation-parts";
import { GHOST_OUTCOME, operationTicket } from "./operation-ticket";
import { Stopwatch } from "./progress-line";
import { detailOf, isWatched, lookOf, progressSteps } from "./progress-words";
import { followedQuery } from "./use-operation";
import { operationName } from "./verb-words";

type Operation = OperationResponse["operation"];

/** One operation beside the list: what came of it, of each of its parts, and what was known before. */
export function OperationSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({ ...followedQuery(id), enabled: id !== "" });
  const operation = query.data?.operation;
  return (
    <Sheet
      open={id !== ""}
      onClose={onClose}
      title={operation ? operationName(operation) : "Operation"}
      note={operation?.label}
    >
      <QueryStates
        query={query}
        skeleton={<SkeletonRows rows={12} />}
        notFound={{ title: "Ghostdesk has no operation of this address." }}
      >
        {(data) => <Body key={data.operation.id} operation={data.operation} />}
      </QueryStates>
    </Sheet>
  );
}

function Body({ operation }: { operation: Operation }) {
  const zone = useZone();
  return (
    <>
      <div className="flex flex-col gap-2.5 border-line border-b p-4">
        <div className="flex flex-wrap items-center gap-2.5">
          <OperationBadge operation={operation} />
          <span className="text-muted">{progressSteps(operation).join(" → ")}</span>
          {isWatched(operation) && <Stopwatch since={Date.parse(operation.askedAt)} />}
        </div>
        <p>{detailOf(operation) ?? lookOf(operation).meaning}</p>
        <OperationActions operation={operation} />
        <div>
          <CopyButton label="Copy for the ticket" text={() => operationTicket(operation, zone)} />
        </div>
      </div>
      <DescriptionList facts={factsOf(operation)} />
      {operation.ghosts.length > 0 && (
        <Part title={operation.ghosts.length === 1 ? "The ghost it was about" : "Ghosts it was about"}>
          <Ghosts ghosts={operation.ghosts} />
        </Part>
      )}
      {operation.items.length > 1 && (
        <Part title={`Its ${operation.items.length} parts`}>
          <OperationParts items={operation.items} />
        </Part>
      )}
      {operation.evidence.length > 0 && (
        <Part title="What was known before">
          <Evidence evidence={operation.evidence} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-t">
      <h3 className="px-4 pt-3 pb-1.5 font-semibold text-muted text-small">{title}</h3>
      {children}
    </section>
  );
}

function factsOf(operation: Operation): Fact[] {
  const { machine, machineKey, ticket, tookMs, acceptedAt, settledAt, endsAt, stoppedBy } = operation;
  const place = machine !== null && machineKey !== null && (
    <Link href={routes.server(machineKey)} className="text-link">
      {machine}
    </Link>
  );
  return [
    { name: "Why", value: operation.reason },
    ...(ticket === null ? [] : [{ name: "Ticket", value: ticket }]),
    { name: "By", value: `${operation.actor}, ${operation.role}` },
    { name: "Done to", value: operation.label },
    ...(machine === null ? [] : [{ name: "Server", value: place || machine }]),
    { name: "Asked", value: <AskedAt at={operation.askedAt} focusable /> },
    { name: "Accepted", value: acceptedAt ? <AskedAt at={acceptedAt} focusable /> : "not yet" },
    { name: "Settled", value: settledAt ? <AskedAt at={settledAt} focusable /> : "not yet" },
    ...(tookMs === null ? [] : [{ name: "Took", value: formatDuration(tookMs) }]),
    ...(endsAt === null ? [] : [{ name: "Hidden until", value: <Time at={endsAt} focusable /> }]),
    ...(stoppedBy === null ? [] : [{ name: "Stopped by", value: stoppedBy }]),
  ];
}

function Ghosts({ ghosts }: { ghosts: Operation["ghosts"] }) {
  return (
    <ul className="flex flex-col gap-1 px-4 pb-3">
      {ghosts.map((ghost) => (
        <li key={ghost.id} className="flex gap-2">
          <Link href={routes.ghost(ghost.id)} className="text-link">
            {GHOST_CLASS[ghost.class].label}
          </Link>
          <span className="text-muted">{ghost.outcome ? GHOST_OUTCOME[ghost.outcome] : "not known yet"}</span>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ evidence }: { evidence: Operation["evidence"] }) {
  return (
    <dl className="flex flex-col gap-2 px-4 pb-4">
      {evidence.map(({ label, value, source }) => (
        <div key={`${label} ${source} ${value}`}>
          <dt className="flex gap-3 text-muted text-small">
            {label}
            <span className="ml-auto text-faint">{source}</span>
          </dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
