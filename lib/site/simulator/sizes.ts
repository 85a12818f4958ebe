/** Sizes of the practice site at its working-day peak. Machines of a person's own come on top of the servers. */
export interface SiteSize {
  /** Sessions on the site when most people work. */
  readonly sessions: number;
  readonly servers: number;
  /** Single-session machines: about two thirds private, the rest pooled. */
  readonly desktops: number;
  readonly domains: number;
  /** People who work now and then only, per one who works every day: whom a scenario can always send. */
  readonly occasional: number;
  /** Simulated before the first start. Shorter for large sites, so that making one stays a matter of minutes. */
  readonly historyDays: number;
  /** Most simulated time between two commits while the history is made: bounds memory. */
  readonly commitHours: number;
}

export const SITE_SIZES = {
  /** Not offered to people: tests build many sites of this size. */
  XS: { sessions: 40, servers: 4, desktops: 8, domains: 1, occasional: 2, historyDays: 1, commitHours: 48 },
  S: { sessions: 500, servers: 20, desktops: 40, domains: 1, occasional: 0.5, historyDays: 14, commitHours: 48 },
  M: { sessions: 5_000, servers: 200, desktops: 400, domains: 2, occasional: 0.3, historyDays: 14, commitHours: 24 },
  L: { sessions: 50_000, servers: 2_000, desktops: 4_000, domains: 2, occasional: 0.1, historyDays: 2, commitHours: 6 },
  XL: {
    sessions: 100_000,
    servers: 4_000,
    desktops: 8_000,
    domains: 3,
    occasional: 0.1,
    historyDays: 1,
    commitHours: 6,
  },
} as const satisfies Record<string, SiteSize>;

export type SizeName = keyof typeof SITE_SIZES;

/** Which of the two outage features the site has: leases up to 7.11, both, or only the local host cache (7.16 on). */
export const SITE_ERAS = ["leases", "both", "cache"] as const;
export type SiteEra = (typeof SITE_ERAS)[number];
