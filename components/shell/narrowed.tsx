"use client";

import { X } from "lucide-react";

/** A filter that one came with, such as by a link: what it is, and the way to take it away. */
export function Narrowed({ name, value, onClear }: { name: string; value: string; onClear: () => void }) {
  return (
    <button
      type="button"
      onClick={onClear}
      aria-label={`${name} ${value}: take this filter away`}
      className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-2.5 text-small"
    >
      <span className="text-muted">{name}</span> <span className="truncate">{value}</span>
      <X aria-hidden className="size-3.5 shrink-0" />
    </button>
  );
}
