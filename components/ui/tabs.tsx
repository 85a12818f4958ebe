"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { classes } from "./classes";

export interface TabPart {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
  readonly body: ReactNode;
}

/** Parts of one page of which one is seen at a time. */
export function Tabs({
  label,
  parts,
  value,
  fill = false,
  onChange,
}: {
  label: string;
  parts: readonly TabPart[];
  value: string;
  /** What is seen is a list that takes the height it gets and scrolls inside it. */
  fill?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: string) => onChange(next)}
      className={fill ? "flex min-h-120 flex-1 flex-col" : undefined}
    >
      <Base.List aria-label={label} className="flex shrink-0 gap-1 border-line border-b">
        {parts.map((part) => (
          <Base.Tab
            key={part.value}
            value={part.value}
            className="-mb-px flex h-9 items-center gap-1.5 border-transparent border-b-2 px-3 font-medium text-muted hover:text-ink data-active:border-accent data-active:text-ink"
          >
            {part.label}
            {part.count !== undefined && <span className="font-normal text-faint text-small">{part.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {parts.map((part) => (
        <Base.Panel
          key={part.value}
          value={part.value}
          className={classes("pt-4", fill && "flex min-h-0 flex-1 flex-col gap-4")}
        >
          {part.body}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
