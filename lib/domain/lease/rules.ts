import type { ResourceRule } from "./lease";
import type { FindPerson, KnownResource } from "./pair";

/** Whom the site's rules name, and whether they allow leasing. Groups of the directory are names that no person has: they are counted, never guessed at. */

export interface RuleBook {
  /** False where the rules were not read: then nothing of this is known. */
  readonly read: boolean;
  /** By Person.key: what rules name the person for. */
  readonly named: ReadonlyMap<string, readonly RuledGroup[]>;
  /** By group key. */
  readonly byGroup: ReadonlyMap<string, readonly KnownRule[]>;
  /** Names that no person of the site has: groups of the directory, for the most part. */
  readonly unresolved: ReadonlySet<string>;
  /** Enabled rules that are for everybody: whom they mean nobody can count. */
  readonly everybody: number;
}

export interface RuledGroup {
  readonly groupKey: string;
  readonly desktop: boolean;
}

interface KnownRule {
  readonly desktop: boolean;
  readonly allows: boolean;
  /** Person keys; null where it may hold for anybody: for everybody, or for a name that is not a person's. */
  readonly people: ReadonlySet<string> | null;
}

const DESKTOP: Readonly<Record<ResourceRule["kind"], boolean>> = {
  "desktop-entitlement": true,
  "desktop-assignment": true,
  "app-entitlement": false,
  "app-assignment": false,
};

/** Rules that are switched off are left out. */
export function ruleBookOf(rules: readonly ResourceRule[] | null, findPerson: FindPerson): RuleBook {
  const named = new Map<string, RuledGroup[]>();
  const byGroup = new Map<string, KnownRule[]>();
  const unresolved = new Set<string>();
  let everybody = 0;
  for (const rule of rules ?? []) {
    if (!rule.enabled) continue;
    const desktop = DESKTOP[rule.kind];
    const { people, strangers } = peopleOf(rule, findPerson);
    if (rule.included === null) everybody += 1;
    for (const name of strangers) unresolved.add(name.toLowerCase());
    for (const key of people) add(named, key, { groupKey: rule.groupKey, desktop });
    const isClosed = rule.included !== null && strangers.length === 0;
    add(byGroup, rule.groupKey, { desktop, allows: allowsLeasing(rule), people: isClosed ? new Set(people) : null });
  }
  return { read: rules !== null, named, byGroup, unresolved, everybody };
}

function peopleOf({ included }: ResourceRule, findPerson: FindPerson) {
  const people: string[] = [];
  const strangers: string[] = [];
  for (const name of included ?? []) {
    const key = findPerson(name);
    if (key === null) strangers.push(name);
    else people.push(key);
  }
  return { people, strangers };
}

/** LeasingBehavior is Allowed or Disallowed; a rule without it says nothing against leasing. */
function allowsLeasing({ leasing }: ResourceRule): boolean {
  return leasing?.toLowerCase() !== "disallowed";
}

function add<TValue>(lists: Map<string, TValue[]>, key: string, value: TValue): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** False where every rule that may hold for this user forbids it; null where the rules were not read, or none is for it. */
export function mayLease(
  book: RuleBook,
  of: { readonly userKey: string; readonly groupKey: string | null; readonly application: string | null },
): boolean | null {
  const rules = of.groupKey === null ? undefined : book.byGroup.get(of.groupKey);
  let answer: boolean | null = null;
  for (const { desktop, allows, people } of rules ?? []) {
    if (desktop !== (of.application === null) || people?.has(of.userKey) === false) continue;
    if (allows) return true;
    answer = false;
  }
  return answer;
}

/** What rules name a person for, one for each application that is known of the group; `applicationsOf` gives published names. */
export function ruledResources(
  book: RuleBook,
  userKey: string,
  applicationsOf: (groupKey: string) => Iterable<string>,
): KnownResource[] {
  return (book.named.get(userKey) ?? []).flatMap(({ groupKey, desktop }): KnownResource[] => {
    const ruled = { origin: "ruled", groupKey, machine: null } as const;
    if (desktop) return [{ ...ruled, application: null }];
    return [...applicationsOf(groupKey)].map((application) => ({ ...ruled, application }));
  });
}
