import type { LeaseRow, OutageResponse, PairRow } from "@/lib/api/contract/leases";

/** One answer about an outage, one pair and one lease, of which tests change what they are about. */

const AT = "2026-11-21T09:00:00.000Z";

export function outage(part: Partial<OutageResponse> = {}): OutageResponse {
  return {
    version: 1,
    asOf: AT,
    now: AT,
    sources: [],
    era: "leases",
    flags: { leasing: true, cache: false },
    release: "7.15",
    reading: { state: "ok", asOf: AT, problem: null },
    inUse: null,
    covered: 412,
    uncovered: 180,
    unknown: 6,
    people: { all: 231, some: 41, none: 60 },
    byGroup: [],
    byReason: {},
    falling: { day: 18, threeDays: 42 },
    total: 598,
    first: 0,
    rows: [],
    next: null,
    trend: [],
    controllers: [],
    assumptions: [],
    ...part,
  };
}

export function pair(part: Partial<PairRow> = {}): PairRow {
  return {
    user: "VIENNA\\anovak",
    userFullName: "Anna Novak",
    userKey: "S-1-5-21-1-1104",
    group: "Office Apps",
    application: "Excel",
    coverage: "covered",
    why: null,
    until: "2026-11-23T09:00:00.000Z",
    machine: "CTX-APP-01",
    machineKey: "m1",
    leaseKey: "A1",
    ...part,
  };
}

export function lease(part: Partial<LeaseRow> = {}): LeaseRow {
  return {
    key: "A1",
    type: "Launch",
    user: "VIENNA\\anovak",
    userFullName: "Anna Novak",
    userKey: "S-1-5-21-1-1104",
    group: "Office Apps",
    application: "Excel",
    resources: 1,
    machine: "CTX-APP-01",
    machineKey: "m1",
    modifiedAt: "2026-11-09T09:00:00.000Z",
    expiresAt: "2026-11-23T09:00:00.000Z",
    zone: "Primary",
    sharingKey: null,
    problem: null,
    ...part,
  };
}
