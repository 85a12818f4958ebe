import * as z from "zod";
import { OUTAGE_ERAS, UNCOVERED_REASONS } from "@/lib/domain/lease/outage";
import type { Endpoint } from "../endpoint";
import { ROUTES } from "../routes";
import { LEASE_SORTS } from "../sort-fields";
import { IsoInstant, listOf, NoBody, Nothing, SnapshotEnvelope, windowOf } from "./envelope";

const Count = z.number().int().min(0);
const LEASE_TYPES = ["Enumeration", "Launch"] as const;

/** How well leases are known, with the age of what is known. */
export const LeaseReading = z.object({
  state: z.enum(["absent", "reading", "ok", "lost"]),
  asOf: IsoInstant.nullable(),
  problem: z.string().nullable().describe("a sentence for people"),
});
export type LeaseReading = z.infer<typeof LeaseReading>;

export const LeaseRow = z.object({
  key: z.string(),
  type: z.enum(LEASE_TYPES),
  user: z.string().nullable().describe("DOMAIN\\account"),
  userFullName: z.string().nullable(),
  userKey: z.string().nullable(),
  group: z.string().nullable().describe("delivery group of a launch lease"),
  application: z
    .string()
    .nullable()
    .describe("published name; null is the desktop, or unknown where group is null too"),
  resources: Count.describe("how many resources the lease names"),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  modifiedAt: IsoInstant,
  expiresAt: IsoInstant,
  zone: z.string().nullable(),
  sharingKey: z.string().nullable(),
  problem: z.string().nullable().describe("where the lease's document was not wholly understood"),
});
export type LeaseRow = z.infer<typeof LeaseRow>;

const Site = z.object({
  era: z.enum(OUTAGE_ERAS),
  flags: z.object({ leasing: z.boolean().nullable(), cache: z.boolean().nullable() }),
  release: z.string().nullable(),
  reading: LeaseReading,
});

const filters = {
  q: z.string().trim().max(200).optional().describe("part of a user, machine, group or application"),
  user: z.string().max(255).optional().describe("user key or unambiguous account"),
  server: z.string().max(255).optional().describe("machine key or unambiguous name"),
  controller: z
    .string()
    .max(255)
    .optional()
    .describe("DNS name: leases that the cache folder of that controller holds; folders are configured"),
  before: IsoInstant.optional().describe("leases that expire before then"),
  type: z.enum(LEASE_TYPES).optional(),
  sort: z
    .string()
    .max(40)
    .optional()
    .describe(`one of ${LEASE_SORTS.join(", ")}; a leading - sorts descending`),
};

export const LeasesQuery = z.strictObject({ ...filters, ...windowOf(60) });
export type LeasesQuery = z.infer<typeof LeasesQuery>;
export const LeaseFilter = z.strictObject(filters);
export type LeaseFilter = z.infer<typeof LeaseFilter>;

/** Where leases were never read, `total` is null, not zero, and rows are empty. */
export const LeasesResponse = listOf(LeaseRow).extend({
  ...Site.shape,
  total: Count.nullable(),
  buckets: z
    .object({ expired: Count, day: Count, threeDays: Count, later: Count })
    .nullable()
    .describe("by when they expire, over the filter without `before`"),
  byType: z.object({ Enumeration: Count, Launch: Count }).nullable(),
});
export type LeasesResponse = z.infer<typeof LeasesResponse>;

export const listLeases = {
  ...ROUTES.listLeases,
  summary: "Connection leases, filtered, sorted, a window at a time",
  permission: "read",
  params: Nothing,
  query: LeasesQuery,
  body: NoBody,
  response: LeasesResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

export const exportLeases = {
  ...ROUTES.exportLeases,
  summary: "Every lease of exactly this filter as CSV",
  permission: "export",
  params: Nothing,
  query: LeaseFilter,
  body: NoBody,
  response: z.string(),
  status: 200,
  mediaType: "text/csv",
} as const satisfies Endpoint;

export const LeaseResponse = SnapshotEnvelope.extend({
  lease: LeaseRow,
  sees: z
    .array(z.object({ group: z.string().nullable(), application: z.string().nullable() }))
    .describe("what the document names, 500 at most"),
  xml: z.string().nullable().describe("the document as the site holds it; 256 kB at most"),
  why: z.string().nullable().describe("a sentence where there is no document"),
});
export type LeaseResponse = z.infer<typeof LeaseResponse>;

export const getLease = {
  ...ROUTES.getLease,
  summary: "One lease with its document",
  permission: "read",
  params: z.strictObject({ key: z.string().max(128) }),
  query: Nothing,
  body: NoBody,
  response: LeaseResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;

/** A user and a resource: can they meet without the database? */
export const PairRow = z.object({
  user: z.string().nullable(),
  userFullName: z.string().nullable(),
  userKey: z.string().nullable(),
  group: z.string().nullable(),
  application: z.string().nullable(),
  coverage: z.enum(["covered", "uncovered", "unknown"]),
  why: z.enum(UNCOVERED_REASONS).nullable(),
  until: IsoInstant.nullable().describe("when it falls out by itself"),
  machine: z.string().nullable(),
  machineKey: z.string().nullable(),
  leaseKey: z.string().nullable(),
});
export type PairRow = z.infer<typeof PairRow>;

const Totals = { covered: Count, uncovered: Count, unknown: Count };

export const OutageQuery = z.strictObject({
  group: z.string().max(255).optional(),
  user: z.string().max(255).optional(),
  server: z.string().max(255).optional(),
  coverage: z.enum(["covered", "uncovered", "unknown"]).optional(),
  why: z.enum(UNCOVERED_REASONS).optional(),
  within: z.enum(["24h", "3d"]).optional().describe("covered now, and fallen out by then"),
  ...windowOf(60),
});
export type OutageQuery = z.infer<typeof OutageQuery>;

/** `covered` and so on are null where nothing can be told: no leases were read, or the site has none. */
export const OutageResponse = SnapshotEnvelope.extend({
  ...Site.shape,
  inUse: z
    .object({ since: IsoInstant.nullable(), sessions: Count, why: z.string() })
    .nullable()
    .describe("the database is away and leases (or the cache) broker"),
  covered: Count.nullable(),
  uncovered: Count.nullable(),
  unknown: Count.nullable(),
  people: z
    .object({ all: Count, some: Count, none: Count })
    .nullable()
    .describe("people who reach all, some or none of what they have"),
  byGroup: z.array(
    z.object({ key: z.string().nullable(), name: z.string(), ...Totals, why: z.record(z.string(), Count) }),
  ),
  byReason: z.record(z.string(), Count),
  falling: z.object({ day: Count, threeDays: Count }).nullable().describe("covered pairs that fall out by then"),
  total: Count.describe("pairs of the filter"),
  first: Count,
  rows: z.array(PairRow),
  next: z.string().nullable(),
  trend: z.array(z.object({ at: IsoInstant, covered: Count, uncovered: Count })),
  controllers: z.array(
    z.object({
      dnsName: z.string(),
      state: z.string(),
      serviceStatus: z.string().nullable(),
      folder: z
        .object({
          reading: LeaseReading,
          files: z.record(z.string(), Count),
          enumeration: Count,
          launch: Count,
          expired: Count,
          missing: Count.nullable().describe("leases that the site has and the folder has not"),
          unread: Count,
          problems: z.array(z.object({ file: z.string(), why: z.string() })),
        })
        .nullable()
        .describe("null where no cache folder of it is configured"),
    }),
  ),
  assumptions: z.array(z.string()).describe("sentences for people"),
});
export type OutageResponse = z.infer<typeof OutageResponse>;

export const getOutage = {
  ...ROUTES.getOutage,
  summary: "If the database failed now: who could still launch what, and who could not and why",
  permission: "read",
  params: Nothing,
  query: OutageQuery,
  body: NoBody,
  response: OutageResponse,
  status: 200,
  mediaType: "application/json",
} as const satisfies Endpoint;
