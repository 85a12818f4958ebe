import type { OutageMechanism } from "@/lib/domain/lease/era";
import type { FindPerson, KnownResource, Pair } from "@/lib/domain/lease/pair";
import { pairsOfPerson } from "@/lib/domain/lease/pairs";
import { ruledResources } from "@/lib/domain/lease/rules";
import type { Session } from "@/lib/domain/site";
import { fold } from "./fold";
import type { OutageTerms } from "./outage-terms";
import type { SiteIndex } from "./site-index";

/** One person's pairs: what leases name, what rules name the person for, machines of the person's own, and sessions that leases cannot tell of. */

export interface PairMaker {
  readonly index: SiteIndex;
  readonly terms: OutageTerms;
  readonly mechanism: OutageMechanism;
  readonly findPerson: FindPerson;
}

export interface PersonPairs {
  readonly userName: string | null;
  readonly anonymous: boolean;
  /** In the order of {@link resourceText}. */
  readonly pairs: readonly Pair[];
}

/** By what a person's pairs are sorted. */
export function resourceText(pair: Pair, terms: OutageTerms): string {
  return `${terms.nameText(pair)}\n${pair.key}`;
}

/** `userKey` as Pair.userKey has it. A name that the site knows by now is no owner of its own: its leases are the person's. */
export function pairsOf(maker: PairMaker, userKey: string): PersonPairs {
  const { index, terms } = maker;
  const person = index.people.get(userKey)?.record;
  if (!person && maker.findPerson(userKey) !== null) return { userName: null, anonymous: false, pairs: [] };
  const names = person ? [person.key, person.account, person.upn] : [userKey];
  const leases = new Set(names.flatMap((name) => (name === null ? [] : [...index.leases.ofOwner(name)])));
  const records = Array.from(leases, ({ record }) => record);
  const sessions = sessionsOf(index, userKey);
  const userName = person?.account ?? records[0]?.ownerName ?? sessions[0]?.user ?? userKey;
  const known = [
    ...ruledResources(terms.rules, userKey, (groupKey) => terms.applicationsOf(groupKey)),
    ...assignedResources(index, person?.account ?? userKey),
    ...sessions.filter((session) => isTold(maker, session)).flatMap(usedResources),
  ];
  const pairs = pairsOfPerson({ userKey, userName, leases: records, known }, terms.names);
  const sorted = pairs.map((pair) => ({ pair, text: resourceText(pair, terms) }));
  sorted.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return {
    userName,
    anonymous: sessions.some(({ anonymous }) => anonymous === true),
    pairs: sorted.map(({ pair }) => pair),
  };
}

/** Verified ones, and those of anonymous users, who are known by name alone. */
function sessionsOf(index: SiteIndex, userKey: string): Session[] {
  const unverified = [...(index.unverified.get(fold(userKey)) ?? [])].filter(({ record }) => record.anonymous === true);
  return [...index.sessionsOfUser(userKey), ...unverified].map(({ record }) => record);
}

/**
 * Whether a session tells of a resource that no lease can: Local Host Cache has none, and nor have pooled desktops and anonymous users. Elsewhere
 * leases name what was launched, and a session would only name it again.
 */
export function isTold({ terms, mechanism }: Pick<PairMaker, "terms" | "mechanism">, session: Session): boolean {
  if (session.anonymous === true) return true;
  if (session.userKey === null) return false;
  return mechanism === "cache" || terms.facts(session.deliveryGroupKey)?.pooled === true;
}

function usedResources({ deliveryGroupKey: groupKey, sessionType, applications }: Session): KnownResource[] {
  if (groupKey === null) return [];
  const used = { origin: "used", groupKey, machine: null } as const;
  if (sessionType === "Application") return applications.map((application) => ({ ...used, application }));
  return [{ ...used, application: null }];
}

function assignedResources({ machinesAssigned }: SiteIndex, account: string): KnownResource[] {
  return Array.from(machinesAssigned.get(fold(account)) ?? [], ({ record }) => record).flatMap((machine) =>
    machine.deliveryGroupKey === null
      ? []
      : [
          {
            origin: "assigned" as const,
            groupKey: machine.deliveryGroupKey,
            application: null,
            machine: machine.name.toUpperCase(),
          },
        ],
  );
}
