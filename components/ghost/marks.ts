"use client";

import { useCallback, useState } from "react";

/** Which rows of the queue are selected, by the ids of their ghosts. They stay selected while rows come and go. */
export function useMarks() {
  const [marked, setMarked] = useState<ReadonlySet<string>>(NONE);
  const toggle = useCallback((id: string) => setMarked((now) => withToggled(now, id)), []);
  const add = useCallback((ids: readonly string[]) => setMarked((now) => new Set([...now, ...ids])), []);
  const set = useCallback((ids: readonly string[]) => setMarked(ids.length === 0 ? NONE : new Set(ids)), []);
  return { marked, toggle, add, set };
}
export type Marks = ReturnType<typeof useMarks>;

const NONE: ReadonlySet<string> = new Set();

function withToggled(marked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(marked);
  if (!next.delete(id)) next.add(id);
  return next;
}
