"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { stopOperation } from "@/lib/api/query";

const OUTDATED = ["getOperation", "listOperations", "getRepairs"];

/** Stops what was not sent yet, and reads again how far it came. */
export function useStop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: stopOperation,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => OUTDATED.includes(String(queryKey[0])) }),
  });
}
