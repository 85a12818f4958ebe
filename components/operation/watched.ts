"use client";

import { useSiteFacts } from "../shell/site";
import { useStored } from "../ui/use-stored";

/** An operation that this person started here and has not dismissed yet. */
export interface Watched {
  readonly id: string;
  /** When it was asked for, by this browser's clock, in ms since the epoch. */
  readonly at: number;
}

/** So many stand in the corner; older ones are on the page of operations. */
const WATCHED_MAX = 8;
const NOTHING: readonly Watched[] = [];

/** What the signed-in account started in this browser, the newest first. It outlives pages and reloads. */
export function useWatched() {
  return useStored(`ghostdesk.watched.${useSiteFacts().me.name}`, parseWatched);
}

/** The list with one more at its head. The same id again stays where it is: a repeated request is the same operation. */
export function withWatched(list: readonly Watched[], one: Watched): readonly Watched[] {
  return list.some(({ id }) => id === one.id) ? list : [one, ...list].slice(0, WATCHED_MAX);
}

export function parseWatched(stored: unknown): readonly Watched[] {
  return Array.isArray(stored) ? stored.filter(isWatchedEntry).slice(0, WATCHED_MAX) : NOTHING;
}

function isWatchedEntry(value: unknown): value is Watched {
  if (typeof value !== "object" || value === null) return false;
  return typeof Reflect.get(value, "id") === "string" && typeof Reflect.get(value, "at") === "number";
}
