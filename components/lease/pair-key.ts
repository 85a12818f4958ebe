import type { PairRow } from "@/lib/api/contract/leases";

/** A pair is known by its user and its resource; tables know their rows by one text. */
export function pairKey({ userKey, user, group, application }: PairRow): string {
  return JSON.stringify([userKey ?? user, group, application]);
}
