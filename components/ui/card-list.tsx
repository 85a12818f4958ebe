"use client";

import type { ReactNode } from "react";
import { classes } from "./classes";

/** A list on a small screen: a card a row, which opens its details wherever it is touched. */
export function CardList<TRow extends { readonly key: string }>({
  label,
  rows,
  selectedKey,
  stale,
  children,
}: {
  label: string;
  rows: readonly TRow[];
  selectedKey: string;
  stale: boolean;
  children: (row: TRow) => ReactNode;
}) {
  return (
    <ul aria-label={label} className="flex flex-col gap-2" data-stale={stale || undefined}>
      {rows.map((row) => (
        <li
          key={row.key}
          className={classes(
            "relative flex flex-col gap-1.5 rounded-panel border border-line px-3 py-2.5",
            row.key === selectedKey ? "bg-selected" : "bg-panel",
          )}
        >
          {children(row)}
        </li>
      ))}
    </ul>
  );
}

/** The button that a whole card stands for; `label` says of which row, for those who hear it. */
export function CardButton({ label, onOpen, children }: { label: string; onOpen: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={label}
      className="ml-auto min-h-6 font-medium text-accent after:absolute after:inset-0"
    >
      {children}
    </button>
  );
}
