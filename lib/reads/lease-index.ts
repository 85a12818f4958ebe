import type { Lease, LeaseBook } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import type { KeyedRecords } from "@/lib/domain/snapshot";
import { fold } from "./fold";
import { type Entry, RecordIndex, type Turnover } from "./record-index";

/** Leases as lists need them: by owner, by the machine they lead to, and what a search looks at. */

export class LeaseEntry implements Entry<Lease> {
  readonly record: Lease;
  #searched: string | null = null;

  constructor(record: Lease) {
    this.record = record;
  }

  get searched(): string {
    const { ownerName, ownerUpn, machine, resources } = this.record;
    const names = resources.flatMap(({ group, application }) => [group, application]);
    this.#searched ??= fold([ownerName, ownerUpn, machine, ...names].filter(Boolean).join("\n"));
    return this.#searched;
  }
}

export class LeaseIndex {
  readonly all = new RecordIndex<Lease, LeaseEntry>((record) => new LeaseEntry(record));
  /** Launch leases by the machine's bare name, in upper case. */
  readonly #byMachine = new Map<string, Set<LeaseEntry>>();
  /** By Sid, and by the folded account or UPN of those that have none. */
  readonly #byOwner = new Map<string, Set<LeaseEntry>>();

  /** Moves on to this book; null means that any lease may have changed. */
  follow(book: LeaseBook, changed: readonly string[] | null): Turnover<LeaseEntry> {
    return this.#keep(this.all.follow(recordsOf(book), changed));
  }

  /** Some of the leases, before the first {@link follow}. */
  takeIn(leases: Iterable<Lease>): void {
    this.#keep(this.all.takeIn(leases));
  }

  #keep(turnover: Turnover<LeaseEntry>): Turnover<LeaseEntry> {
    for (const entry of turnover.died) this.#change(entry, remove);
    for (const entry of turnover.born) this.#change(entry, add);
    return turnover;
  }

  /** Launch leases that lead to the machine of that bare name. */
  onMachine(name: string): ReadonlySet<LeaseEntry> {
    return this.#byMachine.get(name.toUpperCase()) ?? NONE;
  }

  /** Leases of an owner: a Sid, or the name where a lease has none. */
  ofOwner(name: string): ReadonlySet<LeaseEntry> {
    return this.#byOwner.get(fold(name)) ?? NONE;
  }

  /** Owners whom leases name so in full, each as {@link ofOwner} finds them. Looks at all leases: for names that nobody else knows. */
  ownersCalled(text: string): string[] {
    const wanted = fold(text.trim());
    const found = new Set<string>();
    for (const { ownerSid, ownerName, ownerUpn } of this.all.entries().map(({ record }) => record)) {
      const isMeant = [ownerSid, ownerName, ownerUpn].some((name) => name !== null && fold(name) === wanted);
      if (isMeant) found.add(ownerSid ?? ownerName ?? ownerUpn ?? "");
    }
    return [...found];
  }

  #change(entry: LeaseEntry, by: typeof add): void {
    const { type, machine } = entry.record;
    if (type === "Launch" && machine !== null) by(this.#byMachine, machine.toUpperCase(), entry);
    for (const name of ownerNames(entry.record)) by(this.#byOwner, name, entry);
  }
}

/** How many of these have not expired, and when the next of them does. */
export function validLeases(
  leases: Iterable<LeaseEntry>,
  now: Instant,
): { readonly count: number; readonly nextExpiry: Instant | null } {
  let count = 0;
  let nextExpiry: Instant | null = null;
  for (const { record } of leases) {
    if (record.expiresAt <= now) continue;
    count += 1;
    nextExpiry = Math.min(nextExpiry ?? record.expiresAt, record.expiresAt);
  }
  return { count, nextExpiry };
}

const NONE: ReadonlySet<LeaseEntry> = new Set();

function ownerNames({ ownerSid, ownerName, ownerUpn }: Lease): string[] {
  if (ownerSid !== null) return [fold(ownerSid)];
  return [...new Set([ownerName, ownerUpn].flatMap((name) => (name === null ? [] : [fold(name)])))];
}

function recordsOf(book: LeaseBook): KeyedRecords<Lease> {
  return {
    size: book.size,
    get: (key) => book.get(key),
    has: (key) => book.get(key) !== undefined,
    values: () => book.values(),
  };
}

function add<TEntry>(lists: Map<string, Set<TEntry>>, name: string, entry: TEntry): void {
  const entries = lists.get(name);
  if (entries) entries.add(entry);
  else lists.set(name, new Set([entry]));
}

function remove<TEntry>(lists: Map<string, Set<TEntry>>, name: string, entry: TEntry): void {
  const entries = lists.get(name);
  if (entries?.delete(entry) && entries.size === 0) lists.delete(name);
}
