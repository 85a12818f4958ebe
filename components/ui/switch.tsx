"use client";

import { classes } from "./classes";

export interface SwitchProps {
  /** What its label names. */
  id: string;
  on: boolean;
  onChange: (on: boolean) => void;
  describedBy?: string;
  className?: string;
}

/** On or off, in words too; its label stands elsewhere. */
export function Switch({ id, on, onChange, describedBy, className }: SwitchProps) {
  return (
    <span className={classes("flex h-9 items-center gap-2", className)}>
      <span className="relative inline-flex h-6 w-10 items-center">
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy}
          checked={on}
          onChange={(event) => onChange(event.target.checked)}
          className="peer size-full cursor-pointer appearance-none rounded-full border border-line-control bg-sunken checked:border-accent checked:bg-accent"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute left-1 size-4 rounded-full bg-line-control peer-checked:translate-x-4 peer-checked:bg-panel"
        />
      </span>
      <span aria-hidden className="w-6 text-muted">
        {on ? "On" : "Off"}
      </span>
    </span>
  );
}
