"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/api/api-error";
import type { OperationBody } from "@/lib/api/contract/operations";
import { startOperation } from "@/lib/api/query";
import { useRecentReasons, withReason } from "./recent-reasons";
import { useWatched, withWatched } from "./watched";

const OUTDATED = ["getRepairs", "listOperations"];

/**
 * Sends what was confirmed. `key` stays the same for as long as the dialog is open: pressed twice, or sent again after no answer came, it is
 * done once. What was taken is watched from then on, wherever the person goes.
 */
export function useStart(key: string, on: { started: (id: string) => void; outdated: () => void }) {
  const client = useQueryClient();
  const [watched, storeWatched] = useWatched();
  const [reasons, storeReasons] = useRecentReasons();
  return useMutation({
    mutationFn: (body: OperationBody) => startOperation(body, key),
    onSuccess: ({ id }, { reason }) => {
      storeWatched(withWatched(watched, { id, at: Date.now() }));
      storeReasons(withReason(reasons, reason));
      on.started(id);
      return client.invalidateQueries({ predicate: ({ queryKey }) => OUTDATED.includes(String(queryKey[0])) });
    },
    onError: (error) => {
      if (isOutdated(error)) on.outdated();
    },
  });
}

/** The world is not what the preview showed, or the preview is too old: it has to be read again. */
export function isOutdated(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "conflict" && error.operationId === null;
}
