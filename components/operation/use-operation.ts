"use client";

import type { OperationResponse } from "@/lib/api/contract/operations";
import { operationQuery } from "@/lib/api/query";
import { isWatched } from "./progress-words";

/** While it is under way it is asked for, should the live line fail; what is unknown is settled more slowly. */
const UNDER_WAY_MS = 2_000;
const UNKNOWN_MS = 5_000;

/** One operation, read again until nothing more is expected of it. */
export function followedQuery(id: string) {
  return {
    ...operationQuery(id),
    refetchInterval: ({ state }: { state: { data: OperationResponse | undefined } }) => {
      const operation = state.data?.operation;
      if (!operation || !isWatched(operation)) return false;
      return operation.state === "unknown" ? UNKNOWN_MS : UNDER_WAY_MS;
    },
  };
}
