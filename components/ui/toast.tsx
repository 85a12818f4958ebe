"use client";

import dynamic from "next/dynamic";
import { useState, useSyncExternalStore } from "react";

export interface ToastText {
  readonly title: string;
  readonly description?: string | undefined;
  readonly failed: boolean;
}

/** Says in a corner that something was done. What went wrong belongs where it went wrong; only where no place is left, here. */
export function showToast(title: string, options: { description?: string; failed?: boolean } = {}): void {
  waiting = [...waiting, { title, description: options.description, failed: options.failed ?? false }];
  for (const listener of listeners) listener();
}

let waiting: readonly ToastText[] = [];
const listeners = new Set<() => void>();
const NONE: readonly ToastText[] = [];

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes what waits to be shown. */
export function takeToasts(): readonly ToastText[] {
  const taken = waiting;
  waiting = NONE;
  return taken;
}

export function useWaitingToasts(): readonly ToastText[] {
  return useSyncExternalStore(
    subscribe,
    () => waiting,
    () => NONE,
  );
}

const ToastViewport = dynamic(() => import("./toast-viewport").then((loaded) => loaded.ToastViewport), { ssr: false });

/** Stands once per document; its code comes with the first toast. */
export function ToastRegion() {
  const isWanted = useWaitingToasts().length > 0;
  const [used, setUsed] = useState(false);
  if (isWanted && !used) setUsed(true);
  return used ? <ToastViewport /> : null;
}
