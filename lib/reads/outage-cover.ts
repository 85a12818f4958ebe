import { isSameValue } from "@/lib/domain/ghost/same-value";
import type { OutageMechanism } from "@/lib/domain/lease/era";
import type { LeaseBook } from "@/lib/domain/lease/lease";
import type { PairVerdict } from "@/lib/domain/lease/outage";
import type { Pair } from "@/lib/domain/lease/pair";
import type { DeliveryGroup, Instant } from "@/lib/domain/site";
import type { Snapshot } from "@/lib/domain/snapshot";
import { fold } from "./fold";
import { type FlatPairs, flatten } from "./outage-flat";
import { OutageMarks, type Touches } from "./outage-marks";
import { type PairMaker, pairsOf } from "./outage-person";
import { OutageTerms, personFinderOf } from "./outage-terms";
import { WardBook } from "./outage-ward-book";
import { type Bench, type BoundPair, judgeAlone, type PersonCover, verdictCode } from "./outage-wards";
import { type Entry, RecordIndex } from "./record-index";
import type { Order } from "./record-order";
import type { SiteIndex } from "./site-index";

export class CoverEntry implements Entry<PersonCover> {
  readonly record: PersonCover;
  readonly sortText: string;

  constructor(record: PersonCover) {
    this.record = record;
    this.sortText = `${fold(record.userName ?? record.key)}\n${record.key}`;
  }
}

/** People judged between two yields: a millisecond or two. */
const STEP_PEOPLE = 25;
const STEP_LEASES = 1000;
/** Until the ward has judged it: no verdict is like it. */
const NOT_JUDGED: PairVerdict = { coverage: "unknown", why: null, until: null };

/**
 * Who could launch what without the database. Follows the site by marking whom and which machines a version touched; these are judged anew when
 * somebody asks, and so is what ran out meanwhile.
 */
export class OutageCover {
  readonly people = new RecordIndex<PersonCover, CoverEntry>((record) => new CoverEntry(record));
  readonly #index: SiteIndex;
  readonly #covers = new Map<string, PersonCover>();
  readonly #wards = new WardBook();
  readonly #marks = new OutageMarks();
  /** People whose cover is another than `people` shows. */
  readonly #moved = new Set<string>();
  #maker: PairMaker | null = null;
  #flat: FlatPairs | null = null;
  #marking: Iterator<void> | null = null;
  #book: Pick<LeaseBook, "rules" | "groups"> | null = null;
  #groups: ReadonlyMap<string, DeliveryGroup> = new Map();

  constructor(index: SiteIndex) {
    this.#index = index;
  }

  get terms(): OutageTerms {
    if (!this.#maker) throw new Error("Nothing was judged yet");
    return this.#maker.terms;
  }

  /** Whether everything has to be judged, or so many people wait to be that it is better done in steps. */
  isFarBehind(mechanism: OutageMechanism | null): boolean {
    if (mechanism === null) return this.#maker !== null;
    return this.#marking !== null || this.#marks.people.size > 40 * STEP_PEOPLE || this.#isOtherSite(mechanism);
  }

  /** A person's pairs in the order of PersonCover.codes. */
  pairsOf(userKey: string): readonly Pair[] {
    return this.#maker ? pairsOf(this.#maker, userKey).pairs : [];
  }

  boundTo(machine: string): Iterable<BoundPair> {
    return this.#wards.boundTo(machine);
  }

  /** Marks what a version touched. Before the first judgement nothing need be marked. */
  note(touches: Touches): void {
    if (this.#maker) this.#marks.note(touches, this.#maker);
  }

  /** Judges all that was touched or ran out. `mechanism` null: nothing brokers without the database, so there is nothing to judge. */
  settle(mechanism: OutageMechanism | null, now: Instant): void {
    const steps = this.steps(mechanism, now);
    while (!steps.next().done);
  }

  /** {@link steps} at a moment that is known to have passed: nothing is judged back to it. */
  stepsSince(mechanism: OutageMechanism | null, asOf: Instant): Generator<void> {
    return this.steps(mechanism, Math.max(asOf, this.#wards.judgedAt));
  }

  /** The same in steps of a millisecond or two; who settles in between does the rest. */
  *steps(mechanism: OutageMechanism | null, now: Instant): Generator<void> {
    if (mechanism === null) {
      this.#forget();
      return;
    }
    if (this.#isOtherSite(mechanism)) this.#restart(mechanism);
    yield* this.#mark();
    const maker = this.#maker;
    if (!maker) return;
    if (this.#marks.areGroupsStale || this.#groups !== this.#index.snapshot.groups) this.#refreshGroups(maker);
    const bench = { index: this.#index, terms: maker.terms, mechanism, now };
    yield* this.#judgePeople(bench, maker);
    const onMoved = () => {
      this.#flat = null;
    };
    yield* this.#wards.judge(this.#marks.machines, bench, { isOver: () => this.#maker !== maker, onMoved });
  }

  #isOtherSite(mechanism: OutageMechanism): boolean {
    const { leases, groups } = this.#index.snapshot;
    if (this.#maker?.mechanism !== mechanism || this.#marks.areRulesStale || !this.#book) return true;
    if (this.#groups !== groups && !isSameNames(this.#groups, groups)) return true;
    const isOther = !isSameValue([this.#book.rules, this.#book.groups], [leases.rules, leases.groups]);
    // What was read again and says the same need not be compared at every question.
    if (!isOther) this.#book = leases;
    return isOther;
  }

  #forget(): void {
    this.#maker = null;
    this.#marking = null;
    this.#flat = null;
    this.#covers.clear();
    this.#wards.clear();
    this.#marks.clear();
    this.#moved.clear();
    this.people.follow(this.#covers, null);
  }

  #restart(mechanism: OutageMechanism): void {
    this.#forget();
    const index = this.#index;
    const { snapshot } = index;
    const findPerson = personFinderOf(index);
    const terms = new OutageTerms(snapshot, findPerson);
    terms.refreshGroups(snapshot.groups.values(), snapshot.machines.values());
    const maker = { index, terms, mechanism, findPerson };
    this.#maker = maker;
    this.#book = snapshot.leases;
    this.#groups = snapshot.groups;
    this.#marking = this.#markEverybody(maker, snapshot);
  }

  /** By the version with which it began: what versions change after that is noted beside it. */
  *#markEverybody(maker: PairMaker, { leases, machines, sessions }: Snapshot): Generator<void> {
    for (const key of maker.terms.rules.named.keys()) this.#marks.people.add(key);
    for (const machine of machines.values()) this.#marks.noteNames(machine.assignedUsers, maker);
    for (const session of sessions.values()) this.#marks.noteSession(session, maker);
    let marked = 0;
    for (const lease of leases.values()) {
      this.#marks.noteLease(lease, 1, maker);
      marked += 1;
      if (marked % STEP_LEASES === 0) yield;
    }
  }

  /** Who comes while it goes on goes on with it. */
  *#mark(): Generator<void> {
    const marking = this.#marking;
    while (marking && this.#marking === marking) {
      if (marking.next().done) this.#marking = null;
      yield;
    }
  }

  /** Where a group as a whole is reached otherwise, everybody who has something of it is judged anew. */
  #refreshGroups({ terms }: PairMaker): void {
    const { groups, machines } = this.#index.snapshot;
    const moved = terms.refreshGroups(groups.values(), machines.values());
    this.#groups = groups;
    this.#marks.areGroupsStale = false;
    if (moved.size === 0) return;
    for (const { key, codes } of this.#covers.values()) {
      if (codes.some((code) => moved.has(code >> 4))) this.#marks.people.add(key);
    }
  }

  *#judgePeople(bench: Bench, maker: PairMaker): Generator<void> {
    let judged = 0;
    for (const key of this.#marks.people) {
      // Somebody else began anew meanwhile.
      if (this.#maker !== maker) return;
      this.#marks.people.delete(key);
      this.#moved.add(key);
      this.#judgePerson(bench, maker, key);
      judged += 1;
      if (judged % STEP_PEOPLE !== 0) continue;
      this.#showMoved();
      yield;
    }
    this.#showMoved();
  }

  #showMoved(): void {
    if (this.#moved.size === 0) return;
    this.people.follow(this.#covers, this.#moved);
    this.#moved.clear();
    this.#flat = null;
  }

  /** All pairs, by their owners' names; the same object until a verdict changes. */
  flat(): FlatPairs {
    const order = this.inOrder();
    this.#flat ??= flatten(Array.from(order.slots, (slot) => this.people.at(slot)));
    return this.#flat;
  }

  /** Everybody by name. */
  inOrder(): Order<CoverEntry> {
    return this.people.sorted("name", ({ sortText }) => sortText);
  }

  #judgePerson(bench: Bench, maker: PairMaker, key: string): void {
    for (const bound of this.#covers.get(key)?.bound ?? []) this.#marks.machines.add(this.#wards.leave(bound));
    const { userName, anonymous, pairs } = pairsOf(maker, key);
    if (pairs.length === 0) {
      this.#covers.delete(key);
      return;
    }
    const bound: BoundPair[] = [];
    const person: PersonCover = { key, userName, anonymous, codes: [], bound };
    for (const [at, pair] of pairs.entries()) {
      const group = bench.terms.codeOf(pair) * 16;
      if (pair.machine !== null || pair.launch !== null) {
        bound.push({ person, at, pair, verdict: NOT_JUDGED });
        person.codes.push(group);
      } else person.codes.push(group + verdictCode(judgeAlone(bench, pair, person)));
    }
    for (const each of bound) this.#marks.machines.add(this.#wards.enter(each));
    this.#covers.set(key, person);
  }
}

function isSameNames(a: ReadonlyMap<string, DeliveryGroup>, b: ReadonlyMap<string, DeliveryGroup>): boolean {
  return a.size === b.size && [...b.values()].every(({ key, name }) => a.get(key)?.name === name);
}
