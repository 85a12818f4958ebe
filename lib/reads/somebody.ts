import type { Session } from "@/lib/domain/site";
import type { PersonEntry, SessionEntry } from "./entries";
import { fold } from "./fold";
import type { Entry } from "./record-index";
import type { SiteIndex } from "./site-index";

/**
 * Somebody a caller may be: a person the site has verified, or only a name that sessions carry (untrusted, brokering,
 * client). The second kind has no Sid; its key is `account@DOMAIN`, as no backslash may travel in a path.
 */

/** Names that can stand in a path as they are. */
const PLAIN = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} ._$@'-]+$/u;

export class UnverifiedEntry implements Entry<{ readonly key: string }> {
  readonly record: { readonly key: string };
  /** As the sessions spell it. */
  readonly account: string;
  readonly fullName: string | null;
  readonly accountName: string;
  readonly searched: string;

  constructor(session: Session, account: string) {
    this.record = { key: unverifiedKey(account) };
    this.account = account;
    this.fullName = session.userFullName;
    this.accountName = fold(splitAccount(account).name);
    this.searched = fold([account, session.userFullName].filter(Boolean).join("\n"));
  }
}

export type Somebody = PersonEntry | UnverifiedEntry;

export function isPerson(somebody: Somebody): somebody is PersonEntry {
  return !("account" in somebody);
}

export function accountOf(somebody: Somebody): string {
  return isPerson(somebody) ? somebody.record.account : somebody.account;
}

/** `DOMAIN\name` or `name@domain` in its two parts. */
export function splitAccount(account: string): { readonly name: string; readonly domain: string | null } {
  const slash = account.indexOf("\\");
  if (slash > 0) return { domain: account.slice(0, slash), name: account.slice(slash + 1) };
  const at = account.lastIndexOf("@");
  if (at > 0) return { domain: account.slice(at + 1), name: account.slice(0, at) };
  return { domain: null, name: account };
}

/** A name that could not stand in a path is written in base64url after a tilde. */
export function unverifiedKey(account: string): string {
  const { name, domain } = splitAccount(account);
  const key = domain === null ? name : `${name}@${domain}`;
  return PLAIN.test(key) ? key : `~${Buffer.from(account).toString("base64url")}`;
}

/** Whether this name on a session is that of a person the site knows: by account or by UPN, with their domain. */
function isNameOfPerson(index: SiteIndex, foldedName: string): boolean {
  const { name } = splitAccount(foldedName);
  const namesakes = [...(index.peopleNamed.get(name) ?? [])];
  return namesakes.some(({ record }) => fold(record.account) === foldedName || fold(record.upn ?? "") === foldedName);
}

/** Everybody whom only a name on a session tells of. */
export function unverifiedPeople(index: SiteIndex): UnverifiedEntry[] {
  const people: UnverifiedEntry[] = [];
  for (const [name, sessions] of index.unverified) {
    const [first] = sessions;
    if (first?.record.user && !isNameOfPerson(index, name)) {
      people.push(new UnverifiedEntry(first.record, first.record.user));
    }
  }
  return people;
}

/** Every session of somebody: by Sid, and those that carry the name without the site having verified it. */
export function sessionsOf(index: SiteIndex, somebody: Somebody): SessionEntry[] {
  if (!isPerson(somebody)) return [...(index.unverified.get(fold(somebody.account)) ?? [])];
  const { key, account, upn } = somebody.record;
  const named = [...new Set([fold(account), fold(upn ?? "")])].flatMap((name) => [
    ...(index.unverified.get(name) ?? []),
  ]);
  return [...index.sessionsOfUser(key), ...named];
}
