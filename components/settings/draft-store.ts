"use client";

import { useSyncExternalStore } from "react";
import type { Draft } from "./settings-draft";

/**
 * What is typed on the page of settings outlives the page: whoever looks something up elsewhere finds it again. Leaving
 * Ghostdesk itself is asked about by the browser.
 */
const EMPTY: Draft = {};
let draft: Draft = EMPTY;
const listeners = new Set<() => void>();

export function setDraft(next: Draft): void {
  draft = next;
  if (isEmpty(next)) window.removeEventListener("beforeunload", askFirst);
  else window.addEventListener("beforeunload", askFirst);
  for (const listener of listeners) listener();
}

export function useDraft(): Draft {
  return useSyncExternalStore(
    subscribe,
    () => draft,
    () => EMPTY,
  );
}

export function isEmpty(some: Draft): boolean {
  return Object.keys(some).length === 0;
}

/** As it is now, for what runs after the page is gone. */
export function currentDraft(): Draft {
  return draft;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
