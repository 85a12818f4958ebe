import type { UserResponse, UserRow, UsersQuery, UsersResponse } from "@/lib/api/contract/users";
import type { Person } from "@/lib/domain/site";
import type { PersonEntry } from "./entries";
import { envelopeOf, isoOf, type Reading } from "./envelope";
import { fold, foldWords } from "./fold";
import type { Order } from "./record-order";
import { resolveSomebody } from "./resolve-key";
import { type RowList, slotRows, withFew } from "./row-list";
import { sessionRow } from "./session-row";
import { type SiteIndex, siteIndex } from "./site-index";
import { accountOf, isPerson, type Somebody, sessionsOf, splitAccount, unverifiedPeople } from "./somebody";
import { tallyOf } from "./tally";
import { cutWindow } from "./window";

/** People, best match first: exact account, beginning of an account, beginnings of words of a name, anything inside. */
export function readUsers(reading: Reading, query: UsersQuery): UsersResponse {
  const index = siteIndex(reading.site);
  const words = foldWords(query.q);
  const rows = words.length === 0 ? everybody(index) : bestFirst(index, words);
  const { entries, ...window } = cutWindow(rows, query, JSON.stringify(["users", query.q]));
  return {
    ...envelopeOf(reading, index.snapshot),
    ...window,
    rows: entries.map((somebody) => userRow(index, somebody)),
  };
}

/** Everybody the site has verified, by account. */
export function knownPeople({ people }: SiteIndex): Order<PersonEntry> {
  return people.sorted("account", ({ record }) => fold(record.account));
}

function everybody(index: SiteIndex): RowList<Somebody> {
  const known = knownPeople(index);
  const unverified = unverifiedPeople(index).map((entry) => ({ value: fold(entry.account), entry }));
  return withFew<Somebody>(
    slotRows<Somebody>(index.people, known.slots, (slot) => known.valueAt(slot)),
    unverified,
  );
}

const RANKS = ["0", "1", "2", "3"] as const;
type Rank = (typeof RANKS)[number];

function bestFirst(index: SiteIndex, words: readonly string[]): RowList<Somebody> {
  const rank = (somebody: Somebody) =>
    words.every((word) => somebody.searched.includes(word)) ? rankOf(somebody, words) : "";
  const known = knownPeople(index);
  const { codes, values } = index.people.column(`search ${words.join(" ")}`, rank);
  const rankAt = (slot: number) => values[codes[slot] ?? 0] ?? "";
  const found = known.slots.filter((slot) => rankAt(slot) !== "");
  const byRank = RANKS.flatMap((each) => [...found.filter((slot) => rankAt(slot) === each)]);
  const unverified = unverifiedPeople(index).flatMap((entry) => {
    const own = rank(entry);
    return own === "" ? [] : [{ value: `${own}${fold(entry.account)}`, entry }];
  });
  return withFew<Somebody>(
    slotRows<Somebody>(index.people, Uint32Array.from(byRank), (slot) => `${rankAt(slot)}${known.valueAt(slot)}`),
    unverified,
  );
}

function rankOf({ accountName, searched }: Somebody, words: readonly string[]): Rank {
  const asked = words.join(" ");
  if (accountName === asked || isLine(searched, asked)) return "0";
  if (accountName.startsWith(asked) || searched.startsWith(asked)) return "1";
  return words.every((word) => beginsWord(searched, word)) ? "2" : "3";
}

function isLine(searched: string, line: string): boolean {
  for (let at = searched.indexOf(line); at >= 0; at = searched.indexOf(line, at + 1)) {
    const end = at + line.length;
    if ((at === 0 || searched[at - 1] === "\n") && (end === searched.length || searched[end] === "\n")) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

function beginsWord(searched: string, word: string): boolean {
  for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + 1)) {
    if (at === 0 || !LETTER.test(searched.charAt(at - 1))) return true;
  }
  return false;
}

function userRow(index: SiteIndex, somebody: Somebody): UserRow {
  const tally = tallyOf(sessionsOf(index, somebody).map(({ record }) => record));
  const { fullName, upn } = isPerson(somebody) ? somebody.record : { fullName: somebody.fullName, upn: null };
  const known = isPerson(somebody);
  return {
    key: somebody.record.key,
    known,
    account: accountOf(somebody),
    fullName,
    upn,
    sessions: tally.sessions,
    states: tally.states(),
  };
}

/** One person and their sessions, the newest change first. Throws DeskError `not-found` and `conflict`. */
export function readUser(reading: Reading, userKey: string): UserResponse {
  const index = siteIndex(reading.site);
  const somebody = resolveSomebody(index, userKey, "userKey");
  const sessions = sessionsOf(index, somebody).sort((a, b) => b.record.since - a.record.since);
  return {
    ...envelopeOf(reading, index.snapshot),
    user: {
      ...(isPerson(somebody) ? factsOf(somebody.record) : factsOfName(somebody.account, somebody.fullName)),
      key: somebody.record.key,
      known: isPerson(somebody),
      assignedMachines: assignedMachines(index, accountOf(somebody)),
    },
    sessions: sessions.map(({ record }) => sessionRow(record, index.snapshot, reading.now)),
  };
}

type UserFacts = Omit<UserResponse["user"], "key" | "known" | "assignedMachines">;

function factsOf({ account, accountName, domain, fullName, upn, firstSeen, lastChanged }: Person): UserFacts {
  return { account, accountName, domain, fullName, upn, firstSeen: isoOf(firstSeen), lastChanged: isoOf(lastChanged) };
}

function factsOfName(account: string, fullName: string | null): UserFacts {
  const { name, domain } = splitAccount(account);
  return { account, accountName: name, domain, fullName, upn: null, firstSeen: null, lastChanged: null };
}

function assignedMachines(index: SiteIndex, account: string): UserResponse["user"]["assignedMachines"] {
  const machines = Array.from(index.machinesAssigned.get(fold(account)) ?? [], ({ record }) => record);
  return machines.map(({ key, name }) => ({ key, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
