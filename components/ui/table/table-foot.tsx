"use client";

import type { ReactNode } from "react";
import { Kbd } from "../kbd";

/** The last line of a table: what it holds, what the keys do, and what has changed since its rows are held in place. */
export function TableFoot({
  arrived,
  onRelease,
  openHint,
  spaceHint,
  escapeHint,
  children,
}: {
  arrived: number;
  onRelease: () => void;
  openHint: string | undefined;
  spaceHint?: string | undefined;
  escapeHint?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t bg-sunken px-3 text-muted text-small">
      <span>{children}</span>
      {arrived > 0 && (
        <button
          type="button"
          onClick={onRelease}
          className="h-6 rounded-full border border-info-border bg-info-soft px-2.5 font-medium text-info-text"
        >
          {arrived} new
        </button>
      )}
      <span className="ml-auto flex items-center gap-1.5 max-md:hidden">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> move
        {openHint && (
          <>
            <Kbd>Enter</Kbd> {openHint}
          </>
        )}
        {spaceHint && (
          <>
            <Kbd>Space</Kbd> {spaceHint}
          </>
        )}
        {escapeHint && (
          <>
            <Kbd>Esc</Kbd> {escapeHint}
          </>
        )}
      </span>
    </div>
  );
}
