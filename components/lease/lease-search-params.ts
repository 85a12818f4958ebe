import { parseAsString, parseAsStringLiteral } from "nuqs";
import type { LeaseFilter, OutageQuery } from "@/lib/api/contract/leases";
import type { Lease } from "@/lib/domain/lease/lease";
import { type Coverage, UNCOVERED_REASONS, type UncoveredReason } from "@/lib/domain/lease/outage";

const HOUR = 3_600_000;

export const LEASE_TABS = ["outage", "pairs", "leases", "controllers"] as const;
export type LeaseTab = (typeof LEASE_TABS)[number];
export const COVERAGES = ["covered", "uncovered", "unknown"] as const satisfies readonly Coverage[];
export const WITHIN = ["24h", "3d"] as const;
export const LEASE_TYPES = ["Launch", "Enumeration"] as const satisfies readonly Lease["type"][];

/** Leases that will have run out after so much time; `now`: those that have. */
export const EXPIRIES = ["now", "24h", "3d"] as const;
export type Expiry = (typeof EXPIRIES)[number];
const EXPIRY_MS: Record<Expiry, number> = { now: 0, "24h": 24 * HOUR, "3d": 72 * HOUR };

/** What the page keeps in its address: the tab, the filters of pairs and leases by the API's names, and the lease beside the list. */
export const leaseSearchParams = {
  tab: parseAsStringLiteral(LEASE_TABS).withDefault("outage"),
  user: parseAsString.withDefault(""),
  server: parseAsString.withDefault(""),
  group: parseAsString.withDefault(""),
  coverage: parseAsStringLiteral(COVERAGES),
  why: parseAsStringLiteral(UNCOVERED_REASONS),
  within: parseAsStringLiteral(WITHIN),
  q: parseAsString.withDefault(""),
  type: parseAsStringLiteral(LEASE_TYPES),
  expires: parseAsStringLiteral(EXPIRIES),
  controller: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(""),
  lease: parseAsString.withDefault(""),
};

export interface LeaseParams {
  readonly tab: LeaseTab;
  readonly user: string;
  readonly server: string;
  readonly group: string;
  readonly coverage: Coverage | null;
  readonly why: UncoveredReason | null;
  readonly within: (typeof WITHIN)[number] | null;
  readonly q: string;
  readonly type: Lease["type"] | null;
  readonly expires: Expiry | null;
  readonly controller: string;
  readonly sort: string;
  readonly lease: string;
}
export type ChangeParams = (next: Partial<LeaseParams>) => void;

export const NO_PAIR_FILTER = { user: "", server: "", group: "", coverage: null, why: null, within: null } as const;
export const NO_LEASE_FILTER = { user: "", server: "", q: "", type: null, expires: null, controller: "" } as const;

type Given<TFilter> = { -readonly [name in keyof TFilter]?: NonNullable<TFilter[name]> };

/** Without what is empty, so that the API takes it. */
function withoutEmpty<TFilter extends object>(filter: TFilter): Given<TFilter> {
  const given = Object.entries(filter).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(given) as Given<TFilter>;
}

/** The pairs that the address asks for, without a window. */
export function pairFilterOf({ user, server, group, coverage, why, within }: LeaseParams): Partial<OutageQuery> {
  return withoutEmpty({ user, server, group, coverage, why, within });
}

/** The leases that the address asks for. `now`: site time, to the minute, so that the same question is not asked anew each second. */
export function leaseFilterOf(params: LeaseParams, now: number): LeaseFilter {
  const { user, server, q, type, controller, sort, expires } = params;
  const before = expires && new Date(now + EXPIRY_MS[expires]).toISOString();
  return withoutEmpty({ user, server, q, type, controller, sort, before });
}

export function isPairFiltered(params: LeaseParams): boolean {
  return Object.keys(pairFilterOf(params)).length > 0;
}

export function isLeaseFiltered({ user, server, q, type, expires, controller }: LeaseParams): boolean {
  return [user, server, q, type ?? "", expires ?? "", controller].some((value) => value !== "");
}
