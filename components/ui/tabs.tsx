"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

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
  onChange,
}: {
  label: string;
  parts: readonly TabPart[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Base.Root value={value} onValueChange={(next: string) => onChange(next)}>
      <Base.List aria-label={label} className="flex gap-1 border-line border-b">
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
        <Base.Panel key={part.value} value={part.value} className="pt-4">
          {part.body}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
