"use client";

import { useStored } from "../ui/use-stored";

/** A person who was looked up on this computer. */
export interface RecentPerson {
  readonly key: string;
  readonly name: string;
  readonly account: string;
}

const PEOPLE_MAX = 8;
const NOBODY: readonly RecentPerson[] = [];

/** Whom the signed-in account looked up last, the newest first; kept in this browser only. */
export function useRecentPeople(account: string) {
  return useStored(`ghostdesk.recent.${account}`, parseRecent);
}

/** The list with one more at its head. */
export function withPerson(people: readonly RecentPerson[], person: RecentPerson): RecentPerson[] {
  return [person, ...people.filter((each) => each.key !== person.key)].slice(0, PEOPLE_MAX);
}

export function parseRecent(stored: unknown): readonly RecentPerson[] {
  if (!Array.isArray(stored)) return NOBODY;
  return stored.filter(isPerson).slice(0, PEOPLE_MAX);
}

function isPerson(value: unknown): value is RecentPerson {
  if (typeof value !== "object" || value === null) return false;
  return ["key", "name", "account"].every((field) => typeof Reflect.get(value, field) === "string");
}
