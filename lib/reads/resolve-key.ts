import { DeskError } from "@/lib/errors";
import type { MachineEntry, PersonEntry, SessionEntry } from "./entries";
import { fold } from "./fold";
import type { SiteIndex } from "./site-index";
import { accountOf, type Somebody, splitAccount, type UnverifiedEntry, unverifiedPeople } from "./somebody";

/**
 * From what a person types or a link carries to the one record it means: a key, or a name where it is unambiguous, in any
 * case. Throws DeskError `not-found`, and `conflict` where a name means several, naming `field`.
 */

export function resolveMachine(index: SiteIndex, text: string, field: string): MachineEntry {
  const byKey = index.machines.get(text.toLowerCase());
  if (byKey) return byKey;
  const wanted = fold(text.trim());
  const bare = wanted.slice(wanted.indexOf("\\") + 1);
  const found = [...(index.machinesNamed.get(bare) ?? index.machinesNamed.get(bare.split(".")[0] ?? "") ?? [])].filter(
    ({ record }) => [record.name, record.account, record.dnsName].some((name) => fold(name ?? "") === wanted),
  );
  return onlyOne(found, "machine", text, field, ({ record }) => `${record.account ?? record.name} (${record.key})`);
}

export function resolveGroupKey(index: SiteIndex, text: string, field: string): string {
  const { groups } = index.snapshot;
  const byKey = groups.get(text.toLowerCase());
  if (byKey) return byKey.key;
  const wanted = fold(text.trim());
  const found = [...groups.values()].filter((group) => fold(group.name) === wanted);
  return onlyOne(found, "delivery group", text, field, (group) => `${group.name} (${group.key})`).key;
}

export function resolveSession(index: SiteIndex, text: string, field: string): SessionEntry {
  const found = index.sessions.get(text.toLowerCase());
  if (found) return found;
  throw new DeskError("not-found", "There is no such session now. It may have ended.", { field });
}

export function resolveSomebody(index: SiteIndex, text: string, field: string): Somebody {
  const byKey = index.people.get(text) ?? index.people.get(text.toUpperCase());
  if (byKey) return byKey;
  const wanted = fold(text.trim());
  const people = peopleCalled(index, wanted);
  const { domain } = splitAccount(wanted);
  // A name without a domain on a session says less than a person with that name: it only counts where there is none.
  const unverified = unverifiedPeople(index).filter(
    (each) => isCalled(each, wanted, text) && (domain !== null || people.length === 0 || each.account.includes("\\")),
  );
  const found: Somebody[] = [...people, ...unverified];
  return onlyOne(found, "person", text, field, (each) => `${accountOf(each)} (${each.record.key})`);
}

function peopleCalled(index: SiteIndex, wanted: string): PersonEntry[] {
  const { name, domain } = splitAccount(wanted);
  const namesakes = [...(index.peopleNamed.get(name) ?? [])].filter(({ record }) => {
    return domain === null || fold(record.domain) === domain || fold(record.upn ?? "") === wanted;
  });
  if (namesakes.length > 0 || !wanted.includes("@")) return namesakes;
  // A UPN need not begin with the account name.
  return index.people.entries().filter(({ searched }) => searched.endsWith(`\n${wanted}`));
}

function isCalled(each: UnverifiedEntry, wanted: string, text: string): boolean {
  if (each.record.key === text || fold(each.record.key) === wanted || fold(each.account) === wanted) return true;
  return !wanted.includes("@") && !wanted.includes("\\") && each.accountName === wanted;
}

const NAMED_MAX = 5;

function onlyOne<TFound>(
  found: readonly TFound[],
  noun: string,
  text: string,
  field: string,
  nameOf: (one: TFound) => string,
): TFound {
  const [first] = found;
  if (first === undefined) throw new DeskError("not-found", `The site knows no ${noun} "${text}".`, { field });
  if (found.length === 1) return first;
  const names = found.slice(0, NAMED_MAX).map(nameOf).join(", ");
  const more = found.length > NAMED_MAX ? " and more" : "";
  throw new DeskError("conflict", `More than one ${noun} is called "${text}": ${names}${more}. Say which by its key.`, {
    field,
  });
}
