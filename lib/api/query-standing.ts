import { queryOptions } from "@tanstack/react-query";
import type { LeaseFilter, LeasesQuery, OutageQuery } from "./contract/leases";
import type { TimeoutsQuery, WhatIfBody } from "./contract/timeouts";
import { endpointUrl, fetchEndpoint } from "./fetch-endpoint";
import { siteData } from "./query";

/** Query options about what stands for hours: timers and leases. See query.ts. */

/** The diagram of the timeouts article with live counts, and what ends next. */
export function timeoutsQuery(query: TimeoutsQuery = {}) {
  return queryOptions({
    queryKey: ["getTimeouts", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("getTimeouts", { query }, signal),
    ...siteData,
  });
}

/** What other timers would have saved or cost: a question about the past, which nothing outdates for a while. */
export function whatIfQuery(body: WhatIfBody) {
  return queryOptions({
    queryKey: ["askWhatIf", body] as const,
    queryFn: ({ signal }) => fetchEndpoint("askWhatIf", { body }, signal),
    staleTime: 5 * 60_000,
    retry: false,
    structuralSharing: false,
  });
}

/** One window of the leases. */
export function leasesQuery(query: Partial<LeasesQuery> = {}) {
  return queryOptions({
    queryKey: ["listLeases", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("listLeases", { query }, signal),
    ...siteData,
  });
}

/** Where the browser gets exactly the leases of a filter as CSV. */
export function leasesCsvUrl(filter: LeaseFilter): string {
  return endpointUrl("exportLeases", { query: filter });
}

/** One lease with its document. */
export function leaseQuery(key: string) {
  return queryOptions({
    queryKey: ["getLease", key] as const,
    queryFn: ({ signal }) => fetchEndpoint("getLease", { params: { key } }, signal),
    structuralSharing: false,
  });
}

/** If the database failed now. */
export function outageQuery(query: Partial<OutageQuery> = {}) {
  return queryOptions({
    queryKey: ["getOutage", query] as const,
    queryFn: ({ signal }) => fetchEndpoint("getOutage", { query }, signal),
    ...siteData,
  });
}
