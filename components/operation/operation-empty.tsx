"use client";

import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** A list without rows: nothing was ever done, or the filter leaves nothing. */
export function NoOperations({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <EmptyState kind="none" title="Nothing was done yet.">
        Whatever is logged off, restarted, hidden or messaged from here stands in this list, with who did it and why.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="filtered"
      title="No operation fits this filter."
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      There may be operations of another person, server or day.
    </EmptyState>
  );
}
