import type { LeaseFilter } from "@/lib/api/contract/leases";
import { LEASE_SORTS, type LeaseSort } from "@/lib/api/sort-fields";
import type { LeaseFolder } from "@/lib/domain/lease/lease";
import type { Instant } from "@/lib/domain/site";
import { DeskError } from "@/lib/errors";
import { fold, foldWords } from "./fold";
import type { LeaseEntry } from "./lease-index";
import { leasesOfNames, resolveMachineName, resolveOwnerNames } from "./lease-owner";
import { folderOf } from "./lease-site";
import { comparePlaced, type RowList, slotRows } from "./row-list";
import type { SiteIndex } from "./site-index";
import type { SortValue } from "./sorting";
import { descendingSlots, parseSort, type Sort } from "./window";

/** Leases of a filter; the list and the CSV share it, so that they show the same rows. */

const USUAL_SORT = { field: "expiresAt", descending: false } as const;

export interface FilteredLeases {
  readonly sort: Sort<LeaseSort>;
  /** Of the whole filter, ascending, unknown values last. */
  readonly rows: RowList<LeaseEntry>;
  /** All that the filter leaves without its `before`. */
  readonly atAnyTime: readonly LeaseEntry[];
}

/** Throws DeskError `invalid`, `not-found` or `conflict`, each naming the parameter. */
export function filterLeases(index: SiteIndex, filter: LeaseFilter): FilteredLeases {
  const sort = parseSort(filter.sort, LEASE_SORTS, USUAL_SORT);
  const isLeft = leftBy(index, filter);
  const isInTime = beforeOf(filter);
  const few = leasesAmong(index, filter);
  if (few) {
    const left = few.filter(isLeft);
    const placed = left.filter(isInTime).map((entry) => ({ value: SORT_VALUES[sort.field](entry), entry }));
    placed.sort(comparePlaced);
    return { sort, rows: { length: placed.length, at: (position) => placed[position] }, atAnyTime: left };
  }
  const { all } = index.leases;
  const order = all.sorted(sort.field, SORT_VALUES[sort.field]);
  const left = hasTests(filter) ? order.slots.filter((slot) => isLeft(all.at(slot))) : order.slots;
  const slots = filter.before === undefined ? left : left.filter((slot) => isInTime(all.at(slot)));
  const valueAt = (slot: number) => order.valueAt(slot);
  return { sort, rows: slotRows(all, slots, valueAt), atAnyTime: Array.from(left, (slot) => all.at(slot)) };
}

/** In the order of the filter, descending where it says so. */
export function inOrder({ sort, rows }: FilteredLeases): LeaseEntry[] {
  const positions = Uint32Array.from({ length: rows.length }, (_, position) => position);
  const valueAt = (position: number) => rows.at(position)?.value ?? null;
  const turned = sort.descending ? descendingSlots({ slots: positions, valueAt }) : positions;
  return Array.from(turned, (position) => rows.at(position)?.entry).filter((entry) => entry !== undefined);
}

/** The few that a person or a machine names: not all leases need be looked at for them. */
function leasesAmong(index: SiteIndex, { user, server }: LeaseFilter): readonly LeaseEntry[] | null {
  const ofUser = user ? leasesOfNames(index, resolveOwnerNames(index, user, "user")) : null;
  const toServer = server ? index.leases.onMachine(resolveMachineName(index, server, "server")) : null;
  if (ofUser && toServer) return ofUser.filter((entry) => toServer.has(entry));
  return ofUser ?? (toServer && [...toServer]);
}

function hasTests({ q, type, controller }: LeaseFilter): boolean {
  return Boolean(q || type || controller);
}

function leftBy(index: SiteIndex, { q, type, controller }: LeaseFilter): (entry: LeaseEntry) => boolean {
  const words = foldWords(q);
  const missing = controller ? missingIn(index, controller) : null;
  return ({ record, searched }) =>
    (type === undefined || record.type === type) &&
    missing?.has(record.key) !== true &&
    words.every((word) => searched.includes(word));
}

function beforeOf({ before }: LeaseFilter): (entry: LeaseEntry) => boolean {
  const end: Instant = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before);
  return ({ record }) => record.expiresAt < end;
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
