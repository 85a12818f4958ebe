import type { Lease } from "./lease";

/** A user and a resource: what is counted in the outage answer. */
export interface Pair {
  /** Of the user, the group and the resource; the same pair has the same key in every version. */
  readonly key: string;
  /** The owner's Sid; the account in lower case where no Sid is known. */
  readonly userKey: string;
  /** DOMAIN\account as the lease or the site writes it. */
  readonly userName: string | null;
  /** Null where the site has no group of that name, or the document names none. */
  readonly groupKey: string | null;
  readonly groupName: string | null;
  /** Published name; null is the desktop, or unknown where the group is null too. */
  readonly application: string | null;
  /** The enumeration lease that lists it, or that may list it because its document does not tell; of several the one that ends last. */
  readonly enumeration: Lease | null;
  /** Of several the one that ends last. */
  readonly launch: Lease | null;
  /** Bare name in upper case: where the launch lease leads, else the desktop assigned to the user. */
  readonly machine: string | null;
  /** The Sid of the machine where the launch lease leads; documents may tell nothing else of it. */
  readonly machineSid: string | null;
}

/** What is known of a person's resources beside leases. */
export interface KnownResource {
  /** `ruled`: a rule names the person. `assigned`: a machine is assigned. `used`: a session of it is there (for Local Host Cache, which has no leases). */
  readonly origin: "ruled" | "assigned" | "used";
  readonly groupKey: string;
  /** Null is the desktop. */
  readonly application: string | null;
  /** The assigned machine, bare and upper case. */
  readonly machine: string | null;
}

/** One person with everything that makes pairs. */
export interface PersonLeases {
  /** See Pair.userKey. */
  readonly userKey: string;
  readonly userName: string | null;
  /** All leases of this owner, in any order. */
  readonly leases: readonly Lease[];
  readonly known: readonly KnownResource[];
}

/** Names of groups, found by either: keys are Machine.deliveryGroupKey, names are compared without regard to case. */
export interface GroupNames {
  keyOf(name: string): string | null;
  nameOf(key: string): string | null;
}

export function groupNamesOf(groups: Iterable<{ readonly key: string; readonly name: string }>): GroupNames {
  const byKey = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { key, name } of groups) {
    byKey.set(key, name);
    byName.set(name.toLowerCase(), key);
  }
  return { keyOf: (name) => byName.get(name.toLowerCase()) ?? null, nameOf: (key) => byKey.get(key) ?? null };
}

/** Finds the key of a person (Person.key) by Sid, DOMAIN\account or UPN; null where the site knows nobody of that name. */
export type FindPerson = (name: string) => string | null;
