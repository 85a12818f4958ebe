"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PreviewBody, PreviewResponse } from "@/lib/api/contract/operations";
import { previewQuery } from "@/lib/api/query";
import { previewChanges, renewInMs } from "./preview-changes";

export interface Preview {
  /** The newest that is known, also while another one is read. */
  readonly shown: PreviewResponse | undefined;
  /** What may be confirmed now: exactly what was asked, read and not outdated. */
  readonly token: string | null;
  /** What is different from what the person has read. */
  readonly changes: readonly string[];
  /** The person has read the changes. */
  readonly accept: () => void;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly renew: () => void;
}

/**
 * What a request would touch. It is read again by itself before its token runs out; what has changed by then has to be read before
 * anything can be confirmed. `ready`: the request is complete.
 */
export function usePreview(dialog: string, body: PreviewBody, ready: boolean): Preview {
  const query = useQuery({
    ...previewQuery(dialog, body),
    enabled: ready,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data ? renewInMs(state.data, Date.now()) : false),
  });
  const asked = JSON.stringify(body);
  const fresh = query.isPlaceholderData || !ready ? undefined : query.data;
  const [read, setRead] = useState<{ asked: string; preview: PreviewResponse } | null>(null);
  if (fresh && read?.asked !== asked) setRead({ asked, preview: fresh });
  const changes = fresh && read?.asked === asked ? previewChanges(read.preview, fresh) : [];
  const isCurrent = fresh !== undefined && query.error === null && changes.length === 0;
  return {
    shown: query.data,
    token: isCurrent ? fresh.token : null,
    changes,
    accept: () => fresh && setRead({ asked, preview: fresh }),
    error: query.error,
    isFetching: query.isFetching,
    renew: () => void query.refetch(),
  };
}
