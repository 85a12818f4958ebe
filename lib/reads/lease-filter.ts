import type { LeaseFilter } from "@/lib/api/contract/leases";
import { LEASE_SORTS, type LeaseSort } from "@/lib/api/sort-fields";
import type { LeaseFolder } from "@/lib/domain/lease/lease";
import { DeskError } from "@/lib/errors";
import { fold, foldWords } from "./fold";
import type { LeaseEntry } from "./lease-index";
import { leasesOfNames, resolveMachineName, resolveOwnerNames } from "./lease-owner";
import { folderOf } from "./lease-site";
import type { Column } from "./record-order";
import { comparePlaced } from "./row-list";
import type { SiteIndex } from "./site-index";
import type { SortValue } from "./sorting";
import { descendingSlots, parseSort, type Sort } from "./window";

/** Leases of a filter; the list and the CSV share it, so that they show the same rows. */

const USUAL_SORT = { field: "expiresAt", descending: false } as const;

export interface FilteredLeases {
  readonly sort: Sort<LeaseSort>;
  /** Slots of the lease index in the filter's order, ascending, unknown values last. */
  readonly slots: Uint32Array;
  valueAt(slot: number): SortValue;
  /** What the filter leaves without its `before`, in the same order. */
  readonly atAnyTime: Uint32Array;
}

/** Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter. */
export function filterLeases(index: SiteIndex, filter: LeaseFilter): FilteredLeases {
  const sort = parseSort(filter.sort, LEASE_SORTS, USUAL_SORT);
  const { all } = index.leases;
  const missing = filter.controller ? missingIn(index, filter.controller) : null;
  const few = leasesAmong(index, filter);
  const { slots, valueAt } = few ? sortFew(all, few, sort.field) : sortAll(all, sort.field);
  const isLeft = leftBy(index, filter, missing);
  const atAnyTime = isLeft ? slots.filter(isLeft) : slots;
  const before = filter.before === undefined ? null : Date.parse(filter.before);
  const isInTime = (slot: number) => before === null || all.at(slot).record.expiresAt < before;
  return { sort, slots: before === null ? atAnyTime : atAnyTime.filter(isInTime), valueAt, atAnyTime };
}

/** In the order of the filter, descending where it says so. */
export function inOrder(index: SiteIndex, filtered: FilteredLeases): LeaseEntry[] {
  const slots = filtered.sort.descending ? descendingSlots(filtered) : filtered.slots;
  return Array.from(slots, (slot) => index.leases.all.at(slot));
}

/** The few that a person or a machine names: not all leases need be looked at for them. */
function leasesAmong(index: SiteIndex, { user, server }: LeaseFilter): readonly LeaseEntry[] | null {
  const ofUser = user ? leasesOfNames(index, resolveOwnerNames(index, user, "user")) : null;
  const toServer = server ? index.leases.onMachine(resolveMachineName(index, server, "server")) : null;
  if (ofUser && toServer) return ofUser.filter((entry) => toServer.has(entry));
  return ofUser ?? (toServer && [...toServer]);
}

type Leases = SiteIndex["leases"]["all"];

function sortAll(all: Leases, field: LeaseSort) {
  const order = all.sorted(field, SORT_VALUES[field]);
  return { slots: order.slots, valueAt: (slot: number) => order.valueAt(slot) };
}

function sortFew(all: Leases, few: readonly LeaseEntry[], field: LeaseSort) {
  const placed = few.map((entry) => ({ value: SORT_VALUES[field](entry), entry })).sort(comparePlaced);
  const slots = Uint32Array.from(placed.flatMap(({ entry }) => all.slotOf(entry.record.key) ?? []));
  return { slots, valueAt: (slot: number) => SORT_VALUES[field](all.at(slot)) };
}

/** Null where the filter leaves all of them. */
function leftBy(
  { leases: { all } }: SiteIndex,
  { q, type }: LeaseFilter,
  missing: ReadonlySet<string> | null,
): ((slot: number) => boolean) | null {
  const words = foldWords(q);
  if (words.length === 0 && type === undefined && missing === null) return null;
  const found = all.column(`search ${words.join(" ")}`, ({ searched }) =>
    words.every((word) => searched.includes(word)) ? "yes" : "no",
  );
  const yes = found.codeOf("yes");
  const types = typeColumn(all);
  const wanted = type === undefined ? null : types.codeOf(type);
  return (slot) =>
    found.codes[slot] === yes &&
    (wanted === null || types.codes[slot] === wanted) &&
    missing?.has(all.at(slot).record.key) !== true;
}

/** Enumeration or launch, by slot. */
export function typeColumn(all: Leases): Column<LeaseEntry> {
  return all.column("type", ({ record }) => record.type);
}

/** Leases that a controller's cache has not. Throws DeskError `not-found` where nobody can tell what it has. */
function missingIn(index: SiteIndex, controller: string): ReadonlySet<string> {
  const folder = folderOf(index, controller);
  if (!folder || !isComparable(folder)) {
    const why = folder ? (folder.reading.problem ?? "It was not read yet.") : "No cache folder of it is configured.";
    const message = `What the cache of ${controller} holds is not known. ${why}`;
    throw new DeskError("not-found", message, { field: "controller" });
  }
  return new Set(folder.missingKeys);
}

function isComparable({ reading, missing }: LeaseFolder): boolean {
  return reading.asOf !== null && missing !== null;
}

const text = (value: string | null | undefined): SortValue => (value ? fold(value) : null);

const SORT_VALUES: Record<LeaseSort, (entry: LeaseEntry) => SortValue> = {
  expiresAt: ({ record }) => record.expiresAt,
  modifiedAt: ({ record }) => record.modifiedAt,
  user: ({ record }) => text(record.ownerName ?? record.ownerUpn),
  machine: ({ record }) => text(record.machine),
  group: ({ record }) => (record.type === "Launch" ? text(record.resources[0]?.group) : null),
  application: ({ record }) => (record.type === "Launch" ? text(record.resources[0]?.application) : null),
  type: ({ record }) => text(record.type),
};
