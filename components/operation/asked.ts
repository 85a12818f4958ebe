"use client";

import { useSyncExternalStore } from "react";
import type { OperationRequest } from "./operation-request";

/** What somebody asked for last. The dialog belongs to the shell: what it was opened from may leave the page meanwhile. */
let asked: OperationRequest | null = null;
const listeners = new Set<() => void>();

/** Opens the dialog that shows whom a request would touch; null closes it. */
export function askFor(request: OperationRequest | null): void {
  asked = request;
  for (const listener of listeners) listener();
}

export function useAsked(): OperationRequest | null {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Fetches the code of the dialog, for a button that is about to be pressed. */
export const loadDialog = () => import("./operation-dialog");
