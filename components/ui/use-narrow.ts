"use client";

import { useSyncExternalStore } from "react";

/** Below the width at which the rail moves to the bottom (Tailwind's md): tables have no room there. */
const NARROW = "(max-width: 47.999rem)";

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the window is as narrow as a phone; while rendering on the server: no. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
