"use client";

import type { ReactNode } from "react";
import { classes } from "./classes";

const CHIP = "inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 text-small";
const ON = "border-accent bg-accent-soft text-ink";
const OFF = "border-line-strong bg-panel text-muted hover:bg-hover hover:text-ink";

/** Padded, so that the focus ring of a chip is not cut off. */
const ONE_LINE =
  "max-md:-m-1 max-md:w-[calc(100%+0.5rem)] max-md:flex-nowrap max-md:overflow-x-auto max-md:p-1 scroll-quiet";

export interface ChipProps {
  on: boolean;
  onChange: (on: boolean) => void;
  /** How many rows it would leave. */
  count?: number | undefined;
  children: ReactNode;
}

/** A filter that is on or off, with how many rows it would leave. */
export function Chip({ on, onChange, count, children }: ChipProps) {
  return (
    <button type="button" aria-pressed={on} onClick={() => onChange(!on)} className={classes(CHIP, on ? ON : OFF)}>
      {children}
      {count !== undefined && <span className={on ? "text-muted" : "text-faint"}>{count.toLocaleString("en-GB")}</span>}
    </button>
  );
}

/** Chips that belong together. */
export function ChipGroup({
  label,
  oneLine = false,
  children,
}: {
  label: string;
  /** On a small screen it stays one line, which scrolls sideways. */
  oneLine?: boolean;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and meaning
    <div role="group" aria-label={label} className={classes("flex flex-wrap items-center gap-2", oneLine && ONE_LINE)}>
      {children}
    </div>
  );
}
