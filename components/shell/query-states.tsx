"use client";

import type { ReactNode } from "react";
import { ApiError } from "@/lib/api/api-error";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { VisuallyHidden } from "../ui/visually-hidden";

export interface QueryStatesProps<TData> {
  query: {
    readonly data: TData | undefined;
    readonly error: Error | null;
    readonly failureReason: Error | null;
    readonly refetch: () => unknown;
  };
  /** What stands here while it is read for the first time; the same size as what comes. */
  skeleton: ReactNode;
  /** What is said where there is no such thing. */
  notFound?: { readonly title: string; readonly action?: ReactNode };
  children: (data: TData) => ReactNode;
}

/**
 * Shows what was read, or why there is nothing yet. Data that was read once stays when a later read fails: the banner of the
 * shell says that it is old.
 */
export function QueryStates<TData>({ query, skeleton, notFound, children }: QueryStatesProps<TData>) {
  const { data, error, failureReason } = query;
  if (data !== undefined && !isDecisive(error)) return children(data);
  if (error) return <Failure error={error} retry={() => void query.refetch()} notFound={notFound} />;
  if (failureReason instanceof ApiError && failureReason.status === 503)
    return <FirstReading why={failureReason.message} />;
  return (
    <div aria-busy>
      <VisuallyHidden>Reading…</VisuallyHidden>
      {skeleton}
    </div>
  );
}

/** An answer that takes the data away: it is gone, or not for this person. */
export function isDecisive(error: Error | null): boolean {
  return error instanceof ApiError && ["not-found", "forbidden", "conflict"].includes(error.code);
}

/** Before the first snapshot; `why` says what stands in its way, if anything does. It is asked again by itself. */
function FirstReading({ why }: { why: string }) {
  return (
    <EmptyState kind="reading" title="Reading the site for the first time…">
      {why} The page fills by itself as soon as it has been.
    </EmptyState>
  );
}

type NotFound = QueryStatesProps<unknown>["notFound"];

function Failure({ error, retry, notFound }: { error: Error; retry: () => void; notFound: NotFound }) {
  const code = error instanceof ApiError ? error.code : "internal";
  if (code === "not-found") {
    return (
      <EmptyState kind="not-found" title={notFound?.title ?? "There is no such thing."} action={notFound?.action}>
        {error.message}
      </EmptyState>
    );
  }
  if (code === "forbidden") return <EmptyState kind="forbidden" title={error.message} />;
  if (code === "conflict")
    return (
      <EmptyState kind="not-found" title="That name is not unique.">
        {error.message}
      </EmptyState>
    );
  const again = <Button onClick={retry}>Try again</Button>;
  if (code === "unavailable") {
    return (
      <EmptyState kind="unreachable" title="This cannot be read now." action={again}>
        {error.message}
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="failed" title="This did not work." action={again}>
      {error.message}
    </EmptyState>
  );
}
