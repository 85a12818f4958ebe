"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { peopleQuery } from "@/lib/api/query";
import { showToast } from "../ui/toast";

/** A change of people: afterwards the list is read again and a toast says what was done. What fails is shown in its form. */
export function usePeopleChange<TInput>(options: {
  change: (input: TInput) => Promise<unknown>;
  done: (input: TInput) => string;
  onDone: () => void;
}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: options.change,
    onSuccess: async (_, input) => {
      await client.invalidateQueries({ queryKey: peopleQuery().queryKey });
      options.onDone();
      showToast(options.done(input));
    },
  });
}
