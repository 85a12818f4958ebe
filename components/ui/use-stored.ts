"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";

const listeners = new Map<string, Set<() => void>>();

/**
 * A value that this browser remembers, shared by all who use the same key, in other tabs as well. `parse` gets what is
 * stored, already out of JSON, or undefined; it has to cope with anything. While rendering on the server: as if nothing was stored.
 */
export function useStored<TValue>(key: string, parse: (stored: unknown) => TValue) {
  const text = useSyncExternalStore(
    useCallback((listener) => listen(key, listener), [key]),
    () => readText(key),
    () => null,
  );
  const value = useMemo(() => parse(text === null ? undefined : decode(text)), [text, parse]);
  const store = useCallback((next: TValue) => write(key, JSON.stringify(next)), [key]);
  return [value, store] as const;
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else: the same as nothing.
    return undefined;
  }
}

/** Storage may be barred by the browser's settings: then nothing is remembered, and everything still works. */
function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return;
  }
  for (const listener of listeners.get(key) ?? []) listener();
}

function listen(key: string, listener: () => void): () => void {
  const own = listeners.get(key) ?? new Set();
  listeners.set(key, own.add(listener));
  const onStorage = (event: StorageEvent) => (event.key === key || event.key === null) && listener();
  window.addEventListener("storage", onStorage);
  return () => {
    own.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}
