import { type GroupFacts, groupFactsOf } from "@/lib/domain/lease/group-facts";
import type { Lease, LeaseBook } from "@/lib/domain/lease/lease";
import { type FindPerson, type GroupNames, groupNamesOf, type Pair } from "@/lib/domain/lease/pair";
import { type RuleBook, ruleBookOf } from "@/lib/domain/lease/rules";
import type { DeliveryGroup, Machine } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { fold } from "./fold";
import type { SiteIndex } from "./site-index";

/** What holds for all pairs of a site: whom its rules name, what its groups are, which applications they publish. */

/** Published names by group, as leases name them, each with how many do. */
export class ApplicationNames {
  readonly #counts = new Map<string, Map<string, number>>();

  /** Returns the groups that have another application now, or one less. */
  count({ resources }: Lease, by: 1 | -1): string[] {
    const moved: string[] = [];
    for (const { group, application } of resources) {
      if (group === null || application === null) continue;
      const names = this.#counts.get(fold(group)) ?? new Map<string, number>();
      const before = names.get(application) ?? 0;
      if (before + by === 0) names.delete(application);
      else names.set(application, before + by);
      if (before === 0 || before + by === 0) moved.push(group);
      this.#counts.set(fold(group), names);
    }
    return moved;
  }

  of(group: string | null): Iterable<string> {
    return (group !== null && this.#counts.get(fold(group))?.keys()) || [];
  }
}

/** By Sid, `DOMAIN\account` or UPN. An index over all people would have to be kept for the few names that rules and leases need. */
export function personFinderOf({ people, peopleNamed }: SiteIndex): FindPerson {
  return (name) => {
    const byKey = people.get(name) ?? people.get(name.toUpperCase());
    if (byKey) return byKey.record.key;
    const wanted = fold(name);
    const bare = wanted.slice(wanted.indexOf("\\") + 1);
    const namesakes = [...(peopleNamed.get(bare) ?? peopleNamed.get(bare.split("@")[0] ?? "") ?? [])];
    const found = namesakes.find(({ record }) =>
      [record.account, record.upn].some((each) => fold(each ?? "") === wanted),
    );
    return found?.record.key ?? null;
  };
}

export interface KnownGroup {
  /** A small number, which stands for the group in lists of tens of thousands of pairs. */
  readonly code: number;
  /** Null where only a lease names it. */
  readonly key: string | null;
  readonly name: string;
}

/** What of a group decides about its pairs; how many machines it has is of no concern as long as it has any. */
function isSameFor(a: GroupFacts | null, b: GroupFacts | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.pooled === b.pooled &&
    a.maintenance === b.maintenance &&
    a.reuseWithoutShutdown === b.reuseWithoutShutdown &&
    a.powerManaged === b.powerManaged &&
    a.machines > 0 === b.machines > 0 &&
    a.registered > 0 === b.registered > 0 &&
    a.open > 0 === b.open > 0
  );
}

export class OutageTerms {
  readonly names: GroupNames;
  readonly rules: RuleBook;
  readonly applications = new ApplicationNames();
  readonly #book: Pick<LeaseBook, "groups">;
  #facts = new Map<string, GroupFacts>();
  readonly #groups = new Map<string, KnownGroup>();
  readonly #byCode: KnownGroup[] = [];
  readonly #foldedNames = new Map<string, string>();

  constructor({ leases, groups }: Snapshot, findPerson: FindPerson) {
    this.names = groupNamesOf(groups.values());
    this.rules = ruleBookOf(leases.rules, findPerson);
    this.#book = leases;
  }

  facts(groupKey: string | null): GroupFacts | null {
    return (groupKey !== null && this.#facts.get(groupKey)) || null;
  }

  /** Whom rules name for the applications of that group. */
  namedFor(group: string): string[] {
    const wanted = this.names.keyOf(group);
    const isFor = ({ groupKey, desktop }: { readonly groupKey: string; readonly desktop: boolean }) =>
      !desktop && groupKey === wanted;
    return [...this.rules.named].filter(([, ruled]) => ruled.some(isFor)).map(([key]) => key);
  }

  applicationsOf(groupKey: string): Iterable<string> {
    return this.applications.of(this.names.nameOf(groupKey));
  }

  groupAt(code: number): KnownGroup {
    const group = this.#byCode[code];
    if (!group) throw new Error(`No group has the code ${code}`);
    return group;
  }

  /** All codes of pairs (PersonCover.codes) are below this. */
  get codesMost(): number {
    return this.#byCode.length * 16;
  }

  /** By what a pair stands among its owner's, folded once for all that have the same name. */
  nameText({ groupKey, groupName, application }: Pick<Pair, "groupKey" | "groupName" | "application">): string {
    const group = (groupKey === null ? null : this.names.nameOf(groupKey)) ?? groupName ?? "";
    return `${this.#folded(group)}\n${this.#folded(application ?? "")}`;
  }

  #folded(name: string): string {
    const known = this.#foldedNames.get(name);
    if (known !== undefined) return known;
    this.#foldedNames.set(name, fold(name));
    return fold(name);
  }

  /** Undefined where no pair was ever of that group. */
  groupOf(groupKey: string): KnownGroup | undefined {
    return this.#groups.get(groupKey);
  }

  /** The group of a pair; one that the site does not know by the name that the lease has for it. */
  codeOf({ groupKey, groupName }: { readonly groupKey: string | null; readonly groupName: string | null }): number {
    const key = groupKey ?? `\n${fold(groupName ?? "")}`;
    const known = this.#groups.get(key);
    if (known) return known.code;
    const name = (groupKey === null ? groupName : this.names.nameOf(groupKey)) ?? groupName ?? "";
    const group = { code: this.#byCode.length, key: groupKey, name };
    this.#groups.set(key, group);
    this.#byCode.push(group);
    return group.code;
  }

  /** Works out the groups anew. Returns the codes of those of which a pair may now be judged otherwise. */
  refreshGroups(groups: Iterable<DeliveryGroup>, machines: Iterable<Machine>): Set<number> {
    const byGroup = new Map<string, Machine[]>();
    for (const machine of machines) {
      if (machine.deliveryGroupKey === null) continue;
      const there = byGroup.get(machine.deliveryGroupKey);
      if (there) there.push(machine);
      else byGroup.set(machine.deliveryGroupKey, [machine]);
    }
    const before = this.#facts;
    this.#facts = new Map();
    const moved = new Set<number>();
    for (const group of groups) {
      const outage = this.#book.groups.find(({ groupKey }) => groupKey === group.key);
      const facts = groupFactsOf(group, byGroup.get(group.key) ?? [], outage);
      this.#facts.set(group.key, facts);
      const known = this.#groups.get(group.key);
      if (known && !isSameFor(before.get(group.key) ?? null, facts)) moved.add(known.code);
    }
    return moved;
  }
}
