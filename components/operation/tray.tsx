"use client";

import { useQueries } from "@tanstack/react-query";
import { X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/api/api-error";
import type { OperationResponse } from "@/lib/api/contract/operations";
import { routes } from "../routes";
import { IconButton } from "../ui/button";
import { classes } from "../ui/classes";
import { TONE_LOOK } from "../ui/tone";
import { OperationActions } from "./operation-actions";
import { Stopwatch } from "./progress-line";
import { detailOf, isWatched, lookOf, spokenProgress, standingWords } from "./progress-words";
import { keptInTray } from "./tray-keeping";
import { followedQuery } from "./use-operation";
import { operationName } from "./verb-words";
import type { Watched } from "./watched";

type Operation = OperationResponse["operation"];

/** What this person started, as it goes on: in its own corner, so that it covers and moves nothing. */
export function Tray({
  watched,
  onChange,
}: {
  watched: readonly Watched[];
  onChange: (next: readonly Watched[]) => void;
}) {
  const results = useQueries({ queries: watched.map(({ id }) => followedQuery(id)) });
  const operations = results.map(({ data }) => data?.operation);
  const kept = keptInTray(
    watched.map((one, index) => ({ watched: one, operation: operations[index], lost: isLost(results[index]?.error) })),
  );
  useEffect(() => {
    if (kept.length < watched.length) onChange(kept);
  });
  const dismiss = (id: string) => onChange(watched.filter((one) => one.id !== id));
  const more = watched.length - 1;
  return (
    <section aria-label="What you started" className="flex min-h-0 flex-col max-md:border-line max-md:border-b md:pt-3">
      <Announcement operations={operations} />
      <ul className="scroll-quiet flex min-h-0 flex-col overflow-y-auto md:gap-1.5 max-md:[&>li:nth-child(n+2)]:hidden">
        {watched.map(({ id, at }, index) => {
          const operation = operations[index];
          return operation && <Item key={id} operation={operation} at={at} onDismiss={() => dismiss(id)} />;
        })}
      </ul>
      {more > 0 && (
        <Link href={routes.operations} className="px-3 pb-1.5 text-link text-small md:hidden">
          and {more} more
        </Link>
      )}
    </section>
  );
}

function isLost(error: Error | null | undefined): boolean {
  return error instanceof ApiError && (error.code === "not-found" || error.code === "forbidden");
}

function Item({ operation, at, onDismiss }: { operation: Operation; at: number; onDismiss: () => void }) {
  const { tone, icon: Icon } = lookOf(operation);
  const watched = isWatched(operation);
  const detail = detailOf(operation);
  return (
    <li className="flex flex-col gap-1 bg-panel py-1.5 pr-1 pl-2.5 text-small max-md:px-3 md:rounded-control md:border md:border-line">
      <div className="flex items-start gap-1.5">
        <Icon aria-hidden className={classes("mt-1 size-3.5 shrink-0", TONE_LOOK[tone].text)} />
        <div className="wrap-anywhere min-w-0 flex-1">
          <Link href={routes.operation(operation.id)} className="font-medium hover:underline">
            {operationName(operation)}
          </Link>
          <p className="text-muted">{operation.label}</p>
          <p>
            <span className={TONE_LOOK[tone].text}>{standingWords(operation)}</span>{" "}
            {watched && <Stopwatch since={at} />}
          </p>
          {detail && <p className="text-muted">{detail}</p>}
        </div>
        <IconButton
          icon={X}
          variant="quiet"
          label={`Dismiss: ${operationName(operation)}, ${operation.label}`}
          onClick={onDismiss}
        />
      </div>
      <OperationActions operation={operation} />
    </li>
  );
}

/** What changed last, for those who listen; the seconds are not for them. */
function Announcement({ operations }: { operations: readonly (Operation | undefined)[] }) {
  const said = useRef(new Map<string, string>());
  const [news, setNews] = useState("");
  useEffect(() => {
    const now = operations.flatMap((operation) =>
      operation ? [[operation.id, spokenProgress(operation)] as const] : [],
    );
    const fresh = now.filter(([id, words]) => said.current.get(id) !== words).map(([, words]) => words);
    said.current = new Map(now);
    if (fresh.length > 0) setNews(fresh.join(" "));
  }, [operations]);
  return (
    <span role="status" className="sr-only">
      {news}
    </span>
  );
}
